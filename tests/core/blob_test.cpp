#include "core/domain/blob.h"

#include <QtTest>

using namespace dure;
using namespace std::string_view_literals;

class BlobTest : public QObject
{
    Q_OBJECT
private slots:
    void the_hash_is_sha_256()
    {
        // FIPS 180-2, appendix B
        QCOMPARE(hashOfBlob("abc").toString(),
            std::string("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
        QCOMPARE(hashOfBlob("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq").toString(),
            std::string("248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"));
        QCOMPARE(
            hashOfBlob("").toString(), std::string("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        BlobHasher pieces;
        for (const char c : "abc"sv)
            pieces.add({&c, 1});
        QVERIFY(pieces.finish() == hashOfBlob("abc"));
    }

    void only_64_lower_case_digits_are_a_hash()
    {
        const std::string text = hashOfBlob("abc").toString();
        QVERIFY(BlobHash::fromString(text) == hashOfBlob("abc"));
        std::string upper = text;
        upper[0] = 'B';
        for (const std::string& wrong : {std::string(), text.substr(1), text + "0", upper, std::string(64, '.'),
                 "../" + text.substr(3), text.substr(0, 63) + "g", text.substr(0, 63) + '\0'})
            QVERIFY2(!BlobHash::fromString(wrong), wrong.c_str());
    }

    void kinds_are_told_by_the_first_bytes()
    {
        QVERIFY(blobTypeOf("\x89PNG\r\n\x1a\n\0\0\0\rIHDR"sv) == BlobType::Png);
        QVERIFY(blobTypeOf("\xff\xd8\xff\xe0\0\x10JFIF"sv) == BlobType::Jpeg);
        QVERIFY(blobTypeOf("\xff\xd8\xff\xdb\0\x43"sv) == BlobType::Jpeg);
        QVERIFY(blobTypeOf("%PDF-1.4\n") == BlobType::Pdf);
        for (const std::string_view none : {""sv, "\x89PNG"sv, "\x89PNG\r\n\x1a\n\0\0\0\rIDAT"sv, "\xff\xd8\xff"sv,
                 "\xff\xd8\xff\0"sv, "%PDF-9"sv, "%PDF-x.y"sv, " %PDF-1.4"sv, "<svg>"sv, "<html>%PDF-1.4"sv, "MZ"sv,
                 "#!/bin/sh"sv, "GIF89a"sv, "BM"sv, "PK\x03\x04"sv})
            QVERIFY(!blobTypeOf(none));
        QVERIFY(!isImage(BlobType::Pdf) && isImage(BlobType::Png) && isImage(BlobType::Jpeg));
    }
};

QTEST_APPLESS_MAIN(BlobTest)
#include "blob_test.moc"
