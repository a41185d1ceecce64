#include "core/storage/blob_store.h"

#include "core/storage/entity_reader.h"

namespace dure::storage {

namespace {

/// hash, size, held, place
std::optional<LocalBlob> blobAt(const sqlite::Statement& found)
{
    const auto hash = BlobHash::fromString(found.text(0));
    if (!hash)
        return std::nullopt; // a newer version's
    return LocalBlob{*hash, found.integer(1), found.integer(2), static_cast<BlobPlace>(found.integer(3))};
}

std::vector<LocalBlob> allOf(sqlite::Statement& found)
{
    std::vector<LocalBlob> all;
    while (found.step())
        if (auto blob = blobAt(found))
            all.push_back(*blob);
    return all;
}

} // namespace

std::optional<LocalBlob> BlobStore::find(const BlobHash& hash)
{
    auto found = m_db.prepare("SELECT hash, size, held, place FROM blob WHERE hash = ?");
    found->bind(1, hash.toString());
    return found->step() ? blobAt(*found) : std::nullopt;
}

void BlobStore::addPieces(const BlobHash& hash, std::int64_t from, std::string_view bytes)
{
    while (!bytes.empty()) {
        const std::string_view piece = bytes.substr(0, blobPieceBytes);
        auto put = m_db.prepare("INSERT INTO blob_piece(hash, position, bytes) VALUES(?, ?, ?)");
        put->bind(1, hash.toString()).bind(2, from).bindBorrowed(3, sqlite::Blob{piece.data(), piece.size()}).run();
        from += static_cast<std::int64_t>(piece.size());
        bytes.remove_prefix(piece.size());
    }
}

void BlobStore::erasePieces(const BlobHash& hash)
{
    m_db.prepare("DELETE FROM blob_piece WHERE hash = ?")->bind(1, hash.toString()).run();
    m_db.prepare("UPDATE blob SET held = 0 WHERE hash = ?")->bind(1, hash.toString()).run();
}

BlobHash BlobStore::keep(std::string_view file)
{
    const BlobHash hash = hashOfBlob(file);
    const auto known = find(hash);
    if (known && known->isHere())
        return hash;
    if (known)
        erasePieces(hash); // a part that was being fetched
    const auto size = static_cast<std::int64_t>(file.size());
    auto put = m_db.prepare("INSERT OR REPLACE INTO blob(hash, size, held, place, wanted, since) "
                            "VALUES(?1, ?2, ?2, ?3, 0, 0)");
    put->bind(1, hash.toString()).bind(2, size).bind(3, static_cast<std::int64_t>(BlobPlace::Waiting)).run();
    addPieces(hash, 0, file);
    return hash;
}

std::optional<std::string> BlobStore::read(const BlobHash& hash)
{
    const auto blob = find(hash);
    if (!blob || !blob->isHere())
        return std::nullopt;
    return bytes(hash, 0, blob->size);
}

std::string BlobStore::bytes(const BlobHash& hash, std::int64_t offset, std::int64_t length)
{
    auto pieces = m_db.prepare("SELECT position, bytes FROM blob_piece WHERE hash = ?1 AND position < ?2 AND position "
                               ">= ifnull((SELECT max(position) FROM blob_piece WHERE hash = ?1 AND position <= ?3), "
                               "0) ORDER BY position");
    pieces->bind(1, hash.toString()).bind(2, offset + length).bind(3, offset);
    std::string all;
    while (pieces->step())
        appendOverlap(all, pieces->integer(0), pieces->blob(1).view(), offset, length);
    return all;
}

std::vector<LocalBlob> BlobStore::waiting()
{
    auto found = m_db.prepare("SELECT hash, size, held, place FROM blob WHERE place = 1 AND held = size ORDER BY hash");
    return allOf(*found);
}

std::int64_t BlobStore::waitingCount()
{
    auto found = m_db.prepare("SELECT count(*) FROM blob WHERE place = 1");
    return found->step() ? found->integer(0) : 0;
}

void BlobStore::confirm(const BlobHash& hash, std::int64_t head)
{
    m_db.prepare("UPDATE blob SET place = 2, since = ? WHERE hash = ?")->bind(1, head).bind(2, hash.toString()).run();
}

void BlobStore::doubtAll()
{
    m_db.execute("UPDATE blob SET place = CASE WHEN held = size THEN 1 ELSE 0 END WHERE place = 2");
}

void BlobStore::want(const BlobHash& hash, std::int64_t size)
{
    if (size < 1 || size > maxBlobBytes)
        return;
    auto put = m_db.prepare("INSERT INTO blob(hash, size, held, place, wanted, since) VALUES(?, ?, 0, 0, 1, 0) "
                            "ON CONFLICT(hash) DO UPDATE SET wanted = held < size");
    put->bind(1, hash.toString()).bind(2, size).run();
}

std::vector<LocalBlob> BlobStore::missing()
{
    auto found = m_db.prepare("SELECT a.sha256, ifnull(b.size, a.size), ifnull(b.held, 0), ifnull(b.place, 0) "
                              "FROM attachment a LEFT JOIN blob b ON b.hash = a.sha256 "
                              "WHERE a.kind IN (1, 2) AND a.deleted = 0 AND a.size BETWEEN 1 AND ?1 "
                              "AND (b.hash IS NULL OR b.held < b.size) "
                              "UNION SELECT hash, size, held, place FROM blob WHERE wanted = 1 AND held < size");
    found->bind(1, maxBlobBytes);
    return allOf(*found);
}

bool BlobStore::isProved(const BlobHash& hash)
{
    BlobHasher hasher;
    auto pieces = m_db.prepare("SELECT bytes FROM blob_piece WHERE hash = ? ORDER BY position");
    pieces->bind(1, hash.toString());
    while (pieces->step())
        hasher.add(pieces->blob(0).view());
    return hasher.finish() == hash && blobTypeOf(bytes(hash, 0, std::int64_t{blobTypeBytes}));
}

Received BlobStore::receive(const BlobHash& hash, std::int64_t offset, std::string_view received, std::int64_t head)
{
    const auto blob = find(hash);
    if (!blob || blob->isHere() || offset != blob->held || received.empty())
        return Received::Part;
    const auto length = static_cast<std::int64_t>(received.size());
    if (length > blob->size - blob->held) {
        erasePieces(hash); // more than the row says: one of them is wrong
        return Received::Wrong;
    }
    addPieces(hash, offset, received);
    m_db.prepare("UPDATE blob SET held = held + ? WHERE hash = ?")->bind(1, length).bind(2, hash.toString()).run();
    if (blob->held + length < blob->size)
        return Received::Part;
    if (!isProved(hash)) {
        erasePieces(hash);
        return Received::Wrong;
    }
    m_db.prepare("UPDATE blob SET wanted = 0 WHERE hash = ?")->bind(1, hash.toString()).run();
    confirm(hash, head);
    return Received::Whole;
}

std::vector<BlobHash> BlobStore::makeRoom(std::int64_t bytes, std::int64_t safe)
{
    auto sum = m_db.prepare("SELECT ifnull(sum(held), 0) FROM blob");
    std::int64_t over = sum->step() ? sum->integer(0) - bytes : 0;
    auto found = m_db.prepare("SELECT hash, size, held, place FROM blob WHERE place = 2 AND held > 0 AND since < ? AND "
                              "NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = blob.hash AND a.kind IN (1, 2) "
                              "AND a.deleted = 0) ORDER BY since, hash");
    found->bind(1, safe);
    std::vector<BlobHash> gone;
    for (const LocalBlob& blob : over > 0 ? allOf(*found) : std::vector<LocalBlob>()) {
        if (over <= 0)
            break;
        erasePieces(blob.hash);
        gone.push_back(blob.hash);
        over -= blob.held;
    }
    return gone;
}

void BlobStore::dropFetched()
{
    m_db.execute("DELETE FROM blob_piece WHERE hash IN (SELECT hash FROM blob WHERE place <> 1);"
                 "DELETE FROM blob WHERE place <> 1");
}

std::vector<Uuid> BlobStore::rowsNaming(const BlobHash& hash)
{
    auto found = m_db.prepare("SELECT id FROM attachment WHERE sha256 = ? AND deleted = 0 ORDER BY id");
    found->bind(1, hash.toString());
    std::vector<Uuid> rows;
    while (found->step())
        rows.push_back(uuidAt(*found, 0));
    return rows;
}

std::vector<Attachment> AttachmentStore::of(TableId table, const Uuid& owner, AttachmentKind kind)
{
    auto ids = m_db.prepare("SELECT id FROM attachment WHERE owner_id = ? AND kind = ? AND owner_table = ? AND deleted "
                            "= 0 ORDER BY id");
    ids->bind(1, blobOf(owner)).bind(2, static_cast<std::int64_t>(kind)).bind(3, tableOf(table).name);
    std::vector<Attachment> found;
    while (ids->step())
        if (auto attachment = findEntity<Attachment>(m_db, uuidAt(*ids, 0)))
            found.push_back(std::move(*attachment));
    return found;
}

std::optional<Attachment> AttachmentStore::one(TableId table, const Uuid& owner, AttachmentKind kind)
{
    auto all = of(table, owner, kind);
    return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

std::vector<AttachedFile> AttachmentStore::files(TableId table, const Uuid& owner)
{
    auto rows = m_db.prepare("SELECT a.id, a.sha256, a.size, ifnull(b.held, 0), ifnull(b.place, 0) FROM attachment a "
                             "LEFT JOIN blob b ON b.hash = a.sha256 WHERE a.owner_id = ? AND a.owner_table = ? "
                             "AND a.kind NOT IN (1, 2) AND a.deleted = 0 ORDER BY a.id");
    rows->bind(1, blobOf(owner)).bind(2, tableOf(table).name);
    std::vector<AttachedFile> found;
    while (rows->step())
        if (auto attachment = findEntity<Attachment>(m_db, uuidAt(*rows, 0)))
            found.push_back({std::move(*attachment),
                {BlobHash::fromString(rows->text(1)).value_or(BlobHash{}), rows->integer(2), rows->integer(3),
                    static_cast<BlobPlace>(rows->integer(4))}});
    return found;
}

std::int64_t AttachmentStore::fileCount(TableId table, const Uuid& owner)
{
    auto count = m_db.prepare("SELECT count(*) FROM attachment WHERE owner_id = ? AND owner_table = ? "
                              "AND kind NOT IN (1, 2) AND deleted = 0");
    count->bind(1, blobOf(owner)).bind(2, tableOf(table).name);
    return count->step() ? count->integer(0) : 0;
}

std::optional<std::string> AttachmentStore::seal()
{
    auto profile = m_db.prepare("SELECT id FROM company_profile WHERE deleted = 0 ORDER BY id LIMIT 1");
    if (!profile->step())
        return std::nullopt;
    const auto seal = one(TableId::CompanyProfile, uuidAt(*profile, 0), AttachmentKind::Seal);
    const auto hash = seal ? BlobHash::fromString(seal->hash) : std::nullopt;
    return hash ? BlobStore(m_db).read(*hash) : std::nullopt;
}

} // namespace dure::storage
