// dure-bench-load: what pushes, pulls, waiting devices and first syncs cost the cloud, on SQLite and on PostgreSQL; the
// figures of sync/server/CAPACITY.md. Server, database, disk and the generator itself share this machine.
#include "bare_pushes.h"
#include "load_client.h"
#include "measure.h"
#include "process_cost.h"
#include "sync/server/postgres_connection.h"
#include "sync/server/postgres_schema.h"
#include "sync/server/secrets.h"
#include "sync/server/space_directory.h"
#include "tests/sync/postgres_server.h"
#include "tests/sync/server_process.h"
#include "watch_crowd.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <cstdio>
#include <functional>
#include <optional>
#include <sys/resource.h>

namespace dure::bench {
namespace {

constexpr int busyCompanies = 100;
constexpr int idleCompanies = 100;
constexpr int devicesEach = 100; ///< of an idle company
constexpr int alone = 300; ///< pushes one after another
constexpr int together = 40; ///< pushes of each busy company
constexpr int bigOrders = 4'000; ///< of the company that a new PC syncs for the first time
constexpr int bareThreads = 4; ///< as many as the server has for SQL

int problems = 0;
bool aloneOnly = false; ///< without the crowd, which takes minutes

void print(const Figure& figure)
{
    std::printf("%s %-62s %s%s%s\n", figure.reached ? "ok  " : "MISS", figure.what.c_str(), figure.value.c_str(),
        figure.goal.empty() ? "" : "   goal ", figure.goal.c_str());
    std::fflush(stdout);
    problems += figure.reached ? 0 : 1;
}

void say(const std::string& what, const std::string& value) { print({what, value, {}, true}); }

std::string text(std::int64_t number, const char* unit) { return std::to_string(number) + " " + unit; }

/// The cloud that is measured: the real programs.
struct Target
{
    QStringList options;
    int database = 0; ///< PostgreSQL's pid
    std::function<std::int64_t()> keptBytes; ///< in tables and indexes, logs left out
    std::vector<LoadCompany> busy, idle;
};

class Measured
{
public:
    Measured(const test::ServerProcess& server, const Target& target)
        : m_server(int(server.pid()))
        , m_target(target)
        , m_cost(costOf(m_server, target.database))
    { }
    ProcessCost since() const
    {
        const ProcessCost now = costOf(m_server, m_target.database);
        return {now.cpuUs - m_cost.cpuUs, now.writtenBytes - m_cost.writtenBytes};
    }
    std::string perOne(std::int64_t count) const { return text(since().cpuUs / count, "µs of CPU"); }

private:
    int m_server;
    const Target& m_target;
    ProcessCost m_cost;
};

void fail(const std::string& what, const std::string& why) { print({what, why, {}, false}); }

void measureAlone(const test::ServerProcess& server, const Target& target)
{
    LoadClient pc(server.port, target.busy[0].devices[0], 1);
    LoadClient other(server.port, target.busy[0].devices[1], 2);
    if (!pc.pushMasters() || other.pull() < 0)
        return fail("a push", pc.problem() + other.problem());
    std::vector<std::int64_t> times;
    {
        const Measured measured(server, target);
        for (int i = 0; i < alone; ++i)
            times.push_back(pc.pushOrder());
        if (std::ranges::min(times) < 0)
            return fail("a push", pc.problem());
        say("push of an order with five lines, one after another",
            measured.perOne(alone) + ", median " + text(median(times), "µs until durable"));
        say("  written to the disk a push", text(measured.since().writtenBytes / alone / 1024, "KiB"));
    }
    other.pull();
    std::int64_t cpuUs = 0, rows = 0;
    for (int i = 0; i < alone; ++i) {
        pc.pushOrder();
        const Measured measured(server, target);
        rows += other.pull();
        cpuUs += measured.since().cpuUs;
    }
    say("pull of one order that is new", text(cpuUs / alone, "µs of CPU") + ", " + text(rows / alone, "rows"));
    {
        const Measured measured(server, target);
        for (int i = 0; i < 5 * alone; ++i)
            other.pull();
        say("pull with nothing new", measured.perOne(5LL * alone));
    }
    const Measured measured(server, target);
    for (int i = 0; i < 20; ++i)
        if (!pc.signIn(target.busy[std::size_t(i)].email))
            return fail("sign-in", "refused");
    say("sign-in (once in 90 days)", measured.perOne(20));
}

void measureFirstSync(const test::ServerProcess& server, const Target& target)
{
    LoadClient pc(server.port, target.busy[1].devices[0], 3);
    if (!pc.pushMasters())
        return fail("first sync", pc.problem());
    const std::int64_t keptBefore = target.keptBytes();
    for (int i = 0; i < bigOrders; ++i)
        if (pc.pushOrder() < 0)
            return fail("first sync", pc.problem());
    say("kept on the disk, an order with its history", text((target.keptBytes() - keptBefore) / bigOrders, "bytes"));
    LoadClient fresh(server.port, target.busy[1].devices[1], 4); // now: a silent connection is closed
    const Measured measured(server, target);
    const std::int64_t start = nowUs();
    const std::int64_t rows = fresh.pull();
    const std::int64_t us = nowUs() - start;
    if (rows < bigOrders * 6)
        return fail("first sync", fresh.problem());
    say("first sync, for 100,000 rows",
        text(measured.since().cpuUs * 100 / (rows / 1000) / 1000, "ms of CPU") + ", "
            + text(us * 100 / (rows / 1000) / 1000, "ms") + ", "
            + text(fresh.bytesReceived() * 100 / (rows / 1000) / 1024, "KiB on the wire"));
}

/// Waits until they all stand, or no more come.
bool standAll(const WatchCrowd& crowd, int count)
{
    for (int before = -1; crowd.connected() != before;) {
        before = crowd.connected();
        std::this_thread::sleep_for(std::chrono::seconds(1));
    }
    std::this_thread::sleep_for(std::chrono::seconds(2));
    return crowd.connected() == count && crowd.errors() == 0;
}

struct Storm
{
    std::int64_t pushes = 0, us = 0;
    std::vector<std::int64_t> times;
    std::string problem;
};

Storm pushTogether(std::vector<std::unique_ptr<LoadClient>>& clients)
{
    Storm storm;
    std::mutex mutex;
    const std::int64_t start = nowUs();
    {
        std::vector<std::jthread> threads;
        for (auto& client : clients)
            threads.emplace_back([&] {
                std::vector<std::int64_t> times;
                for (int i = 0; i < together && client->problem().empty(); ++i)
                    times.push_back(client->pushOrder());
                const std::lock_guard lock(mutex);
                storm.times.insert(storm.times.end(), times.begin(), times.end());
                if (!client->problem().empty())
                    storm.problem = client->problem();
            });
    }
    storm.us = nowUs() - start;
    storm.pushes = static_cast<std::int64_t>(storm.times.size());
    return storm;
}

/// Pushes a second of a hundred companies at once while ten thousand devices wait; 0 on failure.
std::int64_t measureCrowd(const test::ServerProcess& server, const Target& target)
{
    std::vector<LoadDevice> waiting;
    for (const LoadCompany& company : target.idle)
        waiting.insert(waiting.end(), company.devices.begin(), company.devices.end());
    std::vector<std::unique_ptr<LoadClient>> clients;
    for (std::size_t i = 2; i < target.busy.size(); ++i) {
        clients.push_back(std::make_unique<LoadClient>(server.port, target.busy[i].devices[0], 10 + i));
        if (!clients.back()->pushMasters())
            return fail("pushes together", clients.back()->problem()), 0;
        clients.back()->prepareOrders(together); // other machines' work, which this one's cores shall not do meanwhile
    }
    const int count = int(waiting.size());
    const std::int64_t before = memoryOf(int(server.pid())).nowKib;
    const Measured arriving(server, target);
    const WatchCrowd crowd(server.port, std::move(waiting), 0);
    if (!standAll(crowd, count))
        return fail("devices that wait", text(crowd.errors(), "errors")), 0;
    const std::int64_t bytes = (memoryOf(int(server.pid())).nowKib - before) * 1024 / count;
    print({text(count, "devices wait: memory in user space each"), ratioText(bytes, 1024) + " KiB", "≤ 4 KiB",
        bytes <= 4096});
    say("  a wait begun", arriving.perOne(count));
    {
        const std::int64_t answered = crowd.answered();
        const Measured measured(server, target);
        std::this_thread::sleep_for(std::chrono::seconds(30));
        const std::int64_t renewed = crowd.answered() - answered;
        say("  a wait ended and begun again, every 25 s",
            renewed > 0 ? measured.perOne(renewed) : std::string("none ended"));
    }
    const Measured measured(server, target);
    const Storm storm = pushTogether(clients);
    if (!storm.problem.empty())
        return fail("pushes together", storm.problem), 0;
    print({text(static_cast<std::int64_t>(clients.size()), "companies push at once, the others wait: errors"),
        text(crowd.errors(), "of ") + std::to_string(storm.pushes + crowd.answered()), "0", crowd.errors() == 0});
    const std::int64_t rate = storm.pushes * 1'000'000 / storm.us;
    say("  pushes a second",
        text(rate, "") + "(" + measured.perOne(storm.pushes) + " each; median "
            + text(percentile(storm.times, 50) / 1000, "ms") + ", 99 % within "
            + text(percentile(storm.times, 99) / 1000, "ms") + ")");
    return rate;
}

std::int64_t bareRate(const std::vector<BarePush>& pushes, std::int64_t us)
{
    return std::int64_t(pushes.size()) * busyCompanies * 1'000'000 / us;
}

void compareWithBare(std::int64_t rate, std::int64_t bare)
{
    print({"  over bare transactions with the same bytes", ratioText(rate, bare) + " × of " + text(bare, "a second"),
        "≥ 0.50 ×", rate * 2 >= bare});
}

std::int64_t measure(const Target& target)
{
    test::ServerProcess server(target.options);
    if (!server.isListening()) {
        fail("the server", server.errors().toStdString());
        return 0;
    }
    measureAlone(server, target);
    measureFirstSync(server, target);
    const std::int64_t rate = aloneOnly ? 0 : measureCrowd(server, target);
    server.terminate();
    return rate;
}

void fill(Target& target, server::CloudStore& cloud, RandomSource& random)
{
    target.busy = addLoadCompanies(cloud, random, "busy", busyCompanies + 2, 2);
    target.idle = addLoadCompanies(cloud, random, "idle", idleCompanies, devicesEach);
}

std::vector<BarePush> measureSqlite(const QString& folder)
{
    std::printf("\nSQLite, a file for each company\n");
    const std::filesystem::path data = (folder + "/cloud").toStdString();
    Target target{{"--data", folder + "/cloud"}, 0, [&] { return databaseBytesIn(data.c_str()); }, {}, {}};
    {
        server::OpenSslRandom random;
        server::prepareDataFolder(data);
        const auto cloud = server::openSqliteCloud(data, server::OpenedBy::CommandLine, random);
        fill(target, *cloud, random);
    }
    const std::int64_t rate = measure(target);
    std::vector<BarePush> pushes = readPushes(server::spaceFile(data, target.busy[2].space));
    if (rate == 0)
        return pushes;
    compareWithBare(
        rate, bareRate(pushes, writeBareSqlite((folder + "/bare").toStdString(), pushes, busyCompanies, bareThreads)));
    return pushes;
}

void measurePostgres(const QString& folder, const std::vector<BarePush>& pushes)
{
    std::printf("\nPostgreSQL 15, fsync on, on this machine\n");
    const test::PostgresServer postgres(test::PostgresServer::Use::Figures, folder + "/postgres-XXXXXX");
    {
        server::PostgresConnection owner(postgres.url("dure_owner"));
        server::preparePostgres(owner, "dure_app");
    }
    const std::string url = postgres.url("dure_app");
    const auto keptBytes = [&] {
        return std::int64_t{
            postgres
                .execute("SELECT sum(pg_total_relation_size(oid)) FROM pg_class WHERE relkind = 'r' AND relnamespace = "
                         "'dure'::regnamespace",
                    "dure")
                .toLongLong()};
    };
    Target target{{"--postgres", QString::fromStdString(url)}, postgres.pid(), keptBytes, {}, {}};
    {
        server::OpenSslRandom random;
        const auto cloud = server::openPostgresCloud(url, 4, random);
        fill(target, *cloud, random);
    }
    const std::int64_t rate = measure(target);
    if (rate == 0)
        return;
    if (pushes.empty())
        return fail("bare transactions", "there are no pushes to write");
    const auto bare = [&](PostgresWay way) {
        // both find the tables empty
        postgres.execute(
            "TRUNCATE dure.space_row, dure.space_history, dure.space_reference, "
            "dure.space_result, dure.space_incarnation, dure.space_digest, dure.space_clock, dure.space_state",
            "dure");
        postgres.execute("CHECKPOINT");
        return bareRate(pushes, writeBarePostgres(postgres.url("postgres"), pushes, busyCompanies, bareThreads, way));
    };
    compareWithBare(rate, bare(PostgresWay::OneAfterAnother));
    const std::int64_t piped = bare(PostgresWay::Pipeline);
    say("  … which are pipelined too", ratioText(rate, piped) + " × of " + text(piped, "a second"));
}

} // namespace
} // namespace dure::bench

