#include "sync/merge/versions.h"

#include <charconv>

namespace dure::merge {

namespace {

/// "name=seq,at,n,incarnation;" – names are column or group names, so none of the signs occurs in them.
void append(std::string& out, std::string_view name, const UnitVersion& version)
{
    out.append(name).append("=").append(std::to_string(version.seq)).append(",").append(std::to_string(version.at));
    out.append(",").append(std::to_string(version.n)).append(",").append(version.incarnation.toString()).append(";");
}

bool takeInteger(std::string_view& text, std::int64_t& value)
{
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end == text.data() + text.size() || *end != ',')
        return false;
    text.remove_prefix(static_cast<std::size_t>(end - text.data()) + 1);
    return true;
}

std::optional<UnitVersion> parse(std::string_view text)
{
    UnitVersion version;
    if (!takeInteger(text, version.seq) || !takeInteger(text, version.at) || !takeInteger(text, version.n))
        return std::nullopt;
    const auto incarnation = Uuid::fromString(text);
    if (!incarnation)
        return std::nullopt;
    version.incarnation = *incarnation;
    return version;
}

constexpr std::string_view defaultName = "*";
constexpr std::string_view deletionName = "-";

} // namespace

const UnitVersion& Versions::of(std::string_view unit) const
{
    for (const auto& [name, version] : m_units)
        if (name == unit)
            return version;
    return m_default;
}

void Versions::set(std::string_view unit, const UnitVersion& version)
{
    for (auto& [name, existing] : m_units) {
        if (name == unit) {
            existing = version;
            return;
        }
    }
    m_units.emplace_back(unit, version);
}

void Versions::setAll(const UnitVersion& version)
{
    m_default = version;
    m_units.clear();
}

void Versions::stamp(std::int64_t seq)
{
    if (m_default.seq == 0)
        m_default.seq = seq;
    for (auto& [name, version] : m_units)
        if (version.seq == 0)
            version.seq = seq;
    if (m_deletion && m_deletion->seq == 0)
        m_deletion->seq = seq;
}

std::optional<UnitVersion> Versions::changeByOthers(std::int64_t base, const Uuid& author) const
{
    std::optional<UnitVersion> latest;
    const auto look = [&](const UnitVersion& version) {
        if (version.seq > base && version.incarnation != author && (!latest || version.seq > latest->seq))
            latest = version;
    };
    look(m_default);
    for (const auto& [name, version] : m_units)
        look(version);
    return latest;
}

std::string Versions::encode() const
{
    std::string text;
    append(text, defaultName, m_default);
    for (const auto& [name, version] : m_units)
        append(text, name, version);
    if (m_deletion)
        append(text, deletionName, *m_deletion);
    return text;
}

std::optional<Versions> Versions::decode(std::string_view text)
{
    Versions versions;
    while (!text.empty()) {
        const std::size_t equals = text.find('=');
        const std::size_t end = text.find(';');
        if (equals == std::string_view::npos || end == std::string_view::npos || end < equals)
            return std::nullopt;
        const auto version = parse(text.substr(equals + 1, end - equals - 1));
        if (!version)
            return std::nullopt;
        const std::string_view name = text.substr(0, equals);
        if (name == defaultName)
            versions.m_default = *version;
        else if (name == deletionName)
            versions.m_deletion = *version;
        else
            versions.m_units.emplace_back(name, *version);
        text.remove_prefix(end + 1);
    }
    return versions;
}

} // namespace dure::merge
