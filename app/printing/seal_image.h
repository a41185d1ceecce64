#pragma once
#include <QByteArray>
#include <QImage>
#include <expected>
#include <string_view>

class QPainter;

/// The company's seal as a picture, and its logo, which is kept alike. Pictures come from outside: which decoder reads
/// one is decided by our own look at its first bytes, its dimensions are judged before a dot of it is decoded, and
/// nothing of it is ever run.
namespace dure::app {

enum class SealProblem {
    CannotRead, ///< the file
    TooLarge, ///< over 10 MB, or of too many dots
    NoImage, ///< neither PNG nor JPEG, or broken
    Blank, ///< nothing to be seen on it
};

inline constexpr int sealDots = 480; ///< the longer side of what is kept: 1,200 dots an inch on paper

/// What is kept of a picture that somebody chose: paper becomes transparent and its empty border goes, so that the seal
/// stands over what is printed as a stamp does; the rest (where a telephone took it …) stays behind. A PNG.
std::expected<QByteArray, SealProblem> sealFrom(const QByteArray& file);
/// The same, of a file on the disk. On any thread.
std::expected<QByteArray, SealProblem> sealFromFile(const QString& path);

/// What is printed, or will be, lies on it in every theme.
QColor paperWhite();
/// A piece of white paper with the seal on it, or with "(인)" as the form has it without one.
void paintSealOnPaper(QPainter& painter, const QRect& paper, int margin, const QImage& seal);

/// A kept seal; null if it is none: what another program sent may be anything.
QImage decodedSeal(std::string_view file);

} // namespace dure::app
