#include "app/receivables/allocation_grid.h"

#include "app/receivables/allocation_model.h"
#include "app/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <algorithm>

namespace dure::app {
namespace {

constexpr int mostRowsShown = 8; // more of them scroll

} // namespace

AllocationGrid::AllocationGrid(AllocationModel& model, QWidget* parent)
    : EntryGrid(parent)
    , m_rows(model)
{
    setAccessibleName(tr("Deliveries that are not paid"));
    setPaperBelow(false);
    setRowNumbers(false);
    setColumns({{92, false}, {110, true}, {104, false}, {104, false}, {112, false}});
    setModel(&model);
    connect(&model, &QAbstractItemModel::modelReset, this, &AllocationGrid::fitHeight);
    Theme::follow(this, [this](const Tokens&) { fitHeight(); });
}

void AllocationGrid::fitHeight()
{
    const Tokens& t = tokens();
    const int rows = std::clamp(m_rows.rowCount(), 1, mostRowsShown);
    setFixedHeight(t.px(Px::HeadRow) + rows * t.px(Px::Row) + 2 * Tokens::px(Fixed::Line));
    if (!m_rows.isAutomatic() && m_rows.rowCount() > 0 && !cell().isValid())
        goTo(m_rows.index(0, AllocationModel::Share));
}

bool AllocationGrid::cellKey(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && !(event->modifiers() & ~Qt::KeypadModifier) && cell().row() == m_rows.rowCount() - 1) {
        takeCell();
        Q_EMIT leftDownwards();
        return true;
    }
    return false;
}

QModelIndex AllocationGrid::afterEnter(const QModelIndex& index) const
{
    return index.siblingAtRow(std::min(index.row() + 1, m_rows.rowCount() - 1));
}

} // namespace dure::app

#include "moc_allocation_grid.cpp"
