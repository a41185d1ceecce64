#pragma once
#include "tests/simulation/cloud.h"
#include "tests/simulation/faults.h"
#include "tests/simulation/pc.h"
#include "tests/simulation/tally.h"
#include "tests/simulation/trace.h"

#include <functional>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace dure::simulation {

struct Outcome
{
    std::string violation; ///< empty: all properties held
    std::uint64_t traceHash = 0;
    std::vector<std::string> lines; ///< if asked for
    std::int64_t saves = 0;
    std::int64_t requests = 0;
    Tally tally;
};

/// One run: PCs, a cloud and the line between them under a clock that only the scheduler moves. Everything follows from
/// the seed.
class World
{
public:
    World(std::uint64_t seed, bool keepLines);
    Outcome run();

private:
    // scheduler
    void at(std::int64_t delayMs, std::function<void()> what);
    void runUntil(const std::function<bool()>& isDone);
    void note(const std::string& line) { m_trace.note(m_now, line); }
    std::int64_t draw(std::int64_t limit) { return m_random.below(limit); }
    bool happens(std::int64_t perMille) { return draw(1000) < perMille; }
    void count(const char* what) { ++m_tally[what]; }
    bool happens(std::int64_t perMille, const char* what);

    // people
    void addPc();
    void firstRows();
    void deed(Pc& pc);
    void tick(Pc& pc);

    // the line
    void step(Pc& pc);
    void send(Pc& pc, const client::Request& request);
    void arrive(Pc& pc, std::int64_t id, const client::WireRequest& request, const Membership& from);
    void receive(Pc& pc, std::int64_t id, const client::WireReply& reply);
    client::WireReply ask(const client::WireRequest& request, const Membership& from);

    // mishaps (mishaps.cpp)
    void mishap();
    void mishapOf(Pc& pc, int kind);
    void crashPc(Pc& pc);
    void startPc(Pc& pc);
    void upgradePc(Pc& pc);
    void expireToken(Pc& pc);
    void meetMidway(Pc& pc, const client::Reply& reply);
    void crashCloud();
    void startCloud();
    void jumpClock(Pc& pc);
    void outdate(Pc& pc);
    void fillDisk(Disk& disk, const std::string& whose);
    void clonePc(Pc& pc);
    void rollBackPc(Pc& pc);
    void backUpCloud();
    void restoreCloud();
    void arrangeMishaps();
    void changeRole(Pc& pc);
    void giveRolesBack(Pc& pc);
    void switchUser(Pc& pc);
    void partition(Pc& pc);

    // the end (quiet.cpp)
    void endMishaps();
    void syncUntilQuiet();
    bool syncOnce(Pc& pc);
    void checkRevoked(Pc& pc);

    std::uint64_t m_seed;
    testing::SeededRandom m_random;
    Faults m_faults;
    Trace m_trace;
    Ledger m_ledger;
    Tally m_tally;
    std::int64_t m_now;
    std::int64_t m_order = 0;
    std::map<std::pair<std::int64_t, std::int64_t>, std::function<void()>> m_events;
    std::unique_ptr<Cloud> m_cloud;
    std::vector<std::unique_ptr<Pc>> m_pcs;
    std::map<int, std::pair<std::int64_t, std::int64_t>> m_cutUntil; ///< by PC: nothing goes up, down until then
    std::map<int, Disk::Image> m_oldDisks;
    std::set<std::pair<int, int>> m_clones;
    std::int64_t m_requests = 0;
    std::int64_t m_deedsLeft = 0;
    bool m_isQuiet = false;
};

} // namespace dure::simulation
