#include "core/domain/payment_terms.h"

#include <QtTest>

using namespace dure;

namespace {

const HolidayCalendar calendar({{Date{20261225}, "기독탄신일", false}, {Date{20270101}, "신정", false}});

int due(const PaymentTerms& terms, int delivered)
{
    const auto date = dueDate(terms, Date{delivered}, calendar);
    return date ? date->yyyymmdd : 0;
}

} // namespace

class PaymentTermsTest : public QObject
{
    Q_OBJECT

private slots:
    void month_end_closing_paid_next_month_end()
    {
        const PaymentTerms terms{31, 1, 31};
        QCOMPARE(due(terms, 20261001), 20261130);
        QCOMPARE(due(terms, 20261031), 20261130);
        QCOMPARE(due(terms, 20261130), 20261231);
        QCOMPARE(due(terms, 20270115), 20270301); // 28 February 2027 is a Sunday
    }

    void a_delivery_after_the_closing_day_falls_into_the_next_closing()
    {
        const PaymentTerms terms{25, 1, 10};
        QCOMPARE(closingDate(terms, Date{20261025})->yyyymmdd, 20261025);
        QCOMPARE(closingDate(terms, Date{20261026})->yyyymmdd, 20261125);
        QCOMPARE(due(terms, 20261025), 20261110);
        QCOMPARE(due(terms, 20261026), 20261210);
        QCOMPARE(closingDate(terms, Date{20261226})->yyyymmdd, 20270125);
        QCOMPARE(closingDate({31, 1, 10}, Date{20260215})->yyyymmdd, 20260228);
        QCOMPARE(closingDate({30, 1, 10}, Date{20260228})->yyyymmdd, 20260228);
    }

    void a_due_day_moves_off_weekends_and_holidays()
    {
        QCOMPARE(due({31, 1, 25}, 20261110), 20261228); // Christmas is a Friday, then the weekend
        QCOMPARE(due({31, 1, 1}, 20261215), 20270104); // new year's day is a Friday
        QCOMPARE(due({31, 1, 10}, 20260915), 20261012); // a Saturday
    }

    void payment_is_never_due_before_the_closing()
    {
        QCOMPARE(due({25, 0, 10}, 20261020), 20261110);
        QCOMPARE(due({10, 0, 25}, 20261105), 20261125);
        QCOMPARE(due({31, 0, 31}, 20261105), 20261130);
    }

    void without_a_pay_day_the_closing_day_is_meant()
    {
        QCOMPARE(due({15, 2, 0}, 20260910), 20261116); // the 15th is a Sunday
        QCOMPARE(due({31, 1, 0}, 20261010), 20261130);
    }

    void without_terms_nothing_is_due()
    {
        QVERIFY(!dueDate({}, Date{20261123}, calendar));
        QVERIFY(!closingDate({0, 1, 10}, Date{20261123}));
    }
};

QTEST_APPLESS_MAIN(PaymentTermsTest)
#include "payment_terms_test.moc"
