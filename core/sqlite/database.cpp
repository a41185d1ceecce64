#include "core/sqlite/database.h"

#include "core/sqlite/file_copy.h"

#include <sqlite3.h>

#include <cassert>
#include <utility>

namespace dure::sqlite {

namespace {

/// What a write-ahead log keeps of its size once it is empty: filling a new file makes a large one.
constexpr int mostIdleLogBytes = 16 << 20;

[[noreturn]] void fail(sqlite3* db, int code)
{
    const int extended = db ? sqlite3_extended_errcode(db) : code;
    const int used = (extended & 0xff) == (code & 0xff) ? extended : code;
    throw Failure(failureKindOf(used), used, db ? sqlite3_errmsg(db) : sqlite3_errstr(code));
}

} // namespace

FailureKind failureKindOf(int extendedCode)
{
    switch (extendedCode & 0xff) {
    case SQLITE_FULL:
        return FailureKind::DiskFull;
    case SQLITE_IOERR:
        return FailureKind::Io;
    case SQLITE_CORRUPT:
        return FailureKind::Corrupt;
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
        return FailureKind::Busy;
    case SQLITE_CANTOPEN:
        return FailureKind::CannotOpen;
    case SQLITE_READONLY:
    case SQLITE_PERM:
        return FailureKind::ReadOnly;
    case SQLITE_NOTADB:
        return FailureKind::NotADatabase;
    case SQLITE_CONSTRAINT:
        return FailureKind::Constraint;
    case SQLITE_INTERRUPT:
        return FailureKind::Interrupted;
    default:
        return FailureKind::Other;
    }
}

Statement::Statement(sqlite3* db, std::string_view sql, bool persistent)
{
    const unsigned flags = persistent ? SQLITE_PREPARE_PERSISTENT : 0;
    const int code = sqlite3_prepare_v3(db, sql.data(), static_cast<int>(sql.size()), flags, &m_statement, nullptr);
    if (code != SQLITE_OK)
        fail(db, code);
}

Statement::~Statement() { sqlite3_finalize(m_statement); }

Statement::Statement(Statement&& other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
{ }

void Statement::check(int code) const
{
    if (code != SQLITE_OK)
        fail(sqlite3_db_handle(m_statement), code);
}

Statement& Statement::bind(int index, std::int64_t value)
{
    check(sqlite3_bind_int64(m_statement, index, value));
    return *this;
}

Statement& Statement::bind(int index, std::string_view text)
{
    // a null pointer would bind NULL
    const char* data = text.data() ? text.data() : "";
    check(sqlite3_bind_text64(m_statement, index, data, text.size(), SQLITE_TRANSIENT, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bind(int index, Blob blob)
{
    check(sqlite3_bind_blob64(m_statement, index, blob.data ? blob.data : "", blob.size, SQLITE_TRANSIENT));
    return *this;
}

Statement& Statement::bindNull(int index)
{
    check(sqlite3_bind_null(m_statement, index));
    return *this;
}

Statement& Statement::bindBorrowed(int index, std::string_view text)
{
    const char* data = text.data() ? text.data() : "";
    check(sqlite3_bind_text64(m_statement, index, data, text.size(), SQLITE_STATIC, SQLITE_UTF8));
    return *this;
}

Statement& Statement::bindBorrowed(int index, Blob blob)
{
    check(sqlite3_bind_blob64(m_statement, index, blob.data ? blob.data : "", blob.size, SQLITE_STATIC));
    return *this;
}

bool Statement::step()
{
    const int code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return true;
    if (code == SQLITE_DONE)
        return false;
    sqlite3* db = sqlite3_db_handle(m_statement);
    sqlite3_reset(m_statement);
    fail(db, code);
}

void Statement::run()
{
    while (step()) { }
    reset();
}

void Statement::reset()
{
    sqlite3_reset(m_statement); // its code repeats what step already threw
    sqlite3_clear_bindings(m_statement);
}

std::int64_t Statement::integer(int column) const { return sqlite3_column_int64(m_statement, column); }

std::string_view Statement::text(int column) const
{
    const auto* data = reinterpret_cast<const char*>(sqlite3_column_text(m_statement, column));
    return data ? std::string_view(data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column)))
                : std::string_view();
}

Blob Statement::blob(int column) const
{
    const void* data = sqlite3_column_blob(m_statement, column);
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

bool Statement::isNull(int column) const { return type(column) == SQLITE_NULL; }
int Statement::type(int column) const { return sqlite3_column_type(m_statement, column); }
int Statement::columnCount() const { return sqlite3_column_count(m_statement); }

Loan::~Loan()
{
    m_statement.reset();
    m_onLoan = false;
}

struct Database::Cached
{
    Statement statement;
    bool onLoan = false;
};

Database::Database(const std::string& path, const OpenOptions& options)
    : m_path(path)
{
    // nobody asks how much memory SQLite holds, and counting it takes a lock at every allocation
    static const int uncounted = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    static_cast<void>(uncounted); // refused where SQLite already runs in this process: then it counts on
    const int mode
        = options.mode == OpenMode::ReadOnly ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    const int code = sqlite3_open_v2(path.c_str(), &m_db, mode | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, nullptr);
    if (code != SQLITE_OK) {
        const Failure failure(failureKindOf(code), code, m_db ? sqlite3_errmsg(m_db) : sqlite3_errstr(code));
        sqlite3_close_v2(m_db);
        throw failure;
    }
    try {
        sqlite3_busy_timeout(m_db, options.busyTimeoutMs);
        sqlite3_db_config(m_db, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
        sqlite3_db_config(m_db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, nullptr);
        if (options.mode != OpenMode::ReadOnly)
            execute("PRAGMA journal_mode=WAL; PRAGMA journal_size_limit=" + std::to_string(mostIdleLogBytes));
        // a reader never checkpoints
        sqlite3_wal_hook(m_db, options.mode == OpenMode::ReadOnly ? nullptr : onCommitted, this);
        execute(options.fullSync ? "PRAGMA synchronous=FULL" : "PRAGMA synchronous=OFF");
        m_openedCacheKib = options.cacheKib;
        setCacheKib(options.cacheKib);
        execute("PRAGMA foreign_keys=OFF; PRAGMA temp_store=MEMORY");
    } catch (...) {
        m_cache.clear();
        sqlite3_close_v2(m_db);
        throw;
    }
}

Database::~Database()
{
    m_cache.clear();
    sqlite3_close_v2(m_db);
}

void Database::execute(const std::string& sql)
{
    const int code = sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK)
        fail(m_db, code);
}

void Database::setCacheKib(int kib) noexcept
{
    const std::string sql = "PRAGMA cache_size=-" + std::to_string(kib > 0 ? kib : m_openedCacheKib);
    if (sqlite3_exec(m_db, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK && kib == 0)
        sqlite3_db_release_memory(m_db);
}

Loan Database::prepare(std::string_view sql)
{
    auto found = m_cache.find(sql);
    if (found == m_cache.end()) {
        auto fresh = std::make_unique<Cached>(Cached{Statement(m_db, sql, true)});
        found = m_cache.emplace(std::string(sql), std::move(fresh)).first;
    }
    assert(!found->second->onLoan && "the same statement is borrowed twice");
    return Loan(found->second->statement, found->second->onLoan);
}

Statement Database::prepareOnce(std::string_view sql) { return Statement(m_db, sql, false); }

/// In the place of SQLite's own hook, which does the same and tells nobody how long the log is.
int Database::onCommitted(void* self, sqlite3* db, const char* name, int pages)
{
    auto& database = *static_cast<Database*>(self);
    database.m_logPages = pages;
    if (database.m_checkpointPages > 0 && pages >= database.m_checkpointPages)
        sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
    return SQLITE_OK;
}

void Database::carryOverLog()
{
    if (m_checkpointPages == 0 || m_logPages < m_checkpointPages / 4 || inTransaction())
        return;
    m_logPages = 0;
    sqlite3_wal_checkpoint_v2(m_db, "main", SQLITE_CHECKPOINT_PASSIVE, nullptr, nullptr);
}

std::int64_t Database::changes() const { return sqlite3_changes64(m_db); }
std::int64_t Database::lastRowId() const { return sqlite3_last_insert_rowid(m_db); }
bool Database::inTransaction() const { return sqlite3_get_autocommit(m_db) == 0; }

int Database::userVersion()
{
    Loan statement = prepare("PRAGMA user_version");
    return statement->step() ? static_cast<int>(statement->integer(0)) : 0;
}

std::string Database::integrityCheck()
{
    Statement statement = prepareOnce("PRAGMA integrity_check(20)");
    std::string report;
    while (statement.step()) {
        if (!report.empty())
            report += "; ";
        report += statement.text(0);
    }
    return report;
}

void Database::backupTo(const std::string& path)
{
    sqlite3* target = nullptr;
    int code = sqlite3_open_v2(path.c_str(), &target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
    if (code == SQLITE_OK) {
        if (sqlite3_backup* backup = sqlite3_backup_init(target, "main", m_db, "main")) {
            while ((code = sqlite3_backup_step(backup, 4096)) == SQLITE_OK) { }
            sqlite3_backup_finish(backup);
            code = sqlite3_errcode(target);
        } else {
            code = sqlite3_errcode(target);
        }
    }
    const std::string what = target ? sqlite3_errmsg(target) : sqlite3_errstr(code);
    sqlite3_close_v2(target);
    if (code != SQLITE_OK)
        throw Failure(failureKindOf(code), code, what);
}

void Database::interrupt() { sqlite3_interrupt(m_db); }

void Database::setGoOn(std::function<bool()> goOn)
{
    constexpr int operationsBetween = 20'000;
    m_goOn = std::move(goOn);
    const auto ask = [](void* self) { return static_cast<Database*>(self)->m_goOn() ? 0 : 1; };
    sqlite3_progress_handler(m_db, operationsBetween, m_goOn ? +ask : nullptr, this);
}

void Database::limitPages(std::int64_t pages)
{
    execute("PRAGMA max_page_count=" + std::to_string(pages > 0 ? pages : 1073741823));
}

Transaction::Transaction(Database& db)
    : m_db(db)
{
    m_db.prepare("BEGIN IMMEDIATE")->run();
}

Transaction::~Transaction()
{
    // SQLite has rolled back by itself after some errors (full disk, I/O)
    if (m_done || !m_db.inTransaction())
        return;
    try {
        m_db.prepare("ROLLBACK")->run();
    } catch (const Failure&) { // nothing more can be done; the journal rolls back when the file is next opened
    }
}

void Transaction::commit()
{
    m_db.prepare("COMMIT")->run();
    m_done = true;
}

Savepoint::Savepoint(Database& db)
    : m_db(db)
{
    m_db.prepare("SAVEPOINT part")->run();
}

Savepoint::~Savepoint()
{
    if (m_done || !m_db.inTransaction())
        return;
    try {
        m_db.prepare("ROLLBACK TO part")->run();
        m_db.prepare("RELEASE part")->run();
    } catch (const Failure&) { // the enclosing transaction rolls back
    }
}

void Savepoint::release()
{
    m_db.prepare("RELEASE part")->run();
    m_done = true;
}

Snapshot::Snapshot(Database& db)
    : m_db(db)
{
    if (!m_db.inTransaction())
        m_db.prepare("BEGIN")->run();
}

Snapshot::~Snapshot()
{
    try {
        if (m_db.inTransaction())
            m_db.prepare("COMMIT")->run();
    } catch (const Failure&) { // a reader has nothing to lose
    }
}

} // namespace dure::sqlite
