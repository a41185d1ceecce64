#include "app/stock/count_grid.h"

#include "app/stock/count_sheet_model.h"
#include "app/widgets/key_map.h"

#include <QKeyEvent>

namespace dure::app {
namespace {

bool isChoices(const QKeyEvent& event) { return QKeySequence(event.keyCombination()) == keyFor(KeyAction::Choices); }

} // namespace

CountGrid::CountGrid(CountSheetModel& model, QWidget* parent)
    : EntryGrid(parent)
    , m_sheet(model)
{
    setAccessibleName(tr("Count sheet"));
    setColumns({{130, false}, {240, true}, {110, false}, {120, false}, {100, false}, {110, false}, {200, false}});
    setModel(&model);
}

bool CountGrid::wantsShortcut(const QKeyEvent& event) const { return isChoices(event); }

bool CountGrid::cellKey(QKeyEvent* event)
{
    if (!isChoices(*event))
        return false;
    const QPersistentModelIndex at = cell();
    dropTyped();
    m_sheet.confirm(at.row());
    goTo(afterEnter(at));
    return true;
}

QModelIndex CountGrid::afterEnter(const QModelIndex& index) const
{
    const int row = qMin(index.row() + 1, m_sheet.rowCount() - 1);
    return m_sheet.index(row, index.column() == CountSheetModel::Memo ? index.column() : int(CountSheetModel::Amount));
}

} // namespace dure::app

#include "moc_count_grid.cpp"
