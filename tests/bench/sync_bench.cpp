// What a sync system is measured by: B1 to B5, with both ends at synchronous=FULL and real permissions.
#include "bench_cloud.h"
#include "core/storage/row_store.h"
#include "measure.h"
#include "tests/support/pc.h"
#include "tests/support/server_process.h"

#include <atomic>
#include <thread>

namespace dure::bench {

using namespace testing;

namespace {

constexpr int lines = 100'000;
constexpr int offlineRows = 10'000;
constexpr int scattered = 1'000;
constexpr int seen = 200;
constexpr std::int64_t waitMs = 5'000;

Figure failed(const std::string& what, const std::string& why) { return {what, why, "", false}; }

std::vector<Uuid> openOrders(Pc& pc, int count)
{
    // scattered over the whole book, the same every time
    auto rows = pc.db().prepareOnce("SELECT id FROM sales_order WHERE deleted = 0 ORDER BY hash LIMIT ?");
    rows.bind(1, std::int64_t{count});
    std::vector<Uuid> ids;
    while (rows.step())
        ids.push_back(storage::uuidAt(rows, 0));
    return ids;
}

/// Orders with their five lines, made with the line down, until all of them are durable at the cloud.
Figure benchOfflineWork(Pc& pc)
{
    const std::string what = "B2 10,000 rows made offline, pushed until durable at the cloud";
    OrderBook more = benchBook(offlineRows);
    pc.cutLine();
    int rows = 0;
    for (int i = 0; rows < offlineRows; ++i) {
        const std::vector<TableRow> order = more.order(i);
        if (!pc.commands().saveOrder(orderInputOf(order)))
            return failed(what, "an order could not be saved");
        rows += int(order.size());
    }
    pc.restoreLine();
    const std::int64_t start = nowUs();
    std::int64_t us = 0; // what comes back afterwards is not counted
    const client::Status status = pc.sync([&](const client::Status& now) {
        if (us == 0 && now.waiting == 0)
            us = nowUs() - start;
    });
    if (status.waiting != 0)
        return failed(what, std::to_string(status.waiting) + " actions still wait: " + status.detail);
    const std::int64_t rate = rows * 1'000'000LL / us;
    return {what, std::to_string(rate) + " rows/s   (" + std::to_string(us / 1000) + " ms)", "≥ 30000 rows/s",
        rate >= 30'000};
}

/// From before the save on one PC until the other, which waits in a watch, has it durably.
std::vector<Figure> benchEditSeen(Pc& here, Pc& there, const std::vector<Uuid>& orders)
{
    const std::string what = "B3 one edit until the other PC has it";
    std::atomic<int> done = 0;
    std::atomic<std::int64_t> seenAt = 0;
    std::atomic<bool> over = false;
    std::thread other([&] {
        while (!over) {
            if (!there.awaitChange(waitMs))
                continue;
            there.sync();
            seenAt = nowUs();
            ++done;
            done.notify_one();
        }
    });
    std::vector<std::int64_t> times;
    std::string why;
    for (int i = 0; i < seen && why.empty(); ++i) {
        std::this_thread::sleep_for(std::chrono::milliseconds(20)); // the other PC is back in its watch
        const int before = done;
        const std::int64_t start = nowUs();
        const OrderState state = i % 2 == 0 ? OrderState::OnHold : OrderState::Open;
        if (!here.commands().setOrderState(orders[std::size_t(i / 2)], state))
            why = "an edit was refused";
        else if (here.sync().waiting != 0)
            why = "an edit was not sent";
        else {
            done.wait(before);
            times.push_back(seenAt - start);
        }
    }
    over = true;
    here.commands().setOrderState(orders.back(), OrderState::OnHold); // ends the last watch
    here.sync();
    other.join();
    if (!why.empty())
        return {failed(what, why)};
    const std::int64_t middle = percentile(times, 50);
    const std::int64_t late = percentile(times, 95);
    return {
        {what + ": median of " + std::to_string(seen), ratioText(middle, 1000) + " ms", "≤ 12 ms", middle <= 12'000},
        {"  95 % of them within", ratioText(late, 1000) + " ms", "≤ 25 ms", late <= 25'000}};
}

Figure benchCatchingUp(Pc& here, Pc& there, const std::vector<Uuid>& orders)
{
    const std::string what = "B5 1,000 scattered edits caught up by the other PC";
    for (const Uuid& order : orders)
        if (!here.commands().setOrderState(order, OrderState::OnHold))
            return failed(what, "an edit was refused");
    if (here.sync().waiting != 0)
        return failed(what, "the edits were not sent");
    const std::int64_t start = nowUs();
    there.sync();
    const std::int64_t us = nowUs() - start;
    const std::int64_t held
        = there.count("SELECT count(*) FROM sales_order WHERE state = " + std::to_string(int(OrderState::OnHold)));
    if (held < scattered)
        return failed(what, "only " + std::to_string(held) + " arrived");
    return {what, ratioText(us, 1000) + " ms", "≤ 60 ms", us <= 60'000};
}

} // namespace

std::vector<Figure> benchSync(const std::string& folder, const Programs& programs)
{
    std::vector<Figure> figures = benchFirstSync(folder + "/b1", programs, 200);
    figures.front().what = "B1 " + figures.front().what;
    const BenchCloud cloud = makeBenchCloud(programs.server, folder + "/b2/cloud", lines);
    if (!cloud.failure.empty())
        return {failed("B2", cloud.failure)};
    const ServerProcess server(programs.server, cloud.data);
    Pc here(folder + "/b2/here", server.url(), BenchCloud::email, BenchCloud::password, 11);
    Pc there(folder + "/b2/there", server.url(), BenchCloud::email, BenchCloud::password, 12);
    if (!here.failure().empty() || !there.failure().empty() || !here.sync().complete || !there.sync().complete)
        return {failed("B2", "the PCs could not be filled")};
    figures.push_back(benchOfflineWork(here));
    there.sync();
    const std::vector<Uuid> orders = openOrders(here, scattered + seen);
    const auto first = orders.begin() + seen;
    for (Figure& figure : benchEditSeen(here, there, {orders.begin(), first}))
        figures.push_back(std::move(figure));
    for (Figure& figure : benchSaveOrder(folder, 80)) {
        figure.what = "B4 " + figure.what;
        figures.push_back(std::move(figure));
    }
    figures.push_back(benchCatchingUp(here, there, {first, orders.end()}));
    return figures;
}

} // namespace dure::bench
