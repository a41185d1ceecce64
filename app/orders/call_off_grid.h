#pragma once
#include "app/widgets/entry_grid.h"

namespace dure::app {

class CallOffModel;

/// Dates and quantities of the parts of a line.
class CallOffGrid : public EntryGrid
{
    Q_OBJECT
public:
    /// The model outlives the grid.
    explicit CallOffGrid(CallOffModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    void finished(); ///< Enter in the blank row

protected:
    bool cellKey(QKeyEvent* event) override;
    bool wantsShortcut(const QKeyEvent& event) const override;
    QModelIndex afterEnter(const QModelIndex& index) const override;

private:
    void openCalendar();
    CallOffModel& m_parts;
};

} // namespace dure::app
