#pragma once
#include "app/orders/pasted_rows.h"
#include "core/commands/command_error.h"

#include <QAbstractTableModel>

namespace dure::app {

/// The lines of an order being typed, and one blank row below them to go on with. Knows no disk: what must be looked up
/// it asks for by signals and takes by answers. Every change can be undone; hundreds of lines cost no more than one.
class OrderLineModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    explicit OrderLineModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// Takes text into a cell, whatever it is; see writeCell().
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    // What was opened or kept. Forgets the undo history.
    void setLines(std::vector<EntryLine> lines);
    int lineCount() const; ///< blank rows left out
    /// The row as it stands; a blank one below the last.
    const EntryLine& lineAt(int row) const;

    // The head.
    const LineTerms& terms() const { return m_terms; }
    void setTax(const TaxTerms& tax);
    void setDay(Date day); ///< of the order
    void setDue(Date due);
    void setToday(Date today);
    /// A quotation's lines have no day of their own. Before anything is shown.
    void setHasDueDates(bool has) { m_hasDueDates = has; }
    bool hasDueDates() const { return m_hasDueDates; }
    /// `reoffer`: another customer; every price that was not typed is offered anew, and undo begins here. Otherwise
    /// only lines that wait for a price get one.
    void setPricing(std::shared_ptr<const storage::CustomerPricing> pricing, bool reoffer);

    // What is done with rows; each can be undone.
    void takeProduct(int row, const storage::ProductChoice& product, bool lastPrice);
    /// A product of this name is being made: the line shows the name and nothing of a product it had before.
    void awaitProduct(int row, const QString& name);
    void setPrice(int row, UnitPrice price, PriceSource source);
    void copyFromAbove(const QModelIndex& index);
    void insertLine(int row);
    void removeLine(int row);
    /// Puts these in the line's place, as one step; the first of them is the line itself.
    void replaceLine(int row, const QList<EntryLine>& lines);
    /// Puts lines before `row` and asks for their products. Returns how many.
    int paste(int row, const QList<QStringList>& rows);
    /// One column, downwards from a cell, over what stands there.
    void pasteDown(const QModelIndex& index, const QStringList& texts);
    /// The answer to productWanted() or productsWanted().
    struct ProductAnswer
    {
        qint64 key = 0;
        QString text; ///< that was asked for
        std::optional<storage::ProductChoice> product; ///< none: the text stays
        bool mark = false; ///< … and is marked
    };
    /// Lines that were changed since are left alone.
    void answerProducts(const QList<ProductAnswer>& answers);

    bool canUndo() const { return !m_undo.isEmpty(); }
    /// Where the change was; invalid: nothing to undo.
    QModelIndex undo();
    QModelIndex redo();

    LineAmounts amounts(int row) const;
    LineAmounts totals() const { return m_totals; }
    /// What a command takes; blank rows left out, `rows` says where each line stands.
    std::vector<OrderLine> orderLines(QList<int>* rows = nullptr) const;
    const QList<std::shared_ptr<const EntryLine>>& lines() const { return m_lines; }

    /// What a command found wrong; the mark of a cell goes when it is written again. Line −1 of the head is ignored.
    void setProblems(const std::vector<commands::FieldProblem>& problems, const QList<int>& rows);
    /// The first cell that cannot be saved as it is; `unmatched` counts lines that no product fits.
    QModelIndex firstProblem(bool unmatched = false) const;
    QList<qint64> unmatchedKeys() const;
    int rowOf(qint64 key) const; ///< -1: gone

Q_SIGNALS:
    void linesChanged(); ///< what would be saved
    void amountsChanged(); ///< amounts and totals, which follow from lines and head
    /// Text stands in a product's cell that nobody chose from the list; as a code, or as a name, which may be free.
    void productWanted(qint64 key, const QString& text, bool isCode);
    /// Rows were pasted: all texts at once.
    void productsWanted(const QList<qint64>& keys, const QStringList& texts);

private:
    using Line = std::shared_ptr<const EntryLine>;
    struct Step
    {
        QList<Line> lines;
        int row = 0;
        int column = 0;
    };
    QString display(const QModelIndex& index) const;
    QString problemAt(const QModelIndex& index) const;
    void remember(int row, int column);
    QModelIndex goBack(QList<Step>& from, QList<Step>& to);
    void show(const QList<Line>& lines);
    void put(int row, EntryLine line);
    void changed(int row);
    void askAgain();
    bool answer(int row, const ProductAnswer& answer);
    void recompute();
    template <class Change> void changeAll(Change change);

    QList<Line> m_lines;
    std::vector<LineAmounts> m_amounts; // of m_lines
    LineAmounts m_totals;
    LineTerms m_terms;
    QList<Step> m_undo;
    QList<Step> m_redo;
    QHash<std::pair<qint64, int>, QString> m_problems; // by (key, column)
    qint64 m_lastKey = 0;
    bool m_hasDueDates = true;
};

} // namespace dure::app
