#pragma once
#include "core/sqlite/database.h"
#include "sync/server/accounts_database.h"

#include <mutex>
#include <string>

namespace dure::server {

/// The file DATA/accounts.sqlite. The server and the command line use it at the same time; only the server's connection
/// checkpoints its WAL (two connections resetting it at once can damage the file before SQLite 3.51.3).
class SqliteAccountsDatabase final : public AccountsDatabase
{
public:
    /// Throws sqlite::Failure: cannot open, or of a newer version (then left untouched).
    SqliteAccountsDatabase(const std::string& path, OpenedBy by);

    std::unique_ptr<SqlSession> read() override;
    std::unique_ptr<SqlSession> write() override;
    /// A consistent copy while others go on working.
    void backupTo(const std::string& path);

private:
    sqlite::Database m_writer;
    std::mutex m_writerMutex;
    sqlite::Database m_reader;
    std::mutex m_readerMutex;
};

} // namespace dure::server
