#include "app/products/price_change_grid.h"

#include "app/products/price_change_model.h"

#include <QKeyEvent>

namespace dure::app {
namespace {

bool isLeaveOut(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Delete && event.modifiers() == Qt::ControlModifier;
}

} // namespace

PriceChangeGrid::PriceChangeGrid(PriceChangeModel& model, QWidget* parent)
    : EntryGrid(parent)
    , m_prices(model)
{
    setAccessibleName(tr("New prices"));
    setColumns({{112, false}, {180, true}, {130, false}, {48, false}, {76, false}, {84, false}, {92, false}, {84, false},
        {64, false}, {230, false}});
    setModel(&model);
}

bool PriceChangeGrid::wantsShortcut(const QKeyEvent& event) const { return isLeaveOut(event); }

bool PriceChangeGrid::cellKey(QKeyEvent* event)
{
    if (!isLeaveOut(*event))
        return false;
    const QPersistentModelIndex at = cell();
    if (!at.isValid())
        return true;
    dropTyped();
    m_prices.leaveOut(at.row(), !m_prices.isLeftOut(at.row()));
    goTo(afterEnter(at));
    return true;
}

QModelIndex PriceChangeGrid::afterEnter(const QModelIndex& index) const
{
    return m_prices.index(qMin(index.row() + 1, m_prices.rowCount() - 1), PriceChangeModel::New);
}

} // namespace dure::app

#include "moc_price_change_grid.cpp"
