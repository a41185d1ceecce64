#include "sync/protocol/codec.h"
#include "sync/server/guarded_reply.h"
#include "sync/server/mutation_merger.h"
#include "sync/server/space_service.h"
#include "sync/server/space_store.h"

#include <algorithm>

/// work that devices handed in, and what the owner decides of it
namespace dure::server {

using namespace protocol;

namespace {

/// What a device saw in an epoch that is over counts as far as this space shares its past.
void capBases(SpaceSession& session, const std::string& epoch, Mutation& mutation)
{
    if (epoch.empty() || epoch == session.state().epoch)
        return;
    const std::int64_t shared = session.sharedWith(epoch);
    for (Change& change : mutation.changes)
        change.base = std::min(change.base, shared);
}

std::int64_t newestBase(const Mutation& mutation)
{
    std::int64_t newest = 0;
    for (const Change& change : mutation.changes)
        newest = std::max(newest, change.base);
    return newest;
}

/// It had arrived after all, and only the reply was lost.
bool isApplied(SpaceSession& session, const QuarantinedMutation& handed)
{
    const auto stored = session.result(handed.incarnation, handed.mutation.n);
    return stored && stored->hash == handed.mutation.hash && stored->result.status == ResultStatus::Applied;
}

/// Merges one; returns the new head. Its state says what became of it.
std::int64_t accept(SpaceSession& session, SpaceKind kind, Actor author, QuarantinedMutation& handed, std::int64_t head,
    std::int64_t nowMs)
{
    handed.state = HandoverState::Accepted;
    if (isApplied(session, handed))
        return head;
    auto mutation = decodeMutation(handed.mutation.body);
    std::optional<MutationProblem> problem;
    if (!mutation) {
        problem = mutation.error();
    } else {
        capBases(session, handed.epoch, *mutation);
        author.user = mutation->user; // history names whose session handed it in: a body may claim anyone
        author.deviceName = handed.device;
        const std::int64_t base = newestBase(*mutation);
        const std::int64_t at
            = merge::correctedTime(mutation->at, handed.skew, base == 0 ? 0 : session.timeAt(base), handed.at, 0);
        MutationMerger merger(session, kind, author, merge::UnitVersion{0, at, handed.incarnation, handed.mutation.n});
        problem = merger.plan(*mutation);
        if (!problem)
            return merger.write(head, nowMs);
    }
    handed.state = HandoverState::Rejected;
    handed.detail = clipped(std::string(reasonName(problem->reason)) + " " + problem->detail, 200);
    return head;
}

} // namespace

Reply<HandoverReply> SpaceService::handover(
    const PushRequest& request, const Actor& actor, std::int64_t nowMs, const Uuid& receipt)
{
    return guarded([&]() -> Reply<HandoverReply> {
        const auto session = m_store.beginWrite();
        for (const NumberedMutation& mutation : request.mutations)
            session->quarantine({receipt, request.incarnation, actor.user, nowMs, mutation, actor.deviceName,
                request.epoch, request.now - nowMs});
        session->commit();
        return HandoverReply{receipt, static_cast<std::int64_t>(request.mutations.size())};
    });
}

Reply<HandoversReply> SpaceService::handovers()
{
    return guarded([&]() -> Reply<HandoversReply> { return HandoversReply{m_store.beginRead()->handovers()}; });
}

Reply<HandoverDetailReply> SpaceService::handedIn(const Uuid& receipt)
{
    return guarded([&]() -> Reply<HandoverDetailReply> {
        HandoverDetailReply reply;
        for (const QuarantinedMutation& handed : m_store.beginRead()->handedIn(receipt)) {
            HandedAction action{handed.mutation.n, 0, {}, handed.mutation.body, handed.state, handed.detail};
            if (const auto mutation = decodeMutation(handed.mutation.body)) {
                action.at = mutation->at;
                action.intent = mutation->intent;
            }
            reply.actions.push_back(std::move(action));
        }
        if (reply.actions.empty())
            return refuse(ErrorCode::NotFound, "no such receipt");
        return reply;
    });
}

Reply<std::int64_t> SpaceService::decide(const Uuid& receipt, bool isAccepted, const Actor& author, std::int64_t nowMs)
{
    return guarded([&]() -> Reply<std::int64_t> {
        const auto session = m_store.beginWrite();
        std::vector<QuarantinedMutation> handed = session->handedIn(receipt);
        if (handed.empty())
            return refuse(ErrorCode::NotFound, "no such receipt");
        std::erase_if(handed, [](const auto& each) { return each.state != HandoverState::Waiting; });
        if (handed.empty())
            return refuse(ErrorCode::Already, "it was decided before");
        const std::int64_t before = session->state().head;
        std::int64_t head = before;
        for (QuarantinedMutation& each : handed) {
            if (isAccepted)
                head = accept(*session, m_kind, author, each, head, nowMs);
            else
                each.state = HandoverState::Discarded;
            session->decide(each);
        }
        if (head != before) {
            session->setHead(head);
            session->noteTime(head, nowMs);
        }
        session->commit();
        return head;
    });
}

} // namespace dure::server
