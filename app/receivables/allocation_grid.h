#pragma once
#include "app/widgets/entry_grid.h"

namespace dure::app {

class AllocationModel;

/// The deliveries that are not paid, with what of the payment each gets.
class AllocationGrid : public EntryGrid
{
    Q_OBJECT
public:
    /// The model outlives the grid.
    explicit AllocationGrid(AllocationModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    void leftDownwards(); ///< Enter in the last one

protected:
    bool cellKey(QKeyEvent* event) override;
    QModelIndex afterEnter(const QModelIndex& index) const override;

private:
    void fitHeight();
    AllocationModel& m_rows;
};

} // namespace dure::app
