#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dure {

/// What can be said of a typed 사업자등록번호.
enum class BusinessNumberCheck : std::uint8_t {
    Valid,
    WrongCheckDigit, ///< a warning only: real exceptions exist, so it can be kept
    NotTenDigits, ///< also when anything but digits, dashes, points and blanks was typed
    AllZero, ///< passes the arithmetic, but nobody bears it
};

BusinessNumberCheck checkBusinessNumber(std::string_view typed);

/// The stored form: the digits alone. Text that holds anything but digits and separators comes back folded, not cut,
/// so that nothing a person typed is lost.
std::string normaliseBusinessNumber(std::string_view typed);

/// "124-81-00998"; what does not have ten digits comes back as normaliseBusinessNumber() leaves it.
std::string formatBusinessNumber(std::string_view typed);

/// The tenth digit that belongs to nine digits: weights 1 3 7 1 3 7 1 3 5, plus the tens of the ninth digit × 5.
/// std::nullopt: not nine digits.
std::optional<char> businessNumberCheckDigit(std::string_view nineDigits);

} // namespace dure
