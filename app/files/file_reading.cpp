#include "app/files/file_reading.h"

#include "core/domain/blob.h"

#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSaveFile>

namespace dure::app {
namespace {

constexpr int mostNameBytes = 200; // file systems take 255

} // namespace

std::expected<std::string, FileProblem> readChosenFile(const QString& path)
{
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly))
        return std::unexpected(FileProblem::CannotRead);
    if (file.size() > maxBlobBytes)
        return std::unexpected(FileProblem::TooLarge);
    const QByteArray bytes = file.read(maxBlobBytes + 1); // it may grow meanwhile
    if (file.error() != QFileDevice::NoError)
        return std::unexpected(FileProblem::CannotRead);
    if (bytes.isEmpty())
        return std::unexpected(FileProblem::Empty);
    if (bytes.size() > maxBlobBytes)
        return std::unexpected(FileProblem::TooLarge);
    if (!blobTypeOf({bytes.constData(), static_cast<std::size_t>(bytes.size())}))
        return std::unexpected(FileProblem::WrongKind);
    return bytes.toStdString();
}

QString copyName(const QString& shownName, const std::string& mediaType)
{
    QString name;
    for (const QChar c : shownName.section(u'/', -1).section(u'\\', -1))
        name += c.unicode() < 0x20 || QStringView(u":*?\"<>|").contains(c) ? QChar(u'_') : c;
    const QString ending = mediaType == dure::mediaType(BlobType::Pdf) ? QStringLiteral("pdf")
        : mediaType == dure::mediaType(BlobType::Png)                  ? QStringLiteral("png")
                                                                       : QStringLiteral("jpg");
    QString base = QFileInfo(name).completeBaseName();
    while (base.startsWith(u'.') || base.startsWith(u' '))
        base.remove(0, 1);
    while (base.toUtf8().size() > mostNameBytes)
        base.chop(base.back().isLowSurrogate() ? 2 : 1);
    static const QRegularExpression device(
        QStringLiteral("^(CON|PRN|AUX|NUL|COM[0-9]|LPT[0-9])$"), QRegularExpression::CaseInsensitiveOption);
    if (device.match(base).hasMatch())
        base.prepend(u'_'); // Windows would write into it
    return (base.isEmpty() ? QStringLiteral("file") : base) + u'.' + ending;
}

bool writeCopy(const QString& path, const std::string& bytes)
{
    QSaveFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(bytes.data(), qint64(bytes.size())) == qint64(bytes.size())
        && file.commit();
}

} // namespace dure::app
