#pragma once
#include <cstddef>
#include <string>
#include <string_view>

namespace dure::cli {

/// How many columns of a terminal the text fills: a Hangul syllable, a Chinese character or a full-width sign fills two
/// (Unicode Standard Annex 11), a combining mark none.
std::size_t displayWidth(std::string_view utf8);

/// At most that wide, with "…" where something was cut off.
std::string cutToWidth(std::string_view utf8, std::size_t columns);

/// Text from a file or another PC cannot steer the terminal: control characters become blanks, broken bytes "?".
std::string printable(std::string_view utf8);

} // namespace dure::cli
