#pragma once
#include "core/domain/date.h"

#include <expected>
#include <string>
#include <string_view>
#include <vector>

namespace dure {

struct Holiday
{
    Date on;
    std::string name;
    bool substitute = false; ///< 대체공휴일

    bool operator==(const Holiday&) const = default;
};

/// Which line (from 1) of a holiday file is wrong.
struct HolidayFileError
{
    int line = 0;
};

/// Reads resources/holidays.csv and what an operator sends in its form: a first line "date,name,substitute", then
/// yyyy-mm-dd,name,0|1. UTF-8 with or without BOM, any line ends, empty lines skipped. All or nothing.
std::expected<std::vector<Holiday>, HolidayFileError> parseHolidays(std::string_view text);

/// The days without business. Holidays are data, since governments add days at short notice; Saturdays and Sundays
/// are known without data. Immutable, so any thread may read it.
class HolidayCalendar
{
public:
    HolidayCalendar() = default;
    explicit HolidayCalendar(std::vector<Holiday> holidays); ///< in any order

    bool isHoliday(Date date) const; ///< by the data alone, whatever the weekday
    bool isBusinessDay(Date date) const;
    Date nextBusinessDay(Date date) const; ///< `date` itself if business is done on it
    Date previousBusinessDay(Date date) const; ///< the same, backwards
    std::string nameOf(Date date) const; ///< "부처님 오신 날, 어린이날"; empty for no holiday
    bool knowsYear(int year) const; ///< false: only the weekends of that year are known

private:
    std::vector<Holiday> m_holidays; // sorted by date
};

} // namespace dure
