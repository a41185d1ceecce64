// What people type or paste into fields: numbers, dates, business numbers, telephones, search texts.
#include "core/domain/business_number.h"
#include "core/domain/date.h"
#include "core/domain/document_number.h"
#include "core/domain/fixed_point.h"
#include "core/domain/phone_number.h"
#include "core/domain/postal_address.h"
#include "core/domain/text_query.h"
#include "core/domain/typed_text.h"
#include "tests/fuzz/target.h"

namespace dure::fuzz {

namespace {

void numbers(std::string_view text)
{
    constexpr std::int64_t limit = 1'000'000'000'000'000;
    const ParsedNumber number = parseNumber(text, 4, limit);
    if (number.error)
        return;
    must(number.scaled <= limit && number.scaled >= -limit);
    const ParsedNumber again = parseNumber(formatNumber(number.scaled, 4), 4, limit);
    must(!again.error && again.scaled == number.scaled);
}

void searches(std::string_view bytes)
{
    const std::size_t half = bytes.size() / 2;
    const std::string_view text = bytes.substr(half);
    const TextQuery query(bytes.substr(0, half));
    const FoldedText folded = FoldedText::of(text);
    must(folded.characters.size() == folded.sources.size());
    for (const TextRange& range : folded.sources)
        must(range.begin < range.end && range.end <= text.size());
    std::uint32_t end = 0;
    for (const TextRange& range : query.match(text).ranges) {
        must(range.begin >= end && range.begin < range.end && range.end <= text.size());
        end = range.end;
    }
}

} // namespace

void tryInput(std::string_view bytes)
{
    constexpr Date today = Date::fromYmd(2026, 11, 23);
    numbers(bytes);
    searches(bytes);
    if (const auto date = parseDate(bytes, today))
        must(date->isValid() && parseDate(date->toIso(), today) == date);
    if (const auto number = parseDocumentNumber(bytes))
        must(parseDocumentNumber(formatDocumentNumber(*number)).has_value());
    const std::string business = normaliseBusinessNumber(bytes);
    must(normaliseBusinessNumber(business) == business);
    const std::string folded = foldTyped(bytes);
    must(foldTyped(folded) == folded);
    (void)normalisePostalCode(bytes);
    const std::string phone = formatPhoneNumber(bytes);
    must(formatPhoneNumber(phone) == phone);
}

std::vector<std::string> seeds()
{
    return {"1,234,567.5", "−12", "１２３", "△1,000", "(500)", "11-23", "2026. 11. 23.", "26/11/23", "내일",
        "124-81-00998", "02-123-4567", "O261123-A01", "삼ㅅ㈜삼성공업", "ㅅㅅㄱㅇ삼성공업(주)", "간가나상사", "05855",
        "\xe1\x84\x92\xe1\x85\xa1\xe1\x86\xab"};
}

} // namespace dure::fuzz
