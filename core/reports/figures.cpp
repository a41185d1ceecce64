#include "core/reports/figures.h"

namespace dure {

namespace {

std::int64_t tenths(std::int64_t part, std::int64_t whole)
{
    return divideRounded(Int128{part} * 1000, Int128{whole}, RoundingMode::HalfUp);
}

Won scaled(Won amount, int by, int over)
{
    return {divideRounded(Int128{amount.amount} * by, Int128{over}, RoundingMode::HalfUp)};
}

} // namespace

std::optional<std::int64_t> shareOf(std::int64_t part, std::int64_t whole)
{
    return whole > 0 ? std::optional(tenths(part, whole)) : std::nullopt;
}

std::optional<std::int64_t> changeOf(std::int64_t now, std::int64_t before)
{
    return before > 0 ? std::optional(tenths(now - before, before)) : std::nullopt;
}

Elapsed elapsed(const Period& period, Date today)
{
    const DaySpan come = period.until(today);
    return {come.isEmpty() ? 0 : come.from.daysUntil(come.to) + 1, period.from.daysUntil(period.to()) + 1};
}

Won partUntil(Won whole, const Period& period, Date today)
{
    const Elapsed come = elapsed(period, today);
    return come.days == come.of ? whole : scaled(whole, come.days, come.of);
}

std::optional<Won> expectedOf(Won soFar, const Period& period, Date today)
{
    const Elapsed come = elapsed(period, today);
    if (come.days < daysBeforeExpectation || come.days == come.of)
        return std::nullopt;
    return scaled(soFar, come.of, come.days);
}

void AgeingOfAll::add(const Ageing& customer)
{
    const auto count = [](Row& row, Won amount) {
        row.customers += amount > Won{} ? 1 : 0;
        row.owed += amount;
    };
    for (std::size_t age = 0; age < debtAgeCount; ++age)
        count(rows[age], customer.owed[age]);
    count(total, customer.total());
    count(credit, customer.credit);
}

} // namespace dure
