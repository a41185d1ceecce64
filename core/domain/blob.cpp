// The only file of the core that knows OpenSSL: its SHA-256 uses what the processor has for it.
#include "core/domain/blob.h"

#include <openssl/evp.h>

#include <new>

namespace dure {

namespace {

using namespace std::string_view_literals;

constexpr char digits[] = "0123456789abcdef";

int digitOf(char c)
{
    if (c >= '0' && c <= '9')
        return c - '0';
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

EVP_MD_CTX* contextOf(void* pointer) { return static_cast<EVP_MD_CTX*>(pointer); }

/// IHDR must come first, or it is only something that begins like a picture.
bool isPng(std::string_view bytes)
{
    return bytes.starts_with("\x89PNG\r\n\x1a\n"sv) && bytes.size() >= 16 && bytes.substr(12, 4) == "IHDR";
}

/// Start of image, and then a segment: JFIF, Exif, or a table.
bool isJpeg(std::string_view bytes)
{
    if (!bytes.starts_with("\xff\xd8\xff"sv) || bytes.size() < 4)
        return false;
    const auto marker = static_cast<unsigned char>(bytes[3]);
    return (marker >= 0xe0 && marker <= 0xef) || marker == 0xdb || marker == 0xc0 || marker == 0xc2 || marker == 0xfe
        || marker == 0xc4;
}

/// At the very beginning: readers that look further find PDFs inside of other files.
bool isPdf(std::string_view bytes)
{
    return bytes.size() >= 8 && (bytes.starts_with("%PDF-1."sv) || bytes.starts_with("%PDF-2."sv)) && bytes[7] >= '0'
        && bytes[7] <= '9';
}

} // namespace

std::optional<BlobHash> BlobHash::fromString(std::string_view text)
{
    BlobHash hash;
    if (text.size() != hash.bytes.size() * 2)
        return std::nullopt;
    for (std::size_t i = 0; i < hash.bytes.size(); ++i) {
        const int high = digitOf(text[2 * i]);
        const int low = digitOf(text[2 * i + 1]);
        if (high < 0 || low < 0)
            return std::nullopt;
        hash.bytes[i] = static_cast<std::uint8_t>(high * 16 + low);
    }
    return hash;
}

std::string BlobHash::toString() const
{
    std::string text;
    text.reserve(bytes.size() * 2);
    for (const std::uint8_t byte : bytes) {
        text += digits[byte >> 4];
        text += digits[byte & 15];
    }
    return text;
}

BlobHasher::BlobHasher()
    : m_context(EVP_MD_CTX_new())
{
    if (!m_context || EVP_DigestInit_ex(contextOf(m_context), EVP_sha256(), nullptr) != 1)
        throw std::bad_alloc();
}

BlobHasher::~BlobHasher() { EVP_MD_CTX_free(contextOf(m_context)); }

void BlobHasher::add(std::string_view bytes)
{
    if (EVP_DigestUpdate(contextOf(m_context), bytes.data(), bytes.size()) != 1)
        throw std::bad_alloc();
}

BlobHash BlobHasher::finish()
{
    BlobHash hash;
    if (EVP_DigestFinal_ex(contextOf(m_context), hash.bytes.data(), nullptr) != 1)
        throw std::bad_alloc();
    return hash;
}

BlobHash hashOfBlob(std::string_view bytes)
{
    BlobHasher hasher;
    hasher.add(bytes);
    return hasher.finish();
}

void appendOverlap(
    std::string& bytes, std::int64_t at, std::string_view piece, std::int64_t offset, std::int64_t length)
{
    const std::int64_t wanted = offset + static_cast<std::int64_t>(bytes.size());
    if (at > wanted || wanted >= at + static_cast<std::int64_t>(piece.size()))
        return; // a gap, or before what is wanted
    const auto left = static_cast<std::size_t>(length) - bytes.size();
    bytes += piece.substr(static_cast<std::size_t>(wanted - at), left);
}

std::optional<BlobType> blobTypeOf(std::string_view beginning)
{
    if (isPng(beginning))
        return BlobType::Png;
    if (isJpeg(beginning))
        return BlobType::Jpeg;
    if (isPdf(beginning))
        return BlobType::Pdf;
    return std::nullopt;
}

std::string_view mediaType(BlobType type)
{
    switch (type) {
    case BlobType::Png:
        return "image/png";
    case BlobType::Jpeg:
        return "image/jpeg";
    case BlobType::Pdf:
        return "application/pdf";
    }
    return {};
}

} // namespace dure
