#pragma once
#include "core/domain/uuid.h"
#include "sync/server/space_store.h"

#include <filesystem>
#include <string>
#include <vector>

namespace dure::bench {

/// What one push left in a space's file, without what it took to get there: the yardstick of a server's writes.
struct BarePush
{
    struct History
    {
        std::int64_t table, seq, at, op, entry;
        Uuid row;
        std::string user, device, before, after;
    };
    struct Reference
    {
        std::int64_t targetTable, table;
        Uuid target, id;
    };
    std::vector<server::StoredRow> rows;
    std::vector<History> history;
    std::vector<Reference> references;
    Uuid incarnation;
    std::string letters;
    std::int64_t n = 0, hash = 0, status = 0, seq = 0, at = 0;
};

/// Of a space's file that no server has open; pushes of six rows (an order and its five lines) alone.
std::vector<BarePush> readPushes(const std::filesystem::path& spaceFile);

/// The same bytes by bare prepared statements, each push in a durable transaction of its own: so many companies, a file
/// for each, by so many threads. Microseconds for all.
std::int64_t writeBareSqlite(
    const std::filesystem::path& folder, const std::vector<BarePush>& pushes, int companies, int threads);
enum class PostgresWay {
    OneAfterAnother, ///< each statement waits for the answer of the one before, as clients usually do
    Pipeline, ///< as the server does it; this yardstick does not read back nor check anything
};
/// Likewise in PostgreSQL's tables, as a role that no row-level security binds; a connection for each thread.
std::int64_t writeBarePostgres(
    const std::string& url, const std::vector<BarePush>& pushes, int companies, int threads, PostgresWay way);

} // namespace dure::bench
