// What the engine does in situations the simulation found: turns at one PC, a cloud set back, nothing to read.
#include "core/commands/commands.h"
#include "core/sqlite/database.h"
#include "core/storage/row_store.h"
#include "core/storage/sync_state.h"
#include "sync/client/engine.h"
#include "sync/client/wire.h"
#include "tests/sync/space_fixture.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace dure;
using namespace dure::test;

namespace {

struct SetClock final : Clock
{
    std::int64_t now = 1'790'000'000'000;
    std::int64_t nowMs() const override { return now; }
};

/// A PC in memory beside a cloud in memory; requests go over as functions.
struct Desk
{
    CloudSpace& cloud;
    CloudSpace* at = &cloud; ///< where requests go: after a restore another
    Hand hand;
    SetClock clock;
    std::unique_ptr<storage::SpaceDatabase> space = storage::SpaceDatabase::inMemory();
    client::Engine engine{*space, cloud.random, hand.actor.user, "desk"};
    commands::Commands commands{
        *space, clock, cloud.random, protocol::encodeMutation, {hand.actor.user, hand.actor.userName}};

    Desk(CloudSpace& toCloud, int user)
        : cloud(toCloud)
        , hand(cloud.hand(user))
    { }

    void signIn(const Hand& other)
    {
        hand = other;
        engine.resume(hand.actor.user);
        commands.setAuthor({hand.actor.user, hand.actor.userName});
    }
    commands::Result saveCustomer(const std::string& name)
    {
        clock.now += 1000;
        commands::CustomerInput input;
        input.customer.name = name;
        return commands.saveCustomer(input);
    }

    client::Reply ask(const client::Request& request)
    {
        const auto answer = [](auto reply) -> client::Reply {
            if (!reply)
                return std::unexpected(client::Failure(reply.error()));
            return client::ReplyBody(*reply);
        };
        if (const auto* enrol = std::get_if<protocol::EnrolRequest>(&request))
            return answer(at->service.enrol(*enrol, hand.actor, clock.now));
        if (const auto* push = std::get_if<protocol::PushRequest>(&request))
            return answer(at->service.push(*push, hand.actor, clock.now));
        if (const auto* pull = std::get_if<protocol::PullRequest>(&request)) {
            auto page = at->service.pull(*pull, hand.actor, clock.now);
            if (page)
                page = *protocol::decode<protocol::PullReply>(protocol::encode(*page)); // rows are read by the decoder
            return answer(std::move(page));
        }
        return answer(at->service.digest(hand.actor));
    }
    /// How many requests it took until nothing was left to ask; `limit` if it never rested. An answer that `loses` says
    /// is lost comes to nothing.
    int sync(const std::function<bool(const client::Request&)>& loses = {}, int limit = 100)
    {
        engine.wake();
        engine.pullSoon();
        int asked = 0;
        for (; asked < limit; ++asked) {
            const auto request = engine.next(clock.now);
            if (!request)
                break;
            client::Reply reply = ask(*request);
            if (loses && loses(*request))
                reply = std::unexpected(client::Failure(client::NoAnswer{"lost"}));
            engine.consume(*request, reply, clock.now);
        }
        return asked;
    }
    std::int64_t count(const std::string& sql)
    {
        auto rows = space->db().prepareOnce(sql);
        return rows.step() ? rows.integer(0) : -1;
    }
};

bool isPush(const client::Request& request) { return std::holds_alternative<protocol::PushRequest>(request); }

Uuid customerNamed(Desk& desk, const std::string& name)
{
    auto rows = desk.space->db().prepareOnce("SELECT id FROM customer WHERE name = ?");
    rows.bind(1, name);
    return rows.step() ? storage::uuidAt(rows, 0) : Uuid{};
}

void restoreInto(CloudSpace& cloud, const std::string& epoch)
{
    const auto session = cloud.store->beginWrite();
    session->setEpoch(epoch);
    session->commit();
}

} // namespace

class EngineTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void what_a_user_left_unsent_goes_out_once_when_the_user_is_back()
    {
        CloudSpace cloud;
        Desk desk(cloud, 1);
        const Hand minsu = desk.hand;
        const Hand sujin = cloud.hand(2);
        desk.sync();
        desk.saveCustomer("삼성공업");
        desk.sync(isPush); // the cloud has it, the answer was lost
        desk.signIn(sujin);
        desk.saveCustomer("한빛화학");
        desk.signIn(minsu);
        desk.saveCustomer("대한식품");
        desk.sync();
        QCOMPARE(cloud.state().head, std::int64_t{2});
        desk.signIn(sujin);
        desk.sync();
        QCOMPARE(cloud.state().head, std::int64_t{3});
        QCOMPARE(desk.count("SELECT count(*) FROM outbox WHERE state <> 2"), std::int64_t{0});
    }

    void taking_turns_at_a_pc_uses_up_no_letters()
    {
        CloudSpace cloud;
        Desk desk(cloud, 1);
        const Hand minsu = desk.hand;
        const Hand sujin = cloud.hand(2);
        desk.sync();
        const std::string letters = storage::SyncState(desk.space->db()).letters();
        for (int day = 0; day < 5; ++day) {
            desk.signIn(sujin);
            desk.sync();
            desk.signIn(minsu);
            desk.sync();
        }
        QCOMPARE(storage::SyncState(desk.space->db()).letters(), letters);
        QCOMPARE(cloud.service.enrol({numbered(77), "another"}, minsu.actor, 1)->letters, std::string("C"));
    }

    void a_cloud_set_back_does_not_get_again_what_its_backup_has()
    {
        const std::string live = QDir(m_folder.path()).filePath("live.sqlite").toStdString();
        CloudSpace cloud(SpaceKind::Company, live);
        Desk desk(cloud, 1);
        desk.sync();
        desk.saveCustomer("삼성공업");
        desk.sync();
        desk.saveCustomer("한빛화학");
        desk.sync(isPush);
        const std::string path = QDir(m_folder.path()).filePath("backup.sqlite").toStdString();
        sqlite::Database(live, {.mode = sqlite::OpenMode::ReadOnly}).backupTo(path);
        desk.saveCustomer("대한식품");
        desk.sync();
        CloudSpace restored(SpaceKind::Company, path);
        restoreInto(restored, "second");
        desk.at = &restored;
        desk.sync();
        QCOMPARE(restored.state().head, std::int64_t{3}); // one row more: what the backup had not
        QCOMPARE(desk.count("SELECT count(*) FROM outbox WHERE state <> 2"), std::int64_t{0});
        QCOMPARE(restored.conflicts().size(), std::size_t{0});
    }

    void the_same_backup_restored_twice_gets_nothing_twice()
    {
        const auto file = [this](const char* name) {
            return QDir(m_folder.path()).filePath(QString::fromLatin1(name)).toStdString();
        };
        CloudSpace cloud(SpaceKind::Company, file("first.sqlite"));
        Desk desk(cloud, 1);
        desk.sync();
        desk.saveCustomer("삼성공업");
        desk.sync();
        for (const char* name : {"second.sqlite", "third.sqlite"})
            sqlite::Database(file("first.sqlite"), {.mode = sqlite::OpenMode::ReadOnly}).backupTo(file(name));
        CloudSpace second(SpaceKind::Company, file("second.sqlite"));
        restoreInto(second, "second");
        desk.at = &second;
        desk.saveCustomer("한빛화학");
        desk.sync();
        CloudSpace third(SpaceKind::Company, file("third.sqlite"));
        restoreInto(third, "third"); // it has never heard of the second epoch
        desk.at = &third;
        desk.sync();
        QCOMPARE(third.state().head, std::int64_t{2});
        QCOMPARE(third.service.history("customer", customerNamed(desk, "삼성공업"), desk.hand.actor)->size(),
            std::size_t{1});
        QCOMPARE(desk.count("SELECT count(*) FROM outbox WHERE state <> 2"), std::int64_t{0});
    }

    void a_table_this_version_does_not_know_goes_with_its_grant()
    {
        CloudSpace cloud;
        Desk desk(cloud, 1);
        desk.sync();
        protocol::PullReply page{1, cloud.epoch(), 0, 0, 1, false, {"customer", "table_of_tomorrow"}, {}, {}};
        page.cursors = {{"customer", 0}, {"table_of_tomorrow", 0}};
        protocol::PulledRow row;
        row.table = "table_of_tomorrow";
        row.id = numbered(7);
        row.fields = "{}";
        page.rows.push_back(row);
        const client::Request pull = protocol::PullRequest{};
        desk.engine.consume(pull, client::ReplyBody(page), 1);
        QCOMPARE(desk.count("SELECT count(*) FROM raw_row"), std::int64_t{1});
        page.tables.pop_back();
        page.cursors = {{"customer", 5}};
        page.rows.clear();
        desk.engine.consume(pull, client::ReplyBody(page), 1);
        QCOMPARE(desk.count("SELECT count(*) FROM raw_row"), std::int64_t{0});
        QCOMPARE(desk.engine.head(), std::int64_t{5}); // its old cursor holds nothing back
    }

    void who_may_read_nothing_comes_to_rest()
    {
        CloudSpace cloud;
        Desk desk(cloud, 1);
        desk.saveCustomer("삼성공업");
        desk.sync();
        desk.hand.actor.role = Association;
        ++desk.hand.actor.grantsVersion;
        desk.engine.checkSoon();
        QVERIFY(desk.sync() < 10);
        QCOMPARE(desk.count("SELECT count(*) FROM customer"), std::int64_t{0});
        QCOMPARE(desk.engine.status().toReceive, std::int64_t{0});
    }

private:
    QTemporaryDir m_folder;
};

QTEST_APPLESS_MAIN(EngineTest)
#include "engine_test.moc"
