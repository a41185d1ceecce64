#pragma once
#include "core/sqlite/database.h"
#include "sync/server/space_store.h"

#include <functional>
#include <memory>
#include <mutex>

namespace dure::server {

/// seq, table_id, id, deleted, root, fields, versions, hash
StoredRow storedRowAt(const sqlite::Statement& found);
/// receipt, incarnation, user, at, n, hash, body, device, epoch, skew, state, detail
QuarantinedMutation quarantinedAt(const sqlite::Statement& found);
Uuid uuidAt(const sqlite::Statement& found, int column);
/// Brings the index of references from `before` (or nothing) to `row`.
void writeReferences(sqlite::Database& db, const StoredRow& row, const ReferenceMove& move);

/// What both kinds of session do with a space's SQLite file.
class SqliteSession : public SpaceSession
{
public:
    explicit SqliteSession(sqlite::Database& db)
        : m_db(db)
    { }

    SpaceState state() override;
    void setHead(std::int64_t head) override;
    void setEpoch(const std::string& epoch) override;
    std::int64_t sharedWith(const std::string& epoch) override;
    void setSafe(std::int64_t seq) override;
    void expect(const std::vector<RowKey>&) override { }
    std::optional<StoredRow> find(TableId table, const Uuid& id) override;
    std::vector<StoredRow> aggregate(const Uuid& root) override;
    std::vector<StoredRow> naming(const RowKey& named, Life life, std::int64_t limit) override;
    void put(const StoredRow& row, const StoredRow* before, const ReferenceMove& references) override;
    RowPage page(const std::map<TableId, std::int64_t>& cursors, std::int64_t limit) override;
    std::map<TableId, protocol::TableDigest> digests() override;
    std::optional<IncarnationState> incarnation(const Uuid& id) override;
    void putIncarnation(const IncarnationState& state) override;
    std::string allotLetters(const Uuid& incarnation) override;
    std::optional<StoredResult> result(const Uuid& incarnation, std::int64_t n) override;
    void putResult(const Uuid& incarnation, const StoredResult& result) override;
    std::int64_t timeAt(std::int64_t seq) override;
    void noteTime(std::int64_t seq, std::int64_t nowMs) override;
    void addHistory(const HistoryRecord& record) override;
    std::vector<protocol::HistoryEntry> history(TableId table, const Uuid& row) override;
    void quarantine(const QuarantinedMutation& handed) override;
    std::vector<protocol::HandoverEntry> handovers() override;
    std::vector<QuarantinedMutation> handedIn(const Uuid& receipt) override;
    void decide(const QuarantinedMutation& handed) override;
    std::optional<StoredBlob> findBlob(const BlobHash& hash) override;
    bool isNamed(const BlobHash& hash) override;
    std::vector<StoredBlob> blobs() override;
    std::int64_t completeBlobBytes() override;
    void putBlob(const StoredBlob& blob) override;
    void addBlobPiece(const BlobHash& hash, std::int64_t offset, std::string_view bytes) override;
    std::string blobBytes(const BlobHash& hash, std::int64_t offset, std::int64_t length) override;
    void eraseBlob(const BlobHash& hash) override;
    SpaceOrigin origin() override;
    void setOrigin(const SpaceOrigin& origin) override;
    void showAll(SpaceVisitor& visitor) override;

protected:
    /// Digests are gathered in memory during a session and written once.
    void writeDigests();
    sqlite::Database& m_db;

private:
    void setMeta(std::string_view name, std::string_view value);
    void setMeta(std::string_view name, std::int64_t value);
    std::int64_t nextLetters();
    std::map<TableId, protocol::TableDigest> m_moved;
};

/// Holds the space's write lock from its first moment to its end.
class SqliteWriteSession final : public SqliteSession
{
public:
    SqliteWriteSession(sqlite::Database& db, std::unique_lock<std::mutex> lock)
        : SqliteSession(db)
        , m_lock(std::move(lock))
        , m_transaction(db)
    { }
    void commit() override
    {
        writeDigests();
        m_transaction.commit();
    }

private:
    std::unique_lock<std::mutex> m_lock;
    sqlite::Transaction m_transaction;
};

/// One moment of the space, on a connection of its own that goes back to the store's pool.
class SqliteReadSession final : public SqliteSession
{
public:
    using GiveBack = std::function<void(std::unique_ptr<sqlite::Database>)>;
    SqliteReadSession(std::unique_ptr<sqlite::Database> db, GiveBack giveBack)
        : SqliteSession(*db)
        , m_owned(std::move(db))
        , m_giveBack(std::move(giveBack))
        , m_snapshot(std::in_place, m_db)
    { }
    ~SqliteReadSession() override
    {
        m_snapshot.reset();
        m_giveBack(std::move(m_owned));
    }
    void commit() override { }

private:
    std::unique_ptr<sqlite::Database> m_owned;
    GiveBack m_giveBack;
    std::optional<sqlite::Snapshot> m_snapshot;
};

} // namespace dure::server
