// The place of stock, used as people use it: in a real window, by keys, on a company in a file.
#include "app/stock/count_grid.h"
#include "app/stock/count_page.h"
#include "app/stock/receipt_grid.h"
#include "app/stock/receipt_page.h"
#include "app/stock/stock_entry_page.h"
#include "app/stock/stock_ledger_model.h"
#include "app/stock/stock_ledger_page.h"
#include "app/stock/stock_list_page.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/key_button.h"
#include "core/domain/schema.h"
#include "masters_office.h"

#include <QAbstractItemModelTester>

using namespace dure;
using namespace dure::app;

namespace {

Quantity pieces(std::int64_t count) { return Quantity::fromInteger(count); }

struct Office : MastersOffice
{
    Uuid bottle, cap, jar;

    Office()
    {
        bottle = make("PET 500 투명", "PB-0500", 500);
        cap = make("펌프캡 백색", "PC-24", 2'000);
        jar = make("PP 크림용기", "PJ-50", 0);
        window->goTo(QStringLiteral("stock"));
        QTRY_VERIFY(list()->table().model()->rowCount() == 3);
    }
    Uuid make(const std::string& name, const std::string& code, std::int64_t perBox)
    {
        Product product;
        product.name = name;
        product.code = code;
        product.unit = "개";
        product.unitsPerBox = pieces(perBox);
        product.boxesPerPallet = 20;
        product.safetyStock = pieces(1'000);
        return company.run([product](commands::Commands& c) { return c.saveProduct(product); }).value().id;
    }
    void moved(const Uuid& product, std::int64_t quantity, Date on = Date::fromYmd(2026, 11, 20))
    {
        StockMovement movement;
        movement.productId = product;
        movement.movedOn = on;
        movement.kind = StockMovementKind::Production;
        movement.quantity = pieces(quantity);
        QVERIFY(company.run([movement](commands::Commands& c) { return c.recordStockMovement(movement); }));
    }
    storage::StockListRow stock(const Uuid& product)
    {
        return company.read([product](Reader& r) { return r.stock().row(product); }).value();
    }
    storage::StockMovementRow lastMoved(const Uuid& product)
    {
        return company.read([product](Reader& r) { return r.stock().detail(product); })->last.front();
    }
    StockListPage* list() const { return window->findChild<StockListPage*>(); }
    template <class Kind> Kind* page() const { return qobject_cast<Kind*>(window->currentPage()); }
    template <class Kind> Kind* opened()
    {
        const bool there = QTest::qWaitFor([this] {
            auto* each = page<Kind>();
            return each && each->isReady() && each->isAncestorOf(QApplication::focusWidget());
        });
        return there ? page<Kind>() : nullptr;
    }
    /// As an input method commits it, whatever the letters.
    void commit(const QString& text)
    {
        QInputMethodEvent event;
        event.setCommitString(text);
        QApplication::sendEvent(QApplication::focusWidget(), &event);
    }
    void select(const Uuid& product)
    {
        list()->showRow(product);
        QTRY_COMPARE(list()->currentId(), product);
        list()->table().setFocus();
    }
};

} // namespace

class StockTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { prepareMastersTests(m_theme); }

