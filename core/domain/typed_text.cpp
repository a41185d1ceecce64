#include "core/domain/typed_text.h"

namespace dure {

namespace {

/// The ASCII stand-in of the three-byte (or two-byte) sequence at the start of `text`, or 0. `length` is its size.
char asciiFor(std::string_view text, std::size_t& length)
{
    const auto byte = [&](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    length = 2;
    if (byte(0) == 0xc2 && byte(1) == 0xa0) // U+00A0 no-break space
        return ' ';
    length = 3;
    const unsigned code = (byte(0) & 0x0fU) << 12 | (byte(1) & 0x3fU) << 6 | (byte(2) & 0x3fU);
    if ((byte(0) & 0xf0U) != 0xe0 || (byte(1) & 0xc0U) != 0x80 || (byte(2) & 0xc0U) != 0x80)
        return 0;
    if (code >= 0xff01 && code <= 0xff5e) // full-width forms lie in ASCII's order
        return static_cast<char>(code - 0xff01 + '!');
    if (code == 0x3000)
        return ' ';
    if (code == 0x2212 || (code >= 0x2010 && code <= 0x2015))
        return '-';
    return 0;
}

} // namespace

std::string foldTyped(std::string_view utf8)
{
    std::string folded;
    folded.reserve(utf8.size());
    for (std::size_t i = 0; i < utf8.size();) {
        std::size_t length = 1;
        const char c = utf8[i];
        if (c == '\t' || c == '\r' || c == '\n') {
            folded += ' ';
        } else if (static_cast<unsigned char>(c) < 0x80) {
            folded += c;
        } else if (const char ascii = asciiFor(utf8.substr(i), length)) {
            folded += ascii;
        } else {
            length = 1;
            folded += c;
        }
        i += length;
    }
    const std::size_t first = folded.find_first_not_of(' ');
    if (first == std::string::npos)
        return {};
    return folded.substr(first, folded.find_last_not_of(' ') - first + 1);
}

} // namespace dure
