#include "sync/client/blob_traffic.h"

#include "core/domain/access.h"
#include "core/storage/blob_store.h"
#include "core/storage/sync_state.h"

#include <algorithm>

namespace dure::client {

using namespace protocol;
using storage::BlobStore;
using storage::LocalBlob;
using storage::Received;
using storage::SyncState;

namespace {

constexpr std::int64_t firstDelayMs = 5'000;
constexpr std::int64_t longestDelayMs = 3'600'000;
/// What files may take on this PC; above it those go that the cloud has and nobody needs.
constexpr std::int64_t roomBytes = std::int64_t{512} << 20;

BlobHash hashOf(const Request& request)
{
    if (const auto* state = std::get_if<BlobStateRequest>(&request))
        return state->hash;
    if (const auto* put = std::get_if<BlobPutRequest>(&request))
        return put->hash;
    return std::get<BlobGetRequest>(request).hash;
}

/// Who shows the file shows where it is.
void noteRows(BlobStore& blobs, const BlobHash& hash, ChangeSet& changes)
{
    for (const Uuid& row : blobs.rowsNaming(hash))
        changes.add(TableId::Attachment, row, row);
}

} // namespace

bool BlobTraffic::isAbout(const Request& request)
{
    return std::holds_alternative<BlobStateRequest>(request) || std::holds_alternative<BlobPutRequest>(request)
        || std::holds_alternative<BlobGetRequest>(request);
}

std::optional<Request> BlobTraffic::next(std::int64_t nowMs)
{
    m_nextAt = 0;
    if (auto request = nextUpload(nowMs))
        return request;
    return nextDownload(nowMs);
}

bool BlobTraffic::mayWrite()
{
    const auto role = static_cast<std::uint8_t>(SyncState(m_space.db()).integer("role"));
    return role == 0 || mayAccess(role, tableOf(TableId::Attachment), Action::Write); // 0: a cloud that does not say it
}

bool BlobTraffic::isDelayed(const BlobHash& hash, std::int64_t nowMs)
{
    const auto delay = m_delays.find(hash);
    if (delay == m_delays.end() || delay->second.until <= nowMs)
        return false;
    m_nextAt = m_nextAt == 0 ? delay->second.until : std::min(m_nextAt, delay->second.until);
    return true;
}

std::optional<Request> BlobTraffic::nextUpload(std::int64_t nowMs)
{
    BlobStore blobs(m_space.db());
    const auto waiting = blobs.waiting();
    if (waiting.empty() || !mayWrite())
        return std::nullopt;
    for (const LocalBlob& blob : waiting) {
        if (isDelayed(blob.hash, nowMs))
            continue;
        const auto sent = m_sent.find(blob.hash);
        if (sent == m_sent.end())
            return BlobStateRequest{blob.hash}; // another PC, or this one before it was cut, may have sent it
        const std::int64_t offset = std::clamp<std::int64_t>(sent->second, 0, blob.size - 1);
        return BlobPutRequest{blob.hash, offset, blob.size, blobs.bytes(blob.hash, offset, blobPieceBytes)};
    }
    return std::nullopt;
}

std::optional<Request> BlobTraffic::nextDownload(std::int64_t nowMs)
{
    for (const LocalBlob& blob : BlobStore(m_space.db()).missing())
        if (!isDelayed(blob.hash, nowMs))
            return BlobGetRequest{blob.hash, blob.held, std::min(blobPieceBytes, blob.size - blob.held), blob.size};
    return std::nullopt;
}

void BlobTraffic::consume(const Request& request, const ReplyBody& body, ChangeSet& changes, std::int64_t nowMs)
{
    const BlobHash hash = hashOf(request);
    const auto* put = std::get_if<BlobPutRequest>(&request);
    const auto* state = std::get_if<BlobState>(&body);
    if (state && put && !state->complete && state->received <= put->offset)
        delay(hash, nowMs, "a piece that was taken and is not there");
    else if (state)
        onState(hash, *state, changes);
    else if (const auto* bytes = std::get_if<BlobBytes>(&body);
             bytes && std::holds_alternative<BlobGetRequest>(request))
        onBytes(std::get<BlobGetRequest>(request), *bytes, changes, nowMs);
    else
        delay(hash, nowMs, "an answer to another question");
}

void BlobTraffic::onState(const BlobHash& hash, const BlobState& state, ChangeSet& changes)
{
    m_sent[hash] = state.received;
    m_delays.erase(hash);
    if (!state.complete)
        return;
    sqlite::Transaction transaction(m_space.db());
    BlobStore blobs(m_space.db());
    blobs.confirm(hash, SyncState(m_space.db()).head());
    noteRows(blobs, hash, changes);
    transaction.commit();
    m_sent.erase(hash);
}

void BlobTraffic::onBytes(const BlobGetRequest& request, const BlobBytes& bytes, ChangeSet& changes, std::int64_t nowMs)
{
    if (bytes.bytes.empty())
        return delay(request.hash, nowMs, "an answer without bytes");
    sqlite::Transaction transaction(m_space.db());
    BlobStore blobs(m_space.db());
    SyncState state(m_space.db());
    if (!blobs.find(request.hash))
        blobs.want(request.hash, request.size);
    const Received received = blobs.receive(request.hash, bytes.offset, bytes.bytes, state.head());
    if (received == Received::Whole) {
        noteRows(blobs, request.hash, changes);
        for (const BlobHash& gone : blobs.makeRoom(roomBytes, state.integer("safe")))
            noteRows(blobs, gone, changes);
    }
    transaction.commit();
    if (received == Received::Wrong) {
        ++m_wrongFiles;
        delay(request.hash, nowMs, "a file that is not what its hash says");
    } else {
        m_delays.erase(request.hash);
    }
}

void BlobTraffic::failed(const Request& request, const Failure& failure, std::int64_t nowMs)
{
    const BlobHash hash = hashOf(request);
    const auto* error = std::get_if<ErrorReply>(&failure);
    const auto* put = std::get_if<BlobPutRequest>(&request);
    if (error && put && error->code == ErrorCode::Gap && error->expected < put->offset) {
        m_sent[hash] = error->expected; // it has less than was thought: goes on from there
        return;
    }
    m_sent.erase(hash); // how much arrived of what was cut is asked first
    delay(hash, nowMs,
        error ? std::string(errorName(error->code)) + ": " + error->message : std::get<NoAnswer>(failure).detail);
    m_delays[hash].isRefused = error && error->code != ErrorCode::NotFound && error->code != ErrorCode::Unavailable;
}

void BlobTraffic::delay(const BlobHash& hash, std::int64_t nowMs, const std::string& why)
{
    Delay& delay = m_delays[hash];
    delay.until = nowMs + std::min(longestDelayMs, firstDelayMs << std::min(delay.failures, 10));
    ++delay.failures;
    m_detail = why;
}

void BlobTraffic::wake()
{
    for (auto& [hash, delay] : m_delays)
        if (!delay.isRefused)
            delay = {std::min(delay.failures, 3), 0};
}

} // namespace dure::client
