#pragma once
#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

struct sqlite3;
struct sqlite3_stmt;

/// The only code that knows SQLite's C API. Errors of the outside (full disk, I/O, a damaged file, a lock) are thrown
/// as Failure, so that a transaction unwinds from wherever it stands; every public door above (opening a space, running
/// a command, applying a reply, handling a request) catches it and returns std::expected.
namespace dure::sqlite {

enum class FailureKind : std::uint8_t {
    Other,
    DiskFull,
    Io,
    Corrupt,
    Busy,
    CannotOpen,
    ReadOnly,
    NotADatabase,
    Constraint,
    Interrupted, ///< by Database::interrupt()
};

class Failure : public std::runtime_error
{
public:
    Failure(FailureKind kind, int code, const std::string& what)
        : std::runtime_error(what)
        , kind(kind)
        , code(code)
    { }
    FailureKind kind;
    int code; ///< SQLite's extended result code
};

/// Borrowed bytes for a BLOB parameter or column; valid until the statement moves on.
struct Blob
{
    const void* data = nullptr;
    std::size_t size = 0;
    std::string_view view() const { return {static_cast<const char*>(data), size}; }
};

/// One prepared statement. Parameters and columns count from 1 and 0 as in SQLite. Text and blobs are copied on bind.
class Statement
{
public:
    Statement(sqlite3* db, std::string_view sql, bool persistent);
    ~Statement();
    Statement(Statement&& other) noexcept;
    Statement(const Statement&) = delete;
    Statement& operator=(const Statement&) = delete;
    Statement& operator=(Statement&&) = delete;

    Statement& bind(int index, std::int64_t value);
    Statement& bind(int index, std::string_view text);
    Statement& bind(int index, Blob blob);
    Statement& bindNull(int index);
    /// Binds without copying: the bytes must live until the next step has returned.
    Statement& bindBorrowed(int index, std::string_view text);
    Statement& bindBorrowed(int index, Blob blob);
    /// bindAll(a, b, c) binds 1, 2, 3.
    template <class... T> Statement& bindAll(const T&... values)
    {
        int index = 0;
        (bind(++index, values), ...);
        return *this;
    }

    bool step(); ///< true: a row stands ready
    void run(); ///< steps to the end and resets
    void reset();

    std::int64_t integer(int column) const;
    std::string_view text(int column) const; ///< valid until the next step
    Blob blob(int column) const; ///< of a text its bytes, without the copy that text() may make
    bool isNull(int column) const;
    /// SQLITE_INTEGER 1, FLOAT 2, TEXT 3, BLOB 4, NULL 5
    int type(int column) const;
    int columnCount() const;

private:
    void check(int code) const;
    sqlite3_stmt* m_statement = nullptr;
};

/// A cached statement on loan: reset, with its parameters cleared, when the loan ends.
class Loan
{
public:
    explicit Loan(Statement& statement, bool& onLoan)
        : m_statement(statement)
        , m_onLoan(onLoan)
    {
        m_onLoan = true;
    }
    ~Loan();
    Loan(const Loan&) = delete;
    Loan& operator=(const Loan&) = delete;
    Statement* operator->() { return &m_statement; }
    Statement& operator*() { return m_statement; }

private:
    Statement& m_statement;
    bool& m_onLoan;
};

enum class OpenMode : std::uint8_t { ReadWriteCreate, ReadOnly };

struct OpenOptions
{
    OpenMode mode = OpenMode::ReadWriteCreate;
    int busyTimeoutMs = 5000;
    int cacheKib = 8 * 1024;
    bool fullSync = true; ///< synchronous=FULL; only a cache that can be made anew may turn it off
};

/// After how many pages in the write-ahead log a commit carries them over into the file; SQLite's own default.
inline constexpr int usualCheckpointPages = 1000;

/// One connection. Used by one thread at a time.
class Database
{
public:
    /// ":memory:" opens a database in memory. Files are opened in WAL mode (DESIGN §3.21).
    Database(const std::string& path, const OpenOptions& options);
    ~Database();
    Database(const Database&) = delete;
    Database& operator=(const Database&) = delete;

    void execute(const std::string& sql); ///< one or many statements, no parameters
    /// A statement prepared once and kept. `sql` is the key. Do not borrow the same text twice at a time.
    Loan prepare(std::string_view sql);
    Statement prepareOnce(std::string_view sql);

    void setCheckpointPages(int pages) { m_checkpointPages = pages; } ///< usualCheckpointPages unless set; 0: never
    /// How much of the file is held in memory at most, KiB: more for work that comes back to many pages before it
    /// commits, which SQLite would else write and read again. 0: as the file was opened; what is too much is let go. If
    /// it cannot be, all stays as it is.
    void setCacheKib(int kib) noexcept;
    /// Carries the write-ahead log over into the file if it has a quarter of what a commit would wait for: for a moment
    /// when nobody waits. A failure is no loss: the log stays.
    void carryOverLog();

    std::int64_t changes() const;
    std::int64_t lastRowId() const;
    bool inTransaction() const;
    int userVersion();
    const std::string& path() const { return m_path; }

    /// "ok", or what PRAGMA integrity_check says.
    std::string integrityCheck();
    /// A consistent copy by SQLite's backup interface, while others go on working. The target must not exist.
    void backupTo(const std::string& path);
    /// Makes every running statement fail; the one call allowed from another thread.
    void interrupt();
    /// Asked every few milliseconds while a statement runs; false makes it fail like interrupt(). Null lifts it.
    void setGoOn(std::function<bool()> goOn);

    /// For tests of what happens when the disk is full: no page beyond this count. 0 lifts it.
    void limitPages(std::int64_t pages);

private:
    struct Cached;
    static int onCommitted(void* self, sqlite3* db, const char* name, int pages);
    std::string m_path;
    sqlite3* m_db = nullptr;
    std::function<bool()> m_goOn;
    int m_openedCacheKib = 0;
    int m_checkpointPages = usualCheckpointPages;
    int m_logPages = 0; ///< after this connection's last commit, unless they were carried over since
    struct TextHash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    std::unordered_map<std::string, std::unique_ptr<Cached>, TextHash, std::equal_to<>> m_cache;
};

/// Begins in the constructor; rolls back unless commit() was reached. BEGIN IMMEDIATE: the lock is taken before the
/// first row is read, so what was read is still true when it is written.
class Transaction
{
public:
    explicit Transaction(Database& db);
    ~Transaction();
    Transaction(const Transaction&) = delete;
    Transaction& operator=(const Transaction&) = delete;
    void commit();

private:
    Database& m_db;
    bool m_done = false;
};

/// A part of a transaction that may be undone alone.
class Savepoint
{
public:
    explicit Savepoint(Database& db);
    ~Savepoint();
    Savepoint(const Savepoint&) = delete;
    Savepoint& operator=(const Savepoint&) = delete;
    void release();

private:
    Database& m_db;
    bool m_done = false;
};

/// A read transaction: everything read in its life comes from one moment.
class Snapshot
{
public:
    explicit Snapshot(Database& db);
    ~Snapshot();
    Snapshot(const Snapshot&) = delete;
    Snapshot& operator=(const Snapshot&) = delete;

private:
    Database& m_db;
};

} // namespace dure::sqlite
