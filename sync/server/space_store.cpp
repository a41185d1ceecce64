#include "sync/server/space_store.h"

#include <algorithm>

namespace dure::server {

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

std::string_view historyWord(std::int64_t op)
{
    static constexpr std::string_view words[] = {"create", "put", "delete"};
    return words[static_cast<std::size_t>(std::clamp<std::int64_t>(op, 0, 2))];
}

} // namespace dure::server
