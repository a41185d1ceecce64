#pragma once
#include "core/domain/uuid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dure::merge {

/// Who last wrote a merge unit (a field, or a declared group of fields), and when.
struct UnitVersion
{
    std::int64_t seq = 0; ///< 0: written by the mutation being merged, its seq comes with stamp()
    std::int64_t at = 0; ///< corrected time, ms
    Uuid incarnation;
    std::int64_t n = 0;

    bool operator==(const UnitVersion&) const = default;
};

/// The versions of one row's units. Most rows were written once, so what was written by the create is kept as one
/// default and only later units are named.
class Versions
{
public:
    /// A unit never named has the default's version.
    const UnitVersion& of(std::string_view unit) const;
    void set(std::string_view unit, const UnitVersion& version);
    /// The row is created (or created again): all units are this version's.
    void setAll(const UnitVersion& version);
    /// Gives the mutation's own units their seq.
    void stamp(std::int64_t seq);

    /// The latest write after `base` by another incarnation than `author`, if any.
    std::optional<UnitVersion> changeByOthers(std::int64_t base, const Uuid& author) const;

    const std::optional<UnitVersion>& deletion() const { return m_deletion; }
    void setDeletion(std::optional<UnitVersion> version) { m_deletion = std::move(version); }

    std::string encode() const;
    /// nullopt: not something encode() wrote.
    static std::optional<Versions> decode(std::string_view text);

    bool operator==(const Versions&) const = default;

private:
    UnitVersion m_default;
    std::vector<std::pair<std::string, UnitVersion>> m_units;
    std::optional<UnitVersion> m_deletion;
};

} // namespace dure::merge
