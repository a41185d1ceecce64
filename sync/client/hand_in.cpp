#include "sync/client/hand_in.h"

#include "core/storage/outbox.h"
#include "core/storage/sync_state.h"
#include "sync/client/account_calls.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace dure::client {

using namespace protocol;
using storage::Outbox;

namespace {

constexpr std::size_t pieceBytes = maxPushBytes / 2;
constexpr std::int64_t firstRetryMs = 2000;
constexpr std::int64_t longestRetryMs = 60'000;

std::string reasonOf(HandIn::Scope scope)
{
    return scope == HandIn::Scope::NotAllowed ? std::string(reasonName(RejectReason::NotAllowed)) : std::string();
}

bool isPassing(const Failure& failure)
{
    const auto* error = std::get_if<ErrorReply>(&failure);
    return !error || error->code == ErrorCode::TooMany || error->code == ErrorCode::Unavailable
        || error->code == ErrorCode::Internal;
}

} // namespace

std::optional<PushRequest> HandIn::next(std::int64_t nowMs)
{
    if (nowMs < m_retryAt || !m_problem.empty())
        return std::nullopt;
    const auto entries = Outbox(m_space.db()).unsent(reasonOf(m_scope), m_after, m_limit, pieceBytes);
    if (entries.empty())
        return std::nullopt;
    storage::SyncState state(m_space.db());
    PushRequest piece{entries.front().incarnation, state.epoch(), nowMs, {}, state.head()};
    for (const storage::OutboxEntry& entry : entries)
        piece.mutations.push_back({entry.n, entry.hash, entry.body});
    m_last = entries.back().entry;
    return piece;
}

void HandIn::consume(const PushRequest& request, const std::expected<HandoverReply, Failure>& reply, std::int64_t nowMs)
{
    if (reply) {
        if (m_scope == Scope::NotAllowed) {
            sqlite::Transaction transaction(m_space.db());
            Outbox outbox(m_space.db());
            for (const NumberedMutation& mutation : request.mutations)
                if (const auto entry = outbox.byNumber(request.incarnation, mutation.n))
                    outbox.handedIn(entry->entry, reply->receipt.toString());
            transaction.commit();
        }
        m_after = m_last;
        m_handedIn += static_cast<std::int64_t>(request.mutations.size());
        m_failures = 0;
        return;
    }
    const auto* error = std::get_if<ErrorReply>(&reply.error());
    if (isPassing(reply.error())) {
        m_retryAt = nowMs + std::min(longestRetryMs, firstRetryMs << std::min(m_failures++, 10));
        return;
    }
    if (error->code == ErrorCode::TooLarge && request.mutations.size() > 1) {
        m_limit = request.mutations.size() / 2;
        return;
    }
    m_problem = std::string(errorName(error->code)) + ": " + error->message;
}

bool HandIn::isDone() { return Outbox(m_space.db()).unsent(reasonOf(m_scope), m_after, 1, 1).empty(); }

bool handInAll(HandIn& work, Transport& transport, const Uuid& space, const Clock& clock, std::int64_t deadlineMs)
{
    while (!work.isDone() && work.problem().empty()) {
        const std::int64_t now = clock.nowMs();
        if (now >= deadlineMs)
            return false;
        if (const auto piece = work.next(now))
            work.consume(*piece, askAndWait(transport, handOver(space, *piece)), clock.nowMs());
        else if (work.nextAt() > now)
            std::this_thread::sleep_for(std::chrono::milliseconds(std::min(work.nextAt(), deadlineMs) - now));
    }
    return work.isDone();
}

} // namespace dure::client
