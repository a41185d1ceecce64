#pragma once
#include <QImage>
#include <expected>

/// Pictures that come from outside: which decoder reads one is decided by our own look at its first bytes, its
/// dimensions are judged before a dot of it is decoded, and nothing of it is ever run.
namespace dure::app {

enum class PictureProblem {
    NoImage, ///< neither PNG nor JPEG, or broken
    TooLarge, ///< of too many dots
};

struct PictureLimits
{
    qint64 dots;
    int side; ///< larger pictures are made smaller; 0: they are not
};

inline constexpr qint64 mostPictureDots = 25'000'000; ///< of a telephone's photo; 100 MB decoded

/// As it was meant to be seen: a telephone says by a mark how it was held. Pure; on any thread.
std::expected<QImage, PictureProblem> decodedPicture(const QByteArray& file, const PictureLimits& limits);

} // namespace dure::app
