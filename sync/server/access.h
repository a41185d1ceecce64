#pragma once
#include "core/domain/schema.h"

namespace dure::server {

enum class Action : std::uint8_t { Read, Write };

/// The one place where access to a table is decided. Conflict rows are read with the table they speak of, which all
/// readers of a company space may read in this version.
inline bool mayAccess(std::uint8_t role, const Table& table, Action action)
{
    if (action == Action::Read)
        return (table.readers & role) != 0;
    return table.policy != WritePolicy::ServerOnly && (table.writers & role) != 0;
}

} // namespace dure::server
