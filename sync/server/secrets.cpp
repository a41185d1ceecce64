#include "sync/server/secrets.h"

#include <argon2.h>
#include <openssl/evp.h>
#include <openssl/rand.h>

#include <array>
#include <stdexcept>

namespace dure::server {

namespace {

constexpr std::uint32_t argonKib = 19 * 1024;
constexpr std::uint32_t argonPasses = 2;
constexpr std::uint32_t argonLanes = 1;
constexpr std::size_t saltBytes = 16;
constexpr std::size_t hashLength = 32;

void fillRandom(void* data, std::size_t size)
{
    if (RAND_bytes(static_cast<unsigned char*>(data), static_cast<int>(size)) != 1)
        throw std::runtime_error("no randomness from OpenSSL");
}

} // namespace

std::uint64_t OpenSslRandom::next64()
{
    std::uint64_t value = 0;
    fillRandom(&value, sizeof value);
    return value;
}

std::string newToken()
{
    std::array<unsigned char, 32> bytes{};
    fillRandom(bytes.data(), bytes.size());
    std::string token;
    for (unsigned char byte : bytes) {
        token += "0123456789abcdef"[byte >> 4];
        token += "0123456789abcdef"[byte & 15];
    }
    return token;
}

std::string tokenHash(std::string_view token)
{
    std::string hash(EVP_MAX_MD_SIZE, '\0');
    unsigned size = 0;
    if (EVP_Digest(
            token.data(), token.size(), reinterpret_cast<unsigned char*>(hash.data()), &size, EVP_sha256(), nullptr)
        != 1)
        throw std::runtime_error("SHA-256 failed");
    hash.resize(size);
    return hash;
}

std::string newPassword()
{
    static constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789"; // none that look alike
    std::string password;
    while (password.size() < 12) {
        unsigned char byte = 0;
        fillRandom(&byte, 1);
        if (byte < 256 / letters.size() * letters.size()) // all letters equally likely
            password += letters[byte % letters.size()];
    }
    return password;
}

std::optional<std::string> hashPassword(std::string_view password)
{
    std::array<unsigned char, saltBytes> salt{};
    fillRandom(salt.data(), salt.size());
    std::string encoded(argon2_encodedlen(argonPasses, argonKib, argonLanes, saltBytes, hashLength, Argon2_id), '\0');
    const int code = argon2id_hash_encoded(argonPasses, argonKib, argonLanes, password.data(), password.size(),
        salt.data(), salt.size(), hashLength, encoded.data(), encoded.size());
    if (code != ARGON2_OK)
        return std::nullopt;
    encoded.resize(encoded.find('\0'));
    return encoded;
}

bool verifyPassword(const std::string& encoded, std::string_view password)
{
    return argon2id_verify(encoded.c_str(), password.data(), password.size()) == ARGON2_OK;
}

} // namespace dure::server
