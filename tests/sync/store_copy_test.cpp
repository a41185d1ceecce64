// A company moves from SQLite files to PostgreSQL and back, with all that it has; backups of PostgreSQL are data
// folders.
#include "core/sqlite/database.h"
#include "sync/server/backup.h"
#include "sync/server/blob_service.h"
#include "sync/server/devices.h"
#include "sync/server/invites.h"
#include "sync/server/passwords.h"
#include "sync/server/secrets.h"
#include "sync/server/sessions.h"
#include "sync/server/store_copy.h"
#include "sync/server/totp.h"
#include "tests/support/sample_files.h"
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
        add("kept", kept.mutation.n,
            kept.receipt.toString() + kept.user.toString() + kept.mutation.body + kept.device + kept.epoch
                + std::to_string(static_cast<int>(kept.state)) + kept.detail,
            kept.at);
    }
    void blob(const StoredBlob& blob) override
    {
        add("blob", blob.size, blob.hash.toString() + (blob.complete ? " whole" : ""), blob.received);
    }
    void blobPiece(const BlobHash& hash, std::int64_t offset, std::string_view bytes) override
    {
        add("piece", offset, hash.toString() + hashOfBlob(bytes).toString(), static_cast<std::int64_t>(bytes.size()));
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
        const Space beside = *accounts.addSpace(SpaceKind::Service, company.id, "한빛플라스틱 서비스");
        const Space platform = *accounts.addSpace(SpaceKind::Platform, std::nullopt, "두레");
        (void)accounts.addUser(beside.id, "kim@example.com", {}, Owner, {});
        (void)accounts.addUser(platform.id, "kim@example.com", {}, Operator, {});
        (void)accounts.addUser(
            company, "park@example.com", "박코디", {Coordinator, clock.nowMs() + 86'400'000}, "correct horse");
        fillAccounts(cloud);
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
        const std::string file = fileOfBytes(700'000);
        BlobService files(*store);
        QVERIFY(files.add(hashOfBlob(file), {0, 700'000, std::string_view(file).substr(0, 400'000)}, clock.nowMs()));
        QVERIFY(files.add(hashOfBlob(file), {400'000, 700'000, std::string_view(file).substr(400'000)}, clock.nowMs()));
        const std::string half = fileOfBytes(900);
        QVERIFY(files.add(hashOfBlob(half), {0, 900, std::string_view(half).substr(0, 500)}, clock.nowMs()));
        const auto session = store->beginWrite();
        session->setEpoch("0123456789abcdef");
        session->setSafe(3);
        session->commit();
    }
    /// An invitation that waits and one that was ended, a second factor, a reset code, a revoked device.
    void fillAccounts(CloudStore& cloud)
    {
        Sessions sessions(cloud.accounts(), clock);
        Invites invites(cloud.accounts(), clock, random, sessions);
        Devices devices(cloud.accounts(), clock);
        Passwords passwords(cloud.accounts(), clock, sessions);
        const Uuid kim = sessions.find(token)->user;
        QVERIFY(invites.invite(company.space, kim, {Staff, "lee@example.com"}));
        const auto ended = invites.invite(company.space, kim, {Executive});
        QVERIFY(invites.end(company.space, ended->invite));
        devices.noteSync(kim, numbered(77), company.space, "0.1.0");
        const Uuid park
            = sessions.signIn({"park@example.com", "correct horse", numbered(78), "노트북"}, "127.0.0.1")->session.user;
        devices.noteSync(park, numbered(78), company.space, "0.1.0");
        QVERIFY(devices.revokeIn(company.space, numbered(78)));
        QVERIFY(passwords.makeCode(company.space, kim, "park@example.com"));
        const auto begun = sessions.secondFactors().begin(kim, "kim@example.com");
        QVERIFY(begun.has_value());
        std::string secret;
        {
            const auto db = cloud.accounts().read();
            const auto found = db->query("SELECT secret FROM second_factor WHERE \"user\" = $1", {kim});
            QVERIFY(found->next());
            secret = found->copy(0);
        }
        QVERIFY(sessions.secondFactors().confirm(kim, totpCode(secret, clock.nowMs() / totpStepMs)));
    }

    /// Everything that is kept about people, as text.
    static QStringList accountLines(CloudStore& cloud)
    {
        static const QStringList queries = {"SELECT id, name, email, password FROM \"user\"",
            "SELECT email, \"user\" FROM login", "SELECT id, kind, company, name FROM space",
            "SELECT \"user\", space, role, grants_version, changed, until FROM membership",
            "SELECT \"user\", id, name, created, last_seen, revoked, version FROM device",
            "SELECT \"user\", device, space, last_sync, revoked FROM device_space",
            "SELECT hash, \"user\", device, created, last_used, revoked FROM token",
            "SELECT hash, id, space, role, email, until, created, created_by, expires, failures, ended FROM invite",
            "SELECT \"user\", hash, created, created_by, expires FROM reset_code",
            "SELECT \"user\", secret, created, confirmed, last_step FROM second_factor",
            "SELECT \"user\", hash, used FROM recovery_code"};
        static const QSet<QString> integers
            = {"kind", "role", "grants_version", "changed", "until", "created", "last_seen", "revoked", "last_sync",
                "last_used", "expires", "failures", "ended", "confirmed", "last_step", "used"};
        QStringList lines;
        const auto db = cloud.accounts().read();
        for (const QString& sql : queries) {
            const QStringList columns = sql.section(' ', 1).section(" FROM", 0, 0).split(", ");
            const auto found = db->query(sql.toStdString());
            while (found->next()) {
                QStringList cells;
                for (int i = 0; i < columns.size(); ++i)
                    cells << (found->isNull(i) ? QString("-")
                            : integers.contains(columns[i])
                            ? QString::number(found->integer(i))
                            : QString(QByteArray::fromStdString(found->copy(i)).toHex()));
                lines << sql.section("FROM ", 1) + " " + cells.join(' ');
            }
        }
        lines.sort();
        return lines;
    }

    /// All that both hold.
    void compareWhole(CloudStore& left, CloudStore& right)
    {
        QCOMPARE(accountLines(right).join('\n'), accountLines(left).join('\n'));
        QVERIFY(accountLines(left).size() > 25);
        compare(left, right);
    }
    void compare(CloudStore& left, CloudStore& right, std::size_t grants = 3)
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
        QCOMPARE(one->blobs().size(), std::size_t{2});
        QVERIFY(mine.lines == theirs.lines);
        const auto session = Sessions(right.accounts(), clock).find(token);
        QVERIFY(session && session->state == SessionState::Active && session->email == "kim@example.com");
        QCOMPARE(Accounts(right.accounts(), clock, random).grants(session->user, session->device).size(), grants);
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
        compareWhole(*first, *database);
        const auto second = files("second");
        const auto back = copyCompanies(*database, *second, {}, clock, random);
        QVERIFY2(back.has_value(), back ? "" : back.error().c_str());
        QCOMPARE(back->rows, there->rows);
        compareWhole(*first, *second);
        QVERIFY(verifyCloud(*database, clock, random).empty());
        QVERIFY(verifyData(path("second"), clock, random)->empty());
        // cut off and begun again: what is there already is left as it is
        QVERIFY(copyCompanies(*first, *database, {}, clock, random));
        compareWhole(*first, *database);
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
        compare(*source, *database, 2); // the platform is nobody's
    }

    void a_file_that_is_damaged_is_found_and_not_copied()
    {
        const auto source = files("source");
        fill(*source);
        const std::string file = fileOfBytes(700'000);
        sqlite::Database(spaceFile(path("source"), company.space).string(), {})
            .execute("UPDATE blob_piece SET bytes = zeroblob(length(bytes)) WHERE offset = 400000");
        const auto findings = verifyData(path("source"), clock, random);
        QVERIFY(findings && findings->size() == 1);
        QVERIFY(findings->front().problem.find(hashOfBlob(file).toString()) != std::string::npos);
        const auto database = freshDatabase();
        QVERIFY(!copyCompanies(*source, *database, {}, clock, random));
        QVERIFY(verifyCloud(*database, clock, random).size() <= 1);
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
            compareWhole(*database, *folderCloud);
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
