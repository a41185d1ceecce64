#pragma once
#include <expected>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dure::server {

struct OptionSpec
{
    std::string_view name; ///< "--data"
    std::string_view value; ///< "DIR", or empty: a flag
    std::string_view help;
    bool required = false;
};

/// The options of one verb, checked against what it knows.
class Arguments
{
public:
    /// A message for whoever typed it: unknown, without its value, twice, or missing.
    static std::expected<Arguments, std::string> parse(
        std::span<const OptionSpec> specs, std::span<const std::string_view> typed);

    bool has(std::string_view name) const { return m_values.contains(name); }
    std::string text(std::string_view name, std::string_view otherwise = {}) const;
    /// A number from `least` to `most`; the message otherwise.
    std::expected<int, std::string> number(std::string_view name, int otherwise, int least, int most) const;

private:
    std::map<std::string_view, std::string_view> m_values;
};

} // namespace dure::server
