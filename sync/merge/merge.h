#pragma once
#include "core/domain/mutation.h"
#include "sync/merge/versions.h"

#include <vector>

/// Field-level, state-based merge (DESIGN §3.9–3.11). Pure functions: no clock, no storage, the same answer everywhere.
namespace dure::merge {

/// A row while a mutation is merged into it.
struct MergeRow
{
    Row row;
    bool deleted = false;
    Versions versions;
    bool changed = false; ///< it must be written and gets a new seq
};

/// Stored in the conflict table.
enum class ConflictKind : std::uint8_t {
    Field = 0, ///< two people set the same unit to different values
    DeleteKept = 1, ///< a delete met a concurrent change: nothing was deleted
    Revived = 2, ///< a change met a concurrent delete: the aggregate lives again
};

/// One value that did not come through, with the one that did. `base` is filled by the caller, who has the history.
struct FieldConflict
{
    ConflictKind kind = ConflictKind::Field;
    TableId table = TableId::Customer;
    Uuid row;
    std::string unit; ///< a group's or a column's name; empty for deletes
    Fields winner;
    Fields loser;
    bool incomingWon = false;
    UnitVersion other; ///< who wrote what stood there
    TableId otherTable = TableId::Customer; ///< and in which row: a delete meets changes to any row of its aggregate
    Uuid otherRow;
    std::int64_t base = 0; ///< the seq the incoming change was based on
};

/// The name of the unit a column belongs to: its group, or itself.
std::string_view unitOf(const Column& column);

/// A smaller skew cannot be told from the time a push takes on its way, and counts as none: otherwise the slower line
/// would win.
inline constexpr std::int64_t leastSkewMs = 2000;

/// Corrected time of a mutation (DESIGN §3.9): its clock less the skew seen at push, not before the server's time of
/// its base, not after now, never behind the incarnation's last one. Milliseconds.
std::int64_t correctedTime(
    std::int64_t at, std::int64_t skew, std::int64_t baseTime, std::int64_t now, std::int64_t lastAt);

/// Creates the row's content. Precondition: the row did not exist, or lies deleted and is created anew.
void mergeCreate(const Table& table, MergeRow& target, const Change& change, const UnitVersion& author);

/// Merges changed fields into a row that exists. A unit nobody else wrote since `base` takes the new value; equal
/// values never conflict; otherwise the later corrected time wins (equal times: the larger incarnation) and the other
/// value goes into `conflicts`. Precondition: of a group the change carries all fields or none.
void mergePut(const Table& table, MergeRow& target, const Change& change, const UnitVersion& author,
    std::vector<FieldConflict>& conflicts);

/// What the author of a delete has not seen and would bury with this row, if anything.
std::optional<UnitVersion> unseenByDelete(const MergeRow& target, std::int64_t base, const Uuid& author);
/// Whether the row lies deleted by somebody else, unseen by the author: then a change revives it.
bool revives(const MergeRow& target, std::int64_t base, const Uuid& author);

void markDeleted(MergeRow& target, const UnitVersion& author);
/// Somebody else made the same row too: a delete that has not seen that does not win over it.
void markMadeAgain(MergeRow& target, const UnitVersion& author);
void markRevived(MergeRow& target, const UnitVersion& author);

} // namespace dure::merge
