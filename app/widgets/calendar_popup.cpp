#include "app/widgets/calendar_popup.h"

#include "app/widgets/date_text.h"
#include "app/widgets/icons.h"
#include "app/widgets/tokens.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScreen>
#include <QWheelEvent>

namespace dure::app {
namespace {

constexpr int weeks = 6;
constexpr int weekDays = 7;

int side() { return tokens().px(Px::Row); }
int pad() { return tokens().px(Px::Space8); }

} // namespace

CalendarPopup::CalendarPopup(Date chosen, Date today, QWidget* parent)
    : QWidget(parent, Qt::Popup)
    , m_current(chosen)
    , m_today(today)
{
    setAttribute(Qt::WA_DeleteOnClose);
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Calendar"));
}

QSize CalendarPopup::sizeHint() const
{
    return {weekDays * side() + 2 * pad(), (weeks + 1) * side() + tokens().px(Px::HeadRow) + 2 * pad()};
}

void CalendarPopup::openBelow(const QWidget& anchor)
{
    resize(sizeHint());
    QPoint at = anchor.mapToGlobal(QPoint(0, anchor.height() + tokens().px(Px::Space4)));
    const QRect screen = anchor.screen()->availableGeometry();
    if (at.y() + height() > screen.bottom())
        at.setY(anchor.mapToGlobal(QPoint(0, 0)).y() - height() - tokens().px(Px::Space4));
    at.setX(qBound(screen.left(), at.x(), screen.right() - width()));
    move(at);
    show();
    setFocus(Qt::PopupFocusReason);
}

Date CalendarPopup::firstShown() const
{
    const Date first = Date::fromYmd(m_current.year(), m_current.month(), 1);
    return first.addDays(-static_cast<int>(first.weekday()));
}

QRect CalendarPopup::cell(int index) const
{
    const int top = pad() + side() + tokens().px(Px::HeadRow);
    return {pad() + index % weekDays * side(), top + index / weekDays * side(), side(), side()};
}

QRect CalendarPopup::arrow(bool next) const { return {next ? width() - pad() - side() : pad(), pad(), side(), side()}; }

void CalendarPopup::paintHead(QPainter& painter) const
{
    const Tokens& t = tokens();
    painter.setFont(t.font(TextStyle::Section));
    painter.setPen(t.color(Color::Text));
    painter.drawText(QRect(0, pad(), width(), side()), Qt::AlignCenter,
        tr("%1-%2", "year and month over a calendar")
            .arg(m_current.year())
            .arg(static_cast<int>(m_current.month()), 2, 10, QLatin1Char('0')));
    paintIcon(painter, arrow(false), Icon::ChevronLeft, Color::Text2);
    paintIcon(painter, arrow(true), Icon::ChevronRight, Color::Text2);
    painter.setFont(t.font(TextStyle::Hint));
    painter.setPen(t.color(Color::Text2));
    for (int day = 0; day < weekDays; ++day) {
        const QRect head(pad() + day * side(), pad() + side(), side(), t.px(Px::HeadRow));
        painter.drawText(head, Qt::AlignCenter, weekdayText(static_cast<unsigned>(day)));
    }
}

void CalendarPopup::paintDay(QPainter& painter, int index) const
{
    const Tokens& t = tokens();
    const Date date = firstShown().addDays(index);
    const int line = Tokens::px(Fixed::Line);
    const QRectF box = QRectF(cell(index)).adjusted(1.5 * line, 1.5 * line, -1.5 * line, -1.5 * line);
    const bool chosen = date == m_current;
    const int radius = Tokens::px(Fixed::RadiusCell);
    painter.setPen(chosen ? QPen(t.color(Color::Accent), line) : QPen(Qt::NoPen));
    painter.setBrush(chosen      ? t.color(Color::Selected)
            : index == m_hovered ? t.color(Color::Hover)
                                 : QColor(Qt::transparent));
    painter.drawRoundedRect(box, radius, radius);
    const bool strong = chosen || date == m_today;
    painter.setFont(t.font(TextStyle::Body, strong ? Weight::Bold : Weight::Regular));
    const bool inMonth = date.month() == m_current.month();
    painter.setPen(t.color(date == m_today ? Color::Accent : inMonth ? Color::Text : Color::Text3));
    painter.drawText(cell(index), Qt::AlignCenter, QString::number(date.day()));
}

void CalendarPopup::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.color(Color::Sheet));
    painter.setPen(t.color(Color::Control));
    painter.drawRect(rect().adjusted(0, 0, -1, -1));
    painter.setRenderHint(QPainter::Antialiasing);
    paintHead(painter);
    for (int index = 0; index < weeks * weekDays; ++index)
        paintDay(painter, index);
}

void CalendarPopup::moveTo(Date date)
{
    if (!date.isValid())
        return;
    m_current = date;
    update();
}

void CalendarPopup::pick(Date date)
{
    Q_EMIT picked(date);
    close();
}

void CalendarPopup::keyPressEvent(QKeyEvent* event)
{
    switch (event->key()) {
    case Qt::Key_Left:
        moveTo(m_current.addDays(-1));
        break;
    case Qt::Key_Right:
        moveTo(m_current.addDays(1));
        break;
    case Qt::Key_Up:
        moveTo(m_current.addDays(-weekDays));
        break;
    case Qt::Key_Down:
        moveTo(m_current.addDays(weekDays));
        break;
    case Qt::Key_PageUp:
        moveTo(m_current.addMonths(-1));
        break;
    case Qt::Key_PageDown:
        moveTo(m_current.addMonths(1));
        break;
    case Qt::Key_Home:
        moveTo(m_today);
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space:
        pick(m_current);
        break;
    case Qt::Key_F4:
    case Qt::Key_Escape:
        close();
        break;
    default:
        QWidget::keyPressEvent(event);
    }
}

void CalendarPopup::mousePressEvent(QMouseEvent* event)
{
    const QPoint at = event->position().toPoint();
    if (!rect().contains(at)) {
        close();
        return;
    }
    for (const bool next : {false, true}) {
        if (arrow(next).contains(at))
            moveTo(m_current.addMonths(next ? 1 : -1));
    }
    for (int index = 0; index < weeks * weekDays; ++index) {
        if (cell(index).contains(at)) {
            pick(firstShown().addDays(index));
            return;
        }
    }
}

void CalendarPopup::mouseMoveEvent(QMouseEvent* event)
{
    m_hovered = -1;
    for (int index = 0; index < weeks * weekDays; ++index) {
        if (cell(index).contains(event->position().toPoint()))
            m_hovered = index;
    }
    update();
}

void CalendarPopup::wheelEvent(QWheelEvent* event)
{
    moveTo(m_current.addMonths(event->angleDelta().y() > 0 ? -1 : 1));
}

} // namespace dure::app
