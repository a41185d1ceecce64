#include "sync/server/backup.h"
#include "sync/server/http_server.h"
#include "sync/server/log_line.h"
#include "sync/server/main/open_cloud.h"
#include "sync/server/main/verbs.h"
#include "sync/server/postgres_heads.h"
#include "sync/server/secrets.h"
#include "sync/server/system_clock.h"

#include <condition_variable>
#include <cstdio>
#include <sys/resource.h>
#include <thread>

namespace dure::server {

namespace {

std::expected<HttpOptions, std::string> httpOptions(const Arguments& arguments)
{
    const int cores = std::max(1, static_cast<int>(std::thread::hardware_concurrency()));
    HttpOptions options;
    options.listen = arguments.text("--listen", options.listen);
    options.tlsCertificate = arguments.text("--tls-cert");
    options.tlsKey = arguments.text("--tls-key");
    if (options.tlsCertificate.empty() != options.tlsKey.empty())
        return std::unexpected("--tls-cert and --tls-key belong together");
    const auto workers = arguments.number("--workers", std::max(4, cores * 2), 1, 256);
    const auto ioThreads = arguments.number("--io-threads", std::max(1, cores / 2), 1, 64);
    const auto connections = arguments.number("--max-connections", 20'000, 1, 1'000'000);
    for (const auto* number : {&workers, &ioThreads, &connections})
        if (!*number)
            return std::unexpected(number->error());
    options.workers = *workers;
    options.ioThreads = *ioThreads;
    options.maxConnections = static_cast<std::size_t>(*connections);
    return options;
}

/// Each waiting device is a descriptor; the usual soft limit of 1,024 is a limit of shells.
void raiseDescriptorLimit()
{
    rlimit limit{};
    if (::getrlimit(RLIMIT_NOFILE, &limit) == 0 && limit.rlim_cur < limit.rlim_max) {
        limit.rlim_cur = limit.rlim_max;
        ::setrlimit(RLIMIT_NOFILE, &limit);
    }
}

/// Carries over what backups have left, every few seconds.
class BackupMarksThread
{
public:
    BackupMarksThread(Accounts& accounts, SpaceDirectory& spaces)
        : m_thread([this, &accounts, &spaces](const std::stop_token& stop) { run(stop, accounts, spaces); })
    { }

private:
    void run(const std::stop_token& stop, Accounts& accounts, SpaceDirectory& spaces)
    {
        while (!stop.stop_requested()) {
            try {
                applyBackupMarks(accounts, spaces);
            } catch (const std::exception& problem) { // a full disk, mostly; the marks are still there next time
                LogLine("backup_marks_failed").add("problem", problem.what());
            }
            std::unique_lock lock(m_mutex);
            m_wake.wait_for(lock, stop, std::chrono::seconds(5), [] { return false; });
        }
    }
    std::mutex m_mutex;
    std::condition_variable_any m_wake;
    std::jthread m_thread; ///< last: it uses the others
};

} // namespace

int serve(const Arguments& arguments)
{
    const auto options = httpOptions(arguments);
    if (!options)
        return wronglyCalled(options.error());
    const auto openSpaces = arguments.number("--max-open-spaces", 128, 1, 100'000);
    if (!openSpaces)
        return wronglyCalled(openSpaces.error());
    std::unique_ptr<sqlite::FolderLock> lock;
    if (arguments.has("--data")) {
        auto taken = lockDataFolder(arguments.text("--data"));
        if (!taken)
            return failed(taken.error());
        lock = std::move(*taken);
    }
    raiseDescriptorLimit();

    const SystemClock clock;
    OpenSslRandom random;
    // one for each worker, and some for the thread of the marks
    const auto cloud = openCloud(arguments, OpenedBy::Server, random, static_cast<std::size_t>(options->workers) + 2);
    Accounts accounts(cloud->accounts(), clock, random);
    Sessions sessions(cloud->accounts(), clock);
    SpaceDirectory spaces(*cloud, static_cast<std::size_t>(*openSpaces));
    WatchHub watches;
    Metrics metrics;
    const int writers = std::max(1, options->workers / 2);
    Api api({accounts, sessions, spaces, watches, metrics, clock, random, writers});
    std::optional<PostgresHeads> heads;
    if (arguments.has("--postgres")) {
        heads.emplace(arguments.text("--postgres"), watches);
        watches.onMoved([&heads](const Uuid& space, std::int64_t head) { heads->moved(space, head); });
        watches.onNudged([&heads](const Uuid& user, const Uuid& space) { heads->nudged(user, space); });
    }
    HttpServer server(api, watches, metrics, *options);
    const auto url = server.listen();
    if (!url)
        return failed(url.error());
    std::printf("listening on %s\n", url->c_str());
    std::fflush(stdout);
    {
        const BackupMarksThread marks(accounts, spaces);
        server.run();
    }
    LogLine("stopped");
    return exitDone;
}

} // namespace dure::server
