#include "core/domain/call_off.h"

#include <QtTest>

using namespace dure;

namespace {

constexpr Date monday{20261123};

Quantity units(std::int64_t count) { return Quantity::fromInteger(count); }

Quantity sumOf(const std::vector<CallOffPart>& parts)
{
    Quantity sum;
    for (const CallOffPart& part : parts)
        sum += part.quantity;
    return sum;
}

} // namespace

class CallOffTest : public QObject
{
    Q_OBJECT

private slots:
    void three_parts_every_week_are_even_and_add_up()
    {
        const auto parts = spreadEvenly(units(10'000), 3, monday, 7, {}, {});
        const std::vector<CallOffPart> expected{
            {{20261123}, units(3'333)}, {{20261130}, units(3'333)}, {{20261207}, units(3'334)}};
        QVERIFY(parts == expected);
    }

    void parts_are_whole_boxes_where_each_fills_one()
    {
        const auto parts = spreadEvenly(units(10'000), 3, monday, 7, units(250), {});
        QCOMPARE(parts[0].quantity, units(3'250));
        QCOMPARE(parts[2].quantity, units(3'500));
        QCOMPARE(spreadEvenly(units(300), 3, monday, 7, units(250), {})[0].quantity, units(100));
    }

    void a_day_without_business_gives_way_and_no_two_parts_share_a_day()
    {
        const HolidayCalendar calendar({{Date{20261225}, "기독탄신일"}});
        const auto daily = spreadEvenly(units(30), 3, Date{20261224}, 1, {}, calendar);
        QCOMPARE(daily[0].on, Date{20261224});
        QCOMPARE(daily[1].on, Date{20261228}); // after Christmas on a Friday and the week end
        QCOMPARE(daily[2].on, Date{20261229});
        const auto weekly = spreadEvenly(units(30), 2, Date{20261218}, 7, {}, calendar);
        QCOMPARE(weekly[1].on, Date{20261228});
    }

    void whatever_is_spread_nothing_is_lost_and_nothing_is_empty()
    {
        for (const std::int64_t total : {1, 7, 9'999, 10'000, 123'456, 1'234'567'891})
            for (int count = 1; count <= mostCallOffs; ++count) {
                const auto parts = spreadEvenly({total}, count, monday, 3, units(12), {});
                QCOMPARE(std::ssize(parts), std::min<std::int64_t>(count, total));
                QCOMPARE(sumOf(parts), Quantity{total});
                for (std::size_t i = 0; i < parts.size(); ++i)
                    QVERIFY(parts[i].quantity > Quantity{} && (i == 0 || parts[i - 1].on < parts[i].on));
            }
    }
};

QTEST_APPLESS_MAIN(CallOffTest)
#include "call_off_test.moc"
