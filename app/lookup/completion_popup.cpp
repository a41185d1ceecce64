#include "app/lookup/completion_popup.h"

#include "app/widgets/key_cap.h"
#include "app/widgets/text_fit.h"
#include "app/widgets/theme.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QPainter>

namespace dure::app {
namespace {

constexpr int mostRows = 8; // shown at once

} // namespace

CompletionPopup::CompletionPopup(QList<CompletionColumn> columns)
    : m_columns(std::move(columns))
{
    setFocusPolicy(Qt::NoFocus);
    setMouseTracking(true);
    setAccessibleName(tr("Choices"));
    hide();
    Theme::follow(this, [this](const Tokens&) {
        if (isVisible())
            place();
    });
}

void CompletionPopup::open(QWidget& anchor, Content content)
{
    if (m_anchor != &anchor) {
        dismiss();
        m_anchor = &anchor;
        setParent(anchor.window());
        anchor.installEventFilter(this);
    }
    m_content = std::move(content);
    m_first = 0;
    m_current = qMin(m_content.chosen, rows() - 1);
    place();
    show();
    raise();
    update();
    Q_EMIT currentChanged(m_current);
    tell();
}

void CompletionPopup::dismiss()
{
    if (m_anchor)
        m_anchor->removeEventFilter(this);
    m_anchor = nullptr;
    m_content = {};
    m_current = -1;
    hide();
}

void CompletionPopup::setHints(QList<KeyHint> hints)
{
    m_hints = std::move(hints);
    update();
}

QString CompletionPopup::cellText(int row, int column) const
{
    const CompletionCell& cell = m_content.rows[row][column];
    return cell.suffix.isEmpty() ? cell.text.text : cell.text.text + u' ' + cell.suffix;
}

int CompletionPopup::shownRows() const { return qMin(rows(), m_room); }

int CompletionPopup::rowsTop() const { return Tokens::px(Fixed::Line) + (m_headless ? 0 : tokens().px(Px::HeadRow)); }

void CompletionPopup::place()
{
    if (!m_anchor)
        return;
    const Tokens& t = tokens();
    const int line = Tokens::px(Fixed::Line);
    int wanted = 2 * line;
    for (const CompletionColumn& column : std::as_const(m_columns))
        wanted += t.scaled(column.width);
    if (m_headless)
        wanted = m_anchor->width(); // as wide as its field
    const QWidget* window = parentWidget();
    const int width = qMin(wanted, window->width() - 2 * t.px(Px::Space8));
    const int frame = 2 * line + (m_headless ? 0 : t.px(Px::Row) + (m_content.rows.isEmpty() ? 0 : t.px(Px::HeadRow)));
    const int row = t.px(Px::Row);
    const QPoint at = m_anchor->mapTo(window, QPoint(0, 0));
    const int below = at.y() + m_anchor->height() - line;
    // Over the field only where less than half of the rows would fit below; never over the bar at the top.
    const int fitBelow = (window->height() - below - frame) / row;
    const int fitAbove = (at.y() + line - t.px(Px::TopBar) - frame) / row;
    const int wantedRows = qBound(1, rows(), mostRows);
    const bool under = fitBelow >= wantedRows || 2 * fitBelow >= wantedRows || fitBelow >= fitAbove;
    m_room = qBound(1, under ? fitBelow : fitAbove, mostRows);
    m_first = qBound(m_current - shownRows() + 1, m_first, qMax(0, m_current));
    const int height = frame + qMax(1, shownRows()) * row;
    const int x = qBound(0, at.x(), window->width() - width - t.px(Px::Space8));
    setGeometry(x, under ? below : at.y() - height + line, width, height);
}

bool CompletionPopup::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_anchor) {
        if (event->type() == QEvent::Move || event->type() == QEvent::Resize)
            place();
        else if (event->type() == QEvent::Hide)
            dismiss();
    }
    return QWidget::eventFilter(watched, event);
}

bool CompletionPopup::keyPressed(QKeyEvent* event)
{
    if (!isVisible())
        return false;
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool plain = modifiers == Qt::NoModifier;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (plain)
            choose(m_current + (event->key() == Qt::Key_Up ? -1 : 1));
        return plain;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
        choose(m_current + (event->key() == Qt::Key_PageUp ? -m_room : m_room));
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (m_current < 0 || !(plain || modifiers == Qt::ShiftModifier))
            return false;
        Q_EMIT taken(m_current, !plain);
        return true;
    case Qt::Key_Escape:
        dismiss();
        return true;
    default:
        return false;
    }
}

