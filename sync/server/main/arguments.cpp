#include "sync/server/main/arguments.h"

#include <algorithm>
#include <charconv>

namespace dure::server {

std::expected<Arguments, std::string> Arguments::parse(
    std::span<const OptionSpec> specs, std::span<const std::string_view> typed)
{
    Arguments arguments;
    for (std::size_t i = 0; i < typed.size(); ++i) {
        const std::size_t equals = typed[i].starts_with("--") ? typed[i].find('=') : std::string_view::npos;
        const std::string_view name = typed[i].substr(0, equals);
        const auto spec = std::ranges::find(specs, name, &OptionSpec::name);
        if (spec == specs.end())
            return std::unexpected("unknown option: " + std::string(name));
        std::string_view value;
        if (equals != std::string_view::npos)
            value = typed[i].substr(equals + 1);
        else if (!spec->value.empty() && i + 1 < typed.size())
            value = typed[++i];
        if (spec->value.empty() != value.empty())
            return std::unexpected(std::string(name)
                + (spec->value.empty() ? " takes no value" : " needs a value: " + std::string(spec->value)));
        if (!arguments.m_values.emplace(spec->name, value).second)
            return std::unexpected(std::string(name) + " is given twice");
    }
    for (const OptionSpec& spec : specs)
        if (spec.required && !arguments.has(spec.name))
            return std::unexpected(std::string(spec.name) + " " + std::string(spec.value) + " is missing");
    return arguments;
}

std::string Arguments::text(std::string_view name, std::string_view otherwise) const
{
    const auto found = m_values.find(name);
    return std::string(found == m_values.end() ? otherwise : found->second);
}

std::expected<int, std::string> Arguments::number(std::string_view name, int otherwise, int least, int most) const
{
    const auto found = m_values.find(name);
    if (found == m_values.end())
        return otherwise;
    const std::string_view digits = found->second;
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc() || end != digits.data() + digits.size() || value < least || value > most)
        return std::unexpected(
            std::string(name) + " takes a number from " + std::to_string(least) + " to " + std::to_string(most));
    return value;
}

} // namespace dure::server
