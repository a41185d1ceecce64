#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace dure {

/// A 128-bit identifier. Rows use version 7 (RFC 9562): 48 bits of milliseconds, then random bits, so that new rows
/// land at the end of an index. Its text is the usual 36 characters, its stored form 16 bytes.
struct Uuid
{
    std::array<std::uint8_t, 16> bytes{};

    /// Accepts 36 characters with dashes, in either case. Nothing else.
    static std::optional<Uuid> fromString(std::string_view text);
    static std::optional<Uuid> fromBytes(const void* data, std::size_t size);
    std::string toString() const;
    /// Made by derivedUuid().
    bool isDerived() const { return bytes[6] >> 4 == 8; }
    bool isNil() const { return *this == Uuid{}; }
    auto operator<=>(const Uuid&) const = default;
};

/// Where new ids and document letters get their randomness from; the caller owns it, tests pass a seeded one.
class RandomSource
{
public:
    virtual ~RandomSource() = default;
    virtual std::uint64_t next64() = 0;
};

/// Where "now" comes from. Milliseconds since 1970-01-01 UTC. Thread-safe by contract.
class Clock
{
public:
    virtual ~Clock() = default;
    virtual std::int64_t nowMs() const = 0;
};

/// A version 7 id for `nowMs` (clamped to 48 bits; negative counts as 0).
Uuid makeUuidV7(std::int64_t nowMs, RandomSource& random);

/// The same inputs give the same id on every machine: for rows that an effect derives from a source, so that
/// repeating the effect is harmless. Version 8 (RFC 9562: implementation defined).
Uuid derivedUuid(const Uuid& source, std::string_view purpose);

} // namespace dure

template <> struct std::hash<dure::Uuid>
{
    std::size_t operator()(const dure::Uuid& id) const noexcept;
};
