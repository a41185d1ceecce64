#include "app/widgets/ledger_header.h"

#include "app/widgets/icons.h"
#include "app/widgets/ledger_table.h"
#include "app/widgets/text_fit.h"

#include <QMouseEvent>
#include <QPainter>

namespace dure::app {

LedgerHeader::LedgerHeader(LedgerTable* table)
    : QHeaderView(Qt::Horizontal, table)
    , m_table(table)
{
    setSectionsMovable(true);
    setSectionsClickable(true);
    setHighlightSections(false);
    setFocusPolicy(Qt::NoFocus);
}

void LedgerHeader::paintEvent(QPaintEvent* event)
{
    QPainter painter(viewport());
    painter.fillRect(viewport()->rect(), tokens().color(Color::Sunken));
    painter.fillRect(
        0, height() - Tokens::px(Fixed::Line), width(), Tokens::px(Fixed::Line), tokens().color(Color::Panel));
    painter.end();
    QHeaderView::paintEvent(event);
}

void LedgerHeader::paintSection(QPainter* painter, const QRect& rect, int logicalIndex) const
{
    const Tokens& t = tokens();
    painter->fillRect(rect, t.color(Color::Sunken));
    painter->fillRect(rect.left(), rect.bottom(), rect.width(), Tokens::px(Fixed::Line), t.color(Color::Panel));
    if (logicalIndex >= m_table->columns().size())
        return;
    const LedgerColumn& column = m_table->columns()[logicalIndex];
    const bool sorted = isSortIndicatorShown() && sortIndicatorSection() == logicalIndex;
    const QFont& font = sorted ? m_table->look().hintBold : m_table->look().hint;
    const QRect content = m_table->contentRect(rect, logicalIndex);
    const int arrow = sorted ? t.px(Px::Icon) : 0;
    const QString title = fitText(QFontMetrics(font), column.title, content.width() - arrow);
    const int textWidth = QFontMetrics(font).horizontalAdvance(title);

    int x = content.left();
    if (column.kind == ColumnKind::Number)
        x = content.right() + 1 - textWidth;
    else if (column.kind == ColumnKind::Progress)
        x = content.left() + (content.width() - textWidth - arrow) / 2;
    painter->setFont(font);
    painter->setPen(t.color(sorted ? Color::Text : Color::Text2));
    painter->drawText(QRect(x, rect.top(), textWidth + 1, rect.height()), Qt::AlignVCenter | Qt::AlignLeft, title);
    if (!sorted)
        return;
    const int arrowX = column.kind == ColumnKind::Number ? x - arrow : x + textWidth + t.px(Px::Space4) / 2;
    const Icon icon = sortIndicatorOrder() == Qt::AscendingOrder ? Icon::ArrowUp : Icon::ArrowDown;
    paintIcon(*painter, QRect(arrowX, rect.top(), arrow, rect.height()), icon, Color::Text2, t.px(Px::Glyph));
}

void LedgerHeader::mouseReleaseEvent(QMouseEvent* event)
{
    const int section = logicalIndexAt(event->position().toPoint());
    // A click on what cannot be sorted must not take the arrow from the column that is.
    const bool sortable = section < 0 || section >= m_table->columns().size() || m_table->columns()[section].sortable;
    setSectionsClickable(sortable);
    QHeaderView::mouseReleaseEvent(event);
    setSectionsClickable(true);
}

} // namespace dure::app
