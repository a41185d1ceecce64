#include "window_desk.h"

#include "app/dashboard/dashboard_page.h"
#include "app/data/windowed_model.h"
#include "app/lists/list_page.h"
#include "app/orders/order_editor_page.h"
#include "app/orders/order_line_grid.h"
#include "app/receivables/ledger_page.h"
#include "app/shell/main_window.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/ledger_table.h"
#include "measure.h"

#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLineEdit>
#include <QTest>

#include <cstdio>

namespace dure::bench {

using namespace dure::app;

namespace {

constexpr int waitMs = 20'000;
constexpr std::int64_t listGoalMs = 100, keyGoalMs = 16, ledgerGoalMs = 100, dashboardGoalMs = 150;
constexpr int gridLines = 500;

void print(std::int64_t us, std::int64_t goalMs, const QString& what)
{
    std::printf("%lld %lld %s\n", static_cast<long long>(us), static_cast<long long>(goalMs), qPrintable(what));
    std::fflush(stdout);
}

void type(QWidget* target, int key, const QString& text = {}, Qt::KeyboardModifiers modifiers = {})
{
    QKeyEvent press(QEvent::KeyPress, key, modifiers, text);
    QApplication::sendEvent(target, &press);
}

/// What was measured alike, to be told as one figure: the longest, and what it was.
class Longest
{
public:
    explicit Longest(std::int64_t goalMs)
        : m_goalMs(goalMs)
    { }
    void take(std::int64_t us, const QString& what)
    {
        m_all.push_back(us);
        if (us > m_goalMs * 1000)
            std::fprintf(stderr, "slow: %s took %lld µs\n", qPrintable(what), static_cast<long long>(us));
        if (us > m_us)
            std::tie(m_us, m_what) = std::pair(us, what);
    }
    void printAs(const QString& what) const
    {
        print(m_us, m_goalMs, QStringLiteral("%1: the longest of %2 (%3)").arg(what).arg(m_all.size()).arg(m_what));
    }
    std::int64_t percentile(int percent) const { return bench::percentile(m_all, percent); }
    std::size_t count() const { return m_all.size(); }

private:
    std::int64_t m_goalMs;
    std::int64_t m_us = 0;
    QString m_what;
    std::vector<std::int64_t> m_all;
};

class Desk
{
public:
    explicit Desk(MainWindow& window)
        : m_window(window)
    { }

    bool measure()
    {
        for (int place = 1; place <= 9; ++place)
            if (!openPlace(place))
                return false;
        m_opened.printAs(QStringLiteral("a list opened"));
        m_chosen.printAs(QStringLiteral("a chip chosen"));
        m_sorted.printAs(QStringLiteral("sorted by a column"));
        m_filtered.printAs(QStringLiteral("a letter in a filter, until its list stands"));
        print(m_echoed.percentile(95), keyGoalMs,
            QStringLiteral("a key in a filter until it is seen, 95 % of %1").arg(m_echoed.count()));
        return measureLedger() && measureGrid();
    }

private:
    ListPage* list() const { return qobject_cast<ListPage*>(m_window.currentPage()); }
    QString place() const { return m_window.currentPlace(); }

    bool openPlace(int number)
    {
        const std::int64_t start = nowUs();
        type(QApplication::focusWidget(), Qt::Key_0 + number, {}, Qt::ControlModifier);
        if (auto* dashboard = qobject_cast<DashboardPage*>(m_window.currentPage())) {
            if (!QTest::qWaitFor([&] { return dashboard->figures() != nullptr; }, waitMs))
                return false;
            m_window.repaint();
            print(nowUs() - start, dashboardGoalMs, QStringLiteral("the dashboard drawn"));
            return true;
        }
        ListPage* page = list();
        if (!page)
            return true; // today is no list
        auto* model = qobject_cast<WindowedModel*>(page->table().model());
        if (!QTest::qWaitFor([&] { return model->rowCount() > 0 && model->isRead(0); }, waitMs))
            return QApplication::focusWidget() != nullptr; // a list of nothing: there are no quotations
        page->table().viewport()->repaint();
        m_opened.take(nowUs() - start, place());
        QTest::qWait(500); // what is counted behind it
        chooseChips(*page, *model);
        sort(*page, *model);
        filter(*page, *model);
        return true;
    }

    enum class Asks { Surely, Perhaps };

    /// From what `ask` does until another list stands and is painted; -1: none came, or none was asked for.
    std::int64_t reload(
        ListPage& page, WindowedModel& model, const std::function<void()>& ask, Asks asks = Asks::Surely)
    {
        bool stands = false;
        const auto connection
            = QObject::connect(&model, &WindowedModel::reloaded, &model, [&stands] { stands = true; });
        const std::int64_t start = nowUs();
        ask();
        const bool waits = asks == Asks::Surely || model.isLoading();
        const bool came = stands || (waits && QTest::qWaitFor([&stands] { return stands; }, waitMs));
        page.table().viewport()->repaint();
        const std::int64_t us = nowUs() - start;
        QObject::disconnect(connection);
        return came ? us : -1;
    }

    void chooseChips(ListPage& page, WindowedModel& model)
    {
        auto* row = page.findChild<ChipRow*>();
        const QList<Chip*> chips = row ? row->findChildren<Chip*>() : QList<Chip*>();
        for (qsizetype i = 1; i <= chips.size(); ++i) { // and back to the first
            Chip* chip = chips[i % chips.size()];
            if (!chip->isVisible() || chip->isChecked())
                continue;
            m_chosen.take(reload(page, model, [chip] { chip->click(); }), place() + u' ' + chip->text());
            QTest::qWait(200);
        }
    }

