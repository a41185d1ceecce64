#include "core/storage/outbox.h"

#include "core/domain/content_hash.h"
#include "core/storage/row_store.h"
#include "core/storage/sync_state.h"

#include <cstring>

namespace dure::storage {

namespace {

constexpr const char* selectEntry
    = "SELECT entry, incarnation, n, user, at, intent, hash, body, state, result_seq, reason, detail FROM outbox ";

OutboxEntry entryAt(const sqlite::Statement& row)
{
    OutboxEntry entry;
    entry.entry = row.integer(0);
    entry.incarnation = uuidAt(row, 1);
    entry.n = row.integer(2);
    entry.user = uuidAt(row, 3);
    entry.at = row.integer(4);
    entry.intent = row.text(5);
    entry.hash = static_cast<std::uint64_t>(row.integer(6));
    entry.body = row.text(7);
    entry.state = static_cast<EntryState>(row.integer(8));
    entry.resultSeq = row.integer(9);
    entry.reason = row.text(10);
    entry.detail = row.text(11);
    return entry;
}

constexpr std::size_t packedRowBytes = 17;

/// The rows of a mutation, in its order.
std::string packedRows(const std::vector<Change>& changes)
{
    std::string packed;
    packed.reserve(changes.size() * packedRowBytes);
    for (const Change& change : changes) {
        packed += static_cast<char>(change.table);
        packed.append(reinterpret_cast<const char*>(change.row.bytes.data()), change.row.bytes.size());
    }
    return packed;
}

} // namespace

std::int64_t Outbox::append(const Mutation& mutation, const std::string& body)
{
    SyncState state(m_db);
    const std::int64_t n = state.nextN();
    auto insert = m_db.prepare("INSERT INTO outbox(incarnation, n, user, at, intent, batch, version, hash, body, rows) "
                               "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    const std::string rows = packedRows(mutation.changes);
    const Uuid incarnation = state.incarnation();
    insert->bind(1, blobOf(incarnation)).bind(2, n).bind(3, blobOf(mutation.user)).bind(4, mutation.at);
    insert->bind(5, mutation.intent);
    if (mutation.batch.isNil())
        insert->bindNull(6);
    else
        insert->bind(6, blobOf(mutation.batch));
    insert->bind(7, std::int64_t{schemaVersion}).bind(8, static_cast<std::int64_t>(hashBytes(body)));
    insert->bindBorrowed(9, std::string_view(body)).bindBorrowed(10, sqlite::Blob{rows.data(), rows.size()}).run();
    const std::int64_t entry = m_db.lastRowId();
    state.setNextN(n + 1);
    for (const Change& change : mutation.changes)
        markPending(entry, change.table, change.row);
    return entry;
}

void Outbox::markPending(std::int64_t entry, TableId table, const Uuid& id)
{
    auto mark = m_db.prepare("INSERT OR IGNORE INTO outbox_row(table_id, id, entry) VALUES(?, ?, ?)");
    mark->bind(1, static_cast<std::int64_t>(table)).bindBorrowed(2, blobOf(id)).bind(3, entry).run();
}

std::vector<OutboxEntry> Outbox::waitingFor(const Uuid& user, std::size_t maxCount, std::size_t maxBytes)
{
    auto rows = m_db.prepareOnce(std::string(selectEntry) + "WHERE state = 0 AND user = ? ORDER BY entry LIMIT ?");
    rows.bind(1, blobOf(user)).bind(2, static_cast<std::int64_t>(maxCount));
    std::vector<OutboxEntry> entries;
    std::size_t bytes = 0;
    while (rows.step()) {
        OutboxEntry entry = entryAt(rows);
        const bool follows
            = entries.empty() || (entry.incarnation == entries.front().incarnation && entry.n == entries.back().n + 1);
        if (!follows || (!entries.empty() && bytes + entry.body.size() > maxBytes))
            break;
        bytes += entry.body.size();
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<Uuid> Outbox::users()
{
    auto rows = m_db.prepareOnce("SELECT DISTINCT user FROM outbox WHERE state IN (0, 1, 2)");
    std::vector<Uuid> users;
    while (rows.step())
        users.push_back(uuidAt(rows, 0));
    return users;
}

std::optional<OutboxEntry> Outbox::byNumber(const Uuid& incarnation, std::int64_t n)
{
    auto rows = m_db.prepareOnce(std::string(selectEntry) + "WHERE incarnation = ? AND n = ?");
    rows.bind(1, blobOf(incarnation)).bind(2, n);
    return rows.step() ? std::optional(entryAt(rows)) : std::nullopt;
}

std::optional<OutboxEntry> Outbox::byEntry(std::int64_t entry)
{
    auto rows = m_db.prepareOnce(std::string(selectEntry) + "WHERE entry = ?");
    rows.bind(1, entry);
    return rows.step() ? std::optional(entryAt(rows)) : std::nullopt;
}

std::vector<OutboxEntry> Outbox::inState(EntryState state, std::size_t maxCount)
{
    auto rows = m_db.prepareOnce(std::string(selectEntry) + "WHERE state = ? ORDER BY entry LIMIT ?");
    rows.bind(1, static_cast<std::int64_t>(state)).bind(2, static_cast<std::int64_t>(maxCount));
    std::vector<OutboxEntry> entries;
    while (rows.step())
        entries.push_back(entryAt(rows));
    return entries;
}

std::vector<OutboxEntry> Outbox::unsent(
    const std::string& reason, std::int64_t after, std::size_t maxCount, std::size_t maxBytes)
{
    auto rows = m_db.prepareOnce(std::string(selectEntry) + "WHERE entry > ? AND "
        + (reason.empty() ? "state IN (0, 3) AND ? = ''" : "state = 3 AND reason = ?") + " ORDER BY entry LIMIT ?");
    rows.bind(1, after).bind(2, reason).bind(3, static_cast<std::int64_t>(maxCount));
    std::vector<OutboxEntry> entries;
    std::size_t bytes = 0;
    while (rows.step()) {
        OutboxEntry entry = entryAt(rows);
        bytes += entry.body.size();
        if (!entries.empty() && (entry.incarnation != entries.front().incarnation || bytes > maxBytes))
            break;
        entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<std::int64_t> Outbox::pendingOf(TableId table, const Uuid& id)
{
    auto rows = m_db.prepare("SELECT entry FROM outbox_row WHERE table_id = ? AND id = ? ORDER BY entry");
    rows->bind(1, static_cast<std::int64_t>(table)).bind(2, blobOf(id));
    std::vector<std::int64_t> entries;
    while (rows->step())
        entries.push_back(rows->integer(0));
    return entries;
}

bool Outbox::isPending(TableId table, const Uuid& id)
{
    auto rows = m_db.prepare("SELECT 1 FROM outbox_row WHERE table_id = ? AND id = ? LIMIT 1");
    rows->bind(1, static_cast<std::int64_t>(table)).bindBorrowed(2, blobOf(id));
    return rows->step();
}

std::vector<std::pair<TableId, Uuid>> Outbox::rowsOf(std::int64_t entry)
{
    auto packed = m_db.prepare("SELECT rows FROM outbox WHERE entry = ?");
    packed->bind(1, entry);
    std::vector<std::pair<TableId, Uuid>> found;
    if (!packed->step())
        return found;
    for (std::string_view rest = packed->blob(0).view(); rest.size() >= packedRowBytes;
         rest.remove_prefix(packedRowBytes)) {
        Uuid id;
        std::memcpy(id.bytes.data(), rest.data() + 1, id.bytes.size());
        found.emplace_back(static_cast<TableId>(rest.front()), id);
    }
    return found;
}

void Outbox::unmark(std::int64_t entry)
{
    for (const auto& [table, id] : rowsOf(entry)) {
        auto mark = m_db.prepare("DELETE FROM outbox_row WHERE table_id = ? AND id = ? AND entry = ?");
        mark->bind(1, static_cast<std::int64_t>(table)).bindBorrowed(2, blobOf(id)).bind(3, entry).run();
    }
}

void Outbox::acknowledge(std::int64_t entry, std::int64_t resultSeq)
{
    auto update = m_db.prepare("UPDATE outbox SET state = 1, result_seq = ? WHERE entry = ? AND state = 0");
    update->bind(1, resultSeq).bind(2, entry).run();
}

void Outbox::reject(std::int64_t entry, const std::string& reason, const std::string& detail)
{
    auto update = m_db.prepare("UPDATE outbox SET state = 3, reason = ?, detail = ? WHERE entry = ?");
    update->bind(1, reason).bind(2, detail).bind(3, entry).run();
    unmark(entry);
}

void Outbox::attend(std::int64_t entry)
{
    m_db.prepare("UPDATE outbox SET state = 4 WHERE entry = ? AND state = 3")->bind(1, entry).run();
}

std::vector<OutboxEntry> Outbox::rejectedFor(const Uuid& user, const std::string& reason)
{
    auto rows
        = m_db.prepareOnce(std::string(selectEntry) + "WHERE state = 3 AND user = ? AND reason = ? ORDER BY entry");
    rows.bind(1, blobOf(user)).bind(2, reason);
    std::vector<OutboxEntry> entries;
    while (rows.step())
        entries.push_back(entryAt(rows));
    return entries;
}

std::int64_t Outbox::sendAgain(std::int64_t entry, const Uuid& incarnation)
{
    auto insert = m_db.prepare("INSERT INTO outbox(incarnation, n, user, at, intent, batch, version, hash, body, rows) "
                               "SELECT ?, 1, user, at, intent, batch, version, hash, body, rows FROM outbox "
                               "WHERE entry = ?");
    insert->bind(1, blobOf(incarnation)).bind(2, entry).run();
    const std::int64_t again = m_db.lastRowId();
    for (const auto& [table, id] : rowsOf(entry))
        markPending(again, table, id);
    m_db.prepare("DELETE FROM outbox WHERE entry = ?")->bind(1, entry).run();
    return again;
}

void Outbox::handedIn(std::int64_t entry, const std::string& receipt)
{
    m_db.prepare("UPDATE outbox SET state = 4, reason = 'handed_in', detail = ? WHERE entry = ? AND state = 3")
        ->bind(1, receipt)
        .bind(2, entry)
        .run();
}

void Outbox::unattend(std::int64_t entry)
{
    m_db.prepare("UPDATE outbox SET state = 3 WHERE entry = ? AND state = 4")->bind(1, entry).run();
}

std::vector<std::int64_t> Outbox::reached(std::int64_t seq)
{
    auto rows = m_db.prepare("SELECT entry FROM outbox WHERE state = 1 AND result_seq <= ? ORDER BY entry");
    rows->bind(1, seq);
    std::vector<std::int64_t> entries;
    while (rows->step())
        entries.push_back(rows->integer(0));
    return entries;
}

void Outbox::settle(std::int64_t entry)
{
    m_db.prepare("UPDATE outbox SET state = 2 WHERE entry = ?")->bind(1, entry).run();
    unmark(entry);
}

void Outbox::forgetSafe(std::int64_t safeSeq)
{
    m_db.prepare("DELETE FROM outbox WHERE state IN (2, 4) AND result_seq <= ?")->bind(1, safeSeq).run();
}

std::int64_t Outbox::renumber(const Uuid& user, const Uuid& incarnation, bool resend)
{
    auto rows
        = m_db.prepareOnce(resend ? "SELECT entry FROM outbox WHERE state IN (0, 1, 2) AND user = ? ORDER BY entry"
                                  : "SELECT entry FROM outbox WHERE state = 0 AND user = ? ORDER BY entry");
    rows.bind(1, blobOf(user));
    std::vector<std::int64_t> entries;
    while (rows.step())
        entries.push_back(rows.integer(0));
    std::int64_t n = 0;
    for (std::int64_t entry : entries) {
        auto update
            = m_db.prepare("UPDATE outbox SET incarnation = ?, n = ?, state = 0, result_seq = 0 WHERE entry = ?");
        update->bind(1, blobOf(incarnation)).bind(2, ++n).bind(3, entry).run();
    }
    return n;
}

void Outbox::takeBackAfter(std::int64_t seq)
{
    auto update = m_db.prepare("UPDATE outbox SET state = 0, result_seq = 0 WHERE state IN (1, 2) AND result_seq > ?");
    update->bind(1, seq).run();
}

void Outbox::takeBackFrom(const Uuid& incarnation, std::int64_t n)
{
    auto update = m_db.prepare("UPDATE outbox SET state = 0, result_seq = 0 WHERE state IN (1, 2) AND incarnation = ? "
                               "AND n >= ?");
    update->bind(1, blobOf(incarnation)).bind(2, n).run();
}

void Outbox::rewrite(std::int64_t entry, const std::string& body)
{
    auto update = m_db.prepare("UPDATE outbox SET body = ?, hash = ? WHERE entry = ?");
    update->bind(1, body).bind(2, static_cast<std::int64_t>(hashBytes(body))).bind(3, entry).run();
}

WaitingFigures Outbox::waiting()
{
    auto rows = m_db.prepare("SELECT count(*), min(at) FROM outbox WHERE state = 0");
    rows->step();
    return {rows->integer(0), rows->integer(1)};
}

std::int64_t Outbox::countRejected(const std::string& reason)
{
    auto found = m_db.prepare("SELECT count(*) FROM outbox WHERE state = 3 AND reason = ?");
    found->bind(1, reason);
    return found->step() ? found->integer(0) : 0;
}

std::int64_t Outbox::count(EntryState state)
{
    auto rows = m_db.prepare("SELECT count(*) FROM outbox WHERE state = ?");
    rows->bind(1, static_cast<std::int64_t>(state));
    rows->step();
    return rows->integer(0);
}

} // namespace dure::storage
