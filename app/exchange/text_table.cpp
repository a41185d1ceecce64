#include "app/exchange/text_table.h"

namespace dure::app {

TextTable::TextTable(LedgerTable& table)
    : QAbstractTableModel(&table)
    , m_table(table)
{ }

void TextTable::setColumns(const QList<LedgerColumn>& columns)
{
    beginResetModel();
    m_columns = int(columns.size());
    m_rows.clear();
    endResetModel();
    m_table.setColumns(columns);
    if (m_table.model() != this)
        m_table.setModel(this);
}

void TextTable::setRows(QList<QList<TextCell>> rows)
{
    beginResetModel();
    m_rows = std::move(rows);
    endResetModel();
}

void TextTable::setRow(int row, QList<TextCell> cells)
{
    m_rows[row] = std::move(cells);
    Q_EMIT dataChanged(index(row, 0), index(row, m_columns - 1));
}

QVariant TextTable::data(const QModelIndex& index, int role) const
{
    const TextCell& cell = m_rows[index.row()][index.column()];
    switch (role) {
    case Qt::DisplayRole:
        return cell.text;
    case Qt::ToolTipRole:
        return cell.tip.isEmpty() ? QVariant() : QVariant(cell.tip);
    case InkRole:
        return int(cell.ink);
    case StatusRole:
        return int(cell.status);
    case BoldRole:
        return cell.bold;
    default:
        return {};
    }
}

} // namespace dure::app

#include "moc_text_table.cpp"
