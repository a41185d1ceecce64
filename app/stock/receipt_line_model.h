#pragma once
#include "core/domain/units.h"
#include "core/domain/uuid.h"
#include "core/storage/product_choices.h"

#include <QAbstractTableModel>
#include <QHash>
#include <QJsonArray>

namespace dure::app {

/// One line of a receipt being typed.
struct ReceiptEntry
{
    Uuid productId; ///< nil: none was found for the text yet
    QString product; ///< name and spec, or what was typed
    PackingTerms packing;
    Quantity onHand;
    Quantity quantity;
    QString typed; ///< the quantity as typed, if it was converted: "10박스"
    QString lot, memo;
    QHash<int, std::pair<QString, QString>> rejected; ///< by column: the text, and why it cannot stand there

    bool isBlank() const
    {
        return productId.isNil() && product.isEmpty() && quantity.isZero() && lot.isEmpty() && memo.isEmpty()
            && rejected.isEmpty();
    }
    /// As typed: what is known of the product follows from it.
    bool operator==(const ReceiptEntry& other) const
    {
        return productId == other.productId && product == other.product && quantity == other.quantity
            && typed == other.typed && lot == other.lot && memo == other.memo && rejected == other.rejected;
    }
};

/// The lines of a receipt: what came in, how much, which lot. A blank line stands at the end to go on with; text that
/// cannot be read stays, marked.
class ReceiptLineModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Product, Amount, Unit, After, Lot, Memo, Columns };

    explicit ReceiptLineModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

    const QList<ReceiptEntry>& entries() const { return m_entries; } ///< the blank one included
    void setEntries(const QList<ReceiptEntry>& entries);
    void takeProduct(int row, const storage::ProductChoice& product);
    void refuseProduct(int row); ///< nothing was found for its text
    void setOnHand(const Uuid& product, Quantity onHand);
    void remove(int row);
    bool isEmpty() const { return m_entries.size() <= 1; }

    void setProblem(int row, int column, const QString& why);
    QModelIndex firstProblem() const;
    /// "10박스 = 5,000개", of a quantity that was converted.
    QString noteOf(int row) const;

    void undo() { goBack(m_undo, m_redo); }
    void redo() { goBack(m_redo, m_undo); }

    QJsonArray typed() const;
    /// Products are found again by whoever resumes: `choices` by their ids.
    void resume(const QJsonArray& typed, const std::vector<storage::ProductChoice>& choices);
    static std::vector<Uuid> productsOf(const QJsonArray& typed);

Q_SIGNALS:
    void linesChanged();
    /// A name stands in a product's cell that nobody chose from the list.
    void productWanted(int row, const QString& text);

private:
    QString text(const ReceiptEntry& entry, int column) const;
    Quantity after(int row) const;
    void write(ReceiptEntry& entry, int column, const QString& text) const;
    void put(int row, const ReceiptEntry& entry);
    void keepBlankRow();
    void remember();
    void goBack(QList<QList<ReceiptEntry>>& from, QList<QList<ReceiptEntry>>& to);
    void reset(QList<ReceiptEntry> entries);

    QList<ReceiptEntry> m_entries;
    QList<QList<ReceiptEntry>> m_undo;
    QList<QList<ReceiptEntry>> m_redo;
};

} // namespace dure::app
