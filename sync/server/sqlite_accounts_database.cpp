#include "sync/server/sqlite_accounts_database.h"

#include <optional>

namespace dure::server {

namespace {

constexpr int fileVersion = 3;
constexpr int applicationId = 0x44757241; // "DurA"

/// A membership that ended stays with role 0, so that a device can still hand over its unsynced work (DESIGN §3.18);
/// for the same reason tokens are marked, never deleted.
constexpr const char* version1 = R"sql(
CREATE TABLE company(id BLOB PRIMARY KEY NOT NULL, name TEXT NOT NULL, business_no TEXT NOT NULL,
    phase INTEGER NOT NULL, created INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX company_by_business_no ON company(business_no);
CREATE TABLE space(id BLOB PRIMARY KEY NOT NULL, kind INTEGER NOT NULL, company BLOB, name TEXT NOT NULL,
    created INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE INDEX space_by_company ON space(company);
CREATE TABLE user(id BLOB PRIMARY KEY NOT NULL, email TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
    password TEXT NOT NULL, created INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE membership(user BLOB NOT NULL, space BLOB NOT NULL, role INTEGER NOT NULL,
    grants_version INTEGER NOT NULL, changed INTEGER NOT NULL, PRIMARY KEY(user, space)) STRICT, WITHOUT ROWID;
CREATE INDEX membership_by_space ON membership(space);
CREATE TABLE device(user BLOB NOT NULL, id BLOB NOT NULL, name TEXT NOT NULL, created INTEGER NOT NULL,
    last_seen INTEGER NOT NULL, revoked INTEGER, PRIMARY KEY(user, id)) STRICT, WITHOUT ROWID;
CREATE TABLE token(hash BLOB PRIMARY KEY NOT NULL, user BLOB NOT NULL, device BLOB NOT NULL, created INTEGER NOT NULL,
    last_used INTEGER NOT NULL, revoked INTEGER) STRICT, WITHOUT ROWID;
CREATE INDEX token_by_device ON token(user, device);
CREATE TABLE backup_mark(space BLOB PRIMARY KEY NOT NULL, epoch TEXT NOT NULL, seq INTEGER NOT NULL,
    at INTEGER NOT NULL, applied INTEGER NOT NULL) STRICT, WITHOUT ROWID;
)sql";

/// Where many databases share the accounts, an e-mail is the key by which its user is found (packaging/postgres/).
constexpr const char* version2 = R"sql(
CREATE TABLE login(email TEXT PRIMARY KEY NOT NULL, user BLOB NOT NULL) STRICT, WITHOUT ROWID;
INSERT INTO login(email, user) SELECT email, id FROM user;
)sql";

/// Roles that end by themselves, devices by space, invitations, reset codes, second factors. Of codes only hashes are
/// kept; the secret of a second factor is needed to check it, and no answer or log ever holds it again.
constexpr const char* version3 = R"sql(
ALTER TABLE membership ADD COLUMN until INTEGER;
ALTER TABLE device ADD COLUMN version TEXT NOT NULL DEFAULT '';
CREATE TABLE device_space(user BLOB NOT NULL, device BLOB NOT NULL, space BLOB NOT NULL, last_sync INTEGER NOT NULL,
    revoked INTEGER, PRIMARY KEY(user, device, space)) STRICT, WITHOUT ROWID;
CREATE INDEX device_space_by_space ON device_space(space);
CREATE TABLE invite(hash BLOB PRIMARY KEY NOT NULL, id BLOB NOT NULL, space BLOB NOT NULL, role INTEGER NOT NULL,
    email TEXT NOT NULL, until INTEGER, created INTEGER NOT NULL, created_by BLOB NOT NULL, expires INTEGER NOT NULL,
    failures INTEGER NOT NULL, used INTEGER, used_by BLOB, ended INTEGER) STRICT, WITHOUT ROWID;
CREATE INDEX invite_by_space ON invite(space);
CREATE TABLE reset_code(user BLOB PRIMARY KEY NOT NULL, hash BLOB NOT NULL, created INTEGER NOT NULL,
    created_by BLOB NOT NULL, expires INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE second_factor(user BLOB PRIMARY KEY NOT NULL, secret BLOB NOT NULL, created INTEGER NOT NULL,
    confirmed INTEGER, last_step INTEGER NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE recovery_code(user BLOB NOT NULL, hash BLOB NOT NULL, used INTEGER, PRIMARY KEY(user, hash))
    STRICT, WITHOUT ROWID;
)sql";

/// Makes the tables before the reader opens; the value is the path, so that it can stand in the initialiser list.
const std::string& prepared(sqlite::Database& db, const std::string& path, OpenedBy by)
{
    if (by == OpenedBy::CommandLine)
        db.setCheckpointPages(0);
    if (db.userVersion() > fileVersion)
        throw sqlite::Failure(
            sqlite::FailureKind::CannotOpen, 0, "the accounts file comes from a newer version: " + path);
    if (db.userVersion() < fileVersion) {
        sqlite::Transaction transaction(db);
        const int version = db.userVersion(); // another process may have been first
        if (version < 1)
            db.execute(version1);
        if (version < 2)
            db.execute(version2);
        if (version < 3)
            db.execute(version3);
        db.execute("PRAGMA application_id=" + std::to_string(applicationId));
        db.execute("PRAGMA user_version=" + std::to_string(fileVersion));
        transaction.commit();
    }
    return path;
}

void bindTo(sqlite::Statement& statement, SqlValues values)
{
    int index = 0;
    for (const SqlValue& value : values) {
        ++index;
        if (value.isNull)
            statement.bindNull(index);
        else if (value.kind == SqlValue::Kind::Integer)
            statement.bind(index, value.integer);
        else if (value.kind == SqlValue::Kind::Text)
            statement.bind(index, value.bytes);
        else
            statement.bind(index, sqlite::Blob{value.bytes.data(), value.bytes.size()});
    }
}

class SqliteRows final : public SqlRows
{
public:
    SqliteRows(sqlite::Database& db, std::string_view sql, SqlValues values)
        : m_found(db.prepare(sql))
    {
        bindTo(*m_found, values);
    }
    bool next() override { return m_found->step(); }
    std::int64_t integer(int column) const override { return row().integer(column); }
    std::string_view text(int column) const override
    {
        constexpr int blob = 4;
        return row().type(column) == blob ? row().blob(column).view() : row().text(column);
    }
    bool isNull(int column) const override { return row().isNull(column); }

private:
    const sqlite::Statement& row() const { return *m_found; }
    mutable sqlite::Loan m_found;
};

class SqliteSqlSession final : public SqlSession
{
public:
    enum class Kind : std::uint8_t { Read, Write };
    SqliteSqlSession(sqlite::Database& db, std::mutex& mutex, Kind kind)
        : m_lock(mutex)
        , m_db(db)
    {
        if (kind == Kind::Write)
            m_transaction.emplace(db);
    }
    std::unique_ptr<SqlRows> query(std::string_view sql, SqlValues values) override
    {
        return std::make_unique<SqliteRows>(m_db, sql, values);
    }
    std::int64_t run(std::string_view sql, SqlValues values) override
    {
        auto statement = m_db.prepare(sql);
        bindTo(*statement, values);
        statement->run();
        return m_db.changes();
    }
    void commit() override
    {
        if (m_transaction)
            m_transaction->commit();
    }

private:
    std::unique_lock<std::mutex> m_lock;
    sqlite::Database& m_db;
    std::optional<sqlite::Transaction> m_transaction;
};

} // namespace

SqliteAccountsDatabase::SqliteAccountsDatabase(const std::string& path, OpenedBy by)
    : m_writer(path, {.busyTimeoutMs = 10'000, .cacheKib = 4 * 1024})
    , m_reader(prepared(m_writer, path, by), {.mode = sqlite::OpenMode::ReadOnly, .cacheKib = 8 * 1024})
{ }

std::unique_ptr<SqlSession> SqliteAccountsDatabase::read()
{
    return std::make_unique<SqliteSqlSession>(m_reader, m_readerMutex, SqliteSqlSession::Kind::Read);
}

std::unique_ptr<SqlSession> SqliteAccountsDatabase::write()
{
    return std::make_unique<SqliteSqlSession>(m_writer, m_writerMutex, SqliteSqlSession::Kind::Write);
}

void SqliteAccountsDatabase::backupTo(const std::string& path)
{
    const std::lock_guard lock(m_readerMutex);
    m_reader.backupTo(path);
}

} // namespace dure::server
