#pragma once
#include "sync/merge/merge.h"
#include "sync/protocol/codec.h"
#include "sync/server/space_service.h"
#include "sync/server/space_store.h"

#include <map>
#include <optional>
#include <set>
#include <vector>

namespace dure::server {

/// Merges one mutation into a space: first everything is judged and worked out in memory, then written, so that a
/// rejection leaves no trace. Works inside the caller's write session.
class MutationMerger
{
public:
    MutationMerger(SpaceSession& session, SpaceKind kind, const Actor& actor, const merge::UnitVersion& author)
        : m_session(session)
        , m_kind(kind)
        , m_actor(actor)
        , m_author(author)
    { }

    /// Why the mutation can never be applied, or nothing.
    std::optional<protocol::MutationProblem> plan(const Mutation& mutation);
    /// Writes what plan() worked out. `head` is the last seq used; returns the new one.
    std::int64_t write(std::int64_t head, std::int64_t nowMs);

private:
    using Key = RowKey;
    struct Planned
    {
        std::optional<StoredRow> before;
        merge::MergeRow row;
        bool exists = false; ///< lives or lies as a tombstone
        Op op = Op::Put;
        std::optional<merge::MergeRow> buried; ///< as it was before this mutation deleted it
        std::int64_t deleteBase = 0; ///< on which that delete was based
    };
    using Problem = std::optional<protocol::MutationProblem>;

    Problem check(const Change& change) const;
    Problem planCreate(const Table& table, const Change& change);
    Problem planPut(const Table& table, const Change& change);
    void planDeletes(std::vector<const Change*> deletes);
    void deleteAggregate(const Change& root, const std::vector<const Change*>& deletes);
    void deleteChild(const Change& change);
    void reviveAggregate(const Table& table, const Planned& member, std::int64_t base);
    void reviveNamed();
    void bringBack(const Key& root, const Key& member, const std::optional<merge::UnitVersion>& whole,
        const std::optional<merge::UnitVersion>& own, std::int64_t base);
    void revive(const StoredRow& stored, const merge::UnitVersion& deletion, std::int64_t base, bool isNamed);
    void bury(const Key& key, std::int64_t base);
    void unburyWith(std::vector<Key> kept);
    std::vector<Key> unbury(const std::set<Key>& roots);
    Key rootKeyOf(const Key& member) const;
    std::vector<StoredRow> aggregateOf(const Key& root);
    void reviveUsersOf(const Key& revived, const merge::UnitVersion& deletion, std::int64_t base);
    Problem missingRoot(const Change& change);
    bool movesAmounts(const Key& key, const Planned& planned) const;
    void settleOrders();
    void noteUntyped(const Row& before, const Planned& order);
    struct Reason
    {
        merge::UnitVersion change;
        Key where;
    };
    std::optional<Reason> useOf(const Key& named);
    merge::UnitVersion versionOfUse(const Key& user, const Key& named) const;
    void noteUses(const Key& user);
    /// `other`: the delete that was undone, or the change that kept the aggregate; it was made in row `where`.
    void noteDeleteConflict(
        merge::ConflictKind kind, const Key& key, std::int64_t base, const merge::UnitVersion& other, const Key& where);

    Planned& load(TableId table, const Uuid& id);
    Planned& adopt(const StoredRow& stored);
    std::int64_t writeRow(TableId table, Planned& planned, std::int64_t seq, std::int64_t nowMs);
    std::int64_t writeConflict(const merge::FieldConflict& conflict, std::int64_t seq, std::int64_t nowMs);
    Uuid conflictId(const merge::FieldConflict& conflict);
    std::string baseValue(
        const merge::FieldConflict& conflict, const std::vector<protocol::HistoryEntry>& history) const;

    SpaceSession& m_session;
    SpaceKind m_kind;
    const Actor& m_actor;
    merge::UnitVersion m_author;
    std::map<Key, Planned> m_planned;
    /// By what is named: the planned rows that name it. Made when deletes are decided.
    std::optional<std::multimap<Key, Key>> m_users;
    std::vector<Key> m_order; ///< rows in the order they were touched: the order of their seqs
    std::vector<merge::FieldConflict> m_conflicts;
};

} // namespace dure::server
