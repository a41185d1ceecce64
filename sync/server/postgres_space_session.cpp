#include "sync/server/postgres_space_session.h"

#include "core/domain/document_number.h"
#include "sync/protocol/codec.h"
#include "sync/server/references.h"

#include <algorithm>

namespace dure::server {

namespace {

constexpr std::int64_t signedOf(std::uint64_t value) { return static_cast<std::int64_t>(value); }
constexpr std::uint64_t unsignedOf(std::int64_t value) { return static_cast<std::uint64_t>(value); }
std::int64_t numberOf(TableId table) { return static_cast<std::int64_t>(table); }

/// Few enough that what they find is little beside a push.
constexpr std::size_t mostExpected = 2000;
constexpr const char* stateColumns = "SELECT epoch, epoch_start, head, safe, next_letters FROM space_state ";

} // namespace

StoredRow storedRowAt(const SqlRows& found)
{
    StoredRow row;
    row.seq = found.integer(0);
    row.table = static_cast<TableId>(found.integer(1));
    row.id = found.id(2);
    row.deleted = found.integer(3) != 0;
    row.root = found.id(4);
    row.fields = found.text(5);
    row.versions = found.text(6);
    row.hash = unsignedOf(found.integer(7));
    return row;
}

PostgresSpaceSession::PostgresSpaceSession(PostgresPool& pool, const Uuid& space, PostgresTransaction::Kind kind)
    : m_db(pool, kind, space)
    , m_space(space)
{
    static const std::string reading = std::string(stateColumns) + "WHERE space_id = $1";
    static const std::string locking = reading + " FOR UPDATE";
    auto found = m_db->query(kind == PostgresTransaction::Kind::Write ? locking : reading, {space});
    if (!found.next())
        throw std::runtime_error("this space is not in the database");
    m_state = {found.copy(0), found.integer(1), found.integer(2), found.integer(3)};
    m_nextLetters = found.integer(4);
}

void PostgresSpaceSession::commit()
{
    writeDigests();
    if (m_stateChanged)
        m_db->post("UPDATE space_state SET epoch = $1, epoch_start = $2, head = $3, safe = $4, next_letters = $5 "
                   "WHERE space_id = $6",
            {m_state.epoch, m_state.epochStart, m_state.head, m_state.safe, m_nextLetters, m_space});
    m_db.commit();
}

void PostgresSpaceSession::setHead(std::int64_t head)
{
    m_state.head = head;
    m_stateChanged = true;
}

void PostgresSpaceSession::setSafe(std::int64_t seq)
{
    m_state.safe = seq;
    m_stateChanged = true;
}

void PostgresSpaceSession::setEpoch(const std::string& epoch)
{
    m_db->post("INSERT INTO space_epoch(space_id, number, name, start) "
               "SELECT $1, coalesce(max(number), 0) + 1, $2, $3 FROM space_epoch WHERE space_id = $1",
        {m_space, epoch, m_state.head});
    m_state.epoch = epoch;
    m_state.epochStart = m_state.head;
    m_nextLetters += lettersLeftOut(epoch, m_nextLetters);
    m_stateChanged = true;
}

std::int64_t PostgresSpaceSession::sharedWith(const std::string& epoch)
{
    auto found = m_db->query("SELECT coalesce(min(start), 0) FROM space_epoch WHERE space_id = $1 AND number > "
                             "(SELECT number FROM space_epoch WHERE space_id = $1 AND name = $2)",
        {m_space, epoch});
    return found.next() ? found.integer(0) : 0;
}

void PostgresSpaceSession::expect(const std::vector<RowKey>& keys)
{
    m_expected.clear();
    if (keys.size() < 2 || keys.size() > mostExpected)
        return;
    std::string ids;
    for (const auto& [table, id] : keys) {
        m_expected[{table, id}] = std::nullopt;
        if (!ids.empty())
            ids += ',';
        ids += id.toString();
    }
    // Ids are unique within a table alone. OFFSET 0 has each row looked up by itself: the planner takes a space that it
    // has no statistics of for small, and would read the whole of it.
    auto found
        = m_db->query("SELECT r.* FROM unnest(string_to_array($2, ',')::uuid[]) AS wanted(id) CROSS JOIN LATERAL "
                      "(SELECT seq, table_id, id, deleted, root, fields, versions, hash FROM space_row "
                      "WHERE space_id = $1 AND id = wanted.id OFFSET 0) AS r",
            {m_space, ids});
    while (found.next()) {
        const StoredRow row = storedRowAt(found);
        if (const auto expected = m_expected.find({row.table, row.id}); expected != m_expected.end())
            expected->second = row;
    }
}

std::optional<StoredRow> PostgresSpaceSession::find(TableId table, const Uuid& id)
{
    if (const auto expected = m_expected.find({table, id}); expected != m_expected.end())
        return expected->second;
    auto found = m_db->query("SELECT seq, table_id, id, deleted, root, fields, versions, hash FROM space_row "
                             "WHERE space_id = $1 AND id = $2 AND table_id = $3",
        {m_space, id, numberOf(table)});
    return found.next() ? std::optional(storedRowAt(found)) : std::nullopt;
}

std::vector<StoredRow> PostgresSpaceSession::aggregate(const Uuid& root)
{
    auto found = m_db->query("SELECT seq, table_id, id, deleted, root, fields, versions, hash FROM space_row "
                             "WHERE space_id = $1 AND (id = $2 OR root = $2 AND root <> id) ORDER BY seq",
        {m_space, root});
    std::vector<StoredRow> rows;
    while (found.next())
        rows.push_back(storedRowAt(found));
    return rows;
}

std::vector<StoredRow> PostgresSpaceSession::naming(const RowKey& named, Life life, std::int64_t limit)
{
    auto found = m_db->query(
        "SELECT r.seq, r.table_id, r.id, r.deleted, r.root, r.fields, r.versions, r.hash FROM space_reference f "
        "JOIN space_row r ON r.space_id = f.space_id AND r.id = f.id AND r.table_id = f.table_id "
        "WHERE f.space_id = $1 AND f.target = $2 AND f.target_table = $3 AND r.deleted = $4 "
        "ORDER BY f.id DESC, f.table_id DESC LIMIT $5",
        {m_space, named.second, numberOf(named.first), std::int64_t{life == Life::Tombstone}, limit});
    std::vector<StoredRow> rows;
    while (found.next())
        rows.push_back(storedRowAt(found));
    return rows;
}

void PostgresSpaceSession::writeReferences(const StoredRow& row, const ReferenceMove& move)
{
    for (const auto& [table, id] : move.gone)
        m_db->post("DELETE FROM space_reference WHERE space_id = $1 AND target = $2 AND target_table = $3 "
                   "AND id = $4 AND table_id = $5",
            {m_space, id, numberOf(table), row.id, numberOf(row.table)});
    for (const auto& [table, id] : move.added)
        m_db->post("INSERT INTO space_reference(space_id, target, target_table, id, table_id) "
                   "VALUES($1, $2, $3, $4, $5)",
            {m_space, id, numberOf(table), row.id, numberOf(row.table)});
}

void PostgresSpaceSession::put(const StoredRow& row, const StoredRow* before, const ReferenceMove& references)
{
    m_db->post("INSERT INTO space_row(space_id, id, table_id, seq, deleted, root, fields, versions, hash) "
               "VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9) ON CONFLICT(space_id, id, table_id) DO UPDATE SET "
               "seq = excluded.seq, deleted = excluded.deleted, root = excluded.root, fields = excluded.fields, "
               "versions = excluded.versions, hash = excluded.hash",
        {m_space, row.id, numberOf(row.table), row.seq, std::int64_t{row.deleted}, row.root, row.fields, row.versions,
            signedOf(row.hash)});
    if (const auto expected = m_expected.find({row.table, row.id}); expected != m_expected.end())
        expected->second = row;
    writeReferences(row, references);
    moveDigest(m_moved[row.table], row, before);
}

void PostgresSpaceSession::writeDigests()
{
    // the sums are 64 bits that wrap; what SQL adds does not
    constexpr const char* add
        = "INSERT INTO space_digest(space_id, table_id, count, sum) VALUES($1, $2, $3, $4) "
          "ON CONFLICT(space_id, table_id) DO UPDATE SET count = space_digest.count + excluded.count, sum = "
          "CASE WHEN space_digest.sum::numeric + excluded.sum > 9223372036854775807 "
          "THEN space_digest.sum::numeric + excluded.sum - 18446744073709551616 "
          "WHEN space_digest.sum::numeric + excluded.sum < -9223372036854775808 "
          "THEN space_digest.sum::numeric + excluded.sum + 18446744073709551616 "
          "ELSE space_digest.sum + excluded.sum END";
    for (const auto& [table, moved] : m_moved)
        m_db->post(add, {m_space, numberOf(table), moved.count, signedOf(moved.sum)});
    m_moved.clear();
}

RowPage PostgresSpaceSession::page(const std::map<TableId, std::int64_t>& cursors, std::int64_t limit)
{
    constexpr std::int64_t rowsAtATime = 1000;
    RowPage page;
    if (cursors.empty())
        return page;
    std::int64_t after
        = std::ranges::min_element(cursors, {}, [](const auto& cursor) { return cursor.second; })->second;
    std::size_t bytes = 0;
    for (;;) {
        auto found = m_db->query("SELECT seq, table_id, id, deleted, fields FROM space_row "
                                 "WHERE space_id = $1 AND seq > $2 ORDER BY seq LIMIT $3",
            {m_space, after, rowsAtATime});
        while (found.next()) {
            after = found.integer(0);
            const auto table = static_cast<TableId>(found.integer(1));
            const auto cursor = cursors.find(table);
            if (cursor == cursors.end() || after <= cursor->second)
                continue;
            if (static_cast<std::int64_t>(page.rows.size()) == limit || bytes >= maxPageBytes) {
                page.more = true;
                return page;
            }
            protocol::PulledRow row;
            row.table = tableOf(table).name;
            row.id = found.id(2);
            row.seq = after;
            row.deleted = found.integer(3) != 0;
            row.fields = found.text(4);
            bytes += row.fields.size();
            page.rows.push_back(std::move(row));
        }
        if (found.count() < rowsAtATime)
            return page;
    }
}

std::map<TableId, protocol::TableDigest> PostgresSpaceSession::digests()
{
    auto found = m_db->query("SELECT table_id, count, sum FROM space_digest WHERE space_id = $1", {m_space});
    std::map<TableId, protocol::TableDigest> digests;
    while (found.next())
        digests[static_cast<TableId>(found.integer(0))] = {found.integer(1), unsignedOf(found.integer(2))};
    return digests;
}

std::optional<IncarnationState> PostgresSpaceSession::incarnation(const Uuid& id)
{
    auto found = m_db->query(
        "SELECT letters, last_n, last_at FROM space_incarnation WHERE space_id = $1 AND id = $2", {m_space, id});
    if (!found.next())
        return std::nullopt;
    return IncarnationState{id, found.copy(0), found.integer(1), found.integer(2)};
}

void PostgresSpaceSession::putIncarnation(const IncarnationState& state)
{
    m_db->post("INSERT INTO space_incarnation(space_id, id, letters, last_n, last_at) VALUES($1, $2, $3, $4, $5) "
               "ON CONFLICT(space_id, id) DO UPDATE SET letters = excluded.letters, last_n = excluded.last_n, "
               "last_at = excluded.last_at",
        {m_space, state.incarnation, state.letters, state.lastN, state.lastAt});
}

std::string PostgresSpaceSession::allotLetters(const Uuid& incarnation)
{
    const auto letters = enrolledDeviceCode(static_cast<int>(m_nextLetters));
    if (!letters)
        throw std::runtime_error("all device codes of this company are taken");
    ++m_nextLetters;
    m_stateChanged = true;
    putIncarnation({incarnation, *letters, 0, 0});
    return *letters;
}

std::optional<StoredResult> PostgresSpaceSession::result(const Uuid& incarnation, std::int64_t n)
{
    auto found = m_db->query("SELECT hash, status, seq, reason, detail FROM space_result "
                             "WHERE space_id = $1 AND incarnation = $2 AND n = $3",
        {m_space, incarnation, n});
    if (!found.next())
        return std::nullopt;
    StoredResult stored;
    stored.hash = unsignedOf(found.integer(0));
    stored.result.n = n;
    stored.result.status = static_cast<protocol::ResultStatus>(found.integer(1));
    stored.result.seq = found.integer(2);
    stored.result.reason = protocol::reasonFromName(found.text(3)).value_or(protocol::RejectReason::None);
    stored.result.detail = found.text(4);
    return stored;
}

void PostgresSpaceSession::putResult(const Uuid& incarnation, const StoredResult& stored)
{
    m_db->post("INSERT INTO space_result(space_id, incarnation, n, hash, status, seq, reason, detail) "
               "VALUES($1, $2, $3, $4, $5, $6, $7, $8)",
        {m_space, incarnation, stored.result.n, signedOf(stored.hash), static_cast<std::int64_t>(stored.result.status),
            stored.result.seq, std::string_view(protocol::reasonName(stored.result.reason)), stored.result.detail});
}

std::int64_t PostgresSpaceSession::timeAt(std::int64_t seq)
{
    auto found = m_db->query(
        "SELECT at FROM space_clock WHERE space_id = $1 AND seq <= $2 ORDER BY seq DESC LIMIT 1", {m_space, seq});
    return found.next() ? found.integer(0) : 0;
}

void PostgresSpaceSession::noteTime(std::int64_t seq, std::int64_t nowMs)
{
    m_db->post("INSERT INTO space_clock(space_id, seq, at) VALUES($1, $2, $3) "
               "ON CONFLICT(space_id, seq) DO UPDATE SET at = excluded.at",
        {m_space, seq, nowMs});
}

void PostgresSpaceSession::addHistory(const HistoryRecord& record)
{
    // a seq belongs to one session, so counting within it makes the key
    m_db->post("INSERT INTO space_history(space_id, row_id, seq, entry, table_id, at, user_name, device, op, before, "
               "after) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
        {m_space, record.row, record.seq, ++m_historyEntries, numberOf(record.table), record.at, record.user,
            record.device, static_cast<std::int64_t>(record.op), record.before, record.after});
}

std::vector<protocol::HistoryEntry> PostgresSpaceSession::history(TableId table, const Uuid& row)
{
    auto found = m_db->query("SELECT seq, at, user_name, device, op, before, after FROM space_history "
                             "WHERE space_id = $1 AND row_id = $2 AND table_id = $3 ORDER BY seq, entry",
        {m_space, row, numberOf(table)});
    std::vector<protocol::HistoryEntry> entries;
    while (found.next()) {
        protocol::HistoryEntry entry;
        entry.seq = found.integer(0);
        entry.at = found.integer(1);
        entry.user = found.text(2);
        entry.device = found.text(3);
        entry.op = historyWord(found.integer(4));
        entry.before = found.text(5);
        entry.after = found.text(6);
        entries.push_back(std::move(entry));
    }
    return entries;
}

} // namespace dure::server
