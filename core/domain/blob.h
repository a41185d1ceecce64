#pragma once
#include <array>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

/// Files that belong to rows: drawings, photos, the seal, the logo. A file is known by its content alone (a blob), so
/// that it is sent once, never changes under its name, and is proved right by whoever has received it.
namespace dure {

/// The largest file, on the PC and in the cloud.
inline constexpr std::int64_t maxBlobBytes = 10 * 1024 * 1024;
/// What a file is kept and sent in: a piece is written and carried in a moment, also over a bad line, and is all that a
/// cut costs.
inline constexpr std::int64_t blobPieceBytes = 256 * 1024;

/// SHA-256 of a file's bytes. Its text is 64 lower-case hex digits and nothing else, so that it can stand in a path.
struct BlobHash
{
    std::array<std::uint8_t, 32> bytes{};

    static std::optional<BlobHash> fromString(std::string_view text);
    std::string toString() const;
    auto operator<=>(const BlobHash&) const = default;
};

/// Over all that it was given, in order.
class BlobHasher
{
public:
    BlobHasher();
    ~BlobHasher();
    BlobHasher(const BlobHasher&) = delete;
    BlobHasher& operator=(const BlobHasher&) = delete;
    void add(std::string_view bytes);
    BlobHash finish(); ///< once

private:
    void* m_context;
};
BlobHash hashOfBlob(std::string_view bytes);

/// Of a piece that begins at `at`, what lies in `length` bytes from `offset` on goes behind `bytes`, which has all of
/// it that comes before the piece.
void appendOverlap(
    std::string& bytes, std::int64_t at, std::string_view piece, std::int64_t offset, std::int64_t length);

/// The kinds of file that are taken, told by their first bytes and never by a name or by what a sender says. What a
/// program or a browser would run (SVG, HTML, scripts, office files with macros) is none of them.
enum class BlobType : std::uint8_t { Png, Jpeg, Pdf };

/// Enough of a file's beginning to tell its kind.
inline constexpr std::size_t blobTypeBytes = 16;
/// Nothing: not a kind that is taken.
std::optional<BlobType> blobTypeOf(std::string_view beginning);
std::string_view mediaType(BlobType type); ///< "image/png"
constexpr bool isImage(BlobType type) { return type != BlobType::Pdf; }

} // namespace dure
