#include "sync/server/cloud_store.h"

#include "sync/server/postgres_accounts_database.h"
#include "sync/server/postgres_schema.h"
#include "sync/server/postgres_space_store.h"
#include "sync/server/space_directory.h"
#include "sync/server/sqlite_accounts_database.h"
#include "sync/server/sqlite_space_store.h"

namespace dure::server {

namespace {

class SqliteCloud final : public CloudStore
{
public:
    SqliteCloud(const std::filesystem::path& data, OpenedBy by, RandomSource& random)
        : m_data(data)
        , m_random(random)
        , m_accounts(accountsFile(data).string(), by)
    { }
    AccountsDatabase& accounts() override { return m_accounts; }
    std::unique_ptr<SpaceStore> openSpace(const Uuid& space) override
    {
        return openSqliteSpaceStore(spaceFile(m_data, space).string(), m_random);
    }
    bool hasSpace(const Uuid& space) override { return std::filesystem::exists(spaceFile(m_data, space)); }

private:
    const std::filesystem::path m_data;
    RandomSource& m_random;
    SqliteAccountsDatabase m_accounts;
};

class PostgresCloudStore final : public CloudStore
{
public:
    PostgresCloudStore(const std::string& url, std::size_t connections, RandomSource& random)
        : m_pool(url, connections)
        , m_random(random)
        , m_accounts(m_pool)
    {
        auto connection = m_pool.take();
        requireServable(*connection);
    }
    AccountsDatabase& accounts() override { return m_accounts; }
    std::unique_ptr<SpaceStore> openSpace(const Uuid& space) override
    {
        return openPostgresSpaceStore(m_pool, space, m_random);
    }
    bool hasSpace(const Uuid& space) override { return isPostgresSpace(m_pool, space); }

private:
    PostgresPool m_pool;
    RandomSource& m_random;
    PostgresAccountsDatabase m_accounts;
};

} // namespace

std::unique_ptr<CloudStore> openSqliteCloud(const std::filesystem::path& data, OpenedBy by, RandomSource& random)
{
    return std::make_unique<SqliteCloud>(data, by, random);
}

std::unique_ptr<CloudStore> openPostgresCloud(const std::string& url, std::size_t connections, RandomSource& random)
{
    return std::make_unique<PostgresCloudStore>(url, connections, random);
}

} // namespace dure::server
