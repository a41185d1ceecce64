#include "sync/server/devices.h"

#include "sync/server/account_rows.h"

#include <algorithm>
#include <stdexcept>

namespace dure::server {

using protocol::ErrorCode;
using protocol::ErrorReply;

namespace {

constexpr std::size_t maxNoted = 50'000;

/// d.id, d.name, u.id, u.email, u.name, d.version, d.created, d.last_seen, then last sync and when it was revoked
protocol::DeviceEntry entryAt(const SqlRows& row)
{
    return {row.id(0), row.copy(1), row.id(2), row.copy(3), row.copy(4), row.copy(5), row.integer(6), row.integer(7),
        row.integerOrNull(8).value_or(0), row.integerOrNull(9).value_or(0)};
}

} // namespace

bool Devices::isToWrite(const Key& key, std::int64_t nowMs)
{
    const std::lock_guard lock(m_mutex);
    if (m_noted.size() >= maxNoted)
        m_noted.clear();
    Noted& noted = m_noted[key];
    noted.at = nowMs;
    if (noted.writtenAt != 0 && nowMs - noted.writtenAt < noteEveryMs && nowMs >= noted.writtenAt)
        return false;
    noted.writtenAt = nowMs;
    return true;
}

std::int64_t Devices::notedAt(const Key& key)
{
    const std::lock_guard lock(m_mutex);
    const auto found = m_noted.find(key);
    return found == m_noted.end() ? 0 : found->second.at;
}

void Devices::noteSync(const Uuid& user, const Uuid& device, const Uuid& space, const std::string& version)
{
    const std::int64_t now = m_clock.nowMs();
    if (!isToWrite({user, device, space}, now))
        return;
    try {
        const auto db = m_db.write();
        db->run("INSERT INTO device_space(\"user\", device, space, last_sync) VALUES($1, $2, $3, $4) "
                "ON CONFLICT(\"user\", device, space) DO UPDATE SET last_sync = excluded.last_sync",
            {user, device, space, now});
        db->run("UPDATE device SET version = $1, last_seen = $2 WHERE \"user\" = $3 AND id = $4",
            {version, now, user, device});
        db->commit();
    } catch (const std::runtime_error&) { // noted again later
        const std::lock_guard lock(m_mutex);
        m_noted[{user, device, space}].writtenAt = 0;
    }
}

protocol::DevicesReply Devices::ofSpace(const Uuid& space)
{
    protocol::DevicesReply reply;
    {
        const auto db = m_db.read();
        const auto found = db->query(
            "SELECT d.id, d.name, u.id, u.email, u.name, d.version, d.created, d.last_seen, s.last_sync, "
            "coalesce(s.revoked, d.revoked) FROM device_space s "
            "JOIN device d ON d.\"user\" = s.\"user\" AND d.id = s.device JOIN \"user\" u ON u.id = s.\"user\" "
            "WHERE s.space = $1 ORDER BY u.name, d.created, d.id",
            {space});
        while (found->next())
            reply.devices.push_back(entryAt(*found));
    }
    for (protocol::DeviceEntry& device : reply.devices)
        device.lastSync = std::max(device.lastSync, notedAt({device.user, device.device, space}));
    return reply;
}

protocol::DevicesReply Devices::ofUser(const Uuid& user)
{
    const auto db = m_db.read();
    const auto found = db->query(
        "SELECT d.id, d.name, u.id, u.email, u.name, d.version, d.created, d.last_seen, "
        "(SELECT max(s.last_sync) FROM device_space s WHERE s.\"user\" = d.\"user\" AND s.device = d.id), d.revoked "
        "FROM device d JOIN \"user\" u ON u.id = d.\"user\" WHERE d.\"user\" = $1 ORDER BY d.created, d.id",
        {user});
    protocol::DevicesReply reply;
    while (found->next())
        reply.devices.push_back(entryAt(*found));
    return reply;
}

void Devices::endSessions(SqlSession& db, const Uuid& user, const Uuid& device, std::int64_t nowMs)
{
    db.run("UPDATE device SET revoked = $1 WHERE \"user\" = $2 AND id = $3 AND revoked IS NULL", {nowMs, user, device});
    db.run(
        "UPDATE token SET revoked = $1 WHERE \"user\" = $2 AND device = $3 AND revoked IS NULL", {nowMs, user, device});
}

Answered<std::vector<Uuid>> Devices::revokeIn(const Uuid& space, const Uuid& device)
{
    const std::int64_t now = m_clock.nowMs();
    const auto db = m_db.write();
    std::vector<Uuid> users;
    {
        const auto found = db->query("SELECT \"user\" FROM device_space WHERE space = $1 AND device = $2 AND revoked "
                                     "IS NULL ORDER BY \"user\"",
            {space, device});
        while (found->next())
            users.push_back(found->id(0));
    }
    if (users.empty())
        return std::unexpected(ErrorReply{ErrorCode::NotFound, "no such device is at work in this space", 0, {}});
    db->run("UPDATE device_space SET revoked = $1 WHERE space = $2 AND device = $3 AND revoked IS NULL",
        {now, space, device});
    for (const Uuid& user : users)
        if (!isMemberElsewhere(*db, user, space, now))
            endSessions(*db, user, device, now);
    db->commit();
    return users;
}

Answered<void> Devices::revokeOwn(const Uuid& user, const Uuid& device)
{
    const auto db = m_db.write();
    if (!db->query("SELECT id FROM device WHERE \"user\" = $1 AND id = $2 AND revoked IS NULL", {user, device})->next())
        return std::unexpected(ErrorReply{ErrorCode::NotFound, "no such device of yours", 0, {}});
    endSessions(*db, user, device, m_clock.nowMs());
    db->commit();
    return {};
}

} // namespace dure::server
