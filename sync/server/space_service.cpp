#include "sync/server/space_service.h"

#include "core/domain/access.h"
#include "core/domain/content_hash.h"
#include "sync/protocol/codec.h"
#include "sync/server/guarded_reply.h"
#include "sync/server/mutation_merger.h"
#include "sync/server/space_store.h"

#include <algorithm>

namespace dure::server {

using namespace protocol;

namespace {

constexpr std::int64_t maxPageRows = 10'000;

std::unexpected<ErrorReply> epochChanged(SpaceSession& session, const std::string& known)
{
    return std::unexpected(ErrorReply{
        ErrorCode::EpochChanged, "this space has a new epoch", 0, session.state().epoch, session.sharedWith(known)});
}

/// A client that has seen more than there is proves that the server's past was lost: all must compare anew (DESIGN
/// §3.15).
std::string nextEpoch(const SpaceState& state, std::int64_t nowMs)
{
    static constexpr char digits[] = "0123456789abcdef";
    std::uint64_t bits = hashBytes(state.epoch, static_cast<std::uint64_t>(nowMs ^ state.head));
    std::string epoch;
    for (; epoch.size() < 16; bits >>= 4)
        epoch += digits[bits & 15];
    return epoch;
}

std::map<TableId, std::int64_t> readableCursors(
    const std::map<std::string, std::int64_t>& asked, SpaceKind kind, std::uint8_t role)
{
    std::map<TableId, std::int64_t> cursors;
    for (const Table& table : allTables()) {
        if (table.space != kind || !mayAccess(role, table, Action::Read))
            continue;
        const auto found = asked.find(std::string(table.name));
        cursors[table.id] = found == asked.end() ? 0 : found->second;
    }
    return cursors;
}

/// Where many read and few write (the platform), a reader whose head is ahead starts afresh alone: no reader's word
/// makes everybody else fetch everything again.
std::unexpected<ErrorReply> answerOneAhead(
    SpaceSession& session, SpaceKind kind, const Actor& actor, std::int64_t nowMs)
{
    const SpaceState state = session.state();
    if (!mayWriteAnything(actor.role, kind))
        return std::unexpected(ErrorReply{ErrorCode::EpochChanged, "ahead of this space", 0, state.epoch, 0});
    session.setEpoch(nextEpoch(state, nowMs));
    auto reply = epochChanged(session, state.epoch);
    session.commit();
    return reply;
}

struct PushRun
{
    SpaceSession& session;
    SpaceKind kind;
    const Actor& actor;
    const PushRequest& request;
    std::int64_t nowMs;
    IncarnationState device;
    std::int64_t head;
};

/// The server's time at the newest image that any of its changes saw: the mutation was not made before that.
std::int64_t baseTime(SpaceSession& session, const Mutation& mutation)
{
    std::int64_t newest = 0;
    for (const Change& change : mutation.changes)
        newest = std::max(newest, change.base);
    return newest == 0 ? 0 : session.timeAt(newest);
}

MutationResult applyMutation(PushRun& run, const NumberedMutation& numbered)
{
    MutationResult result;
    result.n = numbered.n;
    const auto mutation = decodeMutation(numbered.body);
    std::optional<MutationProblem> problem;
    if (!mutation) {
        problem = mutation.error();
    } else {
        const std::int64_t skew = run.request.now - run.nowMs;
        const std::int64_t at
            = merge::correctedTime(mutation->at, skew, baseTime(run.session, *mutation), run.nowMs, run.device.lastAt);
        MutationMerger merger(
            run.session, run.kind, run.actor, merge::UnitVersion{0, at, run.request.incarnation, numbered.n});
        problem = merger.plan(*mutation);
        if (!problem) {
            run.head = merger.write(run.head, run.nowMs);
            run.device.lastAt = at;
        }
    }
    if (problem) {
        result.status = ResultStatus::Rejected;
        result.reason = problem->reason;
        result.detail = clipped(problem->detail, 200);
    }
    result.seq = run.head;
    run.device.lastN = numbered.n;
    run.session.putResult(run.request.incarnation, {numbered.hash, result});
    return result;
}

IncarnationState knownDevice(SpaceSession& session, const Uuid& incarnation)
{
    if (auto known = session.incarnation(incarnation))
        return *known;
    const std::string letters = session.allotLetters(incarnation);
    return {incarnation, letters, 0, 0};
}

} // namespace

Reply<PushReply> SpaceService::push(const PushRequest& request, const Actor& actor, std::int64_t nowMs)
{
    return guarded([&]() -> Reply<PushReply> {
        const auto session = m_store.beginWrite();
        const SpaceState state = session->state();
        if (!request.epoch.empty() && request.epoch != state.epoch)
            return epochChanged(*session, request.epoch);
        if (request.head > state.head)
            return answerOneAhead(*session, m_kind, actor, nowMs);
        PushRun run{*session, m_kind, actor, request, nowMs, knownDevice(*session, request.incarnation), state.head};
        PushReply reply{nowMs, state.epoch, 0, {}};
        for (const NumberedMutation& numbered : request.mutations) {
            const bool isKnown = numbered.n <= run.device.lastN;
            const auto stored = isKnown ? session->result(request.incarnation, numbered.n) : std::nullopt;
            const bool isCloned = isKnown && (!stored || stored->hash != numbered.hash);
            const bool isGap = !isKnown && numbered.n != run.device.lastN + 1;
            // what came before it has its results: the device must not send that again under another name
            if ((isCloned || isGap) && !reply.results.empty())
                break;
            if (isCloned)
                return refuse(ErrorCode::Cloned, "n " + std::to_string(numbered.n) + " was used otherwise");
            if (isGap)
                return std::unexpected(ErrorReply{ErrorCode::Gap, "n out of order", run.device.lastN + 1, {}});
            reply.results.push_back(stored ? stored->result : applyMutation(run, numbered));
        }
        session->putIncarnation(run.device);
        if (run.head != state.head) {
            session->setHead(run.head);
            session->noteTime(run.head, nowMs);
        }
        session->commit();
        reply.head = run.head;
        return reply;
    });
}

Reply<PullReply> SpaceService::pull(const PullRequest& request, const Actor& actor, std::int64_t nowMs)
{
    return guarded([&]() -> Reply<PullReply> {
        auto session = m_store.beginRead();
        const SpaceState state = session->state();
        if (!request.epoch.empty() && request.epoch != state.epoch)
            return epochChanged(*session, request.epoch);
        const auto isAhead = [&request](const SpaceState& of) {
            return std::ranges::any_of(request.cursors, [&](const auto& cursor) { return cursor.second > of.head; });
        };
        if (isAhead(state)) {
            session.reset();
            const auto writing = m_store.beginWrite();
            if (writing->state().epoch != state.epoch)
                return epochChanged(*writing, request.epoch);
            if (!isAhead(writing->state()))
                return refuse(ErrorCode::Unavailable, "the space moved; ask again");
            return answerOneAhead(*writing, m_kind, actor, nowMs);
        }
        const std::map<TableId, std::int64_t> cursors = readableCursors(request.cursors, m_kind, actor.role);
        RowPage page = session->page(cursors, std::clamp<std::int64_t>(request.limit, 1, maxPageRows));
        PullReply reply;
        reply.now = nowMs;
        reply.epoch = state.epoch;
        reply.head = state.head;
        reply.safe = state.safe;
        reply.grants = actor.grantsVersion;
        reply.role = actor.role;
        reply.until = actor.until;
        reply.more = page.more;
        reply.rows = std::move(page.rows);
        const std::int64_t reached = reply.more ? reply.rows.back().seq : state.head;
        for (const auto& [table, cursor] : cursors) {
            const std::string name(tableOf(table).name);
            reply.tables.push_back(name);
            reply.cursors[name] = std::max(cursor, reached);
        }
        return reply;
    });
}

Reply<DigestReply> SpaceService::digest(const Actor& actor)
{
    return guarded([&]() -> Reply<DigestReply> {
        const auto session = m_store.beginRead();
        const SpaceState state = session->state();
        DigestReply reply{state.epoch, state.head, {}};
        const auto digests = session->digests();
        for (const Table& table : allTables()) {
            if (table.space != m_kind || !mayAccess(actor.role, table, Action::Read))
                continue;
            const auto found = digests.find(table.id);
            reply.tables[std::string(table.name)] = found == digests.end() ? TableDigest{} : found->second;
        }
        return reply;
    });
}

Reply<EnrolReply> SpaceService::enrol(const EnrolRequest& request, const Actor&, std::int64_t)
{
    return guarded([&]() -> Reply<EnrolReply> {
        const auto session = m_store.beginWrite();
        EnrolReply reply{knownDevice(*session, request.incarnation).letters};
        session->commit();
        return reply;
    });
}

Reply<std::vector<HistoryEntry>> SpaceService::history(
    const std::string& tableName, const Uuid& row, const Actor& actor)
{
    const Table* table = findTable(tableName);
    if (!table || table->space != m_kind)
        return refuse(ErrorCode::NotFound, "no such table");
    if (!mayAccess(actor.role, *table, Action::Read))
        return refuse(ErrorCode::Forbidden, "not readable");
    return guarded([&]() -> Reply<std::vector<HistoryEntry>> { return m_store.beginRead()->history(table->id, row); });
}

Reply<std::int64_t> SpaceService::head()
{
    return guarded([&]() -> Reply<std::int64_t> { return m_store.beginRead()->state().head; });
}

} // namespace dure::server
