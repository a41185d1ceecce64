#include "tests/simulation/file_actions.h"
#include "tests/simulation/properties.h"
#include "tests/simulation/user_actions.h"
#include "tests/simulation/world.h"

namespace dure::simulation {

namespace {

constexpr std::int64_t dayMs = 86'400'000;
const Uuid spaceId = *Uuid::fromString("018f0000-0000-7000-8000-00000000cafe");

} // namespace

/// Everything works again: lines, disks, versions, sessions. Clocks stay wrong.
void World::endMishaps()
{
    note("quiet");
    m_isQuiet = true;
    m_events.clear();
    if (m_faults.longOffline)
        m_now += 60 * dayMs;
    m_cloud->disk().setFull(false);
    startCloud();
    m_cloud->disk().cutPowerAfter(-1);
    for (auto& pc : m_pcs) {
        pc->disk().setFull(false);
        pc->disk().cutPowerAfter(-1);
        for (PcUser& user : pc->users()) {
            user.membership.isSignedIn = true;
            user.membership.isTooOld = false;
        }
        const bool isUpgraded = pc->isFromYesterday && draw(2) == 0;
        if (pc->disk().isDead() || isUpgraded || draw(4) == 0)
            pc->crash();
        pc->isFromYesterday = pc->isFromYesterday && !isUpgraded;
        if (!pc->isRunning())
            startPc(*pc);
        pc->pendingRequest = 0;
    }
}

/// All that one PC asks for now; whether it changed anything.
bool World::syncOnce(Pc& pc)
{
    bool moved = false;
    pc.engine().wake();
    pc.engine().pullSoon();
    for (int asked = 0;; ++asked) {
        if (asked > 2000)
            throw Violation(pc.name() + " does not come to rest: " + pc.engine().status().detail);
        m_now += 1000;
        const auto request = pc.engine().next(pc.clock().nowMs());
        if (!request)
            break;
        const auto wire = pc.toWire(spaceId, *request);
        const client::WireReply reply = m_cloud->handle(wire, pc.user().membership, m_now);
        ++m_requests;
        moved = moved || !std::holds_alternative<protocol::PullRequest>(*request);
        pc.engine().consume(*request, pc.fromWire(*request, reply), pc.clock().nowMs());
        const client::Status status = pc.engine().status();
        note(pc.name() + " " + wire.path.substr(wire.path.rfind('/') + 1) + " " + std::to_string(reply.status)
            + ", waiting " + std::to_string(status.waiting) + " head " + std::to_string(pc.engine().head()) + " "
            + status.detail);
        if (!m_ledger.violation().empty())
            throw Violation(m_ledger.violation());
    }
    return moved;
}

/// Who may read nothing any more keeps nothing once the cloud has said so.
void World::checkRevoked(Pc& pc)
{
    if (pc.user().membership.actor.role != Association)
        return;
    pc.engine().resume(pc.user().id);
    syncOnce(pc);
    checkHoldsNothing(pc);
}

void World::syncUntilQuiet()
{
    for (auto& pc : m_pcs) {
        checkRevoked(*pc);
        giveRolesBack(*pc);
    }
    int still = 0;
    for (int round = 0; still < 2; ++round) {
        if (round > 40)
            throw Violation("the PCs never come to rest");
        const std::int64_t before = m_cloud->head();
        bool moved = false;
        for (auto& pc : m_pcs) {
            for (std::size_t user = 0; user < pc->users().size(); ++user) {
                if (user > 0 && !pc->hasWorkOf(pc->users()[user].id))
                    continue;
                pc->switchUser(user);
                moved = syncOnce(*pc) || moved;
            }
        }
        still = m_cloud->head() == before ? still + 1 : 0;
    }
    for (auto& pc : m_pcs) {
        pc->engine().checkSoon();
        lookAtAllFiles(*pc);
        syncOnce(*pc);
    }
}

} // namespace dure::simulation
