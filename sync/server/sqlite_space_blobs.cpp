#include "sync/server/sqlite_space_session.h"

/// files that rows name
namespace dure::server {

namespace {

/// hash, size, received, at, complete
StoredBlob blobAt(const sqlite::Statement& found)
{
    return {BlobHash::fromString(found.text(0)).value_or(BlobHash{}), found.integer(1), found.integer(2),
        found.integer(3), found.integer(4) != 0};
}

} // namespace

std::optional<StoredBlob> SqliteSession::findBlob(const BlobHash& hash)
{
    auto found = m_db.prepare("SELECT hash, size, received, at, complete FROM blob WHERE hash = ?");
    found->bind(1, hash.toString());
    return found->step() ? std::optional(blobAt(*found)) : std::nullopt;
}

bool SqliteSession::isNamed(const BlobHash& hash)
{
    auto found = m_db.prepare("SELECT 1 FROM quarantine WHERE instr(body, ?1) > 0 UNION ALL "
                              "SELECT 1 FROM row WHERE table_id = ?2 AND instr(fields, ?1) > 0 LIMIT 1");
    return found->bind(1, hash.toString()).bind(2, static_cast<std::int64_t>(TableId::Attachment)).step();
}

std::vector<StoredBlob> SqliteSession::blobs()
{
    auto found = m_db.prepare("SELECT hash, size, received, at, complete FROM blob ORDER BY hash");
    std::vector<StoredBlob> all;
    while (found->step())
        all.push_back(blobAt(*found));
    return all;
}

std::int64_t SqliteSession::completeBlobBytes()
{
    auto sum = m_db.prepare("SELECT ifnull(sum(size), 0) FROM blob WHERE complete = 1");
    return sum->step() ? sum->integer(0) : 0;
}

void SqliteSession::putBlob(const StoredBlob& blob)
{
    auto put = m_db.prepare("INSERT OR REPLACE INTO blob(hash, size, received, at, complete) VALUES(?, ?, ?, ?, ?)");
    put->bind(1, blob.hash.toString()).bind(2, blob.size).bind(3, blob.received).bind(4, blob.at);
    put->bind(5, std::int64_t{blob.complete}).run();
}

void SqliteSession::addBlobPiece(const BlobHash& hash, std::int64_t offset, std::string_view bytes)
{
    auto put = m_db.prepare("INSERT INTO blob_piece(hash, offset, bytes) VALUES(?, ?, ?)");
    put->bind(1, hash.toString()).bind(2, offset).bindBorrowed(3, sqlite::Blob{bytes.data(), bytes.size()}).run();
}

std::string SqliteSession::blobBytes(const BlobHash& hash, std::int64_t offset, std::int64_t length)
{
    auto pieces = m_db.prepare("SELECT offset, bytes FROM blob_piece WHERE hash = ?1 AND offset < ?2 AND offset >= "
                               "ifnull((SELECT max(offset) FROM blob_piece WHERE hash = ?1 AND offset <= ?3), 0) "
                               "ORDER BY offset");
    pieces->bind(1, hash.toString()).bind(2, offset + length).bind(3, offset);
    std::string bytes;
    while (pieces->step())
        appendOverlap(bytes, pieces->integer(0), pieces->blob(1).view(), offset, length);
    return bytes;
}

void SqliteSession::eraseBlob(const BlobHash& hash)
{
    m_db.prepare("DELETE FROM blob_piece WHERE hash = ?")->bind(1, hash.toString()).run();
    m_db.prepare("DELETE FROM blob WHERE hash = ?")->bind(1, hash.toString()).run();
}

} // namespace dure::server
