#pragma once
#include "core/domain/date.h"
#include "core/domain/holidays.h"

#include <optional>

namespace dure {

/// When a customer pays: what is delivered up to the closing day falls due `payMonths` months later on the pay day.
/// "말일 마감 익월말 결제" is {31, 1, 31}. A day that a month lacks means its last day, so 31 is 말일 everywhere.
struct PaymentTerms
{
    int closingDay = 0; ///< 1–31; 0: no terms agreed
    int payMonths = 0; ///< 0–12
    int payDay = 0; ///< 1–31; 0: the closing day

    bool operator==(const PaymentTerms&) const = default;
};

/// The closing that a delivery falls into; std::nullopt: no terms agreed. Precondition: delivered.isValid().
std::optional<Date> closingDate(const PaymentTerms& terms, Date delivered);

/// The day payment is due, moved on to the next business day. It never lies before the closing: a pay day that has
/// passed in the closing's own month is taken in the next one. std::nullopt: no terms agreed.
std::optional<Date> dueDate(const PaymentTerms& terms, Date delivered, const HolidayCalendar& calendar);

} // namespace dure
