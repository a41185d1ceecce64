#include "sync/server/postgres_space_session.h"

/// files that rows name
namespace dure::server {

namespace {

/// hash, size, received, at, complete
StoredBlob blobAt(const SqlRows& found)
{
    return {BlobHash::fromString(found.text(0)).value_or(BlobHash{}), found.integer(1), found.integer(2),
        found.integer(3), found.integer(4) != 0};
}

} // namespace

std::optional<StoredBlob> PostgresSpaceSession::findBlob(const BlobHash& hash)
{
    auto found
        = m_db->query("SELECT hash, size, received, at, complete FROM space_blob WHERE space_id = $1 AND hash = $2",
            {m_space, hash.toString()});
    return found.next() ? std::optional(blobAt(found)) : std::nullopt;
}

bool PostgresSpaceSession::isNamed(const BlobHash& hash)
{
    return m_db
        ->query("SELECT 1 FROM space_quarantine WHERE space_id = $1 AND strpos(body, $2) > 0 UNION ALL "
                "SELECT 1 FROM space_row WHERE space_id = $1 AND table_id = $3 AND strpos(fields, $2) > 0 LIMIT 1",
            {m_space, hash.toString(), static_cast<std::int64_t>(TableId::Attachment)})
        .next();
}

std::vector<StoredBlob> PostgresSpaceSession::blobs()
{
    auto found = m_db->query(
        "SELECT hash, size, received, at, complete FROM space_blob WHERE space_id = $1 ORDER BY hash", {m_space});
    std::vector<StoredBlob> all;
    while (found.next())
        all.push_back(blobAt(found));
    return all;
}

std::int64_t PostgresSpaceSession::completeBlobBytes()
{
    auto sum = m_db->query("SELECT coalesce(sum(size), 0)::bigint FROM space_blob WHERE space_id = $1 "
                           "AND complete = 1",
        {m_space});
    return sum.next() ? sum.integer(0) : 0;
}

void PostgresSpaceSession::putBlob(const StoredBlob& blob)
{
    m_db->post("INSERT INTO space_blob(space_id, hash, size, received, at, complete) VALUES($1, $2, $3, $4, $5, $6) "
               "ON CONFLICT(space_id, hash) DO UPDATE SET size = excluded.size, received = excluded.received, "
               "at = excluded.at, complete = excluded.complete",
        {m_space, blob.hash.toString(), blob.size, blob.received, blob.at, std::int64_t{blob.complete}});
}

void PostgresSpaceSession::addBlobPiece(const BlobHash& hash, std::int64_t offset, std::string_view bytes)
{
    // "offset" is a word of SQL's
    m_db->post("INSERT INTO space_blob_piece(space_id, hash, position, bytes) VALUES($1, $2, $3, $4)",
        {m_space, hash.toString(), offset, SqlValue::ofBytes(bytes)});
}

std::string PostgresSpaceSession::blobBytes(const BlobHash& hash, std::int64_t offset, std::int64_t length)
{
    auto pieces = m_db->query(
        "SELECT position, bytes FROM space_blob_piece WHERE space_id = $1 AND hash = $2 AND position < $3 "
        "AND position >= coalesce((SELECT max(position) FROM space_blob_piece WHERE space_id = $1 AND hash = $2 "
        "AND position <= $4), 0) ORDER BY position",
        {m_space, hash.toString(), offset + length, offset});
    std::string bytes;
    while (pieces.next())
        appendOverlap(bytes, pieces.integer(0), pieces.text(1), offset, length);
    return bytes;
}

void PostgresSpaceSession::eraseBlob(const BlobHash& hash)
{
    m_db->post("DELETE FROM space_blob_piece WHERE space_id = $1 AND hash = $2", {m_space, hash.toString()});
    m_db->post("DELETE FROM space_blob WHERE space_id = $1 AND hash = $2", {m_space, hash.toString()});
}

} // namespace dure::server
