#include "sync/server/postgres_accounts_database.h"

namespace dure::server {

namespace {

/// Each statement for itself: what reads accounts asks for one thing, and a BEGIN would cost a round trip.
class ReadSession final : public SqlSession
{
public:
    explicit ReadSession(PostgresPool& pool)
        : m_db(pool.take())
    { }
    std::unique_ptr<SqlRows> query(std::string_view sql, SqlValues values) override
    {
        return std::make_unique<PostgresRows>(m_db->query(sql, values));
    }
    std::int64_t run(std::string_view sql, SqlValues values) override { return m_db->query(sql, values).changed(); }
    void commit() override { }

private:
    PostgresPool::Lease m_db;
};

class WriteSession final : public SqlSession
{
public:
    explicit WriteSession(PostgresPool& pool)
        : m_db(pool)
    { }
    std::unique_ptr<SqlRows> query(std::string_view sql, SqlValues values) override
    {
        return std::make_unique<PostgresRows>(m_db->query(sql, values));
    }
    std::int64_t run(std::string_view sql, SqlValues values) override { return m_db->query(sql, values).changed(); }
    void commit() override { m_db.commit(); }

private:
    PostgresTransaction m_db;
};

} // namespace

std::unique_ptr<SqlSession> PostgresAccountsDatabase::read() { return std::make_unique<ReadSession>(m_pool); }
std::unique_ptr<SqlSession> PostgresAccountsDatabase::write() { return std::make_unique<WriteSession>(m_pool); }

} // namespace dure::server
