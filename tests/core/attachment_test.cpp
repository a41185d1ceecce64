// Files of rows on one PC: kept with their rows or not at all, fetched in pieces, let go only when the cloud has them.
#include "core/storage/blob_store.h"
#include "tests/core/commands_fixture.h"
#include "tests/support/sample_files.h"

#include <QtTest>

using namespace dure;
using namespace dure::commands;
using namespace dure::storage;
using dure::test::CommandsFixture;
using dure::test::fileOfBytes;

namespace {

struct Office : CommandsFixture
{
    BlobStore blobs{db()};

    CompanyProfile profile()
    {
        CompanyProfile now;
        now.name = "한결플라스틱";
        return now;
    }
    Result seal(const std::string& bytes)
    {
        const SealChange change{bytes, "도장.png"};
        return commands.saveCompanyProfile(profile(), nullptr, &change);
    }
    std::optional<Attachment> sealRow()
    {
        return AttachmentStore(db()).one(
            TableId::CompanyProfile, derivedUuid({}, "company_profile"), AttachmentKind::Seal);
    }
    /// As a row that came from the cloud names it.
    BlobHash name(const std::string& file, AttachmentKind kind)
    {
        Attachment row;
        row.id = makeUuidV7(clock.nowMs(), random);
        row.ownerTable = "product";
        row.ownerId = row.id;
        row.kind = kind;
        row.type = "image/png";
        row.size = static_cast<std::int64_t>(file.size());
        row.hash = hashOfBlob(file).toString();
        RowStore(db()).put(tableOf(TableId::Attachment), {toRow(row), 5, false, 0});
        return hashOfBlob(file);
    }
    Received receive(const std::string& file, std::size_t at, std::size_t length)
    {
        return blobs.receive(hashOfBlob(file), static_cast<std::int64_t>(at), file.substr(at, length), 7);
    }
    std::int64_t heldBytes()
    {
        auto rows = db().prepareOnce("SELECT ifnull(sum(length(bytes)), 0) FROM blob_piece");
        rows.step();
        return rows.integer(0);
    }
};

Problem problemOf(const Result& result)
{
    return result || result.error().problems.empty() ? Problem::Duplicate : result.error().problems[0].problem;
}

} // namespace

