#include "app/widgets/totals_row.h"

#include "app/widgets/text_fit.h"
#include "app/widgets/theme.h"

#include <QHeaderView>
#include <QPainter>
#include <QScrollBar>

namespace dure::app {

TotalsRow::TotalsRow(LedgerTable* table, QWidget* parent)
    : QWidget(parent)
    , m_table(table)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    Theme::follow(this, [this](const Tokens& t) { setFixedHeight(t.px(Px::Footer)); });
    const auto again = [this] { update(); };
    connect(table->horizontalHeader(), &QHeaderView::sectionResized, this, again);
    connect(table->horizontalHeader(), &QHeaderView::sectionMoved, this, again);
    connect(table->horizontalHeader(), &QHeaderView::geometriesChanged, this, again);
    connect(table->horizontalScrollBar(), &QScrollBar::valueChanged, this, again);
}

void TotalsRow::setCell(const QString& columnId, const QString& text, Weight weight)
{
    m_cells[columnId] = {text, weight};
    const int column = m_table->columnOf(columnId);
    if (column >= 0 && m_table->columns()[column].kind == ColumnKind::Number)
        m_table->setSum(columnId, text);
    update();
}

void TotalsRow::clear()
{
    for (auto cell = m_cells.cbegin(); cell != m_cells.cend(); ++cell)
        m_table->setSum(cell.key(), {});
    m_cells.clear();
    update();
}

/// The cell's rectangle, widened over the following columns as long as they have nothing to say.
QRect TotalsRow::runOn(int visual) const
{
    const QHeaderView& header = *m_table->horizontalHeader();
    const int logical = header.logicalIndex(visual);
    QRect rect(header.sectionViewportPosition(logical), 0, header.sectionSize(logical), height());
    if (m_table->columns()[logical].kind == ColumnKind::Number)
        return m_table->contentRect(rect, logical);
    int last = logical;
    for (int next = visual + 1; next < header.count(); ++next) {
        const int other = header.logicalIndex(next);
        if (header.isSectionHidden(other))
            continue;
        if (m_cells.contains(m_table->columns().value(other).id))
            break;
        last = other;
    }
    rect.setRight(header.sectionViewportPosition(last) + header.sectionSize(last) - 1);
    return m_table->contentRect(rect, logical);
}

void TotalsRow::paintEvent(QPaintEvent*)
{
    const Tokens& t = tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.color(Color::Sunken));
    painter.fillRect(0, 0, width(), Tokens::px(Fixed::Line), t.color(Color::Panel));
    const QHeaderView& header = *m_table->horizontalHeader();
    for (int visual = 0; visual < header.count(); ++visual) {
        const int logical = header.logicalIndex(visual);
        const auto cell = m_cells.constFind(m_table->columns().value(logical).id);
        if (header.isSectionHidden(logical) || cell == m_cells.constEnd())
            continue;
        const bool bold = cell->weight == Weight::Bold;
        const bool number = m_table->columns()[logical].kind == ColumnKind::Number;
        const QRect area = runOn(visual);
        painter.setFont(bold ? m_table->look().bold : m_table->look().body);
        painter.setPen(t.color(bold ? Color::Text : Color::Text2));
        const QFontMetrics& metrics = bold ? m_table->look().boldMetrics : m_table->look().bodyMetrics;
        painter.drawText(area, int(Qt::AlignVCenter | (number ? Qt::AlignRight : Qt::AlignLeft)) | Qt::TextSingleLine,
            number ? cell->text : fitText(metrics, cell->text, area.width()));
    }
}

} // namespace dure::app
