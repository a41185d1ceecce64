#include "core/domain/postal_address.h"

#include <QtTest>

using namespace dure;

class PostalAddressTest : public QObject
{
    Q_OBJECT

private slots:
    void a_postal_code_has_five_digits_or_once_had_six()
    {
        QCOMPARE(checkPostalCode("06236"), PostalCodeCheck::Current);
        QCOMPARE(checkPostalCode("\uff10\uff16\uff12\uff13\uff16"), PostalCodeCheck::Current);
        QCOMPARE(checkPostalCode("135-080"), PostalCodeCheck::Old);
        QCOMPARE(checkPostalCode("135080"), PostalCodeCheck::Old);
        QCOMPARE(checkPostalCode(" "), PostalCodeCheck::Empty);
        for (const char* code : {"1234", "1234567", "A1234", "0623가"})
            QVERIFY2(checkPostalCode(code) == PostalCodeCheck::NotACode, code);
        QCOMPARE(normalisePostalCode("135080"), std::string("135-080"));
        QCOMPARE(normalisePostalCode(" 06236 "), std::string("06236"));
        QCOMPARE(normalisePostalCode("SW1A 1AA"), std::string("SW1A 1AA"));
    }

    void the_form_of_an_address_is_recognised()
    {
        using enum AddressForm;
        for (const char* address : {"경기도 화성시 향남읍 제약공단2길 47", "충청북도 음성군 대소면 대금로 118",
                 "서울특별시 강남구 테헤란로 123, 5층 (역삼동)", "인천 남동구 남동대로215번길 30",
                 "부산 사상구 낙동대로1258"})
            QVERIFY2(addressForm(address) == RoadName, address);
        for (const char* address : {"서울 강남구 역삼동 737", "경기도 화성시 향남읍 상신리 산12-3",
                 "서울 종로구 종로3가 10", "충북 음성군 대소면 태생리 120-1번지"})
            QVERIFY2(addressForm(address) == LotNumber, address);
        for (const char* address : {"", "서울특별시 강남구", "1600 Example Ave", "구로디지털단지"})
            QVERIFY2(addressForm(address) == Other, address);
    }
};

QTEST_APPLESS_MAIN(PostalAddressTest)
#include "postal_address_test.moc"
