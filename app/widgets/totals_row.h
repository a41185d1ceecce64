#pragma once
#include "app/widgets/ledger_table.h"

#include <QHash>

namespace dure::app {

/// The sums under a list, each below its column. A text may run on over the empty columns behind it.
class TotalsRow : public QWidget
{
    Q_OBJECT
public:
    /// The table outlives the row.
    explicit TotalsRow(LedgerTable* table, QWidget* parent = nullptr);
    void setCell(const QString& columnId, const QString& text, Weight weight = Weight::Bold);
    void clear();

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    struct Cell
    {
        QString text;
        Weight weight;
    };
    QRect runOn(int visual) const;
    LedgerTable* m_table;
    QHash<QString, Cell> m_cells;
};

} // namespace dure::app
