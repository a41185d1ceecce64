// Local backups: what is kept, that a copy is whole while others write, and that a restored file is a new life.
#include "core/storage/backup.h"

#include "core/storage/sync_state.h"
#include "tests/core/commands_fixture.h"

#include <QFile>
#include <QtTest>
#include <thread>

using namespace dure;
using namespace dure::storage;
using dure::test::CommandsFixture;

namespace {

BackupFile madeAt(Date day, int hour = 18)
{
    const BackupStamp stamp{day.yyyymmdd * 1'000'000LL + hour * 10'000};
    return {std::to_string(stamp.value), stamp, 1, false};
}

std::vector<std::int32_t> daysLeft(std::vector<BackupFile> files)
{
    const auto outdated = outdatedBackups(files);
    std::vector<std::int32_t> left;
    for (const BackupFile& file : files)
        if (std::ranges::find(outdated, file.path, &BackupFile::path) == outdated.end())
            left.push_back(file.stamp.day().yyyymmdd);
    return left;
}

/// A company with an order in a file, and a folder for its backups.
struct Shelf : CommandsFixture
{
    QTemporaryDir dir;
    std::string folder = dir.filePath("backups").toStdString();
    Uuid mine = derivedUuid({}, "mine");
    Customer customer = makeCustomer();
    Product product = makeProduct();

    std::string order(std::int64_t quantity)
    {
        const auto saved = commands.saveOrder(orderInput(customer, {line(product, quantity, 98)}));
        return saved ? saved->number : std::string();
    }
    std::expected<BackupFile, BackupFailure> backUp(int hour = 18)
    {
        return writeBackup(path, folder, {20261123'000000LL + hour * 10'000});
    }
};

} // namespace

class BackupTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_year_of_daily_backups_leaves_days_weeks_and_months()
    {
        std::vector<BackupFile> files;
        const Date last = Date::fromYmd(2026, 11, 23); // a Monday
        for (int back = 0; back < 365; ++back)
            files.push_back(madeAt(last.addDays(-back)));
        const std::vector<std::int32_t> expected{20261123, 20261122, 20261121, 20261120, 20261119, 20261118, 20261117,
            20261115, 20261108, 20261031, 20260930, 20260831, 20260731, 20260630};
        QCOMPARE(daysLeft(files), expected);
    }

    void weeks_without_the_pc_take_nothing_away()
    {
        const std::vector<BackupFile> files{madeAt({20261123}), madeAt({20260301}), madeAt({20250101})};
        QCOMPARE(daysLeft(files).size(), std::size_t{3});
    }

    void of_one_day_the_newest_stays_and_what_was_kept_aside_always()
    {
        BackupFile aside = madeAt({20200101});
        aside.isKeptAside = true;
        const std::vector<BackupFile> files{madeAt({20261123}, 9), madeAt({20261123}, 18), aside};
        const auto outdated = outdatedBackups(files);
        QCOMPARE(outdated.size(), std::size_t{1});
        QCOMPARE(outdated.front().stamp.hour(), 9);
    }

