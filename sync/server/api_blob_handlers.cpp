#include "sync/protocol/codec.h"
#include "sync/server/api_replies.h"
#include "sync/server/byte_range.h"

/// Files of a space, in pieces. The right has been checked; the hash was read from the path as 64 hex digits, so that
/// nothing of a path ever reaches a disk.
namespace dure::server {

using namespace protocol;

namespace {

HttpResponse fileResponse(std::int64_t offset, BlobPart&& part)
{
    HttpResponse response;
    response.status = 206;
    response.contentType = "application/octet-stream";
    response.isFile = true;
    const std::int64_t last = offset + static_cast<std::int64_t>(part.bytes.size()) - 1;
    response.contentRange
        = "bytes " + std::to_string(offset) + "-" + std::to_string(last) + "/" + std::to_string(part.size);
    response.body = std::move(part.bytes);
    return response;
}

} // namespace

Api::Outcome Api::aboutBlob(
    const RouteMatch& match, const Door& door, const HttpRequest& request, std::string_view body)
{
    if (match.route->id == RouteId::PutBlob)
        return putBlob(door, match.hash, request.contentRange, body);
    auto lease = m.spaces.open(door.grant.space, door.grant.kind);
    BlobService blobs(lease.store(), m.blobs);
    if (match.route->id == RouteId::BlobState)
        return encoded(blobs.state(match.hash));
    const auto range = readRange(request.range);
    if (!range)
        return failed(ErrorCode::BadRequest, "Range: bytes=FIRST-LAST is needed");
    // never more than a piece: the length of an answer is not for the one who asks to decide
    const std::int64_t length = std::min(range->last - range->first, maxBlobPieceBytes - 1) + 1;
    auto part = blobs.read(match.hash, range->first, length);
    if (!part)
        return failed(part.error());
    return std::unexpected(fileResponse(range->first, std::move(*part)));
}

Api::Outcome Api::putBlob(const Door& door, const BlobHash& hash, const std::string& range, std::string_view body)
{
    const auto sent = readContentRange(range);
    if (!sent || sent->last - sent->first + 1 != static_cast<std::int64_t>(body.size()))
        return failed(ErrorCode::BadRequest, "Content-Range: bytes FIRST-LAST/SIZE is needed, as long as the body");
    auto lease = m.spaces.open(door.grant.space, door.grant.kind);
    if (!lease.queueToWrite(m.maxWritersPerSpace))
        return failed(ErrorCode::Unavailable, "this space is busy");
    return encoded(BlobService(lease.store(), m.blobs).add(hash, {sent->first, sent->size, body}, m.clock.nowMs()));
}

/// Nothing that nobody's work names: who may do nothing else any more does not fill the space. The size of a piece,
/// with how many one person may hand in, is a bound on it: 200 MB at once, and 36 MB a day.
Api::Outcome Api::handOverBlob(const Door& door, const BlobHash& hash, const std::string& range, std::string_view body)
{
    if (static_cast<std::int64_t>(body.size()) > blobPieceBytes)
        return failed(ErrorCode::TooLarge, "a piece is at most 256 KiB here");
    // by the person: a device is whatever somebody says that it is
    if (!m_handedPieces.take(door.grant.space.toString() + door.session.user.toString(), m.clock.nowMs()))
        return failed(ErrorCode::TooMany, "handed over too often");
    {
        auto lease = m.spaces.open(door.grant.space, door.grant.kind);
        if (!BlobService(lease.store(), m.blobs).isExpected(hash))
            return failed(ErrorCode::NotNamed, "nothing that was handed in names this file");
    }
    return putBlob(door, hash, range, body);
}

} // namespace dure::server
