#pragma once
#include "app/widgets/ledger_table.h"
#include "app/widgets/status_glyph.h"

#include <QAbstractTableModel>

namespace dure::app {

struct TextCell
{
    QString text;
    CellInk ink = CellInk::Normal;
    bool bold = false;
    QString tip = {};
    Status status = Status::None; ///< of a column of that kind
};

/// A few rows of texts for a LedgerTable, set as a whole. Columns may differ from one setting to the next.
class TextTable : public QAbstractTableModel
{
    Q_OBJECT
public:
    /// The table outlives this, which becomes its model.
    explicit TextTable(LedgerTable& table);

    void setColumns(const QList<LedgerColumn>& columns);
    void setRows(QList<QList<TextCell>> rows);
    void setRow(int row, QList<TextCell> cells);
    const TextCell& at(int row, int column) const { return m_rows[row][column]; }

    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_columns; }
    QVariant data(const QModelIndex& index, int role) const override;

private:
    LedgerTable& m_table;
    int m_columns = 0;
    QList<QList<TextCell>> m_rows;
};

} // namespace dure::app
