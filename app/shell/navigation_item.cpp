#include "app/shell/navigation_item.h"

#include "app/widgets/text_fit.h"
#include "app/widgets/theme.h"

#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

namespace dure::app {

NavigationItem::NavigationItem(const QString& id, const QString& title, Icon icon, const QString& key, QWidget* parent)
    : QAbstractButton(parent)
    , m_id(id)
    , m_icon(icon)
    , m_key(key)
{
    setText(title);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    Theme::follow(this, [this](const Tokens&) { updateGeometry(); });
    describe();
}

void NavigationItem::describe()
{
    const QString counted = m_count > 0 ? text() + u' ' + QString::number(m_count) : text();
    setAccessibleName(counted);
    const QString withKey = m_key.isEmpty() ? counted : counted + QStringLiteral("  ") + m_key;
    setToolTip(m_iconsOnly ? withKey : m_key);
}

void NavigationItem::setCount(int count)
{
    m_count = count;
    describe();
    update();
}

void NavigationItem::setIconsOnly(bool iconsOnly)
{
    m_iconsOnly = iconsOnly;
    describe();
    updateGeometry();
    update();
}

QSize NavigationItem::sizeHint() const
{
    const Tokens& t = tokens();
    return {t.px(Px::Row), m_iconsOnly ? t.px(Px::Control) + t.px(Px::Space4) / 2 : t.px(Px::Control)};
}

void NavigationItem::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const bool on = isChecked();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const int radius = Tokens::px(Fixed::RadiusControl);
    if (on || underMouse()) {
        painter.setBrush(t.color(on ? Color::Selected : Color::SelectedOff));
        painter.drawRoundedRect(rect(), radius, radius);
    }
    if (on) {
        const int inset = t.px(Px::Space8) - Tokens::px(Fixed::Line);
        painter.setBrush(t.color(Color::Accent));
        const qreal markRadius = Tokens::px(Fixed::RowMark) / 2.0;
        painter.drawRoundedRect(
            QRectF(0, inset, Tokens::px(Fixed::RowMark), height() - 2 * inset), markRadius, markRadius);
    }
    const int icon = t.px(Px::Icon);
    const Color ink = on ? Color::Accent : Color::Text2;
    if (m_iconsOnly) {
        paintIcon(painter, rect(), m_icon, ink);
    } else {
        const int x = t.px(Px::Space12) - Tokens::px(Fixed::Line);
        paintIcon(painter, QRect(x, 0, icon, height()), m_icon, ink);
        const QFont font = t.font(TextStyle::Body, on ? Weight::Bold : Weight::Regular);
        painter.setFont(font);
        painter.setPen(t.color(on ? Color::Text : Color::Text2));
        const int left = x + icon + t.px(Px::Space8) + Tokens::px(Fixed::Line);
        const QRect room(left, 0, width() - left - t.px(Px::Space8), height());
        painter.drawText(room, Qt::AlignVCenter | Qt::AlignLeft, fitText(QFontMetrics(font), text(), room.width()));
    }
    if (m_count > 0)
        paintBadge(painter);
}

void NavigationItem::paintBadge(QPainter& painter) const
{
    const Tokens& t = tokens();
    const QString text = m_count > 99 ? QStringLiteral("99+") : QString::number(m_count);
    const QFont font = t.font(TextStyle::Hint, Weight::Bold);
    const int high = t.px(Px::Cap) + Tokens::px(Fixed::Line);
    const int wide = qMax(high + t.px(Px::Space4) / 2, QFontMetrics(font).horizontalAdvance(text) + t.px(Px::Space12));
    QRectF badge(width() - wide - t.px(Px::Space8), (height() - high) / 2.0, wide, high);
    if (m_iconsOnly)
        badge.moveTopRight(QPointF(width(), 0));
    const qreal half = Tokens::px(Fixed::Line) / 2.0;
    painter.setPen(QPen(t.color(Color::Amber), Tokens::px(Fixed::Line)));
    painter.setBrush(t.color(Color::AmberBack));
    painter.drawRoundedRect(badge.adjusted(half, half, -half, -half), high / 2.0, high / 2.0);
    painter.setFont(font);
    painter.setPen(t.color(Color::Amber));
    painter.drawText(badge, Qt::AlignCenter, text);
}

void NavigationItem::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

CompanyHead::CompanyHead(QWidget* parent)
    : QAbstractButton(parent)
{
    setFocusPolicy(Qt::NoFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &CompanyHead::openMenu);
    Theme::follow(this, [this](const Tokens&) { updateGeometry(); });
}

void CompanyHead::setCompany(const QString& name, const QString& who)
{
    setText(name);
    m_who = who;
    setAccessibleName(name + QStringLiteral(", ") + who);
    setToolTip(name);
    update();
}

void CompanyHead::setMenu(QMenu* menu)
{
    m_menu = menu;
    setFocusPolicy(menu ? Qt::TabFocus : Qt::NoFocus);
    update();
}

QSize CompanyHead::sizeHint() const
{
    const Tokens& t = tokens();
    const int lines = QFontMetrics(t.font(TextStyle::Body)).height() + QFontMetrics(t.font(TextStyle::Hint)).height();
    return {t.px(Px::Row), lines + t.px(Px::Space4)};
}

void CompanyHead::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter(this);
    const int pad = t.px(Px::Space8);
    const int icon = m_menu ? t.px(Px::Icon) : 0;
    const QFont name = t.font(TextStyle::Body, Weight::Bold);
    const QFont who = t.font(TextStyle::Hint);
    const int textWidth = width() - 2 * pad - icon;
    const QFontMetrics nameMetrics(name);
    painter.setFont(name);
    painter.setPen(t.color(Color::Text));
    painter.drawText(QRect(pad, 0, textWidth, nameMetrics.height()), Qt::AlignVCenter | Qt::AlignLeft,
        fitText(nameMetrics, text(), textWidth));
    painter.setFont(who);
    painter.setPen(t.color(Color::Text2));
    painter.drawText(QRect(pad, nameMetrics.height(), textWidth, height() - nameMetrics.height()),
        Qt::AlignVCenter | Qt::AlignLeft, fitText(QFontMetrics(who), m_who, textWidth));
    if (m_menu)
        paintIcon(painter, QRect(width() - pad - icon, 0, icon, height()), Icon::ChevronsUpDown, Color::Text2,
            t.px(Px::Glyph));
}

void CompanyHead::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down)
        openMenu();
    else
        QAbstractButton::keyPressEvent(event);
}

void CompanyHead::openMenu()
{
    if (m_menu)
        m_menu->popup(mapToGlobal(QPoint(tokens().px(Px::Space8), height())));
}

} // namespace dure::app
