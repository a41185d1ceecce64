#pragma once
#include "core/domain/mutation.h"
#include "core/storage/derived_data.h"
#include "core/storage/outbox.h"
#include "core/storage/row_store.h"
#include "core/storage/sync_state.h"
#include "sync/protocol/messages.h"

#include <deque>
#include <map>
#include <set>
#include <unordered_map>

namespace dure::client {

/// Brings what the cloud sent into a space and keeps the one invariant of DESIGN §3.8: what is seen = the last server
/// image + this PC's pending changes, in order. One applier a transaction; finish() is its last act before commit.
class Applier
{
public:
    explicit Applier(sqlite::Database& db);

    /// A page's rows and cursors; entries whose result the cursors have reached are settled.
    void applyPage(const protocol::PullReply& page);
    /// A mutation the cloud refused: its effect goes, the input stays in the outbox under "needs attention".
    void reject(std::int64_t entry, const std::string& reason, const std::string& detail);
    /// What this user's edits were refused for, a missing row, is here by now: they go out again. The PC that made the
    /// row may have sent it later, above all after the cloud lost its past. Once for each state of its rows: `tried`
    /// remembers.
    void retryMissing(const Uuid& user, std::set<std::uint64_t>& tried);
    /// What an older version kept for this one: rows of tables it did not know, and fields that are columns by now.
    /// False: nothing.
    bool takeUpKept();
    /// Forgets all server images but keeps what is seen until the new epoch's rows have arrived (see sweep()).
    void beginEpoch(const std::string& epoch);
    /// After renumbering: the rows of everything that waits are pending again, upon the image they had; a base beyond
    /// `epochStart` would claim to have seen what was lost, and is written anew.
    void prepareResend(std::int64_t epochStart);
    /// A table this user may no longer read: its rows go, pending work stays in the outbox.
    void dropTable(const Table& table);
    /// The same for a table this version does not know.
    void dropUnknownTable(const std::string& name);
    /// Reads a whole table again whose digest differs.
    void refetch(const Table& table);
    /// Digests and derived data; to be called once.
    void finish();

    const ChangeSet& changes() const { return m_changes; }

private:
    /// A waiting action by the rows it changes: one of an import touches hundreds, each of which asks for it.
    struct DecodedEntry
    {
        std::int64_t entry = 0;
        std::unordered_map<Uuid, std::vector<Change>> changes;
    };
    const DecodedEntry& decoded(std::int64_t entry);

    void applyRow(const protocol::PulledRow& pulled);
    void keepRaw(const protocol::PulledRow& pulled);
    bool takeUpRows();
    void takeUpFields(const Table& table);
    std::int64_t seqAtCloud(TableId table, const Uuid& id);
    std::optional<std::uint64_t> standsUpon(const Mutation& mutation);
    void capBases(const storage::OutboxEntry& entry, Mutation& mutation, std::int64_t epochStart);
    void settleReached(std::int64_t seq);
    void rebase(TableId table, const Uuid& id);
    void see(const Table& table, const storage::LocalRow* before, const storage::LocalRow& after);
    void moveDigest(const Table& table, const storage::LocalRow* before, const storage::LocalRow& after);
    void sweep();
    std::vector<Change> pendingChanges(TableId table, const Uuid& id);

    sqlite::Database& m_db;
    storage::RowStore m_rows;
    storage::Outbox m_outbox;
    storage::SyncState m_state;
    storage::DerivedData m_derived;
    std::map<TableId, storage::LocalDigest> m_digests; ///< changes of this transaction
    ChangeSet m_changes;
    std::deque<DecodedEntry> m_decoded; ///< the latest few
    bool m_hasOutbox = false; ///< nothing pending at all: a first sync need not look row by row
    bool m_isFresh = false; ///< nothing stored at all: a first sync need not look for old images
    std::int64_t m_firstHead = 0; ///< the cloud's head when the first sync began
    bool m_complete = false; ///< this page reached the head
};

} // namespace dure::client
