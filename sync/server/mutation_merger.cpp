#include "sync/server/mutation_merger.h"

#include "core/domain/access.h"
#include "sync/server/order_amounts.h"
#include "sync/server/references.h"

#include <algorithm>
#include <set>

namespace dure::server {

using protocol::MutationProblem;
using protocol::RejectReason;

namespace {

std::string place(const Table& table, const Column& column)
{
    return std::string(table.name) + "." + std::string(column.name);
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
    m_session.expect(mentionedBy(mutation));
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
    settleOrders();
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
    if (m_users)
        noteUses(key);
    return planned;
}

MutationMerger::Problem MutationMerger::planCreate(const Table& table, const Change& change)
{
    Planned& planned = load(table.id, change.row);
    if (planned.exists && !planned.row.deleted) {
        if (sameFields(planned.row.row, change)) {
            // sent again after a clone or in a new epoch; but a derived id may also be made by two who agree the same
            if (table.policy == WritePolicy::Editable && change.row.isDerived()
                && planned.row.versions.changeByOthers(0, m_author.incarnation))
                merge::markMadeAgain(planned.row, m_author);
            return std::nullopt;
        }
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

/// Whether the amounts of the order may no longer follow from what its rows say.
bool MutationMerger::movesAmounts(const Key& key, const Planned& planned) const
{
    const bool ofOrder = key.first == TableId::SalesOrder || key.first == TableId::OrderLine;
    if (!ofOrder || !planned.row.changed)
        return false;
    if (!planned.before || planned.before->deleted != planned.row.deleted)
        return true;
    const Table& table = tableOf(key.first);
    const Row before = protocol::decodeRow(table, key.second, planned.before->fields).value(); // adopt() could read it
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const std::string_view unit = merge::unitOf(table.columns[i]);
        if ((unit == "tax" || unit == "amount" || unit == "position" || unit == table.rootColumn)
            && before.values[i] != planned.row.row.values[i])
            return true;
    }
    return false;
}

/// Of each order of whose terms, lines or amounts anything is written.
void MutationMerger::settleOrders()
{
    std::set<Uuid> orders;
    for (const Key& key : m_order)
        if (const Planned& planned = m_planned.at(key); movesAmounts(key, planned))
            orders.insert(rootOf(tableOf(key.first), planned.row.row));
    for (const Uuid& id : orders)
        if (const Planned& order = load(TableId::SalesOrder, id); order.before && !order.row.deleted)
            for (const StoredRow& stored : aggregateOf({TableId::SalesOrder, id}))
                adopt(stored);
    std::map<Uuid, std::vector<merge::MergeRow*>> lines;
    for (auto& [key, line] : m_planned)
        if (key.first == TableId::OrderLine && line.exists && !line.row.deleted)
            lines[rootOf(tableOf(key.first), line.row.row)].push_back(&line.row);
    for (const Uuid& id : orders)
        if (const Planned& order = m_planned.at({TableId::SalesOrder, id}); order.exists && !order.row.deleted)
            for (const Row& before : settleAmounts(order.row.row, std::move(lines[id])))
                noteUntyped(before, order);
}

/// Somebody's typed tax that somebody else's terms took away; or, if neither came now, whoever had the order settled.
void MutationMerger::noteUntyped(const Row& before, const Planned& order)
{
    const Planned& line = m_planned.at({TableId::OrderLine, before.id});
    const merge::UnitVersion typed = line.row.versions.of("amount");
    const merge::UnitVersion terms = order.row.versions.of("tax");
    const bool typedCame = typed.incarnation == m_author.incarnation && typed.n == m_author.n;
    if (typed.incarnation == (typedCame ? terms : m_author).incarnation)
        return; // one PC's own terms
    merge::FieldConflict conflict{merge::ConflictKind::Field, TableId::OrderLine, before.id, "amount", {}, {},
        !typedCame, typedCame ? terms : typed, typedCame ? TableId::SalesOrder : TableId::OrderLine,
        typedCame ? order.row.row.id : before.id, line.before ? line.before->seq : 0};
    const Table& table = tableOf(TableId::OrderLine);
    for (std::size_t i = 0; i < table.columns.size(); ++i)
        if (merge::unitOf(table.columns[i]) == conflict.unit) {
            conflict.winner.known.emplace_back(static_cast<int>(i), line.row.row.values[i]);
            conflict.loser.known.emplace_back(static_cast<int>(i), before.values[i]);
        }
    m_conflicts.push_back(std::move(conflict));
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
    const StoredRow* before = planned.before ? &*planned.before : nullptr;
    std::optional<Row> old;
    if (before) {
        old = protocol::decodeRow(table, stored.id, before->fields).value(); // adopt() could read it
        if (planned.op != Op::Delete) {
            record.before = orEmpty(table, difference(table, *old, planned.row.row));
            record.after = orEmpty(table, difference(table, planned.row.row, *old));
        }
    }
    m_session.put(stored, before, moveReferences(table, planned.row.row, old ? &*old : nullptr));
    m_session.addHistory(record);
    return seq;
}

/// What stood in the unit at the change's base: of each of its columns the `before` of the first later history entry
/// that touched it. An entry need not touch all: what none touched stands there still.
std::string MutationMerger::baseValue(
    const merge::FieldConflict& conflict, const std::vector<protocol::HistoryEntry>& history) const
{
    const Table& table = tableOf(conflict.table);
    std::map<int, Value> found;
    for (const protocol::HistoryEntry& entry : history) {
        if (entry.seq <= conflict.base || entry.before.empty())
            continue;
        const auto before = protocol::decodeFields(table, entry.before);
        if (!before)
            continue;
        for (const auto& field : before->known)
            if (merge::unitOf(table.columns[static_cast<std::size_t>(field.first)]) == conflict.unit)
                found.insert(field);
    }
    for (const auto& field : (conflict.incomingWon ? conflict.loser : conflict.winner).known)
        found.insert(field);
    Fields unit;
    unit.known.assign(found.begin(), found.end());
    return orEmpty(table, unit);
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
        nullptr, moveReferences(conflicts, row, nullptr));
    return seq;
}

} // namespace dure::server
