#pragma once
#include "core/domain/schema.h"

/// Who may do what: the one table, enforced by the cloud and read by the client to offer nothing that is forbidden.
/// Rows are judged by their table's readers and writers (schema.cpp), everything else by what stands here. Pure.
namespace dure {

enum class Action : std::uint8_t { Read, Write };

/// Conflict rows are read with the table they speak of: whoever reads one table of a space reads them all.
constexpr bool mayAccess(std::uint8_t role, const Table& table, Action action)
{
    if (action == Action::Read)
        return (table.readers & role) != 0;
    return table.policy != WritePolicy::ServerOnly && (table.writers & role) != 0;
}

/// What can be done in a space beside reading and writing rows.
enum class Right : std::uint8_t {
    Sync, ///< push, pull and the like: what they may carry is judged by table
    SeeMembers, ///< members, and invitations that wait
    ManageMembers, ///< invite, change and end roles
    SeeDevices, ///< every member's devices
    RevokeDevices,
    ResetPasswords, ///< make a one-time code for somebody who forgot the password
    DecideHandovers, ///< take over or drop the work that revoked devices handed in
    ReadFiles, ///< the files that attachment rows name
    WriteFiles,
};
inline constexpr int rightCount = 9;

/// The roles that have the right in a space of this kind.
std::uint8_t rolesWith(SpaceKind kind, Right right);
/// `role`: one bit of Role, or 0 for nobody.
inline bool mayDo(std::uint8_t role, SpaceKind kind, Right right) { return (rolesWith(kind, right) & role) != 0; }

/// The roles that exist in a space of this kind.
std::uint8_t rolesIn(SpaceKind kind);
/// A coordinator is let in until a day; all other roles last until they are ended.
inline bool needsEnd(std::uint8_t role, SpaceKind kind) { return role == Coordinator && kind == SpaceKind::Company; }
/// Whether a second factor is offered to who has this role anywhere.
inline bool maySecondFactor(std::uint8_t role) { return (role & (Owner | Operator)) != 0; }

/// Whether anything of the space can be changed by this role, so that a client need not offer to.
bool mayWriteAnything(std::uint8_t role, SpaceKind kind);

} // namespace dure
