#pragma once
#include "core/domain/schema.h"
#include "sync/protocol/account_messages.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dure::server {

/// Ids are unique within a table.
using RowKey = std::pair<TableId, Uuid>;

/// One row as the cloud keeps it: the wire form of its fields, so that a pull is a copy and a pack's columns need no
/// DDL.
struct StoredRow
{
    TableId table = TableId::Customer;
    Uuid id;
    std::int64_t seq = 0;
    bool deleted = false; ///< a tombstone keeps its fields
    Uuid root; ///< the aggregate's root row; the row itself if it is one
    std::string fields; ///< JSON object without nulls
    std::string versions; ///< merge::encodeVersions()
    std::uint64_t hash = 0; ///< protocol::rowHash(), 0 while deleted
};

/// What a row names no more and what it names now, outside of its aggregate (references.h).
struct ReferenceMove
{
    std::vector<RowKey> gone, added;
};

/// Where one device incarnation stands in this space.
struct IncarnationState
{
    Uuid incarnation;
    std::string letters;
    std::int64_t lastN = 0;
    std::int64_t lastAt = 0; ///< corrected time of its last mutation; never runs backwards
};

struct SpaceState
{
    std::string epoch;
    std::int64_t epochStart = 0; ///< the head when the epoch began
    std::int64_t head = 0;
    std::int64_t safe = 0; ///< the head inside the last verified backup
    bool operator==(const SpaceState&) const = default;
};

/// Rows in the order of their seq; `more`: the page ended before the rows did.
struct RowPage
{
    std::vector<protocol::PulledRow> rows;
    bool more = false;
};

/// A page ends with the row that fills it, so that an answer always fits into what a client reads.
inline constexpr std::size_t maxPageBytes = 16 * 1024 * 1024;

struct StoredResult
{
    std::uint64_t hash = 0;
    protocol::MutationResult result;
};

struct HistoryRecord
{
    TableId table = TableId::Customer;
    Uuid row;
    std::int64_t seq = 0;
    std::int64_t at = 0;
    std::string user;
    std::string device;
    Op op = Op::Put;
    std::string before;
    std::string after;
};

struct QuarantinedMutation
{
    Uuid receipt;
    Uuid incarnation;
    Uuid user; ///< whose session handed it in
    std::int64_t at = 0;
    protocol::NumberedMutation mutation;
    std::string device; ///< name
    std::string epoch; ///< in which its bases count; empty: before the first pull
    std::int64_t skew = 0; ///< of the device's clock when it was handed in
    protocol::HandoverState state = protocol::HandoverState::Waiting;
    std::string detail;
};

/// A file of the space (core/domain/blob.h). Its bytes lie beside it, in pieces.
struct StoredBlob
{
    BlobHash hash;
    std::int64_t size = 0; ///< what it will be
    std::int64_t received = 0; ///< contiguous from the beginning
    std::int64_t at = 0; ///< when its last piece came
    bool complete = false; ///< and proved: its bytes are what the hash says
};

/// Where a space comes from and what it gives out next.
struct SpaceOrigin
{
    SpaceState state;
    std::int64_t nextLetters = 0;
    std::vector<std::pair<std::string, std::int64_t>> epochs; ///< name and start, oldest first
    bool operator==(const SpaceOrigin&) const = default;
};

/// Is shown all that a space holds beside its origin.
class SpaceVisitor
{
public:
    virtual ~SpaceVisitor() = default;
    virtual void row(const StoredRow& row) = 0; ///< by seq
    virtual void incarnation(const IncarnationState& state) = 0;
    virtual void result(const Uuid& incarnation, const StoredResult& result) = 0;
    virtual void time(std::int64_t seq, std::int64_t at) = 0;
    virtual void history(const HistoryRecord& record) = 0; ///< each row's in its order
    virtual void quarantined(const QuarantinedMutation& mutation) = 0;
    virtual void blob(const StoredBlob& blob) = 0;
    virtual void blobPiece(const BlobHash& hash, std::int64_t offset, std::string_view bytes) = 0; ///< after its blob
};

/// How many codes a new epoch leaves out: devices may have joined between a backup and the loss of what came after it.
/// Drawn from the epoch's name, since one backup may be put back twice, and codes were allotted after the first time
/// too: that a code is given twice is then unlikely (about one in a hundred for each PC that joined), not impossible.
/// Never more than a twentieth of the codes that are left: a device that says it is ahead begins an epoch as well, and
/// must not use up what new PCs join with.
std::int64_t lettersLeftOut(std::string_view epoch, std::int64_t allotted);

/// What a digest gains and loses when `row` takes the place of `before`.
void moveDigest(protocol::TableDigest& digest, const StoredRow& row, const StoredRow* before);
/// "create", "put" or "delete".
std::string_view historyWord(std::int64_t op);

