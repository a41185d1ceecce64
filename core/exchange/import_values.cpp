#include "core/exchange/import_values.h"

#include "core/domain/typed_text.h"
#include "core/exchange/import_fields.h"

#include <algorithm>
#include <array>

namespace dure::exchange {

namespace {

constexpr std::size_t keptDecimals = 4;
constexpr std::int64_t wholeDiscount = 1'000'000;

bool isDigit(char c) { return c >= '0' && c <= '9'; }

void trimEnd(std::string& text) { text.erase(text.find_last_not_of(' ') + 1); }

bool cutEnd(std::string& text, std::string_view ending)
{
    if (!text.ends_with(ending))
        return false;
    text.resize(text.size() - ending.size());
    trimEnd(text);
    return true;
}

/// Takes a time of day off; false if a colon stands in something else.
bool cutTime(std::string& text)
{
    const std::size_t colon = text.find(':');
    if (colon == std::string::npos)
        return true;
    if (text.find_first_not_of(" 0123456789:.+-ZAPMapm", colon) != std::string::npos)
        return false;
    std::size_t begin = colon;
    while (begin > 0 && isDigit(text[begin - 1]))
        --begin;
    if (begin == 0 || begin == colon)
        return false;
    text.resize(begin);
    const bool separated = text.ends_with(' ') || text.ends_with('T');
    trimEnd(text);
    const bool marked = cutEnd(text, "오전") || cutEnd(text, "오후") || cutEnd(text, "AM") || cutEnd(text, "PM");
    cutEnd(text, "T");
    return separated || marked;
}

/// Three groups of digits, or six and more of them: less leaves the year out.
bool namesYear(std::string_view text)
{
    std::size_t groups = 0;
    for (std::size_t i = 0; i < text.size(); ++i)
        if (isDigit(text[i]) && (i == 0 || !isDigit(text[i - 1])))
            ++groups;
    return groups == 3 || std::ranges::count_if(text, isDigit) >= 6;
}

} // namespace

std::expected<ReadNumber, NumberError> readDecimal(std::string_view text, std::int64_t limit)
{
    const ParsedNumber exact = parseNumber(text, keptDecimals, limit);
    if (!exact.error)
        return ReadNumber{exact.scaled, false};
    if (*exact.error != NumberError::TooManyDecimals)
        return std::unexpected(*exact.error);
    // half up is decided by the first digit that is dropped
    std::string folded = foldTyped(text);
    const std::size_t cut = folded.find('.') + 1 + keptDecimals;
    std::size_t end = cut;
    while (end < folded.size() && isDigit(folded[end]))
        ++end;
    const bool up = folded[cut] >= '5';
    folded.erase(cut, end - cut);
    const ParsedNumber kept = parseNumber(folded, keptDecimals, limit);
    if (kept.error)
        return std::unexpected(*kept.error);
    const std::int64_t step = folded.find('-') != std::string::npos ? -1 : 1;
    const std::int64_t value = kept.scaled + (up ? step : 0);
    if (value > limit || value < -limit)
        return std::unexpected(NumberError::TooLarge);
    return ReadNumber{value, true};
}

std::expected<ReadNumber, NumberError> readMeasure(std::string_view text)
{
    constexpr std::array<std::string_view, 10> units{"ml", "mL", "ML", "㎖", "cc", "㏄", "g", "G", "mm", "㎜"};
    std::string number = foldTyped(text);
    for (const std::string_view unit : units)
        if (cutEnd(number, unit))
            break;
    return readDecimal(number);
}

std::optional<Date> readDate(std::string_view text, Date today)
{
    std::string date = foldTyped(text);
    if (!cutTime(date) || !namesYear(date))
        return std::nullopt;
    return parseDate(date, today);
}

std::optional<std::int64_t> readDiscount(std::string_view text)
{
    std::string number = foldTyped(text);
    const bool percent = cutEnd(number, "%");
    const ParsedNumber parsed = parseNumber(number, keptDecimals, maxTenThousandths);
    if (parsed.error)
        return std::nullopt;
    // a ten-thousandth of a percent is a millionth
    const std::int64_t millionths = percent ? parsed.scaled : parsed.scaled * 100;
    if (millionths < 0 || millionths > wholeDiscount)
        return std::nullopt;
    return millionths;
}

UnitPrice discounted(UnitPrice price, std::int64_t discountMillionths)
{
    const Int128 product = static_cast<Int128>(price.tenThousandths) * (wholeDiscount - discountMillionths);
    return {divideRounded(product, wholeDiscount, RoundingMode::HalfUp)};
}

std::optional<bool> readFlag(std::string_view text)
{
    constexpr std::array<std::string_view, 10> yes{"1", "y", "yes", "true", "t", "o", "예", "중지", "단종", "사용중지"};
    constexpr std::array<std::string_view, 10> no{
        "0", "n", "no", "false", "f", "x", "아니오", "아니요", "사용", "정상"};
    const std::string word = normaliseHeader(text);
    if (std::ranges::find(yes, word) != yes.end())
        return true;
    if (std::ranges::find(no, word) != no.end())
        return false;
    return std::nullopt;
}

std::optional<TaxKind> readTaxKind(std::string_view text)
{
    const std::string word = normaliseHeader(text);
    if (word == "과세" || word == "일반" || word == "일반과세" || word == "taxable")
        return TaxKind::Taxable;
    if (word == "영세율" || word == "영세" || word == "zerorated")
        return TaxKind::ZeroRated;
    if (word == "면세" || word == "비과세" || word == "exempt")
        return TaxKind::Exempt;
    return std::nullopt;
}

} // namespace dure::exchange
