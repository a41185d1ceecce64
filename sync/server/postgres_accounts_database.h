#pragma once
#include "sync/server/accounts_database.h"
#include "sync/server/postgres_pool.h"

namespace dure::server {

/// The accounts' tables in PostgreSQL. `pool` must outlive it.
class PostgresAccountsDatabase final : public AccountsDatabase
{
public:
    explicit PostgresAccountsDatabase(PostgresPool& pool)
        : m_pool(pool)
    { }
    std::unique_ptr<SqlSession> read() override;
    std::unique_ptr<SqlSession> write() override;

private:
    PostgresPool& m_pool;
};

} // namespace dure::server
