#include "sync/server/mutation_merger.h"
#include "sync/server/references.h"

#include <algorithm>
#include <functional>
#include <set>

/// What goes and what comes back: deletes against changes and against uses, whichever arrives first.
namespace dure::server {

namespace {

constexpr std::int64_t maxRevivedUsers = 10'000; // nobody agrees that many prices with a customer

} // namespace

/// A change to a row that somebody else deleted meanwhile brings it back; if it went with its aggregate, all of that.
void MutationMerger::reviveAggregate(const Table& table, const Planned& member, std::int64_t base)
{
    const Key key{table.id, member.row.row.id};
    const Key rootKey{table.rootTable, rootOf(table, member.row.row)};
    std::optional<merge::UnitVersion> own;
    if (merge::revives(member.row, base, m_author.incarnation))
        own = member.row.versions.deletion();
    std::optional<merge::UnitVersion> whole = own;
    if (key != rootKey) {
        // whoever adds or changes a line means the order to live, whatever base the line has
        const merge::MergeRow& root = load(rootKey.first, rootKey.second).row;
        const auto& deletion = root.versions.deletion();
        whole = root.deleted && deletion && deletion->incarnation != m_author.incarnation ? deletion : std::nullopt;
    }
    bringBack(rootKey, key, whole, own, base);
}

/// `whole`: the delete that took the aggregate; `own`: the one that took this member, perhaps alone.
void MutationMerger::bringBack(const Key& root, const Key& member, const std::optional<merge::UnitVersion>& whole,
    const std::optional<merge::UnitVersion>& own, std::int64_t base)
{
    if (whole)
        for (const StoredRow& stored : aggregateOf(root)) {
            revive(stored, *whole, base, stored.id == root.second);
            reviveUsersOf({stored.table, stored.id}, *whole, base);
        }
    const Planned& planned = m_planned.at(member);
    if (own && planned.row.deleted)
        revive(*planned.before, *own, base, true);
}

/// What the written rows name must live: a delivery brings back the order that somebody deleted meanwhile, and the
/// order its customer. Whose delete it was does not matter: the use came later.
void MutationMerger::reviveNamed()
{
    for (std::size_t i = 0; i < m_order.size(); ++i) { // grows by what comes back
        const Planned& user = m_planned.at(m_order[i]);
        if (!user.row.changed || user.row.deleted)
            continue;
        for (const Key& named : namedBy(tableOf(m_order[i].first), user.row.row)) {
            const auto stored = m_planned.contains(named) ? std::nullopt : m_session.find(named.first, named.second);
            if (stored && stored->deleted)
                adopt(*stored);
            const auto target = m_planned.find(named);
            if (target == m_planned.end() || !target->second.row.deleted)
                continue;
            const Table& table = tableOf(named.first);
            const Key rootKey{table.rootTable, rootOf(table, target->second.row.row)};
            const merge::MergeRow& root = load(rootKey.first, rootKey.second).row;
            bringBack(rootKey, named, root.deleted ? root.versions.deletion() : std::nullopt,
                target->second.row.versions.deletion(), 0);
        }
    }
}

std::vector<StoredRow> MutationMerger::aggregateOf(const Key& root)
{
    // ids are unique within a table, and whoever sends them chooses them
    std::vector<StoredRow> rows = m_session.aggregate(root.second);
    std::erase_if(rows, [&](const StoredRow& row) { return tableOf(row.table).rootTable != root.first; });
    return rows;
}

/// What went in the same mutation because it names the row comes back with it: a customer's agreed prices.
void MutationMerger::reviveUsersOf(const Key& revived, const merge::UnitVersion& deletion, std::int64_t base)
{
    for (const StoredRow& stored : m_session.naming(revived, SpaceSession::Life::Tombstone, maxRevivedUsers)) {
        if (!tableOf(stored.table).rootColumn.empty())
            continue; // comes with its own aggregate or not at all
        const auto versions = merge::Versions::decode(stored.versions);
        const auto lying = versions ? versions->deletion() : std::nullopt;
        if (lying && lying->incarnation == deletion.incarnation && lying->n == deletion.n)
            revive(stored, deletion, base, false);
    }
}

void MutationMerger::revive(
    const StoredRow& stored, const merge::UnitVersion& deletion, std::int64_t base, bool isNamed)
{
    Planned& planned = adopt(stored);
    const auto& lying = planned.row.versions.deletion();
    if (!planned.row.deleted || !lying || lying->incarnation != deletion.incarnation || lying->n != deletion.n)
        return;
    const merge::UnitVersion deleted = *lying;
    merge::markRevived(planned.row, m_author);
    const Key key{stored.table, stored.id};
    if (isNamed)
        noteDeleteConflict(merge::ConflictKind::Revived, key, base, deleted, key);
}

void MutationMerger::noteDeleteConflict(
    merge::ConflictKind kind, const Key& key, std::int64_t base, const merge::UnitVersion& other, const Key& where)
{
    const bool changeWins = kind == merge::ConflictKind::Revived;
    m_conflicts.push_back(
        {kind, key.first, key.second, {}, {}, {}, changeWins, other, where.first, where.second, base});
}

void MutationMerger::planDeletes(std::vector<const Change*> deletes)
{
    // what names before what is named
    std::ranges::stable_sort(deletes, std::greater(), [](const Change* change) { return namingDepth(change->table); });
    if (!deletes.empty()) {
        m_users.emplace();
        for (const Key& key : m_order)
            noteUses(key);
    }
    for (const Change* change : deletes) {
        const Table& table = tableOf(change->table);
        if (table.rootColumn.empty()) {
            deleteAggregate(*change, deletes);
            continue;
        }
        const Uuid root = rootOf(table, load(change->table, change->row).row.row);
        const bool withRoot = std::ranges::any_of(
            deletes, [&](const Change* other) { return other->table == table.rootTable && other->row == root; });
        if (!withRoot)
            deleteChild(*change);
    }
}

void MutationMerger::noteUses(const Key& user)
{
    for (const Key& named : namedBy(tableOf(user.first), m_planned.at(user).row.row))
        m_users->emplace(named, user);
}

MutationMerger::Key MutationMerger::rootKeyOf(const Key& member) const
{
    const Table& table = tableOf(member.first);
    return {table.rootTable, rootOf(table, m_planned.at(member).row.row)};
}

void MutationMerger::bury(const Key& key, std::int64_t base)
{
    Planned& planned = m_planned.at(key);
    planned.buried = planned.row;
    planned.deleteBase = base;
    merge::markDeleted(planned.row, m_author);
    planned.op = Op::Delete;
}

/// What this mutation deleted because it names the kept rows stays with them; and what that names stays, although its
/// own delete met nobody: it is told.
void MutationMerger::unburyWith(std::vector<Key> kept)
{
    while (!kept.empty()) {
        std::set<Key> roots;
        for (const Key& row : kept) {
            const auto [first, last] = m_users->equal_range(row);
            for (auto at = first; at != last; ++at)
                if (m_planned.at(at->second).buried)
                    roots.insert(rootKeyOf(at->second));
        }
        std::set<Key> told;
        for (const Key& row : kept)
            for (const Key& named : namedBy(tableOf(row.first), m_planned.at(row).row.row)) {
                const auto target = m_planned.find(named);
                if (target == m_planned.end() || !target->second.buried)
                    continue;
                const Key root = rootKeyOf(named);
                roots.insert(root);
                const auto planned = m_planned.find(root); // a child that was deleted alone comes without its root
                const Key& where = planned != m_planned.end() && planned->second.buried ? root : named;
                if (told.insert(where).second)
                    noteDeleteConflict(merge::ConflictKind::DeleteKept, where, m_planned.at(where).deleteBase,
                        versionOfUse(row, named), row);
            }
        kept = unbury(roots);
    }
}

/// Returns the rows that live again, none twice.
std::vector<MutationMerger::Key> MutationMerger::unbury(const std::set<Key>& roots)
{
    std::vector<Key> unburied;
    for (auto& [key, planned] : m_planned)
        if (planned.buried && roots.contains(rootKeyOf(key))) {
            planned.row = std::move(*planned.buried);
            planned.buried.reset();
            planned.op = Op::Put;
            unburied.push_back(key);
        }
    return unburied;
}

/// When and by whom `user` came to name that row.
merge::UnitVersion MutationMerger::versionOfUse(const Key& user, const Key& named) const
{
    const Table& table = tableOf(user.first);
    const merge::MergeRow& row = m_planned.at(user).row;
    const auto names = [&](const Column& column) {
        const auto at = static_cast<std::size_t>(&column - table.columns.data());
        return column.refersTo == named.first && idOf(row.row.values[at]) == named.second;
    };
    return row.versions.of(merge::unitOf(*std::ranges::find_if(table.columns, names)));
}

/// Who names this row from outside of its aggregate and will live on when the mutation is merged.
std::optional<MutationMerger::Reason> MutationMerger::useOf(const Key& named)
{
    const auto [first, last] = m_users->equal_range(named);
    for (auto at = first; at != last; ++at)
        if (const Planned& planned = m_planned.at(at->second); planned.exists && !planned.row.deleted)
            return Reason{versionOfUse(at->second, named), at->second};
    // of those that the store knows, the planned ones have been asked
    for (const StoredRow& stored : m_session.naming(named, SpaceSession::Life::Live, std::ssize(m_planned) + 1)) {
        const Key key{stored.table, stored.id};
        if (!m_planned.contains(key)) {
            adopt(stored);
            return Reason{versionOfUse(key, named), key};
        }
    }
    return std::nullopt;
}

void MutationMerger::deleteAggregate(const Change& root, const std::vector<const Change*>& deletes)
{
    Planned& planned = load(root.table, root.row);
    if (!planned.exists || planned.row.deleted)
        return;
    std::vector<Key> members{{root.table, root.row}};
    for (const StoredRow& stored : aggregateOf(members.front())) {
        adopt(stored);
        if (stored.id != root.row)
            members.emplace_back(stored.table, stored.id);
    }
    const auto baseOf = [&](const Key& key) {
        const auto named = std::ranges::find_if(
            deletes, [&](const Change* change) { return change->table == key.first && change->row == key.second; });
        return named == deletes.end() ? std::int64_t{0} : (*named)->base;
    };
    std::optional<Reason> kept;
    for (const Key& key : members) {
        const auto change = merge::unseenByDelete(m_planned.at(key).row, baseOf(key), m_author.incarnation);
        if (change && (!kept || kept->change.seq < change->seq))
            kept = Reason{*change, key};
    }
    for (std::size_t i = 0; i < members.size() && !kept; ++i)
        if (!m_planned.at(members[i]).row.deleted)
            kept = useOf(members[i]);
    if (kept) {
        unburyWith(members);
        return noteDeleteConflict(
            merge::ConflictKind::DeleteKept, members.front(), root.base, kept->change, kept->where);
    }
    for (const Key& key : members)
        if (!m_planned.at(key).row.deleted)
            bury(key, baseOf(key));
}

void MutationMerger::deleteChild(const Change& change)
{
    Planned& planned = load(change.table, change.row);
    if (!planned.exists || planned.row.deleted)
        return;
    const Key key{change.table, change.row};
    const auto unseen = merge::unseenByDelete(planned.row, change.base, m_author.incarnation);
    const auto kept = unseen ? Reason{*unseen, key} : useOf(key);
    if (kept)
        return noteDeleteConflict(merge::ConflictKind::DeleteKept, key, change.base, kept->change, kept->where);
    bury(key, change.base);
}

} // namespace dure::server
