#include "core/reports/figures.h"

#include <QtTest>

using namespace dure;

namespace {

Period month(int yyyymmdd) { return Period::of(PeriodKind::Month, Date{yyyymmdd}); }

} // namespace

class FiguresTest : public QObject
{
    Q_OBJECT

private slots:
    void periods_begin_and_end_with_the_calendar()
    {
        QCOMPARE(month(20260223).days(), (DaySpan{Date{20260201}, Date{20260228}}));
        QCOMPARE(month(20260115).before().days(), (DaySpan{Date{20251201}, Date{20251231}}));
        QCOMPARE(Period::of(PeriodKind::Quarter, Date{20261123}).days(), (DaySpan{Date{20261001}, Date{20261231}}));
        QCOMPARE(
            Period::of(PeriodKind::Quarter, Date{20260331}).before().days(), (DaySpan{Date{20251001}, Date{20251231}}));
        QCOMPARE(Period::of(PeriodKind::Year, Date{20261123}).days(), (DaySpan{Date{20260101}, Date{20261231}}));
        QCOMPARE(Period::of(PeriodKind::Year, Date{20260101}).yearBefore().from, Date{20250101});
        QCOMPARE(month(20261231).after(), month(20270101));
        QCOMPARE(Period::of(PeriodKind::Quarter, Date{20261123}).monthSpan(), (MonthSpan{202610, 202612}));
    }

    void a_running_period_is_compared_up_to_the_same_day()
    {
        const Period now = month(20261123);
        const Date today{20261123};
        QCOMPARE(now.until(today), (DaySpan{Date{20261101}, today}));
        QCOMPARE(now.sameDaysOf(now.before(), today), (DaySpan{Date{20261001}, Date{20261023}}));
        QCOMPARE(now.sameDaysOf(now.yearBefore(), today), (DaySpan{Date{20251101}, Date{20251123}}));
        // the month before is shorter: to its end
        QCOMPARE(month(20260330).sameDaysOf(month(20260201), Date{20260330}), month(20260201).days());
        // a month that is over is compared as a whole, whatever the lengths
        QCOMPARE(month(20260228).sameDaysOf(month(20260101), Date{20260228}), month(20260101).days());
        QCOMPARE(month(20260901).sameDaysOf(month(20260801), today), month(20260801).days());
        const Period quarter = Period::of(PeriodKind::Quarter, today);
        QCOMPARE(quarter.sameDaysOf(quarter.before(), today), (DaySpan{Date{20260701}, Date{20260823}}));
        QVERIFY(month(20261201).until(today).isEmpty());
        QVERIFY(month(20261201).sameDaysOf(month(20261101), today).isEmpty());
    }

    void changes_and_shares_are_tenths_of_a_percent()
    {
        QCOMPARE(changeOf(1'064, 1'000), 64);
        QCOMPARE(changeOf(882, 1'000), -118);
        QCOMPARE(changeOf(10'005, 10'000), 1); // half away from zero
        QCOMPARE(changeOf(9'995, 10'000), -1);
        QCOMPARE(changeOf(5, 0), std::nullopt);
        QCOMPARE(changeOf(5, -3), std::nullopt);
        QCOMPARE(shareOf(238, 1'000), 238);
        QCOMPARE(shareOf(1, 0), std::nullopt);
        QCOMPARE(shareOf(999'999'999'999, 999'999'999'999), 1'000);
    }

    void a_running_month_is_expected_to_go_on_as_it_began()
    {
        const Period november = month(20261101);
        QCOMPARE(expectedOf(Won{131'480'000}, november, Date{20261123}), Won{171'495'652});
        QCOMPARE(expectedOf(Won{1'000}, november, Date{20261104}), std::nullopt);
        QCOMPARE(expectedOf(Won{1'000}, november, Date{20261105}), Won{6'000});
        QCOMPARE(expectedOf(Won{1'000}, november, Date{20261130}), std::nullopt); // it has come
        QCOMPARE(expectedOf(Won{1'000}, november, Date{20261031}), std::nullopt); // it has not begun
    }

    void half_a_month_is_set_beside_half_of_the_one_before()
    {
        QCOMPARE(partUntil(Won{3'000}, month(20261101), Date{20261110}), Won{1'000});
        QCOMPARE(partUntil(Won{3'000}, month(20261101), Date{20261130}), Won{3'000});
        QCOMPARE(partUntil(Won{3'000}, month(20261101), Date{20270130}), Won{3'000});
    }

    void a_customer_with_debts_of_two_ages_is_one_customer()
    {
        AgeingOfAll all;
        all.add({{Won{100}, Won{}, Won{}, Won{50}}, {}});
        all.add({{Won{10}, Won{}, Won{}, Won{}}, {}});
        all.add({{}, Won{70}});
        all.add({});
        QCOMPARE(all.at(DebtAge::Within30), (AgeingOfAll::Row{2, Won{110}}));
        QCOMPARE(all.at(DebtAge::Over90), (AgeingOfAll::Row{1, Won{50}}));
        QCOMPARE(all.total, (AgeingOfAll::Row{2, Won{160}}));
        QCOMPARE(all.credit, (AgeingOfAll::Row{1, Won{70}}));
    }
};

QTEST_APPLESS_MAIN(FiguresTest)
#include "figures_test.moc"
