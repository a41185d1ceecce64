#include "sync/client/space_check.h"

#include "core/storage/client_schema.h"
#include "core/storage/derived_data.h"
#include "core/storage/row_store.h"
#include "core/storage/sync_state.h"
#include "sync/protocol/codec.h"

namespace dure::client {

namespace {

constexpr int maxOrphansPerReference = 100;

/// The digest is about what the cloud sent: of a row with pending changes its image, of any other the row itself; rows
/// made here (seq 0) or not yet confirmed in a new epoch (seq -1) are not in it.
protocol::TableDigest countTable(sqlite::Database& db, const Table& table)
{
    const std::string name(table.name);
    const std::string image = storage::imageTable(table);
    std::string columns = "id, seq, extra";
    for (const Column& column : table.columns)
        columns += ", \"" + std::string(column.name) + "\"";
    auto rows = db.prepareOnce("SELECT " + columns + " FROM " + name + " WHERE seq > 0 AND deleted = 0 AND id NOT IN "
        + "(SELECT id FROM " + image + ") UNION ALL SELECT " + columns + " FROM " + image
        + " WHERE seq > 0 AND deleted = 0");
    protocol::TableDigest digest;
    Row row;
    while (rows.step()) {
        row.id = storage::uuidAt(rows, 0);
        row.extra = rows.text(2);
        row.values.clear();
        int index = 3;
        for (const Column& column : table.columns)
            row.values.push_back(storage::columnValue(rows, index++, column.type));
        ++digest.count;
        digest.sum += protocol::rowHash(table, row, rows.integer(1));
    }
    return digest;
}

void findOrphans(sqlite::Database& db, const Table& table, const Column& reference, std::vector<Orphan>& orphans)
{
    const std::string from(table.name);
    const std::string to(tableOf(*reference.refersTo).name);
    const std::string column(reference.name);
    auto rows = db.prepareOnce("SELECT id, " + column + " FROM " + from + " AS child WHERE deleted = 0 AND " + column
        + " IS NOT NULL AND NOT EXISTS (SELECT 1 FROM " + to + " AS parent WHERE parent.id = child." + column
        + " AND parent.deleted = 0) LIMIT ?");
    rows.bind(1, std::int64_t{maxOrphansPerReference});
    while (rows.step())
        orphans.push_back({from, storage::uuidAt(rows, 0), column, storage::uuidAt(rows, 1)});
}

std::int64_t liveRows(sqlite::Database& db, const Table& table)
{
    auto rows = db.prepareOnce("SELECT count(*) FROM " + std::string(table.name) + " WHERE deleted = 0");
    rows.step();
    return rows.integer(0);
}

} // namespace

SpaceCheck checkSpace(storage::SpaceDatabase& space, bool isCloud)
{
    sqlite::Database& db = space.db();
    SpaceCheck check;
    check.integrity = db.integrityCheck();
    if (check.integrity != "ok")
        return check; // what follows would read damaged pages
    storage::DerivedData derived(db);
    check.derivedLater = derived.isPostponed();
    if (!check.derivedLater)
        check.derived = derived.differences();
    const sqlite::Snapshot snapshot(db);
    storage::SyncState state(db);
    check.atHead = !isCloud || (state.isComplete() && state.reached() >= state.head());
    for (const Table& table : allTables()) {
        check.rows += liveRows(db, table);
        const protocol::TableDigest counted = countTable(db, table);
        const storage::LocalDigest kept = state.digest(table.id);
        if (counted.count != kept.count || counted.sum != kept.sum)
            check.digests.push_back({std::string(table.name), counted, {kept.count, kept.sum}});
        check.counted[std::string(table.name)] = counted;
        for (const Column& column : table.columns)
            if (column.refersTo)
                findOrphans(db, table, column, check.orphans);
    }
    return check;
}

void keepCountedDigests(storage::SpaceDatabase& space, const SpaceCheck& check)
{
    sqlite::Transaction transaction(space.db());
    storage::SyncState state(space.db());
    for (const DigestDifference& difference : check.digests)
        state.setDigest(findTable(difference.table)->id, {difference.counted.count, difference.counted.sum});
    transaction.commit();
}

std::optional<std::vector<DigestDifference>> compareDigests(
    storage::SpaceDatabase& space, const SpaceCheck& check, const protocol::DigestReply& cloud)
{
    storage::SyncState state(space.db());
    if (cloud.epoch != state.epoch() || cloud.seq != state.reached())
        return std::nullopt;
    std::vector<DigestDifference> differences;
    for (const auto& [name, digest] : cloud.tables) {
        const auto counted = check.counted.find(name);
        if (counted != check.counted.end() && counted->second != digest)
            differences.push_back({name, counted->second, digest});
    }
    return differences;
}

} // namespace dure::client