    void sort(ListPage& page, WindowedModel& model)
    {
        QHeaderView* header = page.table().horizontalHeader();
        const int before = header->sortIndicatorSection();
        const Qt::SortOrder order = header->sortIndicatorOrder();
        for (int column = 0; column < model.columnCount(); ++column) {
            if (page.table().isColumnHidden(column) || column == before)
                continue;
            const std::int64_t us = reload(
                page, model, [&] { page.table().sortByColumn(column, Qt::AscendingOrder); }, Asks::Perhaps);
            if (us >= 0)
                m_sorted.take(us, place() + u' ' + model.headerData(column, Qt::Horizontal).toString());
            QTest::qWait(100);
        }
        page.table().sortByColumn(before, order);
        QTest::qWait(500);
    }

    void filter(ListPage& page, WindowedModel& model)
    {
        QTest::keyClick(&page.table(), Qt::Key_F, Qt::ControlModifier);
        QTest::qWait(50);
        QWidget* field = QApplication::focusWidget();
        if (!qobject_cast<QLineEdit*>(field))
            return;
        for (const QString& word : {QStringLiteral("한빛식품"), QStringLiteral("ㄷㅇㅋㅅ"), QStringLiteral("500ml"),
                 QStringLiteral("없는말")}) {
            for (qsizetype i = 0; i < word.size(); ++i)
                filterBy(page, model, field, Qt::Key_unknown, QString(word[i]), word.left(i + 1));
            for (qsizetype i = word.size() - 1; i >= 0; --i)
                filterBy(page, model, field, Qt::Key_Backspace, {}, word.left(i));
        }
    }
    void filterBy(
        ListPage& page, WindowedModel& model, QWidget* field, int key, const QString& text, const QString& stands)
    {
        std::int64_t echoed = 0;
        const std::int64_t start = nowUs();
        const std::int64_t us = reload(page, model, [&] {
            type(field, key, text);
            field->repaint();
            echoed = nowUs() - start;
        });
        m_echoed.take(echoed, place() + u' ' + stands);
        m_filtered.take(us, place() + u' ' + stands);
    }

    /// Of the customer that has 10,000 entries, all of them.
    bool measureLedger()
    {
        m_window.goTo(QStringLiteral("receivables"));
        auto* receivables = list();
        auto* model = qobject_cast<WindowedModel*>(receivables->table().model());
        QTest::keyClick(&receivables->table(), Qt::Key_F, Qt::ControlModifier);
        QTest::qWait(50);
        reload(*receivables, *model, [] { QTest::keyClicks(QApplication::focusWidget(), QStringLiteral("C0001")); });
        QTest::qWait(300);
        receivables->table().setFocus();
        const std::int64_t start = nowUs();
        type(&receivables->table(), Qt::Key_Return);
        auto* ledger = qobject_cast<LedgerPage*>(m_window.currentPage());
        if (!ledger || !QTest::qWaitFor([&] { return ledger->model().isRead(0); }, waitMs))
            return false;
        ledger->table().viewport()->repaint();
        print(nowUs() - start, ledgerGoalMs,
            QStringLiteral("the ledger of a customer with 10,000 entries, three months"));
        QTest::qWait(300);
        auto& rows = const_cast<LedgerModel&>(ledger->model());
        const std::int64_t us
            = reload(*ledger, rows, [ledger] { ledger->findChild<ChipRow*>()->choose(QStringLiteral("all")); });
        print(us, ledgerGoalMs, QStringLiteral("all of that ledger"));
        return QTest::qWaitFor([&rows] { return rows.rowCount() > 10'000; }, waitMs); // that it was the long one
    }

    bool measureGrid()
    {
        m_window.goTo(QStringLiteral("orders"));
        QTest::qWait(100);
        list()->table().setFocus();
        QTest::keyClick(&list()->table(), Qt::Key_F2);
        auto* editor = qobject_cast<OrderEditorPage*>(m_window.currentPage());
        if (!editor || !QTest::qWaitFor([editor] { return editor->isReady(); }, waitMs))
            return false;
        QString rows;
        for (int i = 0; i < gridLines; ++i)
            rows += QStringLiteral("PB-%1\t%2\n").arg(i + 1, 4, 10, QLatin1Char('0')).arg(100 + i);
        QApplication::clipboard()->setText(rows);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_F6);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
        if (!QTest::qWaitFor([editor] { return editor->model().lineCount() >= gridLines; }, waitMs))
            return false;
        QTest::qWait(1'000);
        Longest keys(keyGoalMs);
        const auto strike = [&keys](int key, const QString& text = {}) {
            QWidget* field = QApplication::focusWidget();
            const std::int64_t start = nowUs();
            type(field, key, text);
            QApplication::sendPostedEvents();
            field->window()->repaint();
            keys.take(nowUs() - start, text.isEmpty() ? QKeySequence(key).toString() : text);
            QTest::qWait(20);
        };
        for (int line = 0; line < 40; ++line) { // quantities over quantities, down the grid
            for (const char digit : {'1', '2', '5', '0'})
                strike(Qt::Key_0 + (digit - '0'), QString(QLatin1Char(digit)));
            strike(Qt::Key_Down);
        }
        print(keys.percentile(95), keyGoalMs,
            QStringLiteral("a key in a grid of %1 lines until it is seen, 95 % of %2")
                .arg(gridLines)
                .arg(keys.count()));
        return true;
    }

    MainWindow& m_window;
    Longest m_opened{listGoalMs}, m_chosen{listGoalMs}, m_sorted{listGoalMs}, m_filtered{listGoalMs};
    Longest m_echoed{keyGoalMs};
};

} // namespace

bool measureDesk(MainWindow& window) { return Desk(window).measure(); }

} // namespace dure::bench
