#include "app/widgets/status_glyph.h"

#include "app/widgets/theme.h"

#include <QCoreApplication>
#include <QPainter>
#include <QPainterPath>

namespace dure::app {
namespace {

// The drawings stand on a grid of 14 units, the size of the glyph at 100 %.
constexpr qreal grid = 14;

void ring(QPainter& painter, const QColor& ink)
{
    painter.setPen(QPen(ink, 1.6));
    painter.setBrush(Qt::NoBrush);
    painter.drawEllipse(QPointF(7, 7), 5.2, 5.2);
}

void exclamation(QPainter& painter, const QColor& ink, qreal top, qreal bottom)
{
    painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap));
    painter.drawLine(QPointF(7, top), QPointF(7, bottom));
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(QPointF(7, bottom + 2.3), 0.9, 0.9);
}

void triangle(QPainter& painter, const QColor& ink)
{
    painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF{QPointF(7, 1.9), QPointF(12.9, 12.2), QPointF(1.1, 12.2)});
}

void diamond(QPainter& painter, const QColor& ink)
{
    painter.setPen(QPen(ink, 1.4, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(ink);
    painter.drawPolygon(QPolygonF{QPointF(7, 0.9), QPointF(13.1, 7), QPointF(7, 13.1), QPointF(0.9, 7)});
}

void tickedDisc(QPainter& painter, const QColor& ink, const QColor& onInk)
{
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink);
    painter.drawEllipse(QPointF(7, 7), 6, 6);
    painter.setPen(QPen(onInk, 1.6, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter.setBrush(Qt::NoBrush);
    painter.drawPolyline(QPolygonF{QPointF(4.3, 7.2), QPointF(6.2, 9.1), QPointF(9.7, 5.2)});
}

} // namespace

QString statusWord(Status status)
{
    const auto word = [](const char* text) { return QCoreApplication::translate("Status", text); };
    switch (status) {
    case Status::Received:
        return word(QT_TRANSLATE_NOOP("Status", "Received"));
    case Status::Partial:
        return word(QT_TRANSLATE_NOOP("Status", "Partial"));
    case Status::Done:
        return word(QT_TRANSLATE_NOOP("Status", "Delivered"));
    case Status::Late:
        return word(QT_TRANSLATE_NOOP("Status", "Late"));
    case Status::Held:
        return word(QT_TRANSLATE_NOOP("Status", "On hold"));
    case Status::Cancelled:
        return word(QT_TRANSLATE_NOOP("Status", "Cancelled"));
    case Status::Attention:
        return word(QT_TRANSLATE_NOOP("Status", "Needs a look"));
    case Status::None:
    case Status::Info:
        return {};
    }
    return {};
}

Color statusColor(Status status)
{
    switch (status) {
    case Status::Partial:
    case Status::Info:
        return Color::Accent;
    case Status::Done:
        return Color::Green;
    case Status::Late:
        return Color::Red;
    case Status::Held:
    case Status::Cancelled:
        return Color::Text3;
    case Status::Attention:
        return Color::Amber;
    case Status::None:
    case Status::Received:
        return Color::Text2;
    }
    return Color::Text2;
}

Color statusWordColor(Status status)
{
    switch (status) {
    case Status::Late:
        return Color::Red;
    case Status::Done:
        return Color::Text2;
    case Status::Held:
    case Status::Cancelled:
        return Color::Text3;
    default:
        return Color::Text;
    }
}

void paintStatus(QPainter& painter, const QRectF& square, Status status, const QColor& ink, const QColor& onInk)
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(square.topLeft());
    painter.scale(square.width() / grid, square.height() / grid);
    switch (status) {
    case Status::None:
        break;
    case Status::Received:
        ring(painter, ink);
        break;
    case Status::Partial:
        ring(painter, ink);
        painter.setPen(Qt::NoPen);
        painter.setBrush(ink);
        painter.drawPie(QRectF(1.8, 1.8, 10.4, 10.4), -90 * 16, 180 * 16);
        break;
    case Status::Done:
        tickedDisc(painter, ink, onInk);
        break;
    case Status::Late:
        triangle(painter, ink);
        exclamation(painter, onInk, 5.6, 8.4);
        break;
    case Status::Held:
        painter.fillRect(QRectF(3, 2.5, 2.6, 9), ink);
        painter.fillRect(QRectF(8.4, 2.5, 2.6, 9), ink);
        break;
    case Status::Cancelled:
        ring(painter, ink);
        painter.drawLine(QPointF(3.4, 10.6), QPointF(10.6, 3.4));
        break;
    case Status::Attention:
        diamond(painter, ink);
        exclamation(painter, onInk, 4.4, 7.2);
        break;
    case Status::Info:
        ring(painter, ink);
        painter.setPen(QPen(ink, 1.5, Qt::SolidLine, Qt::RoundCap));
        painter.drawLine(QPointF(7, 6.7), QPointF(7, 9.6));
        painter.drawPoint(QPointF(7, 4.5));
        break;
    }
    painter.restore();
}

void paintStatus(QPainter& painter, const QRect& rect, Status status)
{
    const int side = tokens().px(Px::Glyph);
    const QRectF square(rect.left(), rect.top() + (rect.height() - side) / 2, side, side);
    paintStatus(painter, square, status, tokens().color(statusColor(status)), tokens().color(Color::Sheet));
}

StatusGlyph::StatusGlyph(Status status, TextStyle line, QWidget* parent)
    : QWidget(parent)
    , m_status(status)
{
    Theme::follow(this, [this, line](const Tokens& t) {
        setFixedSize(t.px(Px::Glyph), QFontMetrics(t.font(line)).height());
        update();
    });
}

void StatusGlyph::setStatus(Status status)
{
    m_status = status;
    update();
}

void StatusGlyph::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    paintStatus(painter, rect(), m_status);
}

} // namespace dure::app
