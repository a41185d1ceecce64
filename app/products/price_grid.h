#pragma once
#include "app/widgets/entry_grid.h"

namespace dure::app {

class PriceListModel;

/// The table of agreed prices inside its sheet: as high as its rows, Ctrl+Del takes a row out.
class PriceGrid : public EntryGrid
{
    Q_OBJECT
public:
    /// The model outlives the grid.
    explicit PriceGrid(PriceListModel& model, QWidget* parent = nullptr);

Q_SIGNALS:
    void leftDownwards(); ///< Enter on the last cell

protected:
    bool cellKey(QKeyEvent* event) override;
    bool wantsShortcut(const QKeyEvent& event) const override;

private:
    void fitHeight();

    PriceListModel& m_prices;
};

} // namespace dure::app
