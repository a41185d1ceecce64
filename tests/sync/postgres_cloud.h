#pragma once
#include "sync/server/postgres_pool.h"
#include "sync/server/postgres_schema.h"
#include "sync/server/postgres_space_store.h"
#include "tests/sync/postgres_server.h"

namespace dure::test {

/// A PostgreSQL with the tables made, and the connections of a server that signs in as dure_app.
class PostgresCloud
{
public:
    PostgresCloud()
        : pool(server.url("dure_app"), 8)
    {
        server::PostgresConnection owner(server.url("dure_owner"));
        server::preparePostgres(owner, "dure_app");
    }
    /// One for all the tests of a program.
    static PostgresCloud& shared()
    {
        static PostgresCloud cloud;
        return cloud;
    }

    PostgresServer server;
    server::PostgresPool pool;
};

} // namespace dure::test
