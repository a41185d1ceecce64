#include "sync/server/postgres_heads.h"

#include "sync/server/log_line.h"
#include "sync/server/postgres_connection.h"

#include <charconv>
#include <chrono>
#include <ranges>
#include <sys/eventfd.h>
#include <sys/poll.h>
#include <unistd.h>

namespace dure::server {

namespace {

using std::chrono::steady_clock;

constexpr auto gathering = std::chrono::milliseconds(5);
constexpr auto believed = std::chrono::minutes(10);
constexpr auto retry = std::chrono::milliseconds(500);
constexpr std::size_t mostBytes = 7900; ///< PostgreSQL takes under 8,000

/// Waits until one of both has something to read, or the time is over.
void waitFor(int first, int second, std::chrono::milliseconds time)
{
    pollfd both[] = {{first, POLLIN, 0}, {second, POLLIN, 0}};
    ::poll(both, 2, static_cast<int>(time.count()));
}

} // namespace

PostgresHeads::PostgresHeads(std::string url, WatchHub& watches)
    : m_url(std::move(url))
    , m_watches(watches)
    , m_wake(::eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK))
    , m_thread([this](const std::stop_token& stop) { run(stop); })
{ }

PostgresHeads::~PostgresHeads()
{
    m_thread.request_stop();
    wake();
    m_thread.join();
    ::close(m_wake);
}

void PostgresHeads::wake() const
{
    const std::uint64_t one = 1;
    [[maybe_unused]] const auto written = ::write(m_wake, &one, sizeof one);
}

void PostgresHeads::moved(const Uuid& space, std::int64_t head)
{
    bool isFirst = false;
    {
        const std::lock_guard lock(m_mutex);
        isFirst = !hasUntold();
        std::int64_t& known = m_untold[space];
        known = std::max(known, head);
    }
    if (isFirst)
        wake();
}

void PostgresHeads::nudged(const Uuid& user, const Uuid& space)
{
    {
        const std::lock_guard lock(m_mutex);
        m_untoldNudges.emplace(space, user);
    }
    wake();
}

void PostgresHeads::run(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        try {
            PostgresConnection connection(m_url);
            connection.execute("LISTEN dure_heads");
            m_watches.askAnew(); // what was said meanwhile was not heard
            converse(connection, stop);
        } catch (const std::exception& problem) {
            LogLine("heads_unheard").add("problem", problem.what());
            waitFor(m_wake, -1, retry);
        }
    }
}

void PostgresHeads::converse(PostgresConnection& connection, const std::stop_token& stop)
{
    auto forgetAt = steady_clock::now() + believed;
    tell(connection); // what could not be told before
    while (!stop.stop_requested()) {
        waitFor(connection.socket(), m_wake, std::chrono::seconds(30));
        hear(connection);
        std::uint64_t woken = 0;
        if (::read(m_wake, &woken, sizeof woken) > 0) {
            std::this_thread::sleep_for(gathering);
            tell(connection);
        }
        if (steady_clock::now() >= forgetAt) {
            m_watches.forgetHeads();
            forgetAt = steady_clock::now() + believed;
        }
    }
    tell(connection); // what the last pushes moved
}

void PostgresHeads::tell(PostgresConnection& connection)
{
    std::map<Uuid, std::int64_t> heads;
    std::set<std::pair<Uuid, Uuid>> nudges;
    {
        const std::lock_guard lock(m_mutex);
        heads.swap(m_untold);
        nudges.swap(m_untoldNudges);
    }
    if (heads.empty() && nudges.empty())
        return;
    try {
        send(connection, heads, nudges);
    } catch (...) { // it goes out with what comes next
        const std::lock_guard lock(m_mutex);
        m_untoldNudges.merge(nudges);
        for (const auto& [space, head] : heads) {
            std::int64_t& known = m_untold[space];
            known = std::max(known, head);
        }
        throw;
    }
}

void PostgresHeads::send(PostgresConnection& connection, const std::map<Uuid, std::int64_t>& heads,
    const std::set<std::pair<Uuid, Uuid>>& nudges)
{
    connection.execute("BEGIN"); // one commit, one lock, however many
    std::string payload;
    const auto notify = [&] { connection.query("SELECT pg_notify('dure_heads', $1)", {payload}); };
    const auto say = [&](const std::string& word) {
        payload += word + ",";
        if (payload.size() > mostBytes - 80) {
            notify();
            payload.clear();
        }
    };
    for (const auto& [space, head] : heads)
        say(space.toString() + "=" + std::to_string(head));
    for (const auto& [space, user] : nudges)
        say(space.toString() + "!" + user.toString());
    if (!payload.empty())
        notify();
    connection.execute("COMMIT");
}

/// "SPACE=HEAD" or "SPACE!USER"; what else is said there is not ours.
void PostgresHeads::hearOne(std::string_view word)
{
    constexpr std::size_t idLength = 36;
    const auto space = Uuid::fromString(word.substr(0, idLength));
    if (!space || word.size() <= idLength)
        return;
    const std::string_view said = word.substr(idLength + 1);
    if (word[idLength] == '!') {
        if (const auto user = Uuid::fromString(said))
            m_watches.heardNudge(*user, *space);
        return;
    }
    std::int64_t head = 0;
    const auto [end, problem] = std::from_chars(said.data(), said.data() + said.size(), head);
    if (word[idLength] == '=' && problem == std::errc() && end == said.data() + said.size())
        m_watches.heard(*space, head);
}

void PostgresHeads::hear(PostgresConnection& connection)
{
    for (const Notification& notification : connection.notifications()) {
        if (notification.isOwn)
            continue;
        for (const auto part : std::views::split(std::string_view(notification.payload), ','))
            hearOne(std::string_view(part));
    }
}

} // namespace dure::server
