#pragma once
#include "sync/server/members.h"

#include <map>
#include <mutex>

namespace dure::server {

/// The devices of users, and in which spaces they are at work. Safe from any thread; what AccountsDatabase throws comes
/// through.
class Devices
{
public:
    static constexpr std::int64_t noteEveryMs = 300'000;

    Devices(AccountsDatabase& db, const Clock& clock)
        : m_db(db)
        , m_clock(clock)
    { }

    /// A device has pulled this space. Written at its first contact and every few minutes then; exact in this process
    /// meanwhile. A full disk keeps nobody from reading.
    void noteSync(const Uuid& user, const Uuid& device, const Uuid& space, const std::string& version);

    protocol::DevicesReply ofSpace(const Uuid& space);
    protocol::DevicesReply ofUser(const Uuid& user);

    /// Ends the device's access to this space, for all its users. Where the company alone decides of the account, the
    /// device's sessions end too. NotFound: not at work in this space. Whose they were.
    Answered<std::vector<Uuid>> revokeIn(const Uuid& space, const Uuid& device);
    /// One of one's own: everywhere.
    Answered<void> revokeOwn(const Uuid& user, const Uuid& device);

private:
    struct Key
    {
        Uuid user;
        Uuid device;
        Uuid space;
        auto operator<=>(const Key&) const = default;
    };
    struct Noted
    {
        std::int64_t at = 0;
        std::int64_t writtenAt = 0;
    };
    bool isToWrite(const Key& key, std::int64_t nowMs);
    std::int64_t notedAt(const Key& key);
    void endSessions(SqlSession& db, const Uuid& user, const Uuid& device, std::int64_t nowMs);

    AccountsDatabase& m_db;
    const Clock& m_clock;
    std::mutex m_mutex;
    std::map<Key, Noted> m_noted;
};

} // namespace dure::server
