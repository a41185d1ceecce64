#include "core/domain/fixed_point.h"

#include <QtTest>
#include <limits>

using namespace dure;

class FixedPointTest : public QObject
{
    Q_OBJECT

private:
    static std::int64_t read(const char* text, int decimals = 4)
    {
        const ParsedNumber number = parseNumber(text, decimals, maxTenThousandths);
        if (number.error)
            qWarning("%s: error %d", text, static_cast<int>(*number.error));
        return number.error ? std::numeric_limits<std::int64_t>::min() : number.scaled;
    }
    static std::optional<NumberError> errorOf(
        const char* text, int decimals = 4, std::int64_t limit = maxTenThousandths)
    {
        return parseNumber(text, decimals, limit).error;
    }

private slots:
    void what_a_person_types_is_read_exactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("scaled");
        const auto row = [](const char* text, qint64 scaled) { QTest::newRow(text) << QString(text) << scaled; };
        row("0", 0);
        row("-0", 0);
        row("12.5", 125'000);
        row(".5", 5'000);
        row("5.", 50'000);
        row("1,234,567", 12'345'670'000);
        row("  1,234 ", 12'340'000);
        row("1,234원", 12'340'000);
        row("1,234 원", 12'340'000);
        row("₩1,234", 12'340'000);
        row("₩ 1,234", 12'340'000);
        row("\\1234", 12'340'000);
        row("-₩5", -50'000);
        row("₩-5", -50'000);
        row("+5", 50'000);
        row("−5", -50'000);
        row("-5", -50'000);
        row("1,234.5", 12'345'000);
        row("\u00a0"
            "7\u3000",
            70'000);
        row("\uff11\uff0c\uff12\uff13\uff14\uff0e\uff15", 12'345'000); // full-width, as an input method types
        row("\uff0d\uff15", -50'000);
        row("\uffe6\uff15", 50'000);
        row("0.1234000000", 1'234);
        row("00012", 120'000);
        row("999,999,999.9999", maxTenThousandths);
        row("-999999999.9999", -maxTenThousandths);
    }
    void what_a_person_types_is_read_exactly()
    {
        QFETCH(QString, text);
        QFETCH(qint64, scaled);
        QCOMPARE(static_cast<qint64>(read(text.toUtf8().constData())), scaled);
    }

    void what_is_no_number_is_refused_data()
    {
        QTest::addColumn<QString>("text");
        for (const char* text : {"abc", "1a", "-", "원", "₩", ".", "--5", "+-5", "1.2.3", "12,5", "1,2345", ",123",
                 "1234,567", "1,,234", "1,234,", "1 234", "5-", "1e3", "5원원", "₩₩5", "1.234,5", "0x10", "٣"})
            QTest::newRow(text) << QString(text);
    }
    void what_is_no_number_is_refused()
    {
        QFETCH(QString, text);
        QCOMPARE(errorOf(text.toUtf8().constData()), std::optional(NumberError::NotANumber));
    }

    void an_empty_field_is_told_from_a_wrong_one()
    {
        QCOMPARE(errorOf(""), std::optional(NumberError::Empty));
        QCOMPARE(errorOf(" \u3000\t"), std::optional(NumberError::Empty));
        QCOMPARE(errorOf("\xff\xfe"), std::optional(NumberError::NotANumber));
    }

    void a_decimal_too_many_is_refused_and_never_rounded()
    {
        QCOMPARE(errorOf("0.1234567"), std::optional(NumberError::TooManyDecimals));
        QCOMPARE(errorOf("0.00001"), std::optional(NumberError::TooManyDecimals));
        QCOMPARE(errorOf("1.5", 0), std::optional(NumberError::TooManyDecimals));
        QCOMPARE(read("1.000", 0), 1);
    }

    void a_figure_beyond_the_limit_is_refused()
    {
        QCOMPARE(errorOf("1,000,000,000"), std::optional(NumberError::TooLarge));
        QCOMPARE(errorOf("99999999999999999999999999999999"), std::optional(NumberError::TooLarge));
        QCOMPARE(errorOf("-1,000,000,000"), std::optional(NumberError::TooLarge));
        QCOMPARE(errorOf("5", 0, 4), std::optional(NumberError::TooLarge));
        QCOMPARE(errorOf("4", 0, 4), std::nullopt);
        QCOMPARE(errorOf("0", 0, 0), std::nullopt);
        const auto largest = std::numeric_limits<std::int64_t>::max();
        QCOMPARE(parseNumber("9223372036854775807", 0, largest).scaled, largest);
        QCOMPARE(errorOf("9223372036854775808", 0, largest), std::optional(NumberError::TooLarge));
    }

    void a_number_is_shown_with_commas_and_no_idle_zeros()
    {
        QCOMPARE(formatNumber(0, 4), std::string("0"));
        QCOMPARE(formatNumber(125'000, 4), std::string("12.5"));
        QCOMPARE(formatNumber(-125'000, 4), std::string("-12.5"));
        QCOMPARE(formatNumber(-5, 4), std::string("-0.0005"));
        QCOMPARE(formatNumber(12'345'670'000, 4), std::string("1,234,567"));
        QCOMPARE(formatNumber(12'345'670'000, 4, false), std::string("1234567"));
        QCOMPARE(formatNumber(100, 0), std::string("100"));
        QCOMPARE(formatNumber(-1000, 0), std::string("-1,000"));
        QCOMPARE(formatNumber(std::numeric_limits<std::int64_t>::min(), 0), std::string("-9,223,372,036,854,775,808"));
        QCOMPARE(toText(Won{3'414'400}), std::string("3,414,400"));
    }

    void what_is_shown_can_be_typed_back()
    {
        std::uint64_t state = 20261123;
        for (int i = 0; i < 20'000; ++i) {
            state = state * 6364136223846793005ULL + 1442695040888963407ULL;
            const std::int64_t value = static_cast<std::int64_t>(state >> 11) % maxTenThousandths * (i % 2 ? 1 : -1);
            const int decimals = i % 5;
            const ParsedNumber back = parseNumber(formatNumber(value, decimals), decimals, maxTenThousandths);
            QVERIFY2(!back.error && back.scaled == value, formatNumber(value, decimals).c_str());
        }
    }

    void a_division_is_rounded_as_the_customer_agreed()
    {
        using enum RoundingMode;
        QCOMPARE(divideRounded(15, 10, HalfUp), 2);
        QCOMPARE(divideRounded(14, 10, HalfUp), 1);
        QCOMPARE(divideRounded(-15, 10, HalfUp), -2);
        QCOMPARE(divideRounded(-14, 10, HalfUp), -1);
        QCOMPARE(divideRounded(19, 10, Down), 1);
        QCOMPARE(divideRounded(-19, 10, Down), -1);
        QCOMPARE(divideRounded(11, 10, Up), 2);
        QCOMPARE(divideRounded(-11, 10, Up), -2);
        QCOMPARE(divideRounded(20, 10, Up), 2);
        QCOMPARE(divideRounded(1, 3, HalfUp), 0);
        QCOMPARE(divideRounded(2, 3, HalfUp), 1);
        QCOMPARE(divideRounded(0, 7, Up), 0);
    }

    void a_line_amount_is_exact_before_its_one_rounding()
    {
        const auto quantity = [](std::int64_t v) { return Quantity{v}; };
        QCOMPARE(lineAmount(Quantity::fromInteger(18'000), UnitPrice{125'000}, RoundingMode::Down).amount, 225'000);
        // 123.5 yd at 12.5원 is 1,543.75원
        QCOMPARE(lineAmount(quantity(1'235'000), UnitPrice{125'000}, RoundingMode::Down).amount, 1543);
        QCOMPARE(lineAmount(quantity(1'235'000), UnitPrice{125'000}, RoundingMode::HalfUp).amount, 1544);
        QCOMPARE(lineAmount(quantity(-1'235'000), UnitPrice{125'000}, RoundingMode::HalfUp).amount, -1544);
        QCOMPARE(lineAmount(quantity(maxTenThousandths), UnitPrice{maxTenThousandths}, RoundingMode::Down).amount,
            999'999'999'999'800'000);
    }
};

QTEST_APPLESS_MAIN(FixedPointTest)
#include "fixed_point_test.moc"
