#pragma once
#include "app/deliveries/delivery_line_model.h"
#include "app/widgets/entry_grid.h"
#include "core/storage/product_choices.h"

namespace dure::app {

class ProductCompletion;

/// The quantities of a delivery, typed without the mouse: Enter to the next one, F4 for what remains. Products that
/// were not ordered are found while one types.
class DeliveryLineGrid : public EntryGrid
{
    Q_OBJECT
public:
    /// Both outlive the grid.
    DeliveryLineGrid(DeliveryLineModel& model, ProductCompletion& completion, QWidget* parent = nullptr);

    QRect fieldRect(const QModelIndex& index) const override; ///< a quantity stands in a box
    /// The first quantity that is not yet done; without an order the first product.
    void goToFirst();
    void goToNewLine();
    void showOrderColumns(bool shown);
    void setDay(Date day); ///< agreed prices of that day are offered
    QSize sizeHint() const override; ///< all rows; it scrolls where there is less room
    QSize minimumSizeHint() const override;
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
    bool isChoices(const QKeyEvent& event) const;
    bool isLeaveOut(const QKeyEvent& event) const;
    void chooseColumns();
    void showTyped(const QModelIndex& index, const QString& text);
    void take(int row, const storage::ProductChoice& product, bool last);
    void lookUp(int row, const QString& text);

    DeliveryLineModel& m_lines;
    ProductCompletion& m_completion;
    Date m_day;
    bool m_orderColumns = true;
    bool m_typedAhead = false; // Enter came before the list
    int m_awaited = 0; // answers
};

} // namespace dure::app
