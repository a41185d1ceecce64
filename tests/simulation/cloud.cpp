#include "tests/simulation/cloud.h"

#include "core/domain/access.h"
#include "core/sqlite/database.h"
#include "sync/merge/versions.h"
#include "sync/protocol/codec.h"
#include "sync/server/blob_service.h"
#include "sync/server/byte_range.h"
#include "sync/server/references.h"
#include "sync/server/sqlite_space_store.h"
#include "tests/simulation/observed_store.h"
#include "tests/simulation/other_versions.h"

#include <algorithm>

namespace dure::simulation {

using namespace protocol;

namespace {

client::WireReply failed(const ErrorReply& error) { return {httpStatus(error.code), encode(error), {}}; }

template <class T> client::WireReply encoded(const server::Reply<T>& reply)
{
    return reply ? client::WireReply{200, encode(*reply), {}} : failed(reply.error());
}

/// A cloud's file as it is on its first day, made once.
const Disk::Image& firstDay()
{
    static const Disk::Image image = [] {
        Disk disk("first-cloud");
        testing::SeededRandom random(1);
        server::openSqliteSpaceStore(disk.path("space.sqlite"), random);
        return disk.image();
    }();
    return image;
}

} // namespace

Cloud::Cloud(std::uint64_t seed, Ledger& ledger, Tally& tally)
    : m_random(seed)
    , m_ledger(ledger)
    , m_tally(tally)
{
    m_disk.load(firstDay());
    open();
}

Cloud::~Cloud() = default;

void Cloud::open()
{
    m_store = server::openSqliteSpaceStore(m_disk.path("space.sqlite"), m_random);
    m_observed = std::make_unique<ObservedStore>(*m_store, m_ledger, [this](Ledger::Answered& answer) {
        answer.role = m_pushRole;
        const auto sent = std::ranges::find(m_push->mutations, answer.result.n, &NumberedMutation::n);
        answer.body = sent->body;
    });
    m_service = std::make_unique<server::SpaceService>(*m_observed, SpaceKind::Company);
}

void Cloud::stop()
{
    m_disk.cutPower();
    m_service.reset();
    m_observed.reset();
    m_store.reset();
}

void Cloud::start()
{
    stop();
    // nothing unsynced survives: a commit that failed was then surely none, which the ledger relies on
    m_disk.restart([](std::size_t) { return std::size_t{0}; });
    open();
}

void Cloud::backup()
{
    Disk::Image files;
    {
        Disk target("backup");
        sqlite::Database live(m_disk.path("space.sqlite"), {.mode = sqlite::OpenMode::ReadOnly});
        live.backupTo(target.path("space.sqlite"));
        files = target.image();
    }
    m_backup = Backup{std::move(files), m_ledger.past()};
    const auto session = m_store->beginWrite();
    session->setSafe(session->state().head);
    session->commit();
}

void Cloud::restoreBackup()
{
    stop();
    m_disk.restart([](std::size_t) { return std::size_t{0}; });
    m_disk.load(m_backup->files);
    m_ledger.restore(m_backup->past);
    open();
    const auto session = m_store->beginWrite();
    m_ledger.pastWasLost(session->state().head);
    session->setEpoch(server::newEpoch(m_random));
    session->setSafe(session->state().head);
    session->commit();
}

std::int64_t Cloud::head() { return m_store->beginRead()->state().head; }

client::WireReply Cloud::handle(const client::WireRequest& request, const Membership& from, std::int64_t nowMs)
{
    if (isDown())
        return {0, {}, "refused"};
    const std::string action = request.path.substr(request.path.rfind('/') + 1);
    if (!from.isSignedIn)
        return failed({ErrorCode::Unauthorized, "sign in", 0, {}, 0});
    if (from.actor.role == 0)
        return failed({ErrorCode::Forbidden, "no member", 0, {}, 0});
    if (from.isTooOld && action == "push")
        return failed({ErrorCode::UpgradeNeeded, "too old", 0, {}, 0});
    const client::WireReply reply = answer(action, request, from, nowMs);
    if (m_disk.isFull() && reply.status == 503)
        ++m_tally["the cloud's disk is too full for an answer"];
    return isDown() ? client::WireReply{0, {}, "power cut"} : reply;
}

client::WireReply Cloud::pull(const PullRequest& request, const Membership& from, std::int64_t nowMs)
{
    auto reply = m_service->pull(request, from.actor, nowMs);
    if (reply && m_isNewer && !reply->tables.empty())
        addTomorrow(*reply, request.cursors);
    return encoded(reply);
}

/// Something the cloud of tomorrow found to be a contradiction: a kind, a table and a field that nobody here knows.
void Cloud::writeConflictOfTomorrow(std::int64_t nowMs)
{
    const Table& table = tableOf(TableId::Conflict);
    try {
        const auto session = m_store->beginWrite();
        const std::int64_t seq = session->state().head + 1;
        Row row;
        row.id = derivedUuid({}, "conflict of tomorrow " + std::to_string(m_random.below(4)));
        row.values.resize(table.columns.size());
        row.values[col::Conflict::tableName] = std::string(tableOfTomorrow);
        row.values[col::Conflict::rowId] = derivedUuid({}, "tomorrow 1");
        row.values[col::Conflict::kind] = std::int64_t{9000} + seq;
        row.extra = "{\"severity\":{\"of\":[null,1.5,\"tomorrow\"]}}";
        const auto before = session->find(table.id, row.id);
        merge::Versions versions;
        versions.setAll({seq, nowMs, {}, 0});
        session->put(
            {table.id, row.id, seq, false, row.id, encodeRow(table, row), versions.encode(), rowHash(table, row, seq)},
            before ? &*before : nullptr, server::moveReferences(table, row, nullptr));
        session->setHead(seq);
        session->noteTime(seq, nowMs);
        session->commit();
        ++m_tally["the cloud writes a value and a field of tomorrow"];
    } catch (const sqlite::Failure&) {
        if (!m_disk.isDead() && !m_disk.isFull())
            throw;
    }
}

client::WireReply Cloud::aboutFile(const client::WireRequest& request, const Membership& from, std::int64_t nowMs)
{
    if (!mayDo(from.actor.role, SpaceKind::Company, request.method == "PUT" ? Right::WriteFiles : Right::ReadFiles))
        return failed({ErrorCode::Forbidden, "not allowed", 0, {}, 0});
    constexpr std::string_view place = "/blobs/";
    const auto hash = BlobHash::fromString(request.path.substr(request.path.find(place) + place.size(), 64));
    if (!hash)
        return failed({ErrorCode::BadRequest, "no hash", 0, {}, 0});
    server::BlobService files(*m_observed);
    if (request.method == "PUT") {
        const auto range = server::readContentRange(request.contentRange);
        if (!range || range->last - range->first + 1 != std::ssize(request.body))
            return failed({ErrorCode::BadRequest, "not the part that it says", 0, {}, 0});
        ++m_tally["a piece of a file goes up"];
        return encoded(files.add(*hash, {range->first, range->size, request.body}, nowMs));
    }
    if (request.path.ends_with("/state"))
        return encoded(files.state(*hash));
    const auto range = server::readRange(request.range);
    if (!range)
        return failed({ErrorCode::BadRequest, "no range", 0, {}, 0});
    auto part = files.read(*hash, range->first, range->last - range->first + 1);
    ++m_tally[part ? "a piece of a file comes down" : "a file is asked for before it is there"];
    return part ? client::WireReply{206, std::move(part->bytes), {}} : failed(part.error());
}

client::WireReply Cloud::answer(
    const std::string& action, const client::WireRequest& request, const Membership& from, std::int64_t nowMs)
{
    const ErrorReply unreadable{ErrorCode::BadRequest, "unreadable", 0, {}, 0};
    if (request.path.find("/blobs/") != std::string::npos)
        return aboutFile(request, from, nowMs);
    if (action == "push") {
        const auto push = decode<PushRequest>(request.body);
        if (!push)
            return failed(unreadable);
        m_push = &*push;
        m_pushRole = from.actor.role;
        const auto reply = m_service->push(*push, from.actor, nowMs);
        if (reply && m_isNewer && m_random.below(4) == 0)
            writeConflictOfTomorrow(nowMs);
        return encoded(reply);
    }
    if (action == "pull") {
        auto asked = decode<PullRequest>(request.body);
        if (!asked)
            return failed(unreadable);
        asked->limit = std::min(asked->limit, m_pageRows);
        return pull(*asked, from, nowMs);
    }
    if (action == "enrol") {
        const auto enrol = decode<EnrolRequest>(request.body);
        return enrol ? encoded(m_service->enrol(*enrol, from.actor, nowMs)) : failed(unreadable);
    }
    return encoded(m_service->digest(from.actor));
}

} // namespace dure::simulation
