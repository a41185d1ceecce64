#pragma once
#include "core/commands/commands.h"
#include "sync/client/engine.h"
#include "tests/simulation/cloud.h"
#include "tests/simulation/disk.h"
#include "tests/support/order_book.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace dure::simulation {

/// The world's time, and a PC's clock that is off by years or runs too fast.
class SkewedClock final : public Clock
{
public:
    explicit SkewedClock(const std::int64_t& worldMs)
        : m_worldMs(worldMs)
    { }
    std::int64_t nowMs() const override
    {
        return m_worldMs + m_offsetMs + m_worldMs % 1'000'000'000 * m_driftPpm / 1'000'000;
    }
    void setOffset(std::int64_t ms) { m_offsetMs = ms; }
    void setDrift(std::int64_t ppm) { m_driftPpm = ppm; }
    std::int64_t offset() const { return m_offsetMs; }

private:
    const std::int64_t& m_worldMs;
    std::int64_t m_offsetMs = 0;
    std::int64_t m_driftPpm = 0;
};

/// One user of a PC and how the cloud knows him there.
struct PcUser
{
    Uuid id;
    std::string name;
    Membership membership;
};

/// One PC: the real database, commands and engine on a simulated disk, with a clock of its own.
class Pc
{
public:
    Pc(int number, std::vector<PcUser> users, std::uint64_t seed, const std::int64_t& worldMs, Ledger& ledger);

    int number() const { return m_number; }
    std::string name() const { return "pc" + std::to_string(m_number); }
    Disk& disk() { return m_disk; }
    SkewedClock& clock() { return m_clock; }
    testing::SeededRandom& random() { return m_random; }
    bool isRunning() const { return m_space != nullptr; }
    storage::SpaceDatabase& space() { return *m_space; }
    sqlite::Database& db() { return m_space->db(); }
    commands::Commands& commands() { return *m_commands; }
    client::Engine& engine() { return *m_engine; }

    std::vector<PcUser>& users() { return m_users; }
    PcUser& user() { return m_users[m_user]; }
    void switchUser(std::size_t index);

    /// Ends the programs at once. What was written and not synced is lost, all or from some point on.
    void crash();
    /// Starts the programs; throws Violation if the database does not open.
    void start();
    /// Tells the ledger of what the outbox holds and it does not know: it is on the disk, so it must not be lost.
    void reportSaves();
    /// Tells it of all that needs attention here.
    void reportAttention();

    /// The disk's copy of another PC (its n comes again) or of this one from some time ago.
    void load(const Disk::Image& image) { m_disk.load(image); }
    /// Unsent, or refused for a row that may come.
    bool hasWorkOf(const Uuid& user);

    /// How this PC's version sees the wire.
    client::WireRequest toWire(const Uuid& space, const client::Request& request);
    client::Reply fromWire(const client::Request& request, const client::WireReply& reply);
    bool usesFiles = false; ///< whoever works here adds files to rows and looks at them
    bool isFromYesterday = false; ///< its version does not know `hiddenTable`
    std::int64_t takenUp = 0; ///< rows kept raw until the last upgrade

    // the request under way
    std::int64_t pendingRequest = 0; ///< 0: none
    std::optional<client::Request> request;
    std::int64_t mismatches = 0; ///< tables fetched again by engines that are gone
    bool isDamaged = false; ///< the simulation spoiled a row: a mismatch is right
    std::optional<commands::CustomerInput> openCustomer; ///< an editor left open for a while
    std::optional<commands::OrderInput> openOrder;

private:
    int m_number;
    std::vector<PcUser> m_users;
    std::size_t m_user = 0;
    testing::SeededRandom m_random;
    SkewedClock m_clock;
    Ledger& m_ledger;
    Disk m_disk;
    std::int64_t m_reported = 0; ///< outbox entries up to this are known
    std::unique_ptr<storage::SpaceDatabase> m_space;
    std::unique_ptr<commands::Commands> m_commands;
    std::unique_ptr<client::Engine> m_engine;
};

} // namespace dure::simulation
