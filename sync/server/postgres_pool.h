#pragma once
#include "sync/server/postgres_connection.h"

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <optional>
#include <vector>

namespace dure::server {

/// At most so many connections, made when needed and kept. Safe from any thread.
class PostgresPool
{
public:
    PostgresPool(std::string url, std::size_t most);

    /// A connection on loan. One that broke, or was left within a transaction, does not come back.
    class Lease
    {
    public:
        Lease(PostgresPool& pool, std::unique_ptr<PostgresConnection> connection);
        ~Lease();
        Lease(Lease&&) noexcept = default;
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        Lease& operator=(Lease&&) = delete;
        PostgresConnection* operator->() { return m_connection.get(); }
        PostgresConnection& operator*() { return *m_connection; }

    private:
        PostgresPool& m_pool;
        std::unique_ptr<PostgresConnection> m_connection;
    };

    /// Waits a few seconds for a free one. Throws StoreUnavailable.
    Lease take();
    const std::string& url() const { return m_url; }

private:
    void giveBack(std::unique_ptr<PostgresConnection> connection);

    const std::string m_url;
    const std::size_t m_most;
    std::mutex m_mutex;
    std::condition_variable m_free;
    std::vector<std::unique_ptr<PostgresConnection>> m_idle;
    std::size_t m_made = 0; ///< idle and on loan
};

/// Undone unless commit() was reached.
class PostgresTransaction
{
public:
    enum class Kind : std::uint8_t { Read, Write };
    /// Row-level security shows it the rows of `space`, if one is named. A reader sees one moment.
    explicit PostgresTransaction(
        PostgresPool& pool, Kind kind = Kind::Write, const std::optional<Uuid>& space = std::nullopt);
    ~PostgresTransaction();
    PostgresTransaction(const PostgresTransaction&) = delete;
    PostgresTransaction& operator=(const PostgresTransaction&) = delete;
    PostgresConnection* operator->() { return &*m_lease; }
    void commit();

private:
    PostgresPool::Lease m_lease;
    bool m_done = false;
};

} // namespace dure::server
