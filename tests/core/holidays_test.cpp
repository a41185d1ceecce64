#include "core/domain/holidays.h"

#include <QtTest>
#include <fstream>
#include <map>
#include <sstream>

using namespace dure;

namespace {

std::string shippedFile()
{
    std::ifstream file(DURE_SOURCE_DIR "/resources/holidays.csv");
    std::stringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace

class HolidaysTest : public QObject
{
    Q_OBJECT

    std::vector<Holiday> m_holidays;
    HolidayCalendar m_calendar;

private slots:
    void initTestCase()
    {
        const auto holidays = parseHolidays(shippedFile());
        QVERIFY(holidays.has_value());
        m_holidays = *holidays;
        m_calendar = HolidayCalendar(*holidays);
    }

    void known_days_are_in_the_shipped_data()
    {
        for (int day : {20180507, 20200817, 20210816, 20231002, 20240212, 20250127, 20250506, 20260217, 20260501,
                 20260525, 20260717, 20260817, 20260925, 20261005, 20270209, 20270503, 20271227})
            QVERIFY2(m_calendar.isHoliday(Date{day}), std::to_string(day).c_str());
        for (int day : {20180717, 20250501, 20250717, 20210607, 20220103, 20260928, 20261228})
            QVERIFY2(!m_calendar.isHoliday(Date{day}), std::to_string(day).c_str());
        QCOMPARE(m_calendar.nameOf(Date{20250505}), std::string("부처님 오신 날, 어린이날"));
        QCOMPARE(m_calendar.nameOf(Date{20250507}), std::string());
        QVERIFY(m_calendar.knowsYear(2018) && m_calendar.knowsYear(2027));
        QVERIFY(!m_calendar.knowsYear(2017) && !m_calendar.knowsYear(2028));
    }

    void each_year_has_its_fixed_days_and_two_feasts_of_three_days()
    {
        for (int year = 2018; year <= 2027; ++year) {
            for (int day : {101, 301, 505, 606, 815, 1003, 1009, 1225})
                QVERIFY(m_calendar.isHoliday(Date{year * 10000 + day}));
            for (const char* feast : {"설날", "추석"}) {
                const auto named = [&](const std::string& name) {
                    const auto found = std::ranges::find_if(
                        m_holidays, [&](const Holiday& h) { return h.on.year() == year && h.name == name; });
                    return found == m_holidays.end() ? Date{} : found->on;
                };
                const Date middle = named(feast);
                QVERIFY2(middle.isValid(), (std::to_string(year) + feast).c_str());
                QCOMPARE(named(feast + std::string(" 전날")), middle.addDays(-1));
                QCOMPARE(named(feast + std::string(" 다음 날")), middle.addDays(1));
            }
        }
    }

    void a_substitute_follows_the_weekend_it_makes_up_for()
    {
        std::map<int, int> perYear;
        for (const Holiday& holiday : m_holidays) {
            if (!holiday.substitute)
                continue;
            ++perYear[holiday.on.year()];
            QVERIFY(holiday.on.weekday() != 0 && holiday.on.weekday() != 6);
            QVERIFY(!m_calendar.isBusinessDay(holiday.on.addDays(-1)));
        }
        QCOMPARE(perYear[2026], 4);
        QCOMPARE(perYear[2027], 7);
    }

    void from_2021_on_a_national_day_on_a_weekend_is_made_up_for()
    {
        for (int year = 2022; year <= 2027; ++year)
            for (int day : {301, 505, 815, 1003, 1009}) {
                const Date date{year * 10000 + day};
                if (date.weekday() != 0 && date.weekday() != 6)
                    continue;
                const Date monday = date.addDays(date.weekday() == 6 ? 2 : 1);
                QVERIFY2(m_calendar.isHoliday(monday), date.toIso().c_str());
            }
    }

    void business_stops_on_weekends_and_holidays()
    {
        QVERIFY(m_calendar.isBusinessDay(Date{20261123}));
        QVERIFY(!m_calendar.isBusinessDay(Date{20261122}));
        QVERIFY(!m_calendar.isBusinessDay(Date{20261121}));
        // 추석 2026: Thursday to Saturday, Monday again
        QCOMPARE(m_calendar.nextBusinessDay(Date{20260924}).yyyymmdd, 20260928);
        QCOMPARE(m_calendar.previousBusinessDay(Date{20260927}).yyyymmdd, 20260923);
        QCOMPARE(m_calendar.nextBusinessDay(Date{20261123}).yyyymmdd, 20261123);
        // the longest stretch: 3 October to 9 October 2025
        QCOMPARE(m_calendar.nextBusinessDay(Date{20251003}).yyyymmdd, 20251010);
        QVERIFY(!HolidayCalendar().isBusinessDay(Date{20261122}));
        QVERIFY(HolidayCalendar().isBusinessDay(Date{20260217}));
    }

    void a_file_is_taken_whole_or_not_at_all()
    {
        const std::string head = "date,name,substitute\n";
        const auto lineOf = [](const std::string& text) {
            const auto result = parseHolidays(text);
            return result ? 0 : result.error().line;
        };
        QCOMPARE(lineOf(head), 0);
        QCOMPARE(lineOf("\xef\xbb\xbf"
                        "date,name,substitute\r\n2026-01-01,신정,0\r\n\r\n"),
            0);
        QCOMPARE(lineOf(""), 1);
        QCOMPARE(lineOf("2026-01-01,신정,0\n"), 1);
        QCOMPARE(lineOf(head + "2026-01-01,신정,0\n2026-02-30,없는 날,0\n"), 3);
        QCOMPARE(lineOf(head + "2026-01-01,,0\n"), 2);
        QCOMPARE(lineOf(head + "2026-01-01,신정\n"), 2);
        QCOMPARE(lineOf(head + "2026-01-01,신정,2\n"), 2);
        QCOMPARE(lineOf(head + "2026-01-01,\"신정\",0\n"), 2);
        QCOMPARE(lineOf(head + "20260101,신정,0\n"), 2);
        const auto one = parseHolidays(head + "2026-03-02,대체공휴일,1");
        QVERIFY(one && one->size() == 1);
        QCOMPARE(one->front(), (Holiday{Date{20260302}, "대체공휴일", true}));
    }
};

QTEST_APPLESS_MAIN(HolidaysTest)
#include "holidays_test.moc"
