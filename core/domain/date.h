#pragma once
#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dure {

/// A civil date, no time zone. Stored and sent as the integer yyyymmdd (20261123): it sorts, and a person can read it.
/// Range 1900-01-01 to 2999-12-31.
struct Date
{
    std::int32_t yyyymmdd = 0; ///< 0 means "no date"

    static constexpr Date fromYmd(int year, unsigned month, unsigned day)
    {
        return {static_cast<std::int32_t>(year * 10000 + static_cast<int>(month) * 100 + static_cast<int>(day))};
    }
    static Date fromDays(std::chrono::sys_days days);
    std::chrono::sys_days days() const; ///< precondition: isValid()
    constexpr int year() const { return yyyymmdd / 10000; }
    constexpr unsigned month() const { return static_cast<unsigned>(yyyymmdd / 100 % 100); }
    constexpr unsigned day() const { return static_cast<unsigned>(yyyymmdd % 100); }
    bool isValid() const; ///< a day that exists, within the range
    constexpr bool isNull() const { return yyyymmdd == 0; }
    Date addDays(int count) const;
    Date addMonths(int count) const; ///< the day is cut to the month's length: 01-31 + 1 month = 02-28
    Date monthEnd() const;
    int daysUntil(Date other) const; ///< negative if other lies before
    /// 0 = Sunday … 6 = Saturday
    unsigned weekday() const;
    std::string toIso() const; ///< "2026-11-23"; empty if null
    constexpr auto operator<=>(const Date&) const = default;
};

/// Reads what a person types: 2026-11-23, 2026.11.23, 2026/11/23, 20261123, 26-11-23, 261123, 11-23, 11/23, 1123, 23,
/// also with blanks and an end point (2026. 11. 23.) and in Hangul (2026년 11월 23일, 11월 23일, 23일).
/// A year of two digits, a missing year or month is the one that brings the date nearest to `today`; of two equally
/// near the later. A missing year is never more than half a year away, so 02-29 is read near a leap day only; a missing
/// month is the nearest that has such a day. std::nullopt: no such day.
std::optional<Date> parseDate(std::string_view text, Date today);

/// The civil date at `utcMs` in a zone `offsetMinutes` east of UTC (Korea: 540; no daylight saving since 1988).
Date dateAt(std::int64_t utcMs, int offsetMinutes = 540);

} // namespace dure
