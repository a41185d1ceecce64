#include "core/domain/business_number.h"

#include <QtTest>

using namespace dure;
using enum BusinessNumberCheck;

class BusinessNumberTest : public QObject
{
    Q_OBJECT

private slots:
    void numbers_in_use_are_valid()
    {
        for (const char* number : {"124-81-00998", "220-81-62517", "120-81-47521", "104-86-56659", "211-88-79575",
                 "1248100998", " 124 81 00998 ", "124.81.00998", "124–81–00998",
                 "\uff11\uff12\uff14\uff0d\uff18\uff11\uff0d\uff10\uff10\uff19\uff19\uff18"})
            QVERIFY2(checkBusinessNumber(number) == Valid, number);
    }

    void any_single_wrong_digit_warns()
    {
        const std::string number = "1248100998";
        for (std::size_t i = 0; i < number.size(); ++i)
            for (char digit = '0'; digit <= '9'; ++digit) {
                std::string changed = number;
                changed[i] = digit;
                const auto expected = changed == number ? Valid : WrongCheckDigit;
                // the ninth digit counts 5 × d + tens of 5 × d, still one value for each digit
                QVERIFY2(checkBusinessNumber(changed) == expected, changed.c_str());
            }
    }

    void ten_zeros_are_refused_although_they_pass_the_arithmetic()
    {
        QCOMPARE(checkBusinessNumber("000-00-00000"), AllZero);
        QCOMPARE(businessNumberCheckDigit("000000000"), std::optional('0'));
    }

    void what_has_not_ten_digits_is_no_business_number()
    {
        for (const char* number : {"", "-", "124-81-0099", "124-81-009981", "124-81-0099A", "가나다", "１２４가"})
            QVERIFY2(checkBusinessNumber(number) == NotTenDigits, number);
    }

    void the_check_digit_makes_a_valid_number_of_any_nine_digits()
    {
        for (int i = 1; i < 100'000; i += 7) {
            std::string digits = "000" + std::to_string(100'000 + i); // demo numbers use the office code 000
            const auto check = businessNumberCheckDigit(digits);
            QVERIFY(check.has_value());
            QVERIFY2(checkBusinessNumber(digits + *check) == Valid, digits.c_str());
        }
        QVERIFY(!businessNumberCheckDigit("12345678"));
        QVERIFY(!businessNumberCheckDigit("12345678a"));
    }

    void it_is_stored_bare_and_shown_with_dashes()
    {
        QCOMPARE(normaliseBusinessNumber(" 124-81-00998 "), std::string("1248100998"));
        QCOMPARE(formatBusinessNumber("1248100998"), std::string("124-81-00998"));
        QCOMPARE(formatBusinessNumber("124-81-00998"), std::string("124-81-00998"));
        QCOMPARE(formatBusinessNumber("12481"), std::string("12481"));
        QCOMPARE(formatBusinessNumber("미등록 12"), std::string("미등록 12"));
        QCOMPARE(formatBusinessNumber(""), std::string());
    }
};

QTEST_APPLESS_MAIN(BusinessNumberTest)
#include "business_number_test.moc"
