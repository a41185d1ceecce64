#include "core/storage/delivery_store.h"
#include "core/storage/receivable_store.h"
#include "tests/core/commands_fixture.h"

#include <QtTest>

using namespace dure;
using namespace dure::commands;
using namespace dure::storage;
using dure::test::CommandsFixture;

class UndoTest : public QObject
{
    Q_OBJECT

private slots:
    void nothing_done_is_nothing_to_undo()
    {
        CommandsFixture f;
        QVERIFY(!f.commands.undoDescription());
        QCOMPARE(f.commands.undo(f.today).error().refusal, Refusal::NothingToUndo);
    }

    void a_customer_that_comes_back_with_its_prices_is_what_is_named()
    {
        CommandsFixture f;
        const Customer customer = f.makeCustomer();
        CustomerPrice price;
        price.customerId = customer.id;
        price.productId = f.makeProduct().id;
        price.validFrom = f.today;
        price.unitPrice = UnitPrice::fromInteger(95);
        QVERIFY(f.commands.setCustomerPrice(price));
        QVERIFY(f.commands.deleteCustomer(customer.id));
        const auto undone = f.commands.undo(f.today);
        QVERIFY(undone.has_value());
        QCOMPARE(undone->id, customer.id);
    }

    void a_created_order_goes_again()
    {
        CommandsFixture f;
        const Customer customer = f.makeCustomer();
        const Product product = f.makeProduct();
        const auto order = f.commands.saveOrder(f.orderInput(customer, {f.line(product, 10, 5)}));
        const auto description = f.commands.undoDescription();
        QCOMPARE(description->intent, std::string("save_order"));
        QCOMPARE(description->subject, order->number);
        QVERIFY(description->isCreation);
        QVERIFY(f.commands.undo(f.today));
        QVERIFY(!findEntity<SalesOrder>(f.db(), order->id));
        QCOMPARE(f.commands.undoDescription()->intent, std::string("save_product"));
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void changed_added_and_removed_lines_come_back_as_they_were()
    {
        CommandsFixture f;
        const Product product = f.makeProduct();
        const auto order = f.commands.saveOrder(
            f.orderInput(f.makeCustomer(), {f.line(product, 10, 5), f.line(product, 20, 6), f.line(product, 30, 7)}));
        const OrderInput before = f.loadOrder(order->id);
        OrderInput now = before;
        now.order.memo = "바꿈";
        now.lines[0].quantity = Quantity::fromInteger(11);
        now.lines.erase(now.lines.begin() + 1);
        now.lines.push_back(f.line(product, 40, 8));
        QVERIFY(f.commands.saveOrder(now));
        QVERIFY(!f.commands.undoDescription()->isCreation);
        QVERIFY(f.commands.undo(f.today));
        const OrderInput after = f.loadOrder(order->id);
        QCOMPARE(after.order, before.order);
        QVERIFY(after.lines == before.lines);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void deleted_and_cancelled_orders_come_back()
    {
        CommandsFixture f;
        const auto order = f.commands.saveOrder(f.orderInput(f.makeCustomer(), {f.line(f.makeProduct(), 10, 5)}));
        const OrderInput before = f.loadOrder(order->id);
        QVERIFY(f.commands.setOrderState(order->id, OrderState::Cancelled));
        QVERIFY(f.commands.undo(f.today));
        QVERIFY(f.commands.deleteOrder(order->id));
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(f.loadOrder(order->id).order, before.order);
        QCOMPARE(OrderStore(f.db()).row(order->id, f.today)->status, OrderStatus::Received);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void facts_are_undone_by_reversal_and_a_reversal_by_another()
    {
        CommandsFixture f;
        const Customer customer = f.makeCustomer();
        const auto order = f.commands.saveOrder(f.orderInput(customer, {f.line(f.makeProduct(), 10, 100)}));
        const auto delivery = f.commands.recordDelivery(f.deliveryOf(order->id, {10}));
        ReceivableStore store(f.db());
        QCOMPARE(store.balance(customer.id), (Won{1'100}));
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(store.balance(customer.id), Won{});
        QVERIFY(DeliveryStore(f.db()).row(delivery->id)->isReversed);
        QCOMPARE(f.commands.undoDescription()->intent, std::string("save_order"));

        const auto again = f.commands.recordDelivery(f.deliveryOf(order->id, {10}));
        QVERIFY(f.commands.reverseDelivery(again->id, f.today));
        QVERIFY(f.commands.undo(f.today)); // the reversal did not happen
        QCOMPARE(store.balance(customer.id), (Won{1'100}));
        QVERIFY(!DeliveryStore(f.db()).row(again->id)->isReversed);
        QVERIFY2(f.commands.reverseDelivery(again->id, f.today), "and can happen again");
        QCOMPARE(store.balance(customer.id), Won{});
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void an_order_whose_deliveries_were_taken_back_is_cancelled_by_undoing_it()
    {
        CommandsFixture f;
        const Customer customer = f.makeCustomer();
        const auto order = f.commands.saveOrder(f.orderInput(customer, {f.line(f.makeProduct(), 10, 100)}));
        QVERIFY(f.commands.recordDelivery(f.deliveryOf(order->id, {10})));
        QVERIFY(f.commands.undo(f.today)); // the delivery
        const auto undone = f.commands.undo(f.today);
        QVERIFY(undone.has_value());
        QVERIFY(undone->isKept);
        QCOMPARE(undone->id, order->id);
        QCOMPARE(f.loadOrder(order->id).order.state, OrderState::Cancelled);
        QCOMPARE(f.loadOrder(order->id).lines.size(), std::size_t(1));
        QCOMPARE(f.commands.undoDescription()->intent, std::string("save_product"));
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void payments_and_movements_are_undone_too()
    {
        CommandsFixture f;
        const Customer customer = f.makeCustomer();
        const Product product = f.makeProduct();
        Payment payment;
        payment.customerId = customer.id;
        payment.receivedOn = f.today;
        payment.amount = {500};
        QVERIFY(f.commands.recordPayment(payment));
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(ReceivableStore(f.db()).balance(customer.id), Won{});
        StockMovement movement;
        movement.productId = product.id;
        movement.movedOn = f.today;
        movement.quantity = Quantity::fromInteger(7);
        QVERIFY(f.commands.recordStockMovement(movement));
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void what_somebody_changed_since_is_not_overwritten()
    {
        CommandsFixture f;
        const auto order = f.commands.saveOrder(f.orderInput(f.makeCustomer(), {f.line(f.makeProduct(), 10, 5)}));
        OrderInput now = f.loadOrder(order->id);
        now.order.memo = "내가 쓴 것";
        QVERIFY(f.commands.saveOrder(now));
        SalesOrder theirs = f.loadOrder(order->id).order;
        theirs.memo = "저쪽에서 쓴 것";
        f.receive(theirs);
        f.derived.refresh();
        const Result refused = f.commands.undo(f.today);
        QCOMPARE(refused.error().refusal, Refusal::ChangedSince);
        QCOMPARE(f.loadOrder(order->id).order.memo, theirs.memo);
        QVERIFY2(f.commands.undoDescription(), "a refused undo can be tried again");
    }

    void what_others_built_upon_stays()
    {
        CommandsFixture f;
        const Customer customer = f.makeCustomer();
        const auto order = f.commands.saveOrder(f.orderInput(customer, {f.line(f.makeProduct(), 10, 5)}));
        Delivery delivery;
        delivery.number = "D261123-B01";
        delivery.customerId = customer.id;
        delivery.orderId = order->id;
        delivery.deliveredOn = f.today;
        f.receive(delivery);
        f.derived.refresh();
        QCOMPARE(f.commands.undo(f.today).error().refusal, Refusal::BuiltUpon);
        QVERIFY(findEntity<SalesOrder>(f.db(), order->id));
    }

    void undo_survives_a_restart()
    {
        CommandsFixture f;
        const auto customer = f.makeCustomer();
        Commands later(*f.space, f.clock, f.random, protocol::encodeMutation, {f.user, "김미선"});
        QCOMPARE(later.undoDescription()->subject, customer.name);
        QVERIFY(later.undo(f.today));
        QVERIFY(!findEntity<Customer>(f.db(), customer.id));
    }

    void a_batch_is_one_action_and_undone_as_one()
    {
        CommandsFixture f;
        std::vector<Uuid> made;
        const auto batch = f.commands.batch("import", [&]() -> std::expected<void, CommandError> {
            for (int i = 0; i < 600; ++i)
                made.push_back(f.makeCustomer("거래처" + std::to_string(i)).id);
            return {};
        });
        QVERIFY(batch);
        const auto sent = f.sent();
        QVERIFY(sent.size() > 1 && sent.size() < 10);
        for (const Mutation& mutation : sent)
            QVERIFY(mutation.batch == sent[0].batch && !mutation.batch.isNil());
        QCOMPARE(f.commands.undoDescription()->rows, 600);
        QVERIFY(f.commands.undo(f.today));
        for (const Uuid& id : made)
            QVERIFY(!findEntity<Customer>(f.db(), id));
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_batch_that_fails_leaves_nothing()
    {
        CommandsFixture f;
        const auto batch = f.commands.batch("import", [&]() -> std::expected<void, CommandError> {
            f.makeCustomer();
            const auto bad = f.commands.saveProduct(Product{});
            return std::unexpected(bad.error());
        });
        QCOMPARE(batch.error().problems[0].table, TableId::Product);
        QVERIFY(f.sent().empty());
        QVERIFY(!f.commands.undoDescription());
        f.makeCustomer();
        QCOMPARE(f.whatIsWrong(), std::string());
    }
};

QTEST_APPLESS_MAIN(UndoTest)
#include "undo_test.moc"
