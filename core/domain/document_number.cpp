#include "core/domain/document_number.h"

#include "core/domain/typed_text.h"

#include <algorithm>
#include <cassert>

namespace dure {

namespace {

constexpr std::string_view clearLetters = "ABCDEFGHJKMNPQRSTUVWXYZ";
constexpr std::string_view clearDigits = "23456789";
constexpr int letters = 26;
constexpr int firstYear = 2000;
constexpr int lastYear = 2099;
constexpr std::size_t headLength = 8; // "O261123-"

bool isDigit(char c) { return c >= '0' && c <= '9'; }
bool isLetter(char c) { return c >= 'A' && c <= 'Z'; }

std::string padded(int number, std::size_t width)
{
    std::string text = std::to_string(number);
    return text.insert(0, text.size() < width ? width - text.size() : 0, '0');
}

std::optional<int> readNumber(std::string_view digits)
{
    int number = 0;
    for (char c : digits) {
        if (!isDigit(c))
            return std::nullopt;
        number = number * 10 + (c - '0');
    }
    return number;
}

std::optional<DocumentKind> kindOf(char letter)
{
    for (DocumentKind kind : {DocumentKind::Order, DocumentKind::Delivery, DocumentKind::Receipt,
             DocumentKind::Quotation, DocumentKind::Claim})
        if (static_cast<char>(kind) == letter)
            return kind;
    return std::nullopt;
}

/// The running number ends the text and begins after the last letter.
std::optional<int> readRunning(std::string_view digits)
{
    if (digits.size() < 2 || digits.size() > 6 || (digits.size() > 2 && digits.front() == '0'))
        return std::nullopt;
    const auto running = readNumber(digits);
    return running && *running > 0 ? running : std::nullopt;
}

} // namespace

std::string formatDocumentNumber(const DocumentNumber& number)
{
    assert(number.date.isValid() && number.date.year() >= firstYear && number.date.year() <= lastYear);
    assert(isDeviceCode(number.deviceCode) && number.running >= 1 && number.running <= maxRunningNumber);
    std::string text(1, static_cast<char>(number.kind));
    text += padded(number.date.yyyymmdd % 1'000'000, 6);
    return text + "-" + number.deviceCode + padded(number.running, 2);
}

std::optional<DocumentNumber> parseDocumentNumber(std::string_view typed)
{
    std::string text = foldTyped(typed);
    std::ranges::transform(text, text.begin(), [](char c) { return c >= 'a' && c <= 'z' ? char(c - 'a' + 'A') : c; });
    if (text.size() <= headLength || text[headLength - 1] != '-')
        return std::nullopt;
    const std::string_view tail = std::string_view(text).substr(headLength);
    const auto lastLetter = std::find_if(tail.rbegin(), tail.rend(), isLetter);
    const auto codeLength = static_cast<std::size_t>(tail.rend() - lastLetter);
    const auto kind = kindOf(text.front());
    const auto yymmdd = readNumber(std::string_view(text).substr(1, 6));
    const auto running = readRunning(tail.substr(codeLength));
    if (!kind || !yymmdd || !running || !isDeviceCode(tail.substr(0, codeLength)))
        return std::nullopt;
    const Date date{firstYear * 10'000 + *yymmdd};
    if (!date.isValid())
        return std::nullopt;
    return DocumentNumber{*kind, date, std::string(tail.substr(0, codeLength)), *running};
}

std::optional<std::string> enrolledDeviceCode(int index)
{
    if (index < 0 || index >= maxEnrolledCodes)
        return std::nullopt;
    std::string code;
    for (int rest = index + 1; rest > 0; rest = (rest - 1) / letters)
        code.insert(code.begin(), static_cast<char>('A' + (rest - 1) % letters));
    return code;
}

std::string provisionalDeviceCode(RandomSource& random)
{
    const auto pick = [&](std::string_view from) { return from[random.next64() % from.size()]; };
    const char first = pick(clearLetters);
    const char middle = pick(clearDigits);
    return {first, middle, pick(clearLetters)};
}

bool isProvisionalDeviceCode(std::string_view code)
{
    return code.size() == 3 && clearLetters.contains(code[0]) && clearDigits.contains(code[1])
        && clearLetters.contains(code[2]);
}

bool isDeviceCode(std::string_view code)
{
    const bool enrolled = !code.empty() && code.size() <= 3 && std::ranges::all_of(code, isLetter);
    return enrolled || isProvisionalDeviceCode(code);
}

} // namespace dure
