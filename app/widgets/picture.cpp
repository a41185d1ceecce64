#include "app/widgets/picture.h"

#include "core/domain/blob.h"

#include <QBuffer>
#include <QImageReader>

namespace dure::app {
namespace {

constexpr int allocationMb = 192; // of Qt's decoders, whatever a header claims: mostPictureDots of 16 bits a channel

} // namespace

std::expected<QImage, PictureProblem> decodedPicture(const QByteArray& file, const PictureLimits& limits)
{
    const auto type = blobTypeOf({file.constData(), static_cast<std::size_t>(file.size())});
    if (!type || !isImage(*type))
        return std::unexpected(PictureProblem::NoImage);
    QImageReader::setAllocationLimit(allocationMb);
    QBuffer buffer(const_cast<QByteArray*>(&file));
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, *type == BlobType::Png ? "png" : "jpeg");
    reader.setAutoDetectImageFormat(false);
    reader.setAutoTransform(true);
    const QSize size = reader.size();
    if (size.isEmpty())
        return std::unexpected(PictureProblem::NoImage);
    if (qint64{size.width()} * size.height() > limits.dots)
        return std::unexpected(PictureProblem::TooLarge);
    if (limits.side > 0 && qMax(size.width(), size.height()) > limits.side)
        reader.setScaledSize(size.scaled(limits.side, limits.side, Qt::KeepAspectRatio).expandedTo({1, 1}));
    QImage image;
    if (!reader.read(&image) || image.isNull())
        return std::unexpected(PictureProblem::NoImage);
    return image.convertToFormat(QImage::Format_ARGB32);
}

} // namespace dure::app
