#pragma once
#include <cstdint>
#include <optional>
#include <string_view>

namespace dure::server {

/// A part of a file, both ends in it.
struct ByteRange
{
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::int64_t size = 0; ///< of the whole, with Content-Range
};

/// "bytes=0-262143": one range with both ends, which is all that a client needs (RFC 9110 14.1.2). Pure.
std::optional<ByteRange> readRange(std::string_view text);
/// "bytes 0-262143/1000000" (RFC 9110 14.4). Pure.
std::optional<ByteRange> readContentRange(std::string_view text);

} // namespace dure::server
