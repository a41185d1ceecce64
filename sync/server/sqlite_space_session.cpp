#include "sync/server/sqlite_space_session.h"

#include "core/domain/document_number.h"
#include "sync/protocol/codec.h"
#include "sync/server/references.h"

#include <algorithm>

namespace dure::server {

namespace {

using sqlite::Blob;
using sqlite::Statement;

Blob blobOf(const Uuid& id) { return {id.bytes.data(), id.bytes.size()}; }

std::int64_t signedOf(std::uint64_t value) { return static_cast<std::int64_t>(value); }
std::uint64_t unsignedOf(std::int64_t value) { return static_cast<std::uint64_t>(value); }

std::int64_t numberOf(TableId table) { return static_cast<std::int64_t>(table); }

constexpr const char* rowColumns = "SELECT seq, table_id, id, deleted, root, fields, versions, hash FROM row ";

} // namespace

Uuid uuidAt(const sqlite::Statement& row, int column)
{
    const Blob blob = row.blob(column);
    return Uuid::fromBytes(blob.data, blob.size).value_or(Uuid{});
}

StoredRow storedRowAt(const sqlite::Statement& found)
{
    StoredRow row;
    row.seq = found.integer(0);
    row.table = static_cast<TableId>(found.integer(1));
    row.id = uuidAt(found, 2);
    row.deleted = found.integer(3) != 0;
    row.root = found.isNull(4) ? row.id : uuidAt(found, 4);
    row.fields = found.text(5);
    row.versions = found.text(6);
    row.hash = unsignedOf(found.integer(7));
    return row;
}

void writeReferences(sqlite::Database& db, const StoredRow& row, const ReferenceMove& move)
{
    const auto write = [&](std::string_view sql, const RowKey& named) {
        auto statement = db.prepare(sql);
        statement->bindBorrowed(1, blobOf(named.second)).bind(2, numberOf(named.first));
        statement->bindBorrowed(3, blobOf(row.id)).bind(4, numberOf(row.table)).run();
    };
    for (const RowKey& named : move.gone)
        write("DELETE FROM reference WHERE target = ? AND target_table = ? AND id = ? AND table_id = ?", named);
    for (const RowKey& named : move.added)
        write("INSERT INTO reference(target, target_table, id, table_id) VALUES(?, ?, ?, ?)", named);
}

SpaceState SqliteSession::state()
{
    SpaceState state;
    auto rows = m_db.prepare("SELECT name, value FROM meta");
    while (rows->step()) {
        const std::string_view name = rows->text(0);
        if (name == "epoch")
            state.epoch = rows->text(1);
        else if (name == "epoch_start")
            state.epochStart = rows->integer(1);
        else if (name == "head")
            state.head = rows->integer(1);
        else if (name == "safe")
            state.safe = rows->integer(1);
    }
    return state;
}

void SqliteSession::setMeta(std::string_view name, std::string_view value)
{
    m_db.prepare("INSERT OR REPLACE INTO meta(name, value) VALUES(?, ?)")->bindAll(name, value).run();
}

void SqliteSession::setMeta(std::string_view name, std::int64_t value)
{
    m_db.prepare("INSERT OR REPLACE INTO meta(name, value) VALUES(?, ?)")->bindAll(name, value).run();
}

void SqliteSession::setHead(std::int64_t head) { setMeta("head", head); }

void SqliteSession::setEpoch(const std::string& epoch)
{
    const std::int64_t start = state().head;
    m_db.prepare("INSERT INTO epoch(name, start) VALUES(?, ?)")->bind(1, epoch).bind(2, start).run();
    setMeta("epoch_start", start);
    setMeta("epoch", std::string_view(epoch));
    const std::int64_t allotted = nextLetters();
    setMeta("next_letters", allotted + lettersLeftOut(epoch, allotted));
}

std::int64_t SqliteSession::sharedWith(const std::string& epoch)
{
    auto found = m_db.prepare("SELECT min(start) FROM epoch WHERE number > (SELECT number FROM epoch WHERE name = ?)");
    found->bind(1, epoch);
    return found->step() ? found->integer(0) : 0;
}

void SqliteSession::setSafe(std::int64_t seq) { setMeta("safe", seq); }

std::optional<StoredRow> SqliteSession::find(TableId table, const Uuid& id)
{
    static const std::string sql = std::string(rowColumns) + "WHERE id = ? AND table_id = ?";
    auto found = m_db.prepare(sql);
    found->bindBorrowed(1, blobOf(id)).bind(2, static_cast<std::int64_t>(table));
    return found->step() ? std::optional(storedRowAt(*found)) : std::nullopt;
}

std::vector<StoredRow> SqliteSession::aggregate(const Uuid& root)
{
    static const std::string sql = std::string(rowColumns) + "WHERE root = ?1 OR id = ?1 ORDER BY seq";
    auto found = m_db.prepare(sql);
    found->bindBorrowed(1, blobOf(root));
    std::vector<StoredRow> rows;
    while (found->step())
        rows.push_back(storedRowAt(*found));
    return rows;
}

std::vector<StoredRow> SqliteSession::naming(const RowKey& named, Life life, std::int64_t limit)
{
    auto found = m_db.prepare("SELECT seq, table_id, id, deleted, root, fields, versions, hash FROM reference "
                              "JOIN row USING(id, table_id) WHERE target = ? AND target_table = ? AND deleted = ? "
                              "ORDER BY id DESC, table_id DESC LIMIT ?");
    found->bindBorrowed(1, blobOf(named.second)).bind(2, numberOf(named.first));
    found->bind(3, life == Life::Tombstone ? 1 : 0).bind(4, limit);
    std::vector<StoredRow> rows;
    while (found->step())
        rows.push_back(storedRowAt(*found));
    return rows;
}

void SqliteSession::put(const StoredRow& row, const StoredRow* before, const ReferenceMove& references)
{
    if (before)
        m_db.prepare("DELETE FROM row WHERE seq = ?")->bind(1, before->seq).run();
    auto insert = m_db.prepare(
        "INSERT INTO row(seq, table_id, id, deleted, root, fields, versions, hash) VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
    insert->bind(1, row.seq).bind(2, static_cast<std::int64_t>(row.table)).bindBorrowed(3, blobOf(row.id));
    insert->bind(4, row.deleted ? 1 : 0);
    if (row.root == row.id)
        insert->bindNull(5);
    else
        insert->bindBorrowed(5, blobOf(row.root));
    insert->bindBorrowed(6, std::string_view(row.fields)).bindBorrowed(7, std::string_view(row.versions));
    insert->bind(8, signedOf(row.hash)).run();
    writeReferences(m_db, row, references);
    moveDigest(m_moved[row.table], row, before);
}

void SqliteSession::writeDigests()
{
    // SQLite's + turns to a float on overflow, so the sum is added here
    std::map<TableId, protocol::TableDigest> all = digests();
    for (const auto& [table, moved] : m_moved) {
        protocol::TableDigest& digest = all[table];
        digest.count += moved.count;
        digest.sum += moved.sum;
        m_db.prepare("INSERT OR REPLACE INTO digest(table_id, count, sum) VALUES(?, ?, ?)")
            ->bindAll(static_cast<std::int64_t>(table), digest.count, signedOf(digest.sum))
            .run();
    }
    m_moved.clear();
}

RowPage SqliteSession::page(const std::map<TableId, std::int64_t>& cursors, std::int64_t limit)
{
    RowPage page;
    if (cursors.empty())
        return page;
    const auto least = std::ranges::min_element(cursors, {}, [](const auto& cursor) { return cursor.second; });
    auto found = m_db.prepare("SELECT seq, table_id, id, deleted, fields FROM row WHERE seq > ? ORDER BY seq");
    found->bind(1, least->second);
    std::size_t bytes = 0;
    while (found->step()) {
        const auto table = static_cast<TableId>(found->integer(1));
        const auto cursor = cursors.find(table);
        if (cursor == cursors.end() || found->integer(0) <= cursor->second)
            continue;
        if (static_cast<std::int64_t>(page.rows.size()) == limit || bytes >= maxPageBytes) {
            page.more = true;
            break;
        }
        protocol::PulledRow row;
        row.table = tableOf(table).name;
        row.id = uuidAt(*found, 2);
        row.seq = found->integer(0);
        row.deleted = found->integer(3) != 0;
        row.fields = found->text(4);
        bytes += row.fields.size();
        page.rows.push_back(std::move(row));
    }
    return page;
}

std::map<TableId, protocol::TableDigest> SqliteSession::digests()
{
    auto found = m_db.prepare("SELECT table_id, count, sum FROM digest");
    std::map<TableId, protocol::TableDigest> digests;
    while (found->step())
        digests[static_cast<TableId>(found->integer(0))] = {found->integer(1), unsignedOf(found->integer(2))};
    return digests;
}

std::optional<IncarnationState> SqliteSession::incarnation(const Uuid& id)
{
    auto found = m_db.prepare("SELECT letters, last_n, last_at FROM incarnation WHERE id = ?");
    found->bind(1, blobOf(id));
    if (!found->step())
        return std::nullopt;
    return IncarnationState{id, std::string(found->text(0)), found->integer(1), found->integer(2)};
}

void SqliteSession::putIncarnation(const IncarnationState& state)
{
    auto put = m_db.prepare("INSERT OR REPLACE INTO incarnation(id, letters, last_n, last_at) VALUES(?, ?, ?, ?)");
    put->bind(1, blobOf(state.incarnation)).bind(2, state.letters).bind(3, state.lastN).bind(4, state.lastAt).run();
}

std::int64_t SqliteSession::nextLetters()
{
    auto found = m_db.prepare("SELECT value FROM meta WHERE name = 'next_letters'");
    return found->step() ? found->integer(0) : 0;
}

std::string SqliteSession::allotLetters(const Uuid& incarnation)
{
    const std::int64_t next = nextLetters();
    setMeta("next_letters", next + 1);
    const auto letters = enrolledDeviceCode(static_cast<int>(next));
    if (!letters)
        throw std::runtime_error("all device codes of this company are taken");
    putIncarnation({incarnation, *letters, 0, 0});
    return *letters;
}

std::optional<StoredResult> SqliteSession::result(const Uuid& incarnation, std::int64_t n)
{
    auto found = m_db.prepare("SELECT hash, status, seq, reason, detail FROM result WHERE incarnation = ? AND n = ?");
    found->bind(1, blobOf(incarnation)).bind(2, n);
    if (!found->step())
        return std::nullopt;
    StoredResult stored;
    stored.hash = unsignedOf(found->integer(0));
    stored.result.n = n;
    stored.result.status = static_cast<protocol::ResultStatus>(found->integer(1));
    stored.result.seq = found->integer(2);
    stored.result.reason = protocol::reasonFromName(found->text(3)).value_or(protocol::RejectReason::None);
    stored.result.detail = found->text(4);
    return stored;
}

void SqliteSession::putResult(const Uuid& incarnation, const StoredResult& stored)
{
    auto put = m_db.prepare(
        "INSERT INTO result(incarnation, n, hash, status, seq, reason, detail) VALUES(?, ?, ?, ?, ?, ?, ?)");
    put->bind(1, blobOf(incarnation)).bind(2, stored.result.n).bind(3, signedOf(stored.hash));
    put->bind(4, static_cast<std::int64_t>(stored.result.status)).bind(5, stored.result.seq);
    put->bind(6, protocol::reasonName(stored.result.reason)).bind(7, stored.result.detail).run();
}

std::int64_t SqliteSession::timeAt(std::int64_t seq)
{
    auto found = m_db.prepare("SELECT at FROM clock WHERE seq <= ? ORDER BY seq DESC LIMIT 1");
    found->bind(1, seq);
    return found->step() ? found->integer(0) : 0;
}

void SqliteSession::noteTime(std::int64_t seq, std::int64_t nowMs)
{
    m_db.prepare("INSERT OR REPLACE INTO clock(seq, at) VALUES(?, ?)")->bindAll(seq, nowMs).run();
}

void SqliteSession::addHistory(const HistoryRecord& record)
{
    auto insert = m_db.prepare("INSERT INTO history(table_id, row, seq, at, user, device, op, before, after) "
                               "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert->bind(1, static_cast<std::int64_t>(record.table)).bindBorrowed(2, blobOf(record.row)).bind(3, record.seq);
    insert->bind(4, record.at).bind(5, record.user).bind(6, record.device);
    insert->bind(7, static_cast<std::int64_t>(record.op)).bind(8, record.before).bind(9, record.after).run();
}

std::vector<protocol::HistoryEntry> SqliteSession::history(TableId table, const Uuid& row)
{
    auto found = m_db.prepare("SELECT seq, at, user, device, op, before, after FROM history "
                              "WHERE row = ? AND table_id = ? ORDER BY seq, entry");
    found->bind(1, blobOf(row)).bind(2, static_cast<std::int64_t>(table));
    std::vector<protocol::HistoryEntry> entries;
    while (found->step()) {
        protocol::HistoryEntry entry;
        entry.seq = found->integer(0);
        entry.at = found->integer(1);
        entry.user = found->text(2);
        entry.device = found->text(3);
        entry.op = historyWord(found->integer(4));
        entry.before = found->text(5);
        entry.after = found->text(6);
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace dure::server
