#pragma once
#include <QPointer>
#include <QWidget>

class QHBoxLayout;

namespace dure::app {

class Page;

/// What a page may ask of the window around it.
class PageHost
{
public:
    virtual ~PageHost() = default;
    /// Opens a page over the one that asks (an editor over its list). The host owns it from now on; the list below
    /// keeps its place.
    virtual void openPage(Page* page) = 0;
    /// Closes and deletes it later, if Page::mayClose() agrees; what was below comes back. False: it is open still.
    virtual bool closePage(Page* page) = 0;
    /// Shows a place of the navigation ("orders"); unknown ids are ignored.
    virtual void goTo(const QString& placeId) = 0;
};

/// One screen. The window shows its title and actions in the top bar while it is the current one.
class Page : public QWidget
{
    Q_OBJECT
public:
    explicit Page(QWidget* parent = nullptr);
    ~Page() override;

    virtual QString title() const = 0;
    virtual QString subtitle() const { return {}; }
    /// It has become the current page: put the focus where work begins.
    /// Unless overridden: on the first thing that takes it.
    virtual void entered();
    /// Asked before closing. False keeps the page open: a page that has to write first closes itself when that is done,
    /// by PageHost::closePage(), or says stays().
    virtual bool mayClose() { return true; }
    /// The window goes without having asked: what can still be kept is kept.
    virtual void leaving() { }

    /// Adds a button (or a line of text) to the right of the top bar; the page keeps owning it.
    void addAction(QWidget* widget);
    QWidget* actionBar() const { return m_actionBar; }

    PageHost* host() const { return m_host; } ///< set before the page is first shown
    void setHost(PageHost* host) { m_host = host; }

Q_SIGNALS:
    void headerChanged(); ///< title() or subtitle() says something else now
    void stays(); ///< asked to close, it cannot; why stands in it

protected:
    void paintEvent(QPaintEvent* event) override; ///< the white sheet

private:
    PageHost* m_host = nullptr;
    QPointer<QWidget> m_actionBar; // lent to the top bar
    QHBoxLayout* m_actionLayout; // in m_actionBar
};

} // namespace dure::app
