#include "core/commands/action.h"

namespace dure::commands {

namespace {

/// Mutations are cut well below the limit: how long the wire form gets is known only once it is written.
constexpr std::size_t wantedMutationBytes = maxMutationBytes / 4;
/// From here on naming each row in a ChangeSet is dearer than reading everything again.
constexpr std::size_t mostNamedRows = 2'000;
constexpr std::int64_t keptUndos = 100;

std::size_t roughBytes(const Change& change)
{
    std::size_t bytes = 120 + change.fields.extra.size();
    for (const auto& [column, value] : change.fields.known) {
        const auto* text = std::get_if<std::string>(&value);
        bytes += 24 + (text ? text->size() : 16);
    }
    return bytes;
}

Fields fieldsOf(const Row& row, const Fields& columns)
{
    Fields fields;
    for (const auto& [column, ignored] : columns.known)
        fields.known.emplace_back(column, row.values[static_cast<std::size_t>(column)]);
    return fields;
}

/// What the author of a change has seen. -1 in an editor or a row: not confirmed in a new epoch, as good as unseen.
std::int64_t baseOf(std::int64_t image, std::int64_t seen) { return std::max<std::int64_t>(0, std::min(image, seen)); }

} // namespace

Date numberedDay(Context& context, Date day)
{
    const bool canBeTold = day.isValid() && day.year() >= 2000 && day.year() <= 2099;
    return canBeTold ? day : dateAt(context.clock.nowMs());
}

std::string runningName(DocumentKind kind, Date day)
{
    return "running_" + std::to_string(day.yyyymmdd) + static_cast<char>(kind);
}

std::string numberText(Context& context, DocumentKind kind, Date day, std::int64_t running)
{
    return formatDocumentNumber({kind, day, context.sync.letters(), static_cast<int>(running)});
}

Action::Action(Context& context, std::string intent, bool undoable)
    : m_context(context)
    , m_transaction(context.db())
    , m_now(context.clock.nowMs())
    , m_undoable(undoable)
{
    m_undo.intent = std::move(intent);
    m_undo.at = m_now;
    ensureIncarnation();
}

Action::~Action() { m_context.derived.forget(); }

/// A file that has not met the cloud yet numbers its mutations all the same, each user's on their own.
void Action::ensureIncarnation()
{
    m_context.sync.beginTurn(m_context.author.user, [this] { return makeUuidV7(m_now, m_context.random); });
}

std::string Action::takeNumber(DocumentKind kind, Date day)
{
    day = numberedDay(m_context, day);
    const std::string name = runningName(kind, day);
    const std::int64_t running = m_context.sync.integer(name) + 1;
    if (running > maxRunningNumber)
        throw Abort{{ErrorKind::TooLarge, {}, Refusal::None, "running number"}};
    m_context.sync.set(name, running);
    return numberText(m_context, kind, day, running);
}

Uuid Action::newId()
{
    const Uuid id = makeUuidV7(m_now, m_context.random);
    m_newIds.insert(id);
    return id;
}

void Action::create(const Table& table, Row row)
{
    Change change{table.id, row.id, 0, Op::Create, allFields(row)};
    storage::LocalRow after{std::move(row), 0, false, 0};
    if (!m_newIds.contains(after.row.id)) {
        m_context.rows.put(table, after);
        noteDerived(table, std::move(change), std::nullopt, after);
        return;
    }
    m_context.rows.insert(table, after);
    note(table, std::move(change), nullptr, after);
    m_context.derived.created(table, std::move(after));
}

void Action::put(const Table& table, const Uuid& id, Fields fields, std::int64_t seen)
{
    auto before = m_context.rows.find(table, id);
    if (!before)
        throw Abort{CommandError::notFound()};
    Change change{table.id, id, 0, Op::Put, std::move(fields)};
    change.base = baseOf(m_context.rows.applyLocal(change), seen);
    storage::LocalRow after = *before;
    storage::RowStore::applyFields(after, table, change);
    noteDerived(table, std::move(change), std::move(before), after);
}

void Action::erase(const Table& table, const Uuid& id, std::int64_t seen)
{
    auto before = m_context.rows.find(table, id);
    if (!before || before->deleted)
        return;
    Change change{table.id, id, 0, Op::Delete, {}};
    change.base = baseOf(m_context.rows.applyLocal(change), seen);
    storage::LocalRow after = *before;
    after.deleted = true;
    noteDerived(table, std::move(change), std::move(before), after);
}

void Action::revive(const Table& table, const Uuid& id, Fields fields)
{
    auto before = m_context.rows.find(table, id);
    Change change{table.id, id, 0, Op::Create, std::move(fields)};
    change.base = m_context.rows.applyLocal(change);
    const auto after = m_context.rows.find(table, id);
    noteDerived(table, std::move(change), std::move(before), *after);
}

void Action::apply(std::vector<PlannedChange> plan)
{
    for (PlannedChange& change : plan) {
        const Table& table = tableOf(change.table);
        switch (change.op) {
        case Op::Create:
            create(table, std::move(change.row));
            break;
        case Op::Put:
            put(table, change.row.id, std::move(change.fields), change.seen);
            break;
        case Op::Delete:
            erase(table, change.row.id, change.seen);
            break;
        }
    }
}

void Action::noteDerived(
    const Table& table, Change change, std::optional<storage::LocalRow> before, const storage::LocalRow& after)
{
    const storage::LocalRow* seen = before ? &*before : nullptr;
    m_context.derived.changed(table, seen, after);
    note(table, std::move(change), seen, after);
}

void Action::note(const Table& table, Change change, const storage::LocalRow* before, const storage::LocalRow& after)
{
    if (m_undoable) {
        UndoStep step{table.id, change.op, change.row, {}, 0};
        if (change.op == Op::Put)
            step.before = fieldsOf(before->row, change.fields);
        else if (change.op == Op::Delete)
            step.before = allFields(before->row);
        if (change.op != Op::Delete)
            step.afterHash = hashOfColumns(table, after.row, change.fields);
        m_undo.steps.push_back(std::move(step));
    }
    if (m_changes.rows.size() < mostNamedRows)
        m_changes.add(table.id, change.row, storage::RowStore::rootOf(table, after.row));
    else
        m_changes.everything = true;
    m_aggregateBytes += roughBytes(change);
    m_aggregate.push_back(std::move(change));
}

void Action::endAggregate()
{
    if (m_aggregate.empty())
        return;
    if (m_aggregate.size() > maxChangesPerMutation)
        throw Abort{{ErrorKind::TooLarge, {}, Refusal::None, "changes of one document"}};
    const bool fits = !m_mutations.empty() && m_mutations.back().size() + m_aggregate.size() <= maxChangesPerMutation
        && m_mutationBytes + m_aggregateBytes <= wantedMutationBytes;
    if (!fits) {
        m_mutations.emplace_back();
        m_mutationBytes = 0;
    }
    auto& mutation = m_mutations.back();
    mutation.insert(
        mutation.end(), std::make_move_iterator(m_aggregate.begin()), std::make_move_iterator(m_aggregate.end()));
    m_mutationBytes += m_aggregateBytes;
    m_aggregate.clear();
    m_aggregateBytes = 0;
}

void Action::send(std::vector<Change> changes, const Uuid& batch)
{
    const Mutation mutation{m_context.author.user, m_now, m_undo.intent, batch, std::move(changes)};
    const std::string body = m_context.encoder(mutation);
    if (body.size() > maxMutationBytes)
        throw Abort{{ErrorKind::TooLarge, {}, Refusal::None, "bytes of one document"}};
    m_context.outbox.append(mutation, body);
}

void Action::end()
{
    if (!m_context.endedDraft.empty())
        m_context.db().prepare("DELETE FROM draft WHERE name = ?")->bind(1, m_context.endedDraft).run();
    m_transaction.commit();
}

ChangeSet Action::commit()
{
    endAggregate();
    if (m_mutations.empty()) {
        end(); // a number may have been taken; no row was written
        return {};
    }
    const Uuid batch = m_mutations.size() > 1 ? newId() : Uuid{};
    for (auto& changes : m_mutations)
        send(std::move(changes), batch);
    if (m_undoable) {
        auto keep = m_context.db().prepare("INSERT INTO undo(intent, at, body) VALUES(?, ?, ?)");
        const std::string body = encodeSteps(m_undo);
        keep->bind(1, m_undo.intent).bind(2, m_undo.at);
        keep->bindBorrowed(3, sqlite::Blob{body.data(), body.size()}).run();
        m_context.db().prepare("DELETE FROM undo WHERE id <= ?")->bind(1, m_context.db().lastRowId() - keptUndos).run();
    }
    m_context.derived.refresh();
    end();
    if (m_changes.everything)
        m_changes.rows.clear();
    return std::move(m_changes);
}

} // namespace dure::commands
