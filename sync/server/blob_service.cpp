#include "sync/server/blob_service.h"

#include "sync/server/guarded_reply.h"

#include <algorithm>

namespace dure::server {

using namespace protocol;

namespace {

constexpr const char* tooMuch = "the files of this space are as large as they may be";

BlobState stateOf(const StoredBlob& blob) { return {blob.size, blob.received, blob.complete}; }

std::optional<ErrorReply> whyNot(const BlobPiece& piece)
{
    const auto length = static_cast<std::int64_t>(piece.bytes.size());
    if (piece.size > maxBlobBytes || length > maxBlobPieceBytes)
        return ErrorReply{ErrorCode::TooLarge, "a file is at most 10 MiB, a piece of it 1 MiB", 0, {}};
    if (piece.size < 1 || length < 1 || piece.offset < 0 || piece.offset > piece.size - length)
        return ErrorReply{ErrorCode::BadRequest, "the piece does not lie in the file", 0, {}};
    // said at once, not after ten megabytes; a beginning in smaller pieces is judged at the end
    const bool tells = length >= static_cast<std::int64_t>(blobTypeBytes) || length == piece.size;
    if (piece.offset == 0 && tells && !blobTypeOf(piece.bytes))
        return ErrorReply{ErrorCode::WrongContent, "a file of this kind is not taken", 0, {}};
    return std::nullopt;
}

/// Why a file that is all here is not what it claims to be, or nothing.
const char* faultOf(SpaceSession& session, const StoredBlob& blob)
{
    if (hashOfStored(session, blob) != blob.hash)
        return "the file is not what its hash says";
    if (!blobTypeOf(session.blobBytes(blob.hash, 0, static_cast<std::int64_t>(blobTypeBytes))))
        return "a file of this kind is not taken";
    return nullptr;
}

} // namespace

BlobHash hashOfStored(SpaceSession& session, const StoredBlob& blob)
{
    BlobHasher hasher;
    for (std::int64_t at = 0; at < blob.size;) {
        const std::string bytes = session.blobBytes(blob.hash, at, maxBlobPieceBytes);
        if (bytes.empty())
            break;
        hasher.add(bytes);
        at += static_cast<std::int64_t>(bytes.size());
    }
    return hasher.finish();
}

Reply<BlobState> BlobService::state(const BlobHash& hash)
{
    return guarded([&]() -> Reply<BlobState> {
        const auto blob = m_store.beginRead()->findBlob(hash);
        return blob ? stateOf(*blob) : BlobState{};
    });
}

bool BlobService::isExpected(const BlobHash& hash)
{
    const auto session = m_store.beginRead();
    return session->findBlob(hash) || session->isNamed(hash);
}

/// The file as it stands, or a new one; what was begun and abandoned goes.
Reply<StoredBlob> BlobService::begin(
    SpaceSession& session, const BlobHash& hash, const BlobPiece& piece, std::int64_t nowMs)
{
    if (const auto known = session.findBlob(hash)) {
        if (known->size == piece.size)
            return *known;
        if (known->complete)
            return refuse(ErrorCode::WrongContent, "a file of this hash has another size");
        session.eraseBlob(hash); // whoever began it was wrong about the size, or this one is: the end will show
    }
    std::int64_t stored = 0;
    std::size_t unfinished = 0;
    for (const StoredBlob& each : session.blobs())
        if (!each.complete && each.at < nowMs - m_limits.abandonedMs) {
            session.eraseBlob(each.hash);
        } else {
            stored += each.received;
            unfinished += each.complete ? 0 : 1;
        }
    if (stored + piece.size > m_limits.spaceBytes)
        return refuse(ErrorCode::QuotaReached, tooMuch);
    if (unfinished >= m_limits.unfinished)
        return refuse(ErrorCode::QuotaReached, "as many files as may be are on their way");
    return StoredBlob{hash, piece.size, 0, nowMs, false};
}

Reply<BlobState> BlobService::add(const BlobHash& hash, const BlobPiece& piece, std::int64_t nowMs)
{
    if (const auto problem = whyNot(piece))
        return std::unexpected(*problem);
    return guarded([&]() -> Reply<BlobState> {
        const auto session = m_store.beginWrite();
        auto blob = begin(*session, hash, piece, nowMs);
        if (!blob) {
            session->commit(); // what was abandoned has gone
            return std::unexpected(blob.error());
        }
        if (piece.offset > blob->received)
            return std::unexpected(ErrorReply{ErrorCode::Gap, "this piece comes later", blob->received, {}});
        const auto known = static_cast<std::size_t>(blob->received - piece.offset);
        if (blob->complete || known >= piece.bytes.size())
            return stateOf(*blob);
        const std::string_view fresh = piece.bytes.substr(known);
        // files that were begun side by side had room one by one: who is whole first has it
        if (session->completeBlobBytes() + blob->size > m_limits.spaceBytes)
            return refuse(ErrorCode::QuotaReached, tooMuch);
        session->addBlobPiece(hash, blob->received, fresh);
        blob->received += static_cast<std::int64_t>(fresh.size());
        blob->at = nowMs;
        const char* fault = nullptr;
        if (blob->received == blob->size) {
            fault = faultOf(*session, *blob);
            blob->complete = !fault;
        }
        if (fault)
            session->eraseBlob(hash);
        else
            session->putBlob(*blob);
        session->commit();
        return fault ? refuse(ErrorCode::WrongContent, fault) : Reply<BlobState>(stateOf(*blob));
    });
}

Reply<BlobPart> BlobService::read(const BlobHash& hash, std::int64_t offset, std::int64_t length)
{
    return guarded([&]() -> Reply<BlobPart> {
        const auto session = m_store.beginRead();
        const auto blob = session->findBlob(hash);
        if (!blob || !blob->complete)
            return refuse(ErrorCode::NotFound, "no such file");
        if (offset < 0 || offset >= blob->size || length < 1)
            return refuse(ErrorCode::BadRequest, "the file ends before");
        const std::int64_t most = std::min({length, maxBlobPieceBytes, blob->size - offset});
        return BlobPart{blob->size, session->blobBytes(hash, offset, most)};
    });
}

} // namespace dure::server
