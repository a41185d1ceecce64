#include "core/commands/command_state.h"

#include <algorithm>

namespace dure::commands {

using storage::MatterChoice;

namespace {

constexpr const char* latestDecision = "SELECT id, ifnull(choice, 0), ifnull(at, 0) FROM resolution WHERE "
                                       "conflict_id = ? AND deleted = 0 ORDER BY at DESC, id DESC LIMIT 1";
constexpr const char* otherLines = "SELECT 1 FROM order_line l WHERE l.deleted = 0 AND l.order_id = (SELECT order_id "
                                   "FROM order_line WHERE id = ?1) AND l.id <> ?1 LIMIT 1";

std::string_view unitOf(const Column& column) { return column.group.empty() ? column.name : column.group; }

/// The loser's values of the unit, whole: what the wire left out was empty.
Fields wholeUnit(const Table& table, const std::string& unit, const Fields& other)
{
    Fields whole;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (unitOf(table.columns[i]) != unit)
            continue;
        const int column = static_cast<int>(i);
        const auto given = std::ranges::find(other.known, column, [](const auto& field) { return field.first; });
        whole.known.emplace_back(column, given == other.known.end() ? Value{} : given->second);
    }
    return whole;
}

bool holds(const Row& row, const Fields& fields)
{
    return std::ranges::all_of(fields.known,
        [&](const auto& field) { return row.values[static_cast<std::size_t>(field.first)] == field.second; });
}

CommandError refusedAs(Refusal refusal) { return CommandError::refused(refusal); }

} // namespace

Result Commands::keepAsItIs(const std::vector<Uuid>& matters, const std::string& subject)
{
    return m->run("keep_as_it_is", [&](Action& action) -> Result {
        for (const Uuid& matter : matters)
            if (m->isDecided(matter))
                return std::unexpected(refusedAs(Refusal::AlreadyDecided));
        for (const Uuid& matter : matters)
            m->decide(action, matter, MatterChoice::Kept);
        action.setSubject(subject);
        return Done{{}, matters.empty() ? Uuid{} : matters.front(), {}};
    });
}

Result Commands::decideConflicts(const std::vector<ConflictDecision>& decisions, const std::string& subject)
{
    return m->run("restore_value", [&](Action& action) -> Result {
        for (const ConflictDecision& decision : decisions) {
            if (m->isDecided(decision.conflict))
                return std::unexpected(refusedAs(Refusal::AlreadyDecided));
            if (decision.restores)
                if (const auto error = m->whyNotRestored(decision))
                    return std::unexpected(*error);
        }
        for (const ConflictDecision& decision : decisions) {
            if (decision.restores)
                m->restore(action, decision);
            m->decide(action, decision.conflict, decision.restores ? MatterChoice::Restored : MatterChoice::Kept);
        }
        action.setSubject(subject);
        return Done{{}, decisions.empty() ? Uuid{} : decisions.front().conflict, {}};
    });
}

Result Commands::deleteAfterAll(const std::vector<Uuid>& conflicts, const std::string& subject)
{
    Uuid deleted;
    auto changes = batch("delete_after_all", [&]() -> std::expected<void, CommandError> {
        if (conflicts.empty())
            return std::unexpected(CommandError::notFound());
        for (const Uuid& conflict : conflicts)
            if (m->isDecided(conflict))
                return std::unexpected(refusedAs(Refusal::AlreadyDecided));
        const auto kept = storage::AttentionStore(m->context.db()).conflict(conflicts.front());
        if (!kept || kept->row.matter == storage::ConflictMatter::Field)
            return std::unexpected(CommandError::notFound());
        for (const storage::ConflictDetail& each : kept->conflicts)
            if (auto gone = deleteKept(*each.table, each.changedRow); !gone)
                return std::unexpected(gone.error());
        for (const Uuid& conflict : conflicts)
            m->decide(*m->batch, conflict, MatterChoice::Restored);
        m->batch->endAggregate();
        m->batch->setSubject(subject);
        deleted = kept->row.subject.root;
        return {};
    });
    if (!changes)
        return std::unexpected(changes.error());
    return Done{std::move(*changes), deleted, {}};
}

/// Deletes what a concurrent change kept, by the rules of its own command.
Result Commands::deleteKept(const Table& table, const Uuid& id)
{
    switch (table.id) {
    case TableId::SalesOrder:
        return deleteOrder(id);
    case TableId::Customer:
        return deleteCustomer(id);
    case TableId::Product:
        return deleteProduct(id);
    case TableId::CustomerPrice:
        return deleteCustomerPrice(id);
    default:
        break;
    }
    return m->run("delete_after_all", [&](Action& action) -> Result {
        const auto row = m->context.rows.find(table, id);
        if (!row || row->deleted)
            return std::unexpected(CommandError::notFound());
        if (m->isNamed(table.id, id))
            return std::unexpected(
                refusedAs(table.id == TableId::DeliverySite ? Refusal::SiteHasDocuments : Refusal::HasDeliveries));
        if (table.id == TableId::OrderLine && !m->any(otherLines, id))
            return std::unexpected(CommandError::invalid({{TableId::OrderLine, -1, -1, Problem::NoLines}}));
        action.erase(table, id, row->seq);
        return Done{{}, id, {}};
    });
}

