#pragma once
#include "core/domain/date.h"
#include "core/domain/fixed_point.h"
#include "core/domain/vat.h"

#include <expected>

/// What the cells of other programs' files mean. Nothing here guesses: what cannot be read for certain is refused.
namespace dure::exchange {

struct ReadNumber
{
    std::int64_t tenThousandths = 0;
    bool rounded = false; ///< it had more than four decimals; rounded half up
};

/// As parseNumber(), but a computed price of 33.333333 is rounded and says so. |result| ≤ limit.
std::expected<ReadNumber, NumberError> readDecimal(std::string_view text, std::int64_t limit = maxTenThousandths);
/// The same with a unit behind it that the field implies anyway: ml, cc, g, mm and their one-sign forms.
std::expected<ReadNumber, NumberError> readMeasure(std::string_view text);

/// A date with its year, in any form that parseDate() knows; a time of day behind it is dropped
/// ("1996-07-04 00:00:00.000", "2026-11-23T13:45:00", "2026-11-23 오후 1:45:00"). `today` decides the century of a
/// two-digit year.
std::optional<Date> readDate(std::string_view text, Date today);

/// A discount in millionths: "0.15" and "15%" give 150,000. A bare number above 1 could be either and is refused.
std::optional<std::int64_t> readDiscount(std::string_view text);
/// price × (1 − discount), half up at four decimals.
UnitPrice discounted(UnitPrice price, std::int64_t discountMillionths);

std::optional<bool> readFlag(std::string_view text);
std::optional<TaxKind> readTaxKind(std::string_view text);

} // namespace dure::exchange
