#pragma once
#include "core/domain/content_hash.h"

#include <cstdint>
#include <stdexcept>
#include <string>
#include <vector>

namespace dure::simulation {

/// A property that does not hold: what, and where it was seen.
struct Violation : std::runtime_error
{
    using std::runtime_error::runtime_error;
};

/// What happened, in order. Its hash is equal exactly if two runs did the same; the lines are kept on demand.
class Trace
{
public:
    explicit Trace(bool keepLines)
        : m_keepLines(keepLines)
    { }

    void note(std::int64_t nowMs, const std::string& line)
    {
        m_hash = hashBytes(line, m_hash ^ static_cast<std::uint64_t>(nowMs));
        if (m_keepLines)
            m_lines.push_back(std::to_string(nowMs) + " " + line);
    }

    std::uint64_t hash() const { return m_hash; }
    const std::vector<std::string>& lines() const { return m_lines; }

private:
    bool m_keepLines;
    std::uint64_t m_hash = 0;
    std::vector<std::string> m_lines;
};

} // namespace dure::simulation
