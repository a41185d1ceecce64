#pragma once
#include "app/widgets/ledger_table.h"
#include "core/storage/blob_store.h"

#include <QAbstractTableModel>
#include <vector>

namespace dure::app {

/// The files of one row: name, size, and where each is.
class FilesModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    using QAbstractTableModel::QAbstractTableModel;

    static QList<LedgerColumn> columns();
    void setFiles(std::vector<storage::AttachedFile> files);
    const storage::AttachedFile* file(int row) const; ///< null: no such row
    int rowOf(const Uuid& attachment) const; ///< -1: not here

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;

private:
    std::vector<storage::AttachedFile> m_files;
};

QString fileSizeText(qint64 bytes); ///< "312 KB", "2.4 MB"

} // namespace dure::app
