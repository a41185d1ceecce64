// A company moves from SQLite files to PostgreSQL and back, with all that it has; backups of PostgreSQL are data
// folders.
#include "sync/server/backup.h"
#include "sync/server/secrets.h"
#include "sync/server/sessions.h"
#include "sync/server/store_copy.h"
#include "tests/sync/postgres_cloud.h"
#include "tests/sync/space_fixture.h"

#include <QTemporaryDir>

#include <set>

using namespace dure;
using namespace dure::server;
using namespace dure::test;

namespace {

class StillClock final : public Clock
{
public:
    std::int64_t nowMs() const override { return 1'790'000'000'000; }
};

/// What a space shows, as text, so that two can be compared whole.
class Transcript final : public SpaceVisitor
{
public:
    void row(const StoredRow& row) override
    {
        add("row", row.seq, row.id.toString() + row.root.toString() + row.fields + row.versions,
            static_cast<std::int64_t>(row.hash) + (row.deleted ? 1 : 0));
    }
    void incarnation(const IncarnationState& state) override
    {
        add("device", state.lastN, state.incarnation.toString() + state.letters, state.lastAt);
    }
    void result(const Uuid& device, const StoredResult& stored) override
    {
        add("result", stored.result.n,
            device.toString() + stored.result.detail + std::string(protocol::reasonName(stored.result.reason)),
            static_cast<std::int64_t>(stored.hash) ^ stored.result.seq);
    }
    void time(std::int64_t seq, std::int64_t at) override { add("time", seq, "", at); }
    void history(const HistoryRecord& record) override
    {
        add("history", record.seq,
            record.row.toString() + record.user + record.device + record.before + ">" + record.after, record.at);
    }
    void quarantined(const QuarantinedMutation& kept) override
    {
        add("kept", kept.mutation.n, kept.receipt.toString() + kept.user.toString() + kept.mutation.body, kept.at);
    }
    std::multiset<std::string> lines;

private:
    void add(const char* kind, std::int64_t number, const std::string& text, std::int64_t other)
    {
        lines.insert(std::string(kind) + " " + std::to_string(number) + " " + text + " " + std::to_string(other));
    }
};

} // namespace

class StoreCopyTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<PostgresCloud> postgres;
    std::unique_ptr<QTemporaryDir> folder;
    OpenSslRandom random;
    StillClock clock;
    Company company;
    std::string token;

    std::string path(const char* name) const { return folder->filePath(name).toStdString(); }
    std::unique_ptr<CloudStore> files(const char* name)
    {
        if (!prepareDataFolder(path(name)))
            qFatal("no folder");
        return openSqliteCloud(path(name), OpenedBy::CommandLine, random);
    }
    /// A PostgreSQL of its own, without companies.
    std::unique_ptr<CloudStore> freshDatabase()
    {
        static int databases = 0;
        const std::string name = "d" + std::to_string(++databases);
        postgres->server.execute(QString("CREATE DATABASE %1 OWNER dure_owner").arg(QString::fromStdString(name)));
        PostgresConnection owner(postgres->server.url("dure_owner", name));
        preparePostgres(owner, "dure_app");
        return openPostgresCloud(postgres->server.url("dure_app", name), 4, random);
    }
    /// Work of two devices with conflicts, deletions, a rejected change and work handed over.
    void fill(CloudStore& cloud)
    {
        Accounts accounts(cloud.accounts(), clock, random);
        company = *accounts.addCompany("한빛플라스틱", "");
        (void)accounts.addUser(company, "kim@example.com", "김대표", Owner, "correct horse");
        token = Sessions(cloud.accounts(), clock)
                    .signIn({"kim@example.com", "correct horse", numbered(77), "PC", schemaVersion}, "127.0.0.1")
                    ->token;
        const auto store = cloud.openSpace(company.space);
        SpaceService service(*store, SpaceKind::Company);
        CloudSpace maker; // makes the mutations
        Hand minsu = maker.hand(1);
        Hand jiyoung = maker.hand(2);
        const auto push = [&](Hand& hand, std::vector<Change> changes) {
            protocol::PushRequest request{hand.incarnation, "", clock.nowMs(), {}};
            request.mutations.push_back(maker.mutation(hand, std::move(changes), clock.nowMs()));
            QVERIFY(service.push(request, hand.actor, clock.nowMs()));
        };
        protocol::PushRequest many{minsu.incarnation, "", clock.nowMs(), {}};
        for (int n = 1; n <= 1100; ++n)
            many.mutations.push_back(maker.mutation(minsu, {CloudSpace::customer(numbered(n))}, clock.nowMs()));
        QVERIFY(service.push(many, minsu.actor, clock.nowMs()));
        for (int n = 1; n <= 40; ++n)
            push(jiyoung, {CloudSpace::phone(numbered(n), 0, std::to_string(n))});
        push(jiyoung, CloudSpace::order(numbered(3000)));
        push(minsu, {drop(TableId::Customer, numbered(50), 50)});
        push(minsu, {CloudSpace::phone(numbered(9999), 0, "1")}); // rejected: no such row
        protocol::PushRequest lost{jiyoung.incarnation, "", clock.nowMs(), {}};
        lost.mutations.push_back(maker.mutation(jiyoung, {CloudSpace::customer(numbered(60))}, 5));
        QVERIFY(service.handover(lost, jiyoung.actor, clock.nowMs(), numbered(123)));
        const auto session = store->beginWrite();
        session->setEpoch("0123456789abcdef");
        session->setSafe(3);
        session->commit();
    }
    void compare(CloudStore& left, CloudStore& right)
    {
        const auto leftStore = left.openSpace(company.space);
        const auto rightStore = right.openSpace(company.space);
        const auto one = leftStore->beginRead();
        const auto other = rightStore->beginRead();
        QVERIFY(one->origin() == other->origin());
        QVERIFY(!one->digests().empty());
        QVERIFY(one->digests() == other->digests());
        Transcript mine;
        Transcript theirs;
        one->showAll(mine);
        other->showAll(theirs);
        QVERIFY(mine.lines.size() > 3000);
        QVERIFY(mine.lines == theirs.lines);
        const auto session = Sessions(right.accounts(), clock).find(token);
        QVERIFY(session && session->state == SessionState::Active && session->email == "kim@example.com");
        QCOMPARE(Accounts(right.accounts(), clock, random).grants(session->user).size(), std::size_t{1});
    }

