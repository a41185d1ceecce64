#pragma once
#include "core/domain/fixed_point.h"

#include <span>
#include <vector>

namespace dure {

// The numbers of these enums stand in every database and on the wire: never renumber them. RoundingMode (0 HalfUp,
// 1 Down, 2 Up) is one of them.

enum class TaxKind : std::uint8_t {
    Taxable = 0, ///< 과세: 10 %
    ZeroRated = 1, ///< 영세율: 0 %, still a tax invoice
    Exempt = 2, ///< 면세
};

enum class PriceKind : std::uint8_t {
    Exclusive = 0, ///< 별도: VAT comes on top of the price
    Inclusive = 1, ///< 포함: the price holds the VAT
};

enum class TaxScope : std::uint8_t {
    Line = 0, ///< each line's tax is rounded
    Document = 1, ///< the document's tax is rounded once and shared out to the lines
};

/// What a customer agreed to, copied into each order and delivery.
struct TaxTerms
{
    TaxKind kind = TaxKind::Taxable;
    PriceKind priceKind = PriceKind::Exclusive;
    RoundingMode roundingMode = RoundingMode::HalfUp;
    TaxScope scope = TaxScope::Line;

    bool operator==(const TaxTerms&) const = default;
};

struct LineInput
{
    Quantity quantity; ///< negative for a return
    UnitPrice unitPrice;
    bool taxTyped = false; ///< someone typed the tax; it is kept as it is
    Won typedTax;
};

/// What an order says of one of its lines.
struct OrderedAmount
{
    Quantity quantity;
    UnitPrice unitPrice;
    bool taxTyped = false;
    Won typedTax;
};

/// What goes out of an order's line. A typed tax of 0 is how an exempt or zero-rated product stands in a taxed order:
/// it holds for any part. Any other typed tax holds when the whole line goes out at the order's price.
LineInput deliveredPart(Quantity quantity, UnitPrice price, const OrderedAmount& ordered);
/// What goes out without having been ordered; `productKind`: Taxable for what is no product.
LineInput deliveredUnordered(Quantity quantity, UnitPrice price, TaxKind productKind);

struct LineAmounts
{
    Won supply; ///< 공급가액
    Won tax; ///< 세액

    Won total() const { return supply + tax; }
    bool operator==(const LineAmounts&) const = default;
};

/// Whether a typed tax stands under these terms. Untaxed terms take it away for good: taxed again, the line's tax is
/// computed. A typed 0 stays, since it is how an exempt product stands in a taxed order.
bool keepsTypedTax(const TaxTerms& terms, const LineInput& line);

/// Supply and tax of every line of one document, in the order of `lines`.
/// - Exclusive: supply = quantity × price rounded by the mode, tax = a tenth of it rounded by the mode.
/// - Inclusive: total = quantity × price rounded by the mode, tax = total / 11 with the fraction dropped whatever the
///   mode, supply = total − tax.
/// - Scope Document: the lines without a typed tax together carry the tax of their sum, rounded once; what the lines'
///   own fractions leave goes won by won to the largest remainders, the earlier line first. Sums always add up.
/// - Zero-rated and exempt: tax is 0 even if one was typed, and an inclusive price holds none.
/// The negative of a document gives exactly the negative amounts. Precondition: amountFits() for every line.
std::vector<LineAmounts> computeAmounts(const TaxTerms& terms, std::span<const LineInput> lines);

/// The sums, which are the document's totals by definition.
LineAmounts totalOf(std::span<const LineAmounts> lines);

/// Whether quantity × price stays within maxAmountWon. The field refuses what does not.
bool amountFits(Quantity quantity, UnitPrice price);

} // namespace dure
