#pragma once
#include "core/domain/date.h"
#include "core/domain/fixed_point.h"

#include <optional>
#include <span>

namespace dure {

/// Where a line's price comes from; always named beside it. The numbers are stored: never renumber them.
enum class PriceSource : std::uint8_t {
    List = 0, ///< 정가: the product's own price
    Agreed = 1, ///< 합의: a customer price by date and quantity
    Last = 2, ///< 지난: what the customer paid last
    Typed = 3, ///< 직접: typed by hand
    Quoted = 4, ///< 견적: as the quotation said that the order was made of
};

/// A price that somebody settled is never replaced by one that is offered.
constexpr bool isSettled(PriceSource source) { return source == PriceSource::Typed || source == PriceSource::Quoted; }

/// One row of a customer's prices for one product.
struct AgreedPrice
{
    Date validFrom;
    Quantity minQuantity; ///< 0: from the first piece
    UnitPrice unitPrice;
};

struct LastPrice
{
    UnitPrice unitPrice;
    Date on;
};

struct OfferedPrice
{
    UnitPrice unitPrice;
    PriceSource source = PriceSource::List;
    Date since; ///< valid from, or last paid on; null for a list price

    bool operator==(const OfferedPrice&) const = default;
};

/// The agreed price for `quantity` (a return counts by its size) on `date`: of the rows that are valid by then and
/// whose minimum is reached, the latest date, then the highest minimum. Of two equal rows the later in `prices` wins;
/// callers pass them in the order of their ids, so that every PC decides alike.
std::optional<AgreedPrice> agreedPrice(std::span<const AgreedPrice> prices, Quantity quantity, Date date);

/// What to put into the price cell: the agreed price, else the last one, else the list price. A last price never
/// stands above an agreed one, so that a new agreement is not undone in silence.
OfferedPrice offerPrice(std::span<const AgreedPrice> prices, const std::optional<LastPrice>& last, UnitPrice listPrice,
    Quantity quantity, Date date);

} // namespace dure
