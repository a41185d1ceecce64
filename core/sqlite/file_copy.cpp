#include "core/sqlite/file_copy.h"

#include <sqlite3.h>

#include <filesystem>

namespace dure::sqlite {

namespace {

/// Half a megabyte: a portion takes a millisecond or two, so that whoever ends the program does not wait.
constexpr int portionPages = 128;

/// A bare connection: Database would turn the copy into one with a log beside it.
class Connection
{
public:
    Connection(const std::string& path, int flags)
    {
        const int code = sqlite3_open_v2(path.c_str(), &m_db, flags | SQLITE_OPEN_NOMUTEX, nullptr);
        if (code != SQLITE_OK) {
            const Failure failure = failureOf(code);
            sqlite3_close_v2(m_db);
            throw failure;
        }
        sqlite3_extended_result_codes(m_db, 1);
        sqlite3_busy_timeout(m_db, 5000);
        sqlite3_wal_autocheckpoint(m_db, 0);
    }
    ~Connection() { sqlite3_close_v2(m_db); }
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    void execute(const char* sql)
    {
        if (const int code = sqlite3_exec(m_db, sql, nullptr, nullptr, nullptr); code != SQLITE_OK)
            throw failureOf(code);
    }
    Failure failureOf(int code) const
    {
        return {failureKindOf(code), code, m_db ? sqlite3_errmsg(m_db) : sqlite3_errstr(code)};
    }
    sqlite3* get() const { return m_db; }

private:
    sqlite3* m_db = nullptr;
};

bool copyPages(Connection& from, Connection& to, const CopyProgress& goOn)
{
    sqlite3_backup* backup = sqlite3_backup_init(to.get(), "main", from.get(), "main");
    if (!backup)
        throw to.failureOf(sqlite3_extended_errcode(to.get()));
    int code = SQLITE_OK;
    bool isWanted = true;
    while (isWanted && (code = sqlite3_backup_step(backup, portionPages)) == SQLITE_OK) {
        const int all = sqlite3_backup_pagecount(backup);
        isWanted = !goOn || goOn(all - sqlite3_backup_remaining(backup), all);
    }
    sqlite3_backup_finish(backup);
    if (isWanted && code != SQLITE_DONE)
        throw Failure(failureKindOf(code), code, sqlite3_errstr(code));
    return isWanted;
}

bool copyWhole(const std::string& source, const std::string& target, const CopyProgress& goOn)
{
    Connection from(source, SQLITE_OPEN_READONLY);
    // One snapshot from the first portion to the last: between them the copy would begin anew with every save.
    from.execute("BEGIN; SELECT count(*) FROM sqlite_master");
    Connection to(target, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE);
    // A copy that was cut off is thrown away, so it needs no journal; its last portion waits for the disk.
    to.execute("PRAGMA journal_mode=OFF; PRAGMA synchronous=FULL");
    if (!copyPages(from, to, goOn))
        return false;
    to.execute("PRAGMA journal_mode=DELETE"); // the pages say that there is a log, as the source has
    return true;
}

} // namespace

bool copyDatabase(const std::string& source, const std::string& target, const CopyProgress& goOn)
{
    const auto removeTarget = [&] {
        for (const char* end : {"", "-journal", "-wal", "-shm"}) {
            std::error_code ignored;
            std::filesystem::remove(target + end, ignored);
        }
    };
    try {
        const bool done = copyWhole(source, target, goOn);
        if (!done)
            removeTarget();
        return done;
    } catch (const Failure&) {
        removeTarget();
        throw;
    }
}

} // namespace dure::sqlite
