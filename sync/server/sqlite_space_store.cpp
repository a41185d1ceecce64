#include "sync/server/sqlite_space_store.h"

#include "core/sqlite/database.h"
#include "sync/server/references.h"
#include "sync/server/sqlite_space_session.h"

#include <filesystem>
#include <mutex>

namespace dure::server {

namespace {

constexpr int fileVersion = 4;
constexpr int applicationId = 0x44757253; // "DurS"

/// A row lies at its seq, so that a pull reads the file from front to back; a changed row moves to the end.
constexpr const char* ddl = R"sql(
CREATE TABLE meta(name TEXT PRIMARY KEY NOT NULL, value NOT NULL) WITHOUT ROWID;
CREATE TABLE row(seq INTEGER PRIMARY KEY, table_id INTEGER NOT NULL, id BLOB NOT NULL, deleted INTEGER NOT NULL,
    root BLOB, fields TEXT NOT NULL, versions TEXT NOT NULL, hash INTEGER NOT NULL);
CREATE UNIQUE INDEX row_by_id ON row(id, table_id);
CREATE INDEX row_by_root ON row(root) WHERE root IS NOT NULL;
CREATE TABLE digest(table_id INTEGER PRIMARY KEY, count INTEGER NOT NULL, sum INTEGER NOT NULL);
CREATE TABLE incarnation(id BLOB PRIMARY KEY NOT NULL, letters TEXT NOT NULL UNIQUE, last_n INTEGER NOT NULL,
    last_at INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE result(incarnation BLOB NOT NULL, n INTEGER NOT NULL, hash INTEGER NOT NULL, status INTEGER NOT NULL,
    seq INTEGER NOT NULL, reason TEXT, detail TEXT, PRIMARY KEY(incarnation, n)) WITHOUT ROWID;
-- where each epoch began, oldest first
CREATE TABLE epoch(number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE, start INTEGER NOT NULL);
CREATE TABLE clock(seq INTEGER PRIMARY KEY, at INTEGER NOT NULL);
CREATE TABLE history(entry INTEGER PRIMARY KEY, table_id INTEGER NOT NULL, row BLOB NOT NULL, seq INTEGER NOT NULL,
    at INTEGER NOT NULL, user TEXT NOT NULL, device TEXT NOT NULL, op INTEGER NOT NULL, before TEXT, after TEXT);
CREATE INDEX history_by_row ON history(row, seq);
CREATE TABLE quarantine(receipt BLOB NOT NULL, incarnation BLOB NOT NULL, n INTEGER NOT NULL, user BLOB NOT NULL,
    at INTEGER NOT NULL, hash INTEGER NOT NULL, body TEXT NOT NULL);
CREATE INDEX quarantine_by_hash ON quarantine(incarnation, n, hash);
)sql";

/// What the owner decided of work handed in, from which device and in which epoch it came.
constexpr const char* version2 = R"sql(
ALTER TABLE quarantine ADD COLUMN device TEXT NOT NULL DEFAULT '';
ALTER TABLE quarantine ADD COLUMN epoch TEXT NOT NULL DEFAULT '';
ALTER TABLE quarantine ADD COLUMN skew INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quarantine ADD COLUMN state INTEGER NOT NULL DEFAULT 0;
ALTER TABLE quarantine ADD COLUMN detail TEXT NOT NULL DEFAULT '';
)sql";

/// What rows name (references.h), so that a delete can ask who names its row and what went with a row can come back.
constexpr const char* version3 = R"sql(
CREATE TABLE reference(target BLOB NOT NULL, target_table INTEGER NOT NULL, id BLOB NOT NULL, table_id INTEGER NOT NULL,
    PRIMARY KEY(target, target_table, id, table_id)) WITHOUT ROWID;
)sql";

/// Version 3 left the references of tombstones out. Files that rows name, by their SHA-256 in hex. The bytes lie in
/// pieces as they came, so that an upload goes on where it was cut and no answer reads more than it sends.
constexpr const char* version4 = R"sql(
DELETE FROM reference;
CREATE TABLE blob(hash TEXT PRIMARY KEY NOT NULL, size INTEGER NOT NULL, received INTEGER NOT NULL, at INTEGER NOT NULL,
    complete INTEGER NOT NULL) WITHOUT ROWID;
