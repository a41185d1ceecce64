#include "core/domain/payment_terms.h"

#include <algorithm>

namespace dure {

namespace {

/// `day` in the month that lies `months` after that of `date`, cut to the month's length.
Date dayInMonth(Date date, int months, int day)
{
    const Date end = Date::fromYmd(date.year(), date.month(), 1).addMonths(months).monthEnd();
    return Date::fromYmd(end.year(), end.month(), std::min(static_cast<unsigned>(day), end.day()));
}

} // namespace

std::optional<Date> closingDate(const PaymentTerms& terms, Date delivered)
{
    if (terms.closingDay <= 0)
        return std::nullopt;
    const Date sameMonth = dayInMonth(delivered, 0, terms.closingDay);
    return delivered <= sameMonth ? sameMonth : dayInMonth(delivered, 1, terms.closingDay);
}

std::optional<Date> dueDate(const PaymentTerms& terms, Date delivered, const HolidayCalendar& calendar)
{
    const auto closing = closingDate(terms, delivered);
    if (!closing)
        return std::nullopt;
    const int payDay = terms.payDay > 0 ? terms.payDay : terms.closingDay;
    Date due = dayInMonth(*closing, terms.payMonths, payDay);
    if (due < *closing)
        due = dayInMonth(*closing, terms.payMonths + 1, payDay);
    return calendar.nextBusinessDay(due);
}

} // namespace dure
