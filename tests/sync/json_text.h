#pragma once
#include <algorithm>
#include <string>

namespace dure {

/// JSON as it is easily read in a test: single quotes stand for double ones. (Qt 6.4's moc cannot read raw strings.)
inline std::string json(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

} // namespace dure
