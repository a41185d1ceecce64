#include "sync/client/hand_in.h"

#include "core/storage/blob_store.h"
#include "core/storage/outbox.h"
#include "core/storage/sync_state.h"
#include "sync/client/wire.h"
#include "sync/client/wire_reading.h"

#include <algorithm>
#include <chrono>
#include <thread>

namespace dure::client {

using namespace protocol;
using storage::BlobStore;
using storage::Outbox;
using storage::SyncState;

namespace {

constexpr std::size_t pieceBytes = maxPushBytes / 2;
constexpr int mostRefusals = 8; ///< of a file, over some minutes
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

template <class T> std::expected<HandInReply, Failure> readReply(const WireReply& reply)
{
    auto message = readMessage<T>(reply);
    if (!message)
        return std::unexpected(std::move(message.error()));
    return HandInReply(std::move(*message));
}

} // namespace

std::optional<HandInPiece> HandIn::next(std::int64_t nowMs)
{
    if (nowMs < m_retryAt || !m_problem.empty())
        return std::nullopt;
    if (auto work = nextWork(nowMs))
        return work;
    return nextOfFile(); // after what names it
}

std::optional<HandInPiece> HandIn::nextWork(std::int64_t nowMs)
{
    const auto entries = Outbox(m_space.db()).unsent(reasonOf(m_scope), m_after, m_limit, pieceBytes);
    if (entries.empty())
        return std::nullopt;
    SyncState state(m_space.db());
    PushRequest piece{entries.front().incarnation, state.epoch(), nowMs, {}, state.head()};
    for (const storage::OutboxEntry& entry : entries)
        piece.mutations.push_back({entry.n, entry.hash, entry.body});
    m_last = entries.back().entry;
    return piece;
}

std::optional<HandInPiece> HandIn::nextOfFile()
{
    BlobStore files(m_space.db());
    for (const storage::LocalBlob& file : files.waiting()) {
        if (m_doneFiles.contains(file.hash))
            continue;
        if (m_file != file.hash) {
            m_file = file.hash;
            m_received = 0;
        }
        const std::int64_t length = std::min(blobPieceBytes, file.size - m_received);
        return BlobPutRequest{file.hash, m_received, file.size, files.bytes(file.hash, m_received, length)};
    }
    return std::nullopt;
}

void HandIn::consume(const HandInPiece& piece, const std::expected<HandInReply, Failure>& reply, std::int64_t nowMs)
{
    const auto* work = std::get_if<PushRequest>(&piece);
    const auto* put = std::get_if<BlobPutRequest>(&piece);
    if (reply) {
        m_failures = 0;
        const auto* receipt = std::get_if<HandoverReply>(&*reply);
        const auto* state = std::get_if<BlobState>(&*reply);
        if (work && receipt)
            onTaken(*work, *receipt);
        else if (put && state)
            onState(*put, *state, nowMs);
        return;
    }
    const auto* error = std::get_if<ErrorReply>(&reply.error());
    if (isPassing(reply.error()))
        return waitAWhile(nowMs);
    if (put && error->code != ErrorCode::Unauthorized && error->code != ErrorCode::Forbidden)
        return onRefusedFile(*put, *error, nowMs);
    if (work && error->code == ErrorCode::TooLarge && work->mutations.size() > 1) {
        m_limit = work->mutations.size() / 2;
        return;
    }
    m_problem = std::string(errorName(error->code)) + ": " + error->message;
}

void HandIn::onTaken(const PushRequest& work, const HandoverReply& reply)
{
    if (m_scope == Scope::NotAllowed) {
        sqlite::Transaction transaction(m_space.db());
        Outbox outbox(m_space.db());
        for (const NumberedMutation& mutation : work.mutations)
            if (const auto entry = outbox.byNumber(work.incarnation, mutation.n))
                outbox.handedIn(entry->entry, reply.receipt.toString());
        transaction.commit();
    }
    m_after = m_last;
    m_handedIn += static_cast<std::int64_t>(work.mutations.size());
}

void HandIn::onState(const BlobPutRequest& put, const BlobState& state, std::int64_t nowMs)
{
    if (!state.complete && state.received <= put.offset)
        return waitAWhile(nowMs); // taken, and not there
    m_received = state.received;
    if (!state.complete)
        return;
    sqlite::Transaction transaction(m_space.db());
    BlobStore(m_space.db()).confirm(put.hash, SyncState(m_space.db()).head());
    transaction.commit();
    m_doneFiles.insert(put.hash);
}

/// What nothing names is nobody's work. Whatever else is wrong with a file is tried again, some times: it must not
/// keep the space from being wiped for ever.
void HandIn::onRefusedFile(const BlobPutRequest& put, const ErrorReply& error, std::int64_t nowMs)
{
    if (error.code == ErrorCode::Gap && error.expected < put.offset) {
        m_received = error.expected;
        return;
    }
    m_received = 0; // a beginning that somebody else sent may be what is wrong
    if (error.code == ErrorCode::NotNamed || ++m_refusals[put.hash] >= mostRefusals)
        m_doneFiles.insert(put.hash);
    else
        waitAWhile(nowMs);
}

void HandIn::waitAWhile(std::int64_t nowMs)
{
    m_retryAt = nowMs + std::min(longestRetryMs, firstRetryMs << std::min(m_failures, 10));
    ++m_failures;
}

bool HandIn::isDone()
{
    return Outbox(m_space.db()).unsent(reasonOf(m_scope), m_after, 1, 1).empty()
        && std::ranges::all_of(BlobStore(m_space.db()).waiting(),
            [this](const storage::LocalBlob& file) { return m_doneFiles.contains(file.hash); });
}

Call<HandInReply> handOver(const Uuid& space, const HandInPiece& piece)
{
    if (const auto* put = std::get_if<BlobPutRequest>(&piece))
        return {handOverRequest(space, *put), readReply<BlobState>};
    return {{"POST", spacePath(space, "handover"), encode(std::get<PushRequest>(piece))}, readReply<HandoverReply>};
}

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
