#include "tests/simulation/world.h"

#include "tests/simulation/properties.h"
#include "tests/simulation/user_actions.h"

namespace dure::simulation {

namespace {

constexpr std::int64_t dayMs = 86'400'000;
constexpr std::int64_t timeoutMs = 30'000;
constexpr std::int64_t start = 1'790'000'000'000; // September 2026

const Uuid spaceId = *Uuid::fromString("018f0000-0000-7000-8000-00000000cafe");

Uuid numbered(int kind, int number)
{
    Uuid id;
    id.bytes[0] = static_cast<std::uint8_t>(kind);
    id.bytes[15] = static_cast<std::uint8_t>(number);
    return id;
}

} // namespace

World::World(std::uint64_t seed, bool keepLines)
    : m_seed(seed)
    , m_random(seed)
    , m_faults(Faults::draw(m_random))
    , m_trace(keepLines)
    , m_now(start)
{
    useSimulatedDisks(seed);
    m_cloud = std::make_unique<Cloud>(m_random.next64(), m_ledger, m_tally);
    m_cloud->setNewer(m_faults.newerCloud && draw(2) == 0);
    m_cloud->setPageRows(m_faults.pageRows);
    for (int i = 0; i < m_faults.pcs; ++i)
        addPc();
}

void World::at(std::int64_t delayMs, std::function<void()> what)
{
    m_events.emplace(std::pair(m_now + delayMs, ++m_order), std::move(what));
}

bool World::happens(std::int64_t perMille, const char* what)
{
    const bool does = happens(perMille);
    if (does)
        count(what);
    return does;
}

void World::runUntil(const std::function<bool()>& isDone)
{
    while (!m_events.empty() && !isDone()) {
        auto next = m_events.extract(m_events.begin());
        m_now = std::max(m_now, next.key().first);
        next.mapped()();
        if (!m_ledger.violation().empty())
            throw Violation(m_ledger.violation());
    }
}

void World::addPc()
{
    const int number = static_cast<int>(m_pcs.size());
    std::vector<PcUser> users;
    for (int i = 0; i < 2; ++i) {
        // the first PC is the owner's, the second user of each is the same colleague
        const int user = i == 0 ? number : 90;
        const Uuid id = numbered(1, user);
        const std::uint8_t role = user == 0 ? Owner : Staff;
        users.push_back({id, "user " + std::to_string(user),
            {{id, "user " + std::to_string(user), role, numbered(2, number), "pc" + std::to_string(number), 1}}});
    }
    m_pcs.push_back(std::make_unique<Pc>(number, std::move(users), m_random.next64(), m_now, m_ledger));
    Pc& pc = *m_pcs.back();
    pc.usesFiles = m_faults.files;
    pc.isFromYesterday = m_faults.olderClients && draw(2) == 0;
    if (m_faults.wrongClocks) {
        pc.clock().setOffset(draw(2) == 0 ? draw(7'300 * dayMs) - 3'650 * dayMs : draw(7'200'000) - 3'600'000);
        pc.clock().setDrift(draw(2'000) - 1'000);
    }
}

/// A few masters that all know, so that people meet on the same rows.
void World::firstRows()
{
    for (int i = 0; i < 12; ++i, m_now += 1000)
        note("first " + act(*m_pcs.front()));
    m_pcs.front()->reportSaves();
    for (int round = 0; round < 2; ++round)
        for (auto& pc : m_pcs)
            syncOnce(*pc);
}

void World::deed(Pc& pc)
{
    if (m_deedsLeft <= 0)
        return;
    if (pc.isRunning()) {
        --m_deedsLeft;
        if (m_faults.pcCrashes && draw(10) == 0)
            pc.disk().cutPowerAfter(draw(30));
        const bool isPoisonous = m_faults.poison && draw(12) == 0;
        const bool isNewer = m_faults.newerClients && draw(12) == 0;
        const std::string what = isPoisonous ? poison(pc) : isNewer ? actOfTomorrow(pc) : act(pc);
        if (isPoisonous || isNewer)
            count(isPoisonous ? "a poisonous action" : "an action of tomorrow");
        note(pc.name() + " " + what);
        if (pc.disk().isDead()) {
            crashPc(pc);
        } else {
            pc.reportSaves();
            pc.engine().wake();
            at(1, [this, &pc] { step(pc); });
        }
    }
    at(1 + draw(2 * m_faults.deedEveryMs), [this, &pc] { deed(pc); });
}

void World::tick(Pc& pc)
{
    if (pc.isRunning()) {
        if (draw(2) == 0)
            pc.engine().pullSoon();
        if (draw(10) == 0)
            pc.engine().checkSoon();
        step(pc);
    }
    at(1000 + draw(m_faults.deedEveryMs * 2), [this, &pc] { tick(pc); });
}

void World::step(Pc& pc)
{
    if (m_isQuiet || !pc.isRunning() || pc.pendingRequest != 0)
        return;
    if (const auto request = pc.engine().next(pc.clock().nowMs()))
        send(pc, *request);
}

void World::send(Pc& pc, const client::Request& request)
{
    const std::int64_t id = ++m_requests;
    pc.pendingRequest = id;
    pc.request = request;
    const client::WireRequest wire = pc.toWire(spaceId, request);
    note(pc.name() + " asks " + wire.path.substr(wire.path.rfind('/') + 1) + " " + std::to_string(wire.body.size()));
    at(timeoutMs, [this, &pc, id] { receive(pc, id, {0, {}, "timed out"}); });
    const bool isCut = m_cutUntil[pc.number()].first > m_now;
    if (m_faults.expiredTokens && std::holds_alternative<protocol::PushRequest>(request) && draw(12) == 0) {
        count("a token expires in mid-push");
        expireToken(pc);
    }
    if (isCut || happens(m_faults.requestLost, "a request is lost"))
        return;
    const int times = happens(m_faults.requestTwice, "a request arrives twice") ? 2 : 1;
    for (int i = 0; i < times; ++i) {
        const std::int64_t delay = i == 0 ? draw(m_faults.slowestMs) : draw(3'600'000);
        at(delay, [this, &pc, id, wire, user = pc.user().id] {
            for (const PcUser& each : pc.users())
                if (each.id == user)
                    arrive(pc, id, wire, each.membership);
        });
    }
}

client::WireReply World::ask(const client::WireRequest& request, const Membership& from)
{
    if (m_faults.cloudCrashes && !m_isQuiet && draw(25) == 0)
        m_cloud->disk().cutPowerAfter(draw(25));
    const client::WireReply reply = m_cloud->handle(request, from, m_now);
    if (m_cloud->isDown() && reply.detail == "power cut")
        crashCloud();
    return reply;
}

void World::arrive(Pc& pc, std::int64_t id, const client::WireRequest& request, const Membership& from)
{
    client::WireReply reply = ask(request, from);
    note("cloud answers " + pc.name() + " " + std::to_string(reply.status) + " " + std::to_string(reply.body.size()));
    const bool isCut = m_cutUntil[pc.number()].second > m_now;
    if (isCut || happens(m_faults.answerLost, "an answer is lost") || happens(m_faults.answerHangs, "an answer hangs"))
        return;
    if (!reply.body.empty() && happens(m_faults.answerCut, "an answer is cut"))
        reply.body.resize(static_cast<std::size_t>(draw(std::ssize(reply.body))));
    at(draw(m_faults.slowestMs), [this, &pc, id, reply] { receive(pc, id, reply); });
}

void World::receive(Pc& pc, std::int64_t id, const client::WireReply& reply)
{
    if (m_isQuiet || !pc.isRunning() || pc.pendingRequest != id)
        return;
    pc.pendingRequest = 0;
    const client::Request request = *pc.request;
    if (m_faults.pcCrashes && draw(20) == 0)
        pc.disk().cutPowerAfter(draw(40));
    const client::Reply read = pc.fromWire(request, reply);
    pc.engine().consume(request, read, pc.clock().nowMs());
    if (!pc.disk().isDead())
        meetMidway(pc, read);
    if (pc.disk().isDead())
        return crashPc(pc);
    const client::Status status = pc.engine().status();
    note(pc.name() + " takes " + std::to_string(reply.status) + ", waiting " + std::to_string(status.waiting) + " head "
        + std::to_string(pc.engine().head()) + (status.detail.empty() ? "" : " (" + status.detail + ")"));
    at(1, [this, &pc] { step(pc); });
}

Outcome World::run()
{
    Outcome outcome;
    try {
        firstRows();
        m_deedsLeft = m_faults.deeds;
        for (auto& pc : m_pcs) {
            at(draw(m_faults.deedEveryMs), [this, each = pc.get()] { deed(*each); });
            at(draw(10'000), [this, each = pc.get()] { tick(*each); });
        }
        arrangeMishaps();
        runUntil([this] { return m_deedsLeft <= 0; });
        endMishaps();
        syncUntilQuiet();
        for (auto& pc : m_pcs)
            pc->reportAttention();
        m_ledger.checkSaves();
        if (!m_ledger.violation().empty())
            throw Violation(m_ledger.violation());
        checkEverything(*m_cloud, m_pcs, m_clones);
        m_tally["an edit refused for a missing row goes out again"] = m_ledger.afterAll();
    } catch (const std::exception& failure) {
        outcome.violation = failure.what();
    }
    outcome.traceHash = m_trace.hash();
    outcome.lines = m_trace.lines();
    outcome.saves = static_cast<std::int64_t>(m_ledger.saves());
    outcome.requests = m_requests;
    outcome.tally = m_tally;
    return outcome;
}

} // namespace dure::simulation
