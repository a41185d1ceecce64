#include "app/shell/main_window.h"

#include "app/shell/app_settings.h"
#include "app/shell/key_help_page.h"
#include "app/shell/search_field.h"
#include "app/shell/sync_status_box.h"
#include "app/shell/top_bar.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/theme.h"

#include <QCloseEvent>
#include <QHBoxLayout>
#include <QShortcut>
#include <QStackedWidget>

namespace dure::app {
namespace {

// At 100 %: where less is left beside the names of places, lists need their room more.
constexpr int leastBesideNames = 780;
constexpr int leastWidth = 1024;
constexpr int leastHeight = 600;
constexpr int firstWidth = 1366;
constexpr int firstHeight = 738;

} // namespace

MainWindow::MainWindow(AppSettings& settings, QWidget* parent)
    : QMainWindow(parent)
    , m_settings(settings)
    , m_navigation(new Navigation)
    , m_topBar(new TopBar)
    , m_notice(new MessageStrip(MessageStrip::Shape::Row))
    , m_stack(new QStackedWidget)
{
    auto* centre = new QWidget;
    auto* right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_topBar);
    right->addWidget(m_notice);
    right->addWidget(m_stack, 1);
    auto* layout = new QHBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_navigation);
    layout->addLayout(right, 1);
    setCentralWidget(centre);
    setMinimumSize(leastWidth, leastHeight);
    resize(firstWidth, firstHeight);
    restoreGeometry(m_settings.windowGeometry());
    connectNavigation();
    addKeys();
    Theme::follow(this, [this](const Tokens&) { adaptToWidth(); });
}

MainWindow::~MainWindow()
{
    for (const QList<Page*>& pages : std::as_const(m_open))
        for (Page* page : pages)
            page->leaving();
}

void MainWindow::connectNavigation()
{
    connect(m_navigation, &Navigation::chosen, this, &MainWindow::goTo);
    SyncStatusBox& sync = m_navigation->syncStatus();
    connect(&sync, &SyncStatusBox::clicked, this, &MainWindow::syncStatusClicked);
    connect(&sync, &SyncStatusBox::signInRequested, this, &MainWindow::signInRequested);
    connect(&search(), &SearchField::left, this, [this] {
        if (Page* page = currentPage())
            page->entered();
    });
}

void MainWindow::addKeys()
{
    connect(new QShortcut(keyFor(KeyAction::Find), this), &QShortcut::activated, this, [this] {
        search().setFocus(Qt::ShortcutFocusReason);
        search().selectAll();
    });
    connect(new QShortcut(keyFor(KeyAction::Help), this), &QShortcut::activated, this, &MainWindow::showKeys);
    connect(new QShortcut(keyFor(KeyAction::Sync), this), &QShortcut::activated, this, &MainWindow::syncRequested);
}

void MainWindow::showKeys()
{
    Page* page = currentPage();
    if (!page || qobject_cast<KeyHelpPage*>(page))
        return;
    commitComposition();
    QList<KeyHint> everywhere;
    for (const KeyAction action : {KeyAction::Help, KeyAction::Find, KeyAction::Sync})
        if (action != KeyAction::Sync || m_hasCloud)
            everywhere += {keyText(keyFor(action)), keyActionText(action)};
    for (qsizetype place = 0; place < qMin<qsizetype>(m_places.size(), 9); ++place)
        everywhere += {keyText(QKeySequence(QStringLiteral("Ctrl+%1").arg(place + 1))), m_places[place].title};
    openPage(new KeyHelpPage(page->title(), keysOf(*page), everywhere));
}

SearchField& MainWindow::search() { return m_topBar->search(); }

void MainWindow::addPlace(const Place& place)
{
    Q_ASSERT(place.make);
    m_places += place;
    QString shown;
    if (const auto number = m_places.size(); number <= 9) {
        const QKeySequence key(QStringLiteral("Ctrl+%1").arg(number));
        connect(new QShortcut(key, this), &QShortcut::activated, this, [this, id = place.id] {
            commitComposition();
            goTo(id);
        });
        shown = keyText(key);
    }
    m_navigation->addPlace(place.id, place.title, place.icon, place.section, shown);
}

void MainWindow::setCompany(const QString& name, const QString& who) { m_navigation->setCompany(name, who); }

void MainWindow::setCompanyMenu(QMenu* menu) { m_navigation->setCompanyMenu(menu); }

void MainWindow::setSyncStatus(const SyncStatus& status)
{
    m_hasCloud = status.state != SyncStatus::State::LocalOnly;
    m_navigation->syncStatus().setStatus(status);
}