int main(int argc, char** argv)
{
    using namespace dure::bench;
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.setApplicationDescription(
        "What the cloud costs: pushes, pulls, waiting devices and first syncs on both stores");
    parser.addHelpOption();
    const QCommandLineOption place("folder", "Where to measure; on a real disk.", "DIR", "out/bench-load");
    const QCommandLineOption quick("alone", "Only what one device at a time costs.");
    parser.addOption(place);
    parser.addOption(quick);
    parser.process(application);
    aloneOnly = parser.isSet(quick);
    rlimit limit{};
    ::getrlimit(RLIMIT_NOFILE, &limit);
    limit.rlim_cur = limit.rlim_max;
    ::setrlimit(RLIMIT_NOFILE, &limit);
    if (limit.rlim_cur < 12'000)
        return std::fputs("ten thousand connections need as many descriptors: ulimit -Hn 20000\n", stderr), 2;

    const QString folder = QDir(parser.value(place)).absolutePath();
    QDir(folder).removeRecursively();
    QDir().mkpath(folder);
    if (isMemoryFilesystem(folder.toStdString())) {
        std::fputs("the folder lies in memory: durable writes cost nothing there\n", stderr);
        return 2;
    }
    std::printf("disk: an fsync of 4 KiB takes %lld µs (median)\n", (long long)medianFsyncUs(folder.toStdString()));
    measurePostgres(folder, measureSqlite(folder));
    return problems == 0 ? 0 : 1;
}
