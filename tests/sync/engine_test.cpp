// What the engine does in situations the simulation found: turns at one PC, a cloud set back, nothing to read.
#include "core/sqlite/database.h"
#include "core/storage/row_store.h"
#include "core/storage/sync_state.h"
#include "tests/sync/desk.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>

using namespace dure;
using namespace dure::test;

namespace {

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
