#include "core/domain/date.h"

#include "core/domain/typed_text.h"

#include <array>
#include <cassert>
#include <cstdlib>
#include <span>

namespace dure {

namespace {

namespace chrono = std::chrono;

constexpr int firstYear = 1900;
constexpr int lastYear = 2999;

chrono::year_month_day ymdOf(Date date)
{
    return chrono::year{date.year()} / chrono::month{date.month()} / chrono::day{date.day()};
}

/// Digit groups and what follows each of them: '-', '.', '/', 'Y', 'M', 'D' (년, 월, 일) or 0 at the end.
struct Parts
{
    std::array<int, 3> number{};
    std::array<std::size_t, 3> digits{};
    std::array<char, 3> mark{};
    std::size_t count = 0;
};

char takeMark(std::string_view& text)
{
    static constexpr std::pair<std::string_view, char> marks[]
        = {{"-", '-'}, {".", '.'}, {"/", '/'}, {"년", 'Y'}, {"월", 'M'}, {"일", 'D'}};
    for (const auto& [sign, mark] : marks) {
        if (text.starts_with(sign)) {
            text.remove_prefix(sign.size());
            return mark;
        }
    }
    return 0;
}

void skipBlanks(std::string_view& text)
{
    while (text.starts_with(' '))
        text.remove_prefix(1);
}

std::optional<Parts> splitDate(std::string_view text)
{
    Parts parts;
    while (!text.empty()) {
        if (parts.count == parts.number.size())
            return std::nullopt;
        std::size_t length = 0;
        int number = 0;
        for (; length < text.size() && text[length] >= '0' && text[length] <= '9'; ++length) {
            if (length == 8)
                return std::nullopt;
            number = number * 10 + (text[length] - '0');
        }
        if (length == 0)
            return std::nullopt;
        text.remove_prefix(length);
        skipBlanks(text);
        const char mark = takeMark(text);
        if (mark == 0 && !text.empty())
            return std::nullopt;
        skipBlanks(text);
        parts.number[parts.count] = number;
        parts.digits[parts.count] = length;
        parts.mark[parts.count] = mark;
        ++parts.count;
    }
    return parts;
}

/// Whether the marks are one of: Y M D, M D, D; or the same sign all through (after the last group only a point).
bool marksFit(const Parts& parts)
{
    static constexpr std::string_view hangul = "YMD";
    const std::span marks(parts.mark.data(), parts.count);
    const bool inHangul = std::string_view(marks.data(), marks.size()) == hangul.substr(hangul.size() - parts.count);
    if (inHangul)
        return true;
    const char last = marks.back();
    if (last != 0 && !(last == '.' && parts.count > 1))
        return false;
    for (char mark : marks.first(parts.count - 1))
        if (mark != marks.front() || mark == 'Y' || mark == 'M' || mark == 'D')
            return false;
    return last == 0 || marks.front() == '.';
}

std::optional<Date> existing(int year, int month, int day)
{
    if (year < firstYear || year > lastYear || month < 1 || month > 12 || day < 1 || day > 31)
        return std::nullopt;
    const Date date = Date::fromYmd(year, static_cast<unsigned>(month), static_cast<unsigned>(day));
    return date.isValid() ? std::optional(date) : std::nullopt;
}

/// The nearest of the candidates to `today`; a later candidate wins a tie.
void keepNearer(std::optional<Date>& best, std::optional<Date> candidate, Date today)
{
    if (!candidate)
        return;
    if (!best || std::abs(today.daysUntil(*candidate)) <= std::abs(today.daysUntil(*best)))
        best = candidate;
}

std::optional<Date> withYear(int year, std::size_t yearDigits, int month, int day, Date today)
{
    if (yearDigits == 4)
        return existing(year, month, day);
    if (yearDigits != 2)
        return std::nullopt;
    std::optional<Date> best;
    const int century = today.year() / 100 * 100;
    for (int base : {century - 100, century, century + 100})
        keepNearer(best, existing(base + year, month, day), today);
    return best;
}

std::optional<Date> withoutYear(int month, int day, Date today)
{
    std::optional<Date> best;
    for (int year = today.year() - 1; year <= today.year() + 1; ++year)
        keepNearer(best, existing(year, month, day), today);
    constexpr int halfAYear = 183;
    if (best && std::abs(today.daysUntil(*best)) > halfAYear)
        return std::nullopt;
    return best;
}

std::optional<Date> withoutMonth(int day, Date today)
{
    std::optional<Date> best;
    for (int step = -1; step <= 1; ++step) {
        const Date month = today.addMonths(step);
        keepNearer(best, existing(month.year(), static_cast<int>(month.month()), day), today);
    }
    return best;
}

std::optional<Date> fromOneNumber(int number, std::size_t digits, Date today)
{
    const int month = number / 100 % 100;
    const int day = number % 100;
    switch (digits) {
    case 8:
        return existing(number / 10000, month, day);
    case 6:
        return withYear(number / 10000, 2, month, day, today);
    case 4:
        return withoutYear(month, day, today);
    case 1:
    case 2:
        return withoutMonth(number, today);
    default:
        return std::nullopt;
    }
}

} // namespace

Date Date::fromDays(chrono::sys_days days)
{
    const chrono::year_month_day ymd{days};
    return fromYmd(static_cast<int>(ymd.year()), static_cast<unsigned>(ymd.month()), static_cast<unsigned>(ymd.day()));
}

chrono::sys_days Date::days() const
{
    assert(isValid());
    return ymdOf(*this);
}

bool Date::isValid() const { return yyyymmdd > 0 && year() >= firstYear && year() <= lastYear && ymdOf(*this).ok(); }

Date Date::addDays(int count) const { return fromDays(days() + chrono::days{count}); }

Date Date::addMonths(int count) const
{
    const Date first = fromDays(chrono::sys_days{ymdOf(fromYmd(year(), month(), 1)) + chrono::months{count}});
    const unsigned lastDay = first.monthEnd().day();
    return fromYmd(first.year(), first.month(), day() < lastDay ? day() : lastDay);
}

Date Date::monthEnd() const
{
    const chrono::year_month_day_last last{chrono::year{year()}, chrono::month_day_last{chrono::month{month()}}};
    return fromYmd(year(), month(), static_cast<unsigned>(last.day()));
}

int Date::daysUntil(Date other) const { return static_cast<int>((other.days() - days()).count()); }

unsigned Date::weekday() const { return chrono::weekday{days()}.c_encoding(); }

std::string Date::toIso() const
{
    if (isNull())
        return {};
    std::string text = std::to_string(yyyymmdd);
    text.insert(0, text.size() < 8 ? 8 - text.size() : 0, '0');
    return text.insert(6, "-").insert(4, "-");
}

std::optional<Date> parseDate(std::string_view text, Date today)
{
    const std::string folded = foldTyped(text);
    const auto parts = splitDate(folded);
    if (!parts || parts->count == 0 || !marksFit(*parts))
        return std::nullopt;
    const auto& number = parts->number;
    const auto& digits = parts->digits;
    if (parts->count == 1)
        return parts->mark[0] == 'D' && digits[0] > 2 ? std::nullopt : fromOneNumber(number[0], digits[0], today);
    if (digits[parts->count - 1] > 2 || digits[parts->count - 2] > 2)
        return std::nullopt;
    if (parts->count == 2)
        return withoutYear(number[0], number[1], today);
    return withYear(number[0], digits[0], number[1], number[2], today);
}

Date dateAt(std::int64_t utcMs, int offsetMinutes)
{
    const chrono::milliseconds local{utcMs + std::int64_t{offsetMinutes} * 60'000};
    return Date::fromDays(chrono::sys_days{chrono::floor<chrono::days>(local)});
}

} // namespace dure
