#pragma once
#include "core/domain/attachment.h"
#include "core/sqlite/database.h"

#include <optional>
#include <vector>

namespace dure::storage {

enum class BlobPlace : std::uint8_t {
    Known, ///< a row names it; the cloud may have it
    Waiting, ///< made here; the cloud does not have it, as far as is known
    Confirmed, ///< the cloud said that it has all of it
};

struct LocalBlob
{
    BlobHash hash;
    std::int64_t size = 0;
    std::int64_t held = 0; ///< bytes that are here, from the beginning on
    BlobPlace place = BlobPlace::Known;

    bool isHere() const { return held == size; }
};

enum class Received : std::uint8_t {
    Part,
    Whole, ///< and it is what its hash says, and of a kind that is taken
    Wrong, ///< it is not: nothing of it was kept
};

/// The files of a space on this PC, in the space's own database: a file and the row that names it are written in one
/// transaction, and backup, wiping and a full disk need no rules of their own (DECISIONS). What is whole here was
/// proved by its hash. A file that the cloud does not have is never let go. Inside the caller's transaction.
class BlobStore
{
public:
    explicit BlobStore(sqlite::Database& db)
        : m_db(db)
    { }

    std::optional<LocalBlob> find(const BlobHash& hash);
    /// A file made on this PC, which then waits for the cloud. The same again changes nothing. Its kind and size are
    /// the caller's to check.
    BlobHash keep(std::string_view file);
    /// All of it; nothing if it is not, or not yet, here.
    std::optional<std::string> read(const BlobHash& hash);
    std::string bytes(const BlobHash& hash, std::int64_t offset, std::int64_t length);

    // To the cloud.
    std::vector<LocalBlob> waiting(); ///< by hash
    std::int64_t waitingCount();
    /// The cloud, whose head is `head`, has it.
    void confirm(const BlobHash& hash, std::int64_t head);
    /// The cloud has lost its past: what was confirmed is asked about again, and sent if need be.
    void doubtAll();

    // From the cloud.
    /// Somebody looks at a row that names it. No effect on what is here.
    void want(const BlobHash& hash, std::int64_t size);
    /// What is to be fetched: seals and logos of all rows, and what was wanted.
    std::vector<LocalBlob> missing();
    /// What the cloud, whose head is `head`, sent from `offset` on; what does not follow on what is here is passed
    /// over.
    Received receive(const BlobHash& hash, std::int64_t offset, std::string_view bytes, std::int64_t head);

    /// Lets files go that can be fetched again, the oldest first, until what is here is at most `bytes`. Never a seal
    /// or a logo, never what a verified backup of the cloud (all up to `safe`) may not hold. Returns which went.
    std::vector<BlobHash> makeRoom(std::int64_t bytes, std::int64_t safe);
    /// Their rows may no longer be read: what came from the cloud goes.
    void dropFetched();

    /// The live rows that name it.
    std::vector<Uuid> rowsNaming(const BlobHash& hash);

private:
    void addPieces(const BlobHash& hash, std::int64_t from, std::string_view bytes);
    void erasePieces(const BlobHash& hash);
    bool isProved(const BlobHash& hash);
    sqlite::Database& m_db;
};

/// A file that a row has, and what of it is on this PC.
struct AttachedFile
{
    Attachment attachment;
    LocalBlob blob;
};

/// Rows about files.
class AttachmentStore
{
public:
    explicit AttachmentStore(sqlite::Database& db)
        : m_db(db)
    { }
    /// All of that kind, by id.
    std::vector<Attachment> of(TableId table, const Uuid& owner, AttachmentKind kind);
    /// Where there may be one: of several, the one that every PC takes.
    std::optional<Attachment> one(TableId table, const Uuid& owner, AttachmentKind kind);
    /// What people added to a row to look at, not its seal or logo; the oldest first.
    std::vector<AttachedFile> files(TableId table, const Uuid& owner);
    std::int64_t fileCount(TableId table, const Uuid& owner);
    /// The company's seal as an image file; nothing: there is none, or it has not arrived.
    std::optional<std::string> seal();

private:
    sqlite::Database& m_db;
};

} // namespace dure::storage
