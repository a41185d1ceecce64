#include "sync/server/sqlite_space_session.h"

/// work that devices handed in
namespace dure::server {

namespace {

sqlite::Blob blobOf(const Uuid& id) { return {id.bytes.data(), id.bytes.size()}; }

} // namespace

QuarantinedMutation quarantinedAt(const sqlite::Statement& found)
{
    return {uuidAt(found, 0), uuidAt(found, 1), uuidAt(found, 2), found.integer(3),
        {found.integer(4), static_cast<std::uint64_t>(found.integer(5)), std::string(found.text(6))},
        std::string(found.text(7)), std::string(found.text(8)), found.integer(9),
        static_cast<protocol::HandoverState>(found.integer(10)), std::string(found.text(11))};
}

void SqliteSession::quarantine(const QuarantinedMutation& handed)
{
    const auto hash = static_cast<std::int64_t>(handed.mutation.hash);
    auto known = m_db.prepare("SELECT 1 FROM quarantine WHERE incarnation = ? AND n = ? AND hash = ?");
    known->bind(1, blobOf(handed.incarnation)).bind(2, handed.mutation.n).bind(3, hash);
    if (known->step())
        return;
    auto insert = m_db.prepare("INSERT INTO quarantine(receipt, incarnation, n, user, at, hash, body, device, epoch, "
                               "skew) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    insert->bind(1, blobOf(handed.receipt)).bind(2, blobOf(handed.incarnation)).bind(3, handed.mutation.n);
    insert->bind(4, blobOf(handed.user)).bind(5, handed.at).bind(6, hash).bind(7, handed.mutation.body);
    insert->bind(8, handed.device).bind(9, handed.epoch).bind(10, handed.skew).run();
}

std::vector<protocol::HandoverEntry> SqliteSession::handovers()
{
    auto found = m_db.prepare("SELECT receipt, user, device, min(at), count(*), count(*) FILTER (WHERE state = 0) "
                              "FROM quarantine GROUP BY receipt, user, device ORDER BY 4 DESC, receipt");
    std::vector<protocol::HandoverEntry> entries;
    while (found->step())
        entries.push_back({uuidAt(*found, 0), uuidAt(*found, 1), {}, std::string(found->text(2)), found->integer(3),
            found->integer(4), found->integer(5)});
    return entries;
}

std::vector<QuarantinedMutation> SqliteSession::handedIn(const Uuid& receipt)
{
    auto found
        = m_db.prepare("SELECT receipt, incarnation, user, at, n, hash, body, device, epoch, skew, state, detail "
                       "FROM quarantine WHERE receipt = ? ORDER BY incarnation, n");
    found->bind(1, blobOf(receipt));
    std::vector<QuarantinedMutation> handed;
    while (found->step())
        handed.push_back(quarantinedAt(*found));
    return handed;
}

void SqliteSession::decide(const QuarantinedMutation& handed)
{
    auto update
        = m_db.prepare("UPDATE quarantine SET state = ?, detail = ? WHERE incarnation = ? AND n = ? AND hash = ?");
    update->bind(1, static_cast<std::int64_t>(handed.state)).bind(2, handed.detail);
    update->bind(3, blobOf(handed.incarnation)).bind(4, handed.mutation.n);
    update->bind(5, static_cast<std::int64_t>(handed.mutation.hash)).run();
}

} // namespace dure::server
