#include "sync/server/sqlite_space_session.h"

/// Everything that a space's file holds, read and begun anew: for moving it to another store.
namespace dure::server {

SpaceOrigin SqliteSession::origin()
{
    SpaceOrigin origin{state(), nextLetters(), {}};
    auto epochs = m_db.prepare("SELECT name, start FROM epoch ORDER BY number");
    while (epochs->step())
        origin.epochs.emplace_back(epochs->text(0), epochs->integer(1));
    return origin;
}

void SqliteSession::setOrigin(const SpaceOrigin& origin)
{
    m_db.execute("DELETE FROM epoch");
    for (const auto& [name, start] : origin.epochs)
        m_db.prepare("INSERT INTO epoch(name, start) VALUES(?, ?)")->bindAll(std::string_view(name), start).run();
    setMeta("epoch", std::string_view(origin.state.epoch));
    setMeta("epoch_start", origin.state.epochStart);
    setMeta("head", origin.state.head);
    setMeta("safe", origin.state.safe);
    setMeta("next_letters", origin.nextLetters);
}

void SqliteSession::showAll(SpaceVisitor& visitor)
{
    auto rows = m_db.prepare("SELECT seq, table_id, id, deleted, root, fields, versions, hash FROM row ORDER BY seq");
    while (rows->step())
        visitor.row(storedRowAt(*rows));
    auto devices = m_db.prepare("SELECT id, letters, last_n, last_at FROM incarnation");
    while (devices->step())
        visitor.incarnation(
            {uuidAt(*devices, 0), std::string(devices->text(1)), devices->integer(2), devices->integer(3)});
    auto results = m_db.prepare("SELECT incarnation, n FROM result");
    while (results->step()) {
        const Uuid device = uuidAt(*results, 0);
        visitor.result(device, result(device, results->integer(1)).value());
    }
    auto times = m_db.prepare("SELECT seq, at FROM clock");
    while (times->step())
        visitor.time(times->integer(0), times->integer(1));
    auto entries
        = m_db.prepare("SELECT table_id, row, seq, at, user, device, op, before, after FROM history ORDER BY entry");
    while (entries->step())
        visitor.history({static_cast<TableId>(entries->integer(0)), uuidAt(*entries, 1), entries->integer(2),
            entries->integer(3), std::string(entries->text(4)), std::string(entries->text(5)),
            static_cast<Op>(entries->integer(6)), std::string(entries->text(7)), std::string(entries->text(8))});
    auto kept = m_db.prepare("SELECT receipt, incarnation, user, at, n, hash, body, device, epoch, skew, state, detail "
                             "FROM quarantine");
    while (kept->step())
        visitor.quarantined(quarantinedAt(*kept));
    showBlobs(*this, visitor);
}

} // namespace dure::server
