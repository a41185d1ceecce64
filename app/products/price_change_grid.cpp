#include "app/products/price_change_grid.h"

#include "app/orders/entry_line.h"
#include "app/products/price_change_model.h"
#include "app/widgets/theme.h"

#include <QKeyEvent>
#include <algorithm>
#include <array>

namespace dure::app {
namespace {

constexpr int roomyWidth = 1'060; // at 100 %

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
    setModel(&model);
    chooseColumns();
    connect(&model, &PriceChangeModel::sumsChanged, this, &PriceChangeGrid::chooseColumns);
}

/// What decides is in sight without scrolling: columns that say nothing here, or little, give way.
void PriceChangeGrid::chooseColumns()
{
    using Model = PriceChangeModel;
    const bool narrow = width() < tokens().scaled(roomyWidth);
    const std::array hidden{std::pair(Model::Code, narrow), std::pair(Model::LeastQuantity, !m_prices.hasSteps()),
        std::pair(Model::Share, narrow)};
    const bool same
        = std::ranges::all_of(hidden, [this](const auto& each) { return isColumnHidden(each.first) == each.second; });
    if (same && m_isLaidOut)
        return;
    m_isLaidOut = true;
    for (const auto& [column, hides] : hidden)
        setColumnHidden(column, hides);
    setColumns({{112, false}, {146, true}, {130, false}, {56, false, priceSourceText(PriceSource::Agreed)},
        {100, false}, {84, false}, {92, false}, {84, false}, {64, false}, {narrow ? 146 : 230, false}});
}

void PriceChangeGrid::resizeEvent(QResizeEvent* event)
{
    EntryGrid::resizeEvent(event);
    chooseColumns();
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
