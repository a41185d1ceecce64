// ListPage: where the detail stands, beside the list or over it.
#include "app/lists/detail_pane.h"
#include "app/lists/list_page.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/theme.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QShortcut>
#include <QStackedLayout>

namespace dure::app {
namespace {

// At 100 %: a list narrower than this loses more than the detail gives.
constexpr int leastListWidth = 740;

} // namespace

void ListPage::setSheet(QWidget* sheet) { m_left->insertWidget(m_left->indexOf(m_table) + 1, sheet); }

void ListPage::arrange()
{
    if (!m_entered)
        return; // not all parts are there yet
    const Tokens& t = tokens();
    m_narrow = width() < t.scaled(leastListWidth) + t.px(Px::Detail);
    m_filterButton->setVisible(m_filterable && m_filter->isHidden());
    m_detailHint->setVisible(m_narrow && m_detail);
    // F1 shows the keys that do something
    m_filterKey->setEnabled(m_filterable && m_stack->currentIndex() == 0);
    m_detailKey->setEnabled(m_narrow && m_detail);
    if (!m_detail)
        return;
    auto* across = static_cast<QHBoxLayout*>(m_stack->widget(0)->layout());
    if (m_narrow) {
        across->removeWidget(m_detail);
    } else {
        m_detail->setFixedWidth(t.px(Px::Detail));
        across->addWidget(m_detail);
    }
    m_detail->setVisible(!m_narrow || m_detailAsked);
    placeDetail();
    KeyButton* primary = m_detail->primary();
    if (!primary)
        return;
    if (m_narrow && !m_detailAsked) {
        if (!actionBar()->isAncestorOf(primary))
            addAction(primary);
    } else if (!m_detail->isAncestorOf(primary)) {
        m_detail->takePrimary();
    }
}

/// On a narrow window the detail lies over the list: pressed together, chips, figures and sums would be cut. It begins
/// where a column begins, and leaves the bar above and the sums below as they are.
void ListPage::placeDetail()
{
    if (!m_narrow || !m_detail || m_detail->isHidden())
        return;
    const QRect list(m_table->pos(), m_table->size());
    const int room = std::max(0, list.width() - tokens().px(Px::Detail));
    int left = 0;
    const QHeaderView* header = m_table->horizontalHeader();
    for (int column = 0; column < header->count(); ++column) {
        const int end = header->sectionViewportPosition(column) + header->sectionSize(column);
        if (!header->isSectionHidden(column) && end <= room)
            left = std::max(left, end);
    }
    m_detail->setFixedWidth(list.width() - (left > 0 ? left : room));
    m_detail->setGeometry(list.right() + 1 - m_detail->width(), list.y(), m_detail->width(), list.height());
    m_detail->raise();
}

void ListPage::toggleDetail()
{
    if (!m_narrow)
        return;
    m_detailAsked = !m_detailAsked;
    arrange();
    if (!m_detailAsked)
        m_table->setFocus();
}

} // namespace dure::app
