#include "sync/server/postgres_schema.h"

#include "core/domain/schema.h"
#include "sync/server/postgres_connection.h"
#include "sync/server/references.h"

#include <array>
#include <stdexcept>
#include <vector>

namespace dure::server {

namespace {

/// Every key of a space's table begins with space_id, so that Citus can distribute it (packaging/postgres/). All
/// integers are bigint: parameters and results are exchanged in binary.
constexpr const char* spaceTables = R"sql(
CREATE TABLE space_state(space_id uuid PRIMARY KEY, epoch text NOT NULL, epoch_start bigint NOT NULL,
    head bigint NOT NULL, safe bigint NOT NULL, next_letters bigint NOT NULL);
CREATE TABLE space_row(space_id uuid NOT NULL, id uuid NOT NULL, table_id bigint NOT NULL, seq bigint NOT NULL,
    deleted bigint NOT NULL, root uuid NOT NULL, fields text NOT NULL, versions text NOT NULL, hash bigint NOT NULL,
    PRIMARY KEY(space_id, id, table_id));
CREATE UNIQUE INDEX space_row_by_seq ON space_row(space_id, seq);
CREATE INDEX space_row_by_root ON space_row(space_id, root) WHERE root <> id;
CREATE TABLE space_digest(space_id uuid NOT NULL, table_id bigint NOT NULL, count bigint NOT NULL, sum bigint NOT NULL,
    PRIMARY KEY(space_id, table_id));
CREATE TABLE space_incarnation(space_id uuid NOT NULL, id uuid NOT NULL, letters text NOT NULL, last_n bigint NOT NULL,
    last_at bigint NOT NULL, PRIMARY KEY(space_id, id), UNIQUE(space_id, letters));
CREATE TABLE space_result(space_id uuid NOT NULL, incarnation uuid NOT NULL, n bigint NOT NULL, hash bigint NOT NULL,
    status bigint NOT NULL, seq bigint NOT NULL, reason text NOT NULL, detail text NOT NULL,
    PRIMARY KEY(space_id, incarnation, n));
CREATE TABLE space_epoch(space_id uuid NOT NULL, number bigint NOT NULL, name text NOT NULL, start bigint NOT NULL,
    PRIMARY KEY(space_id, number), UNIQUE(space_id, name));
CREATE TABLE space_clock(space_id uuid NOT NULL, seq bigint NOT NULL, at bigint NOT NULL, PRIMARY KEY(space_id, seq));
CREATE TABLE space_history(space_id uuid NOT NULL, row_id uuid NOT NULL, seq bigint NOT NULL, entry bigint NOT NULL,
    table_id bigint NOT NULL, at bigint NOT NULL, user_name text NOT NULL, device text NOT NULL, op bigint NOT NULL,
    before text NOT NULL, after text NOT NULL, PRIMARY KEY(space_id, row_id, seq, entry));
CREATE TABLE space_quarantine(space_id uuid NOT NULL, incarnation uuid NOT NULL, n bigint NOT NULL,
    hash bigint NOT NULL, receipt uuid NOT NULL, user_id uuid NOT NULL, at bigint NOT NULL, body text NOT NULL,
    PRIMARY KEY(space_id, incarnation, n, hash));
DO $$
DECLARE t text;
BEGIN
    FOREACH t IN ARRAY ARRAY['space_state', 'space_row', 'space_digest', 'space_incarnation', 'space_result',
        'space_epoch', 'space_clock', 'space_history', 'space_quarantine'] LOOP
        EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
        EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
        EXECUTE format('CREATE POLICY own_space ON %I USING '
            '(space_id = nullif(current_setting(''dure.space'', true), '''')::uuid)', t);
    END LOOP;
END $$;
)sql";

/// As in sqlite_accounts_database.cpp. E-mails are unique in "login", whose key they are; "user" is keyed by id alone.
constexpr const char* accountTables = R"sql(
CREATE TABLE company(id uuid PRIMARY KEY, name text NOT NULL, business_no text NOT NULL, phase bigint NOT NULL,
    created bigint NOT NULL);
CREATE INDEX company_by_business_no ON company(business_no);
CREATE TABLE space(id uuid PRIMARY KEY, kind bigint NOT NULL, company uuid, name text NOT NULL,
    created bigint NOT NULL);
CREATE INDEX space_by_company ON space(company);
CREATE TABLE login(email text PRIMARY KEY, "user" uuid NOT NULL);
CREATE TABLE "user"(id uuid PRIMARY KEY, email text NOT NULL, name text NOT NULL, password text NOT NULL,
    created bigint NOT NULL);
CREATE TABLE membership("user" uuid NOT NULL, space uuid NOT NULL, role bigint NOT NULL,
    grants_version bigint NOT NULL, changed bigint NOT NULL, PRIMARY KEY("user", space));
CREATE INDEX membership_by_space ON membership(space);
CREATE TABLE device("user" uuid NOT NULL, id uuid NOT NULL, name text NOT NULL, created bigint NOT NULL,
    last_seen bigint NOT NULL, revoked bigint, PRIMARY KEY("user", id));
CREATE TABLE token(hash bytea PRIMARY KEY, "user" uuid NOT NULL, device uuid NOT NULL, created bigint NOT NULL,
    last_used bigint NOT NULL, revoked bigint);
CREATE INDEX token_by_device ON token("user", device);
CREATE TABLE backup_mark(space uuid PRIMARY KEY, epoch text NOT NULL, seq bigint NOT NULL, at bigint NOT NULL,
    applied bigint NOT NULL);
)sql";

/// What the owner decided of work handed in, from which device and in which epoch it came.
constexpr const char* spaceTables2 = R"sql(
ALTER TABLE space_quarantine ADD COLUMN device text NOT NULL DEFAULT '', ADD COLUMN epoch text NOT NULL DEFAULT '',
    ADD COLUMN skew bigint NOT NULL DEFAULT 0, ADD COLUMN state bigint NOT NULL DEFAULT 0,
    ADD COLUMN detail text NOT NULL DEFAULT '';
)sql";

/// Version 3 of the accounts' file.
constexpr const char* accountTables2 = R"sql(
ALTER TABLE membership ADD COLUMN until bigint;
ALTER TABLE device ADD COLUMN version text NOT NULL DEFAULT '';
CREATE TABLE device_space("user" uuid NOT NULL, device uuid NOT NULL, space uuid NOT NULL, last_sync bigint NOT NULL,
    revoked bigint, PRIMARY KEY("user", device, space));
CREATE INDEX device_space_by_space ON device_space(space);
CREATE TABLE invite(hash bytea PRIMARY KEY, id uuid NOT NULL, space uuid NOT NULL, role bigint NOT NULL,
    email text NOT NULL, until bigint, created bigint NOT NULL, created_by uuid NOT NULL, expires bigint NOT NULL,
    failures bigint NOT NULL, used bigint, used_by uuid, ended bigint);
CREATE INDEX invite_by_space ON invite(space);
CREATE TABLE reset_code("user" uuid PRIMARY KEY, hash bytea NOT NULL, created bigint NOT NULL,
    created_by uuid NOT NULL, expires bigint NOT NULL);
CREATE TABLE second_factor("user" uuid PRIMARY KEY, secret bytea NOT NULL, created bigint NOT NULL, confirmed bigint,
    last_step bigint NOT NULL);
CREATE TABLE recovery_code("user" uuid NOT NULL, hash bytea NOT NULL, used bigint, PRIMARY KEY("user", hash));
)sql";

/// What rows name (references.h), so that a delete can ask who names its row and what went with a row can come back.
constexpr const char* spaceTables3 = R"sql(
CREATE TABLE space_reference(space_id uuid NOT NULL, target uuid NOT NULL, target_table bigint NOT NULL,
    id uuid NOT NULL, table_id bigint NOT NULL, PRIMARY KEY(space_id, target, target_table, id, table_id));
ALTER TABLE space_reference ENABLE ROW LEVEL SECURITY;
ALTER TABLE space_reference FORCE ROW LEVEL SECURITY;
CREATE POLICY own_space ON space_reference USING
    (space_id = nullif(current_setting('dure.space', true), '')::uuid);
)sql";

/// Version 3 left the references of tombstones out. Files that rows name, by their SHA-256 in hex; the bytes in pieces
/// as they came.
constexpr const char* spaceTables4 = R"sql(
TRUNCATE space_reference;
CREATE TABLE space_blob(space_id uuid NOT NULL, hash text NOT NULL, size bigint NOT NULL, received bigint NOT NULL,
    at bigint NOT NULL, complete bigint NOT NULL, PRIMARY KEY(space_id, hash));
CREATE TABLE space_blob_piece(space_id uuid NOT NULL, hash text NOT NULL, position bigint NOT NULL,
    bytes bytea NOT NULL, PRIMARY KEY(space_id, hash, position));
-- pictures do not become smaller, and a part of an uncompressed value is read without the rest
ALTER TABLE space_blob_piece ALTER COLUMN bytes SET STORAGE EXTERNAL;
ALTER TABLE space_blob ENABLE ROW LEVEL SECURITY;
ALTER TABLE space_blob FORCE ROW LEVEL SECURITY;
CREATE POLICY own_space ON space_blob USING (space_id = nullif(current_setting('dure.space', true), '')::uuid);
ALTER TABLE space_blob_piece ENABLE ROW LEVEL SECURITY;
ALTER TABLE space_blob_piece FORCE ROW LEVEL SECURITY;
CREATE POLICY own_space ON space_blob_piece USING (space_id = nullif(current_setting('dure.space', true), '')::uuid);
)sql";

/// One entry a version; what has been shipped is not changed any more.
constexpr std::array<std::array<const char*, 2>, 4> steps = {
    {{spaceTables, accountTables}, {spaceTables2, accountTables2}, {spaceTables3, nullptr}, {spaceTables4, nullptr}}};
constexpr std::int64_t referencesSince = 4;
constexpr std::int64_t schemaNow = steps.size();

std::int64_t storedVersion(PostgresConnection& connection)
{
    auto found = connection.query("SELECT version FROM schema_version");
    return found.next() ? found.integer(0) : 0;
}

/// Of the rows there are; none is written meanwhile. Policies bind the owner too, so it goes from space to space.
void fillReferences(PostgresConnection& owner)
{
    owner.execute("LOCK TABLE space_row IN SHARE ROW EXCLUSIVE MODE");
    std::vector<Uuid> spaces;
    for (auto found = owner.query("SELECT id FROM space"); found.next();)
        spaces.push_back(found.id(0));
    for (const Uuid& space : spaces) {
        owner.execute("SET LOCAL dure.space = '" + space.toString() + "'");
        for (std::int64_t after = 0;;) {
            auto found = owner.query("SELECT seq, table_id, id, fields FROM space_row WHERE space_id = $1 AND seq > $2 "
                                     "ORDER BY seq LIMIT 1000",
                {space, after});
            StoredRow row;
            bool any = false;
            while (found.next()) {
                any = true;
                after = found.integer(0);
                row.table = static_cast<TableId>(found.integer(1));
                row.id = found.id(2);
                row.fields = found.text(3);
                for (const auto& [table, id] : moveReferences(row, nullptr).added)
                    owner.query("INSERT INTO space_reference(space_id, target, target_table, id, table_id) "
                                "VALUES($1, $2, $3, $4, $5)",
                        {space, id, static_cast<std::int64_t>(table), row.id, static_cast<std::int64_t>(row.table)});
            }
            if (!any)
                break;
        }
    }
}

} // namespace

void preparePostgres(PostgresConnection& owner, const std::string& role)
{
    owner.execute("BEGIN");
    // whoever comes second waits here and finds the work done
    owner.execute("SELECT pg_advisory_xact_lock(1148547685)");
    owner.execute(
        "CREATE SCHEMA IF NOT EXISTS dure; CREATE TABLE IF NOT EXISTS schema_version(version bigint NOT NULL)");
    const std::int64_t version = storedVersion(owner);
    if (version > schemaNow)
        throw std::runtime_error("the database comes from a newer version of dure-server");
    for (std::int64_t step = version; step < schemaNow; ++step)
        for (const char* part : steps[static_cast<std::size_t>(step)])
            if (part)
                owner.execute(part);
    if (version < referencesSince)
        fillReferences(owner);
    if (version == 0)
        owner.query("INSERT INTO schema_version(version) VALUES($1)", {schemaNow});
    else
        owner.query("UPDATE schema_version SET version = $1", {schemaNow});
    const std::string to = " TO " + owner.quoted(role);
    owner.execute("GRANT USAGE ON SCHEMA dure" + to);
    owner.execute("GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA dure" + to);
    owner.execute("REVOKE INSERT, UPDATE, DELETE ON schema_version FROM " + owner.quoted(role));
    owner.execute("COMMIT");
}

void requireServable(PostgresConnection& connection)
{
    auto tables = connection.query("SELECT to_regclass('dure.schema_version') IS NOT NULL");
    if (!tables.next() || tables.integer(0) == 0)
        throw std::runtime_error("this database is not prepared: run dure-server prepare-postgres as its owner");
    if (const std::int64_t version = storedVersion(connection); version != schemaNow)
        throw std::runtime_error(version > schemaNow
                ? "the database comes from a newer version of dure-server"
                : "the database is of an older version: run dure-server prepare-postgres as its owner");
    auto exempt = connection.query(
        "SELECT r.rolsuper OR r.rolbypassrls OR pg_has_role(r.oid, c.relowner, 'MEMBER') FROM pg_roles r, pg_class c "
        "WHERE r.rolname = current_user AND c.oid = 'dure.space_row'::regclass");
    if (!exempt.next() || exempt.integer(0) != 0)
        throw std::runtime_error(
            "sign in to PostgreSQL as the role named to prepare-postgres: a superuser or the tables' owner would "
            "stand above row-level security");
}

} // namespace dure::server
