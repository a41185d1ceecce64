#pragma once
#include "app/widgets/entry_grid.h"

namespace dure::app {

class PriceChangeModel;

/// The preview of a price change: type a price over the computed one, Enter, the next. Ctrl+Del leaves a row out, and
/// takes it in again.
class PriceChangeGrid : public EntryGrid
{
    Q_OBJECT
public:
    /// The model outlives the grid.
    explicit PriceChangeGrid(PriceChangeModel& model, QWidget* parent = nullptr);

protected:
    bool cellKey(QKeyEvent* event) override;
    bool wantsShortcut(const QKeyEvent& event) const override;
    QModelIndex afterEnter(const QModelIndex& index) const override;

    void resizeEvent(QResizeEvent* event) override;

private:
    void chooseColumns();

    PriceChangeModel& m_prices;
    bool m_isLaidOut = false;
};

} // namespace dure::app
