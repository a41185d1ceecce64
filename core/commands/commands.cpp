#include "core/commands/commands.h"

#include "core/commands/command_state.h"

#include <algorithm>

namespace dure::commands {

namespace {

constexpr int batchCacheKib = 128 * 1024;

} // namespace

CommandError errorOf(const sqlite::Failure& failure)
{
    ErrorKind kind = ErrorKind::StorageFailed;
    if (failure.kind == sqlite::FailureKind::DiskFull)
        kind = ErrorKind::StorageFull;
    else if (failure.kind == sqlite::FailureKind::Busy)
        kind = ErrorKind::StorageBusy;
    return {kind, {}, Refusal::None, failure.what()};
}

bool Commands::State::any(std::string_view sql, const Uuid& id)
{
    auto rows = context.db().prepare(sql);
    rows->bindBorrowed(1, storage::blobOf(id));
    return rows->step();
}

bool Commands::State::isNamed(TableId named, const Uuid& id, std::optional<TableId> goesWithIt)
{
    for (const Table& table : allTables())
        for (const Column& column : table.columns) {
            if (column.refersTo != named || column.name == table.rootColumn || table.id == goesWithIt)
                continue;
            if (any("SELECT 1 FROM " + std::string(table.name) + " WHERE " + std::string(column.name)
                        + " = ? AND deleted = 0 LIMIT 1",
                    id))
                return true;
        }
    if (named != TableId::SalesOrder)
        return false;
    const auto lines = storage::entitiesWhere<OrderLine>(context.db(), "order_id", id, "id");
    return std::ranges::any_of(lines, [&](const OrderLine& line) { return isNamed(TableId::OrderLine, line.id); });
}

Commands::Commands(storage::SpaceDatabase& space, const Clock& clock, RandomSource& random,
    storage::MutationEncoder encoder, Author author)
    : m(new State{Context{space, clock, random, std::move(encoder), std::move(author)}})
{
    // in memory, and written or rolled back with the action all the same: nobody takes back what was done before the
    // company was opened
    m->context.db().execute("CREATE TEMP TABLE IF NOT EXISTS undo(id INTEGER PRIMARY KEY, intent TEXT NOT NULL, "
                            "at INTEGER NOT NULL, body BLOB NOT NULL)");
}

Commands::~Commands() = default;

storage::SpaceDatabase& Commands::space() { return m->context.space; }

void Commands::setAuthor(Author author) { m->context.author = std::move(author); }

std::expected<ChangeSet, CommandError> Commands::batch(
    const std::string& intent, const std::function<std::expected<void, CommandError>()>& work, bool undoable)
{
    using Changes = std::expected<ChangeSet, CommandError>;
    if (m->batch) { // part of the batch that runs
        if (auto done = work(); !done)
            return std::unexpected(done.error());
        return ChangeSet{};
    }
    struct Running
    {
        State& state;
        explicit Running(State& ofBatch)
            : state(ofBatch)
        {
            state.context.db().setCacheKib(batchCacheKib);
        }
        ~Running()
        {
            state.batch = nullptr;
            state.context.db().setCacheKib(0);
        }
    };
    return guarded([&]() -> Changes {
        Action action(m->context, intent, undoable);
        const Running running(*m);
        m->batch = &action;
        if (auto done = work(); !done)
            return std::unexpected(done.error());
        return action.commit();
    });
}

std::string Commands::nextNumber(DocumentKind kind, Date day)
{
    if (m->context.sync.letters().empty()) // a file nobody has written to yet
        return {};
    day = numberedDay(m->context, day);
    return numberText(m->context, kind, day, m->context.sync.integer(runningName(kind, day)) + 1);
}

std::expected<void, CommandError> Commands::saveDraft(const std::string& name, const std::string& body)
{
    return guarded([&]() -> std::expected<void, CommandError> {
        auto put = m->context.db().prepare("INSERT OR REPLACE INTO draft(name, at, body) VALUES(?, ?, ?)");
        put->bindAll(name, m->context.clock.nowMs(), body).run();
        return {};
    });
}

std::optional<std::string> Commands::loadDraft(const std::string& name)
{
    auto rows = m->context.db().prepare("SELECT body FROM draft WHERE name = ?");
    rows->bind(1, name);
    return rows->step() ? std::optional(std::string(rows->text(0))) : std::nullopt;
}

std::expected<void, CommandError> Commands::dropDraft(const std::string& name)
{
    return guarded([&]() -> std::expected<void, CommandError> {
        m->context.db().prepare("DELETE FROM draft WHERE name = ?")->bind(1, name).run();
        return {};
    });
}

Result Commands::endDraft(const std::string& name, const std::function<Result()>& save)
{
    struct Ending
    {
        std::string& name;
        ~Ending() { name.clear(); }
    };
    m->context.endedDraft = name;
    const Ending ending{m->context.endedDraft};
    Result result = save();
    if (result) // where nothing was to be written there was no transaction
        (void)dropDraft(name);
    return result;
}

std::vector<std::string> Commands::draftNames()
{
    auto rows = m->context.db().prepare("SELECT name FROM draft ORDER BY name");
    std::vector<std::string> names;
    while (rows->step())
        names.emplace_back(rows->text(0));
    return names;
}

} // namespace dure::commands
