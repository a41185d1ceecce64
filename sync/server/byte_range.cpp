#include "sync/server/byte_range.h"

#include <charconv>

namespace dure::server {

namespace {

/// Takes a number that is written in full and plainly.
std::optional<std::int64_t> takeNumber(std::string_view& text)
{
    std::int64_t number = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (problem != std::errc() || number < 0 || text.front() == '-')
        return std::nullopt;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()));
    return number;
}

bool take(std::string_view& text, std::string_view word)
{
    if (!text.starts_with(word))
        return false;
    text.remove_prefix(word.size());
    return true;
}

} // namespace

std::optional<ByteRange> readRange(std::string_view text)
{
    if (!take(text, "bytes="))
        return std::nullopt;
    const auto first = takeNumber(text);
    if (!first || !take(text, "-"))
        return std::nullopt;
    const auto last = takeNumber(text);
    return last && text.empty() && *last >= *first ? std::optional(ByteRange{*first, *last}) : std::nullopt;
}

std::optional<ByteRange> readContentRange(std::string_view text)
{
    if (!take(text, "bytes "))
        return std::nullopt;
    const auto first = takeNumber(text);
    if (!first || !take(text, "-"))
        return std::nullopt;
    const auto last = takeNumber(text);
    if (!last || !take(text, "/"))
        return std::nullopt;
    const auto size = takeNumber(text);
    const bool isRight = size && text.empty() && *last >= *first && *last < *size;
    return isRight ? std::optional(ByteRange{*first, *last, *size}) : std::nullopt;
}

} // namespace dure::server
