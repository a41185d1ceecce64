#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// One-time passwords by time, RFC 6238 on RFC 4226, as telephones make them: SHA-1, thirty seconds, six digits.
namespace dure::server {

inline constexpr std::int64_t totpStepMs = 30'000;

std::string newTotpSecret(); ///< 20 random bytes (RFC 4226, 4, R6)
std::string totpCode(std::string_view secret, std::int64_t step, int digits = 6);
/// The step whose code this is: the present one or a neighbour (a telephone's clock is off, and typing takes a while),
/// and only one after `lastStep`, since a code opens once (RFC 6238, 5.2).
std::optional<std::int64_t> matchTotp(
    std::string_view secret, std::string_view code, std::int64_t nowMs, std::int64_t lastStep);

std::string base32(std::string_view bytes); ///< RFC 4648, without padding
/// otpauth://totp/ISSUER:ACCOUNT?…, what a QR code holds.
std::string totpUri(std::string_view secret, std::string_view account);

} // namespace dure::server
