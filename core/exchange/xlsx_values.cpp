#include "core/exchange/xlsx_values.h"

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cstdio>

namespace dure::exchange {

namespace {

constexpr std::size_t significantDigits = 15; // IEEE double, as Excel shows it
constexpr int maxExponent = 400; // beyond any double
constexpr std::int64_t secondsPerDay = 86'400;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

/// A number as digits with a point after the first `pointAt` of them.
struct Decimal
{
    bool negative = false;
    std::string digits; // no leading zeros; empty: zero
    int pointAt = 0;
};

std::optional<Decimal> parseDecimal(std::string_view text)
{
    Decimal decimal;
    if (!text.empty() && (text.front() == '-' || text.front() == '+')) {
        decimal.negative = text.front() == '-';
        text.remove_prefix(1);
    }
    bool sawPoint = false;
    bool sawDigit = false;
    std::size_t i = 0;
    for (; i < text.size() && (isDigit(text[i]) || (text[i] == '.' && !sawPoint)); ++i) {
        if (text[i] == '.') {
            sawPoint = true;
            continue;
        }
        sawDigit = true;
        const bool leadingZero = decimal.digits.empty() && text[i] == '0';
        if (!leadingZero)
            decimal.digits += text[i];
        if (leadingZero ? sawPoint : !sawPoint)
            decimal.pointAt += leadingZero ? -1 : 1;
    }
    if (!sawDigit)
        return std::nullopt;
    text.remove_prefix(i);
    if (text.empty())
        return decimal;
    if (lower(text.front()) != 'e')
        return std::nullopt;
    text.remove_prefix(text.size() > 1 && text[1] == '+' ? 2 : 1);
    int exponent = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), exponent);
    if (error != std::errc() || end != text.data() + text.size() || exponent > maxExponent || exponent < -maxExponent)
        return std::nullopt;
    decimal.pointAt += exponent;
    return decimal;
}

void roundToSignificant(Decimal& decimal)
{
    if (decimal.digits.size() > significantDigits) {
        const bool up = decimal.digits[significantDigits] >= '5';
        decimal.digits.resize(significantDigits);
        std::size_t i = up ? significantDigits : 0;
        while (i > 0 && decimal.digits[i - 1] == '9')
            decimal.digits[--i] = '0';
        if (up && i > 0) {
            ++decimal.digits[i - 1];
        } else if (up) {
            decimal.digits.insert(0, 1, '1');
            ++decimal.pointAt;
        }
    }
    decimal.digits.erase(decimal.digits.find_last_not_of('0') + 1);
}

std::string textOf(const Decimal& decimal)
{
    if (decimal.digits.empty())
        return "0";
    std::string text = decimal.negative ? "-" : "";
    if (decimal.pointAt <= 0)
        return text + "0." + std::string(static_cast<std::size_t>(-decimal.pointAt), '0') + decimal.digits;
    const auto pointAt = static_cast<std::size_t>(decimal.pointAt);
    if (decimal.digits.size() <= pointAt)
        return text + decimal.digits + std::string(pointAt - decimal.digits.size(), '0');
    return text + decimal.digits.substr(0, pointAt) + "." + decimal.digits.substr(pointAt);
}

/// Seconds of the day from the digits after a point, rounded.
std::int64_t secondsOf(std::string_view fraction)
{
    constexpr std::size_t usedDigits = 12; // × 86,400 stays inside 64 bits
    std::int64_t value = 0;
    std::int64_t scale = 1;
    for (std::size_t i = 0; i < usedDigits; ++i, scale *= 10)
        value = value * 10 + (i < fraction.size() ? fraction[i] - '0' : 0);
    return (value * secondsPerDay + scale / 2) / scale;
}

std::string isoDate(std::int64_t serial, bool since1904)
{
    namespace chrono = std::chrono;
    if (!since1904 && serial == 60)
        return "1900-02-29";
    chrono::sys_days epoch = chrono::year{1899} / 12 / (serial < 60 ? 31 : 30);
    if (since1904)
        epoch = chrono::year{1904} / 1 / 1;
    const chrono::year_month_day day{epoch + chrono::days{serial}};
    char text[16];
    std::snprintf(text, sizeof text, "%04d-%02u-%02u", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
        static_cast<unsigned>(day.day()));
    return text;
}

std::string isoTime(std::int64_t seconds)
{
    char text[16];
    std::snprintf(text, sizeof text, "%02d:%02d:%02d", static_cast<int>(seconds / 3600),
        static_cast<int>(seconds / 60 % 60), static_cast<int>(seconds % 60));
    return text;
}

} // namespace

