#pragma once
#include "app/widgets/ledger_table.h"
#include "app/widgets/status_glyph.h"
#include "core/domain/uuid.h"

namespace dure::app {

/// A few rows of the dashboard, all in sight. Enter or a click opens what is behind a row; without the keyboard's focus
/// no row stands out.
class FigureTable : public LedgerTable
{
    Q_OBJECT
public:
    struct Cell
    {
        QString text;
        CellInk ink = CellInk::Normal;
        bool bold = false;
        Status status = Status::None; ///< in a column of that kind
        int permille = 0; ///< in a column of bars
        QString suffix = {}; ///< behind a name
        std::optional<Color> swatch = {}; ///< in place of a status
    };
    struct Row
    {
        Uuid id; ///< what opens; nil: the row's place says it
        QList<Cell> cells;
    };
    /// `name` is what screen readers say. No more than `mostRows` are ever shown.
    FigureTable(const QString& name, const QList<LedgerColumn>& columns, int mostRows, QWidget* parent = nullptr);

    void setRows(const QList<Row>& rows);
    const QList<Row>& rows() const;

Q_SIGNALS:
    void chosen(int row, const dure::Uuid& id);

protected:
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    class Model;
    void fit(const Tokens& t);
    Model* m_model; // child
    int m_mostRows;
};

} // namespace dure::app
