#include "sync/server/mutation_merger.h"

#include "core/domain/access.h"
#include "sync/server/references.h"

#include <algorithm>
#include <functional>

namespace dure::server {

using protocol::MutationProblem;
using protocol::RejectReason;

namespace {

std::string place(const Table& table, const Column& column)
{
    return std::string(table.name) + "." + std::string(column.name);
}

Uuid rootOf(const Table& table, const Row& row)
{
    if (table.rootColumn.empty())
        return row.id;
    const Uuid root = idOf(row.values[static_cast<std::size_t>(table.columnIndex(table.rootColumn))]);
    return root.isNil() ? row.id : root;
}

bool isEmpty(const Value& value)
{
    const auto* text = std::get_if<std::string>(&value);
    return isNull(value) || (text && text->empty());
}

bool sameFields(const Row& row, const Change& change)
{
    return std::ranges::all_of(change.fields.known,
        [&](const auto& field) { return row.values[static_cast<std::size_t>(field.first)] == field.second; });
}

/// The columns in which two rows differ, with the first one's values.
Fields difference(const Table& table, const Row& of, const Row& against)
{
    Fields fields;
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (of.values[i] != against.values[i])
            fields.known.emplace_back(static_cast<int>(i), of.values[i]);
    return fields;
}

std::string orEmpty(const Table& table, const Fields& fields)
{
    return fields.known.empty() ? std::string() : protocol::encodeFields(table, fields);
}

} // namespace

MutationMerger::Problem MutationMerger::check(const Change& change) const
{
    const Table& table = tableOf(change.table);
    if (table.space != m_kind)
        return MutationProblem{RejectReason::UnknownTable, std::string(table.name)};
    if (!mayAccess(m_actor.role, table, Action::Write))
        return MutationProblem{RejectReason::NotAllowed, std::string(table.name)};
    if (table.policy == WritePolicy::AppendOnly && change.op != Op::Create)
        return MutationProblem{RejectReason::AppendOnly, std::string(table.name)};
    for (const auto& [index, value] : change.fields.known) {
        const Column& column = table.columns[static_cast<std::size_t>(index)];
        if (checkValue(column, value) || (column.has(ServerOnly) && !isNull(value)))
            return MutationProblem{RejectReason::BadValue, place(table, column)};
        if (change.op == Op::Put && column.has(Required) && isEmpty(value))
            return MutationProblem{RejectReason::MissingValue, place(table, column)};
    }
    return std::nullopt;
}

MutationMerger::Problem MutationMerger::plan(const Mutation& mutation)
{
    if (mutation.user != m_actor.user)
        return MutationProblem{RejectReason::WrongUser, "user"};
    for (const Change& change : mutation.changes)
        if (Problem problem = check(change))
            return problem;
    std::vector<const Change*> deletes;
    for (const Change& change : mutation.changes) {
        const Table& table = tableOf(change.table);
        Problem problem;
        if (change.op == Op::Delete)
            deletes.push_back(&change);
        else
            problem = change.op == Op::Create ? planCreate(table, change) : planPut(table, change);
        if (problem)
            return problem;
    }
    for (const Change& change : mutation.changes)
        if (Problem problem = missingRoot(change))
            return problem;
    reviveNamed();
    planDeletes(std::move(deletes));
    return std::nullopt;
}

/// A line of an order that the space does not have, or has no more, would be seen by nobody: what builds on a rejected
/// create joins it (DESIGN §3.7).
MutationMerger::Problem MutationMerger::missingRoot(const Change& change)
{
    const Table& table = tableOf(change.table);
    if (change.op != Op::Create || table.rootColumn.empty())
        return std::nullopt;
    const Uuid root = rootOf(table, m_planned.at({change.table, change.row}).row.row);
    const Planned& planned = load(table.rootTable, root);
    if (planned.exists && !planned.row.deleted)
        return std::nullopt;
    return MutationProblem{RejectReason::RowMissing, std::string(tableOf(table.rootTable).name)};
}

MutationMerger::Planned& MutationMerger::load(TableId table, const Uuid& id)
{
    const Key key{table, id};
    if (const auto found = m_planned.find(key); found != m_planned.end())
        return found->second;
    if (const auto stored = m_session.find(table, id))
        return adopt(*stored);
    m_order.push_back(key);
    Planned& fresh = m_planned[key];
    fresh.row.row.id = id;
    fresh.row.row.values.resize(tableOf(table).columns.size());
    return fresh;
}

MutationMerger::Planned& MutationMerger::adopt(const StoredRow& stored)
{
    const Key key{stored.table, stored.id};
    const auto [at, isNew] = m_planned.try_emplace(key);
    if (!isNew)
        return at->second;
    m_order.push_back(key);
    Planned& planned = at->second;
    planned.before = stored;
    planned.exists = true;
    auto row = protocol::decodeRow(tableOf(stored.table), stored.id, stored.fields);
    auto versions = merge::Versions::decode(stored.versions);
    if (!row || !versions)
        throw std::runtime_error("a stored row cannot be read: " + stored.id.toString());
    planned.row = {std::move(*row), stored.deleted, std::move(*versions), false};
    return planned;
}

MutationMerger::Problem MutationMerger::planCreate(const Table& table, const Change& change)
{
    Planned& planned = load(table.id, change.row);
    if (planned.exists && !planned.row.deleted) {
        if (sameFields(planned.row.row, change))
            return std::nullopt; // sent again after a clone or in a new epoch
        if (table.policy == WritePolicy::AppendOnly)
            return MutationProblem{RejectReason::RowExists, std::string(table.name)};
        return planPut(table, change);
    }
    if (planned.exists && merge::revives(planned.row, change.base, m_author.incarnation))
        return planPut(table, change);
    Row candidate;
    candidate.values.resize(table.columns.size());
    for (const auto& [column, value] : change.fields.known)
        candidate.values[static_cast<std::size_t>(column)] = value;
    if (const Column* missing = missingColumn(table, candidate.values))
        return MutationProblem{RejectReason::MissingValue, place(table, *missing)};
    merge::mergeCreate(table, planned.row, change, m_author);
    planned.row.row.extra = protocol::mergeExtra({}, change.fields.extra); // without its nulls
    planned.exists = true;
    planned.op = Op::Create;
    reviveAggregate(table, planned, change.base);
    return std::nullopt;
}

MutationMerger::Problem MutationMerger::planPut(const Table& table, const Change& change)
{
    Planned& planned = load(table.id, change.row);
    if (!planned.exists)
        return MutationProblem{RejectReason::RowMissing, std::string(table.name)};
    reviveAggregate(table, planned, change.base);
    // its author saw it gone or removed it: this builds on a revival that was refused
    if (planned.row.deleted)
        return MutationProblem{RejectReason::RowMissing, std::string(table.name)};
    merge::mergePut(table, planned.row, change, m_author, m_conflicts);
    const std::string extra = protocol::mergeExtra(planned.row.row.extra, change.fields.extra);
    if (extra != planned.row.row.extra) {
        planned.row.row.extra = extra;
        planned.row.changed = true;
    }
    return std::nullopt;
}

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
        for (const StoredRow& stored : m_session.aggregate(root.second))
            revive(stored, *whole, base, stored.id == root.second);
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
    // what names before what is named: tables refer to themselves and to those declared before them
    std::ranges::stable_sort(deletes, std::greater(), &Change::table);
    for (const Change* change : deletes) {
        const Table& table = tableOf(change->table);
        if (table.rootColumn.empty()) {
            deleteAggregate(*change, deletes);
            continue;
        }
        const Uuid root = rootOf(table, load(change->table, change->row).row.row);
        const bool withRoot
            = std::ranges::any_of(deletes, [&](const Change* other) { return other->row == root && other != change; });
        if (!withRoot)
            deleteChild(*change);
    }
}

