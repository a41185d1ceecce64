// What product cells are filled from: prices of one customer, products by what is typed, what stock is left for use.
#include "core/storage/product_choices.h"

#include "core/storage/order_store.h"
#include "tests/core/commands_fixture.h"

#include <QtTest>

using namespace dure;
using namespace dure::storage;
using dure::test::CommandsFixture;

namespace {

struct Shop : CommandsFixture
{
    Customer customer = makeCustomer("(주)다온코스메틱");

    Uuid product(const std::string& code, const std::string& name, const std::string& spec = {}, bool inactive = false)
    {
        Product product;
        product.code = code;
        product.name = name;
        product.spec = spec;
        product.unit = "개";
        product.listPrice = UnitPrice::fromInteger(100);
        product.inactive = inactive;
        return commands.saveProduct(product)->id;
    }
    void agree(const Uuid& product, Date from, std::int64_t least, std::int64_t won)
    {
        CustomerPrice price;
        price.customerId = customer.id;
        price.productId = product;
        price.validFrom = from;
        price.minQuantity = Quantity::fromInteger(least);
        price.unitPrice = UnitPrice::fromInteger(won);
        QVERIFY(commands.setCustomerPrice(price).has_value());
    }
    Uuid order(const Uuid& product, std::int64_t quantity, std::int64_t won, Date on = today)
    {
        Product named;
        named.id = product;
        auto input = orderInput(customer, {line(named, quantity, won)});
        input.order.orderedOn = on;
        const auto done = commands.saveOrder(input);
        return done ? done->id : Uuid{};
    }
    CustomerPricing pricing(const Uuid& except = {}) { return readCustomerPricing(db(), customer.id, except); }
    ProductChoiceStore choices() { return ProductChoiceStore(db()); }
};

std::vector<std::string> codesOf(const ProductChoices& choices)
{
    std::vector<std::string> codes;
    for (const ProductChoice& row : choices.rows)
        codes.push_back(row.code);
    return codes;
}

} // namespace

class ProductChoicesTest : public QObject
{
    Q_OBJECT

private slots:
    void all_prices_at_once_are_those_that_are_asked_one_by_one()
    {
        Shop shop;
        std::vector<Uuid> products;
        for (int i = 0; i < 12; ++i)
            products.push_back(shop.product("P" + std::to_string(i), "용기 " + std::to_string(i)));
        Uuid last;
        for (int i = 0; i < 40; ++i) {
            const auto at = std::size_t(shop.random.below(10));
            last = shop.order(
                products[at], 100, 50 + shop.random.below(40), shop.today.addDays(-int(shop.random.below(30))));
            QVERIFY(!last.isNil());
        }
        for (int i = 0; i < 8; ++i)
            shop.agree(products[std::size_t(i)], shop.today.addDays(int(shop.random.below(20)) - 15),
                shop.random.below(3) * 1000, 40 + i);
        OrderStore orders(shop.db());
        for (const Uuid& except : {Uuid{}, last}) {
            const CustomerPricing pricing = shop.pricing(except);
            for (const Uuid& product : products)
                for (const std::int64_t quantity : {0, 1000, 5000})
                    QVERIFY(
                        pricing.offer(product, UnitPrice::fromInteger(100), Quantity::fromInteger(quantity), shop.today)
                        == orders.offer(
                            shop.customer.id, product, Quantity::fromInteger(quantity), shop.today, except));
        }
    }

    void of_products_that_fit_alike_what_the_customer_buys_comes_first()
    {
        Shop shop;
        shop.product("A-0500", "PET 500ml 투명");
        const Uuid bought = shop.product("B-0500", "PET 500ml 투명 광구");
        shop.product("C-0500", "HDPE 500ml 탈모샴푸", "백색");
        shop.product("D-0500", "PET 500ml 투명 낡음", {}, true);
        shop.order(bought, 10, 90);
        const ProductChoices found = shop.choices().find("ㅌㅁ500", shop.pricing());
        QCOMPARE(codesOf(found), (std::vector<std::string>{"B-0500", "C-0500", "A-0500"}));
        QVERIFY(found.complete);
        QCOMPARE(codesOf(shop.choices().find("A-0500", shop.pricing())), std::vector<std::string>{"A-0500"});
    }

    void what_is_typed_of_a_code_is_answered_in_the_order_of_codes()
    {
        Shop shop;
        shop.product("PB-0500-38T", "가");
        const Uuid known = shop.product("PB-0500-28T", "다");
        shop.product("PB-0350-24T", "나");
        shop.product("XX-1", "PB-05 겸용 캡");
        shop.order(known, 1, 10);
        QCOMPARE(codesOf(shop.choices().find("pb-05", shop.pricing())),
            (std::vector<std::string>{"PB-0500-28T", "PB-0500-38T", "XX-1"}));
    }

    void without_a_text_what_was_ordered_last_comes_first()
    {
        Shop shop;
        shop.product("A", "가");
        const Uuid older = shop.product("B", "나");
        const Uuid newer = shop.product("C", "다");
        shop.order(older, 1, 90, shop.today.addDays(-9));
        shop.order(newer, 1, 90, shop.today.addDays(-2));
        QCOMPARE(codesOf(shop.choices().find("", shop.pricing())), (std::vector<std::string>{"C", "B", "A"}));
        const ProductChoices two = shop.choices().find("", shop.pricing(), {}, 2);
        QCOMPARE(two.rows.size(), std::size_t(2));
        QVERIFY(!two.complete);
    }

    void usable_is_what_is_there_less_what_open_orders_wait_for()
    {
        Shop shop;
        const Uuid product = shop.product("A", "캡");
        StockMovement movement;
        movement.productId = product;
        movement.movedOn = shop.today;
        movement.kind = StockMovementKind::Production;
        movement.quantity = Quantity::fromInteger(1000);
        QVERIFY(shop.commands.recordStockMovement(movement).has_value());
        const Uuid first = shop.order(product, 300, 10);
        const Uuid second = shop.order(product, 200, 10);
        QVERIFY(shop.commands.recordDelivery(shop.deliveryOf(first, {100})).has_value());
        const auto choice = shop.choices().find(product);
        QCOMPARE(choice->stock, Quantity::fromInteger(900));
        QCOMPARE(choice->usable, Quantity::fromInteger(500));
        QCOMPARE(shop.choices().find(product, second)->usable, Quantity::fromInteger(700));
        QVERIFY(shop.commands.setOrderState(second, OrderState::Cancelled).has_value());
        QCOMPARE(shop.choices().find("캡", shop.pricing()).rows.front().usable, Quantity::fromInteger(700));
    }

    void pasted_texts_are_identified_by_code_or_by_the_only_such_name()
    {
        Shop shop;
        const Uuid a = shop.product("PB-0500", "PET 500ml", "28파이");
        shop.product("PB-0501", "PET 500ml", "24파이");
        const Uuid named = shop.product("X1", "원터치캡");
        shop.product("원터치캡 코드", "다른 것");
        const std::vector<std::string> texts{"pb0500", "PET 500ml", "pet500ml 28파이", "원터치캡", "없는 것", ""};
        const auto found = shop.choices().identify(texts);
        QCOMPARE(found.size(), texts.size());
        QCOMPARE(found[0]->id, a);
        QVERIFY(!found[1]); // two products of that name
        QCOMPARE(found[2]->id, a);
        QCOMPARE(found[3]->id, named);
        QVERIFY(!found[4]);
        QVERIFY(!found[5]);
    }
};

QTEST_APPLESS_MAIN(ProductChoicesTest)
#include "product_choices_test.moc"