/// One transaction on one space. A write session holds the space's lock from its first moment, before any row is read
/// for merging (DESIGN §3.2). Without commit() everything is undone. Errors are thrown (sqlite::Failure,
/// StoreUnavailable or the like).
class SpaceSession
{
public:
    virtual ~SpaceSession() = default;
    virtual void commit() = 0;

    virtual SpaceState state() = 0;
    virtual void setHead(std::int64_t head) = 0;
    /// Begins a new epoch at the present head. Letters that the lost past may have allotted are left out.
    virtual void setEpoch(const std::string& epoch) = 0;
    /// The seq up to which whoever knows `epoch` has the same past as this space; 0 for an epoch never heard of.
    virtual std::int64_t sharedWith(const std::string& epoch) = 0;
    virtual void setSafe(std::int64_t seq) = 0;

    /// find() will ask for these next. A store whose every question is a round trip reads them at once.
    virtual void expect(const std::vector<RowKey>& keys) = 0;
    virtual std::optional<StoredRow> find(TableId table, const Uuid& id) = 0;
    /// The root and all rows that name it, live and deleted.
    virtual std::vector<StoredRow> aggregate(const Uuid& root) = 0;
    enum class Life : std::uint8_t { Live, Tombstone };
    /// Rows that name this one from outside of its aggregate (references.h), at most `limit`, the newest first.
    virtual std::vector<StoredRow> naming(const RowKey& named, Life life, std::int64_t limit) = 0;
    /// Writes the row and moves its table's digest and the references from `before` (what find() gave, or nothing) to
    /// it. `references`: moveReferences() of the two.
    virtual void put(const StoredRow& row, const StoredRow* before, const ReferenceMove& references) = 0;
    /// Rows with seq > cursor of their table, by seq, at most `limit` and about maxPageBytes; only tables named in
    /// `cursors`.
    virtual RowPage page(const std::map<TableId, std::int64_t>& cursors, std::int64_t limit) = 0;
    virtual std::map<TableId, protocol::TableDigest> digests() = 0;

    virtual std::optional<IncarnationState> incarnation(const Uuid& id) = 0;
    virtual void putIncarnation(const IncarnationState& state) = 0;
    /// Allots the next letters (A … Z, AA …), once for ever.
    virtual std::string allotLetters(const Uuid& incarnation) = 0;

    virtual std::optional<StoredResult> result(const Uuid& incarnation, std::int64_t n) = 0;
    virtual void putResult(const Uuid& incarnation, const StoredResult& result) = 0;

    /// The server's time when it stood at `seq` (the latest known at or before it; 0 if none).
    virtual std::int64_t timeAt(std::int64_t seq) = 0;
    virtual void noteTime(std::int64_t seq, std::int64_t nowMs) = 0;

    virtual void addHistory(const HistoryRecord& record) = 0;
    virtual std::vector<protocol::HistoryEntry> history(TableId table, const Uuid& row) = 0;

    /// Handed in before (the reply was lost): it stays as it is.
    virtual void quarantine(const QuarantinedMutation& handed) = 0;
    /// One for each receipt, without names of users; newest first.
    virtual std::vector<protocol::HandoverEntry> handovers() = 0;
    virtual std::vector<QuarantinedMutation> handedIn(const Uuid& receipt) = 0; ///< by incarnation and n
    virtual void decide(const QuarantinedMutation& handed) = 0; ///< writes its state and detail

    virtual std::optional<StoredBlob> findBlob(const BlobHash& hash) = 0;
    /// By work that was handed in, or by a row: a deleted one may come back. Walks all of both.
    virtual bool isNamed(const BlobHash& hash) = 0;
    virtual std::vector<StoredBlob> blobs() = 0; ///< by hash
    virtual std::int64_t completeBlobBytes() = 0; ///< of those that are whole
    virtual void putBlob(const StoredBlob& blob) = 0; ///< new or changed; its pieces are added beside
    virtual void addBlobPiece(const BlobHash& hash, std::int64_t offset, std::string_view bytes) = 0;
    /// At most `length` bytes from `offset` on; fewer where the pieces end.
    virtual std::string blobBytes(const BlobHash& hash, std::int64_t offset, std::int64_t length) = 0;
    virtual void eraseBlob(const BlobHash& hash) = 0;

    virtual SpaceOrigin origin() = 0;
    /// For a space that holds nothing yet.
    virtual void setOrigin(const SpaceOrigin& origin) = 0;
    virtual void showAll(SpaceVisitor& visitor) = 0;
};

/// Each with its bytes, in pieces of their own: where those that came were cut does not matter any more.
void showBlobs(SpaceSession& session, SpaceVisitor& visitor);

class SpaceStore
{
public:
    virtual ~SpaceStore() = default;
    virtual std::unique_ptr<SpaceSession> beginWrite() = 0;
    virtual std::unique_ptr<SpaceSession> beginRead() = 0;
};

} // namespace dure::server
