#include "app/widgets/icon_label.h"

#include "app/widgets/theme.h"

#include <QPainter>

namespace dure::app {

IconLabel::IconLabel(Icon icon, Color color, Px size, QWidget* parent)
    : QWidget(parent)
    , m_icon(icon)
    , m_color(color)
    , m_size(size)
{
    Theme::follow(this, [this](const Tokens& t) {
        const int side = t.px(m_size);
        setFixedSize(side, qMax(side, QFontMetrics(t.font(TextStyle::Body)).height()));
        update();
    });
}

void IconLabel::setIcon(Icon icon, Color color)
{
    m_icon = icon;
    m_color = color;
    update();
}

void IconLabel::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintIcon(painter, rect(), m_icon, m_color, tokens().px(m_size));
}

} // namespace dure::app
