#pragma once
#include "sync/server/space_store.h"

namespace dure::test {

/// Ids and rows that tell themselves apart by a number.
inline Uuid id(int n)
{
    Uuid made;
    made.bytes[0] = 9;
    made.bytes[15] = static_cast<std::uint8_t>(n);
    made.bytes[14] = static_cast<std::uint8_t>(n >> 8);
    return made;
}

/// A customer; its hash makes the sums of a digest wrap.
inline server::StoredRow row(int n, std::int64_t seq, int root = 0)
{
    return {TableId::Customer, id(n), seq, false, root ? id(root) : id(n), R"({"name":"가온"})", "v",
        0xf000'0000'0000'0000U + static_cast<std::uint64_t>(n)};
}

} // namespace dure::test
