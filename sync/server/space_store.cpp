#include "sync/server/space_store.h"

#include "core/domain/content_hash.h"
#include "core/domain/document_number.h"

#include <algorithm>

namespace dure::server {

std::int64_t lettersLeftOut(std::string_view epoch, std::int64_t allotted)
{
    constexpr std::int64_t least = 100;
    constexpr std::uint64_t spread = 900;
    constexpr std::int64_t share = 20;
    const std::int64_t drawn = least + static_cast<std::int64_t>(hashBytes(epoch) % spread);
    return std::clamp<std::int64_t>((maxEnrolledCodes - allotted) / share, 0, drawn);
}

void moveDigest(protocol::TableDigest& digest, const StoredRow& row, const StoredRow* before)
{
    if (before && !before->deleted) {
        --digest.count;
        digest.sum -= before->hash;
    }
    if (!row.deleted) {
        ++digest.count;
        digest.sum += row.hash;
    }
}

void showBlobs(SpaceSession& session, SpaceVisitor& visitor)
{
    for (const StoredBlob& blob : session.blobs()) {
        visitor.blob(blob);
        for (std::int64_t at = 0; at < blob.received;) {
            const std::string piece = session.blobBytes(blob.hash, at, protocol::maxBlobPieceBytes);
            if (piece.empty())
                break; // damaged: whoever checks says so
            visitor.blobPiece(blob.hash, at, piece);
            at += static_cast<std::int64_t>(piece.size());
        }
    }
}

std::string_view historyWord(std::int64_t op)
{
    static constexpr std::string_view words[] = {"create", "put", "delete"};
    return words[static_cast<std::size_t>(std::clamp<std::int64_t>(op, 0, 2))];
}

} // namespace dure::server
