// Many prices changed at once, used as people use it: in a real window, by keys, on a company in a file.
#include "app/lists/list_page.h"
#include "app/lookup/customer_field.h"
#include "app/products/price_change_grid.h"
#include "app/products/price_change_page.h"
#include "app/products/price_exceptions.h"
#include "app/products/product_list_page.h"
#include "app/session/work_places.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/key_button.h"
#include "core/storage/customer_pricing.h"
#include "masters_office.h"

#include <QAbstractItemModelTester>
#include <future>

using namespace dure;
using namespace dure::app;

namespace {

using Model = PriceChangeModel;
constexpr Date newYear{20270101};

struct Office : MastersOffice
{
    Uuid gaon = company.customer("가온상사", "C001");
    Uuid narae = company.customer("나래화장품", "C002");
    Uuid cup = company.product("투명컵 200", "A-1", 100);
    Uuid lid = company.product("투명컵 뚜껑", "A-2", 40);
    Uuid bottle = company.product("PET 500", "B-1", 200);

    Office()
    {
        for (const Uuid& customer : {gaon, narae})
            for (const Uuid& product : {cup, lid, bottle})
                agree(customer, product, Date::fromYmd(2026, 1, 1), product == lid ? 38 : 90);
        window->goTo(QStringLiteral("products"));
        QTRY_COMPARE(list()->table().model()->rowCount(), 3);
        list()->table().setFocus();
    }
    void agree(const Uuid& customer, const Uuid& product, Date from, std::int64_t won)
    {
        CustomerPrice price;
        price.customerId = customer;
        price.productId = product;
        price.validFrom = from;
        price.unitPrice = UnitPrice::fromInteger(won);
        QVERIFY(company.run([price](commands::Commands& c) { return c.setCustomerPrice(price); }).has_value());
    }
    ProductListPage* list() const { return window->findChild<ProductListPage*>(); }
    PriceChangePage* page() const { return qobject_cast<PriceChangePage*>(window->currentPage()); }
    bool isOpen()
    {
        return QTest::qWaitFor([this] { return page() && page()->isReady() && !page()->isReading(); });
    }
    QString text(int row, int column) const { return page()->model().index(row, column).data().toString(); }
    int rowOf(const QString& product, const QString& customer) const
    {
        for (int row = 0; row < page()->model().rowCount(); ++row)
            if (text(row, Model::Product) == product && text(row, Model::Customer) == customer)
                return row;
        return -1;
    }
    UnitPrice agreed(const Uuid& customer, const Uuid& product, Date day)
    {
        return company
            .read([=](Reader& r) {
                return storage::readCustomerPricing(r.db(), customer).agreedOf(product, Quantity::fromInteger(1), day);
            })
            .value()
            .unitPrice;
    }
    std::size_t prices()
    {
        return company.read([this](Reader& r) { return r.products().detail(cup)->prices.size(); });
    }
};

UnitPrice won(std::int64_t amount) { return UnitPrice::fromInteger(amount); }

} // namespace

class PriceChangeTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareMastersTests(m_theme); }

    void all_cups_go_up_by_five_percent_and_one_customers_by_three()
    {
        Office office;
        office.press(Qt::Key_F, Qt::ControlModifier);
        office.type(QStringLiteral("투명컵"));
        QTRY_COMPARE(office.list()->table().model()->rowCount(), 2);
        office.press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(office.isOpen());
        QTRY_VERIFY(office.page()->head().amountField().hasFocus());
        office.type(QStringLiteral("5"));
        for (int field = 0; field < 3; ++field) // what it is rounded to, and how
            office.press(Qt::Key_Return);
        QVERIFY(office.page()->head().fromField().hasFocus());
        office.type(QStringLiteral("270101"), true);
        office.press(Qt::Key_Return);
        office.type(QStringLiteral("수지값 인상"));
        office.press(Qt::Key_Return);
        QVERIFY(office.page()->head().exceptions().customerField().hasFocus());
        office.type(QStringLiteral("ㄱㅇㅅㅅ"));
        QTRY_VERIFY(office.page()->head().exceptions().customerField().popup().isOpen());
        office.press(Qt::Key_Return);
        QTRY_VERIFY(office.page()->head().exceptions().amountField().hasFocus());
        office.type(QStringLiteral("3"));
        office.press(Qt::Key_Return);
        QTRY_COMPARE(office.page()->head().exceptions().all().size(), std::size_t{1});
        QTRY_VERIFY(!office.page()->isReading());
        const int gaon = office.rowOf(QStringLiteral("투명컵 200"), QStringLiteral("가온상사"));
        QCOMPARE(office.text(gaon, Model::New), QStringLiteral("93")); // 92.7
        QCOMPARE(office.text(gaon, Model::Difference), QStringLiteral("+3"));
        const int narae = office.rowOf(QStringLiteral("투명컵 200"), QStringLiteral("나래화장품"));
        QCOMPARE(office.text(narae, Model::Old), QStringLiteral("90"));
        QCOMPARE(office.text(narae, Model::New), QStringLiteral("95")); // 94.5
        QCOMPARE(office.page()->model().sums().notYet, 2); // the list prices
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.agreed(office.gaon, office.cup, newYear), won(93));
        QCOMPARE(office.agreed(office.narae, office.cup, newYear), won(95));
        QCOMPARE(office.agreed(office.narae, office.cup, newYear.addDays(-1)), won(90));
        QCOMPARE(office.agreed(office.narae, office.bottle, newYear), won(90));
        QVERIFY(office.list()->strip().text().contains(QStringLiteral("4")));
        QTRY_VERIFY(office.list()->isAncestorOf(QApplication::focusWidget()));
        office.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office.prices(), std::size_t{2});
        QCOMPARE(office.agreed(office.narae, office.cup, newYear), won(90));
    }

    void list_prices_change_today_and_rows_are_typed_over_or_left_out()
    {
        Office office;
        office.press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(office.isOpen());
        QCOMPARE(office.page()->model().rowCount(), 9);
        office.type(QStringLiteral("10"));
        office.press(Qt::Key_F6);
        QTRY_VERIFY(office.page()->grid().isAncestorOf(QApplication::focusWidget()));
        QCOMPARE(office.page()->grid().cell(), office.page()->model().index(0, Model::New));
        QCOMPARE(office.text(0, Model::New), QStringLiteral("110"));
        office.type(QStringLiteral("112.5"));
        office.press(Qt::Key_Return);
        QCOMPARE(office.text(0, Model::New), QStringLiteral("112.5"));
        QCOMPARE(office.page()->grid().cell().row(), 1);
        office.press(Qt::Key_Delete, Qt::ControlModifier);
        QCOMPARE(office.page()->model().previewAt(1).outcome, PriceOutcome::LeftOut);
        office.press(Qt::Key_Up);
        office.press(Qt::Key_Delete, Qt::ControlModifier); // in again
        QCOMPARE(office.page()->model().previewAt(1).outcome, PriceOutcome::Changes);
        office.press(Qt::Key_Up);
        office.press(Qt::Key_Delete, Qt::ControlModifier);
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.agreed(office.narae, office.cup, newYear), won(99));
        QCOMPARE(office.agreed(office.gaon, office.cup, newYear), won(90)); // left out
        QCOMPARE(office.company.read([&](Reader& r) { return r.products().find(office.cup)->listPrice; }),
            UnitPrice{1'125'000});
    }

    void what_cannot_be_a_price_is_marked_at_its_row_and_nothing_is_saved()
    {
        Office office;
        office.press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(office.isOpen());
        office.page()->head().kindField().setCurrentIndex(3); // down by won
        office.page()->head().amountField().setFocus();
        office.type(QStringLiteral("40"));
        const int lid = office.rowOf(QStringLiteral("투명컵 뚜껑"), QStringLiteral("가온상사"));
        QCOMPARE(office.page()->model().previewAt(lid).outcome, PriceOutcome::NotPositive);
        QVERIFY(!office.text(lid, Model::Remark).isEmpty());
        QVERIFY(!office.page()->model().index(lid, Model::New).data(ProblemRole).toString().isEmpty());
        office.page()->chips().choose(QStringLiteral("changing"));
        office.press(Qt::Key_F8);
        QVERIFY(office.page());
        QTRY_VERIFY(office.page()->grid().isAncestorOf(QApplication::focusWidget()));
        const int problem = office.page()->grid().cell().row(); // although the chip hid it
        QCOMPARE(office.text(problem, Model::Product), QStringLiteral("투명컵 뚜껑"));
        office.type(QStringLiteral("30.12345"));
        office.press(Qt::Key_Return);
        QCOMPARE(office.page()->model().previewAt(problem).outcome, PriceOutcome::Unreadable);
        QCOMPARE(office.text(problem, Model::New), QStringLiteral("30.12345"));
        QCOMPARE(office.prices(), std::size_t{2});
        QVERIFY(!office.page()->model().previewAt(problem).price.isZero());
    }

    void the_chosen_rows_of_the_list_are_what_changes()
    {
        Office office;
        office.press(Qt::Key_Home);
        office.press(Qt::Key_Down, Qt::ShiftModifier);
        office.press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(office.isOpen());
        QCOMPARE(office.page()->head().scope().products.size(), std::size_t{2});
        QCOMPARE(office.page()->model().rowCount(), 6);
        QVERIFY(!office.page()->head().searchField().isEnabled());
        office.press(Qt::Key_F, Qt::ControlModifier); // others are looked for
        office.type(QStringLiteral("PET"));
        QTRY_COMPARE(office.page()->model().rowCount(), 3);
    }

    void what_was_typed_is_back_after_esc_and_can_be_begun_anew()
    {
        Office office;
        office.press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(office.isOpen());
        office.type(QStringLiteral("7.25"));
        office.press(Qt::Key_F6);
        office.type(QStringLiteral("123"));
        office.press(Qt::Key_Return);
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        office.places->changePrices({});
        QVERIFY(office.isOpen());
        QCOMPARE(office.page()->head().amountField().text(), QStringLiteral("7.25"));
        QTRY_COMPARE(office.text(0, Model::New), QStringLiteral("123"));
        auto* anew = office.page()->strip().findChild<KeyButton*>();
        QVERIFY(anew);
        anew->click();
        QTRY_VERIFY(office.page()->head().amountField().text().isEmpty());
        QCOMPARE(office.page()->model().sums().changing, 0);
    }

    void what_another_pc_changes_is_followed_and_told()
    {
        Office office;
        office.press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(office.isOpen());
        office.type(QStringLiteral("10"));
        const int row = office.rowOf(QStringLiteral("투명컵 200"), QStringLiteral("나래화장품"));
        QCOMPARE(office.text(row, Model::New), QStringLiteral("99"));
        office.agree(office.narae, office.cup, Date::fromYmd(2026, 1, 1), 80);
        QTRY_COMPARE(office.text(row, Model::New), QStringLiteral("88"));
        QTRY_VERIFY(!office.page()->strip().text().isEmpty());
    }

    void a_price_being_typed_is_not_cut_in_two_by_what_others_do()
    {
        Office office;
        office.press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(office.isOpen());
        const int row = office.rowOf(QStringLiteral("PET 500"), QStringLiteral("나래화장품"));
        office.page()->grid().goTo(office.page()->model().index(row, Model::New));
        office.page()->grid().setFocus();
        office.type(QStringLiteral("12"));
        const Uuid stranger = office.company.customer("한빛생활건강", "C003");
        office.company.order(stranger, office.bottle, "PET 500", 10, {20261201}); // a price more to change
        QTest::qWait(300); // it has been read
        office.type(QStringLiteral("50"));
        office.press(Qt::Key_Return);
        QTRY_VERIFY(!office.page()->isReading());
        const int now = office.rowOf(QStringLiteral("PET 500"), QStringLiteral("나래화장품"));
        QCOMPARE(office.text(now, Model::New), QStringLiteral("1,250"));
        QVERIFY(office.rowOf(QStringLiteral("PET 500"), QStringLiteral("한빛생활건강")) >= 0); // and the new one came
        int typed = 0;
        for (int each = 0; each < office.page()->model().rowCount(); ++each)
            typed += office.text(each, Model::New) == QStringLiteral("50") ? 1 : 0;
        QCOMPARE(typed, 0);
    }

    void another_customers_name_typed_over_is_that_customers_change()
    {
        Office office;
        office.press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(office.isOpen());
        CustomerField& customer = *qobject_cast<CustomerField*>(office.page()->head().fields()[2]);
        customer.choose(office.gaon, QStringLiteral("가온상사"));
        office.page()->head().listPrices().setChecked(false);
        office.page()->head().amountField().setText(QStringLiteral("10"));
        QTRY_VERIFY(!office.page()->isReading());
        customer.setFocus();
        office.type(QStringLiteral("나래화장품"), true);
        office.press(Qt::Key_F8); // without Enter
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.agreed(office.gaon, office.cup, {20261123}), won(90));
        QCOMPARE(office.agreed(office.narae, office.cup, {20261123}), won(99));
    }

    void begun_anew_it_is_of_the_rows_that_were_chosen()
    {
        Office office;
        office.press(Qt::Key_U, Qt::ControlModifier); // of all
        QVERIFY(office.isOpen());
        office.page()->head().amountField().setFocus();
        office.type(QStringLiteral("7"));
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        office.list()->table().setFocus();
        office.list()->table().selectRow(0);
        office.press(Qt::Key_Down, Qt::ShiftModifier);
        office.press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(office.isOpen());
        QCOMPARE(office.page()->head().amountField().text(), QStringLiteral("7")); // the draft
        for (auto* way : office.page()->strip().findChildren<KeyButton*>())
            if (way->text() == QStringLiteral("Begin anew"))
                way->click();
        QTRY_VERIFY(!office.page()->isReading());
        QCOMPARE(office.page()->head().scope().products.size(), std::size_t{2});
    }

    void an_exception_that_means_nothing_in_the_new_unit_stops_the_saving()
    {
        Office office;
        office.press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(office.isOpen());
        PriceChangeHead& head = office.page()->head();
        head.amountField().setText(QStringLiteral("10"));
        head.exceptions().customerField().choose(office.gaon, QStringLiteral("가온상사"));
        head.exceptions().amountField().setFocus();
        office.type(QStringLiteral("5%"));
        office.press(Qt::Key_Return);
        QCOMPARE(head.exceptions().all().size(), std::size_t{1});
        head.kindField().setCurrentIndex(2); // up by won
        QVERIFY(head.exceptions().all().empty()); // 5 % is no won
        office.press(Qt::Key_F8);
        QVERIFY(office.page());
        QTRY_VERIFY(office.page()->strip().isVisible());
        QCOMPARE(office.agreed(office.gaon, office.cup, {20261123}), won(90));
        head.kindField().setCurrentIndex(0);
        QCOMPARE(head.exceptions().all().size(), std::size_t{1});
        head.amountField().setText(QStringLiteral("500원"));
        QVERIFY(!head.wish()); // not 500 %
    }

    void esc_stops_the_writing_and_nothing_is_changed()
    {
        Office office;
        office.press(Qt::Key_U, Qt::ControlModifier);
        QVERIFY(office.isOpen());
        office.type(QStringLiteral("10"));
        std::promise<void> goOn;
        auto waits = goOn.get_future().share();
        office.company.data->run(
            office.page(),
            [waits](commands::Commands&) {
                waits.wait();
                return 0;
            },
            [](int) {});
        office.press(Qt::Key_F8);
        office.press(Qt::Key_Escape);
        QVERIFY(office.page());
        goOn.set_value();
        QTRY_VERIFY(!office.page()->strip().text().isEmpty());
        QVERIFY(office.page()->head().isEnabled());
        QCOMPARE(office.agreed(office.narae, office.cup, newYear), won(90));
        QTRY_VERIFY(office.page()->head().amountField().hasFocus());
        office.press(Qt::Key_F8); // and once more
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.agreed(office.narae, office.cup, newYear), won(99));
    }

    void who_only_reads_is_not_offered_it()
    {
        Office office;
        office.company.data->setRole(Executive);
        for (const KeyButton* button : office.window->findChildren<KeyButton*>())
            QVERIFY(!button->isVisible() || button->text() != QStringLiteral("Change prices"));
        office.places->changePrices({});
        QTest::qWait(50);
        QVERIFY(!office.page());
        QVERIFY(!office.list()->strip().text().isEmpty());
    }

    void the_command_field_opens_it_and_every_field_has_a_name()
    {
        Office office;
        office.press(Qt::Key_K, Qt::ControlModifier);
        office.type(QStringLiteral("Change prices"));
        QTest::qWait(300);
        office.press(Qt::Key_Return);
        QVERIFY(office.isOpen());
        QCOMPARE(namelessFields(*office.page()), QStringList());
    }

    void the_model_keeps_the_rules_of_models()
    {
        Model model(Date::fromYmd(2026, 11, 23));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        PriceBase base;
        base.product = Uuid{{1}};
        base.price = base.listPrice = won(100);
        PriceBase second = base;
        second.product = Uuid{{2}};
        second.price = won(3);
        model.setBases({base, second});
        model.setWish(
            PriceWish{{PriceChangeKind::Won, -50'000}, {}, Date::fromYmd(2026, 11, 23), Date::fromYmd(2026, 11, 23)});
        QCOMPARE(model.firstProblem(), std::optional<std::size_t>(1));
        model.show(Model::Show::ToSee);
        QCOMPARE(model.rowCount(), 1);
        model.leaveOut(0, true);
        QVERIFY(!model.firstProblem());
        model.show(Model::Show::Staying);
        QCOMPARE(model.rowCount(), 1);
        QVERIFY(model.setData(model.index(0, Model::New), QStringLiteral("9"), Qt::EditRole)); // and it is in again
        QCOMPARE(model.sums().changing, 2);
        QVERIFY(!model.setData(model.index(0, Model::New), QStringLiteral("0"), Qt::EditRole));
        const QJsonArray typed = model.typed();
        model.clearTyped();
        model.resume(typed);
        QCOMPARE(model.firstProblem(), std::optional<std::size_t>(1));
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(PriceChangeTest)
#include "price_change_test.moc"
