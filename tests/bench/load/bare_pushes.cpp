#include "bare_pushes.h"

#include "core/sqlite/database.h"
#include "core/storage/row_store.h"
#include "measure.h"
#include "sync/server/postgres_connection.h"
#include "sync/server/secrets.h"
#include "sync/server/sqlite_space_store.h"

#include <atomic>
#include <map>
#include <memory>
#include <thread>

namespace dure::bench {

using storage::blobOf;

namespace {

std::vector<server::StoredRow> rowsBetween(sqlite::Database& db, std::int64_t after, std::int64_t upTo)
{
    auto found = db.prepare("SELECT seq, table_id, id, deleted, root, fields, versions, hash FROM row "
                            "WHERE seq > ? AND seq <= ? ORDER BY seq");
    found->bindAll(after, upTo);
    std::vector<server::StoredRow> rows;
    while (found->step())
        rows.push_back({.table = static_cast<TableId>(found->integer(1)),
            .id = storage::uuidAt(*found, 2),
            .seq = found->integer(0),
            .deleted = found->integer(3) != 0,
            .root = found->isNull(4) ? storage::uuidAt(*found, 2) : storage::uuidAt(*found, 4),
            .fields = std::string(found->text(5)),
            .versions = std::string(found->text(6)),
            .hash = static_cast<std::uint64_t>(found->integer(7))});
    return rows;
}

void readHistory(sqlite::Database& db, std::int64_t after, BarePush& push)
{
    auto found = db.prepare("SELECT table_id, seq, at, op, entry, row, user, device, ifnull(before, ''), "
                            "ifnull(after, '') FROM history WHERE seq > ? AND seq <= ? ORDER BY entry");
    found->bindAll(after, push.seq);
    while (found->step())
        push.history.push_back({found->integer(0), found->integer(1), found->integer(2), found->integer(3),
            found->integer(4), storage::uuidAt(*found, 5), std::string(found->text(6)), std::string(found->text(7)),
            std::string(found->text(8)), std::string(found->text(9))});
}

std::multimap<Uuid, BarePush::Reference> readReferences(sqlite::Database& db)
{
    std::multimap<Uuid, BarePush::Reference> references;
    auto found = db.prepareOnce("SELECT target_table, table_id, target, id FROM reference");
    while (found.step()) {
        const BarePush::Reference reference{
            found.integer(0), found.integer(1), storage::uuidAt(found, 2), storage::uuidAt(found, 3)};
        references.emplace(reference.id, reference);
    }
    return references;
}

/// One company's file, its tables and indexes made by the server itself.
class SqliteTarget
{
public:
    SqliteTarget(const std::string& file, RandomSource& random)
    {
        server::openSqliteSpaceStore(file, random); // makes the tables
        m_db = std::make_unique<sqlite::Database>(file, sqlite::OpenOptions{});
    }

