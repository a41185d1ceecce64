#include "app/widgets/panel.h"

#include <QPainter>

namespace dure::app {

Panel::Panel(Color background, QWidget* parent)
    : QWidget(parent)
    , m_background(background)
{ }

void Panel::setEdges(Qt::Edges edges, Color line)
{
    m_edges = edges;
    m_line = line;
    update();
}

void Panel::setRounded(bool rounded)
{
    m_rounded = rounded;
    update();
}

void Panel::setBackground(Color background)
{
    m_background = background;
    update();
}

void Panel::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const int line = Tokens::px(Fixed::Line);
    QPainter painter(this);
    if (m_rounded) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(t.color(m_line), line));
        painter.setBrush(t.color(m_background));
        const qreal half = line / 2.0;
        const int radius = Tokens::px(Fixed::RadiusPanel);
        painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), radius, radius);
        return;
    }
    painter.fillRect(rect(), t.color(m_background));
    const QColor ink = t.color(m_line);
    if (m_edges & Qt::TopEdge)
        painter.fillRect(0, 0, width(), line, ink);
    if (m_edges & Qt::BottomEdge)
        painter.fillRect(0, height() - line, width(), line, ink);
    if (m_edges & Qt::LeftEdge)
        painter.fillRect(0, 0, line, height(), ink);
    if (m_edges & Qt::RightEdge)
        painter.fillRect(width() - line, 0, line, height(), ink);
}

HairLine::HairLine(Qt::Orientation orientation, QWidget* parent, Color color)
    : QWidget(parent)
    , m_color(color)
{
    const int line = Tokens::px(Fixed::Line);
    if (orientation == Qt::Horizontal)
        setFixedHeight(line);
    else
        setFixedWidth(line);
}

void HairLine::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    painter.fillRect(rect(), tokens().color(m_color));
}

} // namespace dure::app
