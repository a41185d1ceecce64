// Everyday safety beside a cloud: what was deleted and synced comes back on another PC; a restored backup sends nothing
// twice and uses no number twice.
#include "core/storage/backup.h"
#include "core/storage/derived_data.h"
#include "core/storage/entity_reader.h"
#include "core/storage/sync_state.h"
#include "core/storage/trash_store.h"
#include "tests/sync/desk.h"

#include <QTemporaryDir>
#include <QtTest>

using namespace dure;
using namespace dure::test;

namespace {

commands::Result order(Desk& desk, const Uuid& customer, std::int64_t quantity)
{
    desk.clock.now += 1000;
    commands::OrderInput input;
    input.order.customerId = customer;
    input.order.orderedOn = Date::fromYmd(2026, 11, 23);
    for (int line = 0; line < 2; ++line) {
        OrderLine& each = input.lines.emplace_back();
        each.productName = "PET 500ml 투명";
        each.quantity = Quantity::fromInteger(quantity + line);
        each.unitPrice = UnitPrice::fromInteger(98);
    }
    return desk.commands.saveOrder(input);
}

std::int64_t liveOrders(Desk& desk) { return desk.count("SELECT count(*) FROM sales_order WHERE deleted = 0"); }
std::int64_t liveLines(Desk& desk) { return desk.count("SELECT count(*) FROM order_line WHERE deleted = 0"); }

std::unique_ptr<storage::SpaceDatabase> openAt(const std::string& path)
{
    return std::move(*storage::SpaceDatabase::open(path));
}

/// A desk on a file, whose backup is put back while the cloud went on.
struct FileDesk
{
    QTemporaryDir dir;
    std::string path = dir.filePath("company.db").toStdString();
    std::string folder = dir.filePath("backups").toStdString();
    CloudSpace cloud;
    std::optional<Desk> desk{std::in_place, cloud, 1, openAt(path)};

    bool putBack(const std::string& backup)
    {
        const std::int64_t now = desk->clock.now;
        if (!storage::prepareRestore(backup, path, {}, now, cloud.random))
            return false;
        desk->space.reset();
        desk.reset();
        if (!storage::putRestored(path, folder, {20261123190000}))
            return false;
        desk.emplace(cloud, 1, openAt(path));
        desk->clock.now = now;
        return true;
    }
};

} // namespace

class SafetyTravelsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void what_one_pc_deleted_and_synced_comes_back_on_another_and_both_see_it()
    {
        CloudSpace cloud;
        Desk first(cloud, 1);
        Desk second(cloud, 2);
        first.sync();
        const auto customer = first.saveCustomer("삼성공업");
        const auto made = order(first, customer->id, 100);
        QVERIFY(made);
        QVERIFY(order(first, customer->id, 500));
        first.sync();
        second.sync();
        QCOMPARE(liveLines(second), std::int64_t{4});
        first.clock.now += 1000;
        QVERIFY(first.commands.deleteOrder(made->id));
        first.sync();
        second.sync();
        QCOMPARE(liveOrders(second), std::int64_t{1});
        const auto trash = storage::TrashStore(second.space->db()).list(10);
        QCOMPARE(trash.size(), std::size_t{1});
        QCOMPARE(trash.front().name, made->number);
        QCOMPARE(trash.front().customer, std::string("삼성공업"));

        second.clock.now = first.clock.now + 5000;
        QVERIFY(second.commands.restoreDeleted(TableId::SalesOrder, made->id));
        second.sync();
        first.sync();
        for (Desk* desk : {&first, &second}) {
            QCOMPARE(liveOrders(*desk), std::int64_t{2});
            QCOMPARE(liveLines(*desk), std::int64_t{4});
            QVERIFY(storage::TrashStore(desk->space->db()).list(10).empty());
            QCOMPARE(desk->count("SELECT count(*) FROM outbox WHERE state = 3"), std::int64_t{0});
            QCOMPARE(storage::DerivedData(desk->space->db()).differences(), std::string());
        }
        QCOMPARE(cloud.conflicts().size(), std::size_t{0});
    }

    void a_customer_comes_back_with_its_contacts_where_the_delete_was_synced()
    {
        CloudSpace cloud;
        Desk first(cloud, 1);
        Desk second(cloud, 2);
        first.sync();
        commands::CustomerInput input;
        input.customer.name = "삼성공업";
        input.contacts = {{.name = "박과장"}, {.name = "이대리"}};
        const auto saved = first.commands.saveCustomer(input);
        first.sync();
        second.sync();
        QVERIFY(first.commands.deleteCustomer(saved->id));
        first.sync();
        second.sync();
        second.clock.now += 5000;
        QVERIFY(second.commands.restoreDeleted(TableId::Customer, saved->id));
        second.sync();
        first.sync();
        for (Desk* desk : {&first, &second})
            QCOMPARE(desk->count("SELECT count(*) FROM contact WHERE deleted = 0"), std::int64_t{2});
        QCOMPARE(cloud.conflicts().size(), std::size_t{0});
    }

    void a_restore_of_a_delete_that_was_not_synced_yet_arrives()
    {
        CloudSpace cloud;
        Desk first(cloud, 1);
        Desk second(cloud, 2);
        first.sync();
        const auto customer = first.saveCustomer("삼성공업");
        const auto made = order(first, customer->id, 100);
        first.sync();
        QVERIFY(first.commands.deleteOrder(made->id));
        QVERIFY(first.commands.restoreDeleted(TableId::SalesOrder, made->id));
        first.sync();
        second.sync();
        for (Desk* desk : {&first, &second}) {
            QCOMPARE(liveOrders(*desk), std::int64_t{1});
            QCOMPARE(liveLines(*desk), std::int64_t{2});
        }
    }

    void a_restored_backup_sends_nothing_twice_and_gets_the_time_between_back()
    {
        FileDesk pc;
        pc.desk->sync();
        const auto customer = pc.desk->saveCustomer("삼성공업");
        pc.desk->sync();
        const auto waiting = order(*pc.desk, customer->id, 100); // unsent when the backup is made
        const auto backup = storage::writeBackup(pc.path, pc.folder, {20261123180000});
        QVERIFY(backup);
        pc.desk->sync();
        const auto later = order(*pc.desk, customer->id, 200);
        pc.desk->sync();
        const std::int64_t head = pc.cloud.state().head;

        QVERIFY(pc.putBack(backup->path));
        QCOMPARE(liveOrders(*pc.desk), std::int64_t{1});
        pc.desk->sync();
        QCOMPARE(pc.cloud.state().head, head); // nothing came twice
        QCOMPARE(liveOrders(*pc.desk), std::int64_t{2}); // and the time between came back
        QCOMPARE(pc.cloud.conflicts().size(), std::size_t{0});
        const auto after = order(*pc.desk, customer->id, 300);
        pc.desk->sync();
        QVERIFY(after);
        QVERIFY(after->number != later->number && after->number != waiting->number);
        QCOMPARE(pc.desk->count("SELECT count(*) FROM outbox WHERE state <> 2"), std::int64_t{0});
        QCOMPARE(pc.cloud.service.history("sales_order", waiting->id, pc.desk->hand.actor)->size(), std::size_t{1});
    }

    void what_a_backup_holds_unsent_goes_out_though_the_cloud_never_got_it()
    {
        FileDesk pc;
        pc.desk->sync();
        const auto customer = pc.desk->saveCustomer("삼성공업");
        const auto waiting = order(*pc.desk, customer->id, 100);
        const auto backup = storage::writeBackup(pc.path, pc.folder, {20261123180000});
        QVERIFY(pc.putBack(backup->path));
        const auto after = order(*pc.desk, customer->id, 300); // before it is online again
        QVERIFY(after->number != waiting->number);
        pc.desk->sync();
        Desk other(pc.cloud, 2);
        other.sync();
        QCOMPARE(liveOrders(other), std::int64_t{2});
        QCOMPARE(pc.desk->count("SELECT count(*) FROM outbox WHERE state <> 2"), std::int64_t{0});
    }

    void a_backup_put_back_twice_still_sends_nothing_twice()
    {
        FileDesk pc;
        pc.desk->sync();
        const auto customer = pc.desk->saveCustomer("삼성공업");
        const auto backup = storage::writeBackup(pc.path, pc.folder, {20261123180000});
        for (int time = 0; time < 2; ++time) {
            QVERIFY(pc.putBack(backup->path));
            QVERIFY(order(*pc.desk, customer->id, 300));
            pc.desk->sync();
        }
        QCOMPARE(pc.desk->count("SELECT count(*) FROM customer"), std::int64_t{1});
        QCOMPARE(liveOrders(*pc.desk), std::int64_t{2});
        QCOMPARE(pc.desk->count("SELECT count(DISTINCT number) FROM sales_order"), std::int64_t{2});
        QCOMPARE(pc.cloud.conflicts().size(), std::size_t{0});
    }
};

QTEST_GUILESS_MAIN(SafetyTravelsTest)
#include "safety_travels_test.moc"
