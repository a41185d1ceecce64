#include "tests/simulation/observed_store.h"

namespace dure::simulation {

using namespace server;

namespace {

class ObservedSession final : public SpaceSession
{
public:
    ObservedSession(std::unique_ptr<SpaceSession> real, Ledger& ledger, ObservedStore::Complete complete)
        : m_real(std::move(real))
        , m_ledger(ledger)
        , m_complete(std::move(complete))
    { }
    ~ObservedSession() override
    {
        if (!m_isCommitted && m_past)
            m_ledger.restore(std::move(*m_past)); // it never happened
    }

    void commit() override
    {
        m_real->commit();
        m_isCommitted = true;
    }
    void put(const StoredRow& row, const StoredRow* before, const ReferenceMove& references) override
    {
        Ledger::Written written{row, std::nullopt};
        if (before)
            written.before = *before;
        m_written.push_back(std::move(written));
        m_real->put(row, before, references);
    }
    void putResult(const Uuid& incarnation, const StoredResult& result) override
    {
        m_real->putResult(incarnation, result);
        Ledger::Answered answer;
        answer.incarnation = incarnation;
        answer.result = result.result;
        answer.rows = std::move(m_written);
        m_written.clear();
        m_complete(answer);
        if (!m_past)
            m_past = m_ledger.past();
        m_ledger.answered(answer, *m_real);
    }

    SpaceState state() override { return m_real->state(); }
    void setHead(std::int64_t head) override { m_real->setHead(head); }
    void setEpoch(const std::string& epoch) override { m_real->setEpoch(epoch); }
    std::int64_t sharedWith(const std::string& epoch) override { return m_real->sharedWith(epoch); }
    void setSafe(std::int64_t seq) override { m_real->setSafe(seq); }
    void expect(const std::vector<RowKey>& keys) override { m_real->expect(keys); }
    std::optional<StoredRow> find(TableId table, const Uuid& id) override { return m_real->find(table, id); }
    std::vector<StoredRow> aggregate(const Uuid& root) override { return m_real->aggregate(root); }
    std::vector<StoredRow> naming(const RowKey& named, Life life, std::int64_t limit) override
    {
        return m_real->naming(named, life, limit);
    }
    RowPage page(const std::map<TableId, std::int64_t>& cursors, std::int64_t limit) override
    {
        return m_real->page(cursors, limit);
    }
    std::map<TableId, protocol::TableDigest> digests() override { return m_real->digests(); }
    std::optional<IncarnationState> incarnation(const Uuid& id) override { return m_real->incarnation(id); }
    void putIncarnation(const IncarnationState& state) override { m_real->putIncarnation(state); }
    std::string allotLetters(const Uuid& incarnation) override { return m_real->allotLetters(incarnation); }
    std::optional<StoredResult> result(const Uuid& incarnation, std::int64_t n) override
    {
        return m_real->result(incarnation, n);
    }
    std::int64_t timeAt(std::int64_t seq) override { return m_real->timeAt(seq); }
    void noteTime(std::int64_t seq, std::int64_t nowMs) override { m_real->noteTime(seq, nowMs); }
    void addHistory(const HistoryRecord& record) override { m_real->addHistory(record); }
    std::vector<protocol::HistoryEntry> history(TableId table, const Uuid& row) override
    {
        return m_real->history(table, row);
    }
    void quarantine(const QuarantinedMutation& handed) override { m_real->quarantine(handed); }
    std::vector<protocol::HandoverEntry> handovers() override { return m_real->handovers(); }
    std::vector<QuarantinedMutation> handedIn(const Uuid& receipt) override { return m_real->handedIn(receipt); }
    void decide(const QuarantinedMutation& handed) override { m_real->decide(handed); }
    std::optional<StoredBlob> findBlob(const BlobHash& hash) override { return m_real->findBlob(hash); }
    bool isNamed(const BlobHash& hash) override { return m_real->isNamed(hash); }
    std::vector<StoredBlob> blobs() override { return m_real->blobs(); }
    std::int64_t completeBlobBytes() override { return m_real->completeBlobBytes(); }
    void putBlob(const StoredBlob& blob) override { m_real->putBlob(blob); }
    void addBlobPiece(const BlobHash& hash, std::int64_t offset, std::string_view bytes) override
    {
        m_real->addBlobPiece(hash, offset, bytes);
    }
    std::string blobBytes(const BlobHash& hash, std::int64_t offset, std::int64_t length) override
    {
        return m_real->blobBytes(hash, offset, length);
    }
    void eraseBlob(const BlobHash& hash) override { m_real->eraseBlob(hash); }
    SpaceOrigin origin() override { return m_real->origin(); }
    void setOrigin(const SpaceOrigin& origin) override { m_real->setOrigin(origin); }
    void showAll(SpaceVisitor& visitor) override { m_real->showAll(visitor); }

private:
    std::unique_ptr<SpaceSession> m_real;
    Ledger& m_ledger;
    ObservedStore::Complete m_complete;
    std::optional<Ledger::Past> m_past; ///< as it was before the session's first answer
    std::vector<Ledger::Written> m_written;
    bool m_isCommitted = false;
};

} // namespace

std::unique_ptr<SpaceSession> ObservedStore::beginWrite()
{
    return std::make_unique<ObservedSession>(m_real.beginWrite(), m_ledger, m_complete);
}

} // namespace dure::simulation
