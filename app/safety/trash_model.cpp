#include "app/safety/trash_model.h"

#include "app/widgets/date_text.h"
#include "app/widgets/number_text.h"

#include <QDateTime>
#include <algorithm>

namespace dure::app {
namespace {

enum Column { Kind, Name, Customer, Day, Deleted };

} // namespace

QString trashKindText(TableId table)
{
    switch (table) {
    case TableId::Customer:
        return TrashModel::tr("Customer");
    case TableId::Product:
        return TrashModel::tr("Product");
    case TableId::SalesOrder:
        return TrashModel::tr("Order");
    case TableId::Quotation:
        return TrashModel::tr("Quotation");
    case TableId::Claim:
        return TrashModel::tr("Claim");
    default:
        return TrashModel::tr("Activity");
    }
}

QList<LedgerColumn> TrashModel::columns()
{
    return {{QStringLiteral("kind"), tr("Kind"), ColumnKind::Text, 80, false, false, false},
        {QStringLiteral("name"), tr("Name or number"), ColumnKind::Text, 160, true, false, false},
        {QStringLiteral("customer"), tr("Customer"), ColumnKind::Text, 140, true, false, false},
        {QStringLiteral("day"), tr("Its day"), ColumnKind::Text, 90, false, false, false},
        {QStringLiteral("deleted"), tr("Deleted"), ColumnKind::Text, 170, false, false, false}};
}

void TrashModel::setRows(std::vector<storage::TrashRow> rows, Date today, const Uuid& me, const QString& myName)
{
    beginResetModel();
    m_rows = std::move(rows);
    m_today = today;
    m_me = me;
    m_myName = myName;
    endResetModel();
}

const storage::TrashRow* TrashModel::row(int row) const
{
    return row >= 0 && row < rowCount() ? &m_rows[static_cast<std::size_t>(row)] : nullptr;
}

int TrashModel::rowOf(const Uuid& id) const
{
    const auto found = std::ranges::find(m_rows, id, &storage::TrashRow::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

int TrashModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(m_rows.size()); }
int TrashModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : int(columns().size()); }

QString TrashModel::deletedText(const storage::TrashRow& row) const
{
    if (row.at == 0)
        return QStringLiteral("–");
    const QDateTime at = QDateTime::fromMSecsSinceEpoch(row.at);
    const QString when = dateText(dateAt(row.at, at.offsetFromUtc() / 60), m_today) + u' '
        + at.time().toString(QStringLiteral("HH:mm"));
    return row.by == m_me && !m_myName.isEmpty() ? when + QStringLiteral(" · ") + m_myName : when;
}

QVariant TrashModel::data(const QModelIndex& index, int role) const
{
    const storage::TrashRow* row = this->row(index.row());
    if (!row)
        return {};
    if (role == InkRole && index.column() != Name)
        return int(CellInk::Muted);
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case Kind:
        return trashKindText(row->table);
    case Name:
        return toQString(row->name);
    case Customer:
        return toQString(row->customer);
    case Day:
        return row->day.isNull() ? QString() : dateText(row->day, m_today);
    default:
        return deletedText(*row);
    }
}

} // namespace dure::app

#include "moc_trash_model.cpp"
