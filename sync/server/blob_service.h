#pragma once
#include "sync/server/space_service.h"
#include "sync/server/space_store.h"

namespace dure::server {

struct BlobLimits
{
    std::int64_t spaceBytes = std::int64_t{2} << 30; ///< of all files of a space together
    std::size_t unfinished = 64; ///< files under way at a time: what these lack is not counted above
    std::int64_t abandonedMs = std::int64_t{7} * 86'400'000; ///< a part that nobody goes on with makes room after this
};

struct BlobPiece
{
    std::int64_t offset = 0;
    std::int64_t size = 0; ///< of the whole file
    std::string_view bytes;
};

struct BlobPart
{
    std::int64_t size = 0; ///< of the whole file
    std::string bytes;
};

/// The files of one space: they come in pieces, in order, and are seen by nobody before all of it is here and is what
/// its hash says and of a kind that is taken. They are never changed and never deleted: history may name them. One
/// writer at a time per space, as with SpaceService.
class BlobService
{
public:
    /// `store` must outlive this.
    explicit BlobService(SpaceStore& store, BlobLimits limits = {})
        : m_store(store)
        , m_limits(limits)
    { }

    Reply<protocol::BlobState> state(const BlobHash& hash);
    /// Whether the file is here in part, or work that was handed in, or a row, names it. Throws as a session does.
    bool isExpected(const BlobHash& hash);
    /// Takes what is new of the piece: sent again it changes nothing. Gap: it begins behind what is here. WrongContent:
    /// what was here of it is gone.
    Reply<protocol::BlobState> add(const BlobHash& hash, const BlobPiece& piece, std::int64_t nowMs);
    /// At most maxBlobPieceBytes. NotFound: not here, or not all of it. BadRequest: it ends before `offset`.
    Reply<BlobPart> read(const BlobHash& hash, std::int64_t offset, std::int64_t length);

private:
    Reply<StoredBlob> begin(SpaceSession& session, const BlobHash& hash, const BlobPiece& piece, std::int64_t nowMs);
    SpaceStore& m_store;
    const BlobLimits m_limits;
};

/// Over the bytes that are stored.
BlobHash hashOfStored(SpaceSession& session, const StoredBlob& blob);

} // namespace dure::server
