#include "app/printing/seal_image.h"

#include "app/widgets/picture.h"
#include "core/documents/paper_form.h"
#include "core/domain/blob.h"

#include <QBuffer>
#include <QFile>
#include <QPainter>
#include <algorithm>
#include <array>

namespace dure::app {
namespace {

constexpr int workingDots = 1600; // a photo is made this small before it is looked at
constexpr int mostKeptSide = 2 * sealDots;
constexpr int faintestAlpha = 26; // below it stands the paper's own texture
constexpr int seenAlpha = 40;
constexpr int darkestPaper = 128;
// A seal that was cut out shows what lies below it around and between its strokes: a round one a fifth of its square. A
// screenshot has a few such dots in its rounded corners, and its paper all the same.
constexpr int leastSeenThroughPercent = 5;

int whiteness(QRgb dot) { return std::min({qRed(dot), qGreen(dot), qBlue(dot)}); }

bool isCutOut(const QImage& image)
{
    qint64 seenThrough = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        seenThrough += std::count_if(line, line + image.width(), [](QRgb dot) { return qAlpha(dot) < 128; });
    }
    return seenThrough * 100 >= qint64{image.width()} * image.height() * leastSeenThroughPercent;
}

QImage onWhite(const QImage& image)
{
    QImage paper(image.size(), QImage::Format_ARGB32);
    paper.fill(Qt::white);
    QPainter(&paper).drawImage(0, 0, image);
    return paper;
}

/// How white the paper is: a photo's is grey. A picture that is mostly ink has none.
int paperOf(const QImage& image)
{
    std::array<qint64, 256> counts{};
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            ++counts[static_cast<std::size_t>(whiteness(line[x]))];
    }
    const qint64 half = qint64{image.width()} * image.height() / 2;
    qint64 above = 0;
    int level = 255;
    while (level > 0 && (above += counts[static_cast<std::size_t>(level)]) < half)
        --level;
    return level < darkestPaper ? 255 : level;
}

/// On white paper it looks as before; over what is printed the print shows through.
void makePaperTransparent(QImage& image)
{
    const int paper = paperOf(image);
    const auto lit = [paper](int channel) { return qMin(255, channel * 255 / paper); };
    for (int y = 0; y < image.height(); ++y) {
        auto* line = reinterpret_cast<QRgb*>(image.scanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const QRgb dot = qRgb(lit(qRed(line[x])), lit(qGreen(line[x])), lit(qBlue(line[x])));
            const int alpha = 255 - whiteness(dot);
            const auto ink = [alpha](int channel) { return (channel - (255 - alpha)) * 255 / alpha; };
            line[x] = alpha < faintestAlpha ? qRgba(255, 255, 255, 0)
                                            : qRgba(ink(qRed(dot)), ink(qGreen(dot)), ink(qBlue(dot)), alpha);
        }
    }
}

QRect inkedPart(const QImage& image)
{
    QRect part;
    for (int y = 0; y < image.height(); ++y) {
        const auto* line = reinterpret_cast<const QRgb*>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x)
            if (qAlpha(line[x]) >= seenAlpha)
                part |= QRect(x, y, 1, 1);
    }
    return part;
}

} // namespace

std::expected<QByteArray, SealProblem> sealFrom(const QByteArray& file)
{
    if (file.size() > maxBlobBytes)
        return std::unexpected(SealProblem::TooLarge);
    auto image = decodedPicture(file, {mostPictureDots, workingDots});
    if (!image)
        return std::unexpected(
            image.error() == PictureProblem::TooLarge ? SealProblem::TooLarge : SealProblem::NoImage);
    if (!isCutOut(*image)) {
        *image = onWhite(*image);
        makePaperTransparent(*image);
    }
    const QRect part = inkedPart(*image);
    if (part.isEmpty())
        return std::unexpected(SealProblem::Blank);
    QImage seal = image->copy(part);
    if (qMax(seal.width(), seal.height()) > sealDots)
        seal = seal.scaled(sealDots, sealDots, Qt::KeepAspectRatio, Qt::SmoothTransformation)
                   .convertToFormat(QImage::Format_ARGB32);
    for (const QString& key : seal.textKeys())
        seal.setText(key, {});
    QByteArray png;
    QBuffer buffer(&png);
    buffer.open(QIODevice::WriteOnly);
    return seal.save(&buffer, "PNG") ? std::expected<QByteArray, SealProblem>(png)
                                     : std::unexpected(SealProblem::NoImage);
}

std::expected<QByteArray, SealProblem> sealFromFile(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return std::unexpected(SealProblem::CannotRead);
    if (file.size() > maxBlobBytes)
        return std::unexpected(SealProblem::TooLarge);
    // read() and not readAll(): a device or a pipe has no size, and no end
    const QByteArray bytes = file.read(maxBlobBytes + 1);
    return bytes.isEmpty() ? std::unexpected(SealProblem::CannotRead) : sealFrom(bytes);
}

QColor paperWhite() { return Qt::white; }

void paintSealOnPaper(QPainter& painter, const QRect& paper, int margin, const QImage& seal)
{
    painter.fillRect(paper, paperWhite());
    if (seal.isNull()) {
        const auto& word = form_caption::seal;
        painter.setPen(QColor(0x66, 0x67, 0x6B)); // as on the form
        painter.drawText(paper, Qt::AlignCenter, QString::fromUtf8(word.data(), qsizetype(word.size())));
        return;
    }
    const QSize room = paper.marginsRemoved(QMargins(margin, margin, margin, margin)).size();
    QRect place({}, seal.size().scaled(room, Qt::KeepAspectRatio));
    place.moveCenter(paper.center());
    const QSize dots = place.size() * painter.device()->devicePixelRatioF();
    painter.drawImage(place, seal.scaled(dots, Qt::IgnoreAspectRatio, Qt::SmoothTransformation));
}

QImage decodedSeal(std::string_view file)
{
    if (file.empty())
        return {};
    const QByteArray bytes = QByteArray::fromRawData(file.data(), static_cast<qsizetype>(file.size()));
    return decodedPicture(bytes, {qint64{mostKeptSide} * mostKeptSide, 0}).value_or(QImage());
}

} // namespace dure::app
