#include "app/safety/backup_model.h"

#include "app/data/error_text.h"
#include "app/files/files_model.h"
#include "app/safety/backup_desk.h"

#include <algorithm>

namespace dure::app {
namespace {

enum Column { When, Kind, Size };

} // namespace

QList<LedgerColumn> BackupModel::columns()
{
    return {{QStringLiteral("when"), tr("Made"), ColumnKind::Text, 150, false, false, false, true},
        {QStringLiteral("kind"), tr("What it is"), ColumnKind::Text, 160, true, false, false},
        {QStringLiteral("size"), tr("Size"), ColumnKind::Number, 90, false, false, false}};
}

void BackupModel::setFiles(const std::vector<storage::BackupFile>& files, Date today)
{
    beginResetModel();
    m_files = files;
    m_today = today;
    endResetModel();
}

const storage::BackupFile* BackupModel::file(int row) const
{
    return row >= 0 && row < rowCount() ? &m_files[static_cast<std::size_t>(row)] : nullptr;
}

int BackupModel::rowOf(const std::string& path) const
{
    const auto found = std::ranges::find(m_files, path, &storage::BackupFile::path);
    return found == m_files.end() ? -1 : static_cast<int>(found - m_files.begin());
}

int BackupModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_files.size()); }
int BackupModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(columns().size()); }

QVariant BackupModel::data(const QModelIndex& index, int role) const
{
    const storage::BackupFile* file = this->file(index.row());
    if (!file)
        return {};
    if (role == InkRole && index.column() != When)
        return int(CellInk::Muted);
    if (role == Qt::ToolTipRole)
        return QString::fromStdString(file->path);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case When:
        return backupTimeText(file->stamp, m_today);
    case Kind:
        return file->isKeptAside ? tr("Kept aside before a restore") : tr("Backup");
    default:
        return fileSizeText(file->bytes);
    }
}

} // namespace dure::app

#include "moc_backup_model.cpp"
