#include "core/reports/ageing.h"

#include <QtTest>
#include <map>
#include <random>

using namespace dure;

namespace {

constexpr Date today{20261123};

/// The plain way: every debt stands open, and all there is to settle with is taken off the oldest, then the next.
Ageing bySettling(Won opening, const std::vector<DatedDebt>& debts, Won paid, Date asOf)
{
    std::map<Date, Won> open;
    for (const DatedDebt& debt : debts)
        open[debt.on] += debt.amount;
    Won toSettle = paid;
    if (opening > Won{})
        open[Date{19000101}] += opening;
    else
        toSettle = toSettle - opening;
    for (auto& [on, amount] : open)
        if (amount < Won{}) {
            toSettle = toSettle - amount;
            amount = {};
        }
    Ageing ageing;
    for (const auto& [on, amount] : open) {
        const Won settled = std::min(amount, toSettle);
        toSettle = toSettle - settled;
        ageing.owed[static_cast<std::size_t>(debtAge(on, asOf))] += amount - settled;
    }
    ageing.credit = toSettle;
    return ageing;
}

Won sumOf(const std::vector<DatedDebt>& debts)
{
    Won sum;
    for (const DatedDebt& debt : debts)
        sum += debt.amount;
    return sum;
}

Ageing ages(std::int64_t within30, std::int64_t to60, std::int64_t to90, std::int64_t over90, std::int64_t credit = 0)
{
    return {{Won{within30}, Won{to60}, Won{to90}, Won{over90}}, Won{credit}};
}

} // namespace

class AgeingTest : public QObject
{
    Q_OBJECT

private slots:
    void a_debt_is_as_old_as_the_days_since_the_goods_went_out()
    {
        const std::pair<int, DebtAge> expected[] = {{-3, DebtAge::Within30}, {0, DebtAge::Within30},
            {30, DebtAge::Within30}, {31, DebtAge::From31To60}, {60, DebtAge::From31To60}, {61, DebtAge::From61To90},
            {90, DebtAge::From61To90}, {91, DebtAge::Over90}, {4000, DebtAge::Over90}};
        for (const auto& [days, age] : expected)
            QCOMPARE(debtAge(today.addDays(-days), today), age);
        QCOMPARE(debtAge(Date{20260228}, Date{20260401}), DebtAge::From31To60); // 32 days over a short month
        QCOMPARE(debtAge(Date{20251224}, Date{20260123}), DebtAge::Within30); // over New Year
    }

    void the_oldest_debt_is_paid_first()
    {
        const std::vector<DatedDebt> debts = {{today.addDays(-100), Won{100}}, {today.addDays(-70), Won{200}},
            {today.addDays(-40), Won{300}}, {today.addDays(-10), Won{400}}};
        QCOMPARE(ageOf(Won{1000}, debts, today), ages(400, 300, 200, 100));
        QCOMPARE(ageOf(Won{950}, debts, today), ages(400, 300, 200, 50));
        QCOMPARE(ageOf(Won{750}, debts, today), ages(400, 300, 50, 0));
        QCOMPARE(ageOf(Won{400}, debts, today), ages(400, 0, 0, 0));
        QCOMPARE(ageOf(Won{1}, debts, today), ages(1, 0, 0, 0));
        QCOMPARE(ageOf(Won{0}, debts, today), ages(0, 0, 0, 0));
    }

    void what_was_paid_in_advance_is_a_credit_and_no_age()
    {
        const std::vector<DatedDebt> debts = {{today, Won{500}}};
        QCOMPARE(ageOf(Won{-300}, debts, today), ages(0, 0, 0, 0, 300));
        QCOMPARE(ageOf(Won{-300}, {}, today), ages(0, 0, 0, 0, 300));
    }

    void an_opening_balance_without_a_day_is_the_oldest_debt()
    {
        const std::vector<DatedDebt> debts = {{today.addDays(-10), Won{400}}};
        QCOMPARE(ageOf(Won{1400}, debts, today), ages(400, 0, 0, 1000));
        const std::vector<DatedDebt> dated = {{today.addDays(-10), Won{400}}, {today.addDays(-45), Won{1000}}};
        QCOMPARE(ageOf(Won{1400}, dated, today), ages(400, 1000, 0, 0));
    }

    void a_delivery_and_its_reversal_of_the_same_day_leave_no_trace()
    {
        std::vector<DatedDebt> debts = {{today.addDays(-95), Won{700}}, {today.addDays(-5), Won{50}}};
        const Ageing before = ageOf(Won{750}, debts, today);
        debts.push_back({today.addDays(-5), Won{9'000}});
        debts.push_back({today.addDays(-5), Won{-9'000}});
        QCOMPARE(ageOf(Won{750}, debts, today), before);
        QCOMPARE(before, ages(50, 0, 0, 700));
    }

    void goods_taken_back_settle_the_oldest_debt()
    {
        const std::vector<DatedDebt> debts
            = {{today.addDays(-95), Won{700}}, {today.addDays(-50), Won{200}}, {today.addDays(-5), Won{-300}}};
        QCOMPARE(ageOf(Won{600}, debts, today), ages(0, 200, 0, 400));
    }

    void random_accounts_age_as_settling_them_debt_by_debt()
    {
        for (std::uint32_t seed = 1; seed <= 3000; ++seed) {
            std::mt19937 random(seed);
            const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<unsigned>(limit)); };
            std::vector<DatedDebt> debts;
            for (int count = below(20); count > 0; --count)
                debts.push_back({today.addDays(5 - below(200)), Won{below(5) == 0 ? -below(500) : below(1000)}});
            const Won opening{below(3) == 0 ? below(3000) - 1000 : 0};
            const Won paid{below(4) == 0 ? 0 : below(8000)};
            const Won owed = opening + sumOf(debts) - paid;

            const Ageing ageing = ageOf(owed, debts, today);
            QCOMPARE(ageing, bySettling(opening, debts, paid, today));
            QCOMPARE(ageing.total() - ageing.credit, owed);
            for (const Won& each : ageing.owed)
                QVERIFY(each >= Won{});
            QVERIFY(ageing.credit >= Won{});
            QVERIFY(ageing.credit == Won{} || ageing.total() == Won{});

            std::erase_if(debts, [](const DatedDebt& debt) { return debt.on.daysUntil(today) > oldestKnownDays; });
            QCOMPARE(ageOf(owed, debts, today), ageing); // older debts need not be read
        }
    }

    void a_day_later_no_debt_is_younger()
    {
        for (std::uint32_t seed = 1; seed <= 200; ++seed) {
            std::mt19937 random(seed);
            std::vector<DatedDebt> debts;
            for (int i = 0; i < 15; ++i)
                debts.push_back({today.addDays(-static_cast<int>(random() % 150)), Won{int(random() % 1000)}});
            const Won owed{sumOf(debts).amount * 2 / 3};
            for (int day = 0; day < 100; ++day) {
                const Ageing now = ageOf(owed, debts, today.addDays(day));
                const Ageing next = ageOf(owed, debts, today.addDays(day + 1));
                Won younger, youngerNext;
                for (std::size_t age = 0; age < debtAgeCount; ++age) {
                    younger += now.owed[age];
                    youngerNext += next.owed[age];
                    QVERIFY(youngerNext <= younger);
                }
            }
        }
    }
};

QTEST_APPLESS_MAIN(AgeingTest)
#include "ageing_test.moc"
