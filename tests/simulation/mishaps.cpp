#include "tests/simulation/user_actions.h"
#include "tests/simulation/world.h"

#include "core/sqlite/database.h"
#include "core/storage/blob_store.h"

namespace dure::simulation {

namespace {

constexpr std::int64_t dayMs = 86'400'000;
enum Mishap {
    Partition,
    CloudCrash,
    ClockJump,
    Clone,
    RollBack,
    Damage,
    Restore,
    Expire,
    TooOld,
    RoleChange,
    FullDisk,
    UserSwitch,
    FullCloudDisk,
    Upgrade,
    MishapKinds
};

} // namespace

/// Most come at their own times; what only two of them together show is arranged.
void World::arrangeMishaps()
{
    at(draw(m_faults.mishapEveryMs), [this] { mishap(); });
    const std::int64_t half = m_faults.deeds * m_faults.deedEveryMs / std::ssize(m_pcs) / 2;
    if (m_faults.newerCloud)
        at(draw(2 * half), [this] { m_cloud->setNewer(true); });
    if (!m_faults.cloudRestores)
        return;
    at(draw(half), [this] { backUpCloud(); });
    at(half + draw(half), [this] { restoreCloud(); });
}

void World::mishap()
{
    if (m_deedsLeft > 0) {
        Pc& pc = *m_pcs[static_cast<std::size_t>(draw(std::ssize(m_pcs)))];
        mishapOf(pc, static_cast<int>(draw(MishapKinds)));
        at(1 + draw(m_faults.mishapEveryMs), [this] { mishap(); });
    }
}

void World::mishapOf(Pc& pc, int kind)
{
    const bool runs = pc.isRunning();
    if (kind == Partition && (m_faults.partitions || m_faults.longOffline))
        partition(pc);
    else if (kind == CloudCrash && m_faults.cloudCrashes)
        crashCloud();
    else if (kind == ClockJump && m_faults.clockJumps)
        jumpClock(pc);
    else if (kind == Clone && m_faults.clones && runs && m_pcs.size() < 5)
        clonePc(pc);
    else if (kind == RollBack && m_faults.rollbacks && runs)
        rollBackPc(pc);
    else if (kind == Damage && m_faults.damage && runs)
        note(pc.name() + " " + damage(pc));
    else if (kind == Restore && m_faults.cloudRestores)
        draw(2) == 0 ? backUpCloud() : restoreCloud();
    else if (kind == RoleChange && m_faults.roleChanges)
        changeRole(pc);
    else if (kind == UserSwitch && m_faults.userSwitches && runs)
        switchUser(pc);
    else if (kind == FullDisk && m_faults.fullDisks)
        fillDisk(pc.disk(), pc.name());
    else if (kind == FullCloudDisk && m_faults.fullCloudDisks)
        fillDisk(m_cloud->disk(), "cloud");
    else if (kind == Expire && m_faults.expiredTokens && runs)
        expireToken(pc);
    else if (kind == TooOld && m_faults.oldVersions)
        outdate(pc);
    else if (kind == Upgrade && pc.isFromYesterday && runs)
        upgradePc(pc);
    if (runs && pc.isRunning() && pc.disk().isDead())
        crashPc(pc);
}

void World::jumpClock(Pc& pc)
{
    count("a clock jumps");
    pc.clock().setOffset(draw(2) == 0 ? draw(7'300 * dayMs) - 3'650 * dayMs : 0);
}

void World::fillDisk(Disk& disk, const std::string& whose)
{
    note(whose + " disk full");
    count(whose == "cloud" ? "the cloud's disk is full" : "a PC's disk is full");
    disk.setFull(true);
    at(1 + draw(600'000), [&disk] { disk.setFull(false); });
}

void World::expireToken(Pc& pc)
{
    note(pc.name() + " token expired");
    count("a token expires");
    pc.user().membership.isSignedIn = false;
    at(1 + draw(3'600'000), [this, &pc] {
        for (PcUser& user : pc.users())
            user.membership.isSignedIn = true;
        if (pc.isRunning() && !pc.disk().isFull())
            switchUser(pc);
    });
}

void World::outdate(Pc& pc)
{
    note(pc.name() + " version too old");
    count("a version is too old to write");
    for (PcUser& user : pc.users())
        user.membership.isTooOld = true;
    at(1 + draw(3'600'000), [this, &pc] {
        for (PcUser& user : pc.users())
            user.membership.isTooOld = false;
        if (pc.isRunning())
            upgradePc(pc);
    });
}

/// The new version is started.
void World::upgradePc(Pc& pc)
{
    note(pc.name() + " is upgraded");
    pc.isFromYesterday = false;
    crashPc(pc);
}

/// The answer came in the middle of something; the next one finds another world.
void World::meetMidway(Pc& pc, const client::Reply& reply)
{
    const auto* page = reply ? std::get_if<protocol::PullReply>(&*reply) : nullptr;
    if (!page || !page->more || !m_faults.roleChanges || draw(4) != 0)
        return;
    changeRole(pc);
    if ((pc.user().membership.actor.role & (Staff | Executive)) == 0)
        count("a role is revoked in mid-pull");
}

void World::partition(Pc& pc)
{
    const std::int64_t until = m_now + (m_faults.longOffline && draw(2) == 0 ? 60 * dayMs : draw(1'800'000));
    const std::int64_t way = draw(3); // up, down, both
    m_cutUntil[pc.number()] = {way == 1 ? 0 : until, way == 0 ? 0 : until};
    count(until - m_now > dayMs ? "60 days without a line" : "the line is cut");
    note(pc.name() + " cut off " + std::to_string(way) + " until " + std::to_string(until));
}

void World::crashPc(Pc& pc)
{
    note(pc.name() + " crashes");
    count("a PC stops");
    pc.crash();
    at(1000 + draw(60'000), [this, &pc] { startPc(pc); });
}

void World::startPc(Pc& pc)
{
    if (pc.isRunning())
        return;
    try {
        pc.start();
        note(pc.name() + " starts");
        if (pc.takenUp > 0)
            count("an upgrade takes up rows kept raw");
    } catch (const sqlite::Failure& failure) {
        if (!pc.disk().isFull())
            throw;
        pc.crash();
        at(60'000, [this, &pc] { startPc(pc); });
    } catch (const Violation&) {
        if (!pc.disk().isFull())
            throw;
        pc.crash();
        at(60'000, [this, &pc] { startPc(pc); });
    }
}

void World::crashCloud()
{
    note("cloud crashes");
    count("the cloud stops");
    m_cloud->stop();
    at(500 + draw(120'000), [this] { startCloud(); });
}

void World::startCloud()
{
    if (!m_cloud->isDown())
        return;
    try {
        m_cloud->start();
    } catch (const sqlite::Failure&) {
        if (!m_cloud->disk().isFull())
            throw;
        m_cloud->stop();
        at(60'000, [this] { startCloud(); });
    }
}

/// A second PC made from the first one's disk: the same incarnation, the same next number.
void World::clonePc(Pc& pc)
{
    note(pc.name() + " is cloned");
    count("a PC is cloned");
    const Disk::Image image = pc.disk().image();
    addPc();
    Pc& clone = *m_pcs.back();
    clone.crash();
    clone.load(image);
    clone.users() = pc.users();
    clone.isFromYesterday = pc.isFromYesterday;
    m_clones.insert({pc.number(), clone.number()});
    for (const auto& [one, other] : std::set(m_clones))
        if (other == pc.number())
            m_clones.insert({one, clone.number()});
    startPc(clone);
    at(draw(m_faults.deedEveryMs), [this, &clone] { deed(clone); });
    at(draw(10'000), [this, &clone] { tick(clone); });
}

/// The PC's own disk as it was: only while the cloud has all that was made since.
void World::rollBackPc(Pc& pc)
{
    const auto old = m_oldDisks.find(pc.number());
    if (old == m_oldDisks.end() || draw(3) == 0) {
        m_oldDisks[pc.number()] = pc.disk().image();
        note(pc.name() + " is backed up");
        return;
    }
    if (pc.engine().status().waiting > 0 || storage::BlobStore(pc.db()).waitingCount() > 0)
        return;
    note(pc.name() + " is set back to its backup");
    count("a PC is set back to its backup");
    pc.reportAttention();
    m_clones.insert({pc.number(), pc.number()});
    pc.crash();
    pc.load(old->second);
    startPc(pc);
}

void World::backUpCloud()
{
    if (m_cloud->isDown() || m_cloud->disk().isFull())
        return;
    try {
        m_cloud->backup();
        note("cloud is backed up at " + std::to_string(m_cloud->head()));
    } catch (const sqlite::Failure&) {
        if (!m_cloud->disk().isDead())
            throw;
        crashCloud();
    }
}

void World::restoreCloud()
{
    if (m_cloud->isDown() || m_cloud->disk().isFull() || !m_cloud->hasBackup())
        return;
    m_cloud->restoreBackup();
    count("the cloud is restored from a backup");
    note("cloud is restored at " + std::to_string(m_cloud->head()));
}

void World::changeRole(Pc& pc)
{
    constexpr std::uint8_t roles[] = {0, Executive, Association, Staff};
    const std::uint8_t role = roles[draw(4)];
    note(pc.name() + " has role " + std::to_string(role));
    count("a role changes");
    for (PcUser& user : pc.users()) {
        user.membership.actor.role = role;
        ++user.membership.actor.grantsVersion;
    }
    at(1 + draw(3'600'000), [this, &pc] { giveRolesBack(pc); });
}

void World::giveRolesBack(Pc& pc)
{
    note(pc.name() + " has its role back");
    for (PcUser& user : pc.users()) {
        user.membership.actor.role = Staff;
        ++user.membership.actor.grantsVersion;
    }
    if (pc.isRunning() && !pc.disk().isFull())
        switchUser(pc);
}

/// Somebody signs in: a colleague where people take turns, else the same user again.
void World::switchUser(Pc& pc)
{
    const std::size_t next = m_faults.userSwitches ? static_cast<std::size_t>(draw(2)) : 0;
    note(pc.name() + " signs in user " + std::to_string(next));
    if (m_faults.userSwitches)
        count("somebody else signs in");
    try {
        pc.switchUser(next);
    } catch (const sqlite::Failure&) {
        if (!pc.disk().isDead() && !pc.disk().isFull())
            throw;
        pc.disk().cutPower();
        crashPc(pc);
    }
}

} // namespace dure::simulation
