#pragma once
#include <string>

namespace dure::server {

class PostgresConnection;

/// Makes or migrates the tables in the schema "dure", one process at a time, all or nothing, and lets `role` use them.
/// The connection is the owner's; `role` is whom the servers sign in as. Refuses a newer schema untouched.
void preparePostgres(PostgresConnection& owner, const std::string& role);

/// Throws unless the schema is of this version and the connection's role is bound by row-level security: neither a
/// superuser nor exempt nor the tables' owner.
void requireServable(PostgresConnection& connection);

} // namespace dure::server
