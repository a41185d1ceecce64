// What becomes of a picture that somebody chooses as the company's seal, and what is never taken for one.
#include "app/printing/seal_image.h"
#include "core/domain/blob.h"
#include "tests/support/seal_picture.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>
#include <QtEndian>

using namespace dure;
using namespace dure::app;
using namespace dure::test;

namespace {

QImage read(const QByteArray& file) { return decodedSeal({file.constData(), static_cast<std::size_t>(file.size())}); }

/// A PNG whose head says other dimensions, with a checksum that is right.
QByteArray pngClaiming(quint32 width, quint32 height)
{
    QByteArray file = encoded(QImage(8, 8, QImage::Format_RGB32), "PNG");
    qToBigEndian(width, file.data() + 16);
    qToBigEndian(height, file.data() + 20);
    quint32 crc = 0xffffffff;
    for (int i = 12; i < 29; ++i) {
        crc ^= static_cast<quint8>(file[i]);
        for (int bit = 0; bit < 8; ++bit)
            crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
    qToBigEndian(crc ^ 0xffffffff, file.data() + 29);
    return file;
}

SealProblem problemOf(const QByteArray& file)
{
    const auto seal = sealFrom(file);
    return seal ? SealProblem::CannotRead : seal.error();
}

} // namespace

class SealImageTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_folder;

private Q_SLOTS:
    void paper_becomes_transparent_and_its_border_goes_data()
    {
        QTest::addColumn<QByteArray>("format");
        QTest::addColumn<QColor>("paper");
        QTest::newRow("scan") << QByteArray("PNG") << QColor(Qt::white);
        QTest::newRow("photo") << QByteArray("JPEG") << QColor(Qt::white);
        QTest::newRow("in a bad light") << QByteArray("JPEG") << QColor(205, 200, 195);
    }
    void paper_becomes_transparent_and_its_border_goes()
    {
        QFETCH(QByteArray, format);
        QFETCH(QColor, paper);
        const auto file = sealFrom(encoded(sealPicture(600, paper), format.constData()));
        QVERIFY(file.has_value());
        QVERIFY(blobTypeOf({file->constData(), std::size_t(file->size())}) == BlobType::Png);
        const QImage seal = read(*file);
        QVERIFY2(
            qAbs(seal.width() - 330) < 8 && qAbs(seal.height() - 330) < 8, qPrintable(QString::number(seal.width())));
        QCOMPARE(seal.pixelColor(2, 2).alpha(), 0);
        const QColor ink = seal.pixelColor(seal.width() / 2, seal.height() / 2);
        QVERIFY(ink.alpha() > 200 && ink.red() > 150 && ink.green() < 60);
        // on white paper it looks as it did
        QImage paperAgain(seal.size(), QImage::Format_RGB32);
        paperAgain.fill(Qt::white);
        QPainter(&paperAgain).drawImage(0, 0, seal);
        const QColor again = paperAgain.pixelColor(seal.rect().center());
        QVERIFY(again.red() > 180 && again.green() < 70 && again.blue() < 70);
    }

