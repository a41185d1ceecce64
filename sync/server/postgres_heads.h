#pragma once
#include "sync/server/watch_hub.h"

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <thread>

namespace dure::server {

class PostgresConnection;

/// Tells the other servers on one PostgreSQL which spaces moved and whose rights changed, and hears it from them.
/// NOTIFY takes a lock on the whole database server at commit, so pushes never do it: what moved within a few
/// milliseconds goes out in one statement, over a connection of its own. What is lost with a connection or a killed
/// server is made up for: watches are answered anew after each interruption, and no head is believed for longer than
/// some minutes.
class PostgresHeads
{
public:
    PostgresHeads(std::string url, WatchHub& watches);
    ~PostgresHeads();
    PostgresHeads(const PostgresHeads&) = delete;
    PostgresHeads& operator=(const PostgresHeads&) = delete;

    /// Safe from any thread; does not wait.
    void moved(const Uuid& space, std::int64_t head);
    void nudged(const Uuid& user, const Uuid& space); ///< likewise

private:
    void run(const std::stop_token& stop);
    void converse(PostgresConnection& connection, const std::stop_token& stop);
    void tell(PostgresConnection& connection);
    static void send(PostgresConnection& connection, const std::map<Uuid, std::int64_t>& heads,
        const std::set<std::pair<Uuid, Uuid>>& nudges);
    void hear(PostgresConnection& connection);
    void hearOne(std::string_view word);
    void wake() const;
    bool hasUntold() const { return !m_untold.empty() || !m_untoldNudges.empty(); }

    const std::string m_url;
    WatchHub& m_watches;
    const int m_wake; ///< an eventfd
    std::mutex m_mutex;
    std::map<Uuid, std::int64_t> m_untold; ///< guarded, as the next
    std::set<std::pair<Uuid, Uuid>> m_untoldNudges; ///< space, user
    std::jthread m_thread; ///< last: it uses the others
};

} // namespace dure::server
