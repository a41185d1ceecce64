#include "core/domain/business_number.h"

#include "core/domain/typed_text.h"

#include <algorithm>
#include <array>

namespace dure {

namespace {

constexpr std::size_t numberLength = 10;

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool areDigits(std::string_view text) { return std::all_of(text.begin(), text.end(), isDigit); }

} // namespace

std::optional<char> businessNumberCheckDigit(std::string_view nineDigits)
{
    static constexpr std::array weights = {1, 3, 7, 1, 3, 7, 1, 3, 5};
    if (nineDigits.size() != weights.size() || !areDigits(nineDigits))
        return std::nullopt;
    int sum = 0;
    for (std::size_t i = 0; i < weights.size(); ++i)
        sum += (nineDigits[i] - '0') * weights[i];
    sum += (nineDigits.back() - '0') * weights.back() / 10;
    return static_cast<char>('0' + (10 - sum % 10) % 10);
}

BusinessNumberCheck checkBusinessNumber(std::string_view typed)
{
    const std::string digits = normaliseBusinessNumber(typed);
    if (digits.size() != numberLength || !areDigits(digits))
        return BusinessNumberCheck::NotTenDigits;
    if (digits.find_first_not_of('0') == std::string::npos)
        return BusinessNumberCheck::AllZero;
    const auto expected = businessNumberCheckDigit(std::string_view(digits).substr(0, numberLength - 1));
    return expected == digits.back() ? BusinessNumberCheck::Valid : BusinessNumberCheck::WrongCheckDigit;
}

std::string normaliseBusinessNumber(std::string_view typed)
{
    std::string folded = foldTyped(typed);
    if (folded.find_first_not_of("0123456789-. ") != std::string::npos)
        return folded;
    std::erase_if(folded, [](char c) { return !isDigit(c); });
    return folded;
}

std::string formatBusinessNumber(std::string_view typed)
{
    std::string digits = normaliseBusinessNumber(typed);
    if (digits.size() != numberLength || !areDigits(digits))
        return digits;
    return digits.insert(5, "-").insert(3, "-");
}

} // namespace dure
