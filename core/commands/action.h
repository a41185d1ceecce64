#pragma once
#include "core/commands/commands.h"
#include "core/commands/row_changes.h"
#include "core/commands/undo_record.h"
#include "core/storage/derived_data.h"
#include "core/storage/sync_state.h"

#include <unordered_set>

namespace dure::commands {

/// What every command works with.
struct Context
{
    storage::SpaceDatabase& space;
    const Clock& clock;
    RandomSource& random;
    storage::MutationEncoder encoder;
    Author author;
    std::string endedDraft = {}; ///< goes with the next action; empty: none
    storage::RowStore rows{space.db()};
    storage::Outbox outbox{space.db()};
    storage::SyncState sync{space.db()};
    storage::DerivedData derived{space.db()};

    sqlite::Database& db() { return space.db(); }
};

/// Thrown where an action cannot go on though rows were already written; it unwinds the transaction.
struct Abort
{
    CommandError error;
};

/// One user action: begins a transaction, writes rows, and on commit() its mutations, its undo and all that is derived.
/// Destroyed without commit() nothing of it stays.
class Action
{
public:
    /// `undoable`: undoing itself is not.
    Action(Context& context, std::string intent, bool undoable = true);
    ~Action();
    Action(const Action&) = delete;
    Action& operator=(const Action&) = delete;

    std::int64_t now() const { return m_now; }
    Uuid newId();
    /// The next number of that kind and day, which is thereby taken.
    std::string takeNumber(DocumentKind kind, Date day);

    void create(const Table& table, Row row);
    template <class E> void create(const E& entity) { create(tableOf(E::table), toRow(entity)); }
    void put(const Table& table, const Uuid& id, Fields fields, std::int64_t seen);
    void erase(const Table& table, const Uuid& id, std::int64_t seen);
    /// Brings a deleted row back with these fields (undo of a delete).
    void revive(const Table& table, const Uuid& id, Fields fields);
    void apply(std::vector<PlannedChange> plan);

    /// What was written since the last call belongs together: a mutation is never cut in between.
    void endAggregate();
    void setSubject(const std::string& subject) { m_undo.subject = subject; }

    /// Throws Abort if something is larger than one mutation may be.
    ChangeSet commit();

private:
    /// What an action is made of: its mutation, its undo, its changes. `derived` is told by who calls.
    void note(const Table& table, Change change, const storage::LocalRow* before, const storage::LocalRow& after);
    void noteDerived(
        const Table& table, Change change, std::optional<storage::LocalRow> before, const storage::LocalRow& after);
    void ensureIncarnation();
    void end();
    void send(std::vector<Change> changes, const Uuid& batch);

    Context& m_context;
    sqlite::Transaction m_transaction;
    std::int64_t m_now;
    bool m_undoable;
    UndoRecord m_undo;
    ChangeSet m_changes;
    std::unordered_set<Uuid> m_newIds;
    std::vector<std::vector<Change>> m_mutations;
    std::vector<Change> m_aggregate;
    std::size_t m_mutationBytes = 0;
    std::size_t m_aggregateBytes = 0;
};

/// The day a document's number bears: its own, or today where two digits of its year would not tell it.
Date numberedDay(Context& context, Date day);
/// Where the state keeps how many numbers of that kind and numberedDay() are taken.
std::string runningName(DocumentKind kind, Date day);
/// The number of that kind and numberedDay().
std::string numberText(Context& context, DocumentKind kind, Date day, std::int64_t running);

} // namespace dure::commands
