#include "core/domain/fixed_point.h"

#include "core/domain/typed_text.h"

#include <cassert>
#include <limits>

namespace dure {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

void skipBlanks(std::string_view& text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
}

bool skip(std::string_view& text, std::string_view prefix)
{
    if (!text.starts_with(prefix))
        return false;
    text.remove_prefix(prefix.size());
    return true;
}

/// A won sign: ₩, its full-width form, and the backslash that the ₩ key of a Korean keyboard types.
bool skipWonSign(std::string_view& text) { return skip(text, "\u20a9") || skip(text, "\uffe6") || skip(text, "\\"); }

/// Takes sign and won sign, in either order, each at most once. Returns true for a minus.
bool takeSigns(std::string_view& text)
{
    bool negative = false;
    bool hasSign = false;
    bool hasWon = false;
    for (;;) {
        skipBlanks(text);
        if (!hasSign && !text.empty() && (text.front() == '-' || text.front() == '+')) {
            negative = text.front() == '-';
            hasSign = true;
            text.remove_prefix(1);
        } else if (!hasWon && skipWonSign(text)) {
            hasWon = true;
        } else {
            return negative;
        }
    }
}

/// Digits with thousands commas at the front of `text`, moved to `digits` without the commas. False: a comma stands
/// where none belongs. "12,5" must not silently become 125.
bool takeWhole(std::string_view& text, std::string& digits)
{
    std::size_t group = 0;
    bool grouped = false;
    for (; !text.empty(); text.remove_prefix(1)) {
        if (isDigit(text.front())) {
            digits += text.front();
            ++group;
        } else if (text.front() == ',') {
            if (grouped ? group != 3 : (group < 1 || group > 3))
                return false;
            grouped = true;
            group = 0;
        } else {
            break;
        }
    }
    return !grouped || group == 3;
}

struct Digits
{
    std::string whole;
    std::string fraction;
    bool negative = false;
};

std::optional<Digits> splitNumber(std::string_view text)
{
    Digits digits;
    digits.negative = takeSigns(text);
    if (!takeWhole(text, digits.whole))
        return std::nullopt;
    if (skip(text, "."))
        for (; !text.empty() && isDigit(text.front()); text.remove_prefix(1))
            digits.fraction += text.front();
    if (digits.whole.empty() && digits.fraction.empty())
        return std::nullopt;
    skipBlanks(text);
    skip(text, "원");
    if (!text.empty())
        return std::nullopt;
    return digits;
}

ParsedNumber failed(NumberError error) { return {0, error}; }

} // namespace

ParsedNumber parseNumber(std::string_view utf8, int decimals, std::int64_t limit)
{
    assert(decimals >= 0 && decimals <= 4 && limit >= 0);
    const std::string text = foldTyped(utf8);
    if (text.empty())
        return failed(NumberError::Empty);
    auto digits = splitNumber(text);
    if (!digits)
        return failed(NumberError::NotANumber);
    const auto places = static_cast<std::size_t>(decimals);
    if (digits->fraction.find_first_not_of('0', places) != std::string::npos)
        return failed(NumberError::TooManyDecimals);
    digits->fraction.resize(places, '0');

    std::uint64_t magnitude = 0;
    const auto largest = static_cast<std::uint64_t>(limit);
    for (char c : digits->whole + digits->fraction) {
        const auto digit = static_cast<std::uint64_t>(c - '0');
        if (digit > largest || magnitude > (largest - digit) / 10)
            return failed(NumberError::TooLarge);
        magnitude = magnitude * 10 + digit;
    }
    const auto value = static_cast<std::int64_t>(magnitude);
    return {digits->negative ? -value : value, std::nullopt};
}

std::string formatNumber(std::int64_t scaled, int decimals, bool thousands)
{
    assert(decimals >= 0 && decimals <= 4);
    // the smallest 64-bit integer has no positive twin
    std::uint64_t magnitude = static_cast<std::uint64_t>(scaled);
    if (scaled < 0)
        magnitude = 0 - magnitude;
    std::string digits = std::to_string(magnitude);
    const auto places = static_cast<std::size_t>(decimals);
    if (digits.size() <= places)
        digits.insert(0, places + 1 - digits.size(), '0');
    std::string fraction = digits.substr(digits.size() - places);
    digits.resize(digits.size() - places);
    fraction.erase(fraction.find_last_not_of('0') + 1);
    if (thousands)
        for (std::size_t at = digits.size(); at > 3;)
            digits.insert(at -= 3, 1, ',');
    return (scaled < 0 ? "-" : "") + digits + (fraction.empty() ? "" : "." + fraction);
}

std::int64_t divideRounded(Int128 numerator, Int128 denominator, RoundingMode mode)
{
    assert(denominator > 0);
    const bool negative = numerator < 0;
    const Int128 magnitude = negative ? -numerator : numerator;
    Int128 quotient = magnitude / denominator;
    const Int128 rest = magnitude % denominator;
    const bool away = mode == RoundingMode::Up ? rest > 0 : mode == RoundingMode::HalfUp && rest >= denominator - rest;
    if (away)
        ++quotient;
    assert(quotient <= std::numeric_limits<std::int64_t>::max());
    return static_cast<std::int64_t>(negative ? -quotient : quotient);
}

Won lineAmount(Quantity quantity, UnitPrice price, RoundingMode mode)
{
    const Int128 product = static_cast<Int128>(quantity.tenThousandths) * price.tenThousandths;
    return {divideRounded(product, static_cast<Int128>(Quantity::scale) * UnitPrice::scale, mode)};
}

} // namespace dure
