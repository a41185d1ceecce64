#include "app/stock/stock_ledger_model.h"

#include "app/stock/stock_words.h"
#include "app/widgets/date_text.h"
#include "app/widgets/number_text.h"

namespace dure::app {

StockLedgerModel::StockLedgerModel(QObject* parent)
    : QAbstractTableModel(parent)
{ }

QList<LedgerColumn> StockLedgerModel::columns()
{
    QList<LedgerColumn> all(Columns);
    all[Day] = {QStringLiteral("day"), tr("Day"), ColumnKind::Text, 96, false, false, false};
    all[Kind] = {QStringLiteral("kind"), tr("What"), ColumnKind::Text, 140, false, false, false};
    all[Note] = {QStringLiteral("note"), tr("Particulars"), ColumnKind::Text, 240, true, false, false};
    all[In] = {QStringLiteral("in"), tr("In"), ColumnKind::Number, 110, false, false, false};
    all[Out] = {QStringLiteral("out"), tr("Out"), ColumnKind::Number, 110, false, false, false};
    all[Balance] = {QStringLiteral("balance"), tr("On hand"), ColumnKind::Number, 120, false, false, false};
    return all;
}

void StockLedgerModel::setHistory(storage::StockHistory history, Date from, Date to, Date today)
{
    beginResetModel();
    m_history = std::move(history);
    m_today = today;
    m_filled = true;
    std::vector<StockEntry> entries{{from.addDays(-1), m_history.carriedForward}};
    for (const storage::StockMovementRow& row : m_history.movements)
        entries.push_back({row.movement.movedOn, row.movement.quantity});
    m_ledger = stockLedger(entries, from, to);
    endResetModel();
}

const storage::StockMovementRow* StockLedgerModel::movementAt(int row) const
{
    const auto at = static_cast<std::size_t>(row - 1);
    return row < 1 || at >= m_history.movements.size() ? nullptr : &m_history.movements[at];
}

int StockLedgerModel::rowOf(const Uuid& movement) const
{
    for (int row = 1; row < rowCount(); ++row) {
        if (movementAt(row)->movement.id == movement)
            return row;
    }
    return -1;
}

int StockLedgerModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() || !m_filled ? 0 : int(m_history.movements.size()) + 1;
}

int StockLedgerModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(Columns); }

QString StockLedgerModel::text(int row, int column) const
{
    const storage::StockMovementRow* each = movementAt(row);
    if (!each) {
        if (column == Kind)
            return tr("Carried forward");
        return column == Balance ? numberText(m_ledger.carriedForward) : QString();
    }
    const Quantity quantity = each->movement.quantity;
    switch (column) {
    case Day:
        return dateText(each->movement.movedOn, m_today);
    case Kind:
        return movementText(*each);
    case Note:
        return movementNote(*each);
    case In:
        return quantity > Quantity{} ? numberText(quantity) : QString();
    case Out:
        return quantity < Quantity{} ? numberText(-quantity) : QString();
    case Balance:
        return numberText(m_ledger.rows[std::size_t(row - 1)].balance);
    default:
        return {};
    }
}

QVariant StockLedgerModel::data(const QModelIndex& index, int role) const
{
    if (!index.isValid() || index.row() >= rowCount())
        return {};
    const storage::StockMovementRow* each = movementAt(index.row());
    const bool undone = each && (each->isReversed || !each->movement.reversesId.isNil());
    switch (role) {
    case Qt::DisplayRole:
        return text(index.row(), index.column());
    case BoldRole:
        return index.column() == Balance;
    case InkRole: {
        const Quantity balance = each ? m_ledger.rows[std::size_t(index.row() - 1)].balance : m_ledger.carriedForward;
        if (index.column() == Balance && balance < Quantity{})
            return int(CellInk::Red);
        if (undone && index.column() != Balance)
            return int(CellInk::Faint);
        return int(!each || index.column() == Day || index.column() == Note ? CellInk::Muted : CellInk::Normal);
    }
    default:
        return {};
    }
}

} // namespace dure::app

#include "moc_stock_ledger_model.cpp"
