#include "sync/server/postgres_pool.h"

#include "sync/server/store_failure.h"

#include <chrono>

namespace dure::server {

PostgresPool::PostgresPool(std::string url, std::size_t most)
    : m_url(std::move(url))
    , m_most(most)
{ }

PostgresPool::Lease::Lease(PostgresPool& pool, std::unique_ptr<PostgresConnection> connection)
    : m_pool(pool)
    , m_connection(std::move(connection))
{ }

PostgresPool::Lease::~Lease()
{
    if (m_connection)
        m_pool.giveBack(std::move(m_connection));
}

PostgresPool::Lease PostgresPool::take()
{
    {
        std::unique_lock lock(m_mutex);
        const bool isFree
            = m_free.wait_for(lock, std::chrono::seconds(5), [this] { return !m_idle.empty() || m_made < m_most; });
        if (!isFree)
            throw StoreUnavailable("all connections to PostgreSQL are in use");
        if (!m_idle.empty()) {
            auto connection = std::move(m_idle.back());
            m_idle.pop_back();
            return {*this, std::move(connection)};
        }
        ++m_made;
    }
    try {
        return {*this, std::make_unique<PostgresConnection>(m_url)};
    } catch (...) {
        giveBack(nullptr);
        throw;
    }
}

void PostgresPool::giveBack(std::unique_ptr<PostgresConnection> connection)
{
    std::vector<std::unique_ptr<PostgresConnection>> dropped; // closed outside of the lock
    {
        const std::lock_guard lock(m_mutex);
        if (connection && connection->isIdle()) {
            m_idle.push_back(std::move(connection));
        } else {
            if (connection && connection->isBroken())
                dropped.swap(m_idle); // mostly the server went away: the others would fail one request each
            m_made -= dropped.size() + 1;
        }
    }
    m_free.notify_all();
}

PostgresTransaction::PostgresTransaction(PostgresPool& pool, Kind kind, const std::optional<Uuid>& space)
    : m_lease(pool.take())
{
    m_lease->post(kind == Kind::Write ? "BEGIN" : "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    if (space)
        m_lease->post("SELECT set_config('dure.space', $1, true)", {space->toString()});
}

PostgresTransaction::~PostgresTransaction()
{
    if (m_done || m_lease->isBroken())
        return;
    try {
        m_lease->settle();
    } catch (const std::exception&) { // it goes with all the others
    }
    try {
        m_lease->execute("ROLLBACK");
    } catch (const std::exception&) { // the pool drops the connection, and with it the transaction
    }
}

void PostgresTransaction::commit()
{
    m_lease->query("COMMIT");
    m_done = true;
}

} // namespace dure::server
