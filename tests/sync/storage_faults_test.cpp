// The disk fails at every single operation of a push, a pull, a first sync and a migration, on the PC and in the cloud:
// nothing may be lost, doubled or half-written, and all goes on once the disk works again.
#include "core/storage/migrations.h"
#include "tests/support/faulty_disk.h"
#include "tests/sync/desk.h"

#include <QTemporaryDir>
#include <QTest>

#include <filesystem>

using namespace dure;
using namespace dure::test;
namespace fs = std::filesystem;
namespace disk = dure::testing::faulty_disk;
using dure::testing::DiskFault;

namespace {

constexpr int rows = 25; ///< in the cloud at first
constexpr int unsent = 3; ///< made on the PC that works on

/// Until the engine has nothing more to ask. Whatever fails, as the window does it, is tried again later.
void syncRound(Desk& desk)
{
    desk.engine.wake();
    desk.engine.pullSoon();
    for (int asked = 0; asked < 200; ++asked) {
        std::optional<client::Request> request;
        try {
            request = desk.engine.next(desk.clock.now);
        } catch (const sqlite::Failure&) {
            return;
        }
        if (!request)
            return;
        client::Reply reply = std::unexpected(client::Failure(client::NoAnswer{"the cloud's disk failed"}));
        try {
            reply = desk.ask(*request);
        } catch (const std::exception&) {
            // the server answers 503
        }
        desk.engine.consume(*request, reply, desk.clock.now);
    }
}

bool isWhole(const std::string& path)
{
    sqlite::Database db(path, {.mode = sqlite::OpenMode::ReadOnly});
    auto check = db.prepareOnce("PRAGMA integrity_check");
    return check.step() && check.text(0) == "ok";
}

} // namespace

class StorageFaultsTest : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::string path(const std::string& name) const { return m_folder.path().toStdString() + "/" + name; }

    void copy(const std::string& from, const std::string& to) const
    {
        for (const char* suffix : {"-wal", "-shm"})
            fs::remove(path(to) + suffix);
        if (from.empty())
            fs::remove(path(to));
        else
            fs::copy_file(path(from), path(to), fs::copy_options::overwrite_existing);
    }

    /// Both sides with the disk of one of them failing at the k-th operation; false: it took fewer.
    bool run(const std::string& client, const std::string& failing, std::int64_t k, DiskFault fault)
    {
        copy("cloud0", "cloud");
        copy(client, "client");
        CloudSpace cloud(SpaceKind::Company, path("cloud"));
        disk::failAt(k, fault, path(failing));
        try {
            if (auto space = storage::SpaceDatabase::open(path("client"))) {
                Desk desk(cloud, 1, std::move(*space));
                for (int round = 0; round < 3; ++round)
                    syncRound(desk);
            }
        } catch (const sqlite::Failure&) {
            // the PC could not begin
        }
        disk::heal();
        return disk::hasFailed();
    }

    /// The disk works again.
    void checkAfter(bool hadUnsent)
    {
        QVERIFY(isWhole(path("cloud")));
        CloudSpace cloud(SpaceKind::Company, path("cloud"));
        auto space = storage::SpaceDatabase::open(path("client"));
        QVERIFY2(space.has_value(), space ? "" : space.error().detail.c_str());
        Desk desk(cloud, 1, std::move(*space));
        syncRound(desk);
        syncRound(desk);
        const int expected = rows + (hadUnsent ? unsent : 0);
        QCOMPARE(desk.count("SELECT count(*) FROM customer WHERE deleted = 0"), std::int64_t{expected});
        QCOMPARE(desk.count("SELECT count(DISTINCT name) FROM customer"), std::int64_t{expected});
        QCOMPARE(desk.count("SELECT count(*) FROM outbox WHERE state <> 2"), std::int64_t{0});
        QCOMPARE(cloud.state().head, std::int64_t{expected});
        QVERIFY(desk.engine.status().upToDate);
        QCOMPARE(desk.engine.status().digestMismatches, std::int64_t{0});
        QCOMPARE(cloud.recomputedDigests(desk.hand), cloud.service.digest(desk.hand.actor)->tables);
        desk.space.reset();
        QVERIFY(isWhole(path("client")));
    }

    static void addFaults()
    {
        QTest::addColumn<int>("fault");
        QTest::newRow("broken once") << int(DiskFault::Broken);
        QTest::newRow("broken for good") << int(DiskFault::BrokenForGood);
        QTest::newRow("full") << int(DiskFault::Full);
    }

    void everyOperation(const std::string& client, const std::string& failing)
    {
        QFETCH(int, fault);
        std::int64_t k = 1;
        for (; run(client, failing, k, static_cast<DiskFault>(fault)); ++k) {
            checkAfter(!client.empty());
            if (QTest::currentTestFailed())
                QFAIL(qPrintable(QStringLiteral("at operation %1").arg(k)));
        }
        checkAfter(!client.empty()); // of the run that nothing befell
        QVERIFY2(k > 20, "hardly an operation was counted: the disk is not the one that is used");
        qInfo("%lld operations", static_cast<long long>(k - 1));
    }

