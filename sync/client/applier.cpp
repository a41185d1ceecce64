#include "sync/client/applier.h"

#include "core/storage/blob_store.h"
#include "core/storage/client_schema.h"
#include "core/storage/space_database.h"
#include "sync/protocol/codec.h"

#include <algorithm>

namespace dure::client {

using storage::LocalRow;

namespace {

/// Above this many touched rows screens read everything again.
constexpr std::size_t maxNamedChanges = 2000;
/// A row is rarely pending in more actions than these, and rows come back in the order of their actions.
constexpr std::size_t maxDecoded = 8;
/// Of the write-ahead log while a fresh file fills: 80 MB.
constexpr int fillingPages = 20'000;

} // namespace

Applier::Applier(sqlite::Database& db)
    : m_db(db)
    , m_rows(db)
    , m_outbox(db)
    , m_state(db)
    , m_derived(db)
{
    auto pending = db.prepare("SELECT 1 FROM outbox_row LIMIT 1");
    m_hasOutbox = pending->step();
    m_isFresh = !m_hasOutbox && !m_state.isComplete() && m_state.integer("sweeping") == 0;
}

void Applier::applyPage(const protocol::PullReply& page)
{
    m_complete = !page.more;
    if (m_isFresh && m_state.reached() == 0) {
        m_state.set("first_head", page.head);
        if (page.more) {
            m_derived.postpone();
            // each page of rows touches the pages of the indexes anew: they are carried over once, at the end
            m_db.setCheckpointPages(fillingPages);
        }
    }
    m_firstHead = m_state.integer("first_head");
    for (const protocol::PulledRow& row : page.rows)
        applyRow(row);
    for (const auto& [table, seq] : page.cursors)
        m_state.setCursor(table, seq);
    m_state.setEpoch(page.epoch);
    m_state.setHead(page.head);
    m_state.setGrants(page.grants);
    m_state.set("safe", page.safe);
    m_state.set("contact", page.now); // for programs that look at the file alone
    settleReached(m_state.reached());
    m_outbox.forgetSafe(page.safe);
    if (m_complete && !m_state.isComplete()) {
        sweep();
        m_state.setComplete(true);
        m_db.setCheckpointPages(storage::clientCheckpointPages);
        m_changes.everything = true;
    }
}

void Applier::applyRow(const protocol::PulledRow& pulled)
{
    const Table* table = findTable(pulled.table);
    if (!table)
        return keepRaw(pulled);
    LocalRow image{pulled.row, pulled.seq, pulled.deleted, 0};
    if (!pulled.deleted)
        image.hash = protocol::rowHash(*table, image.row, image.seq);
    const bool pending = m_hasOutbox && m_outbox.isPending(table->id, pulled.id);
    std::optional<LocalRow> seen;
    std::optional<LocalRow> oldImage;
    // while a fresh file fills, a row comes twice only if it changed in between; then its seq is above the first head
    if (!m_isFresh || pulled.seq > m_firstHead)
        seen = m_rows.find(*table, pulled.id);
    if (pending)
        oldImage = m_rows.findImage(*table, pulled.id);
    const LocalRow* before = pending ? (oldImage ? &*oldImage : nullptr) : (seen && seen->seq != 0 ? &*seen : nullptr);
    if (before && before->seq >= pulled.seq)
        return; // an older seq never overwrites a newer one
    moveDigest(*table, before, image);
    if (pending) {
        m_rows.putImage(*table, image);
        rebase(table->id, pulled.id);
        return;
    }
    if (seen)
        m_rows.change(*table, *seen, image);
    else
        m_rows.insert(*table, image);
    see(*table, seen ? &*seen : nullptr, image);
}

void Applier::keepRaw(const protocol::PulledRow& pulled)
{
    auto put
        = m_db.prepare("INSERT OR REPLACE INTO raw_row(table_name, id, seq, deleted, fields) VALUES(?, ?, ?, ?, ?)");
    put->bind(1, pulled.table).bind(2, storage::blobOf(pulled.id)).bind(3, pulled.seq);
    put->bind(4, pulled.deleted ? 1 : 0).bind(5, pulled.fields).run();
}

void Applier::see(const Table& table, const LocalRow* before, const LocalRow& after)
{
    m_derived.changed(table, before, after);
    if (m_changes.rows.size() < maxNamedChanges)
        m_changes.add(table.id, after.row.id, storage::RowStore::rootOf(table, after.row));
    else
        m_changes.everything = true;
}

void Applier::moveDigest(const Table& table, const LocalRow* before, const LocalRow& after)
{
    storage::LocalDigest& moved = m_digests[table.id];
    if (before && !before->deleted && before->seq > 0) {
        --moved.count;
        moved.sum -= before->hash;
    }
    if (!after.deleted) {
        ++moved.count;
        moved.sum += after.hash;
    }
}

void Applier::settleReached(std::int64_t seq)
{
    if (!m_hasOutbox)
        return;
    for (std::int64_t entry : m_outbox.reached(seq)) {
        const auto rows = m_outbox.rowsOf(entry);
        m_outbox.settle(entry);
        for (const auto& [table, id] : rows)
            rebase(table, id);
    }
}

void Applier::reject(std::int64_t entry, const std::string& reason, const std::string& detail)
{
    const auto rows = m_outbox.rowsOf(entry);
    m_outbox.reject(entry, reason, detail);
    for (const auto& [table, id] : rows)
        rebase(table, id);
}

const Applier::DecodedEntry& Applier::decoded(std::int64_t entry)
{
    const auto known = std::ranges::find(m_decoded, entry, &DecodedEntry::entry);
    if (known != m_decoded.end())
        return *known;
    if (m_decoded.size() == maxDecoded)
        m_decoded.pop_front();
    DecodedEntry& fresh = m_decoded.emplace_back();
    fresh.entry = entry;
    const auto stored = m_outbox.byEntry(entry);
    auto mutation = stored ? protocol::decodeMutation(stored->body) : std::unexpected(protocol::MutationProblem{});
    if (mutation)
        for (Change& change : mutation->changes)
            fresh.changes[change.row].push_back(std::move(change));
    return fresh;
}

std::vector<Change> Applier::pendingChanges(TableId table, const Uuid& id)
{
    std::vector<Change> changes;
    for (std::int64_t entry : m_outbox.pendingOf(table, id)) {
        const DecodedEntry& whole = decoded(entry);
        const auto ofRow = whole.changes.find(id);
        if (ofRow == whole.changes.end())
            continue;
        for (const Change& change : ofRow->second)
            if (change.table == table)
                changes.push_back(change);
    }
    return changes;
}

void Applier::rebase(TableId tableId, const Uuid& id)
{
    const Table& table = tableOf(tableId);
    const std::optional<LocalRow> seen = m_rows.find(table, id);
    const std::optional<LocalRow> image = m_rows.findImage(table, id);
    const std::vector<Change> changes = pendingChanges(tableId, id);
    if (!image && changes.empty()) {
        // seq 0: made here and refused by the cloud; otherwise nothing was pending any more
        if (seen && seen->seq == 0) {
            m_rows.erase(table, id);
            m_derived.erased(table, *seen);
            m_changes.add(tableId, id, storage::RowStore::rootOf(table, seen->row));
        }
        return;
    }
    LocalRow result;
    if (image)
        result = *image;
    result.row.id = id;
    for (const Change& change : changes) {
        storage::RowStore::applyFields(result, table, change);
        result.row.extra = protocol::mergeExtra(result.row.extra, change.fields.extra);
    }
    if (seen)
        m_rows.change(table, *seen, result);
    else
        m_rows.insert(table, result);
    if (changes.empty())
        m_rows.eraseImage(table, id);
    see(table, seen ? &*seen : nullptr, result);
}

void Applier::beginEpoch(const std::string& epoch)
{
    // seq -1: seen before, not confirmed in this epoch yet
    for (const Table& table : allTables()) {
        const std::string name(table.name);
        m_db.execute("UPDATE " + name + " SET seq = -1, hash = 0 WHERE seq <> 0");
        m_db.execute("UPDATE " + storage::imageTable(table) + " SET seq = -1, hash = 0");
    }
    m_db.execute("DELETE FROM raw_row"); // nobody sees them; all come again
    m_db.execute("DELETE FROM digest");
    m_digests.clear();
    m_state.clearCursors();
    m_state.setHead(0); // what was heard of is of the old epoch; it must not look like being ahead of the new one
    m_state.setEpoch(epoch);
    m_state.setComplete(false);
    m_state.set("sweeping", std::int64_t{1});
    m_changes.everything = true;
}

void Applier::prepareResend(std::int64_t epochStart)
{
    for (const storage::OutboxEntry& entry : m_outbox.inState(storage::EntryState::Waiting, 10'000'000)) {
        auto mutation = protocol::decodeMutation(entry.body);
        if (!mutation)
            continue;
        for (const Change& change : mutation->changes) {
            const Table& table = tableOf(change.table);
            const auto seen = m_rows.find(table, change.row);
            if (seen && seen->seq != 0 && !m_rows.findImage(table, change.row))
                m_rows.putImage(table, *seen);
            m_outbox.markPending(entry.entry, change.table, change.row);
        }
        capBases(entry, *mutation, epochStart);
    }
    // they may go out again as well
    for (const storage::OutboxEntry& entry : m_outbox.inState(storage::EntryState::Rejected, 10'000'000))
        if (auto mutation = protocol::decodeMutation(entry.body))
            capBases(entry, *mutation, epochStart);
    m_hasOutbox = true;
    m_decoded.clear(); // rewritten
}

void Applier::capBases(const storage::OutboxEntry& entry, Mutation& mutation, std::int64_t epochStart)
{
    bool capped = false;
    for (Change& change : mutation.changes) {
        capped = capped || change.base > epochStart;
        change.base = std::min(change.base, epochStart);
    }
    if (capped)
        m_outbox.rewrite(entry.entry, protocol::encodeMutation(mutation));
}

/// The new epoch's rows are all here: what it does not know and nobody changes here is gone.
void Applier::sweep()
{
    if (m_state.integer("sweeping") == 0)
        return;
    for (const Table& table : allTables()) {
        const std::string mark = " WHERE seq = -1 AND id NOT IN (SELECT id FROM outbox_row WHERE table_id = "
            + std::to_string(static_cast<int>(table.id)) + ")";
        m_db.execute("DELETE FROM " + std::string(table.name) + mark);
        m_db.execute("DELETE FROM " + storage::imageTable(table) + " WHERE seq = -1");
        m_db.execute("UPDATE " + std::string(table.name) + " SET seq = 0 WHERE seq = -1");
    }
    m_state.set("sweeping", std::int64_t{0});
    m_derived.postpone();
}

void Applier::dropTable(const Table& table)
{
    m_db.execute("DELETE FROM " + std::string(table.name));
    m_db.execute("DELETE FROM " + storage::imageTable(table));
    m_state.setDigest(table.id, {});
    m_digests.erase(table.id);
    auto forget = m_db.prepare("DELETE FROM cursor WHERE table_name = ?");
    forget->bind(1, table.name).run();
    if (table.id == TableId::Attachment)
        storage::BlobStore(m_db).dropFetched();
    m_derived.postpone();
    m_changes.everything = true;
}

void Applier::dropUnknownTable(const std::string& name)
{
    m_db.prepare("DELETE FROM raw_row WHERE table_name = ?")->bind(1, name).run();
    m_db.prepare("DELETE FROM cursor WHERE table_name = ?")->bind(1, name).run();
}

void Applier::refetch(const Table& table)
{
    const std::string name(table.name);
    m_db.execute("UPDATE " + name + " SET seq = -1, hash = 0 WHERE seq <> 0");
    m_db.execute("UPDATE " + storage::imageTable(table) + " SET seq = -1, hash = 0");
    m_state.setDigest(table.id, {});
    m_state.setCursor(name, 0);
    m_state.setComplete(false);
    m_state.set("sweeping", std::int64_t{1});
}

void Applier::finish()
{
    for (const auto& [table, moved] : m_digests) {
        storage::LocalDigest digest = m_state.digest(table);
        digest.count += moved.count;
        digest.sum += moved.sum;
        m_state.setDigest(table, digest);
    }
    m_digests.clear();
    if (m_derived.isPostponed() && m_state.isComplete())
        m_derived.rebuild();
    else
        m_derived.refresh();
}

} // namespace dure::client
