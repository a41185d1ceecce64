// The list widget: what it remembers, what its keys do, and that painting keeps up with scrolling.
#include "app/widgets/date_text.h"
#include "app/widgets/ledger_table.h"
#include "app/widgets/status_glyph.h"
#include "app/widgets/text_fit.h"
#include "app/widgets/theme.h"
#include "app/widgets/totals_row.h"
#include "tests/app/own_settings.h"

#include <QAbstractItemModelTester>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace dure;
using namespace dure::app;

namespace {

/// A million rows made up as they are asked for.
class Rows : public QAbstractTableModel
{
public:
    explicit Rows(int count)
        : m_count(count)
    { }
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_count; }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : 6; }
    void sort(int column, Qt::SortOrder order) override { sorted = {column, order}; }
    QVariant data(const QModelIndex& index, int role) const override
    {
        switch (role) {
        case StatusRole:
            return 1 + index.row() % 5;
        case DateRole:
            return 20261101 + index.row() % 28;
        case PermilleRole:
            return index.row() % 1001;
        case SuffixRole:
            return index.column() == 3 ? QStringLiteral("외 2") : QString();
        case Qt::DisplayRole:
            if (index.column() == 2)
                return QStringLiteral("(주)다온코스메틱 %1").arg(index.row());
            if (index.column() == 3)
                return QStringLiteral("PET 500ml 투명 28파이 긴 이름의 품목 %1").arg(index.row());
            if (index.column() == 5)
                return QStringLiteral("1,234,567");
            return {};
        default:
            return {};
        }
    }
    std::pair<int, Qt::SortOrder> sorted{-1, Qt::AscendingOrder};

private:
    int m_count;
};

QList<LedgerColumn> columns()
{
    return {{QStringLiteral("status"), QStringLiteral("상태"), ColumnKind::Status, 98},
        {QStringLiteral("due"), QStringLiteral("납기"), ColumnKind::DueDate, 118},
        {QStringLiteral("customer"), QStringLiteral("거래처"), ColumnKind::Text, 112},
        {QStringLiteral("product"), QStringLiteral("품목"), ColumnKind::Name, 200, true},
        {QStringLiteral("progress"), QStringLiteral("납품률"), ColumnKind::Progress, 64, false, false, false},
        {QStringLiteral("supply"), QStringLiteral("공급가액"), ColumnKind::Number, 94, false, true}};
}

struct Shown
{
    Rows rows;
    LedgerTable table;
    explicit Shown(int count, const QString& key = {})
        : rows(count)
    {
        table.setColumns(columns());
        table.setModel(&rows);
        table.setToday(Date::fromYmd(2026, 11, 23));
        if (!key.isEmpty())
            table.rememberColumnsAs(key);
        table.resize(1100, 640);
        table.show();
        [&] { QVERIFY(QTest::qWaitForWindowExposed(&table)); }();
        table.activateWindow();
        table.setFocus();
    }
};

} // namespace

class LedgerTableTest : public QObject
{
    Q_OBJECT
    OwnSettings m_settings;
    std::unique_ptr<Theme> m_theme;

private Q_SLOTS:
    void initTestCase()
    {
        m_settings.use("ledger test");
        m_theme = std::make_unique<Theme>(*qApp);
    }
    void init() { QSettings().clear(); }
    void cleanupTestCase() { m_theme.reset(); }

