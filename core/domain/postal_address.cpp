#include "core/domain/postal_address.h"

#include "core/domain/typed_text.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

namespace dure {

namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::string codeDigits(std::string_view typed)
{
    std::string folded = foldTyped(typed);
    if (folded.find_first_not_of("0123456789- ") != std::string::npos)
        return {};
    std::erase_if(folded, [](char c) { return !isDigit(c); });
    return folded;
}

std::vector<std::string_view> wordsOf(std::string_view text)
{
    std::vector<std::string_view> words;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(' '), text.size());
        if (end > 0)
            words.push_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return words;
}

bool endsInOneOf(std::string_view word, std::span<const std::string_view> endings)
{
    return std::any_of(endings.begin(), endings.end(),
        [&](std::string_view ending) { return word.size() > ending.size() && word.ends_with(ending); });
}

/// "47", "118-3", "47,", "산12": the number that follows a road or a village.
bool isHouseNumber(std::string_view word)
{
    constexpr std::string_view mountain = "산";
    if (word.starts_with(mountain))
        word.remove_prefix(mountain.size());
    return !word.empty() && isDigit(word.front());
}

/// "대금로118": road and number written together.
std::string_view withoutTrailingNumber(std::string_view word)
{
    while (!word.empty() && (isDigit(word.back()) || word.back() == '-' || word.back() == ','))
        word.remove_suffix(1);
    return word;
}

} // namespace

PostalCodeCheck checkPostalCode(std::string_view typed)
{
    if (foldTyped(typed).empty())
        return PostalCodeCheck::Empty;
    switch (codeDigits(typed).size()) {
    case 5:
        return PostalCodeCheck::Current;
    case 6:
        return PostalCodeCheck::Old;
    default:
        return PostalCodeCheck::NotACode;
    }
}

std::string normalisePostalCode(std::string_view typed)
{
    std::string digits = codeDigits(typed);
    if (digits.size() == 5)
        return digits;
    return digits.size() == 6 ? digits.insert(3, "-") : foldTyped(typed);
}

AddressForm addressForm(std::string_view address)
{
    static constexpr std::array<std::string_view, 2> roads = {"로", "길"};
    static constexpr std::array<std::string_view, 3> villages = {"동", "리", "가"};
    const std::string folded = foldTyped(address);
    const std::vector<std::string_view> words = wordsOf(folded);
    AddressForm form = AddressForm::Other;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string_view bare = withoutTrailingNumber(words[i]);
        const bool numbered = bare.size() < words[i].size() || (i + 1 < words.size() && isHouseNumber(words[i + 1]));
        if (!numbered)
            continue;
        if (endsInOneOf(bare, roads)) // a road wins: "…로 12 (역삼동 3층)" is a road-name address
            return AddressForm::RoadName;
        if (endsInOneOf(bare, villages))
            form = AddressForm::LotNumber;
    }
    return form;
}

} // namespace dure
