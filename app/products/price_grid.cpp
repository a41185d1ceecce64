#include "app/products/price_grid.h"

#include "app/products/price_list_model.h"
#include "app/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace dure::app {
namespace {

bool isRemove(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Delete && event.modifiers() == Qt::ControlModifier;
}

} // namespace

PriceGrid::PriceGrid(PriceListModel& model, QWidget* parent)
    : EntryGrid(parent)
    , m_prices(model)
{
    setAccessibleName(tr("Agreed prices"));
    setPaperBelow(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setColumns({{230, false}, {120, false}, {100, false}, {110, false}, {70, false}, {180, true}});
    setModel(&model);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, &PriceGrid::fitHeight);
    connect(&model, &QAbstractItemModel::modelReset, this, &PriceGrid::fitHeight);
    Theme::follow(this, [this](const Tokens&) { fitHeight(); });
}

void PriceGrid::fitHeight()
{
    const Tokens& t = tokens();
    setFixedHeight(t.px(Px::HeadRow) + m_prices.rowCount() * t.px(Px::Row) + 2 * Tokens::px(Fixed::Line));
    setVisible(m_prices.rowCount() > 0);
}

bool PriceGrid::wantsShortcut(const QKeyEvent& event) const { return isRemove(event); }

bool PriceGrid::cellKey(QKeyEvent* event)
{
    if (isRemove(*event)) {
        dropTyped();
        const int row = cell().row();
        const int column = cell().column();
        m_prices.remove(row);
        if (m_prices.rowCount() == 0)
            Q_EMIT leftUpwards();
        else
            setCurrentIndex(m_prices.index(qMin(row, m_prices.rowCount() - 1), column));
        return true;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool last = cell().row() == m_prices.rowCount() - 1 && cell().column() == PriceListModel::Note;
    if (enter && last && !(event->modifiers() & ~Qt::KeypadModifier)) {
        takeCell();
        Q_EMIT leftDownwards();
        return true;
    }
    return false;
}

} // namespace dure::app

#include "moc_price_grid.cpp"
