#include "bench_cloud.h"
#include "core/commands/commands.h"
#include "core/domain/content_hash.h"
#include "core/storage/client_schema.h"
#include "measure.h"
#include "plain_sqlite.h"
#include "sync/protocol/codec.h"

#include <filesystem>

namespace dure::bench {

using namespace testing;

namespace {

constexpr int rounds = 400;

class RunningClock final : public Clock
{
public:
    std::int64_t nowMs() const override { return 1'764'000'000'000 + nowUs() / 1000; }
};

/// The order's rows and its outbox entry, with the same bytes, by bare inserts in one durable transaction.
std::int64_t plainSave(sqlite::Database& db, PlainInserts& plain, const std::vector<TableRow>& rows, std::int64_t n)
{
    Mutation mutation;
    for (const TableRow& row : rows)
        mutation.changes.push_back(createOf(row));
    const std::string body = protocol::encodeMutation(mutation);
    const std::int64_t start = nowUs();
    sqlite::Transaction transaction(db);
    for (const TableRow& row : rows)
        plain.insert(row);
    auto entry = db.prepare("INSERT INTO outbox(incarnation, n, user, at, intent, version, hash, body) "
                            "VALUES(?, ?, ?, ?, 'save_order', 1, ?, ?)");
    const Uuid nobody;
    entry->bind(1, storage::blobOf(nobody)).bind(2, n).bind(3, storage::blobOf(nobody)).bind(4, n);
    entry->bind(5, static_cast<std::int64_t>(hashBytes(body))).bind(6, body).run();
    transaction.commit();
    return nowUs() - start;
}

} // namespace

std::vector<Figure> benchSaveOrder(const std::string& folder, std::int64_t goalHundredths)
{
    OrderBook book({.customers = 300, .products = 120, .lines = rounds * 10}, Date::fromYmd(2026, 11, 23));
    const auto ours = storage::SpaceDatabase::open(folder + "/save.sqlite").value();
    const auto bare = storage::SpaceDatabase::open(folder + "/save-plain.sqlite").value();
    RunningClock clock;
    SeededRandom random(7);
    commands::Commands commands(
        *ours, clock, random, protocol::encodeMutation, {makeUuidV7(clock.nowMs(), random), "bench"});
    PlainInserts plain(bare->db());
    for (sqlite::Database* db : {&ours->db(), &bare->db()}) {
        PlainInserts masters(*db);
        sqlite::Transaction transaction(*db);
        for (const TableRow& row : book.masters())
            masters.insert(row);
        transaction.commit();
    }
    // taken in turns, so that both meet the same disk
    std::vector<std::int64_t> oursUs;
    std::vector<std::int64_t> plainUs;
    for (int i = 0; i < rounds; ++i) {
        const std::vector<TableRow> rows = book.order(i);
        const commands::OrderInput input = orderInputOf(rows);
        const std::int64_t start = nowUs();
        const auto saved = commands.saveOrder(input);
        oursUs.push_back(nowUs() - start);
        if (!saved)
            return {{"save an order", "the command failed", "", false}};
        plainUs.push_back(plainSave(bare->db(), plain, rows, i + 1));
    }
    const std::int64_t mine = median(oursUs);
    const std::int64_t theirs = median(plainUs);
    return {{"save a five-line order with its outbox entry, durable: rate over bare inserts",
        ratioText(theirs, mine) + " ×   (" + std::to_string(mine) + " µs against " + std::to_string(theirs)
            + " µs, medians of " + std::to_string(rounds) + ")",
        "≥ " + ratioText(goalHundredths, 100) + " ×", theirs * 100 >= mine * goalHundredths}};
}

} // namespace dure::bench
