#pragma once
#include "app/stock/receipt_line_model.h"
#include "app/widgets/entry_grid.h"

namespace dure::app {

class ProductCompletion;

/// The lines of a receipt, typed without the mouse: product, Enter, quantity, Enter, lot, Enter. Ctrl+Del takes a line
/// out.
class ReceiptGrid : public EntryGrid
{
    Q_OBJECT
public:
    /// Both outlive the grid.
    ReceiptGrid(ReceiptLineModel& model, ProductCompletion& completion, QWidget* parent = nullptr);
    /// Takes what is typed, as Enter would, before anything that reads the model.
    void settle();
    /// A product typed ahead of its list is still looked up: saving waits for settled().
    bool isSettled() const { return m_awaited == 0; }

Q_SIGNALS:
    void settled();

protected:
    bool cellKey(QKeyEvent* event) override;
    bool wantsShortcut(const QKeyEvent& event) const override;
    QModelIndex afterEnter(const QModelIndex& index) const override;
    void undo() override { m_lines.undo(); }
    void redo() override { m_lines.redo(); }

private:
    void lookUp(int row, const QString& text);

    ReceiptLineModel& m_lines;
    ProductCompletion& m_completion;
    bool m_typedAhead = false; // Enter came before the list
    int m_awaited = 0; // answers
};

} // namespace dure::app
