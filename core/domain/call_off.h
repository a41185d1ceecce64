#pragma once
#include "core/domain/fixed_point.h"
#include "core/domain/holidays.h"

#include <vector>

namespace dure {

/// A part of an order's line with a date of its own (분할납품): so much of it on that day.
struct CallOffPart
{
    Date on;
    Quantity quantity;

    bool operator==(const CallOffPart&) const = default;
};

inline constexpr int mostCallOffs = 60;
inline constexpr int mostDaysBetween = 366;

/// Spreads `total` evenly over `parts` days, the first on `first`, one every `everyDays` days. A day without business
/// gives way to the next one with it, and no two parts fall on the same day. Parts are whole boxes of `unitsPerBox` (0:
/// not known) if each part fills one, else whole units; what is left over goes with the last one. A total of less than
/// one unit each is divided by its decimals.
/// Preconditions: total > 0, 1 ≤ parts ≤ mostCallOffs, everyDays ≥ 1, `first` is a day. Fewer parts come back where
/// there is not a ten-thousandth for each.
std::vector<CallOffPart> spreadEvenly(
    Quantity total, int parts, Date first, int everyDays, Quantity unitsPerBox, const HolidayCalendar& calendar);

} // namespace dure
