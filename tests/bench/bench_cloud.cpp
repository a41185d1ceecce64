#include "bench_cloud.h"

#include "core/domain/content_hash.h"
#include "sync/protocol/codec.h"
#include "sync/server/space_service.h"
#include "sync/server/sqlite_space_store.h"
#include "tests/support/pc.h"

#include <filesystem>

namespace dure::bench {

using namespace testing;

namespace {

bool fill(const std::string& spaceFile, OrderBook& book)
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

} // namespace

commands::OrderInput orderInputOf(const std::vector<TableRow>& rows)
{
    commands::OrderInput input;
    input.order = fromRow<SalesOrder>(rows.front().row);
    input.order.id = {};
    input.order.number.clear();
    for (std::size_t i = 1; i < rows.size(); ++i) {
        OrderLine line = fromRow<OrderLine>(rows[i].row);
        line.id = {};
        line.orderId = {};
        input.lines.push_back(line);
    }
    return input;
}

BenchCloud makeBenchCloud(const std::string& serverProgram, const std::string& data, int lines)
{
    const std::string space = addCompany(serverProgram, data, "bench", BenchCloud::email, BenchCloud::password);
    if (space.empty())
        return {data, "the company could not be made"};
    OrderBook book = benchBook(lines);
    std::filesystem::create_directories(data + "/spaces");
    if (!fill(data + "/spaces/" + space + ".sqlite", book))
        return {data, "the cloud could not be filled"};
    return {data, {}};
}

} // namespace dure::bench
