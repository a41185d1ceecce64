#include "bench_cloud.h"
#include "measure.h"
#include "plain_sqlite.h"
#include "tests/support/bad_line.h"
#include "tests/support/pc.h"
#include "tests/support/server_process.h"

#include <sstream>

namespace dure::bench {

using namespace testing;

namespace {

constexpr int lines = 100'000;

/// Plain SQLite's bulk insert of the same rows into the same tables and indexes, one transaction, same cache.
std::int64_t plainInsertUs(const std::string& path)
{
    OrderBook book = benchBook(lines);
    std::vector<TableRow> rows = book.masters();
    for (int i = 0; i < book.orderCount(); ++i)
        for (TableRow& row : book.order(i))
            rows.push_back(std::move(row));
    const auto bare = storage::SpaceDatabase::open(path).value();
    PlainInserts plain(bare->db());
    const std::int64_t start = nowUs();
    sqlite::Transaction transaction(bare->db());
    for (const TableRow& row : rows)
        plain.insert(row);
    transaction.commit();
    return nowUs() - start;
}

/// What a client in a process of its own says of its first sync.
struct Synced
{
    std::int64_t us = 0;
    std::int64_t orderLines = 0;
    std::int64_t peakKib = 0;
};

Synced syncedBy(const std::string& program, const std::string& folder, const std::string& url)
{
    Synced synced;
    std::istringstream said(outputOf({program, "--first-sync-client", folder, url}));
    said >> synced.us >> synced.orderLines >> synced.peakKib;
    return synced;
}

} // namespace

int runFirstSyncClient(const std::string& folder, const std::string& url)
{
    Pc pc(folder, url, BenchCloud::email, BenchCloud::password, 9);
    if (!pc.failure().empty())
        return 1;
    const std::int64_t start = nowUs();
    const bool complete = pc.sync().complete;
    const std::int64_t us = nowUs() - start;
    std::printf("%lld %lld %lld\n", static_cast<long long>(us),
        static_cast<long long>(complete ? pc.count("SELECT count(*) FROM order_line") : -1),
        static_cast<long long>(memoryOf().peakKib));
    return 0;
}

std::vector<Figure> benchFirstSync(const std::string& folder, const Programs& programs, std::int64_t goalHundredths)
{
    const std::string what = "first sync of 100,000 order lines to a fresh client: time over plain bulk insert";
    const BenchCloud cloud = makeBenchCloud(programs.server, folder + "/cloud", lines);
    if (!cloud.failure.empty())
        return {{what, cloud.failure, "", false}};
    const ServerProcess server(programs.server, cloud.data);
    BadLine counting(server.port(), 1); // without faults
    std::vector<std::int64_t> oursUs;
    std::vector<std::int64_t> plainUs;
    std::vector<std::int64_t> peaksKib;
    for (int round = 0; round < 4; ++round) {
        // the last one goes over the line that counts its bytes, and is not timed
        const bool counted = round == 3;
        const std::string end = "-" + std::to_string(round);
        const std::string url = counted ? "http://127.0.0.1:" + std::to_string(counting.port()) : server.url();
        if (!counted)
            plainUs.push_back(plainInsertUs(folder + "/bulk" + end + ".sqlite"));
        const Synced synced = syncedBy(programs.self, folder + "/fresh" + end, url);
        if (synced.orderLines != lines)
            return {{what, "incomplete: " + std::to_string(synced.orderLines) + " lines", "", false}};
        if (counted)
            continue;
        oursUs.push_back(synced.us);
        peaksKib.push_back(synced.peakKib);
    }
    const std::int64_t mine = median(oursUs);
    const std::int64_t theirs = median(plainUs);
    const std::int64_t wire = counting.bytesToPc();
    const std::int64_t peak = median(peaksKib);
    return {
        {what,
            ratioText(mine, theirs) + " ×   (" + std::to_string(mine / 1000) + " ms against "
                + std::to_string(theirs / 1000) + " ms, medians of 3)",
            "≤ " + ratioText(goalHundredths, 100) + " ×", mine * 100 <= theirs * goalHundredths},
        {"  what came over the wire, heads included", ratioText(wire, 1'000'000) + " MB", "≤ 6 MB", wire <= 6'000'000},
        {"  the client's memory at its highest", std::to_string(peak / 1024) + " MB", "≤ 100 MB", peak <= 100 * 1024},
    };
}

} // namespace dure::bench
