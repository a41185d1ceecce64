#pragma once
#include "app/widgets/ledger_table.h"
#include "core/reports/stock_ledger.h"
#include "core/storage/stock_store.h"

#include <QAbstractTableModel>

namespace dure::app {

/// 수불부: what was carried forward, then each movement of the period with the balance after it.
class StockLedgerModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Day, Kind, Note, In, Out, Balance, Columns };

    explicit StockLedgerModel(QObject* parent = nullptr);
    static QList<LedgerColumn> columns();

    void setHistory(storage::StockHistory history, Date from, Date to, Date today);
    const StockLedger& ledger() const { return m_ledger; }
    /// Null: the row that is carried forward.
    const storage::StockMovementRow* movementAt(int row) const;
    int rowOf(const Uuid& movement) const; ///< -1: not in the period

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

private:
    QString text(int row, int column) const;

    storage::StockHistory m_history;
    StockLedger m_ledger;
    Date m_today;
    bool m_filled = false;
};

} // namespace dure::app