    void write(const BarePush& push)
    {
        sqlite::Database& db = *m_db;
        sqlite::Transaction transaction(db);
        for (const server::StoredRow& row : push.rows) {
            auto insert = db.prepare("INSERT INTO row(seq, table_id, id, deleted, root, fields, versions, hash) "
                                     "VALUES(?, ?, ?, ?, ?, ?, ?, ?)");
            insert->bind(1, row.seq).bind(2, static_cast<std::int64_t>(row.table)).bindBorrowed(3, blobOf(row.id));
            insert->bind(4, std::int64_t{0});
            if (row.root == row.id)
                insert->bindNull(5);
            else
                insert->bindBorrowed(5, blobOf(row.root));
            insert->bindBorrowed(6, std::string_view(row.fields)).bindBorrowed(7, std::string_view(row.versions));
            insert->bind(8, static_cast<std::int64_t>(row.hash)).run();
        }
        for (const TableId table : {TableId::SalesOrder, TableId::OrderLine})
            db.prepare("INSERT INTO digest(table_id, count, sum) VALUES(?, 1, 1) "
                       "ON CONFLICT DO UPDATE SET count = count + 1")
                ->bind(1, static_cast<std::int64_t>(table))
                .run();
        for (const BarePush::History& entry : push.history) {
            auto insert = db.prepare("INSERT INTO history(table_id, row, seq, at, user, device, op, before, after) "
                                     "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?)");
            insert->bindAll(entry.table, blobOf(entry.row), entry.seq, entry.at, std::string_view(entry.user),
                std::string_view(entry.device), entry.op, std::string_view(entry.before),
                std::string_view(entry.after));
            insert->run();
        }
        for (const BarePush::Reference& reference : push.references)
            db.prepare("INSERT INTO reference(target, target_table, id, table_id) VALUES(?, ?, ?, ?)")
                ->bindAll(blobOf(reference.target), reference.targetTable, blobOf(reference.id), reference.table)
                .run();
        db.prepare("INSERT INTO result(incarnation, n, hash, status, seq) VALUES(?, ?, ?, ?, ?)")
            ->bindAll(blobOf(push.incarnation), push.n, push.hash, push.status, push.seq)
            .run();
        db.prepare("INSERT OR REPLACE INTO incarnation(id, letters, last_n, last_at) VALUES(?, ?, ?, ?)")
            ->bindAll(blobOf(push.incarnation), std::string_view(push.letters), push.n, push.at)
            .run();
        db.prepare("INSERT OR REPLACE INTO meta(name, value) VALUES('head', ?)")->bind(1, push.seq).run();
        db.prepare("INSERT OR REPLACE INTO clock(seq, at) VALUES(?, ?)")->bindAll(push.seq, push.at).run();
        transaction.commit();
    }

private:
    std::unique_ptr<sqlite::Database> m_db;
};

class PostgresTarget
{
public:
    PostgresTarget(server::PostgresConnection& db, const Uuid& space, PostgresWay way)
        : m_db(db)
        , m_space(space)
        , m_way(way)
    {
        m_db.query("INSERT INTO space_state(space_id, epoch, epoch_start, head, safe, next_letters) "
                   "VALUES($1, '', 0, 0, 0, 0)",
            {m_space});
    }

    void write(const BarePush& push)
    {
        say("BEGIN");
        m_db.query("SELECT head FROM space_state WHERE space_id = $1 FOR UPDATE", {m_space});
        for (const server::StoredRow& row : push.rows)
            say("INSERT INTO space_row(space_id, id, table_id, seq, deleted, root, fields, versions, hash) "
                "VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                {m_space, row.id, static_cast<std::int64_t>(row.table), row.seq, std::int64_t{0}, row.root, row.fields,
                    row.versions, static_cast<std::int64_t>(row.hash)});
        for (const BarePush::History& entry : push.history)
            say("INSERT INTO space_history(space_id, row_id, seq, entry, table_id, at, user_name, device, op, "
                "before, after) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)",
                {m_space, entry.row, entry.seq, entry.entry, entry.table, entry.at, entry.user, entry.device, entry.op,
                    entry.before, entry.after});
        for (const BarePush::Reference& reference : push.references)
            say("INSERT INTO space_reference(space_id, target, target_table, id, table_id) "
                "VALUES($1, $2, $3, $4, $5)",
                {m_space, reference.target, reference.targetTable, reference.id, reference.table});
        say("INSERT INTO space_result(space_id, incarnation, n, hash, status, seq, reason, detail) "
            "VALUES($1, $2, $3, $4, $5, $6, '', '')",
            {m_space, push.incarnation, push.n, push.hash, push.status, push.seq});
        say("INSERT INTO space_incarnation(space_id, id, letters, last_n, last_at) VALUES($1, $2, $3, $4, $5) "
            "ON CONFLICT(space_id, id) DO UPDATE SET last_n = excluded.last_n, last_at = excluded.last_at",
            {m_space, push.incarnation, push.letters, push.n, push.at});
        for (const TableId table : {TableId::SalesOrder, TableId::OrderLine})
            say("INSERT INTO space_digest(space_id, table_id, count, sum) VALUES($1, $2, 1, 1) "
                "ON CONFLICT(space_id, table_id) DO UPDATE SET count = space_digest.count + 1",
                {m_space, static_cast<std::int64_t>(table)});
        say("INSERT INTO space_clock(space_id, seq, at) VALUES($1, $2, $3)", {m_space, push.seq, push.at});
        say("UPDATE space_state SET head = $1 WHERE space_id = $2", {push.seq, m_space});
        m_db.query("COMMIT");
    }

private:
    void say(std::string_view sql, server::SqlValues values = {})
    {
        if (m_way == PostgresWay::OneAfterAnother)
            m_db.query(sql, values);
        else
            m_db.post(sql, values);
    }
    server::PostgresConnection& m_db;
    Uuid m_space;
    PostgresWay m_way;
};

/// `makeTargets(thread)` in turn, then the clock, then each thread its companies in turns.
template <class MakeTargets>
std::int64_t writeAll(const std::vector<BarePush>& pushes, int threads, const MakeTargets& makeTargets)
{
    std::vector<decltype(makeTargets(0))> targets;
    for (int thread = 0; thread < threads; ++thread)
        targets.push_back(makeTargets(thread));
    const std::int64_t start = nowUs();
    {
        std::vector<std::jthread> running;
        for (auto& own : targets)
            running.emplace_back([&own, &pushes] {
                for (const BarePush& push : pushes)
                    for (auto& target : own)
                        target->write(push);
            });
    }
    return nowUs() - start;
}

} // namespace

