#include "core/domain/pricing.h"

#include <QtTest>

using namespace dure;

namespace {

AgreedPrice agreed(int from, int minimum, int won)
{
    return {Date{from}, Quantity::fromInteger(minimum), UnitPrice::fromInteger(won)};
}
std::int64_t priceOn(const std::vector<AgreedPrice>& prices, int quantity, int date)
{
    const auto price = agreedPrice(prices, Quantity::fromInteger(quantity), Date{date});
    return price ? price->unitPrice.tenThousandths / UnitPrice::scale : -1;
}

const std::vector<AgreedPrice> prices = {
    agreed(20260101, 0, 100),
    agreed(20260101, 1'000, 95),
    agreed(20260101, 10'000, 90),
    agreed(20260701, 0, 110),
    agreed(20260701, 1'000, 104),
};

} // namespace

class PricingTest : public QObject
{
    Q_OBJECT

private slots:
    void the_quantity_chooses_among_the_prices_of_a_day()
    {
        QCOMPARE(priceOn(prices, 999, 20260301), 100);
        QCOMPARE(priceOn(prices, 1'000, 20260301), 95);
        QCOMPARE(priceOn(prices, 9'999, 20260301), 95);
        QCOMPARE(priceOn(prices, 10'000, 20260301), 90);
    }

    void a_price_holds_from_its_day_on_and_ends_the_older_ones()
    {
        QCOMPARE(priceOn(prices, 1, 20251231), -1);
        QCOMPARE(priceOn(prices, 1, 20260630), 100);
        QCOMPARE(priceOn(prices, 1, 20260701), 110);
        QCOMPARE(priceOn(prices, 10'000, 20260701), 104); // the old 90 is over
    }

    void a_new_step_leaves_smaller_quantities_as_they_were()
    {
        const std::vector<AgreedPrice> stepped = {agreed(20260101, 0, 100), agreed(20260701, 5'000, 80)};
        QCOMPARE(priceOn(stepped, 4'999, 20260801), 100);
        QCOMPARE(priceOn(stepped, 5'000, 20260801), 80);
    }

    void the_order_of_different_rows_does_not_matter()
    {
        std::vector<AgreedPrice> reversed(prices.rbegin(), prices.rend());
        for (int quantity : {1, 1'000, 10'000})
            for (int date : {20251231, 20260301, 20260701})
                QCOMPARE(priceOn(reversed, quantity, date), priceOn(prices, quantity, date));
        QCOMPARE(priceOn({agreed(20260101, 0, 100), agreed(20260101, 0, 99)}, 1, 20260301), 99);
    }

    void a_return_is_priced_by_its_size() { QCOMPARE(priceOn(prices, -1'000, 20260301), 95); }

    void the_offer_names_its_source()
    {
        const UnitPrice list = UnitPrice::fromInteger(120);
        const LastPrice last{UnitPrice::fromInteger(97), Date{20260620}};
        const Quantity ten = Quantity::fromInteger(10);
        const Date july{20260705};
        QCOMPARE(offerPrice({}, std::nullopt, list, ten, july), (OfferedPrice{list, PriceSource::List, {}}));
        QCOMPARE(offerPrice({}, last, list, ten, july), (OfferedPrice{last.unitPrice, PriceSource::Last, last.on}));
        // the last price must not undo the new agreement
        QCOMPARE(offerPrice(prices, last, list, ten, july),
            (OfferedPrice{UnitPrice::fromInteger(110), PriceSource::Agreed, Date{20260701}}));
    }

    void the_stored_numbers_never_change()
    {
        QCOMPARE(static_cast<int>(PriceSource::List), 0);
        QCOMPARE(static_cast<int>(PriceSource::Agreed), 1);
        QCOMPARE(static_cast<int>(PriceSource::Last), 2);
        QCOMPARE(static_cast<int>(PriceSource::Typed), 3);
    }
};

QTEST_APPLESS_MAIN(PricingTest)
#include "pricing_test.moc"
