#include "tests/simulation/pc.h"

#include "core/storage/row_store.h"
#include "sync/client/wire.h"
#include "sync/protocol/codec.h"
#include "tests/simulation/other_versions.h"
#include "tests/simulation/trace.h"

namespace dure::simulation {

namespace {

/// A PC's file as it is on its first day, made once.
const Disk::Image& firstDay()
{
    static const Disk::Image image = [] {
        Disk disk("first-pc");
        if (!storage::SpaceDatabase::open(disk.path("space.sqlite")))
            throw Violation("a new database does not open");
        return disk.image();
    }();
    return image;
}

} // namespace

Pc::Pc(int number, std::vector<PcUser> users, std::uint64_t seed, const std::int64_t& worldMs, Ledger& ledger)
    : m_number(number)
    , m_users(std::move(users))
    , m_random(seed)
    , m_clock(worldMs)
    , m_ledger(ledger)
    , m_disk(name())
{
    m_disk.load(firstDay());
    start();
}

void Pc::crash()
{
    if (m_engine && !m_disk.isDead())
        mismatches += m_engine->status().digestMismatches;
    m_disk.cutPower();
    pendingRequest = 0;
    request.reset();
    openCustomer.reset();
    openOrder.reset();
    m_engine.reset();
    m_commands.reset();
    m_space.reset();
    m_disk.restart([this](std::size_t n) { return m_random.next64() % n; });
}

void Pc::start()
{
    auto space = storage::SpaceDatabase::open(m_disk.path("space.sqlite"));
    if (!space)
        throw Violation(name() + "'s database does not open: " + space.error().detail);
    m_space = std::move(*space);
    takenUp = isFromYesterday ? 0 : upgradeFile(db());
    m_engine = std::make_unique<client::Engine>(*m_space, m_random, user().id, name());
    m_commands = std::make_unique<commands::Commands>(
        *m_space, m_clock, m_random, protocol::encodeMutation, commands::Author{user().id, user().name});
    m_reported = 0;
    reportSaves();
}

client::WireRequest Pc::toWire(const Uuid& space, const client::Request& request)
{
    return client::toWire(space, isFromYesterday ? askedFromYesterday(request) : request);
}

client::Reply Pc::fromWire(const client::Request& asked, const client::WireReply& reply)
{
    auto read = client::fromWire(asked, reply);
    return isFromYesterday ? readYesterday(std::move(read)) : read;
}

void Pc::switchUser(std::size_t index)
{
    m_user = index;
    m_engine->resume(user().id);
    m_commands->setAuthor({user().id, user().name});
    pendingRequest = 0;
    request.reset();
}

void Pc::reportSaves()
{
    auto rows = db().prepareOnce("SELECT entry, body FROM outbox WHERE entry > ? ORDER BY entry");
    rows.bind(1, m_reported);
    while (rows.step()) {
        m_reported = rows.integer(0);
        m_ledger.saved(std::string(rows.text(1)), name());
    }
}

void Pc::reportAttention()
{
    for (const auto state : {storage::EntryState::Rejected, storage::EntryState::AttendedTo})
        for (const auto& entry : storage::Outbox(db()).inState(state, 100'000))
            m_ledger.attended(entry.body);
}

bool Pc::hasWorkOf(const Uuid& user)
{
    storage::Outbox outbox(db());
    return !outbox.waitingFor(user, 1, 1).empty() || !outbox.rejectedFor(user, "row_missing").empty();
}

} // namespace dure::simulation
