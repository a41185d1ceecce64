#pragma once
#include "core/domain/schema.h"

#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace dure {

/// Limits of one mutation (DESIGN §3.5). The server refuses more, commands never make more.
inline constexpr std::size_t maxChangesPerMutation = 500;
inline constexpr std::size_t maxMutationBytes = 1024 * 1024;

/// Delete is answered for the whole aggregate by the merge.
enum class Op : std::uint8_t { Create, Put, Delete };

/// Fields by declared position; what this version does not know stays in `extra`, the text of a JSON object or empty.
struct Fields
{
    std::vector<std::pair<int, Value>> known;
    std::string extra;

    bool operator==(const Fields&) const = default;
};

/// One row's part of a mutation. `base` is the seq of the server image the user saw (0: none).
struct Change
{
    TableId table = TableId::Customer;
    Uuid row;
    std::int64_t base = 0;
    Op op = Op::Put;
    Fields fields;

    bool operator==(const Change&) const = default;
};

/// What one user action did in one space, applied whole or not at all (DESIGN §3.5).
struct Mutation
{
    Uuid user;
    std::int64_t at = 0; ///< the device's clock, ms
    std::string intent; ///< the command's name: "save_order"
    Uuid batch; ///< nil, or what a larger action (an import) shares
    std::vector<Change> changes;

    bool operator==(const Mutation&) const = default;
};

/// Which rows a command or an applied page touched. Screens decide from it what to read again.
struct ChangeSet
{
    struct Touched
    {
        TableId table;
        Uuid id;
        Uuid root; ///< the aggregate's root, or the row itself
    };
    std::vector<Touched> rows;
    bool everything = false; ///< too many to name (first sync, an import): read all again

    void add(TableId table, const Uuid& id, const Uuid& root) { rows.push_back({table, id, root}); }
    bool empty() const { return rows.empty() && !everything; }
    bool touches(TableId table) const
    {
        if (everything)
            return true;
        for (const Touched& row : rows)
            if (row.table == table)
                return true;
        return false;
    }
};

} // namespace dure
