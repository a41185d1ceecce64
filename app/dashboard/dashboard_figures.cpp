#include "app/dashboard/dashboard_figures.h"

#include <limits>

namespace dure::app {
namespace {

template <class Sum> ComparedAmount compared(const Period& period, Date today, Sum sum)
{
    return {sum(period.until(today)), sum(period.sameDaysOf(period.before(), today)),
        sum(period.sameDaysOf(period.yearBefore(), today))};
}

/// Days whose end has passed: a line due today may still be met.
DaySpan passed(DaySpan days, Date today) { return {days.from, std::min(days.to, today.addDays(-1))}; }

void readMonths(storage::FiguresStore& store, DashboardFigures& figures)
{
    const Date last = firstDayOf(monthOf(figures.period.to()));
    const MonthSpan months{monthOf(last.addMonths(-11)), monthOf(last)};
    figures.months = store.deliveredByMonth(months);
    figures.monthsYearBefore = store.deliveredByMonth({months.from - 100, months.to - 100});
    const Period running = Period::of(PeriodKind::Month, figures.today);
    for (const storage::MonthAmount& month : figures.months)
        if (month.month == monthOf(running.from))
            figures.expected = expectedOf(store.delivered(running.until(figures.today)).supply, running, figures.today);
}

/// As the list behind it has them, customer by customer.
void readReceivables(Reader& reader, DashboardFigures& figures)
{
    constexpr std::int64_t all = std::numeric_limits<std::int64_t>::max();
    const storage::ReceivableFilter filter{storage::ReceivableChip::All, {}, figures.today};
    for (const storage::ReceivableRow& row :
        reader.receivableList().list(filter, {storage::ReceivableSort::Balance, true, 0, all}))
        figures.ageing.add(row.ages);
}

} // namespace

DashboardFigures readDashboard(Reader& reader, const Period& period, Date today, std::int64_t rows)
{
    storage::FiguresStore store = reader.figures();
    DashboardFigures figures;
    figures.period = period;
    figures.today = today;
    figures.complete = store.isComplete();
    figures.ordered = compared(period, today, [&](DaySpan days) { return store.ordered(days); });
    figures.delivered = compared(period, today, [&](DaySpan days) { return store.delivered(days); });
    figures.collected = compared(period, today, [&](DaySpan days) { return store.collected(days); });
    figures.onTime = store.onTime(passed(period.until(today), today));
    figures.onTimeBefore = store.onTime(passed(period.before().days(), today));
    readMonths(store, figures);
    readReceivables(reader, figures);

    storage::OrderFilter late;
    late.chip = storage::OrderChip::Late;
    late.today = today;
    figures.late = reader.orders().list(late, {storage::OrderSort::Due, false, 0, rows});
    figures.lateTotals = reader.orders().totals(late);

    const MonthSpan months = period.monthSpan();
    const MonthSpan before = period.before().monthSpan();
    figures.customers = store.bestCustomers(months, before, rows);
    figures.products = store.bestProducts(months, before, rows);
    for (auto* ranked : {&figures.customers, &figures.products})
        for (storage::RankedAmount& each : *ranked)
            each.before = partUntil(each.before, period, today);

    const storage::ProductFilter below{storage::ProductChip::BelowSafety, {}};
    figures.belowSafety = reader.products().list(below, {storage::ProductSort::Stock, false, 0, rows});
    figures.belowSafetyCount = reader.products().count(below);
    return figures;
}

} // namespace dure::app
