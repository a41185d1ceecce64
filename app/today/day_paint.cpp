#include "app/today/day_paint.h"

#include "app/widgets/text_fit.h"
#include "app/widgets/tokens.h"

#include <QPainter>

namespace dure::app {
namespace {

// At 100 %.
constexpr int statusWidth = 92, timeWidth = 52, figureWidth = 76, barWidth = 60;
constexpr int namePercent = 42, mostNamePercent = 55; // of what a stop's texts share
constexpr int nameWidth = 92; // that most customers' names need
constexpr int widthWithBar = 460; // below it a truck's driver needs the room of the bar, whose words stand beside it

Color colorOf(CellInk ink)
{
    switch (ink) {
    case CellInk::Muted:
        return Color::Text2;
    case CellInk::Faint:
        return Color::Text3;
    case CellInk::Red:
        return Color::Red;
    case CellInk::Amber:
        return Color::Amber;
    case CellInk::Green:
        return Color::Green;
    case CellInk::Accent:
        return Color::Accent;
    case CellInk::Normal:
        break;
    }
    return Color::Text;
}

/// Draws pieces of text one behind the other, each cut where the room ends.
class Line
{
public:
    Line(QPainter& painter, const QRect& room)
        : m_painter(painter)
        , m_room(room)
    { }
    void put(const QString& text, const QFont& font, Color ink)
    {
        if (text.isEmpty() || m_room.width() <= 0)
            return;
        const QFontMetrics metrics(font);
        m_painter.setFont(font);
        m_painter.setPen(tokens().color(ink));
        m_painter.drawText(
            m_room, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, fitText(metrics, text, m_room.width()));
        m_room.setLeft(m_room.left() + textWidth(metrics, text) + tokens().px(Px::Space8));
    }
    /// From the right end.
    void putRight(const QString& text, const QFont& font, Color ink)
    {
        if (text.isEmpty())
            return;
        m_painter.setFont(font);
        m_painter.setPen(tokens().color(ink));
        m_painter.drawText(m_room, Qt::AlignRight | Qt::AlignVCenter | Qt::TextSingleLine, text);
        m_room.setRight(m_room.right() - textWidth(QFontMetrics(font), text) - tokens().px(Px::Space12));
    }
    void skipRight(int width) { m_room.setRight(m_room.right() - width); }
    QRect take(int width)
    {
        const QRect taken(m_room.left(), m_room.top(), width, m_room.height());
        m_room.setLeft(m_room.left() + width);
        return taken;
    }
    const QRect& room() const { return m_room; }

private:
    QPainter& m_painter;
    QRect m_room;
};

void paintIconAt(QPainter& painter, Line& line, Icon icon)
{
    if (icon == Icon::None)
        return;
    const Tokens& t = tokens();
    paintIcon(painter, line.take(t.px(Px::Icon)), icon, Color::Text2);
    line.take(t.px(Px::Space8));
}

void paintGlyph(QPainter& painter, Line& line, Status status)
{
    if (status == Status::None)
        return;
    const Tokens& t = tokens();
    paintStatus(painter, line.take(t.px(Px::Glyph)), status);
    line.take(t.px(Px::Space8));
}

void paintSection(QPainter& painter, Line& line, const DayRow& row)
{
    const Tokens& t = tokens();
    line.putRight(row.link, t.font(TextStyle::Hint), Color::Accent);
    paintIconAt(painter, line, row.icon);
    paintGlyph(painter, line, row.status);
    line.put(row.title, t.font(TextStyle::Section), Color::Text);
    line.put(row.remark, t.font(TextStyle::Body), Color::Text2);
}

void paintTruck(QPainter& painter, Line& line, const DayRow& row)
{
    const Tokens& t = tokens();
    if (row.permille >= 0 && line.room().width() >= t.scaled(widthWithBar)) {
        const int height = t.px(Px::Bar);
        const int width = t.scaled(barWidth);
        const QRect& room = line.room();
        const QRectF track(room.right() + 1 - width, room.center().y() - height / 2, width, height);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(t.color(Color::Track));
        painter.drawRoundedRect(track, height / 2.0, height / 2.0);
        if (row.permille > 0) {
            QRectF done = track;
            done.setWidth(qMax<qreal>(height, track.width() * row.permille / 1000));
            painter.setBrush(t.color(row.permille >= 1000 ? Color::Green : Color::Bar));
            painter.drawRoundedRect(done, height / 2.0, height / 2.0);
        }
        painter.setRenderHint(QPainter::Antialiasing, false);
        line.skipRight(width + t.px(Px::Space8));
    }
    line.putRight(row.right, t.font(TextStyle::Body), Color::Text2);
    paintIconAt(painter, line, row.icon);
    line.put(row.title, t.font(TextStyle::Body, Weight::Bold), Color::Text);
    line.put(row.remark, t.font(TextStyle::Body), Color::Text2);
}

void paintStop(QPainter& painter, Line& line, const DayRow& row)
{
    const Tokens& t = tokens();
    const QFont body = t.font(TextStyle::Body);
    const QFont bold = t.font(TextStyle::Body, Weight::Bold);
    const QFontMetrics metrics(body);
    const int gap = t.px(Px::Space12);
    Line status(painter, line.take(t.scaled(statusWidth)));
    paintGlyph(painter, status, row.status);
    status.put(row.word, row.status == Status::Late ? bold : body, statusWordColor(row.status));
    Line time(painter, line.take(t.scaled(timeWidth)));
    time.put(row.time, body, Color::Text);
    const int figure = qMax(t.scaled(figureWidth), textWidth(metrics, row.right));
    const int shared = line.room().width() - figure - 2 * gap;
    const int named = qMin(qMax(shared * namePercent / 100, t.scaled(nameWidth)), shared * mostNamePercent / 100);
    Line name(painter, line.take(named));
    name.put(row.title, bold, Color::Text);
    name.put(row.remark, body, Color::Text2);
    line.take(gap);
    line.putRight(row.right, body, Color::Text);
    line.put(row.text, body, Color::Text);
}

void paintItem(Line& line, const DayRow& row)
{
    const Tokens& t = tokens();
    const bool strong = row.rightInk == CellInk::Red;
    line.putRight(row.right, t.font(TextStyle::Body, strong ? Weight::Bold : Weight::Regular), colorOf(row.rightInk));
    line.put(row.title, t.font(TextStyle::Body, Weight::Bold), Color::Text);
    line.put(row.remark, t.font(TextStyle::Body), Color::Text2);
}

} // namespace

int dayRowHeight(const DayRow& row)
{
    switch (row.kind) {
    case DayRow::Kind::Section:
        return tokens().scaled(44);
    case DayRow::Kind::Truck:
        return tokens().scaled(34);
    default:
        return tokens().scaled(35);
    }
}

void paintDayRow(QPainter& painter, const QRect& cell, const DayRow& row, DayRowState state)
{
    const Tokens& t = tokens();
    const int line = Tokens::px(Fixed::Line);
    const Color plain = row.kind == DayRow::Kind::Truck ? Color::Sunken : Color::Sheet;
    const Color back = state.selected        ? (state.focused ? Color::Selected : Color::SelectedOff)
        : state.hovered && row.canBeChosen() ? Color::Hover
                                             : plain;
    painter.fillRect(cell, t.color(back));
    if (state.selected)
        painter.fillRect(
            cell.left(), cell.top(), Tokens::px(Fixed::RowMark), cell.height() - line, t.color(Color::Accent));
    painter.fillRect(cell.left(), cell.bottom() + 1 - line, cell.width(), line,
        t.color(row.kind == DayRow::Kind::Section ? Color::Panel : Color::Hair));
    Line text(painter, cell.adjusted(t.px(Px::Space16), 0, -t.px(Px::Space16), -line));
    switch (row.kind) {
    case DayRow::Kind::Section:
        return paintSection(painter, text, row);
    case DayRow::Kind::Truck:
        return paintTruck(painter, text, row);
    case DayRow::Kind::Stop:
        return paintStop(painter, text, row);
    case DayRow::Kind::Item:
        return paintItem(text, row);
    case DayRow::Kind::Nothing:
        return text.put(row.title, t.font(TextStyle::Body), Color::Text2);
    }
}

} // namespace dure::app
