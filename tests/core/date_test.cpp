#include "core/domain/date.h"

#include <QtTest>

using namespace dure;

namespace {
constexpr Date today{20261123}; // a Monday
}

class DateTest : public QObject
{
    Q_OBJECT

private slots:
    void every_way_to_type_a_date_is_read_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("expected");
        const auto row = [](const char* text, int expected) { QTest::newRow(text) << QString(text) << expected; };
        for (const char* text : {"2026-11-23", "2026.11.23", "2026/11/23", "20261123", "261123", "26-11-23", "26.11.23",
                 "11-23", "1123", "11/23", "11.23", "23", " 2026-11-23 ", "2026. 11. 23.", "2026년 11월 23일",
                 "2026년11월23일", "11월 23일", "23일", "\uff12\uff10\uff12\uff16\uff0d\uff11\uff11\uff0d\uff12\uff13"})
            row(text, 20261123);
        row("2026-1-5", 20260105);
        row("991231", 19991231);
        row("0131", 20270131); // two months ahead, not ten months ago
        row("12-1", 20261201);
        row("6-1", 20260601);
        row("5-1", 20270501); // 206 days ago, 159 ahead
        row("1", 20261201);
        row("9", 20261109);
        row("30", 20261130);
        row("2024-02-29", 20240229);
    }
    void every_way_to_type_a_date_is_read()
    {
        QFETCH(QString, text);
        QFETCH(int, expected);
        const auto date = parseDate(text.toStdString(), today);
        QVERIFY(date.has_value());
        QCOMPARE(date->yyyymmdd, expected);
    }

    void what_is_no_date_is_refused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"", " ", "abc", "0", "32", "123", "12345", "1234567", "202611230", "2026-13-01",
                 "2026-02-30", "2025-02-29", "11-31", "0230", "2026-11", "2026-11-", "-11-23", "11--23", "2026-11/23",
                 "2026-11-23-1", "11월", "2026년", "23월 11일", "1899-12-31", "3000-01-01", "126-1-1", "11-023", "23.",
                 "2026 11 23", "2026-11-23.", "1월-5", "20261123일"})
            QTest::newRow(text) << QString(text);
    }
    void what_is_no_date_is_refused()
    {
        QFETCH(QString, text);
        QVERIFY(!parseDate(text.toStdString(), today));
    }

    void a_year_left_out_is_the_nearest_one()
    {
        QCOMPARE(parseDate("12-31", Date{20270102})->yyyymmdd, 20261231);
        QCOMPARE(parseDate("1-2", Date{20261231})->yyyymmdd, 20270102);
        QCOMPARE(parseDate("2-29", Date{20280110})->yyyymmdd, 20280229);
        QVERIFY(!parseDate("2-29", Date{20260310}));
        QVERIFY(!parseDate("2-29", Date{20270301})); // the next one is a year away
        for (Date day{20270101}; day.year() == 2027; day = day.addDays(1)) {
            const auto read = parseDate("0701", day);
            QVERIFY(read && std::abs(day.daysUntil(*read)) <= 183);
        }
    }

    void a_month_left_out_is_the_nearest_that_has_the_day()
    {
        QCOMPARE(parseDate("31", Date{20261101})->yyyymmdd, 20261031);
        QCOMPARE(parseDate("31", Date{20260415})->yyyymmdd, 20260331);
        QCOMPARE(parseDate("30", Date{20260301})->yyyymmdd, 20260330); // February has none
        QCOMPARE(parseDate("2", Date{20261231})->yyyymmdd, 20270102);
    }

    void calendar_arithmetic_keeps_to_real_days()
    {
        QCOMPARE((Date{20260131}.addMonths(1).yyyymmdd), 20260228);
        QCOMPARE((Date{20240131}.addMonths(1).yyyymmdd), 20240229);
        QCOMPARE((Date{20261130}.addMonths(3).yyyymmdd), 20270228);
        QCOMPARE((Date{20260115}.addMonths(-1).yyyymmdd), 20251215);
        QCOMPARE((Date{20260115}.addMonths(-13).yyyymmdd), 20241215);
        QCOMPARE((Date{20261231}.addDays(1).yyyymmdd), 20270101);
        QCOMPARE((Date{20240301}.addDays(-1).yyyymmdd), 20240229);
        QCOMPARE((Date{20240210}.monthEnd().yyyymmdd), 20240229);
        QCOMPARE((Date{20261201}.monthEnd().yyyymmdd), 20261231);
        QCOMPARE((Date{20260101}.daysUntil(Date{20270101})), 365);
        QCOMPARE((Date{20270101}.daysUntil(Date{20260101})), -365);
        QCOMPARE(today.weekday(), 1U);
        QCOMPARE((Date{20261122}.weekday()), 0U);
    }

    void a_day_that_does_not_exist_is_not_valid()
    {
        QVERIFY(today.isValid());
        for (int number : {0, -20261123, 20260230, 20261301, 20260001, 20260100, 18991231, 30000101, 123})
            QVERIFY2(!Date{number}.isValid(), std::to_string(number).c_str());
        QVERIFY((Date{19000101}.isValid() && Date{29991231}.isValid()));
    }

    void iso_text_is_empty_for_no_date()
    {
        QCOMPARE(today.toIso(), std::string("2026-11-23"));
        QCOMPARE(Date{}.toIso(), std::string());
    }

    void a_moment_falls_on_the_korean_day()
    {
        // 2026-11-22 15:00 UTC is midnight in Korea
        constexpr std::int64_t midnightMs = 1'795'359'600'000;
        QCOMPARE(dateAt(midnightMs).yyyymmdd, 20261123);
        QCOMPARE(dateAt(midnightMs - 1).yyyymmdd, 20261122);
        QCOMPARE(dateAt(midnightMs - 1, 0).yyyymmdd, 20261122);
        QCOMPARE(dateAt(-1, 0).yyyymmdd, 19691231);
    }
};

QTEST_APPLESS_MAIN(DateTest)
#include "date_test.moc"
