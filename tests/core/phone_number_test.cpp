#include "core/domain/phone_number.h"

#include <QtTest>

using namespace dure;

class PhoneNumberTest : public QObject
{
    Q_OBJECT

private slots:
    void a_korean_number_gets_its_dashes_data()
    {
        QTest::addColumn<QString>("shown");
        const auto row = [](const char* typed, const char* shown) { QTest::newRow(typed) << QString(shown); };
        row("021234567", "02-123-4567");
        row("0212345678", "02-1234-5678");
        row("(02) 123-4567", "02-123-4567");
        row("0311234567", "031-123-4567");
        row("031-1234-5678", "031-1234-5678");
        row("010.1234.5678", "010-1234-5678");
        row("010 1234 5678", "010-1234-5678");
        row("0111234567", "011-123-4567");
        row("07012345678", "070-1234-5678");
        row("05051234567", "0505-123-4567");
        row("050712345678", "0507-1234-5678");
        row("15881234", "1588-1234");
        row("1644-1234", "1644-1234");
        row("18001234", "1800-1234");
        row("080 123 4567", "080-123-4567");
        row("+82 10-1234-5678", "010-1234-5678");
        row("+82 (0)10-1234-5678", "010-1234-5678");
        row("+82-2-123-4567", "02-123-4567");
        row("\uff10\uff11\uff10\uff11\uff12\uff13\uff14\uff15\uff16\uff17\uff18", "010-1234-5678");
    }
    void a_korean_number_gets_its_dashes()
    {
        QFETCH(QString, shown);
        const std::string typed = QTest::currentDataTag();
        QCOMPARE(QString::fromStdString(formatPhoneNumber(typed)), shown);
        QVERIFY(isKoreanPhoneNumber(typed));
        QCOMPARE(QString::fromStdString(formatPhoneNumber(shown.toStdString())), shown);
    }

    void anything_else_is_left_alone_data()
    {
        QTest::addColumn<QString>("shown");
        for (const char* typed : {"+1 212 555 0123", "+86-21-5555-0123", "0065 6123 4567", "001-1-212-555-0123",
                 "02-123-4567 (내선 12)", "02-123-4567~8", "031-123-4567, 010-1234-5678", "1234567", "12345678",
                 "0101234567", "0701234567", "02-12345678901", "없음", ""})
            QTest::newRow(typed) << QString(typed);
    }
    void anything_else_is_left_alone()
    {
        QFETCH(QString, shown);
        QCOMPARE(QString::fromStdString(formatPhoneNumber(shown.toStdString())), shown);
        QVERIFY(!isKoreanPhoneNumber(shown.toStdString()));
    }

    void the_same_number_typed_in_two_ways_has_the_same_digits()
    {
        QCOMPARE(phoneDigits("+82 10-1234-5678"), phoneDigits("010 1234 5678"));
        QCOMPARE(phoneDigits("02-123-4567 (내선 12)"), std::string("02123456712"));
        QCOMPARE(phoneDigits("+1 212 555 0123"), std::string("12125550123"));
    }
};

QTEST_APPLESS_MAIN(PhoneNumberTest)
#include "phone_number_test.moc"
