#pragma once
#include "core/domain/date.h"

namespace dure {

/// Both days included; empty if `to` lies before `from`.
struct DaySpan
{
    Date from, to;

    bool isEmpty() const { return to < from; }
    bool contains(Date day) const { return from <= day && day <= to; }
    bool operator==(const DaySpan&) const = default;
};

/// No bound at either end: before and after anything that may be written (see the limits of dates in schema.h).
inline constexpr DaySpan allDays{{19000101}, {29991231}};

/// Whole months, yyyymm, both included.
struct MonthSpan
{
    int from = 0, to = 0;
    bool operator==(const MonthSpan&) const = default;
};

constexpr int monthOf(Date day) { return day.yyyymmdd / 100; }
constexpr Date firstDayOf(int month) { return {month * 100 + 1}; }

enum class PeriodKind : std::uint8_t { Month, Quarter, Year };

/// A calendar month, quarter or year.
struct Period
{
    PeriodKind kind = PeriodKind::Month;
    Date from; ///< its first day

    static Period of(PeriodKind kind, Date day);
    Date to() const; ///< its last day
    int months() const;
    Period before() const;
    Period after() const;
    Period yearBefore() const;
    DaySpan days() const { return {from, to()}; }
    MonthSpan monthSpan() const { return {monthOf(from), monthOf(to())}; }
    bool operator==(const Period&) const = default;

    /// What of it has come by `today`, that day included: all of a past one, nothing of one to come.
    DaySpan until(Date today) const;
    /// The days of an `earlier` period of the same kind to set beside until(today): up to the same day, or to its
    /// month's end if that month is shorter; all of it where all of this one has come, so that the whole of February is
    /// set beside the whole of January.
    DaySpan sameDaysOf(const Period& earlier, Date today) const;
};

} // namespace dure
