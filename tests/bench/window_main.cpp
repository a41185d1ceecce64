// dure-bench-window: the client as it is, opened on a company's data, that types, scrolls and says how long it took.
// Prints: start µs, worst and median keystroke µs, p99 frame µs, longest stall µs, resident KiB; with --desk what
// window_desk.h says.
#include "app/data/windowed_model.h"
#include "app/lists/list_page.h"
#include "app/session/company_window.h"
#include "app/session/session.h"
#include "app/shell/app_settings.h"
#include "app/shell/language.h"
#include "app/shell/main_window.h"
#include "app/widgets/ledger_table.h"
#include "app/widgets/theme.h"
#include "measure.h"
#include "sync/client/transport.h"
#include "window_desk.h"

#include <QApplication>
#include <QScrollBar>
#include <QTest>
#include <QTimer>

#include <cstdio>

using namespace dure;
using namespace dure::app;
using namespace dure::bench;

namespace {

/// How late the event loop comes to a timer that is always due: what a person feels as a stall.
class Heartbeat
{
public:
    Heartbeat()
    {
        QObject::connect(&m_timer, &QTimer::timeout, &m_timer, [this] {
            const std::int64_t now = nowUs();
            m_longest = std::max(m_longest, now - m_last);
            m_last = now;
        });
        m_timer.start(1);
    }
    std::int64_t longest() const { return m_longest; }

private:
    QTimer m_timer;
    std::int64_t m_last = nowUs();
    std::int64_t m_longest = 0;
};

bool isUsable(const ListPage& page)
{
    const auto* model = qobject_cast<const WindowedModel*>(page.table().model());
    return model && model->rowCount() > 0 && model->isRead(0) && page.isVisible();
}

/// One key press until the list it asks for stands.
std::int64_t keystroke(QWidget* target, WindowedModel* model, Qt::Key key, const QString& text)
{
    bool stands = false;
    const auto connection = QObject::connect(model, &WindowedModel::reloaded, model, [&] { stands = true; });
    const std::int64_t start = nowUs();
    QKeyEvent press(QEvent::KeyPress, key, Qt::NoModifier, text);
    QApplication::sendEvent(target, &press);
    const bool came = QTest::qWaitFor([&] { return stands; }, 5000);
    QObject::disconnect(connection);
    return came ? nowUs() - start : 5'000'000;
}

void reportSlow(const QString& text, std::int64_t us)
{
    if (us > 30'000)
        std::fprintf(stderr, "slow: \"%s\" took %lld µs\n", qPrintable(text), static_cast<long long>(us));
}

std::vector<std::int64_t> typeFilter(ListPage& page)
{
    auto* model = qobject_cast<WindowedModel*>(page.table().model());
    QTest::keyClick(&page, Qt::Key_F, Qt::ControlModifier);
    QTest::qWait(50);
    QWidget* field = QApplication::focusWidget();
    if (!field)
        return {};
    std::vector<std::int64_t> times;
    for (const QString& word : {QStringLiteral("한빛식품"), QStringLiteral("ㄷㅇㅋㅅㅁㅌ"), QStringLiteral("O2605"),
             QStringLiteral("500ml 투명"), QStringLiteral("없는말")}) {
        for (qsizetype i = 0; i < word.size(); ++i) {
            times.push_back(keystroke(field, model, Qt::Key_unknown, QString(word[i])));
            reportSlow(word.left(i + 1), times.back());
        }
        for (qsizetype i = word.size() - 1; i >= 0; --i) {
            times.push_back(keystroke(field, model, Qt::Key_Backspace, {}));
            reportSlow(word.left(i), times.back());
        }
    }
    return times;
}

std::vector<std::int64_t> scroll(LedgerTable& table)
{
    std::vector<std::int64_t> frames;
    QScrollBar* bar = table.verticalScrollBar();
    const auto step = [&](int value) {
        const std::int64_t start = nowUs();
        bar->setValue(value);
        table.viewport()->repaint();
        frames.push_back(nowUs() - start);
        QTest::qWait(1);
    };
    for (int i = 0; i < 600; ++i)
        step(bar->value() + 3 + i / 20);
    for (int i = 0; i < 100; ++i) // dragging the handle through all of it
        step(static_cast<int>(static_cast<std::int64_t>(bar->maximum()) * i / 100));
    return frames;
}

} // namespace

int main(int argc, char** argv)
{
    client::initializeHttpThreads(2);
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Dure"));
    QApplication::setApplicationName(QStringLiteral("DureBench"));
    const QStringList arguments = QApplication::arguments();
    const QString folder = arguments.value(arguments.indexOf("--data") + 1);
    const std::int64_t spawned = arguments.value(arguments.indexOf("--spawned-at") + 1).toLongLong();
    AppSettings settings;
    installLanguage(settings.language());
    Theme theme(application);
    theme.setLook(settings.appearance(), settings.textPercent());
    Session session(settings, {folder, {}});
    if (!session.start())
        return 1;
    MainWindow* window = nullptr;
    for (QWidget* each : QApplication::topLevelWidgets())
        if (auto* found = qobject_cast<MainWindow*>(each))
            window = found;
    if (!window)
        return 1;
    window->goTo(QStringLiteral("orders")); // from the page of the day, which is made too
    auto* page = qobject_cast<ListPage*>(window->currentPage());
    if (!page || !QTest::qWaitFor([page] { return isUsable(*page); }, 20'000))
        return 1;
    QApplication::setActiveWindow(window); // there may be no window manager
    page->table().viewport()->repaint();
    const std::int64_t startUs = nowUs() - spawned;
    // a display without a window manager gives nobody the keyboard by itself
    window->activateWindow();
    if (!QTest::qWaitForWindowActive(window))
        return 1;
    if (arguments.contains(QStringLiteral("--desk")))
        return measureDesk(*window) ? 0 : 1;
    Heartbeat heartbeat;
    const std::vector<std::int64_t> keys = typeFilter(*page);
    if (keys.empty())
        return 1;
    const std::vector<std::int64_t> frames = scroll(page->table());
    const auto print = [](std::int64_t value) { std::printf("%lld ", static_cast<long long>(value)); };
    print(startUs);
    print(*std::ranges::max_element(keys));
    print(median(keys));
    print(percentile(frames, 99));
    print(heartbeat.longest());
    print(memoryOf().nowKib);
    std::printf("\n");
    return 0;
}
