#include "app/shell/top_bar.h"

#include "app/shell/search_field.h"
#include "app/widgets/key_map.h"
#include "app/widgets/label.h"
#include "app/widgets/theme.h"

#include <QEvent>
#include <QHBoxLayout>

namespace dure::app {
namespace {

// At 100 %.
constexpr int leastSearch = 90;
constexpr int usualSearch = 180;

} // namespace

TopBar::TopBar(QWidget* parent)
    : Panel(Color::Sheet, parent)
    , m_title(new Label(LabelRole::Title))
    , m_subtitle(new Label(LabelRole::Muted))
    , m_search(new SearchField)
    , m_layout(new QHBoxLayout(this))
{
    setEdges(Qt::BottomEdge, Color::Hair);
    m_search->setHints(
        tr("Find orders, customers, products, commands (initials work too)"), tr("Find (initials work too)"));
    m_search->setKey(keyFor(KeyAction::Find));
    auto* titles = new QWidget;
    auto* titleLayout = new QHBoxLayout(titles);
    titleLayout->setContentsMargins(0, 0, 0, 0);
    titleLayout->addWidget(m_title, 0, Qt::AlignVCenter);
    titleLayout->addWidget(m_subtitle, 0, Qt::AlignVCenter);
    titleLayout->addStretch();
    m_layout->addWidget(titles);
    m_layout->addWidget(m_search);
    m_layout->addStretch(1);
    m_titles = titles;
    Theme::follow(this, [=, this](const Tokens& t) {
        setFixedHeight(t.px(Px::TopBar));
        titleLayout->setSpacing(t.px(Px::Space8));
        m_search->setMaximumWidth(t.px(Px::Search));
        m_layout->setSpacing(t.px(Px::Space8));
        m_layout->setContentsMargins(t.px(Px::Space16), 0, t.px(Px::Space16), Tokens::px(Fixed::Line));
        fit();
    });
}

void TopBar::setTitle(const QString& title, const QString& subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    fit();
}

/// A title is never cut: the search field gives way first, then the subtitle.
void TopBar::fit()
{
    const Tokens& t = tokens();
    const int gap = t.px(Px::Space8);
    const QMargins margins = m_layout->contentsMargins();
    const int actions = m_actions ? m_actions->sizeHint().width() + gap : 0;
    const int room = width() - margins.left() - margins.right() - actions - 2 * gap;
    const int title = m_title->sizeHint().width();
    const int both = title + gap + m_subtitle->sizeHint().width();
    const bool shows = !m_subtitle->text().isEmpty() && both + t.scaled(leastSearch) <= room;
    m_subtitle->setVisible(shows);
    m_titles->setMinimumWidth(qMax(t.px(Px::SearchOffset), shows ? both : title));
    m_search->setMinimumWidth(qBound(t.scaled(leastSearch), room - (shows ? both : title), t.scaled(usualSearch)));
}

void TopBar::resizeEvent(QResizeEvent* event)
{
    Panel::resizeEvent(event);
    fit();
}

bool TopBar::event(QEvent* event)
{
    if (event->type() == QEvent::LayoutRequest) // an action came, went or changed its words
        fit();
    return Panel::event(event);
}

void TopBar::setActions(QWidget* actions)
{
    if (m_actions == actions)
        return;
    if (m_actions) {
        m_layout->removeWidget(m_actions);
        m_actions->hide();
    }
    m_actions = actions;
    if (!actions)
        return;
    m_layout->addWidget(actions);
    actions->show();
    fit();
}

} // namespace dure::app
