#pragma once
#include <string>
#include <string_view>

namespace dure::exchange {

/// A spreadsheet runs a CSV cell beginning with one of these as a formula, whoever typed it (CWE-1236).
inline bool beginsLikeFormula(std::string_view text)
{
    return !text.empty() && std::string_view("=+-@\t\r").find(text.front()) != std::string_view::npos;
}

/// An apostrophe in front makes such text harmless. Text that already has apostrophes there gets one more, so that
/// taking one away always gives the original back.
inline bool needsTextMark(std::string_view text)
{
    const auto body = text.find_first_not_of('\'');
    return body != std::string_view::npos && beginsLikeFormula(text.substr(body));
}

inline void removeTextMark(std::string& text)
{
    if (text.starts_with('\'') && needsTextMark(text))
        text.erase(0, 1);
}

} // namespace dure::exchange
