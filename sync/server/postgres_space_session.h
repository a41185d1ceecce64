#pragma once
#include "sync/server/postgres_pool.h"
#include "sync/server/space_store.h"

namespace dure::server {

/// seq, table_id, id, deleted, root, fields, versions, hash
StoredRow storedRowAt(const SqlRows& found);
/// receipt, incarnation, user, at, n, hash, body, device, epoch, skew, state, detail
QuarantinedMutation quarantinedAt(const SqlRows& found);

/// One transaction on one space in PostgreSQL. Row-level security shows it the space's rows alone, and each statement
/// names space_id besides. What is written goes out with the next question: a round trip costs more than a statement.
class PostgresSpaceSession final : public SpaceSession
{
public:
    /// A write session locks the space's row first.
    PostgresSpaceSession(PostgresPool& pool, const Uuid& space, PostgresTransaction::Kind kind);
    void commit() override;

    SpaceState state() override { return m_state; }
    void setHead(std::int64_t head) override;
    void setEpoch(const std::string& epoch) override;
    std::int64_t sharedWith(const std::string& epoch) override;
    void setSafe(std::int64_t seq) override;
    void expect(const std::vector<RowKey>& keys) override;
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

private:
    void writeDigests();
    void writeReferences(const StoredRow& row, const ReferenceMove& move);
    void showResults(const Uuid& device, SpaceVisitor& visitor);
    void showHistory(SpaceVisitor& visitor);
    PostgresTransaction m_db;
    const Uuid m_space;
    SpaceState m_state;
    std::int64_t m_nextLetters = 0;
    bool m_stateChanged = false;
    std::int64_t m_historyEntries = 0;
    std::map<RowKey, std::optional<StoredRow>> m_expected; ///< as they stand in this transaction
    std::map<TableId, protocol::TableDigest> m_moved; ///< gathered during the session, written once
};

} // namespace dure::server