    void a_large_photo_is_made_as_small_as_paper_needs()
    {
        const auto file = sealFrom(encoded(sealPicture(4000), "JPEG"));
        QVERIFY(file.has_value());
        QCOMPARE(read(*file).width(), sealDots);
        QVERIFY(file->size() < 200'000);
        const auto again = sealFrom(*file); // as it is: nothing is lost each time
        QVERIFY(again && read(*again).size() == read(*file).size());
    }

    void an_image_that_is_transparent_already_keeps_its_colours()
    {
        QImage image(100, 100, QImage::Format_ARGB32);
        image.fill(Qt::transparent);
        QPainter(&image).fillRect(20, 30, 50, 40, QColor(250, 250, 250)); // nearly white, and meant to be
        const auto file = sealFrom(encoded(image, "PNG"));
        QVERIFY(file.has_value());
        QCOMPARE(read(*file).size(), QSize(50, 40));
        QCOMPARE(read(*file).pixelColor(10, 10), QColor(250, 250, 250));
    }

    void a_screenshot_with_rounded_corners_loses_its_white_paper()
    {
        QImage shot = sealPicture().convertToFormat(QImage::Format_ARGB32);
        for (const QPoint corner : {QPoint(0, 0), QPoint(599, 0), QPoint(0, 599), QPoint(599, 599)})
            for (int x = 0; x < 12; ++x)
                for (int y = 0; y < 12 - x; ++y)
                    shot.setPixelColor(qAbs(corner.x() - x), qAbs(corner.y() - y), Qt::transparent);
        const auto file = sealFrom(encoded(shot, "PNG"));
        QVERIFY(file.has_value());
        const QImage seal = read(*file);
        QVERIFY2(qAbs(seal.width() - 330) < 8, qPrintable(QString::number(seal.width())));
        QCOMPARE(seal.pixelColor(2, 2).alpha(), 0);
        QCOMPARE(seal.pixelColor(seal.width() / 2, seal.height() / 3).alpha(), 0); // between the strokes
    }

    void a_seal_that_was_cut_out_keeps_the_white_between_its_strokes()
    {
        QImage cut(300, 300, QImage::Format_ARGB32);
        cut.fill(Qt::transparent);
        {
            QPainter painter(&cut);
            painter.setRenderHint(QPainter::Antialiasing);
            painter.setBrush(Qt::white);
            painter.setPen(QPen(QColor(200, 30, 30), 15));
            painter.drawEllipse(8, 8, 284, 284);
        }
        const auto file = sealFrom(encoded(cut, "PNG"));
        QVERIFY(file.has_value());
        QCOMPARE(read(*file).pixelColor(150, 150), QColor(Qt::white));
    }

    void a_picture_of_sixteen_bits_a_channel_may_have_as_many_dots_as_any()
    {
        const QImage deep = sealPicture(4200).convertToFormat(QImage::Format_RGBX64); // 141 MB
        const auto file = sealFrom(encoded(deep, "PNG"));
        QVERIFY(file.has_value());
        QCOMPARE(read(*file).width(), sealDots);
    }

    void what_else_stood_in_the_file_stays_behind()
    {
        QImage image = sealPicture();
        image.setText(QStringLiteral("Comment"), QStringLiteral("where it was taken"));
        const QByteArray chosen = encoded(image, "PNG");
        QVERIFY(chosen.contains("where it was taken"));
        const auto file = sealFrom(chosen + "<script>alert(1)</script>");
        QVERIFY(file && !file->contains("where it was taken") && !file->contains("script"));
    }

    void what_is_no_png_or_jpeg_is_not_decoded()
    {
        const QByteArray svg = "<svg xmlns='http://www.w3.org/2000/svg'><rect width='9' height='9'/></svg>";
        for (const QByteArray& other :
            {svg, "<?xml version='1.0'?>" + svg, encoded(sealPicture(50), "BMP"), encoded(sealPicture(50), "PPM"),
                QByteArray("GIF89a\1\0\1\0", 10), QByteArray("%PDF-1.4\n"), QByteArray(), QByteArray(5000, 'x')}) {
            QCOMPARE(problemOf(other), SealProblem::NoImage);
            QVERIFY(read(other).isNull());
        }
    }

    void what_is_broken_is_refused()
    {
        const QByteArray png = encoded(sealPicture(), "PNG");
        QCOMPARE(problemOf(png.left(40)), SealProblem::NoImage);
        QCOMPARE(problemOf(png.left(png.size() / 2)), SealProblem::NoImage);
        QCOMPARE(problemOf(png.left(20) + QByteArray(3000, '\xff')), SealProblem::NoImage);
        // the beginning of one kind with the rest of another: the decoder of the first kind alone is asked
        QCOMPARE(problemOf(QByteArray("\xff\xd8\xff\xe0") + png), SealProblem::NoImage);
    }

    void an_image_that_claims_to_be_huge_is_refused_before_it_is_decoded()
    {
        QElapsedTimer clock;
        clock.start();
        QCOMPARE(problemOf(pngClaiming(100'000, 100'000)), SealProblem::TooLarge);
        QVERIFY(!sealFrom(pngClaiming(0x7fffffff, 1)));
        QVERIFY(read(pngClaiming(30'000, 30'000)).isNull());
        QVERIFY(read(pngClaiming(2000, 2000)).isNull()); // more than is ever kept
        QVERIFY(clock.elapsed() < 1000);
        QCOMPARE(problemOf(QByteArray(maxBlobBytes + 1, 'x')), SealProblem::TooLarge);
    }

    void an_empty_sheet_is_no_seal()
    {
        QImage blank(300, 300, QImage::Format_RGB32);
        blank.fill(Qt::white);
        QCOMPARE(problemOf(encoded(blank, "JPEG")), SealProblem::Blank);
        QImage clear(300, 300, QImage::Format_ARGB32);
        clear.fill(Qt::transparent);
        QCOMPARE(problemOf(encoded(clear, "PNG")), SealProblem::Blank);
    }

    void files_are_read_no_further_than_they_may_be_long()
    {
        QCOMPARE(sealFromFile(m_folder.filePath("missing.png")).error(), SealProblem::CannotRead);
        QCOMPARE(sealFromFile(m_folder.path()).error(), SealProblem::CannotRead);
        QCOMPARE(sealFromFile(QStringLiteral("/dev/zero")).error(), SealProblem::TooLarge); // it never ends
        QVERIFY(sealPicture().save(m_folder.filePath("seal.txt"), "PNG")); // a name says nothing
        QVERIFY(sealFromFile(m_folder.filePath("seal.txt")).has_value());
    }
};

QTEST_GUILESS_MAIN(SealImageTest)
#include "seal_image_test.moc"
