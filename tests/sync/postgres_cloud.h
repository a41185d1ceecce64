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

    /// The URL of a database of its own, with the tables made.
    std::string freshDatabase()
    {
        const std::string name = "cloud" + std::to_string(++m_databases);
        server.execute(QString("CREATE DATABASE %1 OWNER dure_owner").arg(QString::fromStdString(name)));
        server::PostgresConnection owner(server.url("dure_owner", name));
        server::preparePostgres(owner, "dure_app");
        return server.url("dure_app", name);
    }

    QString latest() const { return QString("cloud%1").arg(m_databases); }

    PostgresServer server;
    server::PostgresPool pool;

private:
    int m_databases = 0;
};

} // namespace dure::test
