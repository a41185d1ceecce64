// What earlier versions have left: fixtures were dumped from files that those versions made (tests/sync/fixtures).
#include "sync/server/cloud_store.h"
#include "sync/server/devices.h"
#include "sync/server/invites.h"
#include "sync/server/sqlite_accounts_database.h"
#include "tests/sync/postgres_cloud.h"
#include "tests/sync/space_fixture.h"

#include <QTemporaryDir>

using namespace dure;
using namespace dure::server;
using namespace dure::test;

namespace {

class StillClock final : public Clock
{
public:
    std::int64_t nowMs() const override { return 1'795'722'000'000; }
};

QByteArray fixture(const char* name)
{
    QFile file(QString(DURE_SOURCE_DIR "/tests/sync/fixtures/") + name);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("%s is missing", name);
    return file.readAll();
}

const std::string token = "e08e32e4f6bb907828d50cbf963cfd4609305639bd9ac4fffc3eda12a949bc38";

} // namespace

class UpgradeTest : public QObject
{
    Q_OBJECT
    QTemporaryDir folder;
    StillClock clock;
    CountingRandom random;

    std::string fileOf(const char* name)
    {
        const std::string path = folder.filePath(name).toStdString();
        QFile::remove(folder.filePath(name));
        sqlite::Database db(path, {});
        db.execute(fixture(name).toStdString());
        return path;
    }

    /// People come in as before, and can do what is new.
    void useAccounts(AccountsDatabase& db)
    {
        Accounts accounts(db, clock, random);
        QCOMPARE(accounts.companies().size(), std::size_t{1});
        const Company company = accounts.companies()[0];
        QCOMPARE(company.name, std::string("한빛플라스틱"));
        QCOMPARE(accounts.members(company.space).size(), std::size_t{2});
        Sessions sessions(db, clock);
        const auto session = sessions.find(token);
        QVERIFY(session && session->state == SessionState::Active && session->email == "kim@example.com");
        QVERIFY(sessions.signIn({"lee@example.com", "correct horse", numbered(5), "PC"}, "127.0.0.1"));
        const auto grant = accounts.grant(session->user, company.space, session->device);
        QVERIFY(grant && grant->role == Owner && grant->until == 0 && !grant->isDeviceRevoked);
        Invites invites(db, clock, random, sessions);
        const auto invite = invites.invite(company.space, session->user, {Staff});
        QVERIFY(invite.has_value());
        QVERIFY(
            invites.join({invite->code, "new@example.com", "새사람", "correct horse", numbered(6), "PC"}, "127.0.0.1"));
        Devices devices(db, clock);
        devices.noteSync(session->user, session->device, company.space, "0.1.0");
        QCOMPARE(devices.ofSpace(company.space).devices.size(), std::size_t{1});
    }

    /// Rows are there, and work handed in before can be decided now.
    void useSpace(SpaceStore& store)
    {
        SpaceService service(store, SpaceKind::Company);
        const Actor owner{numbered(1), "김대표", Owner, numbered(2), "사무실 PC"};
        const auto page = service.pull({"", 0, {}, 100}, owner, clock.nowMs());
        QVERIFY(page && page->rows.size() == 1 && page->rows[0].fields.find("가온상사") != std::string::npos);
        const auto handed = service.handovers();
        QVERIFY(handed && handed->handovers.size() == 1 && handed->handovers[0].waiting == 1);
        QVERIFY(service.decide(handed->handovers[0].receipt, true, owner, clock.nowMs()));
        QCOMPARE(service.pull({"", 0, {}, 100}, owner, clock.nowMs())->rows.size(), std::size_t{2});
    }

