// Files of a space over real sockets: in pieces, resumed, proved, limited, and nobody else's.
#include "tests/support/sample_files.h"
#include "tests/sync/people_fixture.h"
#include "tests/sync/test_space.h"

using namespace dure;
using namespace dure::test;
using namespace dure::protocol;

namespace {

QByteArray hashText(const std::string& file) { return QByteArray::fromStdString(hashOfBlob(file).toString()); }

struct FileCloud : People
{
    QByteArray owner = signIn();

    QByteArray pathOf(const std::string& file) const { return spacePath("blobs/") + hashText(file); }
    static QByteArray placeOf(std::size_t at, std::size_t length, std::size_t size)
    {
        return "bytes " + QByteArray::number(qulonglong(at)) + "-" + QByteArray::number(qulonglong(at + length - 1))
            + "/" + QByteArray::number(qulonglong(size));
    }
    RawReply put(const QByteArray& token, const QByteArray& path, const QByteArray& place, const QByteArray& body)
    {
        Headers all = headers(token);
        all.emplaceBack("Content-Range", place);
        return ask(port, "PUT", path, all, body);
    }
    RawReply putPiece(const QByteArray& token, const std::string& file, std::size_t at, std::size_t length)
    {
        return put(
            token, pathOf(file), placeOf(at, length, file.size()), QByteArray::fromStdString(file.substr(at, length)));
    }
    /// In pieces of 256 KiB; the last answer.
    RawReply putWhole(const QByteArray& token, const std::string& file)
    {
        RawReply last;
        for (std::size_t at = 0; at < file.size(); at += 256 * 1024)
            last = putPiece(token, file, at, std::min<std::size_t>(256 * 1024, file.size() - at));
        return last;
    }
    BlobState stateOf(const std::string& file) { return read<BlobState>(get(owner, pathOf(file) + "/state")); }
    RawReply getPiece(const QByteArray& token, const QByteArray& path, const QByteArray& range)
    {
        Headers all = headers(token);
        all.emplaceBack("Range", range);
        all.emplaceBack("Accept-Encoding", "zstd");
        return ask(port, "GET", path, all);
    }
};

QByteArray bytesOf(const char* text, qsizetype size = -1) { return {text, size}; }

} // namespace

class BlobsTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<FileCloud> cloud;
    QByteArray member(std::uint8_t role, std::optional<std::int64_t> until = std::nullopt)
    {
        const std::string email = std::string(roleName(role)) + "@example.com";
        if (!cloud->accounts.addUser(cloud->company, email, "사람",
                until ? server::RoleGrant(role, *until) : server::RoleGrant(role), "correct horse"))
            qFatal("no user");
        return cloud->signIn(email);
    }

