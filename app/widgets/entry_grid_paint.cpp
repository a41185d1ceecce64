#include "app/widgets/entry_grid_paint.h"

#include "app/widgets/entry_grid.h"
#include "app/widgets/status_glyph.h"
#include "app/widgets/theme.h"

#include <QPainter>

namespace dure::app {
namespace {

void paintLines(QPainter& painter, const QRect& rect, bool right, Color bottom)
{
    const Tokens& t = tokens();
    const int line = Tokens::px(Fixed::Line);
    painter.fillRect(rect.left(), rect.bottom() + 1 - line, rect.width(), line, t.color(bottom));
    if (right)
        painter.fillRect(rect.right() + 1 - line, rect.top(), line, rect.height(), t.color(Color::Hair));
}

} // namespace

RowNumbers::RowNumbers(EntryGrid* grid)
    : QHeaderView(Qt::Vertical, grid)
    , m_grid(grid)
{
    setSectionResizeMode(QHeaderView::Fixed);
    setSectionsClickable(false);
    setFocusPolicy(Qt::NoFocus);
}

void RowNumbers::setPaperBelow(bool paper)
{
    m_paperBelow = paper;
    viewport()->update();
}

QSize RowNumbers::sizeHint() const { return {tokens().scaled(36), 0}; }

void RowNumbers::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens().color(Color::Sunken));
    painter.end();
    QHeaderView::paintEvent(event);
    if (!m_paperBelow)
        return;
    painter.begin(viewport());
    const int step = defaultSectionSize();
    for (int y = length() - offset(); y < viewport()->height(); y += step)
        paintLines(painter, QRect(0, y, width(), step), true, Color::Hair);
}

void RowNumbers::paintSection(QPainter* painter, const QRect& rect, int row) const
{
    const Tokens& t = tokens();
    const bool current = m_grid->cell().row() == row;
    painter->fillRect(rect, t.color(current ? Color::Selected : Color::Sunken));
    paintLines(*painter, rect, true, Color::Hair);
    painter->setFont(t.font(TextStyle::Hint, current ? Weight::Bold : Weight::Regular));
    painter->setPen(t.color(current ? Color::Text : Color::Text2));
    painter->drawText(rect, Qt::AlignCenter, model()->headerData(row, Qt::Vertical).toString());
}

ColumnTitles::ColumnTitles(EntryGrid* grid)
    : QHeaderView(Qt::Horizontal, grid)
{
    setSectionResizeMode(QHeaderView::Fixed);
    setSectionsClickable(false);
    setFocusPolicy(Qt::NoFocus);
    Theme::follow(this, [this](const Tokens& t) { setFixedHeight(t.px(Px::HeadRow)); });
}

void ColumnTitles::setLines(bool lines)
{
    m_lines = lines;
    viewport()->update();
}

void ColumnTitles::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens().color(Color::Sunken));
    paintLines(painter, viewport()->rect(), false, Color::Panel);
    painter.end();
    QHeaderView::paintEvent(event);
}

void ColumnTitles::paintSection(QPainter* painter, const QRect& rect, int column) const
{
    const Tokens& t = tokens();
    painter->fillRect(rect, t.color(Color::Sunken));
    paintLines(*painter, rect, m_lines, Color::Panel);
    const int pad = t.px(Px::Space8);
    const QRect text = rect.adjusted(pad, 0, -pad, 0);
    painter->setFont(t.font(TextStyle::Hint));
    painter->setPen(t.color(Color::Text2));
    const auto align = Qt::Alignment(model()->headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt());
    const QString title = model()->headerData(column, Qt::Horizontal).toString();
    painter->drawText(text, (align & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter,
        painter->fontMetrics().elidedText(title, Qt::ElideRight, text.width()));
}

EntryDelegate::EntryDelegate(QObject* parent)
    : QAbstractItemDelegate(parent)
{ }

void EntryDelegate::paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const
{
    painter->fillRect(option.rect, tokens().color(Color::Sheet));
    paintLines(*painter, option.rect, m_verticalLines, Color::Hair);
    paintContent(*painter, option.rect, index);
}

QSize EntryDelegate::sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const
{
    return {tokens().scaled(80), tokens().px(Px::Row)};
}

void EntryDelegate::paintContent(QPainter& painter, const QRect& cell, const QModelIndex& index) const
{
    const int pad = tokens().px(Px::Space8);
    paintText(painter, cell.adjusted(pad, 0, -pad, 0), index);
}

void EntryDelegate::paintText(QPainter& painter, const QRect& rect, const QModelIndex& index) const
{
    const Tokens& t = tokens();
    QRect room = rect;
    const bool wrong = !index.data(ProblemRole).toString().isEmpty();
    if (wrong) { // never by colour alone
        const int glyph = t.px(Px::Glyph);
        paintStatus(painter, QRect(room.left(), room.top(), glyph, room.height()), Status::Late);
        room.setLeft(room.left() + glyph + t.px(Px::Space4));
    }
    const bool quiet = index.data(QuietRole).toBool();
    const bool muted = quiet || index.data(MutedRole).toBool();
    const bool strong = index.data(StrongRole).toBool();
    painter.setFont(t.font(quiet ? TextStyle::Hint : TextStyle::Body, strong ? Weight::Bold : Weight::Regular));
    painter.setPen(t.color(wrong ? Color::Red : muted ? Color::Text2 : Color::Text));
    const auto align = Qt::Alignment(index.data(Qt::TextAlignmentRole).toInt());
    painter.drawText(room, (align & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter,
        painter.fontMetrics().elidedText(index.data().toString(), Qt::ElideRight, room.width()));
}

} // namespace dure::app
