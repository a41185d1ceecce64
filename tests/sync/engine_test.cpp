// What the engine does in situations the simulation found: turns at one PC, a cloud set back, nothing to read.
#include "core/sqlite/database.h"
#include "core/storage/derived_data.h"
#include "core/storage/entity_reader.h"
#include "core/storage/row_store.h"
#include "core/storage/sync_state.h"
#include "sync/server/references.h"
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

    void rows_kept_by_an_older_version_are_there_after_its_upgrade()
    {
        CloudSpace cloud;
        Desk other(cloud, 2);
        other.sync();
        other.saveCustomer("삼성공업");
        other.sync();
        const Uuid samsung = customerNamed(other, "삼성공업");
        Desk desk(cloud, 1);
        desk.unknown = "customer";
        desk.sync();
        QCOMPARE(desk.count("SELECT count(*) FROM customer"), std::int64_t{0});
        // the version that comes next knows the name
        desk.space->db().execute("UPDATE raw_row SET table_name = 'customer'");
        desk.space->db().execute("UPDATE cursor SET table_name = 'customer' WHERE table_name = 'unknown'");
        desk.space->db().execute("INSERT INTO raw_row VALUES('table_of_tomorrow', x'01', 1, 0, '{}')");
        desk.unknown.clear();
        client::Engine upgraded(*desk.space, cloud.random, desk.hand.actor.user, "desk");
        QCOMPARE(customerNamed(desk, "삼성공업"), samsung);
        QCOMPARE(desk.count("SELECT count(*) FROM raw_row"), std::int64_t{1}); // still unknown
        const auto digest = cloud.service.digest(desk.hand.actor)->tables.at("customer");
        QCOMPARE(storage::SyncState(desk.space->db()).digest(TableId::Customer).sum, digest.sum);
        upgraded.checkSoon();
        ChangeSet first;
        while (const auto request = upgraded.next(desk.clock.now)) {
            const ChangeSet changes = upgraded.consume(*request, desk.ask(*request), desk.clock.now);
            first.everything = first.everything || changes.everything;
        }
        QVERIFY(first.everything); // screens read again
        QCOMPARE(upgraded.status().digestMismatches, std::int64_t{0});
    }

    void fields_kept_by_an_older_version_stand_in_their_columns_after_its_upgrade()
    {
        CloudSpace cloud;
        Desk desk(cloud, 1);
        desk.sync();
        desk.saveCustomer("삼성공업");
        desk.sync();
        const Uuid samsung = customerNamed(desk, "삼성공업");
        cloud.push(desk.hand, {CloudSpace::phone(samsung, 1, "02-1")});
        desk.sync();
        auto& db = desk.space->db();
        db.execute("UPDATE customer SET phone = NULL, extra = '{\"phone\":\"02-1\",\"tomorrow\":[1]}'");
        storage::SyncState(db).set("schema", std::int64_t{schemaVersion - 1});
        client::Engine upgraded(*desk.space, cloud.random, desk.hand.actor.user, "desk");
        const auto row = storage::RowStore(db).find(tableOf(TableId::Customer), samsung);
        QCOMPARE(row->row.values[col::Customer::phone], Value(std::string("02-1")));
        QCOMPARE(row->row.extra, std::string("{\"tomorrow\":[1]}"));
        QCOMPARE(storage::SyncState(db).integer("schema"), std::int64_t{schemaVersion});
    }

    void what_no_version_here_knows_outlives_an_edit_beside_it()
    {
        CloudSpace cloud;
        Desk desk(cloud, 1);
        desk.sync();
        desk.saveCustomer("삼성공업");
        desk.sync();
        const Uuid samsung = customerNamed(desk, "삼성공업");
        {
            // a newer version wrote a tax scope of tomorrow and a column of tomorrow
            const auto session = cloud.store->beginWrite();
            const auto before = session->find(TableId::Customer, samsung);
            auto row = *before;
            row.seq = session->state().head + 1;
            Row values = *protocol::decodeRow(tableOf(TableId::Customer), samsung, row.fields);
            values.values[col::Customer::taxScope] = std::int64_t{7};
            values.extra = "{\"tomorrow\":{\"deep\":[1,null,\"x\"]}}";
            row.fields = protocol::encodeRow(tableOf(TableId::Customer), values);
            row.hash = protocol::rowHash(tableOf(TableId::Customer), values, row.seq);
            session->put(row, &*before, server::moveReferences(row, &*before));
            session->setHead(row.seq);
            session->commit();
        }
        desk.sync();
        commands::CustomerInput input;
        input.customer = *storage::findEntity<Customer>(desk.space->db(), samsung);
        input.customer.phone = "02-2";
        desk.clock.now += 1000;
        QVERIFY(desk.commands.saveCustomer(input).has_value());
        desk.engine.checkSoon();
        desk.sync();
        QCOMPARE(textOf(cloud.field(TableId::Customer, samsung, col::Customer::phone)), std::string("02-2"));
        QCOMPARE(integerOf(cloud.field(TableId::Customer, samsung, col::Customer::taxScope)), std::int64_t{7});
        const auto stored = cloud.store->beginRead()->find(TableId::Customer, samsung);
        QVERIFY(stored->fields.find("{\"deep\":[1,null,\"x\"]}") != std::string::npos);
        QCOMPARE(desk.engine.status().attention, std::int64_t{0});
        QCOMPARE(desk.engine.status().digestMismatches, std::int64_t{0});
    }

    void an_edit_refused_for_a_missing_row_goes_out_when_the_row_is_here()
    {
        const std::string live = QDir(m_folder.path()).filePath("missing.sqlite").toStdString();
        const std::string path = QDir(m_folder.path()).filePath("missing-backup.sqlite").toStdString();
        CloudSpace cloud(SpaceKind::Company, live);
        Desk maker(cloud, 1);
        Desk desk(cloud, 2);
        maker.sync();
        desk.sync();
        sqlite::Database(live, {.mode = sqlite::OpenMode::ReadOnly}).backupTo(path);
        maker.saveCustomer("삼성공업");
        maker.sync();
        desk.sync();
        const Uuid samsung = customerNamed(desk, "삼성공업");
        commands::CustomerInput input;
        input.customer = *storage::findEntity<Customer>(desk.space->db(), samsung);
        input.customer.phone = "02-2";
        desk.clock.now += 5000;
        QVERIFY(desk.commands.saveCustomer(input).has_value());
        CloudSpace restored(SpaceKind::Company, path);
        restoreInto(restored, "second");
        maker.at = desk.at = &restored;
        desk.sync();
        QCOMPARE(desk.engine.status().attention, std::int64_t{1}); // kept, not lost
        maker.sync(); // its customer comes again
        desk.sync();
        QCOMPARE(desk.engine.status().attention, std::int64_t{0});
        QCOMPARE(textOf(restored.field(TableId::Customer, samsung, col::Customer::phone)), std::string("02-2"));
        QCOMPARE(desk.count("SELECT count(*) FROM outbox WHERE state <> 2"), std::int64_t{0});
        QCOMPARE(desk.count("SELECT count(*) FROM customer_image"), std::int64_t{0});
        QVERIFY(desk.sync() < 5);
    }

    void a_later_edit_stands_over_one_that_had_to_wait_for_its_row()
    {
        CloudSpace cloud;
        Desk desk(cloud, 1);
        const Hand minsu = desk.hand;
        desk.sync();
        desk.saveCustomer("삼성공업"); // minsu's, not sent
        const Uuid samsung = customerNamed(desk, "삼성공업");
        const auto setPhone = [&](const char* phone) {
            commands::CustomerInput input;
            input.customer = *storage::findEntity<Customer>(desk.space->db(), samsung);
            input.customer.phone = phone;
            desk.clock.now += 1000;
            QVERIFY(desk.commands.saveCustomer(input).has_value());
        };
        const Hand sujin = cloud.hand(2);
        desk.signIn(sujin);
        setPhone("02-1");
        desk.sync();
        QCOMPARE(desk.engine.status().attention, std::int64_t{1});
        desk.signIn(minsu);
        setPhone("02-2");
        desk.sync();
        desk.signIn(sujin);
        desk.sync();
        QCOMPARE(textOf(cloud.field(TableId::Customer, samsung, col::Customer::phone)), std::string("02-2"));
        QCOMPARE(desk.engine.status().attention, std::int64_t{0});
        QCOMPARE(
            textOf(cloud.conflicts().at(0).values[col::Conflict::loserValue]), std::string("{\"phone\":\"02-1\"}"));
    }

    void an_order_shows_no_name_of_a_customer_that_was_refused()
    {
        CloudSpace cloud;
        Desk desk(cloud, 1);
        desk.sync();
        const Hand sujin = cloud.hand(2);
        const auto customer = desk.saveCustomer("삼성공업");
        QVERIFY(customer.has_value());
        const Hand minsu = desk.hand;
        desk.signIn(sujin);
        commands::OrderInput order;
        order.order.customerId = customer->id;
        order.order.orderedOn = Date{20261126};
        order.lines.emplace_back();
        order.lines.front().productName = "금형비";
        order.lines.front().quantity = Quantity::fromInteger(1);
        QVERIFY(desk.commands.saveOrder(order).has_value());
        desk.sync();
        desk.signIn(minsu);
        desk.hand.actor.role = Executive; // he only reads by now
        desk.sync();
        QCOMPARE(desk.engine.status().attention, std::int64_t{1});
        QCOMPARE(storage::DerivedData(desk.space->db()).differences(), std::string());
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
