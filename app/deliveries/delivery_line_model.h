#pragma once
#include "core/domain/order_status.h"
#include "core/domain/pricing.h"
#include "core/domain/units.h"
#include "core/domain/uuid.h"
#include "core/domain/vat.h"

#include <QAbstractTableModel>
#include <functional>
#include <optional>

namespace dure::app {

/// One row of a delivery being typed: a line of the order with what remains of it, or something that was not ordered.
struct DeliveryEntry
{
    Uuid orderLineId; ///< nil: not ordered
    Uuid productId;
    QString name, spec, unit;
    Quantity ordered, before; ///< delivered until now
    bool done = false; ///< settled within the customer's tolerance: nothing more is expected
    Quantity now; ///< this time; 0: left out
    UnitPrice unitPrice;
    bool taxTyped = false; ///< on the order
    Won typedTax;
    TaxKind productTax = TaxKind::Taxable; ///< of what was not ordered
    Quantity unitsPerBox; ///< the product's
    std::int64_t boxesPerPallet = 0; ///< likewise
    /// Of what was not ordered: the price stands as it was offered, so it follows quantity, day and customer.
    bool priceOffered = false;
    UnitPrice listPrice; ///< likewise the product's

    PackingTerms packing() const { return {unit.toStdString(), unitsPerBox, boxesPerPallet}; }
    bool isOrdered() const { return !orderLineId.isNil(); }
    Quantity remaining() const { return remainingQuantity({ordered, before, {}}); }
    /// What is still to come after this delivery; negative: more than ordered.
    Quantity after() const { return ordered - before - now; }
    /// By how much this delivery goes beyond what was ordered, without a sign.
    Quantity excess() const;
    LineInput amountInput() const;
    bool isBlank() const { return !isOrdered() && productId.isNil() && name.isEmpty() && now.isZero(); }
    bool operator==(const DeliveryEntry&) const = default;
};

/// The lines of a delivery. Quantities are what is typed; of what was not ordered also the product and its price.
class DeliveryLineModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Product, Ordered, Before, Remaining, Now, Price, After, Columns };

    explicit DeliveryLineModel(QObject* parent = nullptr);

    int rowCount(const QModelIndex& parent = {}) const override;
    int columnCount(const QModelIndex& parent = {}) const override;
    QVariant data(const QModelIndex& index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    Qt::ItemFlags flags(const QModelIndex& index) const override;
    /// What cannot be read stays as typed, marked by ProblemRole.
    bool setData(const QModelIndex& index, const QVariant& value, int role) override;

    void setEntries(QList<DeliveryEntry> entries, const TaxTerms& tax, Tolerance tolerance);
    /// The same with other figures: where the lines are still the same ones, the cursor and what is being typed stay.
    void refresh(const QList<DeliveryEntry>& entries, const TaxTerms& tax, Tolerance tolerance);
    void setTax(const TaxTerms& tax, Tolerance tolerance);
    const QList<DeliveryEntry>& entries() const { return m_entries; } ///< blank ones included
    /// Keeps a blank row at the end to type into; on from the start without an order.
    void setTakesMore(bool takesMore);
    bool takesMore() const { return m_takesMore; }
    struct Taken
    {
        Uuid id;
        QString name, spec, unit;
        UnitPrice price, listPrice;
        bool priceOffered = false; ///< else it was chosen
        TaxKind tax = TaxKind::Taxable;
        Quantity unitsPerBox;
        std::int64_t boxesPerPallet = 0;
    };
    void takeProduct(int row, const Taken& product);
    /// What the customer pays for an entry that was not ordered, by its quantity and the day.
    using Offer = std::function<UnitPrice(const DeliveryEntry&)>;
    void setOffer(Offer offer) { m_offer = std::move(offer); }
    void offerAgain(); ///< another day or customer: offered prices follow

    /// What remains, into one row or into all of them.
    void fillRemaining(int row);
    void fillAllRemaining();
    /// Nothing of the line goes out: left out this time.
    void leaveOut(int row);

    /// What is being typed into a quantity and not taken yet: sums, warnings and the statement follow it. std::nullopt:
    /// nothing is.
    void setTyping(int row, std::optional<Quantity> quantity);
    QList<DeliveryEntry> shownEntries() const; ///< with what is being typed
    bool isOver(int row) const; ///< more than what remains
    bool isBeyondTolerance(int row) const; ///< more than the order and its tolerance allow: stands under 확인 필요
    Quantity toleranceOf(int row) const; ///< in pieces

    std::vector<LineAmounts> amounts() const; ///< of shownEntries(); 0 for what is left out
    LineAmounts totals() const;
    bool isEmpty() const; ///< nothing goes out
    QModelIndex firstProblem() const;

    bool canUndo() const { return !m_undo.isEmpty(); }
    void undo();
    void redo();

Q_SIGNALS:
    void linesChanged();
    void typingChanged();
    /// A name stands in a product's cell that nobody chose from the list.
    void productWanted(int row, const QString& text);

private:
    struct Cell
    {
        int row, column;
        bool operator==(const Cell&) const = default;
        friend size_t qHash(const Cell& cell, size_t seed = 0) { return qHashMulti(seed, cell.row, cell.column); }
    };
    QString display(const DeliveryEntry& entry, int column) const;
    bool write(int row, int column, const QString& text);
    bool writeQuantity(int row, const QString& text);
    bool writePrice(int row, const QString& text);
    DeliveryEntry shown(int row) const;
    void rejected(int row, int column, const QString& text);
    void put(int row, const DeliveryEntry& entry);
    void keepBlankRow();
    void remember();
    void goBack(QList<QList<DeliveryEntry>>& from, QList<QList<DeliveryEntry>>& to);
    void show(const QList<DeliveryEntry>& entries);

    QList<DeliveryEntry> m_entries;
    QHash<Cell, QString> m_rejected; // typed, and no number
    QHash<Cell, QString> m_why; // of those that say more than that
    QList<QList<DeliveryEntry>> m_undo;
    QList<QList<DeliveryEntry>> m_redo;
    TaxTerms m_tax;
    Tolerance m_tolerance;
    bool m_takesMore = false;
    Offer m_offer;
    int m_typedRow = -1;
    Quantity m_typed; // into m_typedRow
};

} // namespace dure::app