void CompletionPopup::choose(int row)
{
    if (m_content.rows.isEmpty())
        return;
    row = qBound(0, row, rows() - 1);
    if (row == m_current)
        return;
    m_current = row;
    m_first = qBound(m_current - shownRows() + 1, m_first, m_current);
    update();
    Q_EMIT currentChanged(m_current);
    tell();
}

void CompletionPopup::tell()
{
    QStringList spoken;
    for (int column = 0; m_current >= 0 && column < m_content.rows[m_current].size(); ++column)
        spoken += cellText(m_current, column);
    setAccessibleDescription(m_current < 0 ? m_content.nothing : spoken.join(QStringLiteral(", ")));
    QAccessibleEvent told(this, QAccessible::DescriptionChanged);
    QAccessible::updateAccessibility(&told);
}

int CompletionPopup::rowAt(const QPoint& place) const
{
    const int below = place.y() - rowsTop();
    const int shown = below < 0 ? -1 : below / tokens().px(Px::Row);
    return shown >= 0 && shown < shownRows() ? m_first + shown : -1;
}

void CompletionPopup::mouseMoveEvent(QMouseEvent* event)
{
    if (const int row = rowAt(event->position().toPoint()); row >= 0)
        choose(row);
}

void CompletionPopup::mousePressEvent(QMouseEvent* event) { event->accept(); } // not for what lies below

void CompletionPopup::mouseReleaseEvent(QMouseEvent* event)
{
    const int row = rowAt(event->position().toPoint());
    if (row >= 0 && event->button() == Qt::LeftButton)
        Q_EMIT taken(row, event->modifiers() & Qt::ShiftModifier);
}

void CompletionPopup::wheelEvent(QWheelEvent* event)
{
    m_first = qBound(0, m_first - (event->angleDelta().y() > 0 ? 1 : -1), rows() - shownRows());
    update();
    event->accept();
}

QList<QRect> CompletionPopup::cellRects(int top, int height) const
{
    const Tokens& t = tokens();
    const int line = Tokens::px(Fixed::Line);
    int over = width() - 2 * line;
    for (const CompletionColumn& column : m_columns)
        over -= t.scaled(column.width);
    QList<QRect> rects;
    int x = line;
    for (const CompletionColumn& column : m_columns) {
        const int wide = t.scaled(column.width) + (column.stretch ? over : 0);
        rects += QRect(x + t.px(Px::Space8), top, wide - 2 * t.px(Px::Space8), height);
        x += wide;
    }
    if (!rects.isEmpty()) // as far from the edges as the foot's texts
        rects.last().setRight(width() - line - t.px(Px::Space16));
    return rects;
}

void CompletionPopup::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    const int line = Tokens::px(Fixed::Line);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.color(Color::Control), line));
    painter.setBrush(t.color(Color::Sheet));
    const qreal half = line / 2.0;
    const int radius = Tokens::px(Fixed::RadiusCell);
    painter.drawRoundedRect(QRectF(rect()).adjusted(half, half, -half, -half), radius, radius);
    painter.setRenderHint(QPainter::Antialiasing, false);
    if (m_content.rows.isEmpty()) {
        painter.setFont(t.font(TextStyle::Body));
        painter.setPen(t.color(Color::Text2));
        const QRect room(t.px(Px::Space12), line, width() - 2 * t.px(Px::Space12), t.px(Px::Row));
        painter.drawText(
            room, Qt::AlignVCenter | Qt::AlignLeft, fitText(painter.fontMetrics(), m_content.nothing, room.width()));
    } else {
        if (!m_headless)
            paintHead(painter);
        for (int i = 0; i < shownRows(); ++i)
            paintRow(painter, m_first + i, rowsTop() + i * t.px(Px::Row));
    }
    if (!m_headless)
        paintFoot(painter);
}

void CompletionPopup::paintHead(QPainter& painter) const
{
    const Tokens& t = tokens();
    const int line = Tokens::px(Fixed::Line);
    const int height = t.px(Px::HeadRow);
    painter.fillRect(line, line, width() - 2 * line, height, t.color(Color::Sunken));
    painter.fillRect(line, height, width() - 2 * line, line, t.color(Color::Panel));
    painter.setFont(t.font(TextStyle::Hint));
    painter.setPen(t.color(Color::Text2));
    const QList<QRect> rects = cellRects(line, height);
    for (int i = 0; i < m_columns.size(); ++i)
        painter.drawText(rects[i], Qt::AlignVCenter | (m_columns[i].right ? Qt::AlignRight : Qt::AlignLeft),
            fitText(painter.fontMetrics(), m_columns[i].title, rects[i].width()));
}

