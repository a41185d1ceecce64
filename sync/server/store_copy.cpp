#include "sync/server/store_copy.h"

#include "sync/protocol/codec.h"
#include "sync/server/account_copy.h"
#include "sync/server/blob_service.h"
#include "sync/server/references.h"

#include <algorithm>

namespace dure::server {

namespace {

/// Puts what it is shown into a space.
class Filler final : public SpaceVisitor
{
public:
    explicit Filler(SpaceSession& to)
        : m_to(to)
    { }
    void row(const StoredRow& row) override { m_to.put(row, nullptr, moveReferences(row, nullptr)); }
    void incarnation(const IncarnationState& state) override { m_to.putIncarnation(state); }
    void result(const Uuid& incarnation, const StoredResult& result) override { m_to.putResult(incarnation, result); }
    void time(std::int64_t seq, std::int64_t at) override { m_to.noteTime(seq, at); }
    void history(const HistoryRecord& record) override { m_to.addHistory(record); }
    void quarantined(const QuarantinedMutation& kept) override
    {
        m_to.quarantine(kept);
        if (kept.state != protocol::HandoverState::Waiting)
            m_to.decide(kept);
    }

    void blob(const StoredBlob& blob) override { m_to.putBlob(blob); }
    void blobPiece(const BlobHash& hash, std::int64_t offset, std::string_view bytes) override
    {
        m_to.addBlobPiece(hash, offset, bytes);
    }

private:
    SpaceSession& m_to;
};

bool haveSameBlobs(SpaceSession& one, SpaceSession& other)
{
    return std::ranges::equal(one.blobs(), other.blobs(), [](const StoredBlob& a, const StoredBlob& b) {
        return a.hash == b.hash && a.size == b.size && a.received == b.received && a.complete == b.complete;
    });
}

std::int64_t liveRows(const std::map<TableId, protocol::TableDigest>& digests)
{
    std::int64_t rows = 0;
    for (const auto& [table, digest] : digests)
        rows += digest.count;
    return rows;
}

std::vector<Space> spacesOf(SqlSession& db, const Company* company)
{
    const auto found = company
        ? db.query("SELECT id, kind, name FROM space WHERE company = $1 ORDER BY kind, id", {company->id})
        : db.query("SELECT id, kind, name FROM space WHERE company IS NULL ORDER BY kind, id");
    std::vector<Space> spaces;
    while (found->next())
        spaces.push_back({found->id(0), static_cast<SpaceKind>(found->integer(1)), found->copy(2)});
    return spaces;
}

/// One company with its spaces, or (nullptr) rooms and the platform, which are nobody's. Each space comes before its
/// accounts, so that nobody enters a half-filled one.
void copyGroup(CloudStore& from, CloudStore& to, const Company* company, bool isLive, MoveReport& report)
{
    const std::vector<Space> spaces = spacesOf(*from.accounts().read(), company);
    for (const Space& each : spaces) {
        if (!from.hasSpace(each.id))
            continue;
        const auto store = from.openSpace(each.id);
        // a writer's lock keeps other writers out; it is never committed
        const auto space = isLive ? store->beginRead() : store->beginWrite();
        report.rows += copySpace(*space, *to.openSpace(each.id));
        report.heads.push_back({each.id, each.kind, space->state().epoch, space->state().head});
    }
    const auto source = from.accounts().read();
    const auto target = to.accounts().write();
    if (company)
        copyCompanyRow(*target, *company);
    for (const Space& each : spaces)
        copySpaceAccounts(*source, *target, each.id);
    target->commit();
}

} // namespace

std::vector<std::string> digestFaults(SpaceSession& space)
{
    constexpr std::int64_t pageRows = 5000;
    std::vector<std::string> faults;
    std::map<TableId, std::int64_t> cursors;
    for (const Table& table : allTables())
        cursors[table.id] = 0;
    std::map<TableId, protocol::TableDigest> counted;
    for (bool more = true; more;) {
        const RowPage page = space.page(cursors, pageRows);
        for (const protocol::PulledRow& pulled : page.rows) {
            const Table* table = findTable(pulled.table);
            if (!table || pulled.deleted)
                continue;
            const auto row = protocol::decodeRow(*table, pulled.id, pulled.fields);
            if (!row) {
                faults.push_back("unreadable row in " + pulled.table);
                continue;
            }
            ++counted[table->id].count;
            counted[table->id].sum += protocol::rowHash(*table, *row, pulled.seq);
        }
        more = page.more;
        if (more)
            for (auto& [table, cursor] : cursors)
                cursor = page.rows.back().seq;
    }
    for (const auto& [table, kept] : space.digests())
        if (!(counted[table] == kept))
            faults.push_back("the digest of " + std::string(tableOf(table).name) + " is wrong");
    return faults;
}

std::vector<std::string> spaceFaults(SpaceSession& space)
{
    std::vector<std::string> faults = digestFaults(space);
    for (const StoredBlob& blob : space.blobs())
        if (blob.complete && hashOfStored(space, blob) != blob.hash)
            faults.push_back("the file " + blob.hash.toString() + " is damaged");
    return faults;
}

std::int64_t copySpace(SpaceSession& from, SpaceStore& to)
{
    const SpaceOrigin origin = from.origin();
    const auto digests = from.digests();
    {
        const auto target = to.beginWrite();
        const bool isEmpty = target->state().head == 0 && target->digests().empty();
        if (isEmpty && !(target->origin() == origin)) {
            target->setOrigin(origin);
            Filler filler(*target);
            from.showAll(filler);
            target->commit();
        }
    }
    const auto copied = to.beginRead();
    if (!(copied->origin() == origin) || copied->digests() != digests || !haveSameBlobs(from, *copied))
        throw std::runtime_error("the space is there already, with other content");
    if (const auto faults = spaceFaults(*copied); !faults.empty())
        throw std::runtime_error("the copy is wrong: " + faults.front());
    return liveRows(digests);
}

std::expected<MoveReport, std::string> copyCompanies(
    CloudStore& from, CloudStore& to, const CopyChoice& choice, const Clock& clock, RandomSource& random)
{
    MoveReport report;
    std::string at;
    try {
        for (const Company& company : Accounts(from.accounts(), clock, random).companies()) {
            if (choice.company && company.id != *choice.company)
                continue;
            at = company.name;
            copyGroup(from, to, &company, choice.isLive, report);
            ++report.companies;
        }
        at = "rooms and the platform";
        if (!choice.company)
            copyGroup(from, to, nullptr, choice.isLive, report);
    } catch (const std::exception& problem) {
        return std::unexpected(at + ": " + problem.what());
    }
    return report;
}

} // namespace dure::server