/// Who names this row from outside of its aggregate and will live on when the mutation is merged.
std::optional<MutationMerger::Reason> MutationMerger::useOf(const Key& named)
{
    const auto reason = [&](const Key& user, const Row& row, const merge::Versions& versions) -> Reason {
        const Table& table = tableOf(user.first);
        const auto names = [&](const Column& column) {
            const auto at = static_cast<std::size_t>(&column - table.columns.data());
            return column.refersTo == named.first && idOf(row.values[at]) == named.second;
        };
        return {versions.of(merge::unitOf(*std::ranges::find_if(table.columns, names))), user};
    };
    for (const Key& key : m_order) {
        const Planned& planned = m_planned.at(key);
        if (planned.exists && !planned.row.deleted
            && std::ranges::count(namedBy(tableOf(key.first), planned.row.row), named) > 0)
            return reason(key, planned.row.row, planned.row.versions);
    }
    // of those that the store knows, the planned ones have been asked
    for (const StoredRow& stored : m_session.naming(named, std::ssize(m_planned) + 1)) {
        const Key key{stored.table, stored.id};
        if (!m_planned.contains(key)) {
            const Planned& user = adopt(stored);
            return reason(key, user.row.row, user.row.versions);
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
    for (const StoredRow& stored : m_session.aggregate(root.row)) {
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
    if (kept)
        return noteDeleteConflict(
            merge::ConflictKind::DeleteKept, members.front(), root.base, kept->change, kept->where);
    for (const Key& key : members) {
        Planned& member = m_planned.at(key);
        if (member.row.deleted)
            continue;
        merge::markDeleted(member.row, m_author);
        member.op = Op::Delete;
    }
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
    merge::markDeleted(planned.row, m_author);
    planned.op = Op::Delete;
}

std::int64_t MutationMerger::write(std::int64_t head, std::int64_t nowMs)
{
    for (const Key& key : m_order) {
        Planned& planned = m_planned.at(key);
        if (planned.row.changed)
            head = writeRow(key.first, planned, head + 1, nowMs);
    }
    for (const merge::FieldConflict& conflict : m_conflicts)
        head = writeConflict(conflict, head + 1, nowMs);
    return head;
}

std::int64_t MutationMerger::writeRow(TableId tableId, Planned& planned, std::int64_t seq, std::int64_t nowMs)
{
    const Table& table = tableOf(tableId);
    planned.row.versions.stamp(seq);
    StoredRow stored;
    stored.table = tableId;
    stored.id = planned.row.row.id;
    stored.seq = seq;
    stored.deleted = planned.row.deleted;
    stored.root = rootOf(table, planned.row.row);
    stored.fields = protocol::encodeRow(table, planned.row.row);
    stored.versions = planned.row.versions.encode();
    stored.hash = stored.deleted ? 0 : protocol::rowHash(table, planned.row.row, seq);
    HistoryRecord record{tableId, stored.id, seq, nowMs, m_actor.userName, m_actor.deviceName, planned.op, {}, {}};
    if (planned.before && planned.op != Op::Delete) {
        if (const auto old = protocol::decodeRow(table, stored.id, planned.before->fields)) {
            record.before = orEmpty(table, difference(table, *old, planned.row.row));
            record.after = orEmpty(table, difference(table, planned.row.row, *old));
        }
    }
    m_session.put(stored, planned.before ? &*planned.before : nullptr);
    m_session.addHistory(record);
    return seq;
}

/// What stood in the unit at the change's base: the `before` of the first later history entry that touched it.
std::string MutationMerger::baseValue(
    const merge::FieldConflict& conflict, const std::vector<protocol::HistoryEntry>& history) const
{
    const Table& table = tableOf(conflict.table);
    for (const protocol::HistoryEntry& entry : history) {
        if (entry.seq <= conflict.base || entry.before.empty())
            continue;
        const auto before = protocol::decodeFields(table, entry.before);
        if (!before)
            continue;
        Fields unit;
        for (const auto& field : before->known)
            if (merge::unitOf(table.columns[static_cast<std::size_t>(field.first)]) == conflict.unit)
                unit.known.push_back(field);
        if (!unit.known.empty())
            return protocol::encodeFields(table, unit);
    }
    return {};
}

/// Derived from mutation and unit; a mutation that names a row twice may lose twice.
Uuid MutationMerger::conflictId(const merge::FieldConflict& conflict)
{
    const std::string purpose = m_author.incarnation.toString() + "/" + std::to_string(m_author.n) + "/"
        + std::string(tableOf(conflict.table).name) + "/" + conflict.unit + "/"
        + std::to_string(static_cast<int>(conflict.kind));
    Uuid id = derivedUuid(conflict.row, purpose);
    for (int again = 2; m_session.find(TableId::Conflict, id); ++again)
        id = derivedUuid(conflict.row, purpose + "/" + std::to_string(again));
    return id;
}

std::int64_t MutationMerger::writeConflict(const merge::FieldConflict& conflict, std::int64_t seq, std::int64_t nowMs)
{
    using C = col::Conflict;
    const Table& table = tableOf(conflict.table);
    const Table& conflicts = tableOf(TableId::Conflict);
    const std::vector<protocol::HistoryEntry> history = m_session.history(conflict.table, conflict.row);
    std::string otherUser;
    std::string otherDevice;
    for (const protocol::HistoryEntry& entry : m_session.history(conflict.otherTable, conflict.otherRow)) {
        if (entry.seq == conflict.other.seq) {
            otherUser = entry.user;
            otherDevice = entry.device;
        }
    }
    Row row;
    row.id = conflictId(conflict);
    row.values.resize(conflicts.columns.size());
    row.values[C::tableName] = std::string(table.name);
    row.values[C::rowId] = conflict.row;
    row.values[C::rootId] = rootOf(table, m_planned.at({conflict.table, conflict.row}).row.row);
    row.values[C::field] = conflict.unit;
    row.values[C::kind] = static_cast<std::int64_t>(conflict.kind);
    row.values[C::baseValue] = baseValue(conflict, history);
    row.values[C::winnerValue] = orEmpty(table, conflict.winner);
    row.values[C::loserValue] = orEmpty(table, conflict.loser);
    const bool mine = conflict.incomingWon;
    row.values[C::winnerUser] = mine ? m_actor.userName : otherUser;
    row.values[C::winnerDevice] = mine ? m_actor.deviceName : otherDevice;
    row.values[C::winnerAt] = std::max<std::int64_t>(0, mine ? m_author.at : conflict.other.at);
    row.values[C::loserUser] = mine ? otherUser : m_actor.userName;
    row.values[C::loserDevice] = mine ? otherDevice : m_actor.deviceName;
    row.values[C::loserAt] = std::max<std::int64_t>(0, mine ? conflict.other.at : m_author.at);
    merge::Versions versions;
    versions.setAll({seq, nowMs, m_author.incarnation, m_author.n});
    m_session.put({TableId::Conflict, row.id, seq, false, row.id, protocol::encodeRow(conflicts, row),
                      versions.encode(), protocol::rowHash(conflicts, row, seq)},
        nullptr);
    return seq;
}

} // namespace dure::server
