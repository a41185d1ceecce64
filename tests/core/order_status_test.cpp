#include "core/domain/order_status.h"

#include <QtTest>
#include <limits>

using namespace dure;

namespace {

constexpr Date today{20261123};
constexpr Date yesterday{20261122};
constexpr Tolerance exact{};
constexpr Tolerance threePercent{300, 300};

LineProgress line(int ordered, int delivered, Date due = {})
{
    return {Quantity::fromInteger(ordered), Quantity::fromInteger(delivered), due};
}
OrderProgress progress(const std::vector<LineProgress>& lines, OrderState state = OrderState::Open,
    Tolerance tolerance = exact, Date due = {})
{
    return orderProgress(state, lines, tolerance, due, today);
}

} // namespace

class OrderStatusTest : public QObject
{
    Q_OBJECT

private slots:
    void the_status_follows_from_the_deliveries()
    {
        using enum OrderStatus;
        QCOMPARE(progress({}).status, Received);
        QCOMPARE(progress({line(100, 0), line(50, 0)}).status, Received);
        QCOMPARE(progress({line(100, 1), line(50, 0)}).status, PartlyDelivered);
        QCOMPARE(progress({line(100, 100), line(50, 0)}).status, PartlyDelivered);
        QCOMPARE(progress({line(100, 100), line(50, 49)}).status, PartlyDelivered);
        QCOMPARE(progress({line(100, 100), line(50, 50)}).status, Delivered);
        QCOMPARE(progress({line(100, 100), line(0, 0)}).status, Delivered);
        QCOMPARE(progress({line(0, 0)}).status, Received);
        QCOMPARE(progress({line(100, 100), line(50, 0)}).linesDone, 1);
    }

    void what_a_person_decided_is_shown_first()
    {
        QCOMPARE(progress({line(100, 100)}, OrderState::OnHold).status, OrderStatus::OnHold);
        QCOMPARE(progress({line(100, 0)}, OrderState::Cancelled).status, OrderStatus::Cancelled);
    }

    void a_line_within_the_under_tolerance_is_done()
    {
        QVERIFY(!isLineDone(line(1'000, 969), threePercent));
        QVERIFY(isLineDone(line(1'000, 970), threePercent));
        QVERIFY(!isLineDone(line(1'000, 999), exact));
        QCOMPARE(progress({line(1'000, 970)}, OrderState::Open, threePercent).status, OrderStatus::Delivered);
        // a full tolerance must not finish what nobody touched
        QVERIFY(!isLineDone(line(1'000, 0), Tolerance{0, 10'000}));
        QVERIFY(isLineDone(line(1'000, 1), Tolerance{0, 10'000}));
    }

    void what_remains_is_never_negative()
    {
        QCOMPARE(remainingQuantity(line(100, 30)), Quantity::fromInteger(70));
        QCOMPARE(remainingQuantity(line(100, 100)), Quantity{});
        QCOMPARE(remainingQuantity(line(100, 130)), Quantity{});
        QCOMPARE(remainingQuantity(line(100, -10)), Quantity::fromInteger(110)); // more came back than went out
        QCOMPARE(remainingQuantity(line(-100, -30)), Quantity::fromInteger(-70));
        QCOMPARE(remainingQuantity(line(-100, -130)), Quantity{});
        QCOMPARE(remainingQuantity(line(1'000, 970)), Quantity::fromInteger(30));
        QCOMPARE(outstandingQuantity(line(1'000, 970), threePercent), Quantity{});
        QCOMPARE(outstandingQuantity(line(1'000, 900), threePercent), Quantity::fromInteger(100));
    }

    void over_delivery_begins_beyond_the_tolerance()
    {
        QVERIFY(!isOverDelivered(line(1'000, 1'030), threePercent));
        QVERIFY(isOverDelivered(line(1'000, 1'031), threePercent));
        QVERIFY(isOverDelivered(line(1'000, 1'001), exact));
        QVERIFY(isOverDelivered(line(0, 1), threePercent));
        QVERIFY(isOverDelivered(line(-100, -101), exact));
        QVERIFY(!isOverDelivered(line(100, -5), exact));
        QVERIFY(progress({line(10, 10), line(10, 11)}).overDelivered);
        const Quantity most{maxTenThousandths};
        QVERIFY(!isOverDelivered({most, most, {}}, Tolerance{10'000, 0}));
    }

    void an_order_is_late_while_a_line_waits_past_its_day()
    {
        QVERIFY(progress({line(100, 0)}, OrderState::Open, exact, yesterday).late);
        QVERIFY(!progress({line(100, 0)}, OrderState::Open, exact, today).late);
        QVERIFY(!progress({line(100, 0)}, OrderState::Open, exact, {}).late);
        QVERIFY(progress({line(100, 40)}, OrderState::Open, exact, yesterday).late);
        QVERIFY(!progress({line(100, 100)}, OrderState::Open, exact, yesterday).late);
        QVERIFY(!progress({line(100, 98)}, OrderState::Open, threePercent, yesterday).late);
        // the line's own day goes before the order's
        QVERIFY(progress({line(100, 0, yesterday)}, OrderState::Open, exact, today).late);
        QVERIFY(!progress({line(100, 0, today)}, OrderState::Open, exact, yesterday).late);
        QVERIFY(!progress({line(100, 0)}, OrderState::OnHold, exact, yesterday).late);
        QVERIFY(!progress({line(100, 0)}, OrderState::Cancelled, exact, yesterday).late);
    }

    void a_delivery_on_a_cancelled_order_asks_for_attention()
    {
        QVERIFY(progress({line(100, 10)}, OrderState::Cancelled).deliveredThoughCancelled);
        QVERIFY(!progress({line(100, 0)}, OrderState::Cancelled).deliveredThoughCancelled);
        QVERIFY(!progress({line(100, 10)}).deliveredThoughCancelled);
    }

    void the_stored_numbers_never_change()
    {
        QCOMPARE(static_cast<int>(OrderState::Open), 0);
        QCOMPARE(static_cast<int>(OrderState::OnHold), 1);
        QCOMPARE(static_cast<int>(OrderState::Cancelled), 2);
    }
};

QTEST_APPLESS_MAIN(OrderStatusTest)
#include "order_status_test.moc"
