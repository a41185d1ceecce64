#pragma once
#include "sync/server/postgres_pool.h"
#include "sync/server/space_store.h"

namespace dure::server {

/// One space in PostgreSQL; makes it if it is new. `pool` must outlive it.
std::unique_ptr<SpaceStore> openPostgresSpaceStore(PostgresPool& pool, const Uuid& space, RandomSource& random);
bool isPostgresSpace(PostgresPool& pool, const Uuid& space);

} // namespace dure::server
