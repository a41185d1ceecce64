#pragma once
#include "core/domain/entities.h"
#include "core/storage/customer_pricing.h"
#include "core/storage/product_choices.h"

#include <QMap>
#include <QString>
#include <memory>

namespace dure::app {

enum class LineColumn : int { Code, Product, Spec, Quantity, Unit, Price, Source, Supply, Tax, Due, Note, Count };

/// One row of the order editor: the line as it will be saved, and what has been typed there that cannot be saved yet.
struct EntryLine
{
    struct Rejected
    {
        QString text; ///< as typed
        QString why;
        bool operator==(const Rejected&) const = default;
    };
    qint64 key = 0; ///< of the row while the editor lives
    OrderLine line;
    std::string code; ///< the product's, or as typed
    UnitPrice listPrice; ///< the product's
    Quantity unitsPerBox; ///< likewise
    std::int64_t boxesPerPallet = 0; ///< likewise
    bool unmatched = false; ///< no product has this code or pasted name: it stays as text, marked
    bool priceAwaited = false; ///< the customer's prices were not known yet when the product was taken
    QMap<int, Rejected> rejected; ///< by LineColumn

    bool isBlank() const;
    PackingTerms packing() const { return {line.unit, unitsPerBox, boxesPerPallet}; }
    /// What identifies the product for a person: the code, else the name.
    QString typedProduct() const;
    bool operator==(const EntryLine&) const = default;
};

/// What lines need to know of the head.
struct LineTerms
{
    TaxTerms tax;
    Date day; ///< of the order: decides which agreed price holds
    Date due; ///< of the order: what lines without a date of their own show
    Date today;
    std::shared_ptr<const storage::CustomerPricing> pricing; ///< null: not read yet
};

/// Reads what was typed into a cell. What cannot be read is kept in `rejected` with the reason; nothing is lost. A new
/// quantity takes the agreed price of its tier, but never in place of a typed price or of a last one that was chosen.
void writeCell(EntryLine& line, LineColumn column, const QString& text, const LineTerms& terms);
/// What stands in a cell; amounts are LineAmounts' business.
QString cellText(const EntryLine& line, LineColumn column, const LineTerms& terms);

/// The product's texts, and its price as offered, or the last one paid.
void takeProduct(EntryLine& line, const storage::ProductChoice& product, bool lastPrice, const LineTerms& terms);
/// The same for a line that was pasted or typed ahead: spec, unit and price that stand there already stay.
void completeProduct(EntryLine& line, const storage::ProductChoice& product, const LineTerms& terms);
/// The offered price, whatever stands there.
void offerPrice(EntryLine& line, const LineTerms& terms);
/// The order's day changed from `before`: another agreed price may hold.
void followDay(EntryLine& line, Date before, const LineTerms& terms);
/// An agreed price that the line does not have although it would get it: "for this quantity 95 are agreed".
std::optional<AgreedPrice> passedOver(const EntryLine& line, const LineTerms& terms);

/// Where a declared column of order_line is typed.
LineColumn columnOfField(int declared);
/// 합의, 지난, 직접, 정가.
QString priceSourceText(PriceSource source);

} // namespace dure::app
