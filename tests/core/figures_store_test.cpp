#include "core/storage/figures_store.h"

#include "core/reports/figures.h"
#include "tests/core/figures_company.h"

#include <QtTest>

using namespace dure;
using namespace dure::storage;
using dure::test::FiguresCompany;

namespace {

constexpr Date today = FiguresCompany::today;

const std::vector<Period> somePeriods
    = {Period::of(PeriodKind::Month, today), Period::of(PeriodKind::Month, Date{20260115}),
        Period::of(PeriodKind::Month, Date{20251231}), Period::of(PeriodKind::Quarter, today),
        Period::of(PeriodKind::Year, today), Period::of(PeriodKind::Year, Date{20250601})};

} // namespace

class FiguresStoreTest : public QObject
{
    Q_OBJECT

    static void compareAll(FiguresCompany& company)
    {
        FiguresStore store(company.space.db());
        for (const Period& period : somePeriods)
            for (const DaySpan& days : {period.until(today), period.sameDaysOf(period.before(), today),
                     period.sameDaysOf(period.yearBefore(), today)}) {
                QCOMPARE(store.ordered(days), company.ordered(days));
                QCOMPARE(store.delivered(days), company.delivered(days));
                QCOMPARE(store.collected(days), company.collected(days));
                QCOMPARE(store.onTime(days), company.onTime(days));
            }
    }

    template <class KeyOf>
    static void compareRanks(
        FiguresCompany& company, const Period& period, const std::vector<RankedAmount>& ranked, KeyOf keyOf)
    {
        const auto expected = company.ranked(period.monthSpan(), period.before().monthSpan(), keyOf);
        QCOMPARE(ranked.size(), expected.size());
        for (std::size_t i = 0; i < ranked.size(); ++i) {
            QCOMPARE(ranked[i].id, expected[i].first);
            QCOMPARE(ranked[i].supply, expected[i].second.first);
            QCOMPARE(ranked[i].before, expected[i].second.second);
        }
    }

private slots:
    void figures_of_any_company_are_the_sums_of_its_rows()
    {
        for (std::uint64_t seed = 1; seed <= 12; ++seed) {
            FiguresCompany company(seed);
            company.grow(12);
            compareAll(company);
            QVERIFY2(!QTest::currentTestFailed(), qPrintable(QString::number(seed)));
        }
    }

    void best_customers_and_products_are_those_of_the_rows()
    {
        for (std::uint64_t seed = 101; seed <= 112; ++seed) {
            FiguresCompany company(seed);
            company.grow(12);
            FiguresStore store(company.space.db());
            for (const Period& period : somePeriods) {
                const MonthSpan months = period.monthSpan();
                const MonthSpan before = period.before().monthSpan();
                compareRanks(company, period, store.bestCustomers(months, before, 5),
                    [](const Delivery& delivery, const DeliveryLine&) { return delivery.customerId; });
                compareRanks(company, period, store.bestProducts(months, before, 5),
                    [](const Delivery&, const DeliveryLine& line) { return line.productId; });
            }
            QVERIFY2(!QTest::currentTestFailed(), qPrintable(QString::number(seed)));
        }
    }

    void a_month_of_the_bars_is_the_sum_of_its_days()
    {
        FiguresCompany company(7);
        company.grow(20);
        const auto months = FiguresStore(company.space.db()).deliveredByMonth({202511, 202610});
        QCOMPARE(months.size(), 12U);
        QCOMPARE(months[1].month, 202512);
        QCOMPARE(months[2].month, 202601);
        for (const MonthAmount& month : months) {
            const Date first = firstDayOf(month.month);
            QCOMPARE(month.supply, company.delivered({first, first.monthEnd()}).supply);
        }
    }

    void what_is_derived_stays_right_page_by_page()
    {
        for (std::uint64_t seed = 201; seed <= 208; ++seed) {
            FiguresCompany company(seed);
            for (int page = 0; page < 6; ++page) {
                company.grow(2);
                QCOMPARE(company.space.derived.differences(), std::string());
            }
        }
    }

    void a_first_sync_that_derives_at_its_end_comes_to_the_same()
    {
        FiguresCompany company(301);
        company.page([&] { company.space.derived.postpone(); });
        company.grow(15);
        QCOMPARE(FiguresStore(company.space.db()).ordered({Date{20240101}, today}).count, 0);
        company.page([&] { company.space.derived.rebuild(); });
        compareAll(company);
        company.grow(3);
        compareAll(company);
        QCOMPARE(company.space.derived.differences(), std::string());
    }

    void a_delivery_taken_back_was_never_in_time()
    {
        FiguresCompany company(1);
        const DaySpan all{Date{20260101}, today};
        company.page([&] {
            company.addCustomer();
            company.addProduct();
            SalesOrder order;
            order.number = "O1";
            order.customerId = company.any(company.customers)->id;
            order.orderedOn = Date{20261001};
            order.dueOn = Date{20261010};
            OrderLine line;
            line.orderId = company.keep(company.orders, order);
            line.productName = "품목";
            line.quantity = Quantity::fromInteger(10);
            DeliveryLine part;
            part.orderLineId = company.keep(company.lines, line);
            part.orderId = line.orderId;
            part.productName = "품목";
            part.quantity = line.quantity;
            Delivery delivery;
            delivery.number = "D1";
            delivery.customerId = order.customerId;
            delivery.deliveredOn = Date{20261010};
            part.deliveryId = company.keep(company.deliveries, delivery);
            company.keep(company.deliveryLines, part);
        });
        FiguresStore store(company.space.db());
        QCOMPARE(store.onTime(all), (OnTime{1, 1}));
        QCOMPARE(store.onTime({Date{20261011}, today}), OnTime{});
        company.page([&] { company.reverseDelivery(); }); // days later
        QCOMPARE(store.onTime(all), (OnTime{1, 0}));
        QCOMPARE(store.onTime(all), company.onTime(all));
    }
};

QTEST_APPLESS_MAIN(FiguresStoreTest)
#include "figures_store_test.moc"
