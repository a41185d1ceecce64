#pragma once
#include "app/widgets/ledger_table.h"
#include "core/storage/backup.h"

#include <QAbstractTableModel>
#include <vector>

namespace dure::app {

/// Backups, the newest first: when, what kind, how large.
class BackupModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    static QList<LedgerColumn> columns();
    void setFiles(const std::vector<storage::BackupFile>& files, Date today);
    const storage::BackupFile* file(int row) const; ///< null: no such row
    int rowOf(const std::string& path) const; ///< -1: not here

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<storage::BackupFile> m_files;
    Date m_today;
};

} // namespace dure::app