    /// An order that lives and one that was deleted name their customer.
    void isFound(SpaceStore& store)
    {
        const auto session = store.beginRead();
        const auto users = [&](SpaceSession::Life life) {
            std::vector<Uuid> found;
            for (const StoredRow& row : session->naming({TableId::Customer, numbered(500)}, life, 9))
                found.push_back(row.id);
            return found;
        };
        QCOMPARE(users(SpaceSession::Life::Live), std::vector{numbered(40)});
        QCOMPARE(users(SpaceSession::Life::Tombstone), std::vector{numbered(41)});
    }

private Q_SLOTS:
    void an_accounts_file_of_any_version_is_brought_up_to_date_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::newRow("1") << QByteArray("accounts_v1.sql");
        QTest::newRow("2") << QByteArray("accounts_v2.sql");
    }
    void an_accounts_file_of_any_version_is_brought_up_to_date()
    {
        QFETCH(QByteArray, name);
        const std::string path = fileOf(name.constData());
        {
            SqliteAccountsDatabase db(path, OpenedBy::Server);
            useAccounts(db);
        }
        SqliteAccountsDatabase again(path, OpenedBy::CommandLine);
        QVERIFY(Sessions(again, clock).find(token));
        QCOMPARE(sqlite::Database(path, {.mode = sqlite::OpenMode::ReadOnly}).userVersion(), 3);
    }

    void two_who_open_an_old_file_at_once_migrate_it_once()
    {
        const std::string path = fileOf("accounts_v2.sql");
        std::atomic<int> opened = 0;
        std::vector<std::thread> both;
        for (const OpenedBy by : {OpenedBy::Server, OpenedBy::CommandLine})
            both.emplace_back([&, by] {
                const SqliteAccountsDatabase db(path, by);
                ++opened;
            });
        for (std::thread& each : both)
            each.join();
        QCOMPARE(opened.load(), 2);
    }

    void a_space_of_version_1_is_brought_up_to_date()
    {
        const std::string path = fileOf("space_v1.sql");
        useSpace(*openSqliteSpaceStore(path, random));
        QCOMPARE(openSqliteSpaceStore(path, random)->beginRead()->handovers().at(0).waiting, std::int64_t{0});
    }

    static void versionsWithoutReferences()
    {
        QTest::addColumn<int>("version");
        QTest::newRow("without any") << 2;
        QTest::newRow("without those of tombstones") << 3;
    }

    /// As earlier versions left a space: whoever names a row is found now, also in a tombstone.
    void what_rows_named_before_is_found_data() { versionsWithoutReferences(); }
    void what_rows_named_before_is_found()
    {
        QFETCH(int, version);
        const std::string path = folder.filePath("space_v" + QString::number(version)).toStdString();
        {
            CloudSpace space(SpaceKind::Company, path);
            Hand hand = space.hand(1);
            QCOMPARE(space.push(hand, CloudSpace::order(numbered(40))).status, protocol::ResultStatus::Applied);
            QCOMPARE(space.push(hand, CloudSpace::order(numbered(41))).status, protocol::ResultStatus::Applied);
            const auto gone = drop(TableId::SalesOrder, numbered(41), space.seqOf(TableId::SalesOrder, numbered(41)));
            QCOMPARE(space.push(hand, {gone}).status, protocol::ResultStatus::Applied);
            QVERIFY(space.isDeleted(TableId::SalesOrder, numbered(41)));
        }
        {
            sqlite::Database db(path, {});
            db.execute(version == 2 ? "DROP TABLE reference"
                                    : "DELETE FROM reference WHERE (table_id, id) IN "
                                      "(SELECT table_id, id FROM row WHERE deleted = 1)");
            db.execute("DROP TABLE blob; DROP TABLE blob_piece; PRAGMA user_version=" + std::to_string(version));
        }
        isFound(*openSqliteSpaceStore(path, random));
    }

    void what_rows_named_before_is_found_in_postgres_data() { versionsWithoutReferences(); }
    void what_rows_named_before_is_found_in_postgres()
    {
        QFETCH(int, version);
        PostgresCloud postgres;
        const Uuid id = numbered(7);
        postgres.server.execute(QString("INSERT INTO dure.space(id, kind, name, created) VALUES('%1', 0, '', 0)")
                                    .arg(QString::fromStdString(id.toString())),
            "dure");
        const auto store = openPostgresSpaceStore(postgres.pool, id, random);
        SpaceService service(*store, SpaceKind::Company);
        const Actor actor{numbered(1), "김대표", Owner, numbered(2), "사무실 PC"};
        auto order = CloudSpace::order(numbered(40));
        order[0].fields.extra = R"({"of_a_newer_version":"a\u0000b"})"; // which PostgreSQL's own JSON refuses to read
        std::int64_t n = 0;
        const auto push = [&](const std::vector<Change>& changes) {
            const std::string body = protocol::encodeMutation({actor.user, 1, "test", {}, changes});
            ++n;
            return service.push(
                {numbered(3), store->beginRead()->state().epoch, 1, {{n, hashBytes(body), body}}}, actor, 1);
        };
        QVERIFY(push(order));
        QVERIFY(push(CloudSpace::order(numbered(41))));
        QVERIFY(push({drop(TableId::SalesOrder, numbered(41), store->beginRead()->state().head)}));
        postgres.server.execute(QString(version == 2 ? "DROP TABLE dure.space_reference; "
                                                     : "ALTER TABLE dure.space_reference DISABLE ROW LEVEL SECURITY; "
                                                       "DELETE FROM dure.space_reference WHERE id = '%1'; "
                                                       "ALTER TABLE dure.space_reference ENABLE ROW LEVEL SECURITY; ")
                                    .arg(QString::fromStdString(numbered(41).toString()))
                + QString("DROP TABLE dure.space_blob, dure.space_blob_piece; UPDATE dure.schema_version SET "
                          "version = %1")
                      .arg(version),
            "dure");
        PostgresConnection owner(postgres.server.url("dure_owner"));
        preparePostgres(owner, "dure_app");
        isFound(*store);
    }

    void a_database_of_version_1_is_brought_up_to_date()
    {
        PostgresServer postgres;
        QByteArray sql;
        for (const QByteArray& line : fixture("postgres_v1.sql").split('\n'))
            if (!line.startsWith('\\')) // words to psql, not SQL
                sql += line + '\n';
        postgres.execute(QString::fromUtf8(sql), "dure");
        {
            PostgresConnection app(postgres.url("dure_app"));
            QVERIFY_EXCEPTION_THROWN(requireServable(app), std::exception);
        }
        PostgresConnection owner(postgres.url("dure_owner"));
        preparePostgres(owner, "dure_app");
        PostgresPool pool(postgres.url("dure_app"), 4);
        const auto cloud = openPostgresCloud(postgres.url("dure_app"), 4, random);
        useAccounts(cloud->accounts());
        useSpace(*cloud->openSpace(Accounts(cloud->accounts(), clock, random).companies()[0].space));
    }
};

QTEST_GUILESS_MAIN(UpgradeTest)
#include "upgrade_test.moc"