std::vector<BarePush> readPushes(const std::filesystem::path& spaceFile)
{
    sqlite::Database db(spaceFile, {.mode = sqlite::OpenMode::ReadOnly});
    const auto references = readReferences(db);
    std::vector<BarePush> pushes;
    std::int64_t before = 0;
    auto found = db.prepareOnce("SELECT r.incarnation, i.letters, r.n, r.hash, r.status, r.seq, i.last_at "
                                "FROM result r JOIN incarnation i ON i.id = r.incarnation ORDER BY r.seq");
    while (found.step()) {
        BarePush push;
        push.incarnation = storage::uuidAt(found, 0);
        push.letters = found.text(1);
        push.n = found.integer(2);
        push.hash = found.integer(3);
        push.status = found.integer(4);
        push.seq = found.integer(5);
        push.at = found.integer(6);
        push.rows = rowsBetween(db, before, push.seq);
        readHistory(db, before, push);
        for (const server::StoredRow& row : push.rows)
            for (auto [at, end] = references.equal_range(row.id); at != end; ++at)
                push.references.push_back(at->second);
        before = push.seq;
        if (push.rows.size() == 6)
            pushes.push_back(std::move(push));
    }
    return pushes;
}

std::int64_t writeBareSqlite(
    const std::filesystem::path& folder, const std::vector<BarePush>& pushes, int companies, int threads)
{
    std::filesystem::create_directories(folder);
    server::OpenSslRandom random;
    return writeAll(pushes, threads, [&](int thread) {
        std::vector<std::unique_ptr<SqliteTarget>> own;
        for (int company = thread; company < companies; company += threads)
            own.push_back(std::make_unique<SqliteTarget>(folder / (std::to_string(company) + ".sqlite"), random));
        return own;
    });
}

std::int64_t writeBarePostgres(
    const std::string& url, const std::vector<BarePush>& pushes, int companies, int threads, PostgresWay way)
{
    server::OpenSslRandom random;
    std::vector<std::unique_ptr<server::PostgresConnection>> connections;
    return writeAll(pushes, threads, [&](int thread) {
        auto& db = connections.emplace_back(std::make_unique<server::PostgresConnection>(url));
        db->execute("SET search_path TO dure");
        std::vector<std::unique_ptr<PostgresTarget>> own;
        for (int company = thread; company < companies; company += threads)
            own.push_back(std::make_unique<PostgresTarget>(*db, makeUuidV7(1, random), way));
        return own;
    });
}

} // namespace dure::bench
