#include "tests/simulation/user_actions.h"
#include "tests/simulation/world.h"

#include "core/sqlite/database.h"

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
    MishapKinds
};

} // namespace

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
        pc.clock().setOffset(draw(2) == 0 ? draw(7'300 * dayMs) - 3'650 * dayMs : 0);
    else if (kind == Clone && m_faults.clones && runs && m_pcs.size() < 5)
        clonePc(pc);
    else if (kind == RollBack && m_faults.rollbacks && runs)
        rollBackPc(pc);
    else if (kind == Damage && m_faults.damage && runs)
        note(pc.name() + " " + damage(pc));
    else if (kind == Restore && m_faults.cloudRestores && !m_cloud->isDown())
        restoreCloud();
    else if (kind == RoleChange && m_faults.roleChanges)
        changeRole(pc);
    else if (kind == UserSwitch && m_faults.userSwitches && runs)
        switchUser(pc);
    else if (kind == FullDisk && m_faults.fullDisks) {
        pc.disk().setFull(true);
        note(pc.name() + " disk full");
        at(1 + draw(600'000), [&pc] { pc.disk().setFull(false); });
    } else if (kind == Expire && m_faults.expiredTokens && runs) {
        note(pc.name() + " token expired");
        pc.user().membership.isSignedIn = false;
        at(1 + draw(3'600'000), [this, &pc] {
            for (PcUser& user : pc.users())
                user.membership.isSignedIn = true;
            if (pc.isRunning() && !pc.disk().isFull())
                switchUser(pc);
        });
    } else if (kind == TooOld && m_faults.oldVersions) {
        note(pc.name() + " version too old");
        for (PcUser& user : pc.users())
            user.membership.isTooOld = true;
        at(1 + draw(3'600'000), [this, &pc] {
            for (PcUser& user : pc.users())
                user.membership.isTooOld = false;
            if (pc.isRunning())
                crashPc(pc); // the new version is started
        });
    }
    if (runs && pc.isRunning() && pc.disk().isDead())
        crashPc(pc);
}

void World::partition(Pc& pc)
{
    const std::int64_t until = m_now + (m_faults.longOffline && draw(2) == 0 ? 60 * dayMs : draw(1'800'000));
    const std::int64_t way = draw(3); // up, down, both
    m_cutUntil[pc.number()] = {way == 1 ? 0 : until, way == 0 ? 0 : until};
    note(pc.name() + " cut off " + std::to_string(way) + " until " + std::to_string(until));
}

void World::crashPc(Pc& pc)
{
    note(pc.name() + " crashes");
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
    m_cloud->stop();
    at(500 + draw(120'000), [this] {
        if (m_cloud->isDown())
            m_cloud->start();
    });
}

/// A second PC made from the first one's disk: the same incarnation, the same next number.
void World::clonePc(Pc& pc)
{
    note(pc.name() + " is cloned");
    const Disk::Image image = pc.disk().image();
    addPc();
    Pc& clone = *m_pcs.back();
    clone.crash();
    clone.load(image);
    clone.users() = pc.users();
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
    if (pc.engine().status().waiting > 0)
        return;
    note(pc.name() + " is set back to its backup");
    pc.reportAttention();
    m_clones.insert({pc.number(), pc.number()});
    pc.crash();
    pc.load(old->second);
    startPc(pc);
}

void World::restoreCloud()
{
    if (!m_cloud->hasBackup() || draw(2) == 0) {
        m_cloud->backup();
        note("cloud is backed up at " + std::to_string(m_cloud->head()));
        return;
    }
    m_cloud->restoreBackup();
    note("cloud is restored at " + std::to_string(m_cloud->head()));
}

void World::changeRole(Pc& pc)
{
    constexpr std::uint8_t roles[] = {0, Executive, Association, Staff};
    const std::uint8_t role = roles[draw(4)];
    note(pc.name() + " has role " + std::to_string(role));
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