class AttachmentTest : public QObject
{
    Q_OBJECT
private slots:
    void a_seal_is_kept_with_its_row_and_waits_for_the_cloud()
    {
        Office f;
        const std::string file = fileOfBytes(600'000);
        QVERIFY(f.seal(file));
        const auto row = f.sealRow();
        QVERIFY(row && row->type == "image/png" && row->size == 600'000 && row->fileName == "도장.png");
        QCOMPARE(row->hash, hashOfBlob(file).toString());
        QVERIFY(AttachmentStore(f.db()).seal() == file);
        QCOMPARE(f.blobs.waiting().size(), std::size_t{1});
        QCOMPARE(f.blobs.bytes(hashOfBlob(file), 262'140, 10), file.substr(262'140, 10));
        QCOMPARE(f.lastSent().changes.size(), std::size_t{2});
        QCOMPARE(f.whatIsWrong(), std::string());
        // chosen again: nothing to do
        QVERIFY(f.seal(file)->changes.empty());
        QCOMPARE(f.heldBytes(), std::int64_t{600'000});
    }

    void another_seal_takes_its_place_and_undo_brings_the_first_one_back()
    {
        Office f;
        const std::string first = fileOfBytes(1000, 1);
        const std::string second = fileOfBytes(1000, 2);
        QVERIFY(f.seal(first));
        const Uuid id = f.sealRow()->id;
        QVERIFY(f.seal(second));
        QCOMPARE(f.sealRow()->id, id);
        QVERIFY(AttachmentStore(f.db()).seal() == second);
        QVERIFY(f.commands.undo(Office::today));
        QVERIFY(AttachmentStore(f.db()).seal() == first);
        QVERIFY(f.seal({}));
        QVERIFY(!f.sealRow() && !AttachmentStore(f.db()).seal());
        QVERIFY(f.commands.undo(Office::today));
        QVERIFY(AttachmentStore(f.db()).seal() == first);
        QVERIFY(f.seal({}));
        QVERIFY(f.seal(second)); // what was taken away stays so: this is another
        QVERIFY(f.sealRow()->id != id);
        QCOMPARE(f.blobs.waitingCount(), std::int64_t{2}); // both may still be asked for
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void what_is_no_image_or_too_large_is_refused_whole()
    {
        Office f;
        QCOMPARE(problemOf(f.seal("<svg xmlns='http://www.w3.org/2000/svg'/>")), Problem::FileKind);
        QCOMPARE(problemOf(f.seal("%PDF-1.4\n")), Problem::FileKind);
        QCOMPARE(problemOf(f.seal(fileOfBytes(maxBlobBytes + 1))), Problem::FileTooLarge);
        QVERIFY(!AttachmentStore(f.db()).seal());
        QCOMPARE(f.heldBytes(), std::int64_t{0});
        QVERIFY(f.sent().empty());
        QVERIFY(f.seal(fileOfBytes(maxBlobBytes)));
    }

    void drawings_and_photos_are_many_and_may_be_pdf()
    {
        Office f;
        const Product product = f.makeProduct();
        const auto attach = [&](const std::string& bytes, AttachmentKind kind) {
            return f.commands.attachFile({TableId::Product, product.id, kind, "도면", bytes});
        };
        const auto first = attach("%PDF-1.4\n", AttachmentKind::Drawing);
        QVERIFY(first && attach(fileOfBytes(1000), AttachmentKind::Drawing));
        QVERIFY(attach(fileOfBytes(1000), AttachmentKind::Photo));
        QCOMPARE(
            AttachmentStore(f.db()).of(TableId::Product, product.id, AttachmentKind::Drawing).size(), std::size_t{2});
        QCOMPARE(f.heldBytes(), std::int64_t{1009}); // the same content is kept once
        QCOMPARE(problemOf(attach("%PDF-1.4\n", AttachmentKind::Logo)), Problem::FileKind);
        QCOMPARE(attach({}, AttachmentKind::Photo).error().kind, ErrorKind::Invalid);
        QCOMPARE(
            f.commands.attachFile({TableId::Product, f.user, AttachmentKind::Photo, "", fileOfBytes(99)}).error().kind,
            ErrorKind::NotFound);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void on_a_full_disk_neither_the_file_nor_its_row_is_kept()
    {
        Office f;
        QVERIFY(f.commands.saveCompanyProfile(f.profile()));
        auto pages = f.db().prepareOnce("PRAGMA page_count");
        pages.step();
        f.db().limitPages(pages.integer(0) + 20);
        const auto full = f.seal(fileOfBytes(500'000));
        QVERIFY(!full && full.error().kind == ErrorKind::StorageFull);
        f.db().limitPages(0);
        QVERIFY(!f.sealRow());
        QCOMPARE(f.heldBytes(), std::int64_t{0});
        QVERIFY(f.seal(fileOfBytes(500'000)));
        QCOMPARE(f.db().integrityCheck(), std::string("ok"));
    }

    void seals_and_logos_are_fetched_always_the_rest_when_it_is_wanted()
    {
        Office f;
        const BlobHash seal = f.name(fileOfBytes(1000, 1), AttachmentKind::Seal);
        f.name(fileOfBytes(1000, 2), AttachmentKind::Logo);
        const BlobHash photo = f.name(fileOfBytes(1000, 3), AttachmentKind::Photo);
        QCOMPARE(f.blobs.missing().size(), std::size_t{2});
        f.blobs.want(photo, 1000);
        QCOMPARE(f.blobs.missing().size(), std::size_t{3});
        f.blobs.want(seal, 1000);
        QCOMPARE(f.receive(fileOfBytes(1000, 1), 0, 400), Received::Part);
        QVERIFY(!f.blobs.read(seal));
        QCOMPARE(f.receive(fileOfBytes(1000, 1), 500, 500), Received::Part); // does not follow: passed over
        QCOMPARE(f.blobs.find(seal)->held, std::int64_t{400});
        QCOMPARE(f.receive(fileOfBytes(1000, 1), 400, 600), Received::Whole);
        QVERIFY(f.blobs.read(seal) == fileOfBytes(1000, 1));
        QCOMPARE(f.blobs.missing().size(), std::size_t{2});
        QVERIFY(f.blobs.waiting().empty()); // it came from there
        f.blobs.want(photo, maxBlobBytes + 1);
        f.blobs.want(hashOfBlob("x"), maxBlobBytes + 1);
        QVERIFY(!f.blobs.find(hashOfBlob("x")));
    }

    void what_arrives_and_is_not_what_its_hash_says_is_dropped()
    {
        Office f;
        const std::string file = fileOfBytes(1000);
        const BlobHash hash = f.name(file, AttachmentKind::Photo);
        f.blobs.want(hash, 1000);
        std::string wrong = file;
        wrong[999] = static_cast<char>(wrong[999] ^ 1);
        QCOMPARE(f.blobs.receive(hash, 0, wrong, 7), Received::Wrong);
        QCOMPARE(f.heldBytes(), std::int64_t{0});
        QCOMPARE(f.blobs.receive(hash, 0, file + "more", 7), Received::Wrong);
        QCOMPARE(f.receive(file, 0, 1000), Received::Whole);
        // right by its hash, but nothing that is opened
        const std::string page = "<html>" + std::string(100, 'x');
        f.blobs.want(hashOfBlob(page), 106);
        QCOMPARE(f.blobs.receive(hashOfBlob(page), 0, page, 7), Received::Wrong);
    }

    void a_file_the_cloud_does_not_have_is_never_let_go()
    {
        Office f;
        const std::string mine = fileOfBytes(1000, 1);
        QVERIFY(f.seal(mine));
        const Product product = f.makeProduct();
        std::vector<BlobHash> photos;
        for (std::uint64_t seed = 10; seed < 14; ++seed) {
            const std::string photo = fileOfBytes(1000, seed);
            QVERIFY(f.commands.attachFile({TableId::Product, product.id, AttachmentKind::Photo, "사진", photo}));
            photos.push_back(hashOfBlob(photo));
        }
        f.blobs.makeRoom(0, 1'000'000);
        QCOMPARE(f.heldBytes(), std::int64_t{5000});
        f.blobs.confirm(hashOfBlob(mine), 1);
        f.blobs.confirm(photos[0], 30);
        f.blobs.confirm(photos[1], 20);
        f.blobs.confirm(photos[2], 90);
        f.blobs.makeRoom(4000, 50);
        QVERIFY(f.blobs.read(photos[0]) && !f.blobs.read(photos[1])); // the oldest first
        f.blobs.makeRoom(0, 50);
        QVERIFY(!f.blobs.read(photos[0]));
        QVERIFY(f.blobs.read(photos[2])); // no verified backup holds it
        QVERIFY(f.blobs.read(photos[3])); // not confirmed
        QVERIFY(f.blobs.read(hashOfBlob(mine))); // a seal
        f.blobs.doubtAll();
        QCOMPARE(f.blobs.waiting().size(), std::size_t{3});
        QCOMPARE(f.blobs.find(photos[1])->place, BlobPlace::Known);
        f.blobs.dropFetched();
        QCOMPARE(f.heldBytes(), std::int64_t{3000});
    }
};

QTEST_APPLESS_MAIN(AttachmentTest)
#include "attachment_test.moc"
