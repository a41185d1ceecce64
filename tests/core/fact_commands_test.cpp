#include "core/storage/delivery_store.h"
#include "core/storage/product_store.h"
#include "core/storage/receivable_store.h"
#include "tests/core/commands_fixture.h"

#include <QtTest>

using namespace dure;
using namespace dure::commands;
using namespace dure::storage;
using dure::test::CommandsFixture;

namespace {

/// A customer with an order of 30,000 and 5,000 pieces.
struct OrderedFixture : CommandsFixture
{
    Customer customer = makeCustomer("(주)다온코스메틱");
    Product bottle = makeProduct();
    Uuid order;

    OrderedFixture()
    {
        auto input = orderInput(customer, {line(bottle, 30'000, 98), line(bottle, 5'000, 131)});
        order = commands.saveOrder(input)->id;
    }
    OrderDetail detail() { return *OrderStore(db()).detail(order, today); }
    /// Delivers.
    Won taxOf(const DeliveryInput& input)
    {
        return DeliveryStore(db()).detail(commands.recordDelivery(input).value().id)->tax;
    }
    Payment payment(std::int64_t won)
    {
        Payment made;
        made.customerId = customer.id;
        made.receivedOn = today;
        made.amount = {won};
        return made;
    }
};

} // namespace

class FactCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void a_delivery_in_parts_leaves_the_rest_open()
    {
        OrderedFixture f;
        const Result first = f.commands.recordDelivery(f.deliveryOf(f.order, {12'000, 5'000}));
        QVERIFY(first);
        QCOMPARE(first->number.front(), 'D');
        const DeliveryDetail shipped = *DeliveryStore(f.db()).detail(first->id);
        QCOMPARE(shipped.lines.size(), 2U);
        QCOMPARE(shipped.lines[0].productName, std::string("PET 500ml 투명"));
        QCOMPARE(shipped.lines[0].spec, std::string("28파이"));
        QCOMPARE(shipped.supply, (Won{12'000 * 98 + 5'000 * 131}));
        QCOMPARE(shipped.tax, (Won{(12'000 * 98 + 5'000 * 131) / 10}));
        QCOMPARE(shipped.part, 1);
        QCOMPARE(nextDeliveryPart(DeliveryStore(f.db()).parts(f.order), f.today), 2);
        const OrderDetail detail = f.detail();
        QCOMPARE(detail.progress.status, OrderStatus::PartlyDelivered);
        QCOMPARE(detail.lines[0].remaining(), Quantity::fromInteger(18'000));
        QCOMPARE(detail.lines[1].remaining(), Quantity{});
        QCOMPARE(detail.deliveries.size(), 1U);
        QCOMPARE(detail.customerBalance, shipped.supply + shipped.tax);
        QCOMPARE(ProductStore(f.db()).stock(f.bottle.id), Quantity::fromInteger(-17'000));
        QVERIFY(f.commands.recordDelivery(f.deliveryOf(f.order, {18'000, 0})));
        QCOMPARE(f.detail().progress.status, OrderStatus::Delivered);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void over_delivery_is_recorded_and_shown()
    {
        OrderedFixture f;
        QVERIFY(f.commands.recordDelivery(f.deliveryOf(f.order, {31'000, 5'000})));
        QVERIFY(OrderStore(f.db()).row(f.order, f.today)->overDelivered);
        QCOMPARE(f.detail().lines[0].remaining(), Quantity{});
    }

    void a_tax_typed_on_the_order_holds_for_the_whole_line()
    {
        OrderedFixture f;
        OrderInput input = f.loadOrder(f.order);
        input.lines[1].taxTyped = true;
        input.lines[1].tax = {65'000};
        QVERIFY(f.commands.saveOrder(input));
        const auto whole = f.commands.recordDelivery(f.deliveryOf(f.order, {1, 5'000}));
        QCOMPARE(DeliveryStore(f.db()).detail(whole->id)->lines[1].tax, (Won{65'000}));
    }

    void of_a_part_or_at_another_price_a_typed_tax_is_computed()
    {
        OrderedFixture f;
        OrderInput input = f.loadOrder(f.order);
        input.lines[1].taxTyped = true;
        input.lines[1].tax = {65'000};
        QVERIFY(f.commands.saveOrder(input));
        QCOMPARE(f.taxOf(f.deliveryOf(f.order, {0, 4'000})), (Won{52'400}));
        DeliveryInput cheaper = f.deliveryOf(f.order, {0, 5'000});
        cheaper.lines[1].unitPrice = UnitPrice::fromInteger(130);
        QCOMPARE(f.taxOf(cheaper), (Won{65'000}));
        cheaper.lines[1].unitPrice = UnitPrice::fromInteger(120);
        QCOMPARE(f.taxOf(cheaper), (Won{60'000}));
    }

    void a_line_without_tax_stays_without_in_every_part_and_at_every_price()
    {
        OrderedFixture f;
        OrderInput input = f.loadOrder(f.order);
        input.lines[1].taxTyped = true;
        input.lines[1].tax = {};
        QVERIFY(f.commands.saveOrder(input));
        QCOMPARE(f.taxOf(f.deliveryOf(f.order, {0, 2'500})), Won{});
        QCOMPARE(f.taxOf(f.deliveryOf(f.order, {0, 5'000})), Won{});
        DeliveryInput cheaper = f.deliveryOf(f.order, {0, 5'000});
        cheaper.lines[1].unitPrice = UnitPrice::fromInteger(120);
        QCOMPARE(f.taxOf(cheaper), Won{});
        QCOMPARE(f.taxOf(f.deliveryOf(f.order, {1'000, 2'500})), (Won{9'800}));
    }

    void without_an_order_only_a_taxable_product_is_taxed()
    {
        OrderedFixture f;
        for (const TaxKind kind : {TaxKind::Taxable, TaxKind::ZeroRated, TaxKind::Exempt}) {
            Product product = f.makeProduct();
            product.taxKind = kind;
            QVERIFY(f.commands.saveProduct(product));
            DeliveryInput input;
            input.customerId = f.customer.id;
            input.deliveredOn = f.today;
            for (const int quantity : {100, -100}) {
                input.lines = {{{}, product.id, {}, {}, {}, Quantity::fromInteger(quantity), {}, {}, {}}};
                QCOMPARE(f.taxOf(input), (Won{kind == TaxKind::Taxable ? quantity * 98 / 10 : 0}));
            }
        }
    }

    void a_delivery_without_an_order_takes_the_products_price()
    {
        OrderedFixture f;
        DeliveryInput input;
        input.customerId = f.customer.id;
        input.deliveredOn = f.today;
        input.lines.push_back({{}, f.bottle.id, {}, {}, {}, Quantity::fromInteger(10), {}, "LOT-1", {}});
        input.lines.push_back(
            {{}, {}, "샘플 금형비", {}, {}, Quantity::fromInteger(1), UnitPrice::fromInteger(50'000)});
        const auto done = f.commands.recordDelivery(input);
        QVERIFY(done);
        const DeliveryDetail detail = *DeliveryStore(f.db()).detail(done->id);
        QCOMPARE(detail.supply, (Won{980 + 50'000}));
        QCOMPARE(detail.lines[0].lot, std::string("LOT-1"));
        QCOMPARE(detail.part, 0);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void an_empty_or_wrong_delivery_is_refused()
    {
        OrderedFixture f;
        const std::size_t before = f.sent().size();
        QCOMPARE(
            f.commands.recordDelivery(f.deliveryOf(f.order, {0, 0})).error().problems[0].problem, Problem::NoLines);
        DeliveryInput input = f.deliveryOf(f.order, {1});
        input.deliveredOn = {};
        QCOMPARE(f.commands.recordDelivery(input).error().problems[0].column, int(col::Delivery::deliveredOn));
        input = f.deliveryOf(f.order, {1});
        input.lines[0].orderLineId = f.newId();
        QVERIFY(!f.commands.recordDelivery(input));
        input.orderId = f.newId();
        QCOMPARE(f.commands.recordDelivery(input).error().kind, ErrorKind::NotFound);
        QCOMPARE(f.sent().size(), before);
    }

    void a_reversal_takes_back_amounts_quantities_and_stock()
    {
        OrderedFixture f;
        const auto delivery = f.commands.recordDelivery(f.deliveryOf(f.order, {12'000, 5'000}));
        const auto reversal = f.commands.reverseDelivery(delivery->id, f.today.addDays(1));
        QVERIFY(reversal);
        QCOMPARE(f.detail().progress.status, OrderStatus::Received);
        QCOMPARE(ReceivableStore(f.db()).balance(f.customer.id), Won{});
        QCOMPARE(ProductStore(f.db()).stock(f.bottle.id), Quantity{});
        DeliveryStore store(f.db());
        QVERIFY(store.row(delivery->id)->isReversed);
        QVERIFY(store.row(reversal->id)->isReversal);
        QCOMPARE(store.detail(delivery->id)->part, std::int64_t{1});
        QCOMPARE(store.detail(reversal->id)->part, std::int64_t{0}); // it takes a part back and is none
        QCOMPARE(f.commands.reverseDelivery(delivery->id, f.today).error().refusal, Refusal::AlreadyReversed);
        QCOMPARE(f.commands.reverseDelivery(reversal->id, f.today).error().refusal, Refusal::IsReversal);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void stock_that_comes_back_by_a_reversal_is_no_return()
    {
        OrderedFixture f;
        const auto delivery = f.commands.recordDelivery(f.deliveryOf(f.order, {12'000}));
        QVERIFY(f.commands.reverseDelivery(delivery->id, f.today));
        const auto moved = entitiesWhere<StockMovement>(f.db(), "product_id", f.bottle.id, "created_at, quantity");
        QCOMPARE(moved.size(), std::size_t(2));
        const bool firstIsReversal = moved[0].reversesId == moved[1].id;
        const StockMovement& back = moved[firstIsReversal ? 0 : 1];
        const StockMovement& out = moved[firstIsReversal ? 1 : 0];
        QCOMPARE(back.reversesId, out.id);
        QCOMPARE(out.kind, StockMovementKind::Delivery);
        QCOMPARE(back.kind, StockMovementKind::Delivery); // taken back as what it was
        QCOMPARE(back.quantity, -out.quantity);
    }

    void a_return_brings_goods_back_into_the_stock()
    {
        OrderedFixture f;
        DeliveryInput input;
        input.customerId = f.customer.id;
        input.deliveredOn = f.today;
        DeliveryLineInput line;
        line.productId = f.bottle.id;
        line.quantity = Quantity::fromInteger(-40);
        line.unitPrice = UnitPrice::fromInteger(98);
        input.lines.push_back(line);
        QVERIFY(f.commands.recordDelivery(input));
        const auto moved = entitiesWhere<StockMovement>(f.db(), "product_id", f.bottle.id, "created_at, quantity");
        QCOMPARE(moved.size(), std::size_t(1));
        QCOMPARE(moved[0].kind, StockMovementKind::Return);
        QCOMPARE(ProductStore(f.db()).stock(f.bottle.id), Quantity::fromInteger(40));
    }

    void a_part_is_counted_by_day_and_number_wherever_it_is_shown()
    {
        OrderedFixture f;
        const auto deliver = [&](Date on) {
            DeliveryInput input = f.deliveryOf(f.order, {1'000, 0});
            input.deliveredOn = on;
            return f.commands.recordDelivery(input)->id;
        };
        const Uuid last = deliver(f.today.addDays(2)); // dated ahead
        const Uuid middle = deliver(f.today);
        const Uuid first = deliver(f.today.addDays(-3)); // dated back
        QVERIFY(f.commands.reverseDelivery(middle, f.today)); // its statement went out as the second
        DeliveryStore deliveries(f.db());
        const OrderDetail detail = f.detail();
        QCOMPARE(detail.deliveries.size(), 4U);
        for (const auto& [id, part] : {std::pair(first, 1), {middle, 2}, {last, 3}}) {
            QCOMPARE(deliveries.detail(id)->part, part);
            const auto row = std::ranges::find(detail.deliveries, id, &OrderDeliveryRow::id);
            QCOMPARE(row->part, part);
        }
        QCOMPARE(std::ranges::count(detail.deliveries, 0, &OrderDeliveryRow::part), 1); // the reversal
        const auto parts = deliveries.parts(f.order);
        QCOMPARE(nextDeliveryPart(parts, f.today), 3);
        QCOMPARE(nextDeliveryPart(parts, f.today.addDays(2)), 4);
        QCOMPARE(deliveryPart(parts, f.today.addDays(-4), "D260101-A01"), 1);
    }

    void two_pcs_that_reverse_the_same_delivery_make_the_same_row()
    {
        OrderedFixture f;
        const auto delivery = f.commands.recordDelivery(f.deliveryOf(f.order, {1, 1}));
        const auto reversal = f.commands.reverseDelivery(delivery->id, f.today);
        QCOMPARE(reversal->id, derivedUuid(delivery->id, "reversal 1"));
    }

    void payments_settle_and_their_reversal_brings_the_debt_back()
    {
        OrderedFixture f;
        QVERIFY(f.commands.recordDelivery(f.deliveryOf(f.order, {1'000})));
        ReceivableStore store(f.db());
        QCOMPARE(store.balance(f.customer.id), (Won{107'800}));
        const auto paid = f.commands.recordPayment(f.payment(100'000));
        QVERIFY(paid);
        QCOMPARE(paid->number.front(), 'R');
        QCOMPARE(store.balance(f.customer.id), (Won{7'800}));
        QVERIFY(f.commands.reversePayment(paid->id, f.today));
        QCOMPARE(store.balance(f.customer.id), (Won{107'800}));
        QCOMPARE(f.commands.reversePayment(paid->id, f.today).error().refusal, Refusal::AlreadyReversed);
        QVERIFY(!f.commands.recordPayment(f.payment(0)));
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void the_statement_shows_balances_before_and_after()
    {
        OrderedFixture f;
        CustomerInput input{f.customer, {}, {}};
        input.customer.openingBalance = {8'740'600};
        input.customer.openingOn = f.today.addDays(-30);
        QVERIFY(f.commands.saveCustomer(input));
        const auto first = f.commands.recordDelivery(f.deliveryOf(f.order, {1'000}));
        const auto second = f.commands.recordDelivery(f.deliveryOf(f.order, {2'000}));
        QVERIFY(f.commands.recordPayment(f.payment(3'000'000)));
        ReceivableStore store(f.db());
        const StatementBalances one = *store.statementBalances(first->id);
        QCOMPARE(one.previous, (Won{8'740'600}));
        QCOMPARE(one.paid, Won{});
        QCOMPARE(one.current, (Won{8'740'600 + 107'800}));
        const StatementBalances two = *store.statementBalances(second->id);
        QCOMPARE(two.previous, one.current);
        QCOMPARE(two.paid, (Won{3'000'000})); // it was recorded after the second
        QCOMPARE(two.current, store.balance(f.customer.id));
        QCOMPARE(two.current, store.balanceAt(f.customer.id, f.today));
        const StatementBalances next = store.statementPreview(f.customer.id, f.today, {100});
        QCOMPARE(next.previous, two.current);
        QCOMPARE(next.current, two.current + Won{100});
        const auto facts = store.facts(f.customer.id, f.today);
        QCOMPARE(facts.size(), 3U);
        QVERIFY(facts[2].isPayment);
    }

    void deliveries_of_one_day_follow_each_other_as_they_were_recorded_whatever_their_numbers()
    {
        OrderedFixture f;
        const auto first = f.commands.recordDelivery(f.deliveryOf(f.order, {1'000}));
        const auto second = f.commands.recordDelivery(f.deliveryOf(f.order, {2'000}));
        // as if the first had come from a PC with later letters
        f.db().execute("UPDATE delivery_summary SET number = 'D991231-ZZ99' WHERE number = '" + first->number + "'");
        f.db().execute("UPDATE delivery SET created_at = created_at + 1 WHERE number = '" + second->number + "'");
        ReceivableStore store(f.db());
        QCOMPARE(store.statementBalances(first->id)->previous, Won{});
        QCOMPARE(store.statementBalances(second->id)->previous, store.statementBalances(first->id)->current);
    }

    void a_payment_stands_on_one_statement_of_its_day()
    {
        OrderedFixture f;
        ReceivableStore store(f.db());
        QVERIFY(f.commands.recordPayment(f.payment(1'000))); // before anything goes out
        QCOMPARE(store.statementPreview(f.customer.id, f.today, {100}).paid, (Won{1'000}));
        const auto first = f.commands.recordDelivery(f.deliveryOf(f.order, {1'000}));
        QVERIFY(f.commands.recordPayment(f.payment(2'000)));
        QCOMPARE(store.statementPreview(f.customer.id, f.today, {100}).paid, Won{});
        const auto second = f.commands.recordDelivery(f.deliveryOf(f.order, {2'000}));
        const auto third = f.commands.recordDelivery(f.deliveryOf(f.order, {3'000}));
        QVERIFY(f.commands.recordPayment(f.payment(3'000)));
        std::vector<StatementBalances> day;
        for (const auto& delivery : {first, second, third})
            day.push_back(*store.statementBalances(delivery->id));
        QCOMPARE(day[0].paid, (Won{3'000})); // what came before it and, on the spot, with it
        QCOMPARE(day[1].paid, Won{});
        QCOMPARE(day[2].paid, (Won{3'000}));
        QCOMPARE(day[0].previous, Won{});
        QCOMPARE(day[1].previous, day[0].current);
        QCOMPARE(day[2].previous, day[1].current);
        QCOMPARE(day[2].current, store.balance(f.customer.id));
        auto tomorrow = f.deliveryOf(f.order, {500});
        tomorrow.deliveredOn = f.today.addDays(1);
        QCOMPARE(store.statementBalances(f.commands.recordDelivery(tomorrow)->id)->previous, day[2].current);
    }

    void a_delivery_taken_back_is_no_statement_that_a_payment_could_stand_on()
    {
        OrderedFixture f;
        ReceivableStore store(f.db());
        const auto first = f.commands.recordDelivery(f.deliveryOf(f.order, {1'000}));
        const auto wrong = f.commands.recordDelivery(f.deliveryOf(f.order, {2'000}));
        QVERIFY(f.commands.reverseDelivery(wrong->id, f.today));
        QVERIFY(f.commands.recordPayment(f.payment(50'000)));
        const StatementBalances only = *store.statementBalances(first->id);
        QCOMPARE(only.paid, (Won{50'000}));
        QCOMPARE(only.current, store.balance(f.customer.id));
        QVERIFY(f.commands.reverseDelivery(first->id, f.today)); // and written anew
        const auto again = f.commands.recordDelivery(f.deliveryOf(f.order, {1'000}));
        const StatementBalances corrected = *store.statementBalances(again->id);
        QCOMPARE(corrected.previous, Won{});
        QCOMPARE(corrected.paid, (Won{50'000}));
        QCOMPARE(corrected.current, store.balance(f.customer.id));
    }

    void stock_moves_by_hand_too()
    {
        OrderedFixture f;
        StockMovement movement;
        movement.productId = f.bottle.id;
        movement.movedOn = f.today;
        movement.kind = StockMovementKind::Production;
        movement.quantity = Quantity::fromInteger(24'600);
        QVERIFY(f.commands.recordStockMovement(movement));
        QCOMPARE(ProductStore(f.db()).stock(f.bottle.id), Quantity::fromInteger(24'600));
        QCOMPARE(ProductStore(f.db()).detail(f.bottle.id)->ordered, Quantity::fromInteger(35'000));
        movement.quantity = {};
        QCOMPARE(f.commands.recordStockMovement(movement).error().problems[0].problem, Problem::ZeroQuantity);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_long_delivery_is_sent_in_mutations_within_the_limit()
    {
        CommandsFixture f;
        const Product product = f.makeProduct();
        std::vector<OrderLine> lines(380, f.line(product, 10, 5));
        const auto order = f.commands.saveOrder(f.orderInput(f.makeCustomer(), lines));
        QVERIFY(order);
        const std::size_t before = f.sent().size();
        QVERIFY(f.commands.recordDelivery(f.deliveryOf(order->id, std::vector<std::int64_t>(380, 10))));
        const auto sent = f.sent();
        QCOMPARE(sent.size(), before + 2);
        QVERIFY(!sent.back().batch.isNil());
        QCOMPARE(sent[before].batch, sent.back().batch);
        QCOMPARE(f.whatIsWrong(), std::string());
        lines.resize(401, lines[0]);
        const Result tooMany = f.commands.saveOrder(f.orderInput(f.makeCustomer(), lines));
        QCOMPARE(tooMany.error().problems[0].problem, Problem::TooManyLines);
    }
};

QTEST_APPLESS_MAIN(FactCommandsTest)
#include "fact_commands_test.moc"
