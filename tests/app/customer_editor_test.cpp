// The customer's page, used as people use it: in a real window, by keys, on a company in a file.
#include "app/customers/customer_editor_page.h"
#include "app/customers/customer_list_page.h"
#include "app/forms/row_form.h"
#include "app/forms/row_list_grid.h"
#include "app/lists/list_page.h"
#include "app/session/work_places.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/form_cell.h"
#include "masters_office.h"

#include <QAbstractItemModelTester>

using namespace dure;
using namespace dure::app;

namespace {

using Col = col::Customer;

struct Office : MastersOffice
{
    CustomerEditorPage* page() const { return qobject_cast<CustomerEditorPage*>(window->currentPage()); }
    CustomerListPage* list() const { return window->findChild<CustomerListPage*>(); }
    void edit(const Uuid& customer)
    {
        places->editCustomer(customer);
        QTRY_VERIFY(page() && page()->isReady());
        QTRY_VERIFY(page()->isAncestorOf(QApplication::focusWidget()));
    }
    storage::CustomerDetail stored(const Uuid& id)
    {
        return company.read([id](Reader& r) { return r.customers().detail(id); }).value_or(storage::CustomerDetail{});
    }
    FormCell* cell(int column) const { return page()->form().cell(column); }
    QString text(int column) const { return page()->form().typedText(column); }
    void go(int column) { page()->form().field(column)->setFocus(); }
    void save()
    {
        press(Qt::Key_F8);
        QTRY_VERIFY(!page());
    }
};

} // namespace

class CustomerEditorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareMastersTests(m_theme); }

    void a_name_is_enough_and_the_composition_in_it_counts()
    {
        Office office;
        office.edit({});
        QCOMPARE(QApplication::focusWidget(), office.page()->form().field(Col::name));
        office.compose(QStringLiteral("다온코스메"), QStringLiteral("틱"));
        office.save();
        QTRY_VERIFY(!office.list()->currentId().isNil());
        QCOMPARE(office.stored(office.list()->currentId()).customer.name, std::string("다온코스메틱"));
        QVERIFY(office.list()->strip().text().contains(QStringLiteral("다온코스메틱")));
    }

    void a_new_customer_under_the_page_of_keys_is_not_opened_twice()
    {
        Office office;
        office.edit({});
        office.type(QStringLiteral("한빛산업"));
        office.press(Qt::Key_F1);
        QTRY_VERIFY(!office.page());
        office.edit({});
        QTRY_COMPARE(office.window->findChildren<CustomerEditorPage*>().size(), 1);
        QTRY_COMPARE(office.text(Col::name), QStringLiteral("한빛산업"));
        office.save();
        QTRY_VERIFY(office.window->findChildren<CustomerEditorPage*>().isEmpty());
        QCOMPARE(office.window->currentPage(), office.list());
    }

    void the_business_number_is_checked_while_it_is_typed()
    {
        Office office;
        const Uuid id = office.company.customer("새벽유업", "C1");
        office.edit(id);
        office.go(Col::businessNo);
        office.type(QStringLiteral("124"));
        const QString unfinished = office.cell(Col::businessNo)->note();
        QVERIFY(!unfinished.isEmpty());
        office.type(QStringLiteral("8100998"));
        const QString right = office.cell(Col::businessNo)->note();
        QVERIFY(right != unfinished);
        office.type(QStringLiteral("124 81 00997"), true); // as pasted, and wrong at the end
        const QString wrong = office.cell(Col::businessNo)->note();
        QVERIFY(wrong != right && wrong != unfinished);
        office.press(Qt::Key_Return);
        QCOMPARE(office.text(Col::businessNo), QStringLiteral("124-81-00997"));
        office.save(); // it warns, and may be kept
        QCOMPARE(office.stored(id).customer.businessNo, std::string("1248100997"));
    }

    void ten_zeros_are_nobodys_number_and_stop_the_saving()
    {
        Office office;
        const Uuid id = office.company.customer("새벽유업", "C1");
        office.edit(id);
        office.go(Col::businessNo);
        office.type(QStringLiteral("000-00-00000"));
        office.go(Col::name);
        office.press(Qt::Key_F8);
        QVERIFY(office.page());
        QVERIFY(!office.cell(Col::businessNo)->problem().isEmpty());
        QCOMPARE(QApplication::focusWidget(), office.page()->form().field(Col::businessNo));
        QTest::qWait(50);
        QVERIFY(office.stored(id).customer.businessNo.empty());
    }

    void another_with_the_same_code_or_number_is_named_and_not_refused()
    {
        Office office;
        commands::CustomerInput first;
        first.customer.name = "먼저";
        first.customer.code = "C1";
        first.customer.businessNo = "1248100998";
        QVERIFY(office.company.run([first](commands::Commands& c) { return c.saveCustomer(first); }).has_value());
        const Uuid second = office.company.customer("나중", "C2");
        office.edit(second);
        office.go(Col::code);
        office.type(QStringLiteral("C1"), true);
        QTRY_VERIFY(office.cell(Col::code)->note().contains(QStringLiteral("먼저")));
        office.go(Col::businessNo);
        office.type(QStringLiteral("124-81-00998"));
        QTRY_VERIFY(office.cell(Col::businessNo)->note().contains(QStringLiteral("먼저")));
        office.save();
        QCOMPARE(office.stored(second).customer.code, std::string("C1"));
        QCOMPARE(office.stored(second).customer.businessNo, std::string("1248100998"));
    }

    void numbers_are_brought_into_their_form_however_they_were_typed()
    {
        Office office;
        const Uuid id = office.company.customer("새벽유업", "C1");
        office.edit(id);
        for (const auto& [column, typed, shown] : {std::tuple(Col::phone, "0311234567", "031-123-4567"),
                 std::tuple(Col::fax, "+82 2 123 4567", "02-123-4567"), std::tuple(Col::postalCode, " 06236 ", "06236"),
                 std::tuple(Col::creditLimit, "15000000", "15,000,000"),
                 std::tuple(Col::overToleranceBp, "2.5", "2.5")}) {
            office.go(column);
            office.type(QString::fromUtf8(typed));
            office.press(Qt::Key_Return);
            QCOMPARE(office.text(column), QString::fromUtf8(shown));
        }
        office.save();
        const Customer customer = office.stored(id).customer;
        QCOMPARE(customer.phone, std::string("031-123-4567"));
        QCOMPARE(customer.creditLimit, Won{15'000'000});
        QCOMPARE(customer.overToleranceBp, 250);
    }

    void each_way_of_rounding_is_shown_by_its_figures()
    {
        Office office;
        const Uuid id = office.company.customer("새벽유업", "C1");
        office.edit(id);
        const auto choose = [&](int column, qint64 value) {
            auto* box = qobject_cast<ChoiceField*>(office.page()->form().field(column));
            box->setCurrentIndex(box->findData(QVariant::fromValue(value)));
        };
        QVERIFY2(office.page()->taxExample().contains("286"), qPrintable(office.page()->taxExample()));
        choose(Col::roundingMode, qint64(RoundingMode::Down));
        QVERIFY2(office.page()->taxExample().contains("284"), qPrintable(office.page()->taxExample()));
        choose(Col::taxScope, qint64(TaxScope::Document));
        QVERIFY2(office.page()->taxExample().contains("285"), qPrintable(office.page()->taxExample()));
        choose(Col::closingDay, 31);
        choose(Col::payMonths, 1);
        QVERIFY(!office.page()->paymentExample().isEmpty());
        office.save();
        const Customer customer = office.stored(id).customer;
        QCOMPARE(customer.tax.roundingMode, RoundingMode::Down);
        QCOMPARE(customer.tax.scope, TaxScope::Document);
        QCOMPARE(customer.closingDay, 31);
        QCOMPARE(customer.payMonths, 1);
    }

    void several_delivery_sites_are_typed_one_below_the_other()
    {
        Office office;
        const Uuid id = office.company.customer("새벽유업", "C1");
        office.edit(id);
        office.page()->siteGrid().setFocus();
        for (const char* text : {"Anseong", "17500", "Road 1", "0311234567", "Kim", "-"}) {
            office.type(QString::fromUtf8(text));
            office.press(Qt::Key_Return);
        }
        office.type(QStringLiteral("Pyeongtaek"));
        office.press(Qt::Key_Return);
        QCOMPARE(office.page()->sites().rowCount(), 3);
        office.type(QStringLiteral("17700"));
        office.save(); // with the cell still being typed into
        auto sites = office.stored(id).sites;
        QCOMPARE(sites.size(), std::size_t{2});
        QCOMPARE(sites[0].name, std::string("Anseong"));
        QCOMPARE(sites[0].phone, std::string("031-123-4567"));
        QCOMPARE(sites[0].receiver, std::string("Kim"));
        QCOMPARE(sites[1].postalCode, std::string("17700"));
        office.edit(id);
        office.page()->siteGrid().setFocus();
        office.press(Qt::Key_Delete, Qt::ControlModifier);
        office.save();
        sites = office.stored(id).sites;
        QCOMPARE(sites.size(), std::size_t{1});
        QCOMPARE(sites[0].name, std::string("Pyeongtaek"));
    }

    void enter_on_the_empty_line_goes_on_below_the_table()
    {
        Office office;
        office.edit({});
        office.page()->siteGrid().setFocus();
        office.press(Qt::Key_Return);
        QVERIFY(office.page()->contactGrid().isAncestorOf(QApplication::focusWidget()));
        office.press(Qt::Key_Return);
        QCOMPARE(QApplication::focusWidget(), office.page()->form().field(Col::note));
    }

    void a_site_without_a_name_is_told_in_its_cell()
    {
        Office office;
        const Uuid id = office.company.customer("새벽유업", "C1");
        office.edit(id);
        office.page()->siteGrid().setFocus();
        office.press(Qt::Key_Tab);
        office.type(QStringLiteral("17500"));
        office.press(Qt::Key_F8);
        QTRY_VERIFY(office.page()->sites().firstProblem().isValid());
        QCOMPARE(office.page()->siteGrid().cell(), office.page()->sites().index(0, 0));
        QVERIFY(office.page()->siteGrid().isAncestorOf(QApplication::focusWidget()));
    }

    void what_was_typed_is_back_after_closing_with_its_tables()
    {
        Office office;
        const Uuid id = office.company.customer("새벽유업", "C1");
        office.edit(id);
        office.go(Col::representative);
        office.type(QStringLiteral("Kim"));
        office.page()->siteGrid().setFocus();
        office.type(QStringLiteral("Anseong"));
        office.press(Qt::Key_Return);
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        QVERIFY(office.stored(id).sites.empty());
        office.edit(id);
        QCOMPARE(office.text(Col::representative), QStringLiteral("Kim"));
        QCOMPARE(office.page()->sites().entries().size(), std::size_t{1});
        office.save();
        QCOMPARE(office.stored(id).sites.size(), std::size_t{1});
    }

    void a_change_from_another_pc_is_told_and_each_keeps_its_fields()
    {
        Office office;
        const Uuid id = office.company.customer("새벽유업", "C1");
        office.edit(id);
        office.go(Col::phone);
        office.type(QStringLiteral("0311234567"));
        office.page()->siteGrid().setFocus();
        office.type(QStringLiteral("Anseong"));
        office.press(Qt::Key_Return);
        commands::CustomerInput other;
        other.customer = office.stored(id).customer;
        other.customer.representative = "이서연";
        other.customer.phone = "02-999-9999";
        DeliverySite site;
        site.name = "Icheon";
        other.sites.push_back(site);
        QVERIFY(office.company.run([other](commands::Commands& c) { return c.saveCustomer(other); }).has_value());
        QTRY_COMPARE(office.text(Col::representative), QStringLiteral("이서연"));
        QCOMPARE(office.text(Col::phone), QStringLiteral("031-123-4567"));
        QVERIFY(office.cell(Col::phone)->note().contains(QStringLiteral("02-999-9999")));
        QCOMPARE(office.page()->sites().entries().size(), std::size_t{2});
        office.save();
        const auto detail = office.stored(id);
        QCOMPARE(detail.customer.representative, std::string("이서연"));
        QCOMPARE(detail.customer.phone, std::string("031-123-4567"));
        QCOMPARE(detail.sites.size(), std::size_t{2});
    }

    void the_lists_keys_open_the_editor_and_an_empty_list_leads_to_a_new_one()
    {
        Office office;
        office.window->goTo(QStringLiteral("customers"));
        QTRY_VERIFY(office.list() && office.list()->isVisible());
        office.press(Qt::Key_F2);
        QTRY_VERIFY(office.page() && office.page()->isReady());
        QVERIFY(office.page()->id().isNil());
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        const Uuid id = office.company.customer("새벽유업", "C1");
        office.list()->showRow(id);
        QTRY_COMPARE(office.list()->currentId(), id);
        QTRY_VERIFY(office.list()->table().isVisible());
        office.list()->table().setFocus();
        office.press(Qt::Key_F3);
        QTRY_VERIFY(office.page() && office.page()->isReady());
        QCOMPARE(office.page()->id(), id);
    }

    void the_model_keeps_the_rules_of_models()
    {
        RowListModel model(TableId::Contact,
            {{col::Contact::name, QStringLiteral("Name")},
                {col::Contact::phone, QStringLiteral("Phone"), TextForm::Phone}});
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.setData(model.index(0, 0), QStringLiteral("김"), Qt::EditRole));
        QVERIFY(model.setData(model.index(0, 1), QStringLiteral("01012345678"), Qt::EditRole));
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(model.index(0, 1).data().toString(), QStringLiteral("010-1234-5678"));
        model.remove(1); // the empty line stays
        QCOMPARE(model.rowCount(), 2);
        model.remove(0);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.entries().empty());
    }

    void every_field_has_a_name_for_screen_readers()
    {
        Office office;
        office.edit({});
        QCOMPARE(namelessFields(*office.page()), QStringList());
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(CustomerEditorTest)
#include "customer_editor_test.moc"
