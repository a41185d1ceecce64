#include "core/domain/document_number.h"

#include <QtTest>
#include <random>
#include <set>

using namespace dure;

namespace {

class SeededRandom : public RandomSource
{
public:
    std::uint64_t next64() override { return m_engine(); }

private:
    std::mt19937_64 m_engine{20261123};
};

} // namespace

class DocumentNumberTest : public QObject
{
    Q_OBJECT

private slots:
    void a_number_reads_as_it_is_written()
    {
        QCOMPARE(formatDocumentNumber({DocumentKind::Order, Date{20261123}, "A", 4}), std::string("O261123-A04"));
        QCOMPARE(
            formatDocumentNumber({DocumentKind::Delivery, Date{20261123}, "BC", 117}), std::string("D261123-BC117"));
        QCOMPARE(
            formatDocumentNumber({DocumentKind::Receipt, Date{20050101}, "X7K", 12}), std::string("R050101-X7K12"));
        const DocumentNumber expected{DocumentKind::Order, Date{20261123}, "A", 4};
        for (const char* typed : {"O261123-A04", "o261123-a04", " O261123-A04 ",
                 "\uff2f\uff12\uff16\uff11\uff11\uff12\uff13\uff0d\uff21\uff10\uff14"})
            QCOMPARE(parseDocumentNumber(typed), std::optional(expected));
    }

    void what_is_no_number_is_refused_data()
    {
        QTest::addColumn<QString>("typed");
        for (const char* typed :
            {"", "O261123", "O261123-", "O261123-A", "O261123-A4", "O261123-A00", "O261123-A004", "O261123-04",
                "X261123-A04", "O261323-A04", "O26112-A04", "O261123A04", "O261123-ABCD04", "O261123-X1K04",
                "O261123-X0K04", "O261123-7XK04", "O261123-A1234567", "O261123-A0x4", "O261123-A04 외", "O2611230-A04"})
            QTest::newRow(typed) << QString(typed);
    }
    void what_is_no_number_is_refused()
    {
        QFETCH(QString, typed);
        QVERIFY(!parseDocumentNumber(typed.toStdString()));
    }

    void different_numbers_never_look_the_same()
    {
        SeededRandom random;
        std::set<std::string> codes;
        for (int i = 0; i < 702; i += 3)
            codes.insert(*enrolledDeviceCode(i));
        for (int i = 0; i < 60; ++i)
            codes.insert(provisionalDeviceCode(random));
        std::set<std::string> texts;
        std::size_t count = 0;
        for (DocumentKind kind : {DocumentKind::Order, DocumentKind::Delivery, DocumentKind::Receipt})
            for (int date : {20260101, 20261123})
                for (const std::string& code : codes)
                    for (int running : {1, 2, 10, 11, 99, 100, 101, 704, 999'999}) {
                        const DocumentNumber number{kind, Date{date}, code, running};
                        const std::string text = formatDocumentNumber(number);
                        QVERIFY2(parseDocumentNumber(text) == number, text.c_str());
                        texts.insert(text);
                        ++count;
                    }
        QCOMPARE(texts.size(), count);
    }

    void device_codes_are_single_letters_then_pairs()
    {
        QCOMPARE(enrolledDeviceCode(0), std::optional<std::string>("A"));
        QCOMPARE(enrolledDeviceCode(25), std::optional<std::string>("Z"));
        QCOMPARE(enrolledDeviceCode(26), std::optional<std::string>("AA"));
        QCOMPARE(enrolledDeviceCode(27), std::optional<std::string>("AB"));
        QCOMPARE(enrolledDeviceCode(701), std::optional<std::string>("ZZ"));
        QCOMPARE(enrolledDeviceCode(702), std::optional<std::string>("AAA"));
        QVERIFY(!enrolledDeviceCode(maxEnrolledCodes));
        QVERIFY(!enrolledDeviceCode(-1));
        std::set<std::string> all;
        for (int i = 0; i < 702; ++i) {
            const auto code = enrolledDeviceCode(i);
            QVERIFY(code && isDeviceCode(*code) && !isProvisionalDeviceCode(*code));
            all.insert(*code);
        }
        QCOMPARE(all.size(), 702U);
    }

    void a_code_before_enrolment_cannot_be_misread()
    {
        SeededRandom random;
        std::set<std::string> seen;
        for (int i = 0; i < 2'000; ++i) {
            const std::string code = provisionalDeviceCode(random);
            QVERIFY2(isProvisionalDeviceCode(code) && isDeviceCode(code), code.c_str());
            QVERIFY2(code.find_first_of("01OIL") == std::string::npos, code.c_str());
            seen.insert(code);
        }
        QVERIFY(seen.size() > 1'000);
        QVERIFY(isProvisionalDeviceCode("X7K"));
        for (const char* code : {"", "a", "A1", "7", "ABCD", "X77", "77K", "X1K", "가"})
            QVERIFY2(!isDeviceCode(code), code);
    }
};

QTEST_APPLESS_MAIN(DocumentNumberTest)
#include "document_number_test.moc"
