#pragma once
#include <cstdint>
#include <expected>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dure::cli {

struct OptionSpec
{
    std::string_view name; ///< without the dashes
    std::string_view value; ///< how help calls its value ("URL"); empty: a switch
    std::string_view help;
};

/// What stood behind the verb, checked against what the verb knows.
class Arguments
{
public:
    /// `--name value`, `--name=value`, switches, positional words in between; `--` ends the options. Options are given
    /// once. The error is a sentence.
    static std::expected<Arguments, std::string> parse(
        std::span<const std::string> words, std::span<const OptionSpec> known);

    bool has(std::string_view name) const { return m_options.contains(name); }
    /// Empty if absent.
    const std::string& value(std::string_view name) const;
    const std::vector<std::string>& positional() const { return m_positional; }
    /// `otherwise` if absent; the error is a sentence.
    std::expected<std::int64_t, std::string> integer(
        std::string_view name, std::int64_t otherwise, std::int64_t min, std::int64_t max) const;

private:
    std::map<std::string, std::string, std::less<>> m_options;
    std::vector<std::string> m_positional;
};

} // namespace dure::cli
