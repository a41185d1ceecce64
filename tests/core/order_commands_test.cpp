#include "tests/core/commands_fixture.h"

#include <QtTest>

using namespace dure;
using namespace dure::commands;
using dure::test::CommandsFixture;
using storage::findEntity;

namespace {

bool hasProblem(const Result& result, TableId table, int column, int line, Problem problem)
{
    if (result || result.error().kind != ErrorKind::Invalid)
        return false;
    const FieldProblem wanted{table, column, line, problem};
    return std::ranges::find(result.error().problems, wanted) != result.error().problems.end();
}

std::vector<int> columnsOf(const Change& change)
{
    std::vector<int> columns;
    for (const auto& [column, value] : change.fields.known)
        columns.push_back(column);
    return columns;
}

} // namespace

class OrderCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void an_order_is_saved_with_amounts_number_and_one_mutation()
    {
        CommandsFixture f;
        const Customer customer = f.makeCustomer();
        const Product product = f.makeProduct();
        auto input = f.orderInput(customer, {f.line(product, 20'000, 86), f.line(product, 5'000, 131)});
        input.lines[1].productName = "직접 쓴 이름";
        const std::size_t before = f.sent().size();
        const Result done = f.commands.saveOrder(input);
        QVERIFY(done);
        const OrderInput saved = f.loadOrder(done->id);
        QCOMPARE(saved.order.number, done->number);
        QVERIFY(parseDocumentNumber(saved.order.number));
        QCOMPARE(saved.order.staff, std::string("김미선"));
        QCOMPARE(saved.lines[0].productName, std::string("PET 500ml 투명"));
        QCOMPARE(saved.lines[0].supply, (Won{1'720'000}));
        QCOMPARE(saved.lines[0].tax, (Won{172'000}));
        QCOMPARE(saved.lines[1].productName, std::string("직접 쓴 이름"));
        QCOMPARE(saved.lines[1].supply, (Won{655'000}));
        QCOMPARE(f.sent().size(), before + 1);
        QCOMPARE(f.lastSent().intent, std::string("save_order"));
        QCOMPARE(f.lastSent().changes.size(), 3U);
        QVERIFY(done->changes.touches(TableId::SalesOrder));
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void numbers_run_by_day_and_are_not_lost_by_a_refusal()
    {
        CommandsFixture f;
        const Customer customer = f.makeCustomer();
        const Product product = f.makeProduct();
        auto input = f.orderInput(customer, {f.line(product, 1, 1)});
        QCOMPARE(parseDocumentNumber(f.commands.nextNumber(DocumentKind::Order, f.today))->running, 1);
        QCOMPARE(parseDocumentNumber(f.commands.saveOrder(input)->number)->running, 1);
        auto bad = input;
        bad.lines.clear();
        QVERIFY(!f.commands.saveOrder(bad));
        QCOMPARE(parseDocumentNumber(f.commands.saveOrder(input)->number)->running, 2);
        input.order.orderedOn = f.today.addDays(1);
        QCOMPARE(parseDocumentNumber(f.commands.saveOrder(input)->number)->running, 1);
        input.order.number = "PO-77";
        QCOMPARE(f.commands.saveOrder(input)->number, std::string("PO-77"));
    }

    void a_change_sends_only_what_changed_and_its_merge_group()
    {
        CommandsFixture f;
        const Product product = f.makeProduct();
        const auto done = f.commands.saveOrder(
            f.orderInput(f.makeCustomer(), {f.line(product, 10, 100), f.line(product, 20, 100)}));
        OrderInput now = f.loadOrder(done->id);
        const OrderInput before = now;
        now.order.memo = "팔레트 포장";
        now.lines[1].quantity = Quantity::fromInteger(30);
        QVERIFY(f.commands.saveOrder(now, &before));
        const Mutation sent = f.lastSent();
        QCOMPARE(sent.changes.size(), 2U);
        QCOMPARE(columnsOf(sent.changes[0]), std::vector<int>{col::SalesOrder::memo});
        using L = col::OrderLine;
        QCOMPARE(columnsOf(sent.changes[1]),
            (std::vector<int>{L::quantity, L::unitPrice, L::priceSource, L::supply, L::tax, L::taxTyped}));
        QCOMPARE(f.loadOrder(done->id).lines[1].tax, (Won{300}));
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void the_number_of_a_saved_order_never_changes()
    {
        CommandsFixture f;
        const auto done = f.commands.saveOrder(f.orderInput(f.makeCustomer(), {f.line(f.makeProduct(), 10, 100)}));
        OrderInput now = f.loadOrder(done->id);
        const OrderInput before = now;
        now.order.number = "O261123-9999";
        now.order.memo = "팔레트 포장";
        QVERIFY(f.commands.saveOrder(now, &before));
        QCOMPARE(f.loadOrder(done->id).order.number, before.order.number);
        QCOMPARE(columnsOf(f.lastSent().changes[0]), std::vector<int>{col::SalesOrder::memo});
    }

    void saving_without_a_change_sends_nothing()
    {
        CommandsFixture f;
        const auto done = f.commands.saveOrder(f.orderInput(f.makeCustomer(), {f.line(f.makeProduct(), 10, 100)}));
        const OrderInput same = f.loadOrder(done->id);
        const std::size_t before = f.sent().size();
        const auto again = f.commands.saveOrder(same, &same);
        QVERIFY(again && again->changes.empty());
        QVERIFY(f.commands.saveOrder(same)->changes.empty());
        QCOMPARE(f.sent().size(), before);
    }

    void what_another_pc_changed_meanwhile_stays()
    {
        CommandsFixture f;
        const Product product = f.makeProduct();
        const auto done = f.commands.saveOrder(f.orderInput(f.makeCustomer(), {f.line(product, 10, 100)}));
        const OrderInput before = f.loadOrder(done->id);
        SalesOrder theirs = before.order;
        theirs.memo = "저쪽에서 쓴 메모";
        f.receive(theirs);
        OrderLine added = before.lines[0];
        added.id = {};
        added.position = 1;
        added.note = "저쪽에서 넣은 줄";
        f.receive(added);
        OrderInput now = before;
        now.order.dueOn = f.today.addDays(3);
        QVERIFY(f.commands.saveOrder(now, &before));
        const OrderInput after = f.loadOrder(done->id);
        QCOMPARE(after.order.memo, theirs.memo);
        QCOMPARE(after.order.dueOn, now.order.dueOn);
        QCOMPARE(after.lines.size(), 2U);
        QCOMPARE(f.lastSent().changes.size(), 1U);
        QCOMPARE(f.lastSent().changes[0].base, before.order.seq);
    }

    void a_change_is_never_based_on_more_than_this_pc_holds()
    {
        CommandsFixture f;
        const auto done = f.commands.saveOrder(f.orderInput(f.makeCustomer(), {f.line(f.makeProduct(), 10, 100)}));
        SalesOrder theirs = f.loadOrder(done->id).order;
        f.seq = 8;
        f.receive(theirs);
        OrderInput now = f.loadOrder(done->id);
        const OrderInput before = now;
        QCOMPARE(before.order.seq, 9);
        f.seq = 2; // the cloud came back from a backup while an editor stood open
        f.receive(theirs);
        now.order.memo = "팔레트 포장";
        QVERIFY(f.commands.saveOrder(now, &before));
        QCOMPARE(f.lastSent().changes[0].base, 3);
    }

    void removed_lines_are_deleted_unless_they_were_delivered()
    {
        CommandsFixture f;
        const Product product = f.makeProduct();
        const auto done
            = f.commands.saveOrder(f.orderInput(f.makeCustomer(), {f.line(product, 10, 100), f.line(product, 5, 100)}));
        OrderInput now = f.loadOrder(done->id);
        now.lines.pop_back();
        QVERIFY(f.commands.saveOrder(now));
        QCOMPARE(f.lastSent().changes[0].op, Op::Delete);
        QCOMPARE(f.loadOrder(done->id).lines.size(), 1U);
        QVERIFY(f.commands.recordDelivery(f.deliveryOf(done->id, {3})));
        now = f.loadOrder(done->id);
        now.lines = {f.line(product, 1, 1)};
        const Result refused = f.commands.saveOrder(now);
        QVERIFY(!refused);
        QCOMPARE(refused.error().refusal, Refusal::HasDeliveries);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void problems_say_which_field_of_which_line()
    {
        CommandsFixture f;
        const Customer customer = f.makeCustomer();
        const Product product = f.makeProduct();
        using O = col::SalesOrder;
        using L = col::OrderLine;
        auto input = f.orderInput(customer, {f.line(product, 1, 1), f.line(product, 0, 1), OrderLine{}});
        input.lines[2].quantity = Quantity::fromInteger(1);
        input.order.orderedOn = {};
        const Result result = f.commands.saveOrder(input);
        QVERIFY(hasProblem(result, TableId::SalesOrder, O::orderedOn, -1, Problem::Missing));
        QVERIFY(hasProblem(result, TableId::OrderLine, L::quantity, 1, Problem::ZeroQuantity));
        QVERIFY(hasProblem(result, TableId::OrderLine, L::productName, 2, Problem::Missing));
        input = f.orderInput(customer, {});
        QVERIFY(hasProblem(f.commands.saveOrder(input), TableId::OrderLine, -1, -1, Problem::NoLines));
        input = f.orderInput(customer, {f.line(product, 999'999'999, 999'999'999)});
        QVERIFY(hasProblem(f.commands.saveOrder(input), TableId::OrderLine, L::unitPrice, 0, Problem::AmountTooLarge));
        input = f.orderInput(customer, {f.line(product, 1, 1)});
        input.order.customerId = f.newId();
        QVERIFY(hasProblem(f.commands.saveOrder(input), TableId::SalesOrder, O::customerId, -1, Problem::UnknownRow));
        input = f.orderInput(customer, {f.line(product, 1, 1)});
        input.order.memo = "\xff";
        QVERIFY(hasProblem(f.commands.saveOrder(input), TableId::SalesOrder, O::memo, -1, Problem::BadText));
        QCOMPARE(
            f.loadOrder(f.commands.saveOrder(f.orderInput(customer, {f.line(product, 1, 1)}))->id).lines.size(), 1U);
    }

    void an_order_is_held_cancelled_and_reopened()
    {
        CommandsFixture f;
        const auto done = f.commands.saveOrder(f.orderInput(f.makeCustomer(), {f.line(f.makeProduct(), 10, 100)}));
        const auto status = [&] { return storage::OrderStore(f.db()).row(done->id, f.today)->status; };
        QVERIFY(f.commands.setOrderState(done->id, OrderState::OnHold));
        QCOMPARE(status(), OrderStatus::OnHold);
        QVERIFY(f.commands.setOrderState(done->id, OrderState::Cancelled));
        QCOMPARE(status(), OrderStatus::Cancelled);
        QVERIFY(f.commands.setOrderState(done->id, OrderState::Open));
        QCOMPARE(status(), OrderStatus::Received);
        QVERIFY(f.commands.setOrderState(done->id, OrderState::Open)->changes.empty());
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_delivered_order_is_neither_cancelled_nor_deleted()
    {
        CommandsFixture f;
        const auto done = f.commands.saveOrder(f.orderInput(f.makeCustomer(), {f.line(f.makeProduct(), 10, 100)}));
        const auto delivery = f.commands.recordDelivery(f.deliveryOf(done->id, {4}));
        QCOMPARE(f.commands.setOrderState(done->id, OrderState::Cancelled).error().refusal, Refusal::HasDeliveries);
        QCOMPARE(f.commands.deleteOrder(done->id).error().refusal, Refusal::HasDeliveries);
        QVERIFY(f.commands.reverseDelivery(delivery->id, f.today));
        QVERIFY(f.commands.setOrderState(done->id, OrderState::Cancelled));
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void an_order_of_which_only_something_not_ordered_went_out_is_not_deleted()
    {
        CommandsFixture f;
        const auto done = f.commands.saveOrder(f.orderInput(f.makeCustomer(), {f.line(f.makeProduct(), 10, 100)}));
        auto samples = f.deliveryOf(done->id, {});
        DeliveryLineInput sample;
        sample.productName = "샘플";
        sample.quantity = Quantity::fromInteger(1);
        samples.lines = {sample};
        QVERIFY(f.commands.recordDelivery(samples));
        QCOMPARE(f.commands.deleteOrder(done->id).error().refusal, Refusal::HasDeliveries);
        QVERIFY(findEntity<SalesOrder>(f.db(), done->id));
    }

    void a_deleted_order_is_gone_with_its_lines()
    {
        CommandsFixture f;
        const auto done = f.commands.saveOrder(f.orderInput(f.makeCustomer(), {f.line(f.makeProduct(), 10, 100)}));
        QVERIFY(f.commands.deleteOrder(done->id));
        QCOMPARE(f.lastSent().changes.size(), 2U);
        QVERIFY(!findEntity<SalesOrder>(f.db(), done->id));
        QVERIFY(!storage::OrderStore(f.db()).row(done->id, f.today));
        QCOMPARE(f.commands.deleteOrder(done->id).error().kind, ErrorKind::NotFound);
        QCOMPARE(f.commands.saveOrder({SalesOrder{{done->id}}, {}}).error().kind, ErrorKind::NotFound);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void the_last_and_the_agreed_price_are_offered()
    {
        CommandsFixture f;
        const Customer customer = f.makeCustomer();
        const Product product = f.makeProduct("PET", 120);
        storage::OrderStore store(f.db());
        const auto offer = [&](std::int64_t n, Date day) {
            return store.offer(customer.id, product.id, Quantity::fromInteger(n), day);
        };
        QCOMPARE(offer(1, f.today), (OfferedPrice{UnitPrice::fromInteger(120), PriceSource::List, {}}));
        QVERIFY(f.commands.saveOrder(f.orderInput(customer, {f.line(product, 5, 98)})));
        QCOMPARE(offer(1, f.today), (OfferedPrice{UnitPrice::fromInteger(98), PriceSource::Last, f.today}));
        CustomerPrice price;
        price.customerId = customer.id;
        price.productId = product.id;
        price.validFrom = f.today.addDays(1);
        price.unitPrice = UnitPrice::fromInteger(97);
        QVERIFY(f.commands.setCustomerPrice(price));
        QCOMPARE(offer(1, f.today).source, PriceSource::Last);
        QCOMPARE(offer(1, price.validFrom), (OfferedPrice{price.unitPrice, PriceSource::Agreed, price.validFrom}));
        price.unitPrice = UnitPrice::fromInteger(96);
        QVERIFY(f.commands.setCustomerPrice(price));
        QCOMPARE(store.agreedPrices(customer.id, product.id).size(), 1U);
        QCOMPARE(offer(1, price.validFrom).unitPrice, price.unitPrice);
        QCOMPARE(f.whatIsWrong(), std::string());
    }
};

QTEST_APPLESS_MAIN(OrderCommandsTest)
#include "order_commands_test.moc"
