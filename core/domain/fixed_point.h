#pragma once
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dure {

__extension__ typedef __int128 Int128; // -Wpedantic knows it only so

/// How a fraction of a won is dropped; set per customer (KOREA.md, Money and VAT).
enum class RoundingMode : std::uint8_t {
    HalfUp, ///< 반올림: half away from zero
    Down, ///< 절사: toward zero
    Up, ///< 올림(절상): away from zero
};

/// An exact decimal with four places, held as ten-thousandths in 64 bits: |value| < 922,337,203,685,477.5807.
/// A tag keeps a price from being used as a quantity. Arithmetic that could overflow is checked by the caller's limits
/// (see limits in schema.h); parse() never lets a larger one in.
template <class Tag> struct FixedPoint
{
    std::int64_t tenThousandths = 0;

    static constexpr std::int64_t scale = 10'000;
    static constexpr FixedPoint fromInteger(std::int64_t whole) { return {whole * scale}; }
    constexpr bool isZero() const { return tenThousandths == 0; }
    constexpr bool isWhole() const { return tenThousandths % scale == 0; }
    constexpr auto operator<=>(const FixedPoint&) const = default;
    constexpr FixedPoint operator+(FixedPoint other) const { return {tenThousandths + other.tenThousandths}; }
    constexpr FixedPoint operator-(FixedPoint other) const { return {tenThousandths - other.tenThousandths}; }
    constexpr FixedPoint operator-() const { return {-tenThousandths}; }
    constexpr FixedPoint& operator+=(FixedPoint other)
    {
        tenThousandths += other.tenThousandths;
        return *this;
    }
};

struct UnitPriceTag;
struct QuantityTag;
/// Won for one unit; may carry decimals (a cap at 12.5원).
using UnitPrice = FixedPoint<UnitPriceTag>;
/// A count or a measure in the product's own unit; may carry decimals (123.5 yd).
using Quantity = FixedPoint<QuantityTag>;

/// Whole won. Sums of money are never anything else.
struct Won
{
    std::int64_t amount = 0;

    constexpr auto operator<=>(const Won&) const = default;
    constexpr Won operator+(Won other) const { return {amount + other.amount}; }
    constexpr Won operator-(Won other) const { return {amount - other.amount}; }
    constexpr Won operator-() const { return {-amount}; }
    constexpr Won& operator+=(Won other)
    {
        amount += other.amount;
        return *this;
    }
};

/// The largest figures a user may enter; larger ones are a typing slip and are refused at the field. They are low
/// enough that quantity × price and a million such lines stay inside 64 bits.
inline constexpr std::int64_t maxAmountWon = 999'999'999'999; ///< just under a trillion won
inline constexpr std::int64_t maxTenThousandths = 9'999'999'999'999; ///< 999,999,999.9999

enum class NumberError : std::uint8_t { Empty, NotANumber, TooManyDecimals, TooLarge };

struct ParsedNumber
{
    std::int64_t scaled = 0;
    std::optional<NumberError> error;
};

/// Reads what a person types or pastes: blanks, thousands commas, a leading + − or -, full-width digits (IME), an
/// optional ending 원 or ₩ before. `decimals` is 0 to 4; the result is scaled by 10^decimals. Never rounds: a seventh
/// decimal is TooManyDecimals (zeros beyond `decimals` are fine). |result| is at most `limit`.
ParsedNumber parseNumber(std::string_view utf8, int decimals, std::int64_t limit);

/// "1,234,567", "-12.5", no trailing zeros, ASCII minus. The look of negatives on screen is the app's business.
std::string formatNumber(std::int64_t scaled, int decimals, bool thousands = true);

template <class Tag> std::string toText(FixedPoint<Tag> value, bool thousands = true)
{
    return formatNumber(value.tenThousandths, 4, thousands);
}
inline std::string toText(Won value, bool thousands = true) { return formatNumber(value.amount, 0, thousands); }

/// numerator / denominator (> 0), rounded as `mode` says.
std::int64_t divideRounded(Int128 numerator, Int128 denominator, RoundingMode mode);

/// Supply amount of a line: quantity × unit price, rounded to a won.
Won lineAmount(Quantity quantity, UnitPrice price, RoundingMode mode);

} // namespace dure