void MainWindow::setPlaceCount(const QString& placeId, int count) { m_navigation->setCount(placeId, count); }

Page* MainWindow::currentPage() const { return static_cast<Page*>(m_stack->currentWidget()); }

void MainWindow::goTo(const QString& placeId)
{
    for (const Place& place : std::as_const(m_places)) {
        if (place.id != placeId)
            continue;
        m_currentPlace = placeId;
        if (m_open[placeId].isEmpty())
            openPage(place.make());
        else
            showTop();
        return;
    }
}

void MainWindow::openPage(Page* page)
{
    page->setHost(this);
    QList<Page*>& pages = m_open[m_currentPlace];
    Page* keys = pages.isEmpty() ? nullptr : qobject_cast<KeyHelpPage*>(pages.last());
    pages += page;
    m_stack->addWidget(page);
    connect(page, &Page::headerChanged, this, &MainWindow::showHeader);
    connect(page, &Page::stays, this, [this, page] {
        m_leave = {};
        m_thens.remove(page);
        raisePage(page);
        show();
        raise(); // what asked may stand in a window before this one
    });
    showTop();
    if (keys) // it spoke of what it lay over
        closePage(keys);
}

void MainWindow::closeThen(Page* page, std::function<void()> then)
{
    if (!page)
        return then();
    m_thens[page] = std::move(then);
    closePage(page);
}

void MainWindow::uncoverThen(const QString& placeId, std::function<void()> then)
{
    goTo(placeId);
    const QList<Page*>& pages = m_open[placeId];
    if (pages.size() < 2)
        return then();
    closeThen(
        pages.last(), [this, placeId, then = std::move(then)]() mutable { uncoverThen(placeId, std::move(then)); });
}

bool MainWindow::closePage(Page* page)
{
    if (!page->mayClose())
        return false;
    for (QList<Page*>& pages : m_open) {
        // The page of the place itself stays: there is nothing below it.
        if (pages.indexOf(page) <= 0)
            continue;
        pages.removeOne(page);
        const bool wasCurrent = page == currentPage();
        if (wasCurrent)
            showTop();
        m_stack->removeWidget(page);
        page->hide();
        page->deleteLater();
        if (m_leave) // what hears of the page's end comes before the others are asked
            QMetaObject::invokeMethod(this, &MainWindow::askPages, Qt::QueuedConnection);
        if (const auto then = m_thens.take(page))
            then();
        return true;
    }
    return false;
}

void MainWindow::leave(std::function<void()> then)
{
    commitComposition();
    m_leave = std::move(then);
    askPages();
}

void MainWindow::askPages()
{
    if (m_leave && allLetGo())
        std::exchange(m_leave, {})();
}

bool MainWindow::allLetGo() const
{
    bool all = true;
    for (const QList<Page*>& pages : m_open)
        for (Page* page : pages)
            all = page->mayClose() && all;
    return all;
}

void MainWindow::raisePage(Page* page)
{
    for (auto place = m_open.begin(); place != m_open.end(); ++place) {
        const qsizetype at = place->indexOf(page);
        if (at < 0)
            continue;
        if (at > 0) // the page of the place itself stays below
            place->move(at, place->size() - 1);
        m_currentPlace = place.key();
        showTop();
        return;
    }
}

void MainWindow::showTop()
{
    Page* page = m_open[m_currentPlace].last();
    m_stack->setCurrentWidget(page);
    m_navigation->setCurrent(m_currentPlace);
    m_topBar->setActions(page->actionBar());
    showHeader();
    page->entered();
}

void MainWindow::showHeader()
{
    const Page* page = currentPage();
    if (!page)
        return;
    m_topBar->setTitle(page->title(), page->subtitle());
    setWindowTitle(tr("%1 – Dure", "window title").arg(page->title()));
}

void MainWindow::adaptToWidth()
{
    const Tokens& t = tokens();
    m_navigation->setIconsOnly(width() < t.px(Px::Navigation) + t.scaled(leastBesideNames));
}

void MainWindow::resizeEvent(QResizeEvent* event)
{
    QMainWindow::resizeEvent(event);
    adaptToWidth();
}

void MainWindow::closeEvent(QCloseEvent* event)
{
    commitComposition();
    m_leave = [this] { close(); };
    if (!allLetGo()) {
        event->ignore();
        return;
    }
    m_leave = {};
    m_settings.setWindowGeometry(saveGeometry());
    Q_EMIT closing();
    event->accept();
}

} // namespace dure::app
