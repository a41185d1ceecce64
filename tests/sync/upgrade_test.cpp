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

    /// As version 2 left a space: whoever named a row then is found now.
    void what_rows_named_before_version_3_is_found()
    {
        const std::string path = folder.filePath("space_v2").toStdString();
        {
            CloudSpace space(SpaceKind::Company, path);
            Hand hand = space.hand(1);
            QCOMPARE(space.push(hand, CloudSpace::order(numbered(40))).status, protocol::ResultStatus::Applied);
        }
        sqlite::Database(path, {}).execute(
            "DROP TABLE reference; DROP TABLE blob; DROP TABLE blob_piece; PRAGMA user_version=2");
        const auto users = openSqliteSpaceStore(path, random)
                               ->beginRead()
                               ->naming({TableId::Customer, numbered(500)}, SpaceSession::Life::Live, 9);
        QVERIFY(users.size() == 1 && users[0].id == numbered(40));
    }

    void what_rows_named_before_version_3_is_found_in_postgres()
    {
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
        const std::string body = protocol::encodeMutation({actor.user, 1, "test", {}, order});
        QVERIFY(
            service.push({numbered(3), store->beginRead()->state().epoch, 1, {{1, hashBytes(body), body}}}, actor, 1));
        postgres.server.execute("DROP TABLE dure.space_reference, dure.space_blob, dure.space_blob_piece; UPDATE "
                                "dure.schema_version SET version = 2",
            "dure");
        PostgresConnection owner(postgres.server.url("dure_owner"));
        preparePostgres(owner, "dure_app");
        const auto users = store->beginRead()->naming({TableId::Customer, numbered(500)}, SpaceSession::Life::Live, 9);
        QVERIFY(users.size() == 1 && users[0].id == numbered(40));
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
