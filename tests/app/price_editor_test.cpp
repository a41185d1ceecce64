// The page of agreed prices, used as people use it: in a real window, by keys, on a company in a file.
#include "app/lists/list_page.h"
#include "app/lookup/customer_field.h"
#include "app/products/price_editor_page.h"
#include "app/products/price_grid.h"
#include "app/products/product_list_page.h"
#include "app/session/work_places.h"
#include "masters_office.h"

#include <QAbstractItemModelTester>

using namespace dure;
using namespace dure::app;

namespace {

using Model = PriceListModel;

struct Office : MastersOffice
{
    Uuid customer = company.customer("(주)다온코스메틱", "C001");
    Uuid product = company.product("PET 500ml", "PB-05", 98);

    PriceEditorPage* page() const { return qobject_cast<PriceEditorPage*>(window->currentPage()); }
    void edit()
    {
        places->editPrices(product);
        QTRY_VERIFY(page() && page()->isReady());
        QTRY_VERIFY(page()->customerField().hasFocus());
    }
    std::vector<storage::ProductPriceRow> stored()
    {
        return company.read([this](Reader& r) { return r.products().detail(product); })->prices;
    }
    void agree(Date from, std::int64_t won)
    {
        CustomerPrice price;
        price.customerId = customer;
        price.productId = product;
        price.validFrom = from;
        price.unitPrice = UnitPrice::fromInteger(won);
        QVERIFY(company.run([price](commands::Commands& c) { return c.setCustomerPrice(price); }).has_value());
    }
    QString text(int row, int column) const { return page()->model().index(row, column).data().toString(); }
};

} // namespace

class PriceEditorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareMastersTests(m_theme); }

    void a_customer_found_by_initial_consonants_gets_a_price_from_today()
    {
        Office office;
        office.edit();
        office.type(QStringLiteral("ㄷㅇㅋㅅ"));
        QTRY_VERIFY(office.page()->customerField().popup().isOpen());
        office.press(Qt::Key_Return);
        QTRY_COMPARE(office.page()->model().rowCount(), 1);
        QCOMPARE(office.page()->grid().cell(), office.page()->model().index(0, Model::Price));
        QTRY_VERIFY(office.page()->grid().isAncestorOf(QApplication::focusWidget()));
        office.type(QStringLiteral("12.5"));
        office.press(Qt::Key_F8); // with the cell still being typed into
        QTRY_VERIFY(!office.page());
        const auto prices = office.stored();
        QCOMPARE(prices.size(), std::size_t{1});
        QCOMPARE(prices[0].price.customerId, office.customer);
        QCOMPARE(prices[0].price.validFrom, Date::fromYmd(2026, 11, 23));
        QCOMPARE(prices[0].price.unitPrice, UnitPrice{125'000});
        auto* list = office.window->findChild<ProductListPage*>();
        list->table().setFocus();
        office.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_VERIFY(office.stored().empty());
    }

    void what_was_agreed_before_stays_below_and_the_one_that_holds_is_marked()
    {
        Office office;
        office.agree(Date::fromYmd(2026, 1, 1), 95);
        office.agree(Date::fromYmd(2026, 11, 1), 97);
        office.agree(Date::fromYmd(2027, 1, 1), 99);
        office.edit();
        QCOMPARE(office.page()->model().rowCount(), 3);
        QCOMPARE(office.text(0, Model::Price), QStringLiteral("99"));
        QCOMPARE(office.text(2, Model::Price), QStringLiteral("95"));
        QVERIFY(office.text(0, Model::State) != office.text(1, Model::State));
        QVERIFY(office.text(1, Model::State) != office.text(2, Model::State));
        QVERIFY(office.page()->model().index(1, Model::State).data(StrongRole).toBool());
        QVERIFY(!office.page()->model().index(2, Model::State).data(StrongRole).toBool());
        office.page()->grid().setFocus();
        office.page()->grid().goTo(office.page()->model().index(0, Model::From));
        office.press(Qt::Key_Delete, Qt::ControlModifier);
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.stored().size(), std::size_t{2});
    }

    void two_lines_of_the_same_day_are_told_before_saving()
    {
        Office office;
        office.agree(Date::fromYmd(2026, 11, 23), 95);
        office.edit();
        office.type(QStringLiteral("C001"));
        QTRY_VERIFY(office.page()->customerField().popup().isOpen());
        office.press(Qt::Key_Return);
        QTRY_COMPARE(office.page()->model().rowCount(), 2);
        office.type(QStringLiteral("90"));
        office.press(Qt::Key_F8);
        QVERIFY(office.page());
        QCOMPARE(office.page()->model().firstProblem(), office.page()->model().index(1, Model::From));
        QCOMPARE(office.page()->grid().cell(), office.page()->model().index(1, Model::From));
        office.type(QStringLiteral("1201"));
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        QCOMPARE(office.stored().size(), std::size_t{2});
    }

    void a_price_that_cannot_be_read_stays_visible_and_stops_the_saving()
    {
        Office office;
        office.agree(Date::fromYmd(2026, 11, 1), 97);
        office.edit();
        office.page()->grid().setFocus();
        office.page()->grid().goTo(office.page()->model().index(0, Model::Price));
        office.type(QStringLiteral("9x"));
        office.press(Qt::Key_F8);
        QVERIFY(office.page());
        QCOMPARE(office.text(0, Model::Price), QStringLiteral("9x"));
        QCOMPARE(office.stored()[0].price.unitPrice, UnitPrice::fromInteger(97));
    }

    void what_was_typed_is_back_and_what_another_pc_agreed_is_there_too()
    {
        Office office;
        office.agree(Date::fromYmd(2026, 11, 1), 97);
        office.edit();
        office.page()->grid().setFocus();
        office.page()->grid().goTo(office.page()->model().index(0, Model::Price));
        office.type(QStringLiteral("88"));
        office.press(Qt::Key_Return);
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page());
        office.edit();
        QCOMPARE(office.text(0, Model::Price), QStringLiteral("88"));
        office.agree(Date::fromYmd(2026, 12, 1), 99);
        QTRY_COMPARE(office.page()->model().rowCount(), 2);
        QVERIFY(!office.page()->strip().text().isEmpty());
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page());
        const auto prices = office.stored();
        QCOMPARE(prices.size(), std::size_t{2});
        QCOMPARE(prices[0].price.unitPrice, UnitPrice::fromInteger(88));
        QCOMPARE(prices[1].price.unitPrice, UnitPrice::fromInteger(99));
    }

    void the_model_keeps_the_rules_of_models()
    {
        Model model(Uuid{{1}}, Date::fromYmd(2026, 11, 23));
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.add(Uuid{{2}}, QStringLiteral("다온")), 0);
        QVERIFY(model.setData(model.index(0, Model::Price), QStringLiteral("1,234.5"), Qt::EditRole));
        QVERIFY(!model.setData(model.index(0, Model::From), QStringLiteral("13-45"), Qt::EditRole));
        QCOMPARE(model.firstProblem(), model.index(0, Model::From));
        QCOMPARE(model.add(Uuid{{3}}, QStringLiteral("새벽")), 1);
        QCOMPARE(model.add(Uuid{{2}}, QStringLiteral("다온")), 1); // beside its own
        QCOMPARE(model.firstProblem(), model.index(0, Model::From));
        model.remove(0);
        QVERIFY(!model.firstProblem().isValid());
        QVERIFY(!(model.flags(model.index(0, Model::State)) & Qt::ItemIsEditable));
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(PriceEditorTest)
#include "price_editor_test.moc"