void CompletionPopup::paintRow(QPainter& painter, int row, int top) const
{
    const Tokens& t = tokens();
    const int line = Tokens::px(Fixed::Line);
    const int height = t.px(Px::Row);
    if (row == m_current) {
        painter.fillRect(line, top, width() - 2 * line, height, t.color(Color::Selected));
        painter.fillRect(line, top, Tokens::px(Fixed::RowMark), height, t.color(Color::Accent));
    }
    painter.fillRect(line, top + height - line, width() - 2 * line, line, t.color(Color::Hair));
    const QList<QRect> rects = cellRects(top, height - line);
    for (int i = 0; i < m_columns.size() && i < m_content.rows[row].size(); ++i) {
        CompletionCell cell = m_content.rows[row][i];
        cell.muted = cell.muted && row != m_current;
        paintCell(painter, rects[i], cell, m_columns[i].right);
    }
}

void CompletionPopup::paintCell(QPainter& painter, const QRect& rect, const CompletionCell& cell, bool right) const
{
    const Tokens& t = tokens();
    const QFontMetrics body(t.font(TextStyle::Body));
    const QFontMetrics hint(t.font(TextStyle::Hint));
    const int gap = cell.suffix.isEmpty() ? 0 : t.px(Px::Space4);
    const int suffix = textWidth(hint, cell.suffix);
    QRect textRect = rect.adjusted(0, 0, -suffix - gap, 0);
    const Color ink = cell.muted ? Color::Text2 : Color::Text;
    if (right) {
        painter.setFont(t.font(TextStyle::Body));
        painter.setPen(t.color(ink));
        painter.drawText(textRect, Qt::AlignVCenter | Qt::AlignRight, fitText(body, cell.text.text, textRect.width()));
    } else {
        textRect.setWidth(qMin(textRect.width(), textWidth(body, cell.text.text) + t.px(Px::Space24)));
        paintFoundText(painter, textRect, cell.text, ink);
    }
    if (cell.suffix.isEmpty())
        return;
    painter.setFont(t.font(TextStyle::Hint));
    painter.setPen(t.color(Color::Text2));
    painter.drawText(QRect(rect.right() + 1 - suffix, rect.top(), suffix, rect.height()),
        int(Qt::AlignVCenter | Qt::AlignRight) | Qt::TextSingleLine, cell.suffix);
}

void CompletionPopup::paintFoot(QPainter& painter) const
{
    const Tokens& t = tokens();
    const int line = Tokens::px(Fixed::Line);
    const int height = t.px(Px::Row);
    const QRect foot(line, this->height() - line - height, width() - 2 * line, height);
    painter.fillRect(foot.adjusted(line, 0, -line, -line), t.color(Color::Sunken));
    if (m_content.rows.isEmpty())
        painter.fillRect(foot.left(), foot.top(), foot.width(), line, t.color(Color::Hair));
    const QFont font = t.font(TextStyle::Hint);
    const QFontMetrics metrics(font);
    int right = foot.right() + 1 - t.px(Px::Space12);
    const int left = foot.left() + t.px(Px::Space8);
    painter.setFont(font);
    painter.setPen(t.color(Color::Text2));
    painter.drawText(QRect(left, foot.top(), foot.width(), height), Qt::AlignVCenter | Qt::AlignLeft, m_content.count);
    const int least = left + textWidth(metrics, m_content.count) + t.px(Px::Space12);
    // The last hints are the ones everybody knows: they go first where room is short.
    int needed = 0;
    qsizetype shown = 0;
    for (; shown < m_hints.size(); ++shown) {
        const int one = keyCapWidth(m_hints[shown].keys) + t.px(Px::Space4) + textWidth(metrics, m_hints[shown].text)
            + t.px(Px::Space12);
        if (least + needed + one > right)
            break;
        needed += one;
    }
    int x = right - needed + t.px(Px::Space12);
    for (qsizetype i = 0; i < shown; ++i) {
        const int cap = keyCapWidth(m_hints[i].keys);
        paintKeyCap(painter, QRect(x, foot.top(), cap, height), m_hints[i].keys);
        x += cap + t.px(Px::Space4);
        painter.setFont(font);
        painter.setPen(t.color(Color::Text2));
        const int wide = textWidth(metrics, m_hints[i].text);
        painter.drawText(QRect(x, foot.top(), wide, height), Qt::AlignVCenter | Qt::AlignLeft, m_hints[i].text);
        x += wide + t.px(Px::Space12);
    }
}

} // namespace dure::app

#include "moc_completion_popup.cpp"
