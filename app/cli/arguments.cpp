#include "app/cli/arguments.h"

#include <algorithm>
#include <charconv>

namespace dure::cli {

std::expected<Arguments, std::string> Arguments::parse(
    std::span<const std::string> words, std::span<const OptionSpec> known)
{
    Arguments arguments;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (word == "--") {
            arguments.m_positional.insert(
                arguments.m_positional.end(), words.begin() + static_cast<std::ptrdiff_t>(i) + 1, words.end());
            break;
        }
        if (!word.starts_with("--")) {
            if (word.size() > 1 && word.starts_with('-'))
                return std::unexpected("options begin with two dashes: " + word);
            arguments.m_positional.push_back(word);
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
        const auto spec = std::ranges::find(known, name, &OptionSpec::name);
        if (spec == known.end())
            return std::unexpected("there is no option --" + name);
        std::string value;
        if (equals != std::string::npos) {
            if (spec->value.empty())
                return std::unexpected("--" + name + " takes no value");
            value = word.substr(equals + 1);
        } else if (!spec->value.empty()) {
            if (++i == words.size())
                return std::unexpected("--" + name + " needs its " + std::string(spec->value));
            value = words[i];
        }
        if (!arguments.m_options.emplace(name, std::move(value)).second)
            return std::unexpected("--" + name + " is given twice");
    }
    return arguments;
}

const std::string& Arguments::value(std::string_view name) const
{
    static const std::string none;
    const auto found = m_options.find(name);
    return found == m_options.end() ? none : found->second;
}

std::expected<std::int64_t, std::string> Arguments::integer(
    std::string_view name, std::int64_t otherwise, std::int64_t min, std::int64_t max) const
{
    if (!has(name))
        return otherwise;
    const std::string& text = value(name);
    std::int64_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc() || end != text.data() + text.size() || number < min || number > max)
        return std::unexpected("--" + std::string(name) + " wants a number from " + std::to_string(min) + " to "
            + std::to_string(max) + ", not " + text);
    return number;
}

} // namespace dure::cli
