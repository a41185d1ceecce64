#include "app/widgets/line_sheet.h"

#include "app/widgets/text_fit.h"
#include "app/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

namespace dure::app {
namespace {

Color colorOf(CellInk ink)
{
    switch (ink) {
    case CellInk::Normal:
        return Color::Text;
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
    }
    return Color::Text;
}

QFont fontOf(const SheetCell& cell)
{
    return tokens().font(TextStyle::Body, cell.bold ? Weight::Bold : Weight::Regular);
}

int glyphRoom(const SheetCell& cell)
{
    return cell.glyph == Status::None ? 0 : tokens().px(Px::Glyph) + tokens().px(Px::Space4);
}

} // namespace

LineSheet::LineSheet(QList<SheetColumn> columns, QWidget* parent)
    : QWidget(parent)
    , m_columns(std::move(columns))
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    Theme::follow(this, [this](const Tokens&) {
        updateGeometry();
        update();
    });
}

void LineSheet::setTitle(int column, const QString& title)
{
    m_columns[column].title = title;
    update();
}

void LineSheet::setRows(QList<QList<SheetCell>> rows)
{
    m_rows = std::move(rows);
    m_current = qBound(0, m_current, qMax(0, int(m_rows.size()) - 1));
    m_hovered = -1;
    QStringList spoken;
    for (const auto& row : std::as_const(m_rows)) {
        QStringList cells;
        for (const SheetCell& cell : row)
            cells += cell.text;
        spoken += cells.join(QStringLiteral(", "));
    }
    setAccessibleDescription(spoken.join(u'\n'));
    updateGeometry();
    update();
}

void LineSheet::setOpens(bool opens)
{
    m_opens = opens;
    setMouseTracking(opens);
    setFocusPolicy(opens ? Qt::StrongFocus : Qt::NoFocus);
}

bool LineSheet::hasHead() const
{
    return std::ranges::any_of(m_columns, [](const SheetColumn& column) { return !column.title.isEmpty(); });
}

int LineSheet::headHeight() const { return hasHead() ? tokens().scaled(26) : 0; }
int LineSheet::rowHeight() const { return tokens().scaled(30); }

QSize LineSheet::sizeHint() const { return {tokens().scaled(240), headHeight() + rowHeight() * int(m_rows.size())}; }
QSize LineSheet::minimumSizeHint() const { return {0, sizeHint().height()}; }

QList<int> LineSheet::columnWidths() const
{
    const Tokens& t = tokens();
    const QFontMetrics head(t.font(TextStyle::Hint));
    const QFontMetrics regular(t.font(TextStyle::Body));
    const QFontMetrics bold(t.font(TextStyle::Body, Weight::Bold));
    const int gap = t.px(Px::Space12);
    QList<int> widths(m_columns.size(), 0);
    int taken = gap * int(m_columns.size() - 1);
    int stretching = 0;
    for (int column = 0; column < m_columns.size(); ++column) {
        if (m_columns[column].stretch) {
            ++stretching;
            continue;
        }
        int width = qMax(t.scaled(m_columns[column].leastWidth), textWidth(head, m_columns[column].title));
        for (const auto& row : m_rows) {
            const SheetCell& cell = row[column];
            width = qMax(width, glyphRoom(cell) + textWidth(cell.bold ? bold : regular, cell.text));
        }
        widths[column] = width;
        taken += width;
    }
    for (int column = 0; column < m_columns.size(); ++column) {
        if (m_columns[column].stretch)
            widths[column] = qMax(0, (width() - taken) / stretching);
    }
    return widths;
}

void LineSheet::paintEvent(QPaintEvent*)
{
    QPainter painter(this);
    const QList<int> widths = columnWidths();
    if (hasHead())
        paintHead(painter, widths);
    for (int row = 0; row < m_rows.size(); ++row)
        paintRow(painter, row, widths);
}

void LineSheet::paintHead(QPainter& painter, const QList<int>& widths) const
{
    const Tokens& t = tokens();
    painter.setFont(t.font(TextStyle::Hint));
    painter.setPen(t.color(Color::Text2));
    int x = 0;
    for (int column = 0; column < m_columns.size(); ++column) {
        const QRect rect(x, 0, widths[column], headHeight() - Tokens::px(Fixed::Line));
        painter.drawText(
            rect, int(Qt::AlignVCenter | m_columns[column].align) | Qt::TextSingleLine, m_columns[column].title);
        x += widths[column] + t.px(Px::Space12);
    }
    painter.fillRect(
        0, headHeight() - Tokens::px(Fixed::Line), width(), Tokens::px(Fixed::Line), t.color(Color::Panel));
}

void LineSheet::paintRow(QPainter& painter, int row, const QList<int>& widths) const
{
    const Tokens& t = tokens();
    const int top = headHeight() + row * rowHeight();
    const int line = Tokens::px(Fixed::Line);
    if (m_opens && row == m_hovered)
        painter.fillRect(0, top, width(), rowHeight() - line, t.color(Color::Hover));
    if (m_opens && hasFocus() && row == m_current)
        painter.fillRect(0, top, width(), rowHeight() - line, t.color(Color::Selected));
    int x = 0;
    for (int column = 0; column < m_columns.size(); ++column) {
        const SheetCell& cell = m_rows[row][column];
        QRect rect(x, top, widths[column], rowHeight() - line);
        const QFont font = fontOf(cell);
        const QString text = fitText(QFontMetrics(font), cell.text, rect.width() - glyphRoom(cell));
        if (cell.glyph != Status::None) {
            if (m_columns[column].align & Qt::AlignRight)
                rect.setLeft(rect.right() + 1 - textWidth(QFontMetrics(font), text) - glyphRoom(cell));
            paintStatus(painter, rect, cell.glyph);
            rect.setLeft(rect.left() + glyphRoom(cell));
        }
        painter.setFont(font);
        painter.setPen(t.color(colorOf(cell.ink)));
        painter.drawText(rect, int(Qt::AlignVCenter | m_columns[column].align) | Qt::TextSingleLine, text);
        x += widths[column] + t.px(Px::Space12);
    }
    painter.fillRect(0, top + rowHeight() - line, width(), line, t.color(Color::Hair));
}

int LineSheet::rowAt(const QPoint& place) const
{
    const int row = place.y() < headHeight() ? -1 : (place.y() - headHeight()) / rowHeight();
    return rect().contains(place) && row < m_rows.size() ? row : -1;
}

void LineSheet::setHovered(int row)
{
    if (std::exchange(m_hovered, row) == row)
        return;
    setCursor(row >= 0 ? Qt::PointingHandCursor : Qt::ArrowCursor);
    update();
}

void LineSheet::mouseMoveEvent(QMouseEvent* event)
{
    if (m_opens)
        setHovered(rowAt(event->position().toPoint()));
}

void LineSheet::leaveEvent(QEvent*) { setHovered(-1); }

void LineSheet::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position().toPoint());
    if (m_opens && event->button() == Qt::LeftButton && row >= 0)
        Q_EMIT opened(row);
}

void LineSheet::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        m_current = qBound(0, m_current + (event->key() == Qt::Key_Up ? -1 : 1), qMax(0, int(m_rows.size()) - 1));
        update();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (plain && m_current < m_rows.size()) {
            Q_EMIT opened(m_current);
            return;
        }
        break;
    default:
        break;
    }
    QWidget::keyPressEvent(event);
}

void LineSheet::focusInEvent(QFocusEvent*) { update(); }
void LineSheet::focusOutEvent(QFocusEvent*) { update(); }

} // namespace dure::app
