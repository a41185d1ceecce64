// 미납 현황 in its window, over a real company on disk, by keys alone.
#include "app/deliveries/delivery_editor_page.h"
#include "app/outstanding/outstanding_detail_pane.h"
#include "app/outstanding/outstanding_list_page.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/segmented_control.h"
#include "core/domain/access.h"
#include "core/exchange/table_source.h"
#include "tests/app/order_office.h"

#include <QAbstractItemModelTester>
#include <QLabel>

using namespace dure;
using namespace dure::app;

namespace {

/// Four orders: one late, one of this week delivered in part, one of next month, one on hold; today is Monday 11-23.
struct Desk : Office
{
    Uuid late, partly, later, held;
    Desk()
    {
        late = company.order(daon, products[0], "PET 350ml 브라운", 1'000, {20261120});
        partly = company.order(saebyeok, products[0], "PET 350ml 브라운", 500, {20261127});
        later = company.order(daon, products[4], "PET 500ml 투명", 2'000, {20261210});
        held = company.order(saebyeok, products[1], "PP 원터치캡 백색", 30, {20261110});
        company.deliver(partly, 200);
        company.run([id = held](commands::Commands& c) { return c.setOrderState(id, OrderState::OnHold); });
        [&] { QTRY_COMPARE(list()->table().model()->rowCount(), 4); }();
    }
    OutstandingListPage* page() { return qobject_cast<OutstandingListPage*>(window.currentPage()); }
    OutstandingListPage& open()
    {
        press(Qt::Key_M, Qt::ControlModifier);
        [&] { QTRY_VERIFY(page()); }();
        [&] { QTRY_VERIFY(page()->table().model()->rowCount() > 0); }();
        [&] { QTRY_VERIFY(!page()->currentId().isNil()); }();
        return *page();
    }
    /// A column's texts, top to bottom.
    QStringList column(const char* id)
    {
        const LedgerTable& table = page()->table();
        QStringList texts;
        for (int row = 0; row < table.model()->rowCount(); ++row)
            texts += table.model()->index(row, table.columnOf(QLatin1String(id))).data().toString();
        return texts;
    }
    QVariant data(int row, const char* id, int role)
    {
        return page()->table().model()->index(row, page()->table().columnOf(QLatin1String(id))).data(role);
    }
    bool isGroup(int row) { return data(row, "customer", Qt::BackgroundRole).isValid(); }
    /// Goes to the line that names this in a column.
    void goToLine(const char* id, const QString& text)
    {
        const QStringList texts = column(id);
        for (int row = 0; row < texts.size(); ++row) {
            if (isGroup(row) || texts[row] != text)
                continue;
            press(Qt::Key_Home);
            for (int step = 0; step < row; ++step)
                press(Qt::Key_Down);
            return;
        }
        QFAIL(qPrintable(texts.join(u'|')));
    }
    OutstandingDetailPane* pane() { return page()->findChild<OutstandingDetailPane*>(); }
};

} // namespace

class OutstandingTest : public OfficeTest<Desk>
{
    Q_OBJECT
public:
    OutstandingTest()
        : OfficeTest("outstanding test")
    { }

private:
    Desk& desk() { return office(); }

private Q_SLOTS:
    void init() { openOffice(); }
    void cleanup() { closeOffice(); }

    void what_waits_stands_under_its_customer_product_or_day_with_a_subtotal()
    {
        OutstandingListPage& page = desk().open();
        QAbstractItemModelTester tester(page.table().model(), QAbstractItemModelTester::FailureReportingMode::QtTest);
        QTRY_COMPARE(desk().column("remaining"),
            (QStringList{QStringLiteral("3,000"), QStringLiteral("1,000"), QStringLiteral("2,000"),
                QStringLiteral("330"), QStringLiteral("30"), QStringLiteral("300")}));
        QCOMPARE(desk().column("customer")[0], QStringLiteral("(주)다온코스메틱"));
        QVERIFY(desk().isGroup(0) && !desk().isGroup(1) && !desk().isGroup(2) && desk().isGroup(3));
        QCOMPARE(desk().column("supply")[0], QStringLiteral("300,000"));
        QCOMPARE(desk().column("supply")[5], QStringLiteral("30,000")); // 300 of 500 at 100 won
        QCOMPARE(desk().data(0, "status", StatusRole).toInt(), int(Status::Late));
        QCOMPARE(desk().data(1, "status", StatusRole).toInt(), int(Status::Late));
        QCOMPARE(desk().data(4, "status", StatusRole).toInt(), int(Status::Held)); // long due, but on hold
        QVERIFY(desk().data(4, "due", SettledRole).toBool());
        QCOMPARE(desk().data(5, "status", StatusRole).toInt(), int(Status::Partial));

        press(Qt::Key_F4);
        QCOMPARE(page.view(), storage::OutstandingView::Product);
        QTRY_COMPARE(desk().column("remaining"),
            (QStringList{QStringLiteral("1,300"), QStringLiteral("1,000"), QStringLiteral("300"),
                QStringLiteral("2,000"), QStringLiteral("2,000"), QStringLiteral("30"), QStringLiteral("30")}));
        press(Qt::Key_F4);
        QTRY_COMPARE(desk().column("remaining").size(), 8);
        QCOMPARE(desk().data(0, "due", DateRole).toInt(), 20261110);
        QVERIFY(desk().isGroup(6));
        press(Qt::Key_Escape);
        QTRY_VERIFY(desk().list());
        QCOMPARE(desk().open().view(), storage::OutstandingView::Due); // remembered
        press(Qt::Key_F4);
        QCOMPARE(desk().page()->view(), storage::OutstandingView::Customer);
    }

