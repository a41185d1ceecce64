#include "sync/server/postgres_space_session.h"

/// Everything that a space holds in PostgreSQL, read in pages and begun anew: for moving it to another store.
namespace dure::server {

namespace {

constexpr std::int64_t pageRows = 1000;

/// Asks for page after page; `each` is shown every row and remembers where the next page begins.
template <class Ask, class Each> void inPages(Ask ask, Each each)
{
    for (;;) {
        PostgresRows found = ask();
        while (found.next())
            each(found);
        if (found.count() < pageRows)
            return;
    }
}

} // namespace

SpaceOrigin PostgresSpaceSession::origin()
{
    SpaceOrigin origin{m_state, m_nextLetters, {}};
    auto epochs = m_db->query("SELECT name, start FROM space_epoch WHERE space_id = $1 ORDER BY number", {m_space});
    while (epochs.next())
        origin.epochs.emplace_back(epochs.text(0), epochs.integer(1));
    return origin;
}

void PostgresSpaceSession::setOrigin(const SpaceOrigin& origin)
{
    m_db->post("DELETE FROM space_epoch WHERE space_id = $1", {m_space});
    std::int64_t number = 0;
    for (const auto& [name, start] : origin.epochs)
        m_db->post("INSERT INTO space_epoch(space_id, number, name, start) VALUES($1, $2, $3, $4)",
            {m_space, ++number, name, start});
    m_state = origin.state;
    m_nextLetters = origin.nextLetters;
    m_stateChanged = true;
}

void PostgresSpaceSession::showAll(SpaceVisitor& visitor)
{
    std::int64_t seq = 0;
    inPages(
        [&] {
            return m_db->query("SELECT seq, table_id, id, deleted, root, fields, versions, hash FROM space_row "
                               "WHERE space_id = $1 AND seq > $2 ORDER BY seq LIMIT $3",
                {m_space, seq, pageRows});
        },
        [&](const SqlRows& found) {
            seq = found.integer(0);
            visitor.row(storedRowAt(found));
        });
    auto devices
        = m_db->query("SELECT id, letters, last_n, last_at FROM space_incarnation WHERE space_id = $1", {m_space});
    while (devices.next()) {
        const Uuid device = devices.id(0);
        visitor.incarnation({device, devices.copy(1), devices.integer(2), devices.integer(3)});
        showResults(device, visitor);
    }
    std::int64_t timed = -1;
    inPages(
        [&] {
            return m_db->query("SELECT seq, at FROM space_clock WHERE space_id = $1 AND seq > $2 ORDER BY seq LIMIT $3",
                {m_space, timed, pageRows});
        },
        [&](const SqlRows& found) {
            timed = found.integer(0);
            visitor.time(timed, found.integer(1));
        });
    showHistory(visitor);
    auto kept
        = m_db->query("SELECT receipt, incarnation, user_id, at, n, hash, body, device, epoch, skew, state, detail "
                      "FROM space_quarantine WHERE space_id = $1 ORDER BY incarnation, n",
            {m_space});
    while (kept.next())
        visitor.quarantined(quarantinedAt(kept));
    showBlobs(*this, visitor);
}

void PostgresSpaceSession::showResults(const Uuid& device, SpaceVisitor& visitor)
{
    std::int64_t n = 0;
    inPages(
        [&] {
            return m_db->query("SELECT n FROM space_result WHERE space_id = $1 AND incarnation = $2 AND n > $3 "
                               "ORDER BY n LIMIT $4",
                {m_space, device, n, pageRows});
        },
        [&](const SqlRows& found) {
            n = found.integer(0);
            visitor.result(device, result(device, n).value());
        });
}

void PostgresSpaceSession::showHistory(SpaceVisitor& visitor)
{
    Uuid row;
    std::int64_t seq = 0;
    std::int64_t entry = 0;
    inPages(
        [&] {
            return m_db->query("SELECT table_id, row_id, seq, at, user_name, device, op, before, after, entry "
                               "FROM space_history WHERE space_id = $1 AND (row_id, seq, entry) > ($2, $3, $4) "
                               "ORDER BY row_id, seq, entry LIMIT $5",
                {m_space, row, seq, entry, pageRows});
        },
        [&](const SqlRows& found) {
            row = found.id(1);
            seq = found.integer(2);
            entry = found.integer(9);
            visitor.history({static_cast<TableId>(found.integer(0)), row, seq, found.integer(3), found.copy(4),
                found.copy(5), static_cast<Op>(found.integer(6)), found.copy(7), found.copy(8)});
        });
}

} // namespace dure::server
