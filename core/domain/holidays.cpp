#include "core/domain/holidays.h"

#include <algorithm>
#include <optional>

namespace dure {

namespace {

std::string_view takeLine(std::string_view& text)
{
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string_view line = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    while (line.ends_with('\r') || line.ends_with(' '))
        line.remove_suffix(1);
    return line;
}

std::optional<Date> parseIso(std::string_view text)
{
    if (text.size() != 10 || text[4] != '-' || text[7] != '-')
        return std::nullopt;
    Date date;
    for (char c : text) {
        if (c == '-')
            continue;
        if (c < '0' || c > '9')
            return std::nullopt;
        date.yyyymmdd = date.yyyymmdd * 10 + (c - '0');
    }
    return date.isValid() ? std::optional(date) : std::nullopt;
}

std::optional<Holiday> parseLine(std::string_view line)
{
    const std::size_t first = line.find(',');
    const std::size_t last = line.rfind(',');
    if (first == std::string_view::npos || last <= first + 1)
        return std::nullopt;
    const auto date = parseIso(line.substr(0, first));
    const std::string_view name = line.substr(first + 1, last - first - 1);
    const std::string_view substitute = line.substr(last + 1);
    if (!date || name.find_first_of(",\"") != std::string_view::npos || (substitute != "0" && substitute != "1"))
        return std::nullopt;
    return Holiday{*date, std::string(name), substitute == "1"};
}

bool isWeekend(Date date) { return date.weekday() == 0 || date.weekday() == 6; }

} // namespace

std::expected<std::vector<Holiday>, HolidayFileError> parseHolidays(std::string_view text)
{
    constexpr std::string_view byteOrderMark = "\xef\xbb\xbf";
    if (text.starts_with(byteOrderMark))
        text.remove_prefix(byteOrderMark.size());
    std::vector<Holiday> holidays;
    for (int number = 1; number == 1 || !text.empty(); ++number) {
        const std::string_view line = takeLine(text);
        if (number == 1 && line != "date,name,substitute")
            return std::unexpected(HolidayFileError{number});
        if (number == 1 || line.empty())
            continue;
        auto holiday = parseLine(line);
        if (!holiday)
            return std::unexpected(HolidayFileError{number});
        holidays.push_back(std::move(*holiday));
    }
    return holidays;
}

HolidayCalendar::HolidayCalendar(std::vector<Holiday> holidays)
    : m_holidays(std::move(holidays))
{
    std::ranges::stable_sort(m_holidays, {}, &Holiday::on);
}

bool HolidayCalendar::isHoliday(Date date) const
{
    return std::ranges::binary_search(m_holidays, date, {}, &Holiday::on);
}

bool HolidayCalendar::isBusinessDay(Date date) const { return !isWeekend(date) && !isHoliday(date); }

Date HolidayCalendar::nextBusinessDay(Date date) const
{
    while (!isBusinessDay(date))
        date = date.addDays(1);
    return date;
}

Date HolidayCalendar::previousBusinessDay(Date date) const
{
    while (!isBusinessDay(date))
        date = date.addDays(-1);
    return date;
}

std::string HolidayCalendar::nameOf(Date date) const
{
    std::string names;
    for (const Holiday& holiday : std::ranges::equal_range(m_holidays, date, {}, &Holiday::on))
        names += (names.empty() ? "" : ", ") + holiday.name;
    return names;
}

bool HolidayCalendar::knowsYear(int year) const
{
    const auto first = std::ranges::lower_bound(m_holidays, Date::fromYmd(year, 1, 1), {}, &Holiday::on);
    return first != m_holidays.end() && first->on.year() == year;
}

} // namespace dure
