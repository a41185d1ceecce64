#pragma once
#include "sync/server/sql_session.h"

namespace dure::server {

/// The command line works beside the running server.
enum class OpenedBy : std::uint8_t { Server, CommandLine };

/// Where it stands who may do what. Safe from any thread. Hold a session for the length of one piece of work, never
/// while hashing a password, and never two at a time.
class AccountsDatabase
{
public:
    virtual ~AccountsDatabase() = default;
    virtual std::unique_ptr<SqlSession> read() = 0;
    virtual std::unique_ptr<SqlSession> write() = 0;
};

} // namespace dure::server
