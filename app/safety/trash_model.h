#pragma once
#include "app/widgets/ledger_table.h"
#include "core/storage/trash_store.h"

#include <QAbstractTableModel>
#include <vector>

namespace dure::app {

/// What was deleted, the latest first: what it is, its name, whose, when and by whom.
class TrashModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    static QList<LedgerColumn> columns();
    /// `me`: who works here, whose deletes are named; what others deleted, their history tells.
    void setRows(std::vector<storage::TrashRow> rows, Date today, const Uuid& me, const QString& myName);
    const storage::TrashRow* row(int row) const; ///< null: no such row
    int rowOf(const Uuid& id) const; ///< -1: not here

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    QString deletedText(const storage::TrashRow& row) const;

    std::vector<storage::TrashRow> m_rows;
    Date m_today;
    Uuid m_me;
    QString m_myName;
};

/// "Order", "Customer" …
QString trashKindText(TableId table);

} // namespace dure::app
