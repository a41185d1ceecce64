#include "app/shell/page.h"

#include "app/widgets/theme.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QPainter>

namespace dure::app {

Page::Page(QWidget* parent)
    : QWidget(parent)
    , m_actionBar(new QWidget(this))
    , m_actionLayout(new QHBoxLayout(m_actionBar))
{
    m_actionBar->hide();
    m_actionLayout->setContentsMargins(0, 0, 0, 0);
    Theme::follow(m_actionBar, [layout = m_actionLayout](const Tokens& t) { layout->setSpacing(t.px(Px::Space8)); });
}

Page::~Page() { delete m_actionBar; }

void Page::entered()
{
    if (isAncestorOf(QApplication::focusWidget()))
        return;
    for (QWidget* next = nextInFocusChain(); next != this; next = next->nextInFocusChain()) {
        const bool takesTab = (next->focusPolicy() & Qt::TabFocus) == Qt::TabFocus;
        if (takesTab && isAncestorOf(next) && next->isVisibleTo(this) && next->isEnabled()) {
            next->setFocus();
            return;
        }
    }
}

void Page::addAction(QWidget* widget) { m_actionLayout->addWidget(widget); }

void Page::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().color(Color::Sheet));
}

} // namespace dure::app
