#include "sync/server/totp.h"

#include "sync/server/secrets.h"

#include <openssl/crypto.h>
#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>
#include <stdexcept>

namespace dure::server {

std::string newTotpSecret()
{
    OpenSslRandom random;
    std::string secret;
    while (secret.size() < 20) {
        std::uint64_t bits = random.next64();
        for (int i = 0; i < 4; ++i, bits >>= 8)
            secret += static_cast<char>(bits & 0xff);
    }
    return secret;
}

std::string totpCode(std::string_view secret, std::int64_t step, int digits)
{
    std::array<unsigned char, 8> counter{};
    for (int i = 7; i >= 0; --i, step >>= 8)
        counter[static_cast<std::size_t>(i)] = static_cast<unsigned char>(step & 0xff);
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned size = 0;
    if (!HMAC(EVP_sha1(), secret.data(), static_cast<int>(secret.size()), counter.data(), counter.size(), mac.data(),
            &size))
        throw std::runtime_error("HMAC failed");
    const std::size_t offset = mac[size - 1] & 0x0fU;
    std::uint32_t number = (mac[offset] & 0x7fU) << 24 | static_cast<std::uint32_t>(mac[offset + 1]) << 16
        | static_cast<std::uint32_t>(mac[offset + 2]) << 8 | mac[offset + 3];
    std::string code(static_cast<std::size_t>(digits), '0');
    for (auto digit = code.rbegin(); digit != code.rend(); ++digit, number /= 10)
        *digit = static_cast<char>('0' + number % 10);
    return code;
}

std::optional<std::int64_t> matchTotp(
    std::string_view secret, std::string_view code, std::int64_t nowMs, std::int64_t lastStep)
{
    std::optional<std::int64_t> match;
    const std::int64_t now = nowMs / totpStepMs;
    for (std::int64_t step = now - 1; step <= now + 1; ++step) {
        const std::string right = totpCode(secret, step);
        if (code.size() == right.size() && CRYPTO_memcmp(code.data(), right.data(), right.size()) == 0
            && step > lastStep)
            match = step;
    }
    return match;
}

std::string base32(std::string_view bytes)
{
    static constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t bits = 0;
    int held = 0;
    for (char c : bytes) {
        bits = bits << 8 | static_cast<unsigned char>(c);
        for (held += 8; held >= 5; held -= 5)
            text += letters[bits >> (held - 5) & 31U];
    }
    if (held > 0)
        text += letters[bits << (5 - held) & 31U];
    return text;
}

std::string totpUri(std::string_view secret, std::string_view account)
{
    static constexpr std::string_view digits = "0123456789ABCDEF";
    std::string uri = "otpauth://totp/Dure:";
    for (char c : account) {
        const auto byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '.'
            || c == '-' || c == '_';
        if (plain)
            uri += c;
        else
            (uri += '%').append(1, digits[byte >> 4]).append(1, digits[byte & 15]);
    }
    return uri + "?secret=" + base32(secret) + "&issuer=Dure&algorithm=SHA1&digits=6&period=30";
}

} // namespace dure::server
