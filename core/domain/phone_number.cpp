#include "core/domain/phone_number.h"

#include "core/domain/typed_text.h"

#include <algorithm>

namespace dure {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

/// How many digits stand before the first dash, or 0 if no Korean number begins like `digits` at this length.
std::size_t prefixLength(std::string_view digits)
{
    const std::size_t size = digits.size();
    if (size == 8) // 15xx, 16xx, 18xx: nationwide numbers without an area code
        return digits.starts_with("15") || digits.starts_with("16") || digits.starts_with("18") ? 4 : 0;
    if (!digits.starts_with('0') || digits.starts_with("00")) // 00 dials abroad
        return 0;
    if (digits.starts_with("02"))
        return size == 9 || size == 10 ? 2 : 0;
    if (digits.starts_with("050"))
        return size == 11 || size == 12 ? 4 : 0;
    if (digits.starts_with("010") || digits.starts_with("070"))
        return size == 11 ? 3 : 0;
    return size == 10 || size == 11 ? 3 : 0;
}

/// The national form of a number that has nothing in it but digits and separators; empty otherwise.
std::string nationalDigits(std::string folded)
{
    const bool withCountryCode = folded.starts_with("+82");
    if (withCountryCode)
        folded.erase(0, 3);
    if (folded.find_first_not_of("0123456789-. ()") != std::string::npos)
        return {};
    std::erase_if(folded, [](char c) { return !isDigit(c); });
    if (withCountryCode && !folded.starts_with('0')) // but "+82 (0)10 …" brings its zero along
        folded.insert(0, 1, '0');
    return folded;
}

} // namespace

std::string formatPhoneNumber(std::string_view typed)
{
    std::string folded = foldTyped(typed);
    std::string digits = nationalDigits(folded);
    const std::size_t prefix = prefixLength(digits);
    if (prefix == 0)
        return folded;
    constexpr std::size_t lastGroup = 4;
    digits.insert(digits.size() - lastGroup, "-");
    if (digits.size() - lastGroup - 1 > prefix)
        digits.insert(prefix, "-");
    return digits;
}

bool isKoreanPhoneNumber(std::string_view typed) { return prefixLength(nationalDigits(foldTyped(typed))) != 0; }

std::string phoneDigits(std::string_view typed)
{
    std::string digits = nationalDigits(foldTyped(typed));
    if (digits.empty()) {
        digits = foldTyped(typed);
        std::erase_if(digits, [](char c) { return !isDigit(c); });
    }
    return digits;
}

} // namespace dure
