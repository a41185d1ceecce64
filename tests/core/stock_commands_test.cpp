#include "core/storage/stock_store.h"
#include "tests/core/commands_fixture.h"

#include <QtTest>

using namespace dure;
using namespace dure::commands;
using namespace dure::storage;
using dure::test::CommandsFixture;

namespace {

Quantity pieces(std::int64_t count) { return Quantity::fromInteger(count); }

struct StockedFixture : CommandsFixture
{
    Product bottle = makeProduct("PET 500ml 투명");
    Product cap = makeProduct("펌프캡 백색");

    StockMovement moved(const Product& product, std::int64_t quantity, Date on = today,
        StockMovementKind kind = StockMovementKind::Production) const
    {
        StockMovement movement;
        movement.productId = product.id;
        movement.movedOn = on;
        movement.kind = kind;
        movement.quantity = pieces(quantity);
        return movement;
    }
    Quantity onHand(const Product& product) { return StockStore(db()).row(product.id)->onHand; }
    std::vector<StockMovementRow> movements(const Product& product)
    {
        return StockStore(db()).history(product.id, Date{0}, Date{99'999'999})->movements;
    }
    Result count(Date on, std::vector<std::pair<Product, std::int64_t>> counted)
    {
        StockCount count{on, {}};
        for (const auto& [product, quantity] : counted)
            count.lines.push_back({product.id, pieces(quantity), "연말 실사"});
        return commands.recordStockCount(count);
    }
};

} // namespace

class StockCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void several_movements_are_one_action_with_one_undo()
    {
        StockedFixture f;
        const std::vector<StockMovement> receipt{f.moved(f.bottle, 5'000), f.moved(f.cap, 3'000), f.moved(f.bottle, 7)};
        const Result done = f.commands.recordStockMovements(receipt);
        QVERIFY(done);
        QCOMPARE(f.onHand(f.bottle), pieces(5'007));
        QCOMPARE(f.onHand(f.cap), pieces(3'000));
        QCOMPARE(f.lastSent().changes.size(), 3U);
        QCOMPARE(f.commands.undoDescription()->rows, 3);
        QCOMPARE(f.commands.undoDescription()->subject, f.bottle.name);
        QCOMPARE(f.whatIsWrong(), std::string());

        QVERIFY(f.commands.undo(f.today.addDays(1)));
        QCOMPARE(f.onHand(f.bottle), pieces(0));
        QCOMPARE(f.onHand(f.cap), pieces(0));
        QCOMPARE(f.movements(f.bottle).size(), 4U); // facts stay, and are taken back by facts
        QCOMPARE(f.movements(f.bottle).back().movement.movedOn, f.today.addDays(1));
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_line_that_cannot_be_is_named_and_nothing_is_written()
    {
        StockedFixture f;
        Product gone;
        gone.id = f.newId();
        const std::vector<StockMovement> receipt{f.moved(f.bottle, 5), f.moved(f.cap, 0), f.moved(gone, 3)};
        const Result done = f.commands.recordStockMovements(receipt);
        QVERIFY(!done);
        using C = col::StockMovement;
        QCOMPARE(done.error().problems,
            (std::vector<FieldProblem>{{TableId::StockMovement, C::quantity, 1, Problem::ZeroQuantity},
                {TableId::StockMovement, C::productId, 2, Problem::UnknownRow}}));
        QVERIFY(f.movements(f.bottle).empty());
        QCOMPARE(f.commands.recordStockMovements({}).error().problems.front().problem, Problem::NoLines);
        StockMovement huge = f.moved(f.bottle, 1);
        huge.quantity = {maxTenThousandths + 1};
        QCOMPARE(f.commands.recordStockMovement(huge).error().problems.front().problem, Problem::OutOfRange);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_count_makes_the_books_what_was_counted()
    {
        StockedFixture f;
        f.commands.recordStockMovement(f.moved(f.bottle, 5'000, f.today.addDays(-10)));
        const Result done = f.count(f.today, {{f.bottle, 4'930}, {f.cap, 120}});
        QVERIFY(done);
        QCOMPARE(f.onHand(f.bottle), pieces(4'930));
        QCOMPARE(f.onHand(f.cap), pieces(120));
        const StockMovement adjusted = f.movements(f.bottle).back().movement;
        QCOMPARE(adjusted.quantity, pieces(-70));
        QCOMPARE(adjusted.kind, StockMovementKind::Adjustment);
        QCOMPARE(adjusted.memo, std::string("연말 실사"));
        QCOMPARE(f.whatIsWrong(), std::string());
        QVERIFY(f.commands.undo(f.today)); // both at once
        QCOMPARE(f.onHand(f.bottle), pieces(5'000));
        QCOMPARE(f.onHand(f.cap), pieces(0));
    }

    void what_moved_while_the_sheet_was_filled_in_is_not_lost()
    {
        StockedFixture f;
        f.commands.recordStockMovement(f.moved(f.bottle, 1'000, f.today.addDays(-3)));
        // the sheet showed 1,000; meanwhile 400 went out, and something is dated tomorrow
        f.commands.recordStockMovement(f.moved(f.bottle, -400, f.today, StockMovementKind::Scrap));
        f.commands.recordStockMovement(f.moved(f.bottle, 250, f.today.addDays(1)));
        QVERIFY(f.count(f.today, {{f.bottle, 590}}));
        QCOMPARE(f.movements(f.bottle).at(2).movement.quantity, pieces(-10)); // not −410, not −260
        QCOMPARE(f.onHand(f.bottle), pieces(590 + 250));
        // a count of an earlier day leaves what came after it on top
        QVERIFY(f.count(f.today.addDays(-2), {{f.bottle, 1'100}}));
        QCOMPARE(f.onHand(f.bottle), pieces(590 + 250 + 100));
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_count_that_finds_what_the_books_hold_writes_nothing()
    {
        StockedFixture f;
        f.commands.recordStockMovement(f.moved(f.bottle, 1'000));
        const std::size_t sent = f.sent().size();
        const Result done = f.count(f.today, {{f.bottle, 1'000}, {f.cap, 0}});
        QVERIFY(done);
        QVERIFY(done->changes.rows.empty());
        QCOMPARE(f.sent().size(), sent);
        QCOMPARE(f.commands.undoDescription()->intent, std::string("record_stock_movement"));
    }

    void a_count_that_cannot_be_is_refused_as_a_whole()
    {
        StockedFixture f;
        const Result twice = f.count(f.today, {{f.bottle, 5}, {f.bottle, 7}});
        QCOMPARE(twice.error().problems.front().problem, Problem::Duplicate);
        QCOMPARE(twice.error().problems.front().line, 1);
        QVERIFY(!f.count({}, {{f.bottle, 5}}));
        QVERIFY(!f.count(f.today, {}));
        Product gone;
        gone.id = f.newId();
        QCOMPARE(f.count(f.today, {{f.bottle, 5}, {gone, 7}}).error().problems.front().problem, Problem::UnknownRow);
        QVERIFY(f.movements(f.bottle).empty());
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_sheet_of_a_thousand_products_is_one_action()
    {
        StockedFixture f;
        StockCount count{f.today, {}};
        for (int i = 0; i < 1'000; ++i) {
            Product product;
            product.name = "품목 " + std::to_string(i);
            product.unit = f.bottle.unit;
            count.lines.push_back({f.commands.saveProduct(product)->id, pieces(i + 1), {}});
        }
        const std::size_t before = f.sent().size();
        QVERIFY(f.commands.recordStockCount(count));
        const auto sent = f.sent();
        QVERIFY(sent.size() > before + 1); // cut into mutations of one batch
        for (std::size_t i = before; i < sent.size(); ++i)
            QVERIFY(!sent[i].batch.isNil() && sent[i].batch == sent.back().batch);
        QCOMPARE(StockStore(f.db()).totals({}).onHand, pieces(1'000 * 1'001 / 2));
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(StockStore(f.db()).totals({}).onHand, pieces(0));
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_movement_is_taken_back_once()
    {
        StockedFixture f;
        const Uuid id = f.commands.recordStockMovement(f.moved(f.bottle, 5'000))->id;
        QCOMPARE(f.commands.reverseStockMovement(id, {}).error().problems.front().problem, Problem::Missing);
        const Result back = f.commands.reverseStockMovement(id, f.today.addDays(2));
        QVERIFY(back);
        QCOMPARE(f.onHand(f.bottle), pieces(0));
        QVERIFY(f.movements(f.bottle).front().isReversed);
        QVERIFY(!f.movements(f.bottle).back().isReversed);
        QCOMPARE(f.commands.reverseStockMovement(id, f.today).error().refusal, Refusal::AlreadyReversed);
        QCOMPARE(f.commands.reverseStockMovement(back->id, f.today).error().refusal, Refusal::IsReversal);
        QCOMPARE(f.commands.reverseStockMovement(f.newId(), f.today).error().kind, ErrorKind::NotFound);
        QVERIFY(f.commands.undo(f.today)); // the taking back is taken back
        QCOMPARE(f.onHand(f.bottle), pieces(5'000));
        QVERIFY(!f.movements(f.bottle).front().isReversed);
        QVERIFY(f.commands.reverseStockMovement(id, f.today)); // and may be taken back anew
        QCOMPARE(f.onHand(f.bottle), pieces(0));
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_movement_of_a_delivery_goes_with_its_delivery()
    {
        StockedFixture f;
        const Customer customer = f.makeCustomer();
        const auto order = f.commands.saveOrder(f.orderInput(customer, {f.line(f.bottle, 30'000, 98)}));
        const auto delivery = f.commands.recordDelivery(f.deliveryOf(order->id, {12'000}));
        const StockMovementRow out = f.movements(f.bottle).back();
        QCOMPARE(out.deliveryId, delivery->id);
        QCOMPARE(out.deliveryNumber, delivery->number);
        QCOMPARE(out.customerName, customer.name);
        QCOMPARE(f.commands.reverseStockMovement(out.movement.id, f.today).error().refusal, Refusal::OfDelivery);
        QCOMPARE(f.onHand(f.bottle), pieces(-12'000));
    }

    void what_open_orders_wait_for_follows_every_command()
    {
        StockedFixture f;
        const auto reserved = [&] { return StockStore(f.db()).row(f.bottle.id)->reserved; };
        const Customer customer = f.makeCustomer();
        const Result order = f.commands.saveOrder(f.orderInput(
            customer, {f.line(f.bottle, 30'000, 98), f.line(f.cap, 500, 20), f.line(f.bottle, 2'000, 99)}));
        QCOMPARE(reserved(), pieces(32'000));
        QVERIFY(f.commands.recordDelivery(f.deliveryOf(order->id, {29'500, 500, 0})));
        QCOMPARE(reserved(), pieces(2'500));
        CustomerInput tolerant{customer, {}, {}};
        tolerant.customer.underToleranceBp = 300;
        QVERIFY(f.commands.saveCustomer(tolerant)); // 29,500 of 30,000 settle the line now
        QCOMPARE(reserved(), pieces(2'000));
        QCOMPARE(f.whatIsWrong(), std::string());
        QVERIFY(f.commands.setOrderState(order->id, OrderState::OnHold));
        QCOMPARE(reserved(), pieces(2'000)); // held, but promised
        OrderInput other = f.loadOrder(order->id);
        other.lines[2].productId = f.cap.id;
        QVERIFY(f.commands.saveOrder(other));
        QCOMPARE(reserved(), pieces(0));
        QCOMPARE(StockStore(f.db()).row(f.cap.id)->reserved, pieces(2'000));
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(reserved(), pieces(2'000));
        const Result second = f.commands.saveOrder(f.orderInput(customer, {f.line(f.bottle, 700, 98)}));
        QCOMPARE(reserved(), pieces(2'700));
        QVERIFY(f.commands.setOrderState(second->id, OrderState::Cancelled));
        QCOMPARE(reserved(), pieces(2'000));
        QVERIFY(f.commands.deleteOrder(second->id));
        QCOMPARE(f.whatIsWrong(), std::string());
        f.derived.rebuild();
        QCOMPARE(reserved(), pieces(2'000));
    }
};

QTEST_APPLESS_MAIN(StockCommandsTest)
#include "stock_commands_test.moc"