    void a_receipt_is_typed_product_enter_quantity_enter()
    {
        Office office;
        office.list()->table().setFocus();
        office.press(Qt::Key_F2);
        auto* page = office.opened<ReceiptPage>();
        QVERIFY(page);
        office.type(QStringLiteral("PB-0500"));
        office.press(Qt::Key_Return);
        office.type(QStringLiteral("10box"));
        office.press(Qt::Key_Return);
        office.type(QStringLiteral("L26-11"));
        office.press(Qt::Key_Return);
        office.commit(QStringLiteral("ㅍㅍㅋ")); // initial consonants
        office.press(Qt::Key_Return);
        office.commit(QStringLiteral("2팔레트 35"));
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page<ReceiptPage>());
        QCOMPARE(office.stock(office.bottle).onHand, pieces(5'000));
        QCOMPARE(office.stock(office.cap).onHand, pieces(2 * 20 * 2'000 + 35));
        const StockMovement made = office.lastMoved(office.bottle).movement;
        QCOMPARE(made.kind, StockMovementKind::Production);
        QCOMPARE(made.lot, std::string("L26-11"));
        QCOMPARE(made.movedOn, Date::fromYmd(2026, 11, 23));
        QVERIFY(!office.list()->strip().text().isEmpty());
        office.list()->table().setFocus();
        office.press(Qt::Key_Z, Qt::ControlModifier); // both lines with one key
        QTRY_COMPARE(office.stock(office.bottle).onHand, pieces(0));
        QCOMPARE(office.stock(office.cap).onHand, pieces(0));
    }

    void what_is_typed_into_a_receipt_is_told_as_it_was_understood()
    {
        Office office;
        office.places->receiveStock(office.bottle);
        auto* page = office.opened<ReceiptPage>();
        QVERIFY(page);
        QTRY_COMPARE(page->model().entries().front().productId, office.bottle);
        QCOMPARE(page->grid().cell().column(), int(ReceiptLineModel::Amount)); // its product stands there already
        office.type(QStringLiteral("3box"));
        office.press(Qt::Key_Return);
        QCOMPARE(page->model().entries().front().quantity, pieces(1'500));
        QCOMPARE(page->model().noteOf(0), QStringLiteral("3box = 1,500개"));
        QCOMPARE(page->model().index(0, ReceiptLineModel::After).data().toString(), QStringLiteral("1,500"));
        page->grid().goTo(page->model().index(0, ReceiptLineModel::Amount));
        office.type(QStringLiteral("5kg"));
        office.press(Qt::Key_Return);
        QVERIFY(page->model().firstProblem().isValid());
        office.press(Qt::Key_F8);
        QVERIFY(office.page<ReceiptPage>()); // stays, at the cell
        QCOMPARE(page->grid().cell().column(), int(ReceiptLineModel::Amount));
        QVERIFY(page->strip().text().contains(QStringLiteral("kg")));
        office.type(QStringLiteral("20"));
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page<ReceiptPage>());
        QCOMPARE(office.stock(office.bottle).onHand, pieces(20));
    }

    void a_product_that_is_not_there_stops_the_saving_and_a_receipt_survives_closing()
    {
        Office office;
        office.places->receiveStock({});
        auto* page = office.opened<ReceiptPage>();
        QVERIFY(page);
        office.type(QStringLiteral("XX-1"));
        office.press(Qt::Key_Return);
        office.type(QStringLiteral("700"));
        office.press(Qt::Key_F8);
        QTRY_VERIFY(page->model().firstProblem().isValid());
        QVERIFY(office.page<ReceiptPage>());
        QTRY_VERIFY(!page->strip().text().isEmpty());
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page<ReceiptPage>());
        office.places->receiveStock({});
        page = office.opened<ReceiptPage>();
        QVERIFY(page);
        QCOMPARE(page->model().entries().front().product, QStringLiteral("XX-1"));
        QCOMPARE(page->model().entries().front().quantity, pieces(700));
        page->grid().goTo(page->model().index(0, ReceiptLineModel::Product));
        office.type(QStringLiteral("PJ-50"));
        office.press(Qt::Key_Return);
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page<ReceiptPage>());
        QCOMPARE(office.stock(office.jar).onHand, pieces(700));
        const auto drafts = office.company.run([](commands::Commands& c) { return c.draftNames(); });
        QVERIFY(drafts.empty());
    }

    void a_count_sheet_is_typed_down_the_column()
    {
        Office office;
        office.moved(office.bottle, 5'000);
        office.moved(office.cap, 300);
        office.places->countStock();
        auto* page = office.opened<CountPage>();
        QVERIFY(page);
        QCOMPARE(page->model().rowCount(), 3);
        QCOMPARE(page->grid().cell(), page->model().index(0, CountSheetModel::Amount));
        office.type(QStringLiteral("9box 430")); // PB-0500
        office.press(Qt::Key_Return);
        QCOMPARE(page->model().index(0, CountSheetModel::Difference).data().toString(), QString::fromUtf8("−70"));
        office.press(Qt::Key_F4); // PC-24: as in the books
        office.type(QStringLiteral("12"));
        office.press(Qt::Key_Return);
        QCOMPARE(page->model().sums().counted, 3);
        QCOMPARE(page->model().sums().different, 2);
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page<CountPage>());
        QCOMPARE(office.stock(office.bottle).onHand, pieces(4'930));
        QCOMPARE(office.stock(office.cap).onHand, pieces(300));
        QCOMPARE(office.stock(office.jar).onHand, pieces(12));
        QCOMPARE(office.lastMoved(office.bottle).movement.kind, StockMovementKind::Adjustment);
        office.list()->table().setFocus();
        office.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office.stock(office.bottle).onHand, pieces(5'000));
        QCOMPARE(office.stock(office.jar).onHand, pieces(0));
    }

    void a_count_sheet_follows_the_books_and_survives_closing()
    {
        Office office;
        office.moved(office.bottle, 5'000);
        office.places->countStock();
        auto* page = office.opened<CountPage>();
        QVERIFY(page);
        office.type(QStringLiteral("4900"));
        office.press(Qt::Key_Return);
        office.moved(office.bottle, -400, Date::fromYmd(2026, 11, 23)); // meanwhile
        QTRY_COMPARE(page->model().index(0, CountSheetModel::OnHand).data().toString(), QStringLiteral("4,600"));
        QCOMPARE(page->model().sums().movedSince, 1);
        QCOMPARE(page->model().index(0, CountSheetModel::Difference).data().toString(), QStringLiteral("+300"));
        office.type(QStringLiteral("many")); // PC-24, cannot be read
        office.press(Qt::Key_Escape); // of the cell
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(!office.page<CountPage>());
        office.places->countStock();
        page = office.opened<CountPage>();
        QVERIFY(page);
        QCOMPARE(page->model().sums().counted, 1);
        QCOMPARE(page->model().sums().movedSince, 1); // and it still says so
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page<CountPage>());
        QCOMPARE(office.stock(office.bottle).onHand, pieces(4'900));
    }

    void a_count_sheet_finds_products_and_shows_what_is_left_to_count()
    {
        Office office;
        office.places->countStock();
        auto* page = office.opened<CountPage>();
        QVERIFY(page);
        office.press(Qt::Key_F, Qt::ControlModifier);
        office.commit(QStringLiteral("ㅋㄹ")); // 크림
        QTRY_COMPARE(page->model().rowCount(), 1);
        office.press(Qt::Key_Return);
        QTRY_VERIFY(page->grid().isAncestorOf(QApplication::focusWidget()));
        page->grid().goTo(page->model().index(0, CountSheetModel::Amount));
        office.type(QStringLiteral("x"));
        office.press(Qt::Key_Return);
        office.press(Qt::Key_F, Qt::ControlModifier);
        office.commit(QStringLiteral("PET"));
        QTRY_COMPARE(page->model().index(0, CountSheetModel::Code).data().toString(), QStringLiteral("PB-0500"));
        office.press(Qt::Key_F8); // what is wrong is a row that the text hides
        QTRY_COMPARE(page->model().rowCount(), 3);
        QCOMPARE(page->model().bookAt(page->grid().cell().row()).id, office.jar);
        office.type(QStringLiteral("7"));
        office.press(Qt::Key_Return);
        page->chips().choose(QStringLiteral("uncounted"));
        QCOMPARE(page->model().rowCount(), 2);
        page->chips().choose(QStringLiteral("different"));
        QCOMPARE(page->model().rowCount(), 1);
    }

    void scrap_is_typed_as_what_was_thrown_away()
    {
        Office office;
        office.moved(office.bottle, 5'000);
        office.places->enterStock(office.bottle, StockMovementKind::Scrap);
        auto* page = office.opened<StockEntryPage>();
        QVERIFY(page);
        office.press(Qt::Key_F8); // nothing typed
        QVERIFY(!page->quantityCell().problem().isEmpty());
        QCOMPARE(QApplication::focusWidget(), &page->quantityField());
        office.type(QStringLiteral("2box"));
        QVERIFY(page->quantityCell().note().contains(QStringLiteral("1,000")));
        office.press(Qt::Key_F8);
        QTRY_VERIFY(!office.page<StockEntryPage>());
        QCOMPARE(office.stock(office.bottle).onHand, pieces(4'000));
        QCOMPARE(office.lastMoved(office.bottle).movement.kind, StockMovementKind::Scrap);
        QTRY_COMPARE(office.list()->currentId(), office.bottle);
    }

    void the_ledger_takes_back_what_was_typed_wrong()
    {
        Office office;
        office.moved(office.bottle, 5'000, Date::fromYmd(2026, 8, 30));
        office.moved(office.bottle, 300, Date::fromYmd(2026, 11, 2));
        office.select(office.bottle);
        office.press(Qt::Key_Return);
        QTRY_VERIFY(office.page<StockLedgerPage>());
        auto* page = office.page<StockLedgerPage>();
        QTRY_COMPARE(page->model().rowCount(), 2); // three months: what was carried forward, and one
        QCOMPARE(page->model().ledger().carriedForward, pieces(5'000));
        QCOMPARE(page->model().ledger().closing, pieces(5'300));
        office.press(Qt::Key_Delete);
        QTRY_COMPARE(page->model().rowCount(), 3);
        QCOMPARE(page->model().ledger().closing, pieces(5'000));
        QVERIFY(!page->strip().text().isEmpty());
        page->table().selectRow(1);
        office.press(Qt::Key_Delete); // once is enough
        QTRY_VERIFY(!page->strip().text().isEmpty());
        QTRY_COMPARE(office.stock(office.bottle).onHand, pieces(5'000));
        office.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(office.stock(office.bottle).onHand, pieces(5'300));
        page->choosePeriod(QStringLiteral("all"));
        QTRY_COMPARE(page->model().rowCount(), 5);
        QCOMPARE(page->model().ledger().carriedForward, pieces(0));
        office.press(Qt::Key_Escape);
        QTRY_VERIFY(office.page<StockListPage>());
    }

    void chips_and_columns_say_what_is_short()
    {
        Office office;
        office.moved(office.bottle, 5'000);
        office.moved(office.cap, 300);
        const Uuid customer = office.company.customer("(주)다온코스메틱");
        const Uuid order
            = office.company.order(customer, office.bottle, "PET 500 투명", 7'000, Date::fromYmd(2026, 11, 30));
        QTRY_COMPARE(office.stock(office.bottle).reserved, pieces(7'000));
        auto* chips = office.list()->findChild<ChipRow*>();
        const auto shown = [&](const char* chip) {
            chips->choose(QLatin1String(chip));
            QStringList codes;
            const bool loaded = QTest::qWaitFor([&] {
                auto* model = office.list()->table().model();
                codes.clear();
                for (int row = 0; row < model->rowCount(); ++row)
                    codes
                        += model->index(row, office.list()->table().columnOf(QStringLiteral("code"))).data().toString();
                return !static_cast<WindowedModel*>(model)->isLoading() && !codes.contains(QString());
            });
            return loaded ? codes : QStringList{QStringLiteral("not loaded")};
        };
        QCOMPARE(shown("short"), QStringList{QStringLiteral("PB-0500")});
        QCOMPARE(shown("low"), (QStringList{QStringLiteral("PC-24"), QStringLiteral("PJ-50")}));
        QCOMPARE(shown("unmoved"), QStringList{QStringLiteral("PJ-50")});
        QCOMPARE(shown("negative"), QStringList());
        office.company.deliver(order, 7'000);
        QTRY_COMPARE(office.stock(office.bottle).onHand, pieces(-2'000));
        QTRY_COMPARE(shown("negative"), QStringList{QStringLiteral("PB-0500")});
        QCOMPARE(shown("short"), QStringList{QStringLiteral("PB-0500")}); // nothing is promised any more, but owed
    }

    void who_only_reads_is_offered_nothing_to_write()
    {
        Office office;
        office.moved(office.bottle, 5'000);
        office.company.data->setRole(std::uint8_t(Executive));
        office.list()->table().setFocus();
        office.press(Qt::Key_F2);
        QTest::qWait(50);
        QVERIFY(office.page<StockListPage>());
        office.places->receiveStock({});
        office.places->countStock();
        office.places->enterStock(office.bottle, StockMovementKind::Scrap);
        QVERIFY(office.page<StockListPage>());
        QVERIFY(!office.list()->strip().text().isEmpty()); // and it says why
        office.places->showStockLedger(office.bottle); // to be read by everybody
        QTRY_VERIFY(office.page<StockLedgerPage>());
        QTRY_COMPARE(office.page<StockLedgerPage>()->model().rowCount(), 2);
        office.press(Qt::Key_Delete);
        QTRY_VERIFY(!office.page<StockLedgerPage>()->strip().text().isEmpty());
        QCOMPARE(office.stock(office.bottle).onHand, pieces(5'000));
    }

    void every_field_of_the_pages_has_a_name()
    {
        Office office;
        office.moved(office.bottle, 5'000);
        office.select(office.bottle);
        QCOMPARE(namelessFields(*office.list()), QStringList());
        office.places->receiveStock({});
        QVERIFY(office.opened<ReceiptPage>());
        QCOMPARE(namelessFields(*office.page<ReceiptPage>()), QStringList());
        office.places->countStock();
        QVERIFY(office.opened<CountPage>());
        QCOMPARE(namelessFields(*office.page<CountPage>()), QStringList());
        office.places->enterStock(office.bottle, StockMovementKind::Adjustment);
        QVERIFY(office.opened<StockEntryPage>());
        QCOMPARE(namelessFields(*office.page<StockEntryPage>()), QStringList());
        office.places->showStockLedger(office.bottle);
        QTRY_VERIFY(office.page<StockLedgerPage>());
        QCOMPARE(namelessFields(*office.page<StockLedgerPage>()), QStringList());
    }

    void the_models_keep_the_rules_of_models()
    {
        Office office;
        office.moved(office.bottle, 5'000);
        using Mode = QAbstractItemModelTester::FailureReportingMode;
        ReceiptLineModel receipt;
        QAbstractItemModelTester receiptTester(&receipt, Mode::QtTest);
        receipt.setData(receipt.index(0, ReceiptLineModel::Product), QStringLiteral("병"));
        receipt.setData(receipt.index(0, ReceiptLineModel::Amount), QStringLiteral("10box")); // no product yet
        QVERIFY(receipt.firstProblem().isValid());
        const auto choice = office.company.read(
            [id = office.bottle](Reader& r) { return storage::ProductChoiceStore(r.db()).find(id); });
        receipt.takeProduct(0, *choice);
        QVERIFY(!receipt.firstProblem().isValid()); // the boxes are read now
        QCOMPARE(receipt.entries().front().quantity, pieces(5'000));
        receipt.remove(0);
        receipt.undo();
        QCOMPARE(receipt.rowCount(), 2);
        CountSheetModel sheet;
        QAbstractItemModelTester sheetTester(&sheet, Mode::QtTest);
        sheet.setBooks(office.company.read([](Reader& r) { return r.stock().onDay(Date::fromYmd(2026, 11, 23)); }));
        sheet.setData(sheet.index(1, CountSheetModel::Amount), QStringLiteral("3"));
        sheet.show(CountSheetModel::Show::Counted);
        QCOMPARE(sheet.rowCount(), 1);
        sheet.clear();
        StockLedgerModel ledger;
        QAbstractItemModelTester ledgerTester(&ledger, Mode::QtTest);
        const Date from = Date::fromYmd(2026, 11, 1), to = Date::fromYmd(2026, 11, 30);
        ledger.setHistory(
            *office.company.read([=, id = office.bottle](Reader& r) { return r.stock().history(id, from, to); }), from,
            to, to);
        QCOMPARE(ledger.rowCount(), 2);
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(StockTest)
#include "stock_test.moc"