    void enter_and_double_click_open_the_row()
    {
        Shown shown(20);
        QSignalSpy opened(&shown.table, &LedgerTable::opened);
        shown.table.selectRow(3);
        QTest::keyClick(&shown.table, Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QCOMPARE(opened[0][0].toModelIndex().row(), 3);
        const QPoint onRow5(200, shown.table.rowViewportPosition(5) + 5);
        QTest::mouseClick(shown.table.viewport(), Qt::LeftButton, {}, onRow5);
        QTest::mouseDClick(shown.table.viewport(), Qt::LeftButton, {}, onRow5);
        QCOMPARE(opened.count(), 2);
        QCOMPARE(shown.table.currentRow(), 5);
    }

    void end_and_home_reach_the_first_and_last_of_a_million_rows()
    {
        Shown shown(1'000'000);
        QSignalSpy moved(&shown.table, &LedgerTable::currentRowChanged);
        QTest::keyClick(&shown.table, Qt::Key_End);
        QCOMPARE(shown.table.currentRow(), 999'999);
        QTest::keyClick(&shown.table, Qt::Key_Home);
        QCOMPARE(shown.table.currentRow(), 0);
        QVERIFY(moved.count() >= 2);
    }

    void the_current_row_stays_in_sight_when_something_takes_room_above()
    {
        Shown shown(1'000);
        const int last = shown.table.indexAt(QPoint(10, shown.table.viewport()->height() - 40)).row();
        shown.table.selectRow(last);
        shown.table.resize(1100, 500);
        QTRY_VERIFY(shown.table.visualRect(shown.table.currentIndex()).bottom() < shown.table.viewport()->height());
        QCOMPARE(shown.table.currentRow(), last);
        shown.table.verticalScrollBar()->setValue(500); // looked for elsewhere: it is left there
        shown.table.resize(1100, 400);
        QCOMPARE(shown.table.verticalScrollBar()->value(), 500);
    }

    void the_first_focus_selects_the_first_row()
    {
        Shown shown(5);
        QTRY_COMPARE(shown.table.currentRow(), 0);
    }

    void a_head_that_sorts_nothing_leaves_the_order_alone()
    {
        Shown shown(10);
        const auto clickHead = [&](int column) {
            QHeaderView* header = shown.table.horizontalHeader();
            const QPoint at(header->sectionViewportPosition(column) + 20, header->height() / 2);
            QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, at);
        };
        clickHead(1);
        QCOMPARE(shown.rows.sorted.first, 1);
        clickHead(4);
        QCOMPARE(shown.rows.sorted.first, 1);
        QCOMPARE(shown.table.horizontalHeader()->sortIndicatorSection(), 1);
        clickHead(2);
        QCOMPARE(shown.rows.sorted.first, 2);
    }

    void columns_are_remembered_by_name_order_width_and_choice()
    {
        {
            Shown shown(3, QStringLiteral("orders/columns"));
            QVERIFY(shown.table.isColumnHidden(5));
            shown.table.horizontalHeader()->moveSection(2, 0);
            shown.table.horizontalHeader()->resizeSection(1, 300);
            std::unique_ptr<QMenu> menu(shown.table.makeColumnsMenu(nullptr));
            Q_EMIT menu->aboutToShow();
            menu->actions()[4]->trigger();
            menu->actions()[5]->trigger();
        }
        Shown again(3, QStringLiteral("orders/columns"));
        QCOMPARE(again.table.horizontalHeader()->visualIndex(2), 0);
        QCOMPARE(again.table.columnWidth(1), 300);
        QVERIFY(again.table.isColumnHidden(4));
        QVERIFY(!again.table.isColumnHidden(5));
    }

    void the_last_column_cannot_be_hidden()
    {
        Shown shown(3);
        std::unique_ptr<QMenu> menu(shown.table.makeColumnsMenu(nullptr));
        for (int column = 0; column < 5; ++column)
            shown.table.setColumnHidden(column, column != 2);
        Q_EMIT menu->aboutToShow();
        QVERIFY(!menu->actions()[2]->isEnabled());
        QVERIFY(menu->actions()[0]->isEnabled());
    }

    void rows_and_words_fit_at_every_text_size()
    {
        Shown shown(10);
        for (const int percent : {80, 100, 140}) {
            m_theme->setLook(Appearance::Light, percent);
            QCOMPARE(shown.table.rowHeight(0), tokens().px(Px::Row));
            QCOMPARE(shown.table.horizontalHeader()->height(), tokens().px(Px::HeadRow));
            const QRect cell(0, 0, shown.table.columnWidth(0), 10);
            const int word = shown.table.look().boldMetrics.horizontalAdvance(statusWord(Status::Partial));
            QVERIFY(shown.table.contentRect(cell, 0).width() >= word + tokens().px(Px::Glyph));
        }
        m_theme->setLook(Appearance::Light, 100);
    }

    void scrolling_a_million_rows_paints_within_a_frame()
    {
        Shown shown(1'000'000);
        QScrollBar* bar = shown.table.verticalScrollBar();
        QImage target(shown.table.viewport()->size(), QImage::Format_ARGB32_Premultiplied);
        QList<qint64> frames;
        for (int frame = 0; frame < 300; ++frame) {
            bar->setValue(int(qint64(bar->maximum()) * frame / 300));
            QElapsedTimer timer;
            timer.start();
            shown.table.viewport()->render(&target);
            frames += timer.nsecsElapsed() / 1000;
        }
        std::sort(frames.begin(), frames.end());
        qInfo("a full repaint: median %lld us, p99 %lld us, longest %lld us", frames[150], frames[297], frames[299]);
        // Every frame repaints all rows here, which scrolling does not; 16 ms is the limit for it all the same, and
        // the median is what a loaded test machine cannot upset.
#if defined(__SANITIZE_ADDRESS__)
        constexpr qint64 limitUs = 160'000; // instrumented: only endless loops count
#else
        constexpr qint64 limitUs = 16'000;
#endif
        QVERIFY(frames[150] < limitUs);
    }

    void a_day_that_has_passed_keeps_no_room_for_how_late_it_is()
    {
        Shown due(100);
        Shown past(100);
        QList<LedgerColumn> other = columns();
        other[1].kind = ColumnKind::Date;
        other[1].width = 20; // as narrow as it may be
        past.table.setColumns(other);
        other[1].kind = ColumnKind::DueDate;
        due.table.setColumns(other);
        const int withWords = due.table.columnWidth(1);
        const int plain = past.table.columnWidth(1);
        QVERIFY2(plain < withWords * 3 / 4, qPrintable(QStringLiteral("%1, %2").arg(plain).arg(withWords)));
        const int day = textWidth(past.table.look().bodyMetrics, dateText({20261028}, {20261028}));
        QVERIFY2(plain >= day, qPrintable(QStringLiteral("%1, %2").arg(plain).arg(day)));
    }

    void a_column_is_as_wide_as_its_sum_needs()
    {
        Shown shown(3);
        shown.table.setColumnHidden(5, false);
        TotalsRow totals(&shown.table);
        totals.setCell(QStringLiteral("supply"), QStringLiteral("9,999,999,999,999,999"));
        totals.resize(shown.table.width(), totals.height());
        const QImage image = totals.grab().toImage();
        const QHeaderView* header = shown.table.horizontalHeader();
        const int columnLeft = header->sectionViewportPosition(5);
        const int right = columnLeft + header->sectionSize(5) - tokens().px(Px::Space16);
        QVERIFY(right - columnLeft
            >= shown.table.look().boldMetrics.horizontalAdvance(QStringLiteral("9,999,999,999,999,999")));
        const auto inked = [&](int x) {
            for (int y = 4; y < image.height() - 1; ++y) {
                if (image.pixelColor(x, y).lightness() < 128)
                    return true;
            }
            return false;
        };
        for (int x = columnLeft - 40; x < columnLeft; ++x)
            QVERIFY2(!inked(x), "the sum runs into its neighbour");
        for (int x = right + 1; x < image.width(); ++x)
            QVERIFY(!inked(x));
    }
};

QTEST_MAIN(LedgerTableTest)
#include "ledger_table_test.moc"
