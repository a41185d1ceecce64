#include "core/exchange/import_values.h"

#include <QtTest>

using namespace dure;
using namespace dure::exchange;

class ImportValuesTest : public QObject
{
    Q_OBJECT

private slots:
    void dates_are_read_with_and_without_a_time()
    {
        const Date today = Date::fromYmd(2026, 11, 23);
        for (const char* text : {"1996-07-04", "1996-07-04 00:00:00.000", "1996-07-04T00:00:00Z",
                 "1996-7-4 오후 1:05:00", "1996.07.04.", "1996. 7. 4", "1996년 7월 4일", "19960704", "1996/07/04 13:45",
                 "1996-07-04 1:05 PM", "96-07-04", "960704"}) {
            const auto date = readDate(text, today);
            QVERIFY2(date && *date == Date::fromYmd(1996, 7, 4), text);
        }
        for (const char* text : {"", "07-04", "4", "1996-02-30", "soon", "13:45", "45000", "1996-07-04 x:y",
                 "a:1996-07-04", "1996-07-04 00:00:00 maybe"})
            QVERIFY2(!readDate(text, today), text);
    }

    void more_than_four_decimals_are_rounded_half_up_and_said()
    {
        const auto value = [](const char* text) { return readDecimal(text).value().tenThousandths; };
        QCOMPARE(value("14.00"), 140'000);
        QCOMPARE(value("1,234.5"), 12'345'000);
        QCOMPARE(value("33.33335"), 333'334);
        QCOMPARE(value("33.33334999"), 333'333);
        QCOMPARE(value("-0.00005"), -1);
        QCOMPARE(value("9.99995"), 100'000);
        QVERIFY(readDecimal("33.33335")->rounded);
        QVERIFY(!readDecimal("33.3333")->rounded);
        QCOMPARE(readDecimal("1e5").error(), NumberError::NotANumber);
        QCOMPARE(readDecimal("99999999999999").error(), NumberError::TooLarge);
        QCOMPARE(readDecimal("999999999.99995").error(), NumberError::TooLarge);
    }

    void a_measure_may_carry_its_unit()
    {
        QCOMPARE(readMeasure("500ml")->tenThousandths, 5'000'000);
        QCOMPARE(readMeasure("12.5 g")->tenThousandths, 125'000);
        QVERIFY(!readMeasure("1 L"));
        QVERIFY(!readMeasure("ml"));
    }

    void discounts_are_exact()
    {
        QCOMPARE(readDiscount("0.05"), std::optional<std::int64_t>(50'000));
        QCOMPARE(readDiscount("15%"), std::optional<std::int64_t>(150'000));
        QCOMPARE(readDiscount("0"), std::optional<std::int64_t>(0));
        QCOMPARE(readDiscount("1"), std::optional<std::int64_t>(1'000'000));
        for (const char* text : {"5", "-0.1", "101%", "x", "0.33333"})
            QVERIFY2(!readDiscount(text), text);
        QCOMPARE(discounted({168'000}, 50'000).tenThousandths, 159'600); // 16.80 less 5 % = 15.96
        QCOMPARE(discounted({77'000}, 150'000).tenThousandths, 65'450);
        QCOMPARE(discounted({1}, 500'000).tenThousandths, 1); // 0.00005 goes up
        QCOMPARE(discounted({9'999'999'999'999}, 1).tenThousandths, 9'999'989'999'999);
    }

    void flags_and_tax_kinds_are_read_in_both_languages()
    {
        QCOMPARE(readFlag("Y"), std::optional(true));
        QCOMPARE(readFlag("중지"), std::optional(true));
        QCOMPARE(readFlag("0"), std::optional(false));
        QVERIFY(!readFlag("maybe"));
        QCOMPARE(readTaxKind("과세(10%)"), std::optional(TaxKind::Taxable));
        QCOMPARE(readTaxKind(" 면 세 "), std::optional(TaxKind::Exempt));
        QVERIFY(!readTaxKind("기타"));
    }
};

QTEST_GUILESS_MAIN(ImportValuesTest)
#include "import_values_test.moc"
