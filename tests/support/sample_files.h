#pragma once
#include "core/domain/content_hash.h"

#include <string>
#include <string_view>

namespace dure::test {

/// A file of so many bytes that begins as a PNG does; another `seed`, another file.
inline std::string fileOfBytes(std::size_t size, std::uint64_t seed = 1)
{
    static constexpr std::string_view beginning("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16);
    std::string bytes(beginning);
    for (std::int64_t n = 0; bytes.size() < size; ++n) {
        const std::uint64_t word = hashInteger(n, 2 * seed); // odd and even seeds are one to it
        for (int shift = 0; shift < 64; shift += 8)
            bytes += static_cast<char>(word >> shift);
    }
    bytes.resize(size);
    return bytes;
}

} // namespace dure::test
