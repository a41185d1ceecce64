#pragma once
#include "app/widgets/entry_grid.h"

namespace dure::app {

class RowListModel;

/// The small table of a RowListModel inside a sheet: as high as its rows, Ctrl+Del takes a row out, Enter on the empty
/// row at the end goes on to what follows the table.
class RowListGrid : public EntryGrid
{
    Q_OBJECT
public:
    /// The model outlives the grid. `name` is what screen readers call the table.
    RowListGrid(RowListModel& model, const QString& name, const QList<Column>& columns, QWidget* parent = nullptr);

Q_SIGNALS:
    void leftDownwards();

protected:
    bool cellKey(QKeyEvent* event) override;
    bool wantsShortcut(const QKeyEvent& event) const override;

private:
    void fitHeight();

    RowListModel& m_rows;
};

} // namespace dure::app
