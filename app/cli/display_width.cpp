#include "app/cli/display_width.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace dure::cli {

namespace {

struct Character
{
    char32_t code = 0;
    std::size_t bytes = 1;
    bool valid = false;
};

Character characterAt(std::string_view text, std::size_t at)
{
    const auto lead = static_cast<std::uint8_t>(text[at]);
    if (lead < 0x80)
        return {lead, 1, true};
    const std::size_t bytes = lead >= 0xf0 && lead < 0xf5 ? 4 : lead >= 0xe0 && lead < 0xf0 ? 3 : lead >= 0xc2 ? 2 : 1;
    if (bytes == 1 || lead >= 0xf5 || at + bytes > text.size())
        return {};
    char32_t code = lead & (0xffU >> (bytes + 1));
    for (std::size_t i = 1; i < bytes; ++i) {
        const auto next = static_cast<std::uint8_t>(text[at + i]);
        if ((next & 0xc0) != 0x80)
            return {};
        code = code << 6 | (next & 0x3fU);
    }
    return {code, bytes, true};
}

struct Range
{
    char32_t first, last;
};

constexpr std::array<Range, 13> wide = {{
    {0x1100, 0x115f},
    {0x2e80, 0x303e},
    {0x3041, 0x33ff},
    {0x3400, 0x4dbf},
    {0x4e00, 0x9fff},
    {0xa000, 0xa4cf},
    {0xac00, 0xd7a3},
    {0xf900, 0xfaff},
    {0xfe30, 0xfe6f},
    {0xff00, 0xff60},
    {0xffe0, 0xffe6},
    {0x1f300, 0x1faff},
    {0x20000, 0x3fffd},
}};
constexpr std::array<Range, 6> combining = {{
    {0x0300, 0x036f},
    {0x1160, 0x11ff},
    {0x200b, 0x200f},
    {0x202a, 0x202e},
    {0x20d0, 0x20ff},
    {0xfe00, 0xfe0f},
}};

template <std::size_t N> bool isIn(const std::array<Range, N>& ranges, char32_t code)
{
    return std::ranges::any_of(ranges, [code](Range range) { return code >= range.first && code <= range.last; });
}

std::size_t widthOf(char32_t code)
{
    if (code < 0x300)
        return 1;
    if (isIn(combining, code))
        return 0;
    return isIn(wide, code) ? 2 : 1;
}

} // namespace

std::size_t displayWidth(std::string_view utf8)
{
    std::size_t width = 0;
    for (std::size_t at = 0; at < utf8.size();) {
        const Character character = characterAt(utf8, at);
        width += widthOf(character.code);
        at += character.bytes;
    }
    return width;
}

std::string cutToWidth(std::string_view utf8, std::size_t columns)
{
    if (displayWidth(utf8) <= columns)
        return std::string(utf8);
    std::size_t width = 0;
    std::size_t at = 0;
    while (at < utf8.size()) {
        const Character character = characterAt(utf8, at);
        if (width + widthOf(character.code) + 1 > columns)
            break;
        width += widthOf(character.code);
        at += character.bytes;
    }
    return std::string(utf8.substr(0, at)) + "…";
}

std::string printable(std::string_view utf8)
{
    std::string text;
    text.reserve(utf8.size());
    for (std::size_t at = 0; at < utf8.size();) {
        const Character character = characterAt(utf8, at);
        // also the C1 controls and the marks that turn the direction of writing
        const bool control = character.code < 0x20 || (character.code >= 0x7f && character.code < 0xa0)
            || (character.code >= 0x202a && character.code <= 0x202e)
            || (character.code >= 0x2066 && character.code <= 0x2069);
        if (!character.valid)
            text += '?';
        else if (control)
            text += ' ';
        else
            text += utf8.substr(at, character.bytes);
        at += character.bytes;
    }
    return text;
}

} // namespace dure::cli
