#pragma once
#include "app/widgets/entry_grid.h"

namespace dure::app {

class CountSheetModel;

/// The rows of a count sheet: type, Enter, type. F4 confirms what the books hold.
class CountGrid : public EntryGrid
{
    Q_OBJECT
public:
    /// The model outlives the grid.
    explicit CountGrid(CountSheetModel& model, QWidget* parent = nullptr);

protected:
    bool cellKey(QKeyEvent* event) override;
    bool wantsShortcut(const QKeyEvent& event) const override;
    QModelIndex afterEnter(const QModelIndex& index) const override;

private:
    CountSheetModel& m_sheet;
};

} // namespace dure::app