    void a_backup_holds_what_was_there_and_is_one_file()
    {
        Shelf shelf;
        shelf.order(30'000);
        const auto made = shelf.backUp();
        QVERIFY2(made, made ? "" : made.error().detail.c_str());
        const auto facts = readBackup(made->path, BackupCheck::Thorough);
        QVERIFY(facts);
        QCOMPARE(*facts, (BackupFacts{1, 1, 1, 0, 0, 3, shelf.today}));
        QCOMPARE(backupsIn(shelf.folder).size(), std::size_t{1});
        QCOMPARE(QDir(QString::fromStdString(shelf.folder)).entryList(QDir::Files).size(), 1);
        QCOMPARE(QFileInfo(QString::fromStdString(made->path)).fileName(), QStringLiteral("dure-20261123-180000.db"));
    }

    void saving_goes_on_while_a_backup_is_written_and_does_not_start_it_anew()
    {
        Shelf shelf;
        for (int i = 0; i < 400; ++i)
            shelf.order(1000 + i);
        int portions = 0;
        const auto made = writeBackup(shelf.path, shelf.folder, {20261123180000}, [&](std::int64_t, std::int64_t) {
            if (shelf.order(1).empty()) // would wait five seconds and fail if the copy held the writer up
                return false;
            return ++portions < 50;
        });
        QVERIFY(made);
        QVERIFY(portions > 0);
        QVERIFY2(portions < 50, "each save started the copy anew");
        QCOMPARE(readBackup(made->path, BackupCheck::Thorough)->orders, std::int64_t{400});
        QVERIFY(shelf.whatIsWrong().empty());
    }

    void a_copy_that_is_stopped_leaves_nothing()
    {
        Shelf shelf;
        for (int i = 0; i < 400; ++i)
            shelf.order(1000 + i);
        const auto made
            = writeBackup(shelf.path, shelf.folder, {20261123180000}, [](std::int64_t, std::int64_t) { return false; });
        QVERIFY(!made && made.error().wasStopped);
        QVERIFY(QDir(QString::fromStdString(shelf.folder)).isEmpty());
    }

    void a_damaged_file_is_no_backup()
    {
        Shelf shelf;
        for (int i = 0; i < 50; ++i)
            shelf.order(1000 + i);
        const auto made = shelf.backUp();
        QFile file(QString::fromStdString(made->path));
        QVERIFY(file.open(QIODevice::ReadWrite));
        file.seek(file.size() / 2);
        file.write(QByteArray(20'000, 'x'));
        file.close();
        const auto facts = readBackup(made->path, BackupCheck::Thorough);
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, sqlite::FailureKind::Corrupt);
        const auto ready = prepareRestore(made->path, shelf.path, shelf.mine, shelf.clock.nowMs(), shelf.random);
        QVERIFY(!ready);
        QVERIFY(!QFile::exists(QString::fromStdString(shelf.path) + ".restored"));
    }

    void a_folder_that_cannot_be_written_is_said()
    {
        Shelf shelf;
        QFile inTheWay(QString::fromStdString(shelf.folder));
        QVERIFY(inTheWay.open(QIODevice::WriteOnly));
        QVERIFY(!shelf.backUp());
    }

    void what_was_cut_off_is_swept_up()
    {
        Shelf shelf;
        QVERIFY(shelf.backUp());
        QFile part(QString::fromStdString(shelf.folder) + "/dure-20261122-180000.db.part");
        QVERIFY(part.open(QIODevice::WriteOnly));
        rotateBackups(shelf.folder);
        QVERIFY(!part.exists());
        QCOMPARE(backupsIn(shelf.folder).size(), std::size_t{1});
    }

    void a_restored_file_is_a_new_life_and_the_present_one_is_kept()
    {
        Shelf shelf;
        const std::string before = shelf.order(30'000);
        const std::string letters = SyncState(shelf.db()).letters();
        const Uuid incarnation = SyncState(shelf.db()).incarnation();
        const auto made = shelf.backUp();
        shelf.order(5'000);
        QVERIFY(prepareRestore(made->path, shelf.path, shelf.mine, shelf.clock.nowMs(), shelf.random));
        shelf.space.reset();
        const auto aside = putRestored(shelf.path, shelf.folder, {20261123190000});
        QVERIFY2(aside, aside ? "" : aside.error().detail.c_str());
        QCOMPARE(readBackup(*aside, BackupCheck::Thorough)->orders, std::int64_t{2});
        QVERIFY(backupsIn(shelf.folder).front().isKeptAside);

        shelf.space = std::move(*SpaceDatabase::open(shelf.path));
        sqlite::Database& db = shelf.space->db();
        QVERIFY(SyncState(db).incarnation() != incarnation);
        QVERIFY(SyncState(db).letters() != letters);
        // what it holds unsent keeps its numbers, by which the cloud knows what it got since
        const auto waiting = Outbox(db).inState(EntryState::Waiting, 100);
        QCOMPARE(waiting.size(), std::size_t{3});
        QCOMPARE(waiting.front().incarnation, incarnation);
        commands::Commands again(*shelf.space, shelf.clock, shelf.random, protocol::encodeMutation, {shelf.user, ""});
        const auto next = again.saveOrder(shelf.orderInput(shelf.customer, {shelf.line(shelf.product, 7, 98)}));
        QVERIFY(next);
        QVERIFY(next->number != before);
        auto numbers = db.prepareOnce("SELECT count(*), count(DISTINCT number) FROM sales_order");
        QVERIFY(numbers.step());
        QCOMPARE(numbers.integer(0), std::int64_t{2});
        QCOMPARE(numbers.integer(1), std::int64_t{2});
        QCOMPARE(DerivedData(db).differences(), std::string());
    }

    void another_companys_backup_is_put_into_no_other()
    {
        Shelf shelf, others;
        shelf.space->bindTo(shelf.mine);
        others.space->bindTo(derivedUuid({}, "others"));
        others.order(5'000);
        const auto made = others.backUp();
        const auto ready = prepareRestore(made->path, shelf.path, shelf.mine, shelf.clock.nowMs(), shelf.random);
        QVERIFY(!ready);
        QCOMPARE(ready.error().trouble, BackupTrouble::OtherCompany);
        QVERIFY(!QFile::exists(QString::fromStdString(shelf.path) + ".restored"));
        QVERIFY(prepareRestore(shelf.backUp()->path, shelf.path, shelf.mine, shelf.clock.nowMs(), shelf.random));
    }

    void a_newer_versions_backup_is_said_to_be_one()
    {
        Shelf shelf;
        const auto made = shelf.backUp();
        sqlite::Database(made->path, {}).execute("PRAGMA user_version=99");
        QCOMPARE(readBackup(made->path, BackupCheck::Quick).error().trouble, BackupTrouble::NewerVersion);
    }

    void a_check_is_broken_off_when_nobody_wants_it_any_more()
    {
        Shelf shelf;
        for (int i = 0; i < 200; ++i)
            shelf.order(1000 + i);
        const auto made = shelf.backUp();
        const auto facts = readBackup(made->path, BackupCheck::Thorough, [] { return false; });
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, sqlite::FailureKind::Interrupted);
    }

    void what_was_kept_aside_can_be_put_back()
    {
        Shelf shelf;
        const auto made = shelf.backUp();
        shelf.order(5'000);
        QVERIFY(prepareRestore(made->path, shelf.path, shelf.mine, shelf.clock.nowMs(), shelf.random));
        shelf.space.reset();
        const auto aside = putRestored(shelf.path, shelf.folder, {20261123190000});
        QCOMPARE(readBackup(shelf.path, BackupCheck::Thorough)->orders, std::int64_t{0});
        QVERIFY(prepareRestore(*aside, shelf.path, shelf.mine, shelf.clock.nowMs(), shelf.random));
        QVERIFY(putRestored(shelf.path, shelf.folder, {20261123190500}));
        QCOMPARE(readBackup(shelf.path, BackupCheck::Thorough)->orders, std::int64_t{1});
    }

    void a_backup_of_an_older_version_is_brought_to_this_one()
    {
        QTemporaryDir dir;
        const std::string database = dir.filePath("company.db").toStdString();
        QVERIFY(SpaceDatabase::open(database));
        CommandsFixture f;
        const std::string old = DURE_SOURCE_DIR "/tests/data/fixtures/client-v1.sqlite";
        const auto ready = prepareRestore(old, database, {}, f.clock.nowMs(), f.random);
        QVERIFY2(ready, ready ? "" : ready.error().detail.c_str());
        QVERIFY(putRestored(database, dir.path().toStdString(), {20261123190000}));
        QCOMPARE(readBackup(database, BackupCheck::Thorough)->orders, std::int64_t{1});
        QCOMPARE(dir.path().isEmpty(), false);
        QCOMPARE(QDir(dir.path()).entryList({"*.before-*"}, QDir::Files).size(), 0);
    }
};

QTEST_GUILESS_MAIN(BackupTest)
#include "backup_test.moc"
