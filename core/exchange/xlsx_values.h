#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dure::exchange {

/// What a number format makes of a number.
enum class NumberLook : std::uint8_t { Number, DateTime };

/// Formats 0–163 are built in (ECMA-376 part 1, 18.8.30), with those of the Korean list (27–36, 50–58).
NumberLook builtInLook(int formatId);
/// A custom format is a date if its first section, without quoted and escaped text, colours and conditions, holds
/// y, m, d, h or s and no digit placeholders. Elapsed times ([h]:mm) stay numbers: 36 hours are no time of day.
NumberLook customLook(std::string_view formatCode);

/// The plain decimal of a number as a workbook stores it: "1.5E-3" gives "0.0015", "1.1000000000000001" gives "1.1".
/// Programs write binary doubles with 17 digits; Excel itself shows and computes with 15, so the text is rounded to 15
/// significant ones, half up, on its decimal digits. std::nullopt: not a number.
std::optional<std::string> plainDecimal(std::string_view stored);

/// A serial day number (a plain decimal) as ISO text: a date, a date and time where there is a fraction, a time alone
/// below one day; rounded to the second. The 1900 system keeps Lotus' 29 February 1900, which is no day and is given
/// as it is shown. std::nullopt: outside 1900-01-01 to 9999-12-31.
std::optional<std::string> serialToIso(std::string_view plainSerial, bool since1904);

/// "_x000D_" in a stored string stands for that character (ECMA-376 part 1, 22.9.2.19, ST_Xstring).
std::string decodeEscapes(std::string_view stored);

/// The zero-based column of "BC12", or -1. The row is not looked at.
int columnOfReference(std::string_view reference);

} // namespace dure::exchange