private Q_SLOTS:
    void initTestCase() { postgres = std::make_unique<PostgresCloud>(); }
    void cleanupTestCase()
    {
        QCOMPARE(statementsWithoutSpace(postgres->server.log()), QStringList());
        postgres.reset();
    }
    void init() { folder = std::make_unique<QTemporaryDir>(); }

    void a_company_goes_to_postgres_and_comes_back_the_same()
    {
        const auto first = files("first");
        fill(*first);
        const auto database = freshDatabase();
        const auto there = copyCompanies(*first, *database, {}, clock, random);
        QVERIFY2(there.has_value(), there ? "" : there.error().c_str());
        QCOMPARE(there->companies, std::size_t{1});
        QVERIFY(there->rows > 1100);
        compare(*first, *database);
        const auto second = files("second");
        const auto back = copyCompanies(*database, *second, {}, clock, random);
        QVERIFY2(back.has_value(), back ? "" : back.error().c_str());
        QCOMPARE(back->rows, there->rows);
        compare(*first, *second);
        QVERIFY(verifyCloud(*database, clock, random).empty());
        QVERIFY(verifyData(path("second"), clock, random)->empty());
        // cut off and begun again: what is there already is left as it is
        QVERIFY(copyCompanies(*first, *database, {}, clock, random));
        compare(*first, *database);
    }

    void a_space_that_went_on_is_not_written_over()
    {
        const auto source = files("source");
        fill(*source);
        const auto database = freshDatabase();
        QVERIFY(copyCompanies(*source, *database, {}, clock, random));
        {
            const auto store = database->openSpace(company.space);
            const auto session = store->beginWrite();
            session->setHead(session->state().head + 1);
            session->commit();
        }
        const auto again = copyCompanies(*source, *database, {}, clock, random);
        QVERIFY(!again);
        QVERIFY(QByteArray::fromStdString(again.error()).contains("there already"));
    }

    void only_the_company_named_is_moved()
    {
        const auto source = files("source");
        fill(*source);
        const Company mine = company;
        Accounts accounts(source->accounts(), clock, random);
        const Company other = *accounts.addCompany("다른회사", "");
        const auto database = freshDatabase();
        QVERIFY(copyCompanies(*source, *database, {.company = mine.id}, clock, random));
        Accounts moved(database->accounts(), clock, random);
        QCOMPARE(moved.companies().size(), std::size_t{1});
        QVERIFY(!moved.findCompany(other.name));
        compare(*source, *database);
    }

    void an_email_that_is_someone_elses_stops_the_move()
    {
        const auto source = files("source");
        fill(*source);
        const auto database = freshDatabase();
        Accounts accounts(database->accounts(), clock, random);
        const Company theirs = *accounts.addCompany("다른회사", "");
        QVERIFY(accounts.addUser(theirs, "kim@example.com", "다른김", Owner, "correct horse"));
        const auto moved = copyCompanies(*source, *database, {}, clock, random);
        QVERIFY(!moved);
        QVERIFY(QByteArray::fromStdString(moved.error()).contains("someone else's"));
        QCOMPARE(accounts.companies().size(), std::size_t{1});
    }

    void a_backup_of_postgres_is_a_folder_and_can_be_restored_into_either()
    {
        const auto source = files("source");
        fill(*source);
        const auto database = freshDatabase();
        QVERIFY(copyCompanies(*source, *database, {}, clock, random));
        const auto backedUp = backUpCloud(*database, path("backup"), clock, random);
        QVERIFY2(backedUp.has_value(), backedUp ? "" : backedUp.error().c_str());
        QCOMPARE(backedUp->spaces, std::size_t{1});
        QVERIFY(verifyData(path("backup"), clock, random)->empty());
        {
            const auto folderCloud = files("backup");
            compare(*database, *folderCloud);
        }
        QCOMPARE(Accounts(database->accounts(), clock, random).newBackupMarks().size(), std::size_t{1});

        const auto restored = freshDatabase();
        QVERIFY(restoreCloud(path("backup"), *restored, clock, random));
        const auto restoredStore = restored->openSpace(company.space);
        const auto liveStore = database->openSpace(company.space);
        const auto session = restoredStore->beginRead();
        const auto before = liveStore->beginRead();
        QVERIFY(session->digests() == before->digests());
        QVERIFY(session->state().epoch != before->state().epoch);
        QCOMPARE(session->state().safe, before->state().head);
        QVERIFY(!restoreCloud(path("backup"), *restored, clock, random)); // it has companies now
    }
};

QTEST_GUILESS_MAIN(StoreCopyTest)
#include "store_copy_test.moc"
