#include "core/domain/vat.h"

#include <algorithm>
#include <numeric>

namespace dure {

namespace {

/// The tax of `base` won is base / divisor: a tenth on top of a supply amount, an eleventh inside of a total.
struct TaxRule
{
    std::int64_t divisor = 10;
    RoundingMode mode = RoundingMode::HalfUp;
};

TaxRule ruleOf(const TaxTerms& terms)
{
    if (terms.priceKind == PriceKind::Inclusive)
        return {11, RoundingMode::Down};
    return {10, terms.roundingMode};
}

std::int64_t floorDivide(std::int64_t value, std::int64_t divisor)
{
    return value / divisor - (value % divisor < 0 ? 1 : 0);
}

/// Shares the once-rounded tax of all bases out by largest remainders. Each share is within a won of the exact one:
/// the wons left over are never more than the lines that have a remainder.
std::vector<std::int64_t> shareOut(std::vector<std::int64_t> bases, const TaxRule& rule)
{
    const Int128 sum = std::accumulate(bases.begin(), bases.end(), Int128{0});
    // A document and its negative must share out alike, ties included: the sum is brought to a positive one first.
    const auto firstNonZero = std::find_if(bases.begin(), bases.end(), [](std::int64_t base) { return base != 0; });
    const bool mirrored = sum < 0 || (sum == 0 && firstNonZero != bases.end() && *firstNonZero < 0);
    if (mirrored)
        for (std::int64_t& base : bases)
            base = -base;

    std::vector<std::int64_t> shares(bases.size());
    std::int64_t left = divideRounded(mirrored ? -sum : sum, rule.divisor, rule.mode);
    for (std::size_t i = 0; i < bases.size(); ++i) {
        shares[i] = floorDivide(bases[i], rule.divisor);
        left -= shares[i];
    }
    std::vector<std::size_t> order(bases.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto remainder = [&](std::size_t i) { return bases[i] - shares[i] * rule.divisor; };
    std::stable_sort(
        order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return remainder(a) > remainder(b); });
    for (std::size_t i = 0; i < static_cast<std::size_t>(left); ++i)
        ++shares[order[i]];
    if (mirrored)
        for (std::int64_t& share : shares)
            share = -share;
    return shares;
}

/// The tax of each line that has no typed one; 0 for the others.
std::vector<std::int64_t> computedTaxes(
    const TaxTerms& terms, std::span<const LineInput> lines, const std::vector<std::int64_t>& bases)
{
    const TaxRule rule = ruleOf(terms);
    std::vector<std::int64_t> taxes(lines.size());
    if (terms.scope == TaxScope::Line) {
        for (std::size_t i = 0; i < lines.size(); ++i)
            taxes[i] = lines[i].taxTyped ? 0 : divideRounded(bases[i], rule.divisor, rule.mode);
        return taxes;
    }
    std::vector<std::int64_t> openBases = bases;
    for (std::size_t i = 0; i < lines.size(); ++i)
        if (lines[i].taxTyped)
            openBases[i] = 0; // has no remainder, so no won lands on it
    return shareOut(std::move(openBases), rule);
}

} // namespace

LineInput deliveredPart(Quantity quantity, UnitPrice price, const OrderedAmount& ordered)
{
    const bool isWhole = quantity == ordered.quantity && price == ordered.unitPrice;
    const bool holds = ordered.taxTyped && (ordered.typedTax == Won{} || isWhole);
    return {quantity, price, holds, holds ? ordered.typedTax : Won{}};
}

LineInput deliveredUnordered(Quantity quantity, UnitPrice price, TaxKind productKind)
{
    return {quantity, price, productKind != TaxKind::Taxable, Won{}};
}

bool keepsTypedTax(const TaxTerms& terms, const LineInput& line)
{
    return line.taxTyped && (terms.kind == TaxKind::Taxable || line.typedTax == Won{});
}

std::vector<LineAmounts> computeAmounts(const TaxTerms& terms, std::span<const LineInput> lines)
{
    std::vector<std::int64_t> bases(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i)
        bases[i] = lineAmount(lines[i].quantity, lines[i].unitPrice, terms.roundingMode).amount;

    std::vector<LineAmounts> amounts(lines.size());
    if (terms.kind != TaxKind::Taxable) {
        for (std::size_t i = 0; i < lines.size(); ++i)
            amounts[i] = {Won{bases[i]}, Won{0}};
        return amounts;
    }
    const std::vector<std::int64_t> taxes = computedTaxes(terms, lines, bases);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Won tax = lines[i].taxTyped ? lines[i].typedTax : Won{taxes[i]};
        const Won base{bases[i]};
        amounts[i] = {terms.priceKind == PriceKind::Inclusive ? base - tax : base, tax};
    }
    return amounts;
}

LineAmounts totalOf(std::span<const LineAmounts> lines)
{
    LineAmounts total;
    for (const LineAmounts& line : lines) {
        total.supply += line.supply;
        total.tax += line.tax;
    }
    return total;
}

bool amountFits(Quantity quantity, UnitPrice price)
{
    const Int128 product = static_cast<Int128>(quantity.tenThousandths) * price.tenThousandths;
    const Int128 limit = static_cast<Int128>(maxAmountWon) * Quantity::scale * UnitPrice::scale;
    return product <= limit && product >= -limit;
}

} // namespace dure
