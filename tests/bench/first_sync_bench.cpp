#include "core/domain/content_hash.h"
#include "core/storage/space_database.h"
#include "measure.h"
#include "plain_sqlite.h"
#include "sync/client/sync_loop.h"
#include "sync/client/wire.h"
#include "sync/protocol/codec.h"
#include "sync/server/space_service.h"
#include "sync/server/sqlite_space_store.h"
#include "tests/support/server_process.h"

#include <rapidjson/document.h>

#include <chrono>
#include <filesystem>

namespace dure::bench {

using namespace testing;

namespace {

constexpr int lines = 100'000;
constexpr const char* email = "bench@example.com";
constexpr const char* password = "bench-password-1";

class WallClock final : public Clock
{
public:
    std::int64_t nowMs() const override
    {
        return std::chrono::duration_cast<std::chrono::milliseconds>(
            std::chrono::system_clock::now().time_since_epoch())
            .count();
    }
};

/// The order book as the cloud would have it after its owner's pushes.
bool fillCloud(const std::string& spaceFile, OrderBook& book)
{
    SeededRandom random(3);
    const auto store = server::openSqliteSpaceStore(spaceFile, random);
    server::SpaceService service(*store, SpaceKind::Company);
    server::Actor actor{makeUuidV7(1, random), "bench", Owner, makeUuidV7(2, random), "bench"};
    protocol::PushRequest push{makeUuidV7(3, random), {}, 1'764'000'000'000, {}};
    std::int64_t n = 0;
    const auto send = [&](std::vector<Change> changes) {
        Mutation mutation{actor.user, push.now, "fill", {}, std::move(changes)};
        std::string body = protocol::encodeMutation(mutation);
        const std::uint64_t hash = hashBytes(body);
        push.mutations.push_back({++n, hash, std::move(body)});
        if (push.mutations.size() < 1000)
            return true;
        const bool done = service.push(push, actor, push.now).has_value();
        push.mutations.clear();
        return done;
    };
    for (const TableRow& row : book.masters())
        if (!send({createOf(row)}))
            return false;
    for (int i = 0; i < book.orderCount(); ++i) {
        std::vector<Change> changes;
        for (const TableRow& row : book.order(i))
            changes.push_back(createOf(row));
        if (!send(std::move(changes)))
            return false;
    }
    return service.push(push, actor, push.now).has_value();
}

/// Plain SQLite's bulk insert of the same rows into the same tables and indexes, one transaction, same cache.
std::int64_t plainInsertUs(const std::string& path)
{
    OrderBook book({.lines = lines}, Date::fromYmd(2026, 11, 23));
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

struct Synced
{
    std::int64_t us = 0;
    std::int64_t orderLines = 0;
    std::string failure;
};

Synced firstSync(const std::string& path, const std::string& url)
{
    WallClock clock;
    SeededRandom random(9);
    const auto transport = client::makeHttpTransport({url, {}, {}});
    protocol::SignInRequest signIn{email, password, makeUuidV7(clock.nowMs(), random), "bench-pc"};
    const auto session = client::readSession(transport->sendAndWait(client::signInRequest(signIn)));
    if (!session || session->spaces.empty())
        return {0, 0, "sign-in failed"};
    transport->setToken(session->token);
    const auto space = storage::SpaceDatabase::open(path).value();
    client::Engine engine(*space, random, session->user, "bench-pc");
    const std::int64_t start = nowUs();
    const auto result
        = client::syncUntilQuiet(engine, *transport, session->spaces.front().space, clock, clock.nowMs() + 300'000);
    Synced synced{nowUs() - start, 0, result.status.complete ? "" : result.status.detail};
    auto count = space->db().prepareOnce("SELECT count(*) FROM order_line");
    synced.orderLines = count.step() ? count.integer(0) : 0;
    return synced;
}

} // namespace

std::vector<Figure> benchFirstSync(const std::string& folder, const std::string& serverProgram)
{
    const std::string what = "first sync of 100,000 order lines to a fresh client: time over plain bulk insert";
    const std::string data = folder + "/cloud";
    const std::string made = outputOf({serverProgram, "company", "add", "--data", data, "--name", "bench", "--json"});
    rapidjson::Document company;
    company.Parse(made.c_str());
    if (company.HasParseError() || !company.IsObject() || !company.HasMember("space"))
        return {{what, "the company could not be made: " + made, "", false}};
    const std::string space = company["space"].GetString();
    const std::string user = outputOf({serverProgram, "user", "add", "--data", data, "--company", "bench", "--email",
                                          email, "--name", "bench", "--role", "owner", "--password-stdin"},
        std::string(password) + "\n");
    OrderBook book({.lines = lines}, Date::fromYmd(2026, 11, 23));
    std::filesystem::create_directories(data + "/spaces");
    if (!fillCloud(data + "/spaces/" + space + ".sqlite", book))
        return {{what, "the cloud could not be filled", "", false}};
    const ServerProcess server(serverProgram, data);
    std::vector<std::int64_t> oursUs;
    std::vector<std::int64_t> plainUs;
    for (int round = 0; round < 3; ++round) {
        const std::string end = "-" + std::to_string(round) + ".sqlite";
        plainUs.push_back(plainInsertUs(folder + "/bulk" + end));
        const Synced synced = firstSync(folder + "/fresh" + end, server.url());
        if (!synced.failure.empty() || synced.orderLines != lines)
            return {
                {what, "incomplete: " + std::to_string(synced.orderLines) + " lines; " + synced.failure, "", false}};
        oursUs.push_back(synced.us);
    }
    const std::int64_t mine = median(oursUs);
    const std::int64_t theirs = median(plainUs);
    return {{what,
        ratioText(mine, theirs) + " ×   (" + std::to_string(mine / 1000) + " ms against "
            + std::to_string(theirs / 1000) + " ms, medians of 3)",
        "≤ 3.00 ×", mine <= theirs * 3}};
}

} // namespace dure::bench
