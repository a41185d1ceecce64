#include "app/dashboard/figure_table.h"

#include "app/widgets/theme.h"

#include <QAbstractTableModel>
#include <QHeaderView>

namespace dure::app {

class FigureTable::Model : public QAbstractTableModel
{
public:
    Model(int columns, QObject* parent)
        : QAbstractTableModel(parent)
        , m_columns(columns)
    { }
    int rowCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    int columnCount(const QModelIndex& parent = {}) const override { return parent.isValid() ? 0 : m_columns; }
    QVariant data(const QModelIndex& index, int role) const override
    {
        const Row* row = index.isValid() && index.row() < m_rows.size() ? &m_rows[index.row()] : nullptr;
        if (!row || index.column() >= row->cells.size())
            return {};
        const Cell& cell = row->cells[index.column()];
        switch (role) {
        case Qt::DisplayRole:
            return cell.text;
        case Qt::ToolTipRole:
            return cell.text + (cell.suffix.isEmpty() ? QString() : u' ' + cell.suffix);
        case InkRole:
            return int(cell.ink);
        case BoldRole:
            return cell.bold;
        case StatusRole:
            return int(cell.status);
        case PermilleRole:
            return cell.permille;
        case SuffixRole:
            return cell.suffix;
        case SwatchRole:
            return cell.swatch ? QVariant(int(*cell.swatch)) : QVariant();
        default:
            return {};
        }
    }
    void setRows(const QList<Row>& rows)
    {
        beginResetModel();
        m_rows = rows;
        endResetModel();
    }
    const QList<Row>& rows() const { return m_rows; }

private:
    int m_columns;
    QList<Row> m_rows;
};

FigureTable::FigureTable(const QString& name, const QList<LedgerColumn>& columns, int mostRows, QWidget* parent)
    : LedgerTable(parent)
    , m_model(new Model(int(columns.size()), this))
    , m_mostRows(mostRows)
{
    setAccessibleName(name);
    QList<LedgerColumn> fixed = columns;
    for (LedgerColumn& column : fixed)
        column.sortable = false;
    setColumns(fixed);
    setModel(m_model);
    horizontalHeader()->setSortIndicatorShown(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    const auto open = [this](const QModelIndex& index) {
        if (index.isValid() && index.row() < m_model->rows().size())
            Q_EMIT chosen(index.row(), m_model->rows()[index.row()].id);
    };
    connect(this, &LedgerTable::opened, this, open);
    connect(this, &QTableView::clicked, this, open);
    Theme::follow(this, [this](const Tokens& t) { fit(t); });
}

void FigureTable::fit(const Tokens& t)
{
    const int shown = qBound(2, int(m_model->rows().size()), m_mostRows); // room for the words of none
    setFixedHeight(t.px(Px::HeadRow) + shown * t.px(Px::Row) + Tokens::px(Fixed::Line));
}

void FigureTable::setRows(const QList<Row>& rows)
{
    const int current = currentRow();
    m_model->setRows(rows);
    fit(tokens());
    if (hasFocus() && !rows.isEmpty())
        selectRow(qBound(0, current, int(rows.size()) - 1));
}

const QList<FigureTable::Row>& FigureTable::rows() const { return m_model->rows(); }

void FigureTable::focusInEvent(QFocusEvent* event)
{
    LedgerTable::focusInEvent(event);
    if (currentRow() < 0 && m_model->rowCount() > 0)
        selectRow(0);
}

void FigureTable::focusOutEvent(QFocusEvent* event)
{
    LedgerTable::focusOutEvent(event);
    setCurrentIndex({});
    clearSelection();
}

} // namespace dure::app

#include "moc_figure_table.cpp"
