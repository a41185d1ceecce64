#include "core/domain/uuid.h"

#include "core/domain/content_hash.h"

#include <cstring>

namespace dure {

namespace {

int hexDigit(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    if (c >= 'a' && c <= 'f')
        return c - 'a' + 10;
    if (c >= 'A' && c <= 'F')
        return c - 'A' + 10;
    return -1;
}

bool isDashPosition(std::size_t i) { return i == 8 || i == 13 || i == 18 || i == 23; }

void stamp(Uuid& id, std::uint8_t version)
{
    id.bytes[6] = static_cast<std::uint8_t>((id.bytes[6] & 0x0f) | (version << 4));
    id.bytes[8] = static_cast<std::uint8_t>((id.bytes[8] & 0x3f) | 0x80);
}

void putBigEndian(Uuid& id, std::size_t at, std::uint64_t value, int bytes)
{
    for (int i = 0; i < bytes; ++i)
        id.bytes[at + static_cast<std::size_t>(i)] = static_cast<std::uint8_t>(value >> (8 * (bytes - 1 - i)));
}

} // namespace

std::optional<Uuid> Uuid::fromString(std::string_view text)
{
    if (text.size() != 36)
        return std::nullopt;
    Uuid id;
    std::size_t out = 0;
    for (std::size_t i = 0; i < text.size();) {
        if (isDashPosition(i)) {
            if (text[i] != '-')
                return std::nullopt;
            ++i;
            continue;
        }
        const int high = hexDigit(text[i]);
        const int low = hexDigit(text[i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        id.bytes[out++] = static_cast<std::uint8_t>(high << 4 | low);
        i += 2;
    }
    return id;
}

std::optional<Uuid> Uuid::fromBytes(const void* data, std::size_t size)
{
    if (size != 16 || data == nullptr)
        return std::nullopt;
    Uuid id;
    std::memcpy(id.bytes.data(), data, 16);
    return id;
}

std::string Uuid::toString() const
{
    static constexpr char digits[] = "0123456789abcdef";
    std::string text(36, '-');
    std::size_t out = 0;
    for (std::uint8_t byte : bytes) {
        if (isDashPosition(out))
            ++out;
        text[out++] = digits[byte >> 4];
        text[out++] = digits[byte & 15];
    }
    return text;
}

Uuid makeUuidV7(std::int64_t nowMs, RandomSource& random)
{
    Uuid id;
    const std::uint64_t ms = nowMs < 0 ? 0 : static_cast<std::uint64_t>(nowMs) & 0xffff'ffff'ffffULL;
    putBigEndian(id, 0, ms, 6);
    putBigEndian(id, 6, random.next64(), 2);
    putBigEndian(id, 8, random.next64(), 8);
    stamp(id, 7);
    return id;
}

Uuid derivedUuid(const Uuid& source, std::string_view purpose)
{
    const std::string_view sourceBytes(reinterpret_cast<const char*>(source.bytes.data()), 16);
    Uuid id;
    putBigEndian(id, 0, hashBytes(sourceBytes, hashBytes(purpose, 1)), 8);
    putBigEndian(id, 8, hashBytes(sourceBytes, hashBytes(purpose, 2)), 8);
    stamp(id, 8);
    return id;
}

} // namespace dure

std::size_t std::hash<dure::Uuid>::operator()(const dure::Uuid& id) const noexcept
{
    std::uint64_t tail = 0; // the last eight bytes are random in a version 7 id
    std::memcpy(&tail, id.bytes.data() + 8, 8);
    return static_cast<std::size_t>(tail);
}
