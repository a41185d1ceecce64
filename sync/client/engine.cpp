#include "sync/client/engine.h"

#include "core/domain/access.h"
#include "core/domain/content_hash.h"
#include "core/storage/blob_store.h"
#include "core/storage/outbox.h"
#include "core/storage/sync_state.h"
#include "sync/client/applier.h"
#include "sync/protocol/codec.h"

#include <algorithm>
#include <limits>
#include <ranges>
#include <utility>

namespace dure::client {

using namespace protocol;
using storage::EntryState;
using storage::Outbox;
using storage::SyncState;

namespace {

/// While one page is applied the next is on its way: the first is not hidden so, and two are held at a time.
constexpr std::int64_t pageRows = 5'000;
constexpr std::size_t pushBytes = maxPushBytes / 2;
constexpr std::int64_t firstRetryMs = 1000;
constexpr std::int64_t longestRetryMs = 60'000;

/// Of what the cloud may say to a question about a file, this alone concerns everything.
bool endsSession(const Failure& failure)
{
    const auto* error = std::get_if<ErrorReply>(&failure);
    return error
        && (error->code == ErrorCode::Unauthorized || error->code == ErrorCode::Revoked
            || error->code == ErrorCode::AccessEnded);
}

/// Whether a file's failure may be everything's: a pull tells.
bool asksTheCloud(const Failure& failure)
{
    const auto* error = std::get_if<ErrorReply>(&failure);
    return !error || error->code == ErrorCode::EpochChanged || error->code == ErrorCode::Unavailable;
}

/// Whether one of the tables was not pulled before.
bool bringsTable(const std::vector<std::string>& tables, const std::map<std::string, std::int64_t>& cursors)
{
    return std::ranges::any_of(tables, [&](const std::string& table) { return !cursors.contains(table); });
}

} // namespace

Engine::Engine(storage::SpaceDatabase& space, RandomSource& random, Uuid user, std::string deviceName)
    : m_space(space)
    , m_random(random)
    , m_user(user)
    , m_deviceName(std::move(deviceName))
    , m_pushLimit(maxMutationsPerPush)
    , m_files(space)
{
    adoptUser();
    takeUpKept();
}

void Engine::takeUpKept()
{
    try {
        sqlite::Transaction transaction(m_space.db());
        Applier applier(m_space.db());
        if (!applier.takeUpKept())
            return;
        applier.finish();
        transaction.commit();
        m_takenUp = applier.changes();
    } catch (const sqlite::Failure& failure) {
        m_detail = failure.what(); // it stays kept, and the next start tries again
    }
}

/// Each user of a PC numbers the own actions.
void Engine::adoptUser()
{
    sqlite::Transaction transaction(m_space.db());
    SyncState(m_space.db()).beginTurn(m_user, [this] { return makeUuidV7(0, m_random); });
    transaction.commit();
}

std::optional<Request> Engine::next(std::int64_t nowMs)
{
    const bool standsStill = m_standing == Standing::SignedOut || m_standing == Standing::Forbidden;
    if (standsStill || nowMs < m_retryAt)
        return std::nullopt;
    SyncState state(m_space.db());
    // 1. enrol: numbers of documents need letters, pushes an incarnation the cloud knows
    if (!state.isEnrolled())
        return EnrolRequest{state.incarnation(), m_deviceName};
    // 2. the first page before the first push: it brings the epoch that pushes name
    const bool hasEpoch = !state.epoch().empty();
    // 3. push what waits
    if (hasEpoch && m_standing != Standing::UpgradeNeeded)
        if (auto push = nextPush(nowMs))
            return push;
    // 4. pull
    if (m_pullWanted || !hasEpoch || !state.isComplete())
        return PullRequest{state.epoch(), state.grants(), state.cursors(), pageRows};
    // 5. compare
    if (m_digestWanted)
        return DigestRequest{};
    // 6. files: large, and of no use without their rows
    return m_files.next(nowMs);
}

std::optional<Request> Engine::following(const Request& request, const Reply& reply)
{
    const auto* page = reply ? std::get_if<PullReply>(&*reply) : nullptr;
    if (!page || !page->more || !std::holds_alternative<PullRequest>(request))
        return std::nullopt;
    return PullRequest{page->epoch, page->grants, page->cursors, pageRows};
}

std::optional<Request> Engine::nextPush(std::int64_t nowMs)
{
    Outbox outbox(m_space.db());
    const auto entries = outbox.waitingFor(m_user, m_pushLimit, pushBytes);
    if (entries.empty())
        return std::nullopt;
    SyncState state(m_space.db());
    // the entries' own: another user may have taken turns at this PC since they were numbered
    PushRequest push{entries.front().incarnation, state.epoch(), nowMs, {}, state.head()};
    for (const storage::OutboxEntry& entry : entries)
        push.mutations.push_back({entry.n, entry.hash, entry.body});
    return push;
}

ChangeSet Engine::consume(const Request& request, const Reply& reply, std::int64_t nowMs)
{
    ChangeSet changes;
    try {
        if (reply) {
            m_failures = 0;
            m_retryAt = 0;
            m_lastContactMs = nowMs;
            if (m_standing == Standing::Offline || m_standing == Standing::StorageFailed)
                m_standing = Standing::Working;
            consumeReply(request, *reply, changes, nowMs);
        } else if (BlobTraffic::isAbout(request) && !endsSession(reply.error())) {
            m_files.failed(request, reply.error(), nowMs);
            m_pullWanted = m_pullWanted || asksTheCloud(reply.error());
        } else if (const auto* error = std::get_if<ErrorReply>(&reply.error())) {
            m_lastContactMs = nowMs;
            onError(request, *error, changes, nowMs);
        } else {
            backOff(nowMs, Standing::Offline, std::get<NoAnswer>(reply.error()).detail);
        }
    } catch (const sqlite::Failure& failure) {
        // the transaction was rolled back; the same step comes again
        changes = {};
        backOff(nowMs, Standing::StorageFailed, failure.what());
    }
    changes.everything = changes.everything || !std::exchange(m_takenUp, {}).empty();
    return changes;
}

void Engine::consumeReply(const Request& request, const ReplyBody& body, ChangeSet& changes, std::int64_t nowMs)
{
    if (BlobTraffic::isAbout(request))
        m_files.consume(request, body, changes, nowMs);
    else if (const auto* enrolled = std::get_if<EnrolReply>(&body))
        onEnrolled(*enrolled);
    else if (const auto* pushed = std::get_if<PushReply>(&body))
        onPushed(std::get<PushRequest>(request), *pushed, changes);
    else if (const auto* pulled = std::get_if<PullReply>(&body))
        onPulled(*pulled, changes);
    else if (const auto* digest = std::get_if<DigestReply>(&body))
        onDigest(*digest, changes);
    else
        backOff(nowMs, Standing::Offline, "an answer to another question");
}

void Engine::onEnrolled(const EnrolReply& reply)
{
    sqlite::Transaction transaction(m_space.db());
    SyncState state(m_space.db());
    state.setLetters(reply.letters);
    state.setEnrolled(true);
    transaction.commit();
}

void Engine::onPushed(const PushRequest& request, const PushReply& reply, ChangeSet& changes)
{
    sqlite::Transaction transaction(m_space.db());
    Outbox outbox(m_space.db());
    Applier applier(m_space.db());
    for (const MutationResult& result : reply.results) {
        const auto entry = outbox.byNumber(request.incarnation, result.n);
        if (!entry || entry->state != EntryState::Waiting)
            continue;
        if (result.status == ResultStatus::Applied)
            outbox.acknowledge(entry->entry, result.seq);
        else
            applier.reject(entry->entry, std::string(reasonName(result.reason)), result.detail);
    }
    applier.finish();
    transaction.commit();
    changes = applier.changes();
    m_pullWanted = true;
    m_pushLimit = std::min<std::size_t>(maxMutationsPerPush, m_pushLimit * 2);
}

void Engine::onPulled(const PullReply& reply, ChangeSet& changes)
{
    sqlite::Transaction transaction(m_space.db());
    SyncState state(m_space.db());
    Applier applier(m_space.db());
    for (const auto& [name, seq] : state.cursors()) {
        if (std::ranges::find(reply.tables, name) != reply.tables.end())
            continue;
        // its cursor goes with it, or this PC would wait for it for ever
        if (const Table* table = findTable(name))
            applier.dropTable(*table);
        else
            applier.dropUnknownTable(name);
    }
    if (state.isComplete() && bringsTable(reply.tables, state.cursors())) {
        // rows this user may newly read: sums say "loading" until they are here
        state.setComplete(false);
        state.set("sweeping", std::int64_t{1});
    }
    state.set("role", std::int64_t{reply.role});
    state.set("until", reply.until);
    applier.applyPage(reply);
    auto retried = m_retried;
    applier.retryMissing(m_user, retried);
    applier.finish();
    transaction.commit();
    m_retried = std::move(retried);
    changes = applier.changes();
    m_pullWanted = reply.more;
}

void Engine::onDigest(const DigestReply& reply, ChangeSet& changes)
{
    SyncState state(m_space.db());
    // comparable only at equal epoch and seq; otherwise there is something to pull first
    if (reply.epoch != state.epoch() || reply.seq != state.reached()) {
        m_pullWanted = true;
        return;
    }
    const auto compared = std::views::keys(reply.tables);
    if (bringsTable({compared.begin(), compared.end()}, state.cursors())) {
        m_pullWanted = true; // a role that reads more has come since the last pull: its rows first
        return;
    }
    m_digestWanted = false;
    sqlite::Transaction transaction(m_space.db());
    Applier applier(m_space.db());
    bool differs = false;
    for (const auto& [name, digest] : reply.tables) {
        const Table* table = findTable(name);
        if (!table)
            continue;
        const storage::LocalDigest mine = state.digest(table->id);
        if (mine.count == digest.count && mine.sum == digest.sum)
            continue;
        applier.refetch(*table);
        ++m_mismatches;
        differs = true;
    }
    if (!differs)
        return;
    applier.finish();
    transaction.commit();
    changes = applier.changes();
    m_pullWanted = true;
    m_digestWanted = true;
}

void Engine::onError(const Request& request, const ErrorReply& error, ChangeSet& changes, std::int64_t nowMs)
{
    m_detail = std::string(errorName(error.code)) + ": " + error.message;
    switch (error.code) {
    case ErrorCode::Revoked:
        m_mustLeave = true;
        [[fallthrough]];
    case ErrorCode::Unauthorized:
    case ErrorCode::WrongPassword:
        m_standing = Standing::SignedOut;
        return;
    case ErrorCode::AccessEnded:
        m_mustLeave = true;
        [[fallthrough]];
    case ErrorCode::Forbidden:
    case ErrorCode::NotFound:
        m_standing = Standing::Forbidden;
        return;
    case ErrorCode::UpgradeNeeded:
        m_standing = Standing::UpgradeNeeded;
        return;
    case ErrorCode::EpochChanged:
        return onEpochChanged(error, changes, nowMs);
    case ErrorCode::Cloned:
        return takeNewIncarnation(false, nowMs);
    case ErrorCode::Gap:
        if (const auto* push = std::get_if<PushRequest>(&request))
            return onGap(*push, error.expected, nowMs);
        return backOff(nowMs, Standing::Offline, m_detail);
    case ErrorCode::TooLarge:
    case ErrorCode::BadRequest:
        if (const auto* push = std::get_if<PushRequest>(&request))
            return onPushTooLarge(*push, error, changes);
        return backOff(nowMs, Standing::Offline, m_detail);
    default:
        return backOff(nowMs, Standing::Offline, m_detail);
    }
}

/// The cloud cannot take the push as a whole: it is halved until the one that is at fault stands alone, and only that
/// one is set aside. A poison action never stops the queue.
void Engine::onPushTooLarge(const PushRequest& request, const ErrorReply& error, ChangeSet& changes)
{
    if (request.mutations.size() > 1) {
        m_pushLimit = request.mutations.size() / 2;
        return;
    }
    sqlite::Transaction transaction(m_space.db());
    Outbox outbox(m_space.db());
    Applier applier(m_space.db());
    const auto entry = outbox.byNumber(request.incarnation, request.mutations.front().n);
    if (entry) {
        applier.reject(entry->entry, std::string(errorName(error.code)), error.message);
        // its number was never used: those behind it move up
        renumber(false, entry->at);
    }
    applier.finish();
    transaction.commit();
    changes = applier.changes();
}

void Engine::renumber(bool resend, std::int64_t nowMs)
{
    Outbox outbox(m_space.db());
    SyncState state(m_space.db());
    // two copies of one disk that wait with the same action make the same name of it, so that it arrives once; where
    // their ways part the cloud tells them apart again
    const auto first = outbox.waitingFor(m_user, 1, 1);
    const Uuid incarnation = first.empty() ? makeUuidV7(nowMs, m_random)
                                           : derivedUuid(first.front().incarnation,
                                               "renumbered " + std::to_string(first.front().n) + " "
                                                   + std::to_string(first.front().hash) + " " + state.epoch());
    state.setIncarnation(incarnation, outbox.renumber(m_user, incarnation, resend) + 1);
    if (!resend)
        return;
    state.forgetOtherTurns();
    for (const Uuid& user : outbox.users())
        if (user != m_user)
            outbox.renumber(user, makeUuidV7(nowMs, m_random), true);
}

void Engine::takeNewIncarnation(bool resend, std::int64_t nowMs)
{
    sqlite::Transaction transaction(m_space.db());
    renumber(resend, nowMs);
    Applier applier(m_space.db());
    if (resend)
        applier.prepareResend(SyncState(m_space.db()).head());
    transaction.commit();
}

/// The cloud lacks numbers it once answered. What it answered from there on goes out again; where a number in between
/// will never be sent (it was rejected, or a backup had it and it is forgotten), under new numbers: the cloud has none
/// of the old ones.
void Engine::onGap(const PushRequest& push, std::int64_t expected, std::int64_t nowMs)
{
    sqlite::Transaction transaction(m_space.db());
    Outbox outbox(m_space.db());
    const auto missing = outbox.byNumber(push.incarnation, expected);
    if (missing && missing->state == EntryState::Waiting)
        return; // it only came late: it goes out first
    outbox.takeBackFrom(push.incarnation, expected);
    if (!missing || missing->state == EntryState::Rejected || missing->state == EntryState::AttendedTo)
        renumber(false, nowMs);
    Applier applier(m_space.db());
    applier.prepareResend(SyncState(m_space.db()).head());
    transaction.commit();
}

void Engine::onEpochChanged(const ErrorReply& error, ChangeSet& changes, std::int64_t nowMs)
{
    sqlite::Transaction transaction(m_space.db());
    Applier applier(m_space.db());
    SyncState state(m_space.db());
    if (!state.epoch().empty()) {
        if (error.epochStart == 0 && state.stepBackAnEpoch()) {
            // a backup older than the epoch this PC knows: what it shares with the one before is asked next
            transaction.commit();
            m_pullWanted = true;
            return;
        }
        const std::int64_t shared = state.sharedSince(error.epochStart);
        // with a shared past the cloud still knows this PC's numbers, and what it kept must not come twice
        if (shared > 0)
            Outbox(m_space.db()).takeBackAfter(shared);
        else
            renumber(true, nowMs);
        state.noteEpochEnd(shared);
        state.setEnrolled(false); // the letters may be among what was lost
        state.forgetOtherTurns();
        applier.prepareResend(shared);
    }
    applier.beginEpoch(error.epoch);
    applier.finish();
    storage::BlobStore(m_space.db()).doubtAll();
    m_files.forgetPlaces();
    transaction.commit();
    changes = applier.changes();
    m_pullWanted = true;
    m_digestWanted = true;
}

void Engine::backOff(std::int64_t nowMs, Standing standing, const std::string& detail)
{
    m_standing = m_standing == Standing::UpgradeNeeded ? m_standing : standing;
    m_detail = detail;
    const std::int64_t wait = std::min(longestRetryMs, firstRetryMs << std::min(m_failures, 10));
    ++m_failures;
    // half of it is drawn, so that a thousand PCs do not come back in the same second
    m_retryAt
        = nowMs + wait / 2 + static_cast<std::int64_t>(m_random.next64() % static_cast<std::uint64_t>(wait / 2 + 1));
}

void Engine::wake()
{
    m_retryAt = 0;
    m_failures = std::min(m_failures, 3);
    m_files.wake();
}

void Engine::want(const BlobHash& hash, std::int64_t size)
{
    sqlite::Transaction transaction(m_space.db());
    storage::BlobStore(m_space.db()).want(hash, size);
    transaction.commit();
    m_files.wake();
}

void Engine::pullSoon() { m_pullWanted = true; }

void Engine::resume(Uuid user)
{
    m_user = user;
    adoptUser();
    m_standing = Standing::Working;
    m_mustLeave = false;
    m_pullWanted = true;
    wake();
}

std::int64_t Engine::head() { return SyncState(m_space.db()).reached(); }

Status Engine::status()
{
    SyncState state(m_space.db());
    Outbox outbox(m_space.db());
    const storage::WaitingFigures waiting = outbox.waiting();
    Status status;
    status.standing = m_standing;
    status.complete = state.isComplete();
    status.waiting = waiting.count;
    status.waitingSinceMs = waiting.sinceMs;
    status.toReceive = std::max<std::int64_t>(0, state.head() - state.reached());
    status.attention = outbox.count(EntryState::Rejected);
    status.lastContactMs = m_lastContactMs;
    status.digestMismatches = m_mismatches;
    status.upToDate = m_standing == Standing::Working && status.complete && waiting.count == 0 && !m_pullWanted
        && outbox.count(EntryState::Acknowledged) == 0;
    status.detail = m_detail;
    status.mustLeave = m_mustLeave;
    status.role = static_cast<std::uint8_t>(state.integer("role"));
    const bool sendsFiles = status.role == 0 || mayAccess(status.role, tableOf(TableId::Attachment), Action::Write);
    (sendsFiles ? status.filesWaiting : status.filesNotAllowed) = storage::BlobStore(m_space.db()).waitingCount();
    status.untilMs = state.integer("until");
    status.cloudMs = state.integer("contact");
    status.notAllowed = outbox.countRejected(std::string(reasonName(RejectReason::NotAllowed)));
    return status;
}

} // namespace dure::client
