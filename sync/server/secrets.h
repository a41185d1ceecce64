#pragma once
#include "core/domain/uuid.h"

#include <optional>
#include <string>
#include <string_view>

namespace dure::server {

/// The operating system's randomness by OpenSSL. Safe from any thread; throws std::runtime_error if there is none,
/// since a predictable token is worse than no answer.
class OpenSslRandom final : public RandomSource
{
public:
    std::uint64_t next64() override;
};

/// 256 random bits as 64 hex digits.
std::string newToken();
/// SHA-256, 32 bytes. Tokens are stored as this: they are random, so a slow hash would add nothing.
std::string tokenHash(std::string_view token);
/// Twelve characters a person can read over the telephone (about 59 bits).
std::string newPassword();

/// Argon2id in its encoded form (RFC 9106), m = 19 MiB, t = 2, p = 1: OWASP's floor, some 20 ms of one core. The
/// parameters travel with each hash, so they can be raised later. std::nullopt: no memory left for it.
std::optional<std::string> hashPassword(std::string_view password);
bool verifyPassword(const std::string& encoded, std::string_view password);

} // namespace dure::server
