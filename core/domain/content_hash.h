#pragma once
#include <cstdint>
#include <string_view>

namespace dure {

/// A stable 64-bit hash of bytes (FNV-1a with a final avalanche), the same on every platform and for ever: digests and
/// the hash of a pushed mutation rest on it. It guards against accident, not against an attacker; secrets use OpenSSL.
constexpr std::uint64_t hashBytes(std::string_view bytes, std::uint64_t seed = 0)
{
    std::uint64_t h = 0xcbf29ce484222325ULL ^ (seed * 0x9e3779b97f4a7c15ULL);
    for (char c : bytes) {
        h ^= static_cast<std::uint8_t>(c);
        h *= 0x100000001b3ULL;
    }
    h ^= h >> 30;
    h *= 0xbf58476d1ce4e5b9ULL;
    h ^= h >> 27;
    h *= 0x94d049bb133111ebULL;
    return h ^ (h >> 31);
}

/// The same for an integer's eight bytes, without a buffer.
constexpr std::uint64_t hashInteger(std::int64_t value, std::uint64_t seed)
{
    std::uint64_t h = static_cast<std::uint64_t>(value) + 0x9e3779b97f4a7c15ULL * (seed | 1);
    h ^= h >> 30;
    h *= 0xbf58476d1ce4e5b9ULL;
    h ^= h >> 27;
    h *= 0x94d049bb133111ebULL;
    return h ^ (h >> 31);
}

} // namespace dure
