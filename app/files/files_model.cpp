#include "app/files/files_model.h"

#include "app/widgets/number_text.h"

#include <algorithm>

namespace dure::app {
namespace {

enum Column { Name, Size, Place };

} // namespace

QString fileSizeText(qint64 bytes)
{
    constexpr qint64 kilo = 1024;
    if (bytes < kilo * kilo)
        return QStringLiteral("%1 KB").arg((bytes + kilo - 1) / kilo);
    const qint64 tenths = (bytes * 10 + kilo * kilo / 2) / (kilo * kilo);
    return QStringLiteral("%1.%2 MB").arg(tenths / 10).arg(tenths % 10);
}

QList<LedgerColumn> FilesModel::columns()
{
    return {{QStringLiteral("name"), tr("Name"), ColumnKind::Text, 200, true, false, false},
        {QStringLiteral("size"), tr("Size"), ColumnKind::Number, 80, false, false, false},
        {QStringLiteral("place"), tr("Where it is"), ColumnKind::Text, 110, false, false, false}};
}

void FilesModel::setFiles(std::vector<storage::AttachedFile> files)
{
    beginResetModel();
    m_files = std::move(files);
    endResetModel();
}

const storage::AttachedFile* FilesModel::file(int row) const
{
    return row >= 0 && row < rowCount() ? &m_files[static_cast<std::size_t>(row)] : nullptr;
}

int FilesModel::rowOf(const Uuid& attachment) const
{
    const auto found
        = std::ranges::find(m_files, attachment, [](const storage::AttachedFile& each) { return each.attachment.id; });
    return found == m_files.end() ? -1 : static_cast<int>(found - m_files.begin());
}

int FilesModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_files.size()); }
int FilesModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(columns().size()); }

QVariant FilesModel::data(const QModelIndex& index, int role) const
{
    const storage::AttachedFile* file = this->file(index.row());
    if (!file)
        return {};
    if (role == InkRole && index.column() != Name)
        return int(CellInk::Muted);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Name:
        return toQString(file->attachment.fileName);
    case Size:
        return fileSizeText(file->attachment.size);
    default:
        if (!file->blob.isHere())
            return file->blob.held > 0 ? tr("being fetched") : tr("in the cloud");
        return file->blob.place == storage::BlobPlace::Waiting ? tr("to be sent") : tr("here");
    }
}

} // namespace dure::app

#include "moc_files_model.cpp"
