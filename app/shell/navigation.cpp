#include "app/shell/navigation.h"

#include "app/shell/navigation_item.h"
#include "app/shell/sync_status_box.h"
#include "app/widgets/theme.h"

#include <QButtonGroup>
#include <QVBoxLayout>

namespace dure::app {

Navigation::Navigation(QWidget* parent)
    : Panel(Color::Window, parent)
    , m_head(new CompanyHead(this))
    , m_sync(new SyncStatusBox(this))
    , m_layout(new QVBoxLayout(this))
{
    setEdges(Qt::RightEdge);
    auto* body = new QVBoxLayout;
    body->addWidget(m_head);
    for (int i = 0; i <= static_cast<int>(NavigationSection::Foot); ++i) {
        const bool first = i == 0;
        const bool foot = i == static_cast<int>(NavigationSection::Foot);
        QWidget* rule = first || foot ? nullptr : new HairLine(Qt::Horizontal, this, Color::Panel);
        if (rule) {
            rule->hide();
            auto* inset = new QVBoxLayout;
            inset->addWidget(rule);
            body->addLayout(inset);
            Theme::follow(inset, [inset](const Tokens& t) {
                const int side = t.px(Px::Space8);
                const int high = side - t.px(Px::Space4) / 2;
                inset->setContentsMargins(side, high, side, high);
            });
        }
        if (foot)
            body->addStretch(1);
        auto* section = new QVBoxLayout;
        section->setSpacing(0);
        body->addLayout(section);
        m_rules += rule;
        m_sections += section;
    }
    body->setSpacing(0);
    m_layout->addLayout(body, 1);
    m_layout->addWidget(m_sync);
    m_layout->setSpacing(0);
    Theme::follow(this, [=, this](const Tokens& t) {
        body->setContentsMargins(t.px(Px::Space8), t.px(Px::Space12), t.px(Px::Space8), t.px(Px::Space8));
        m_layout->setContentsMargins(0, 0, Tokens::px(Fixed::Line), 0);
        applyTokens(t);
    });
}

void Navigation::applyTokens(const Tokens& t)
{
    setFixedWidth(t.px(m_iconsOnly ? Px::NavigationIcons : Px::Navigation));
}

void Navigation::setCompany(const QString& name, const QString& who) { m_head->setCompany(name, who); }

void Navigation::setCompanyMenu(QMenu* menu) { m_head->setMenu(menu); }

void Navigation::addPlace(
    const QString& id, const QString& title, Icon icon, NavigationSection section, const QString& key)
{
    auto* item = new NavigationItem(id, title, icon, key, this);
    item->setIconsOnly(m_iconsOnly);
    m_items += item;
    const auto index = static_cast<int>(section);
    m_sections[index]->addWidget(item);
    if (m_rules[index])
        m_rules[index]->setVisible(index > 1 || m_sections[0]->count() > 0);
    connect(item, &NavigationItem::clicked, this, [this, id] { Q_EMIT chosen(id); });
}

void Navigation::setCurrent(const QString& id)
{
    for (NavigationItem* item : std::as_const(m_items))
        item->setChecked(item->id() == id);
}

void Navigation::setCount(const QString& id, int count)
{
    for (NavigationItem* item : std::as_const(m_items)) {
        if (item->id() == id)
            item->setCount(count);
    }
}

void Navigation::setIconsOnly(bool iconsOnly)
{
    if (iconsOnly == m_iconsOnly)
        return;
    m_iconsOnly = iconsOnly;
    m_head->setVisible(!iconsOnly);
    for (NavigationItem* item : std::as_const(m_items))
        item->setIconsOnly(iconsOnly);
    m_sync->setIconsOnly(iconsOnly);
    applyTokens(tokens());
}

} // namespace dure::app
