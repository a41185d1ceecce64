#include "sync/server/postgres_space_session.h"

/// work that devices handed in
namespace dure::server {

QuarantinedMutation quarantinedAt(const SqlRows& found)
{
    return {found.id(0), found.id(1), found.id(2), found.integer(3),
        {found.integer(4), static_cast<std::uint64_t>(found.integer(5)), found.copy(6)}, found.copy(7), found.copy(8),
        found.integer(9), static_cast<protocol::HandoverState>(found.integer(10)), found.copy(11)};
}

void PostgresSpaceSession::quarantine(const QuarantinedMutation& handed)
{
    const auto hash = static_cast<std::int64_t>(handed.mutation.hash);
    m_db->post(
        "INSERT INTO space_quarantine(space_id, incarnation, n, hash, receipt, user_id, at, body, device, epoch, "
        "skew) VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11) "
        "ON CONFLICT(space_id, incarnation, n, hash) DO NOTHING",
        {m_space, handed.incarnation, handed.mutation.n, hash, handed.receipt, handed.user, handed.at,
            handed.mutation.body, handed.device, handed.epoch, handed.skew});
}

std::vector<protocol::HandoverEntry> PostgresSpaceSession::handovers()
{
    auto found = m_db->query("SELECT receipt, user_id, device, min(at), count(*), count(*) FILTER (WHERE state = 0) "
                             "FROM space_quarantine WHERE space_id = $1 GROUP BY receipt, user_id, device "
                             "ORDER BY 4 DESC, receipt",
        {m_space});
    std::vector<protocol::HandoverEntry> entries;
    while (found.next())
        entries.push_back(
            {found.id(0), found.id(1), {}, found.copy(2), found.integer(3), found.integer(4), found.integer(5)});
    return entries;
}

std::vector<QuarantinedMutation> PostgresSpaceSession::handedIn(const Uuid& receipt)
{
    auto found
        = m_db->query("SELECT receipt, incarnation, user_id, at, n, hash, body, device, epoch, skew, state, detail "
                      "FROM space_quarantine WHERE space_id = $1 AND receipt = $2 ORDER BY incarnation, n",
            {m_space, receipt});
    std::vector<QuarantinedMutation> handed;
    while (found.next())
        handed.push_back(quarantinedAt(found));
    return handed;
}

void PostgresSpaceSession::decide(const QuarantinedMutation& handed)
{
    m_db->post("UPDATE space_quarantine SET state = $1, detail = $2 "
               "WHERE space_id = $3 AND incarnation = $4 AND n = $5 AND hash = $6",
        {static_cast<std::int64_t>(handed.state), handed.detail, m_space, handed.incarnation, handed.mutation.n,
            static_cast<std::int64_t>(handed.mutation.hash)});
}

} // namespace dure::server