private Q_SLOTS:
    void initTestCase()
    {
        disk::install();
        {
            CloudSpace cloud(SpaceKind::Company, path("cloud0"));
            {
                Desk other(cloud, 2);
                syncRound(other);
                for (int i = 0; i < rows; ++i)
                    QVERIFY(other.saveCustomer("거래처 " + std::to_string(i)).has_value());
                syncRound(other);
            }
            QCOMPARE(cloud.state().head, std::int64_t{rows});
        }
        copy("cloud0", "cloud");
        {
            // enrolled, five rows old, and three customers ahead
            CloudSpace cloud(SpaceKind::Company, path("cloud"));
            Desk desk(cloud, 1, std::move(*storage::SpaceDatabase::open(path("client0"))));
            for (int i = 0; i < unsent; ++i)
                QVERIFY(desk.saveCustomer("새 거래처 " + std::to_string(i)).has_value());
        }
    }

    void a_first_sync_on_a_failing_disk_data() { addFaults(); }
    void a_first_sync_on_a_failing_disk() { everyOperation({}, "client"); }

    void push_and_pull_on_a_failing_disk_data() { addFaults(); }
    void push_and_pull_on_a_failing_disk() { everyOperation("client0", "client"); }

    void push_and_pull_while_the_clouds_disk_fails_data() { addFaults(); }
    void push_and_pull_while_the_clouds_disk_fails() { everyOperation("client0", "cloud"); }

    void a_migration_on_a_failing_disk_data() { addFaults(); }
    void a_migration_on_a_failing_disk()
    {
        QFETCH(int, fault);
        constexpr storage::MigrationStep steps[]
            = {[](sqlite::Database& db) { db.execute("CREATE TABLE added(x); INSERT INTO added VALUES('one')"); },
                [](sqlite::Database& db) { db.execute("ALTER TABLE added ADD COLUMN y; UPDATE added SET y = x"); }};
        const int last = 1 + static_cast<int>(std::size(steps));
        fs::copy_file(DURE_SOURCE_DIR "/tests/data/fixtures/client-v1.sqlite", path("client1"),
            fs::copy_options::overwrite_existing);
        sqlite::Database(path("client1"), {}).userVersion(); // in the journal mode of files in use
        std::int64_t k = 1;
        for (;; ++k) {
            copy("client1", "client");
            fs::remove(path("client.before-1"));
            disk::failAt(k, static_cast<DiskFault>(fault), path("client"));
            try {
                sqlite::Database db(path("client"), {});
                storage::migrateBySteps(db, steps);
            } catch (const sqlite::Failure&) {
                QVERIFY(disk::hasFailed());
            }
            disk::heal();
            QVERIFY(isWhole(path("client")));
            sqlite::Database db(path("client"), {});
            QVERIFY2(db.userVersion() >= 1 && db.userVersion() <= last, "a version that never was");
            storage::migrateBySteps(db, steps);
            QCOMPARE(db.userVersion(), last);
            auto value = db.prepareOnce("SELECT y, (SELECT count(*) FROM outbox) FROM added");
            QVERIFY(value.step());
            QCOMPARE(value.text(0), std::string_view("one"));
            QCOMPARE(value.integer(1), std::int64_t{5});
            if (!disk::hasFailed())
                break;
        }
        QVERIFY(k > 20);
        qInfo("%lld operations", static_cast<long long>(k - 1));
    }
};

QTEST_APPLESS_MAIN(StorageFaultsTest)
#include "storage_faults_test.moc"
