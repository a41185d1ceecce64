#include "app/shell/top_bar.h"

#include "app/shell/search_field.h"
#include "app/widgets/key_map.h"
#include "app/widgets/label.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>

namespace dure::app {

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
    Theme::follow(this, [=, this](const Tokens& t) {
        setFixedHeight(t.px(Px::TopBar));
        titles->setMinimumWidth(t.px(Px::SearchOffset));
        titleLayout->setSpacing(t.px(Px::Space8));
        m_search->setMaximumWidth(t.px(Px::Search));
        m_layout->setSpacing(t.px(Px::Space8));
        m_layout->setContentsMargins(t.px(Px::Space16), 0, t.px(Px::Space16), Tokens::px(Fixed::Line));
    });
}

void TopBar::setTitle(const QString& title, const QString& subtitle)
{
    m_title->setText(title);
    m_subtitle->setText(subtitle);
    m_subtitle->setVisible(!subtitle.isEmpty());
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
}

} // namespace dure::app
