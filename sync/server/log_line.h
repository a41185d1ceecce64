#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace dure::server {

/// `text` as a JSON string, with its quotes.
std::string jsonText(std::string_view text);

/// One line of JSON on standard error, written when it goes out of scope. Never put a name, an e-mail, a token or what
/// a row holds into it.
class LogLine
{
public:
    explicit LogLine(std::string_view event);
    ~LogLine();
    LogLine(const LogLine&) = delete;
    LogLine& operator=(const LogLine&) = delete;

    LogLine& add(std::string_view name, std::string_view value);
    LogLine& add(std::string_view name, std::int64_t value);

private:
    std::string m_line;
};

} // namespace dure::server
