#pragma once
#include "app/lookup/product_completion.h"
#include "app/orders/order_line_model.h"
#include "app/widgets/entry_grid.h"

namespace dure::app {

/// The lines of an order, typed without the mouse: products found while one types, Enter to the next cell that is
/// needed and from the price to the next line, rows pasted from Excel.
class OrderLineGrid : public EntryGrid
{
    Q_OBJECT
public:
    /// Both outlive the grid.
    OrderLineGrid(OrderLineModel& model, ProductCompletion& completion, QWidget* parent = nullptr);
    ~OrderLineGrid() override;

    /// Takes what is typed, as Enter would, before anything that reads the model.
    void settle();
    /// Products that were typed ahead and are still looked up: saving waits for settled().
    bool isSettled() const { return m_awaited == 0; }
    static QKeySequence callOffKey() { return {Qt::CTRL | Qt::Key_Slash}; } ///< as ÷ and 나누기
    CompletionPopup& prices() const { return *m_prices; }

Q_SIGNALS:
    void settled();
    void callOffWanted(); ///< the current line is to be split by due dates
    void lastOrderWanted(); ///< Ctrl+D on the empty paper
    /// The line shows the name and waits for its product.
    void newProductWanted(qint64 key, const QString& name);
    void pasted(int lines, int unmatched, const QStringList& replaced);

protected:
    bool cellKey(QKeyEvent* event) override;
    bool wantsShortcut(const QKeyEvent& event) const override;
    void removeLine();
    void dropLine(); ///< and what is typed in it
    void insertLine();
    void splitLine();
    QModelIndex afterEnter(const QModelIndex& index) const override;
    void undo() override;
    void redo() override;
    bool eventFilter(QObject* watched, QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;

private:
    enum class GridKey { None, Choices, AsAbove, Paste, RemoveLine, InsertLine, CallOff, Close };
    GridKey keyOf(const QKeyEvent& event) const;
    bool isOpen() const;
    void dismiss();
    void openChoices();
    void openPrices();
    void openCalendar();
    void paste();
    void takeProduct(const storage::ProductChoice& product, bool last);
    void lookUp(qint64 key, const QString& text, bool isCode);
    void lookUpAll(const QList<qint64>& keys, const QStringList& texts);
    void answered();
    void chooseColumns();

    struct OfferedChoice
    {
        UnitPrice price;
        PriceSource source;
    };
    OrderLineModel& m_lines;
    ProductCompletion& m_completion;
    QPointer<CompletionPopup> m_prices; // the window's, else ours
    QList<OfferedChoice> m_offered; // what m_prices shows
    int m_awaited = 0; // answers
    bool m_typedAhead = false; // Enter came before the list
};

} // namespace dure::app
