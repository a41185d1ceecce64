#include "core/domain/access.h"

#include <algorithm>
#include <array>

namespace dure {

namespace {

constexpr std::uint8_t anyRole = Owner | Executive | Staff | Coordinator | Association | Operator;

struct Row
{
    SpaceKind kind;
    std::uint8_t roles; ///< that exist there
    std::array<std::uint8_t, rightCount> rights; ///< in the order of Right
};

// Files go with the table of attachments, which only companies have: who reads and writes its rows.
// An executive looks and changes nothing; of a company's people and devices only the owner decides. Nothing of a
// company is an association's or an operator's: they meet it in its service space (DESIGN §3.1).
constexpr std::array<Row, 4> rows = {{
    {SpaceKind::Company, Owner | Executive | Staff | Coordinator,
        {anyRole, Owner | Executive, Owner, Owner | Executive, Owner, Owner, Owner,
            Owner | Executive | Staff | Coordinator, Owner | Staff}},
    {SpaceKind::Service, anyRole,
        {anyRole, Owner | Executive | Association | Operator, Owner, Owner | Executive, Owner, 0, Owner, 0, 0}},
    {SpaceKind::Room, Owner | Executive | Staff | Association,
        {anyRole, Owner | Executive | Staff | Association, Owner, Owner | Executive, Owner, 0, Owner, 0, 0}},
    {SpaceKind::Platform, anyRole, {anyRole, Operator, Operator, Operator, Operator, Operator, Operator, 0, 0}},
}};

const Row& rowOf(SpaceKind kind) { return rows[static_cast<std::size_t>(kind)]; }

} // namespace

std::uint8_t rolesWith(SpaceKind kind, Right right) { return rowOf(kind).rights[static_cast<std::size_t>(right)]; }

std::uint8_t rolesIn(SpaceKind kind) { return rowOf(kind).roles; }

bool mayWriteAnything(std::uint8_t role, SpaceKind kind)
{
    return std::ranges::any_of(
        allTables(), [&](const Table& table) { return table.space == kind && mayAccess(role, table, Action::Write); });
}

} // namespace dure
