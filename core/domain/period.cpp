#include "core/domain/period.h"

#include <algorithm>

namespace dure {

Period Period::of(PeriodKind kind, Date day)
{
    const unsigned month = day.month();
    switch (kind) {
    case PeriodKind::Month:
        return {kind, Date::fromYmd(day.year(), month, 1)};
    case PeriodKind::Quarter:
        return {kind, Date::fromYmd(day.year(), (month - 1) / 3 * 3 + 1, 1)};
    case PeriodKind::Year:
        break;
    }
    return {kind, Date::fromYmd(day.year(), 1, 1)};
}

int Period::months() const
{
    switch (kind) {
    case PeriodKind::Month:
        return 1;
    case PeriodKind::Quarter:
        return 3;
    case PeriodKind::Year:
        break;
    }
    return 12;
}

Date Period::to() const { return from.addMonths(months() - 1).monthEnd(); }

Period Period::before() const { return {kind, from.addMonths(-months())}; }

Period Period::after() const { return {kind, from.addMonths(months())}; }

Period Period::yearBefore() const { return {kind, from.addMonths(-12)}; }

DaySpan Period::until(Date today) const { return {from, std::min(to(), today)}; }

DaySpan Period::sameDaysOf(const Period& earlier, Date today) const
{
    if (today >= to())
        return earlier.days();
    if (today < from)
        return {earlier.from, earlier.from.addDays(-1)};
    const int months = (from.year() - earlier.from.year()) * 12 + static_cast<int>(from.month())
        - static_cast<int>(earlier.from.month());
    return {earlier.from, today.addMonths(-months)};
}

} // namespace dure
