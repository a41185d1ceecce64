#pragma once
#include <string>
#include <string_view>

namespace dure {

/// What an input method or a paste from Excel leaves in a number, date or phone field, brought to ASCII: full-width
/// letters, digits and signs, no-break and ideographic blanks, tabs and line ends to a blank, every dash and minus to
/// '-'. All else is kept byte for byte, and blanks at both ends are cut.
std::string foldTyped(std::string_view utf8);

} // namespace dure