CREATE TABLE blob_piece(piece INTEGER PRIMARY KEY, hash TEXT NOT NULL, offset INTEGER NOT NULL, bytes BLOB NOT NULL);
CREATE UNIQUE INDEX blob_piece_by_offset ON blob_piece(hash, offset);
)sql";

void fillReferences(sqlite::Database& db)
{
    auto rows = db.prepareOnce("SELECT seq, table_id, id, deleted, root, fields, versions, hash FROM row");
    while (rows.step()) {
        const StoredRow row = storedRowAt(rows);
        writeReferences(db, row, moveReferences(row, nullptr));
    }
}

class SqliteSpaceStore : public SpaceStore
{
public:
    SqliteSpaceStore(const std::string& path, RandomSource& random)
        : m_path(path)
        , m_db(path, {.cacheKib = 4 * 1024})
    {
        const int version = m_db.userVersion();
        if (version > fileVersion)
            throw sqlite::Failure(sqlite::FailureKind::CannotOpen, 0, "space file of a newer version: " + path);
        if (version < fileVersion)
            migrate(version, random);
    }

    std::unique_ptr<SpaceSession> beginWrite() override
    {
        std::unique_lock lock(m_writeMutex);
        return std::make_unique<SqliteWriteSession>(m_db, std::move(lock));
    }

    std::unique_ptr<SpaceSession> beginRead() override
    {
        if (m_path == ":memory:")
            return beginWrite(); // one connection is all there is
        return std::make_unique<SqliteReadSession>(
            takeReader(), [this](std::unique_ptr<sqlite::Database> db) { giveBack(std::move(db)); });
    }

private:
    void migrate(int version, RandomSource& random)
    {
        sqlite::Transaction transaction(m_db);
        if (version < 1) {
            m_db.execute(ddl);
            const std::string first = newEpoch(random);
            m_db.prepareOnce("INSERT INTO meta(name, value) VALUES('epoch', ?)").bind(1, first).run();
            m_db.prepareOnce("INSERT INTO epoch(name, start) VALUES(?, 0)").bind(1, first).run();
            m_db.execute("PRAGMA application_id=" + std::to_string(applicationId));
        }
        if (version < 2)
            m_db.execute(version2);
        if (version < 3)
            m_db.execute(version3);
        m_db.execute(version4);
        fillReferences(m_db);
        m_db.execute("PRAGMA user_version=" + std::to_string(fileVersion));
        transaction.commit();
    }

    std::unique_ptr<sqlite::Database> takeReader()
    {
        {
            const std::lock_guard lock(m_readersMutex);
            if (!m_readers.empty()) {
                auto reader = std::move(m_readers.back());
                m_readers.pop_back();
                return reader;
            }
        }
        return std::make_unique<sqlite::Database>(
            m_path, sqlite::OpenOptions{.mode = sqlite::OpenMode::ReadOnly, .cacheKib = 2 * 1024});
    }

    void giveBack(std::unique_ptr<sqlite::Database> reader)
    {
        constexpr std::size_t keptReaders = 4;
        const std::lock_guard lock(m_readersMutex);
        if (m_readers.size() < keptReaders)
            m_readers.push_back(std::move(reader));
    }

    std::string m_path;
    sqlite::Database m_db;
    std::mutex m_writeMutex;
    std::mutex m_readersMutex;
    std::vector<std::unique_ptr<sqlite::Database>> m_readers;
};

} // namespace

std::string newEpoch(RandomSource& random)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string epoch;
    for (std::uint64_t bits = random.next64(); epoch.size() < 16; bits >>= 4)
        epoch += digits[bits & 15];
    return epoch;
}

std::unique_ptr<SpaceStore> openSqliteSpaceStore(const std::string& path, RandomSource& random)
{
    return std::make_unique<SqliteSpaceStore>(path, random);
}

} // namespace dure::server