private Q_SLOTS:
    void init() { cloud = std::make_unique<FileCloud>(); }

    void a_file_sent_in_pieces_can_be_read_once_it_is_whole()
    {
        const std::string file = fileOfBytes(700'000);
        QCOMPARE(cloud->stateOf(file), BlobState{});
        QCOMPARE(cloud->putPiece(cloud->owner, file, 0, 300'000).status, 200);
        QCOMPARE(cloud->stateOf(file), (BlobState{700'000, 300'000, false}));
        QCOMPARE(cloud->getPiece(cloud->owner, cloud->pathOf(file), "bytes=0-9").error(), QByteArray("not_found"));
        QCOMPARE(cloud->putPiece(cloud->owner, file, 300'000, 400'000).status, 200);
        QCOMPARE(cloud->stateOf(file), (BlobState{700'000, 700'000, true}));
        const RawReply all = cloud->getPiece(cloud->owner, cloud->pathOf(file), "bytes=0-9999999");
        QCOMPARE(all.status, 206);
        QVERIFY(all.body.toStdString() == file);
        QCOMPARE(all.headers["content-range"], QByteArray("bytes 0-699999/700000"));
        // across the pieces that it came in
        const RawReply part = cloud->getPiece(cloud->owner, cloud->pathOf(file), "bytes=299990-300009");
        QVERIFY(part.body.toStdString() == file.substr(299'990, 20));
        QCOMPARE(cloud->getPiece(cloud->owner, cloud->pathOf(file), "bytes=700000-700001").status, 400);
        for (const char* range : {"", "bytes=5-", "bytes=-5", "bytes=9-5", "bytes=0-1,3-4", "bytes=x-y", "lines=0-5"})
            QCOMPARE(cloud->getPiece(cloud->owner, cloud->pathOf(file), range).status, 400);
    }

    void what_is_answered_is_no_more_than_a_piece_and_nothing_to_be_run()
    {
        const std::string file = fileOfBytes(1'500'000);
        QCOMPARE(cloud->putWhole(cloud->owner, file).status, 200);
        const RawReply reply = cloud->getPiece(cloud->owner, cloud->pathOf(file), "bytes=0-1499999");
        QCOMPARE(reply.body.size(), qsizetype(maxBlobPieceBytes));
        QCOMPARE(reply.headers["content-type"], QByteArray("application/octet-stream"));
        QCOMPARE(reply.headers["x-content-type-options"], QByteArray("nosniff"));
        QCOMPARE(reply.headers["content-disposition"], QByteArray("attachment"));
        QVERIFY(reply.headers["content-security-policy"].contains("sandbox"));
        QVERIFY(!reply.headers.contains("content-encoding"));
    }

    void an_upload_that_was_cut_goes_on_where_it_was_cut()
    {
        const std::string file = fileOfBytes(600'000);
        QCOMPARE(cloud->putPiece(cloud->owner, file, 0, 200'000).status, 200);
        {
            RawConnection cut(cloud->port);
            Headers all = Cloud::headers(cloud->owner);
            all.emplaceBack("Content-Range", FileCloud::placeOf(200'000, 200'000, 600'000));
            const QByteArray whole = requestBytes(
                "PUT", cloud->pathOf(file), all, QByteArray::fromStdString(file.substr(200'000, 200'000)));
            QVERIFY(cut.send(whole.left(whole.size() - 50'000)));
        }
        QCOMPARE(cloud->stateOf(file), (BlobState{600'000, 200'000, false}));
        const RawReply ahead = cloud->putPiece(cloud->owner, file, 400'000, 200'000);
        QCOMPARE(ahead.error(), QByteArray("gap"));
        QCOMPARE(ahead.json()["expected"].toInt(), 200'000);
        // sent again, and overlapping what is here
        QCOMPARE(cloud->putPiece(cloud->owner, file, 0, 200'000).status, 200);
        QCOMPARE(cloud->putPiece(cloud->owner, file, 150'000, 250'000).status, 200);
        QCOMPARE(cloud->stateOf(file).received, std::int64_t{400'000});
        QCOMPARE(cloud->putPiece(cloud->owner, file, 400'000, 200'000).status, 200);
        QVERIFY(cloud->stateOf(file).complete);
        QVERIFY(cloud->getPiece(cloud->owner, cloud->pathOf(file), "bytes=0-599999").body.toStdString() == file);
        QCOMPARE(cloud->putPiece(cloud->owner, file, 0, 200'000).status, 200); // whole already
    }

    void a_file_that_is_not_what_its_hash_says_is_not_kept()
    {
        const std::string file = fileOfBytes(1000);
        std::string other = file;
        other[500] = static_cast<char>(other[500] ^ 1);
        const auto send = [&](const std::string& bytes) {
            return cloud->put(
                cloud->owner, cloud->pathOf(file), FileCloud::placeOf(0, 1000, 1000), QByteArray::fromStdString(bytes));
        };
        const RawReply refused = send(other);
        QCOMPARE(refused.status, 422);
        QCOMPARE(refused.error(), QByteArray("wrong_content"));
        QCOMPARE(cloud->stateOf(file), BlobState{});
        QCOMPARE(send(file).status, 200);
        QVERIFY(cloud->stateOf(file).complete);
        // somebody's wrong beginning costs no more than beginning anew
        const std::string second = fileOfBytes(1000, 2);
        QCOMPARE(cloud
                     ->put(cloud->owner, cloud->pathOf(second), FileCloud::placeOf(0, 600, 1000),
                         QByteArray::fromStdString(file.substr(0, 600)))
                     .status,
            200);
        QCOMPARE(cloud->putPiece(cloud->owner, second, 600, 400).error(), QByteArray("wrong_content"));
        QCOMPARE(cloud->putPiece(cloud->owner, second, 0, 1000).status, 200);
        // and one about its size does not either
        const std::string third = fileOfBytes(1000, 3);
        QCOMPARE(cloud
                     ->put(cloud->owner, cloud->pathOf(third), FileCloud::placeOf(0, 600, 900),
                         QByteArray::fromStdString(third.substr(0, 600)))
                     .status,
            200);
        QCOMPARE(cloud->putPiece(cloud->owner, third, 0, 1000).status, 200);
        QVERIFY(cloud->stateOf(third).complete);
    }

    void kinds_are_told_by_the_first_bytes_and_nothing_that_runs_is_taken_data()
    {
        QTest::addColumn<QByteArray>("beginning");
        QTest::addColumn<bool>("taken");
        QTest::newRow("png") << bytesOf("\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 16) << true;
        QTest::newRow("jpeg") << bytesOf("\xff\xd8\xff\xe0\0\x10JFIF", 10) << true;
        QTest::newRow("exif") << bytesOf("\xff\xd8\xff\xe1\0\x10"
                                         "Exif",
            10) << true;
        QTest::newRow("pdf") << bytesOf("%PDF-1.7\n%") << true;
        QTest::newRow("png without a head") << bytesOf("\x89PNG\r\n\x1a\n\0\0\0\rtEXt", 16) << false;
        QTest::newRow("svg") << bytesOf("<svg xmlns='http://www.w3.org/2000/svg'>") << false;
        QTest::newRow("xml") << bytesOf("<?xml version='1.0'?><svg>") << false;
        QTest::newRow("html") << bytesOf("<!doctype html><script>") << false;
        QTest::newRow("html before a pdf") << bytesOf("<html>%PDF-1.7") << false;
        QTest::newRow("windows program") << bytesOf("MZ\x90\0\x03\0\0\0\x04", 9) << false;
        QTest::newRow("linux program") << bytesOf("\x7f"
                                                  "ELF\x02\x01\x01\0",
            8) << false;
        QTest::newRow("script") << bytesOf("#!/bin/sh\nrm -rf /") << false;
        QTest::newRow("zip") << bytesOf("PK\x03\x04\x14\0\x06\0", 8) << false;
        QTest::newRow("ole") << bytesOf("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) << false;
        QTest::newRow("gif") << bytesOf("GIF89a\x01\0\x01\0", 10) << false;
        QTest::newRow("nothing") << QByteArray(40, '\0') << false;
    }
    void kinds_are_told_by_the_first_bytes_and_nothing_that_runs_is_taken()
    {
        QFETCH(QByteArray, beginning);
        QFETCH(bool, taken);
        const std::string file = beginning.toStdString() + std::string(100, 'x');
        QCOMPARE(cloud->putWhole(cloud->owner, file).status, taken ? 200 : 422);
        QCOMPARE(cloud->stateOf(file).complete, taken);
        // also where the beginning came in pieces too small to tell
        const std::string other = beginning.toStdString() + std::string(100, 'y');
        QCOMPARE(cloud->putPiece(cloud->owner, other, 0, 3).status, 200);
        QCOMPARE(cloud->putPiece(cloud->owner, other, 3, other.size() - 3).status, taken ? 200 : 422);
        QCOMPARE(cloud->stateOf(other).complete, taken);
    }

    void what_is_too_large_is_refused_before_it_is_read()
    {
        const std::string large = fileOfBytes(maxBlobBytes + 1);
        QCOMPARE(cloud->putPiece(cloud->owner, large, 0, 100).error(), QByteArray("too_large"));
        QCOMPARE(cloud->putPiece(cloud->owner, large, 0, maxBlobPieceBytes + 1).status, 413);
        QCOMPARE(cloud->stateOf(large), BlobState{});
        const std::string largest = fileOfBytes(maxBlobBytes);
        QCOMPARE(cloud->putWhole(cloud->owner, largest).status, 200);
        QVERIFY(cloud->stateOf(largest).complete);
    }

    void a_place_that_does_not_fit_the_piece_is_refused()
    {
        const std::string file = fileOfBytes(1000);
        const QByteArray bytes = QByteArray::fromStdString(file.substr(0, 100));
        for (const char* place : {"", "bytes 0-98/1000", "bytes 0-99/99", "bytes 0-99/*", "bytes */1000", "0-99/1000",
                 "bytes -1-98/1000", "bytes 0-99/99999999999999999999", "bytes 99-0/1000",
                 "bytes 9223372036854775800-9223372036854775807/9223372036854775807"})
            QVERIFY2(cloud->put(cloud->owner, cloud->pathOf(file), place, bytes).status >= 400, place);
        QCOMPARE(cloud->stateOf(file), BlobState{});
    }

    void the_files_of_a_space_are_limited_and_abandoned_ones_make_room()
    {
        CountingRandom random;
        const auto store = openTestSpace(random);
        server::BlobService files(*store, {.spaceBytes = 2000, .abandonedMs = 1000});
        const std::string first = fileOfBytes(1000, 1);
        const std::string second = fileOfBytes(900, 2);
        const std::string third = fileOfBytes(800, 3);
        QVERIFY(files.add(hashOfBlob(first), {0, 1000, first}, 10));
        QVERIFY(files.add(hashOfBlob(second), {0, 900, std::string_view(second).substr(0, 100)}, 10));
        QVERIFY(files.add(hashOfBlob(third), {0, 800, third}, 20)->complete); // a beginning takes no more than it has
        const auto full = files.add(hashOfBlob(second), {100, 900, std::string_view(second).substr(100)}, 30);
        QVERIFY(!full && full.error().code == ErrorCode::QuotaReached);
        const std::string fourth = fileOfBytes(200, 4);
        QVERIFY(!files.add(hashOfBlob(fourth), {0, 200, fourth}, 40));
        QVERIFY(files.add(hashOfBlob(fourth), {0, 200, fourth}, 2000)->complete);
        QCOMPARE(*files.state(hashOfBlob(second)), BlobState{});
        QVERIFY(files.state(hashOfBlob(first))->complete); // whole ones stay for ever
    }

    void of_files_that_come_side_by_side_the_first_that_is_whole_has_the_room()
    {
        CountingRandom random;
        const auto store = openTestSpace(random);
        server::BlobService files(*store, {.spaceBytes = 1000, .unfinished = 2});
        const std::string one = fileOfBytes(900, 1);
        const std::string other = fileOfBytes(900, 2);
        QVERIFY(files.add(hashOfBlob(one), {0, 900, std::string_view(one).substr(0, 50)}, 1));
        QVERIFY(files.add(hashOfBlob(other), {0, 900, std::string_view(other).substr(0, 50)}, 1));
        const std::string third = fileOfBytes(20, 3);
        const auto tooMany = files.add(hashOfBlob(third), {0, 20, third}, 1);
        QVERIFY(!tooMany && tooMany.error().code == ErrorCode::QuotaReached);
        QVERIFY(files.add(hashOfBlob(one), {50, 900, std::string_view(one).substr(50)}, 2)->complete);
        const auto late = files.add(hashOfBlob(other), {50, 900, std::string_view(other).substr(50)}, 3);
        QVERIFY(!late && late.error().code == ErrorCode::QuotaReached);
    }

    void a_file_that_comes_slowly_is_not_abandoned()
    {
        CountingRandom random;
        const auto store = openTestSpace(random);
        server::BlobService files(*store, {.spaceBytes = 2000, .abandonedMs = 1000});
        const std::string slow = fileOfBytes(900, 1);
        for (std::int64_t piece = 0; piece < 3; ++piece) {
            const auto bytes = std::string_view(slow).substr(static_cast<std::size_t>(300 * piece), 300);
            QVERIFY(files.add(hashOfBlob(slow), {300 * piece, 900, bytes}, 900 * piece));
            const std::string other = fileOfBytes(50, static_cast<int>(10 + piece)); // whose begin clears up
            QVERIFY(files.add(hashOfBlob(other), {0, 50, other}, 900 * piece + 800));
        }
        QVERIFY(files.state(hashOfBlob(slow))->complete);
    }

    void another_space_has_nothing_of_it_and_cannot_be_asked()
    {
        const std::string file = fileOfBytes(1000);
        QCOMPARE(cloud->putWhole(cloud->owner, file).status, 200);
        const server::Company other = *cloud->accounts.addCompany("다른회사", "");
        QVERIFY(cloud->accounts.addUser(other, "other@example.com", "남", Owner, "correct horse"));
        const QByteArray theirs = cloud->signIn("other@example.com");
        // the same hash is not there for them
        const QByteArray own = cloud->pathIn(other.space, "blobs/") + hashText(file);
        QCOMPARE(cloud->getPiece(theirs, own, "bytes=0-99").status, 404);
        QCOMPARE(People::read<BlobState>(cloud->get(theirs, own + "/state")), BlobState{});
        // and whether the other company has it is not told
        const std::string unknown = fileOfBytes(1000, 9);
        const RawReply known = cloud->getPiece(theirs, cloud->pathOf(file), "bytes=0-99");
        QCOMPARE(known.error(), QByteArray("forbidden"));
        QCOMPARE(known.body, cloud->getPiece(theirs, cloud->pathOf(unknown), "bytes=0-99").body);
        QCOMPARE(cloud->get(theirs, cloud->pathOf(file) + "/state").body,
            cloud->get(theirs, cloud->pathOf(unknown) + "/state").body);
        QCOMPARE(cloud->putPiece(theirs, unknown, 0, 1000).error(), QByteArray("forbidden"));
        QCOMPARE(cloud->stateOf(unknown), BlobState{});
    }

    void who_may_not_write_attachments_may_not_send_files()
    {
        const std::string file = fileOfBytes(1000);
        const std::string other = fileOfBytes(1000, 2);
        QCOMPARE(cloud->putWhole(member(Staff), file).status, 200);
        for (const QByteArray& token : {member(Executive), member(Coordinator, cloud->clock.now + People::dayMs)}) {
            QCOMPARE(cloud->getPiece(token, cloud->pathOf(file), "bytes=0-99").status, 206);
            QCOMPARE(cloud->putWhole(token, other).error(), QByteArray("forbidden"));
        }
        QCOMPARE(cloud->stateOf(other), BlobState{});
    }

    void a_name_that_is_no_hash_leads_nowhere()
    {
        const QByteArray hash = hashText(fileOfBytes(10));
        for (const QByteArray& name : {QByteArray("x"), QByteArray(".."), QByteArray("..%2f..%2faccounts.sqlite"),
                 QByteArray("../../accounts.sqlite"), hash.left(63), hash + "0", hash.toUpper(), hash.left(62) + "..",
                 "%2e" + hash.left(61), QByteArray(64, '.'), QByteArray(64, '/')}) {
            const QByteArray path = cloud->spacePath("blobs/") + name;
            QCOMPARE(cloud->getPiece(cloud->owner, path, "bytes=0-9").status, 404);
            QCOMPARE(cloud->put(cloud->owner, path, "bytes 0-9/10", QByteArray(10, 'x')).status, 404);
            QCOMPARE(cloud->get(cloud->owner, path + "/state").status, 404);
        }
    }
};

QTEST_GUILESS_MAIN(BlobsTest)
#include "blobs_test.moc"
