#pragma once
#include "core/domain/uuid.h"
#include "core/sqlite/database.h"

namespace dure::server {

inline sqlite::Blob blobOf(const Uuid& id) { return {id.bytes.data(), id.bytes.size()}; }

inline Uuid uuidAt(const sqlite::Statement& row, int column)
{
    const sqlite::Blob blob = row.blob(column);
    return Uuid::fromBytes(blob.data, blob.size).value_or(Uuid{});
}

} // namespace dure::server