std::expected<void, CommandError> Commands::attendTo(std::int64_t entry, bool attended)
{
    return guarded([&]() -> std::expected<void, CommandError> {
        const auto found = m->context.outbox.byEntry(entry);
        using enum storage::EntryState;
        if (!found || (found->state != Rejected && found->state != AttendedTo))
            return std::unexpected(CommandError::notFound());
        if ((found->state == AttendedTo) == attended)
            return std::unexpected(refusedAs(Refusal::AlreadyDecided));
        if (attended)
            m->context.outbox.attend(entry);
        else
            m->context.outbox.unattend(entry);
        return {};
    });
}

bool Commands::State::isDecided(const Uuid& matter)
{
    auto latest = context.db().prepare(latestDecision);
    latest->bindBorrowed(1, storage::blobOf(matter));
    return latest->step() && latest->integer(1) < static_cast<std::int64_t>(MatterChoice::Open);
}

/// Later than what was decided before, whatever the clock says.
void Commands::State::decide(Action& action, const Uuid& matter, MatterChoice choice)
{
    std::int64_t at = action.now();
    {
        auto latest = context.db().prepare(latestDecision);
        latest->bindBorrowed(1, storage::blobOf(matter));
        if (latest->step())
            at = std::max(at, latest->integer(2) + 1);
    }
    using C = col::Resolution;
    const Table& table = tableOf(TableId::Resolution);
    Row row{action.newId(), std::vector<Value>(table.columns.size()), {}};
    row.values[C::conflictId] = matter;
    row.values[C::choice] = static_cast<std::int64_t>(choice);
    row.values[C::user] = context.author.name;
    row.values[C::at] = at;
    action.create(table, std::move(row));
}

std::optional<CommandError> Commands::State::whyNotRestored(const ConflictDecision& decision)
{
    const auto conflict = conflictOf(decision.conflict);
    if (!conflict)
        return CommandError::notFound();
    const auto& [table, id, unit] = *conflict;
    auto row = context.rows.find(*table, id);
    if (!row || row->deleted)
        return CommandError::notFound();
    const Fields whole = wholeUnit(*table, unit, decision.other);
    if (!holds(row->row, wholeUnit(*table, unit, decision.seen)))
        return refusedAs(Refusal::NotAsSeen);
    storage::RowStore::applyFields(*row, *table, Change{table->id, id, 0, Op::Put, whole});
    std::vector<FieldProblem> problems;
    checkRow(*table, row->row, -1, problems);
    for (const auto& [column, value] : whole.known)
        if (!isKnownReference(table->columns[static_cast<std::size_t>(column)], value))
            problems.push_back({table->id, column, -1, Problem::UnknownRow});
    if (!problems.empty())
        return CommandError::invalid(std::move(problems));
    return std::nullopt;
}

bool Commands::State::isKnownReference(const Column& column, const Value& value)
{
    return isNull(value) || !column.refersTo || context.rows.isLive(tableOf(*column.refersTo), idOf(value));
}

void Commands::State::restore(Action& action, const ConflictDecision& decision)
{
    const auto conflict = conflictOf(decision.conflict);
    const auto& [table, id, unit] = *conflict;
    const auto row = context.rows.find(*table, id);
    Fields whole = wholeUnit(*table, unit, decision.other);
    if (!holds(row->row, whole))
        action.put(*table, id, std::move(whole), row->seq);
}

std::optional<Commands::State::ConflictedUnit> Commands::State::conflictOf(const Uuid& id)
{
    using C = col::Conflict;
    const auto found = context.rows.find(tableOf(TableId::Conflict), id);
    if (!found || found->deleted)
        return std::nullopt;
    const Table* table = findTable(textOf(found->row.values[C::tableName]));
    if (!table)
        return std::nullopt;
    return ConflictedUnit{table, idOf(found->row.values[C::rowId]), textOf(found->row.values[C::field])};
}

/// Undo of a decision: the matter is open again, unless somebody decided anew.
Result Commands::State::reopen(Action& action, const Uuid& resolution)
{
    using C = col::Resolution;
    const auto row = context.rows.find(tableOf(TableId::Resolution), resolution);
    if (!row || row->deleted)
        return Done{};
    const Uuid matter = idOf(row->row.values[C::conflictId]);
    bool isLatest = false;
    {
        auto latest = context.db().prepare(latestDecision);
        latest->bindBorrowed(1, storage::blobOf(matter));
        isLatest = latest->step() && storage::uuidAt(*latest, 0) == resolution;
    }
    if (isLatest)
        decide(action, matter, MatterChoice::Open);
    return Done{};
}

} // namespace dure::commands
