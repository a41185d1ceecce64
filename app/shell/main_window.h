#pragma once
#include "app/shell/navigation.h"
#include "app/shell/page.h"

#include <QHash>
#include <QMainWindow>
#include <functional>

class QStackedWidget;

namespace dure::app {

class AppSettings;
class MessageStrip;
class SearchField;
class TopBar;
struct SyncStatus;

/// A place of the navigation. Its page is made when it is first gone to.
struct Place
{
    QString id;
    QString title;
    Icon icon = Icon::None;
    NavigationSection section = NavigationSection::Work;
    std::function<Page*()> make;
};

/// The window: navigation, top bar, and a stack of pages for each place. Knows no screen and no data.
class MainWindow : public QMainWindow, public PageHost
{
    Q_OBJECT
public:
    explicit MainWindow(AppSettings& settings, QWidget* parent = nullptr);
    ~MainWindow() override;

    /// Ctrl+1 … Ctrl+9 go to the places in the order they are added.
    void addPlace(const Place& place);
    void setCompany(const QString& name, const QString& who);
    void setCompanyMenu(QMenu* menu); ///< not owned
    void setSyncStatus(const SyncStatus& status);
    void setPlaceCount(const QString& placeId, int count); ///< the badge
    SearchField& search();
    MessageStrip& notice() const { return *m_notice; } ///< above every page: what concerns no single one

    Page* currentPage() const;
    QString currentPlace() const { return m_currentPlace; }

    /// The page of keys gives way to whatever opens.
    void openPage(Page* page) override;
    bool closePage(Page* page) override;
    /// The page of that kind that is open in the place that is shown, or in that one, also under others; null: none.
    template <class Kind> Kind* openPageOf() const { return openPageOf<Kind>(m_currentPlace); }
    template <class Kind> Kind* openPageOf(const QString& placeId) const;
    /// Closes `page`, then, perhaps later, does what follows. If it stays, that is forgotten. Null: nothing to wait
    /// for.
    void closeThen(Page* page, std::function<void()> then);
    /// Goes to a place and closes what lies over its own page, then, perhaps later, does what follows. If one of them
    /// stays, that is forgotten.
    void uncoverThen(const QString& placeId, std::function<void()> then);
    /// Asks every page to let go of what is typed, then calls `then`, perhaps later. A page that cannot is shown, and
    /// `then` is forgotten.
    void leave(std::function<void()> then);
    void goTo(const QString& placeId) override;
    void showKeys(); ///< F1

Q_SIGNALS:
    void syncRequested(); ///< F5
    void syncStatusClicked();
    void signInRequested();
    void closing(); ///< the window is about to close; drafts are kept

protected:
    void resizeEvent(QResizeEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void connectNavigation();
    void addKeys();
    void showTop();
    void showHeader();
    void adaptToWidth();
    void askPages();
    bool allLetGo() const;
    void raisePage(Page* page);

    AppSettings& m_settings;
    Navigation* m_navigation; // child
    TopBar* m_topBar; // child
    MessageStrip* m_notice; // child
    QStackedWidget* m_stack; // child
    QList<Place> m_places;
    QHash<QString, QList<Page*>> m_open; // by place, bottom to top; in m_stack
    QString m_currentPlace;
    bool m_hasCloud = false; // there is something to sync with
    std::function<void()> m_leave; // what follows when the last page has let go
    QHash<Page*, std::function<void()>> m_thens; // what follows when that page has closed
};

template <class Kind> Kind* MainWindow::openPageOf(const QString& placeId) const
{
    for (Page* page : m_open.value(placeId))
        if (auto* wanted = qobject_cast<Kind*>(page))
            return wanted;
    return nullptr;
}

} // namespace dure::app