NumberLook builtInLook(int formatId)
{
    const auto within = [formatId](int first, int last) { return formatId >= first && formatId <= last; };
    const bool date = within(14, 22) || within(27, 36) || formatId == 45 || formatId == 47 || within(50, 58);
    return date ? NumberLook::DateTime : NumberLook::Number;
}

NumberLook customLook(std::string_view format)
{
    bool date = false;
    for (std::size_t i = 0; i < format.size() && format[i] != ';'; ++i) {
        const char c = lower(format[i]);
        if (c == '"') {
            i = std::min(format.find('"', i + 1), format.size());
        } else if (c == '\\' || c == '_' || c == '*') {
            ++i;
        } else if (c == '[') {
            const char first = i + 1 < format.size() ? lower(format[i + 1]) : ']';
            const std::size_t close = std::min(format.find(']', i), format.size());
            const bool elapsed = (first == 'h' || first == 'm' || first == 's')
                && std::ranges::all_of(
                    format.substr(i + 1, close - i - 1), [first](char each) { return lower(each) == first; });
            if (elapsed)
                return NumberLook::Number;
            i = close;
        } else if (c == '#' || c == '?') {
            return NumberLook::Number;
        } else if (std::string_view("ymdhs").find(c) != std::string_view::npos) {
            date = true;
        }
    }
    return date ? NumberLook::DateTime : NumberLook::Number;
}

std::optional<std::string> plainDecimal(std::string_view stored)
{
    auto decimal = parseDecimal(stored);
    if (!decimal)
        return std::nullopt;
    roundToSignificant(*decimal);
    return textOf(*decimal);
}

std::optional<std::string> serialToIso(std::string_view plainSerial, bool since1904)
{
    constexpr std::int64_t lastSerial = 2'958'465; // 9999-12-31 in the 1900 system
    constexpr std::int64_t systemsApart = 1462;
    const std::size_t point = std::min(plainSerial.find('.'), plainSerial.size());
    std::int64_t day = 0;
    const auto [end, error] = std::from_chars(plainSerial.data(), plainSerial.data() + point, day);
    if (error != std::errc() || end != plainSerial.data() + point || plainSerial.front() == '-')
        return std::nullopt;
    const std::string_view fraction = point < plainSerial.size() ? plainSerial.substr(point + 1) : std::string_view();
    std::int64_t seconds = secondsOf(fraction);
    if (seconds == secondsPerDay) {
        seconds = 0;
        ++day;
    }
    if (day > (since1904 ? lastSerial - systemsApart : lastSerial))
        return std::nullopt;
    if (day == 0 && (!since1904 || seconds != 0))
        return isoTime(seconds);
    return isoDate(day, since1904) + (seconds == 0 ? "" : "T" + isoTime(seconds));
}

std::string decodeEscapes(std::string_view stored)
{
    constexpr std::size_t escapeLength = 7; // _xHHHH_
    std::string text;
    for (std::size_t i = 0; i < stored.size(); ++i) {
        const std::string_view at = stored.substr(i, escapeLength);
        unsigned code = 0;
        const bool shaped = at.size() == escapeLength && at.starts_with("_x") && at.back() == '_';
        const bool escape = shaped && std::from_chars(at.data() + 2, at.data() + 6, code, 16).ptr == at.data() + 6;
        // surrogate halves and NUL cannot stand in UTF-8 text of ours
        if (!escape || code == 0 || (code >= 0xd800 && code <= 0xdfff)) {
            text += stored[i];
            continue;
        }
        if (code < 0x80) {
            text += static_cast<char>(code);
        } else if (code < 0x800) {
            text += static_cast<char>(0xc0U | code >> 6U);
            text += static_cast<char>(0x80U | (code & 0x3fU));
        } else {
            text += static_cast<char>(0xe0U | code >> 12U);
            text += static_cast<char>(0x80U | (code >> 6U & 0x3fU));
            text += static_cast<char>(0x80U | (code & 0x3fU));
        }
        i += escapeLength - 1;
    }
    return text;
}

int columnOfReference(std::string_view reference)
{
    int column = 0;
    std::size_t letters = 0;
    for (; letters < reference.size() && lower(reference[letters]) >= 'a' && lower(reference[letters]) <= 'z';
         ++letters) {
        if (letters == 3)
            return -1;
        column = column * 26 + (lower(reference[letters]) - 'a' + 1);
    }
    return column - 1;
}

} // namespace dure::exchange
