#pragma once
#include "app/widgets/panel.h"

#include <QPointer>

class QHBoxLayout;

namespace dure::app {

class Label;
class SearchField;

/// Title, search and the current page's actions.
class TopBar : public Panel
{
    Q_OBJECT
public:
    explicit TopBar(QWidget* parent = nullptr);

    void setTitle(const QString& title, const QString& subtitle);
    /// Shows a page's action bar in place of the last one; not owned.
    void setActions(QWidget* actions);
    SearchField& search() { return *m_search; }

protected:
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void fit();

    QWidget* m_titles = nullptr; // child
    Label* m_title; // child
    Label* m_subtitle; // child
    SearchField* m_search; // child
    QHBoxLayout* m_layout;
    QPointer<QWidget> m_actions;
};

} // namespace dure::app
