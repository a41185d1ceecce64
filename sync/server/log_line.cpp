#include "sync/server/log_line.h"

#include "sync/server/system_clock.h"

#include <cstdio>

namespace dure::server {

std::string jsonText(std::string_view text)
{
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') {
            out += '\\';
            out += c;
        } else if (c == '\n') {
            out += "\\n";
        } else if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) {
            char escape[8];
            std::snprintf(escape, sizeof escape, "\\u%04x", static_cast<unsigned>(c));
            out += escape;
        } else {
            out += c;
        }
    }
    out += '"';
    return out;
}

LogLine::LogLine(std::string_view event)
    : m_line("{\"ms\":" + std::to_string(SystemClock().nowMs()) + ",\"event\":" + jsonText(event))
{ }

LogLine::~LogLine()
{
    m_line += "}\n";
    std::fwrite(m_line.data(), 1, m_line.size(), stderr); // one call: lines of different threads do not mix
}

LogLine& LogLine::add(std::string_view name, std::string_view value)
{
    m_line.append(",").append(jsonText(name)).append(":").append(jsonText(value));
    return *this;
}

LogLine& LogLine::add(std::string_view name, std::int64_t value)
{
    m_line.append(",").append(jsonText(name)).append(":").append(std::to_string(value));
    return *this;
}

} // namespace dure::server
