// What goes out without an order costs what was agreed: for its quantity, on its day, with its customer.
#include "app/deliveries/delivery_head.h"
#include "app/lookup/customer_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/theme.h"
#include "delivery_office.h"

#include <QStandardPaths>

using namespace dure;
using namespace dure::app;

namespace {

UnitPrice won(std::int64_t amount) { return UnitPrice::fromInteger(amount); }

struct PriceOffice : Office
{
    Uuid other = company.customer("새벽유업(주)", "C002");

    PriceOffice()
    {
        const Uuid bottle = company.read([](Reader& r) { return r.products().withCode("PB-0500").front(); });
        agree(customer, bottle, {20260101}, 0, 95);
        agree(customer, bottle, {20260101}, 1'000, 90);
        agree(customer, bottle, {20261201}, 0, 105);
        agree(other, bottle, {20260101}, 0, 88);
        places->deliverOrder({});
        QTRY_VERIFY(page() && page()->isReady());
        QTRY_VERIFY(QApplication::focusWidget() == page()->head().customerField());
        choose("C001", customer);
        page()->grid().setFocus();
        type(QStringLiteral("PB-05"));
        QTest::qWait(300); // the list of products stands
        press(Qt::Key_Return);
        QTRY_COMPARE(entry().name, QStringLiteral("PET 500ml 투명"));
    }
    void agree(const Uuid& with, const Uuid& product, Date from, std::int64_t quantity, std::int64_t amount)
    {
        CustomerPrice price;
        price.customerId = with;
        price.productId = product;
        price.validFrom = from;
        price.minQuantity = Quantity::fromInteger(quantity);
        price.unitPrice = won(amount);
        QVERIFY(company.run([price](commands::Commands& c) { return c.setCustomerPrice(price); }).has_value());
    }
    void choose(const char* code, const Uuid& who)
    {
        page()->head().customerField()->setFocus(Qt::TabFocusReason);
        page()->head().customerField()->selectAll();
        type(QString::fromLatin1(code));
        QTRY_VERIFY(page()->head().customerField()->popup().isOpen());
        press(Qt::Key_Return);
        QTRY_COMPARE(page()->head().customer(), who);
    }
    const DeliveryEntry& entry() { return page()->model().entries().front(); }
    void typeQuantity(const char* quantity)
    {
        page()->grid().setFocus();
        page()->grid().goTo(page()->model().index(0, DeliveryLineModel::Now));
        type(QString::fromLatin1(quantity));
        press(Qt::Key_Return);
    }
};

} // namespace

class DeliveryPricesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase()
    {
        QCoreApplication::setOrganizationName(QStringLiteral("DureTest"));
        QStandardPaths::setTestModeEnabled(true);
        m_theme = std::make_unique<Theme>(*qApp);
        m_theme->setLook(Appearance::Light, 100);
    }

    void a_quantity_takes_the_price_that_was_agreed_for_it()
    {
        PriceOffice office;
        QTRY_COMPARE(office.entry().unitPrice, won(95));
        office.typeQuantity("1500");
        QCOMPARE(office.entry().unitPrice, won(90));
        office.typeQuantity("999");
        QCOMPARE(office.entry().unitPrice, won(95));
    }

    void another_day_or_customer_has_its_own_price()
    {
        PriceOffice office;
        office.typeQuantity("10");
        QTRY_COMPARE(office.entry().unitPrice, won(95));
        office.choose("C002", office.other);
        QTRY_COMPARE(office.entry().unitPrice, won(88));
        office.choose("C001", office.customer);
        QTRY_COMPARE(office.entry().unitPrice, won(95));
        auto* day = office.page()->head().findChild<DateField*>();
        QVERIFY(day);
        day->setFocus(Qt::TabFocusReason);
        day->selectAll();
        office.type("1201");
        office.press(Qt::Key_Return);
        QTRY_COMPARE(office.entry().unitPrice, won(105));
    }

    void a_price_that_was_typed_stays()
    {
        PriceOffice office;
        office.typeQuantity("10");
        office.page()->grid().goTo(office.page()->model().index(0, DeliveryLineModel::Price));
        office.type("77");
        office.press(Qt::Key_Return);
        office.typeQuantity("1500");
        QCOMPARE(office.entry().unitPrice, won(77));
        office.choose("C002", office.other);
        QTest::qWait(200);
        QCOMPARE(office.entry().unitPrice, won(77));
    }

private:
    std::unique_ptr<Theme> m_theme;
};

QTEST_MAIN(DeliveryPricesTest)
#include "delivery_prices_test.moc"
