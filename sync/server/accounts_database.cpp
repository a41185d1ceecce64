#include "sync/server/accounts_database.h"

namespace dure::server {

namespace {

constexpr int fileVersion = 1;
constexpr int applicationId = 0x44757241; // "DurA"

/// A membership that ended stays with role 0, so that a device can still hand over its unsynced work (DESIGN §3.18);
/// for the same reason tokens are marked, never deleted.
constexpr const char* ddl = R"sql(
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

/// Makes the tables before the reader opens; the value is the path, so that it can stand in the initialiser list.
const std::string& prepared(sqlite::Database& db, const std::string& path, AccountsDatabase::OpenedBy by)
{
    if (by == AccountsDatabase::OpenedBy::CommandLine)
        db.execute("PRAGMA wal_autocheckpoint=0");
    if (db.userVersion() > fileVersion)
        throw sqlite::Failure(
            sqlite::FailureKind::CannotOpen, 0, "the accounts file comes from a newer version: " + path);
    if (db.userVersion() == 0) {
        sqlite::Transaction transaction(db);
        if (db.userVersion() == 0) { // another process may have been first
            db.execute(ddl);
            db.execute("PRAGMA application_id=" + std::to_string(applicationId));
            db.execute("PRAGMA user_version=" + std::to_string(fileVersion));
        }
        transaction.commit();
    }
    return path;
}

} // namespace

AccountsDatabase::AccountsDatabase(const std::string& path, OpenedBy by)
    : m_writer(path, {.busyTimeoutMs = 10'000, .cacheKib = 4 * 1024})
    , m_reader(prepared(m_writer, path, by), {.mode = sqlite::OpenMode::ReadOnly, .cacheKib = 8 * 1024})
{ }

} // namespace dure::server
