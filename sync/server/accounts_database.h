#pragma once
#include "core/sqlite/database.h"

#include <mutex>
#include <string>

namespace dure::server {

/// The file DATA/accounts.sqlite: who may do what. The server and the command line use it at the same time; only the
/// server's connection checkpoints its WAL (two connections resetting it at once can damage the file before SQLite
/// 3.51.3).
class AccountsDatabase
{
public:
    enum class OpenedBy : std::uint8_t { Server, CommandLine };

    /// Throws sqlite::Failure: cannot open, or of a newer version (then left untouched).
    AccountsDatabase(const std::string& path, OpenedBy by);

    /// A connection with its lock: hold it for the length of one piece of work, never while hashing a password.
    class Lease
    {
    public:
        Lease(sqlite::Database& db, std::mutex& mutex)
            : m_lock(mutex)
            , m_db(db)
        { }
        sqlite::Database* operator->() { return &m_db; }
        sqlite::Database& operator*() { return m_db; }

    private:
        std::unique_lock<std::mutex> m_lock;
        sqlite::Database& m_db;
    };
    Lease reader() { return {m_reader, m_readerMutex}; }
    Lease writer() { return {m_writer, m_writerMutex}; }

private:
    sqlite::Database m_writer;
    std::mutex m_writerMutex;
    sqlite::Database m_reader;
    std::mutex m_readerMutex;
};

} // namespace dure::server
