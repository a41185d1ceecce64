#pragma once
#include "core/domain/mutation.h"
#include "core/sqlite/database.h"

#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dure::storage {

/// Writes a mutation in wire form. The wire's codec lives above core; who builds the program passes it in
/// (protocol::encodeMutation).
using MutationEncoder = std::function<std::string(const Mutation&)>;

enum class EntryState : std::uint8_t {
    Waiting = 0, ///< not known to have reached the cloud
    Acknowledged = 1, ///< the cloud has it; its rows are not yet pulled
    Settled = 2, ///< pulled; kept until a verified backup of the cloud holds it
    Rejected = 3, ///< refused for ever; needs attention, the input is kept
    AttendedTo = 4, ///< a rejection the user has dealt with
};

struct OutboxEntry
{
    std::int64_t entry = 0; ///< local key, in the order of making
    Uuid incarnation;
    std::int64_t n = 0;
    Uuid user;
    std::int64_t at = 0;
    std::string intent;
    std::uint64_t hash = 0;
    std::string body; ///< wire form
    EntryState state = EntryState::Waiting;
    std::int64_t resultSeq = 0;
    std::string reason; ///< the wire's word for why it was rejected
    std::string detail;
};

struct WaitingFigures
{
    std::int64_t count = 0;
    std::int64_t sinceMs = 0; ///< when the oldest was made; 0 if none
};

/// What this PC did and the cloud may not know yet. All of it inside the caller's transaction.
class Outbox
{
public:
    explicit Outbox(sqlite::Database& db)
        : m_db(db)
    { }

    /// Numbers the mutation, writes it in wire form and marks its rows as pending. Returns the entry.
    std::int64_t append(const Mutation& mutation, const std::string& body);

    /// The user's oldest waiting entries that share an incarnation, with consecutive numbers. Other users' entries wait
    /// for their own session (DESIGN §3.7).
    std::vector<OutboxEntry> waitingFor(const Uuid& user, std::size_t maxCount, std::size_t maxBytes);
    /// Entries after `after` that the cloud does not have, waiting or rejected, whosever: the oldest ones that share an
    /// incarnation. With a `reason` only those rejected for it.
    std::vector<OutboxEntry> unsent(
        const std::string& reason, std::int64_t after, std::size_t maxCount, std::size_t maxBytes);
    std::optional<OutboxEntry> byNumber(const Uuid& incarnation, std::int64_t n);
    std::optional<OutboxEntry> byEntry(std::int64_t entry);
    std::vector<OutboxEntry> inState(EntryState state, std::size_t maxCount = 1000);
    /// Pending entries (waiting or acknowledged) of a row, oldest first.
    std::vector<std::int64_t> pendingOf(TableId table, const Uuid& id);
    bool isPending(TableId table, const Uuid& id);
    /// The rows an entry changes, whatever its state.
    std::vector<std::pair<TableId, Uuid>> rowsOf(std::int64_t entry);

    void acknowledge(std::int64_t entry, std::int64_t resultSeq);
    void reject(std::int64_t entry, const std::string& reason, const std::string& detail);
    void attend(std::int64_t entry);
    /// The user's rejected entries of one reason, oldest first.
    std::vector<OutboxEntry> rejectedFor(const Uuid& user, const std::string& reason);
    /// A rejected entry goes out once more, as the newest here and the first of an incarnation of its own. Returns its
    /// new key.
    std::int64_t sendAgain(std::int64_t entry, const Uuid& incarnation);
    /// A rejected entry was handed to the owner: attended to, with the receipt as its detail.
    void handedIn(std::int64_t entry, const std::string& receipt);
    void unattend(std::int64_t entry);
    /// Acknowledged entries whose result the cursors have reached; the caller rebases their rows and then settles them.
    std::vector<std::int64_t> reached(std::int64_t seq);
    void settle(std::int64_t entry);
    /// Drops settled entries that a verified backup of the cloud holds.
    void forgetSafe(std::int64_t safeSeq);
    /// Users who have entries in these states.
    std::vector<Uuid> users();
    /// Gives the user's waiting entries to a new incarnation, numbered from 1 in their order: after a clone, a restored
    /// local backup, or (with acknowledged and settled ones too, `resend`) when the cloud lost them.
    std::int64_t renumber(const Uuid& user, const Uuid& incarnation, bool resend);
    /// The cloud lost what it had answered after `seq`: that waits again, under the numbers it had.
    void takeBackAfter(std::int64_t seq);
    /// The same for what an incarnation numbered from `n` on.
    void takeBackFrom(const Uuid& incarnation, std::int64_t n);
    /// Another wire form for an entry that was never acknowledged under its number.
    void rewrite(std::int64_t entry, const std::string& body);
    /// Marks the rows of a settled entry that goes out again as pending.
    void markPending(std::int64_t entry, TableId table, const Uuid& id);

    WaitingFigures waiting();
    std::int64_t count(EntryState state);
    std::int64_t countRejected(const std::string& reason);

private:
    void unmark(std::int64_t entry);
    sqlite::Database& m_db;
};

} // namespace dure::storage