    void chips_and_text_leave_what_fits_with_subtotals_of_that()
    {
        OutstandingListPage& page = desk().open();
        auto* chips = page.findChild<ChipRow*>();
        chips->choose(QStringLiteral("late"));
        QTRY_COMPARE(desk().column("remaining"), (QStringList{QStringLiteral("1,000"), QStringLiteral("1,000")}));
        chips->choose(QStringLiteral("week"));
        QTRY_COMPARE(desk().column("remaining"), (QStringList{QStringLiteral("300"), QStringLiteral("300")}));
        chips->choose(QStringLiteral("all"));
        QTRY_COMPARE(desk().column("remaining").size(), 6);
        press(Qt::Key_F, Qt::ControlModifier);
        compose(QStringLiteral("ㅅ"));
        compose(QStringLiteral("ㅂ"), QStringLiteral("ㅅ")); // 새벽, still in composition
        QTRY_COMPARE(desk().column("customer").size(), 3);
        QCOMPARE(desk().column("remaining")[0], QStringLiteral("330"));
        press(Qt::Key_Escape);
        QTRY_COMPARE(desk().column("customer").size(), 6);
        press(Qt::Key_F, Qt::ControlModifier);
        type(QStringLiteral("PB-0500"));
        QTRY_COMPARE(desk().column("customer").size(), 2);
        press(Qt::Key_Return); // to the list
        press(Qt::Key_Down);
        QTRY_COMPARE(page.currentId(), desk().detail(desk().later).lines.front().line.id);
    }

    void the_pane_of_a_subtotal_follows_the_chip()
    {
        OutstandingListPage& page = desk().open();
        press(Qt::Key_Home);
        QTRY_VERIFY(desk().pane()->isShown());
        const auto words = [this] {
            QStringList all;
            for (const QLabel* label : desk().pane()->findChildren<QLabel*>())
                all += label->text();
            return all.join(u'|');
        };
        page.findChild<ChipRow*>()->choose(QStringLiteral("all"));
        const auto amount = [&] { return desk().column("supply").value(0); };
        QTRY_VERIFY(page.table().model()->rowCount() > 4);
        press(Qt::Key_Home);
        const QString all = amount();
        QTRY_VERIFY2(words().contains(all), qPrintable(all + u' ' + words()));
        page.findChild<ChipRow*>()->choose(QStringLiteral("late"));
        QTRY_VERIFY(amount() != all);
        QTRY_VERIFY2(words().contains(amount()), qPrintable(amount() + u' ' + words()));
    }

    void f4_gathers_otherwise_also_from_the_segments_above()
    {
        OutstandingListPage& page = desk().open();
        const QStringList byCustomer = desk().column("customer");
        auto* segments = desk().window.findChild<SegmentedControl*>();
        QVERIFY(segments);
        segments->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F4);
        QTRY_VERIFY(desk().column("customer") != byCustomer);
        QVERIFY(page.isVisible());
    }

    void one_key_delivers_the_order_of_the_line_and_what_went_out_is_gone()
    {
        desk().open();
        desk().goToLine("remaining", QStringLiteral("1,000"));
        press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(qobject_cast<DeliveryEditorPage*>(desk().window.currentPage()));
        auto* editor = qobject_cast<DeliveryEditorPage*>(desk().window.currentPage());
        QTRY_VERIFY(editor->isReady());
        press(Qt::Key_F8);
        QTRY_VERIFY(desk().page());
        QTRY_COMPARE(desk().column("remaining"),
            (QStringList{QStringLiteral("2,000"), QStringLiteral("2,000"), QStringLiteral("330"), QStringLiteral("30"),
                QStringLiteral("300")}));
        QVERIFY(desk().page()->strip().text().contains(QStringLiteral("was recorded")));
        QCOMPARE(desk().detail(desk().late).progress.status, OrderStatus::Delivered);
        press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(desk().column("remaining").size(), 6);
    }

