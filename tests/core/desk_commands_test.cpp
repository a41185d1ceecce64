#include "tests/core/commands_fixture.h"

#include <QtTest>

using namespace dure;
using namespace dure::commands;
using dure::test::CommandsFixture;

class DeskCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void planning_a_delivery_writes_the_vehicle_and_the_time_alone_and_can_be_taken_back()
    {
        CommandsFixture f;
        const auto customer = f.makeCustomer();
        const auto product = f.makeProduct();
        const Uuid order = f.commands.saveOrder(f.orderInput(customer, {f.line(product, 100, 98)}))->id;
        const auto done = f.commands.planDelivery(order, "2.5톤 82가 3417", "이정호", 14 * 60);
        QVERIFY(done);
        QVERIFY(!done->changes.rows.empty());
        const Mutation sent = f.lastSent();
        QCOMPARE(sent.changes.size(), std::size_t(1));
        QCOMPARE(sent.changes[0].fields.known.size(), std::size_t(3));
        const auto stored = storage::findEntity<SalesOrder>(f.db(), order);
        QCOMPARE(stored->vehicle, "2.5톤 82가 3417");
        QCOMPARE(stored->driver, "이정호");
        QCOMPARE(*stored->dueTime, std::int64_t(840));
        QCOMPARE(f.commands.undoDescription()->intent, "plan_delivery");
        QVERIFY(f.commands.undo(f.today));
        QVERIFY(storage::findEntity<SalesOrder>(f.db(), order)->vehicle.empty());
        QVERIFY(!storage::findEntity<SalesOrder>(f.db(), order)->dueTime);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void planning_what_is_planned_already_writes_nothing()
    {
        CommandsFixture f;
        const Uuid order = f.commands.saveOrder(f.orderInput(f.makeCustomer(), {f.line(f.makeProduct(), 100, 98)}))->id;
        QVERIFY(f.commands.planDelivery(order, "1톤", "", 600));
        const std::size_t sent = f.sent().size();
        const auto again = f.commands.planDelivery(order, "1톤", "", 600);
        QVERIFY(again && again->changes.rows.empty());
        QCOMPARE(f.sent().size(), sent);
    }

    void what_a_colleague_planned_meanwhile_stays_where_it_was_not_touched()
    {
        CommandsFixture f;
        const Uuid order = f.commands.saveOrder(f.orderInput(f.makeCustomer(), {f.line(f.makeProduct(), 100, 98)}))->id;
        QVERIFY(f.commands.planDelivery(order, "1톤", "", 9 * 60));
        const auto shown = storage::findEntity<SalesOrder>(f.db(), order);
        QVERIFY(f.commands.planDelivery(order, "1톤", "", 14 * 60));
        QVERIFY(f.commands.planDelivery(order, "5톤", "", 9 * 60, &*shown)); // 09:00 still stood on that screen
        const auto stored = storage::findEntity<SalesOrder>(f.db(), order);
        QCOMPARE(stored->vehicle, "5톤");
        QCOMPARE(*stored->dueTime, std::int64_t(14 * 60));
    }

    void a_time_that_no_day_has_is_refused_at_its_field()
    {
        CommandsFixture f;
        const Uuid order = f.commands.saveOrder(f.orderInput(f.makeCustomer(), {f.line(f.makeProduct(), 100, 98)}))->id;
        const auto late = f.commands.planDelivery(order, "1톤", "", 1440);
        QVERIFY(!late);
        QCOMPARE(late.error().problems.front().column, int(col::SalesOrder::dueTime));
        const auto longName = f.commands.planDelivery(order, std::string(101, 'x'), "", std::nullopt);
        QVERIFY(!longName);
        QCOMPARE(longName.error().problems.front().column, int(col::SalesOrder::vehicle));
        QCOMPARE(f.commands.planDelivery(Uuid{}, "1톤", "", 600).error().kind, ErrorKind::NotFound);
    }
};

QTEST_APPLESS_MAIN(DeskCommandsTest)
#include "desk_commands_test.moc"
