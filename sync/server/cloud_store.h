#pragma once
#include "sync/server/accounts_database.h"
#include "sync/server/space_store.h"

#include <filesystem>

namespace dure::server {

/// All that a cloud keeps: accounts, and spaces by their id. Safe from any thread.
class CloudStore
{
public:
    virtual ~CloudStore() = default;
    virtual AccountsDatabase& accounts() = 0;
    /// Makes the space if it is new.
    virtual std::unique_ptr<SpaceStore> openSpace(const Uuid& space) = 0;
    /// False while nobody has used it.
    virtual bool hasSpace(const Uuid& space) = 0;
};

/// One SQLite file for accounts and one for each space, in the folder `data`. `random` must outlive it.
std::unique_ptr<CloudStore> openSqliteCloud(const std::filesystem::path& data, OpenedBy by, RandomSource& random);

/// A PostgreSQL that dure-server prepare-postgres has prepared; at most so many connections. Throws StoreUnavailable,
/// or std::runtime_error with what is wrong (postgres_schema.h).
std::unique_ptr<CloudStore> openPostgresCloud(const std::string& url, std::size_t connections, RandomSource& random);

} // namespace dure::server