    void enter_opens_the_order_over_the_list_and_a_subtotal_what_it_is_of()
    {
        desk().open();
        desk().goToLine("remaining", QStringLiteral("300"));
        press(Qt::Key_Return);
        QTRY_VERIFY(desk().editor());
        QTRY_VERIFY(desk().editor()->isReady());
        QCOMPARE(toQString(desk().detail(desk().partly).order.number), desk().editor()->subtitle());
        press(Qt::Key_Escape);
        QTRY_VERIFY(desk().page());
        press(Qt::Key_Home);
        QTRY_VERIFY(desk().pane()->isShown()
            && !desk().pane()->primary()->isEnabled()); // a subtotal is delivered order by order
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk().page());
        press(Qt::Key_Return);
        QTRY_COMPARE(desk().window.currentPlace(), QStringLiteral("customers"));
    }

    void the_pane_says_whether_the_stock_covers_it_and_what_else_the_order_waits_for()
    {
        OutstandingListPage& page = desk().open();
        desk().goToLine("remaining", QStringLiteral("1,000"));
        QTRY_COMPARE(page.currentId(), desk().detail(desk().late).lines.front().line.id);
        const auto said = [&] {
            QStringList words;
            for (const QLabel* label : desk().pane()->findChildren<QLabel*>())
                if (label->isVisible())
                    words += label->text().remove(QChar(0x2060));
            return words.join(u'|');
        };
        QTRY_VERIFY2(said().contains(QStringLiteral("1,500개 too few")), qPrintable(said()));
        StockMovement made;
        made.productId = desk().products[0];
        made.movedOn = today;
        made.kind = StockMovementKind::Production;
        made.quantity = Quantity::fromInteger(1'500);
        desk().company.run([made](commands::Commands& c) { return c.recordStockMovement(made); });
        QTRY_VERIFY2(said().contains(QStringLiteral("there is enough")), qPrintable(said()));
    }

    void the_list_goes_out_as_excel_with_its_subtotals()
    {
        OutstandingListPage& page = desk().open();
        QTRY_COMPARE(desk().column("remaining").size(), 6);
        QTemporaryDir folder;
        const QString path = folder.filePath(QStringLiteral("미납.xlsx"));
        page.exportTo(path);
        QTRY_VERIFY(page.strip().text().contains(QStringLiteral("6 row")));
        exchange::TableOptions options;
        options.headerLine = 1;
        auto table = exchange::openTable(path.toStdU16String(), options);
        QVERIFY(table);
        exchange::SourceRow row;
        QStringList amounts;
        while (*table->next(row))
            for (const exchange::Cell& cell : row.cells)
                if (cell.kind == exchange::CellKind::Number)
                    amounts += toQString(cell.text);
        for (const char* amount : {"300000", "100000", "200000", "33000", "3000", "30000", "330"})
            QVERIFY2(amounts.contains(QLatin1String(amount)), qPrintable(amounts.join(u' ')));
    }

    void who_only_reads_sees_it_and_delivers_nothing()
    {
        desk().company.data->setRole(Executive);
        desk().open();
        desk().goToLine("remaining", QStringLiteral("1,000"));
        QTRY_VERIFY(desk().pane()->isShown());
        QVERIFY(!desk().pane()->primary()->isVisible());
        press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(desk().page());
        press(Qt::Key_Return);
        QTRY_VERIFY(desk().list());
        QTRY_COMPARE(desk().list()->currentId(), desk().late);
    }

    void when_all_is_delivered_the_page_says_so()
    {
        desk().open();
        desk().company.deliver(desk().partly, 300);
        for (const Uuid& order : {desk().late, desk().later, desk().held})
            desk().company.run(
                [order](commands::Commands& c) { return c.setOrderState(order, OrderState::Cancelled); });
        const auto isEmpty = [&] {
            const auto labels = desk().page()->findChildren<QLabel*>();
            return std::ranges::any_of(labels, [](const QLabel* label) {
                return label->isVisible() && label->text().contains(QStringLiteral("Nothing waits"));
            });
        };
        QTRY_VERIFY(isEmpty() || desk().page()->table().model()->rowCount() == 0);
    }
};

QTEST_MAIN(OutstandingTest)
#include "outstanding_test.moc"
