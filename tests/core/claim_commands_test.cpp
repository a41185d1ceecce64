#include "core/storage/claim_store.h"
#include "core/storage/contradiction_store.h"
#include "core/storage/product_store.h"
#include "core/storage/receivable_store.h"
#include "tests/core/commands_fixture.h"

#include <QtTest>

using namespace dure;
using namespace dure::commands;
using dure::test::CommandsFixture;
using storage::entitiesWhere;
using storage::findEntity;

namespace {

struct Fixture : CommandsFixture
{
    Customer customer = makeCustomer();
    Product bottle = makeProduct();
    Uuid order = commands.saveOrder(orderInput(customer, {line(bottle, 10'000, 100)}))->id;
    Uuid delivery = commands.recordDelivery(deliveryOf(order, {10'000}))->id;
    Claim claim = claimed();

    Claim claimed()
    {
        const auto line = entitiesWhere<DeliveryLine>(db(), "delivery_id", delivery, "position").front();
        Claim now;
        now.customerId = customer.id;
        now.claimedOn = today;
        now.deliveryId = delivery;
        now.deliveryLineId = line.id;
        now.productId = bottle.id;
        now.quantity = Quantity::fromInteger(300);
        now.lot = "L1123-2";
        now.producedOn = today.addDays(-3);
        now.reason = "밑이 샘";
        return *findEntity<Claim>(db(), commands.saveClaim(now)->id);
    }

    ClaimSettlement settlement(ClaimDecision decision)
    {
        ClaimSettlement settled;
        settled.claim = claim.id;
        settled.decision = decision;
        settled.on = today.addDays(1);
        return settled;
    }
    Won owed() { return storage::ReceivableStore(db()).balance(customer.id); }
    Quantity stock() { return storage::ProductStore(db()).stock(bottle.id); }
    Claim now() { return *findEntity<Claim>(db(), claim.id); }
    /// Claims that stand under 확인 필요.
    std::ptrdiff_t toldTwice()
    {
        const auto found = storage::ContradictionStore(db()).all();
        return std::ranges::count(found, storage::ContradictionKind::ClaimAnsweredTwice, &storage::Contradiction::kind);
    }
    std::vector<Delivery> answers() { return entitiesWhere<Delivery>(db(), "claim_id", claim.id, "number"); }
};

} // namespace

class ClaimCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void a_claim_is_kept_open_with_its_lot_and_number()
    {
        Fixture f;
        QCOMPARE(parseDocumentNumber(f.claim.number)->kind, DocumentKind::Claim);
        QCOMPARE(f.claim.decision, ClaimDecision::Open);
        QCOMPARE(f.claim.productName, std::string("PET 500ml 투명"));
        QCOMPARE(f.claim.lot, std::string("L1123-2"));
        QVERIFY(f.claim.closedOn.isNull());
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void goods_that_come_back_are_owed_no_more_and_lie_in_the_stock()
    {
        Fixture f;
        const Won before = f.owed();
        ClaimSettlement settled = f.settlement(ClaimDecision::Return);
        settled.returned = Quantity::fromInteger(300);
        QVERIFY(f.commands.settleClaim(settled));
        QCOMPARE(before - f.owed(), (Won{33'000})); // 300 × 100 and 10 %
        QCOMPARE(f.stock(), Quantity::fromInteger(-9'700));
        QCOMPARE(f.answers().size(), std::size_t{1});
        QCOMPARE(f.answers()[0].kind, DeliveryKind::Return);
        QCOMPARE(f.now().decision, ClaimDecision::Return);
        QCOMPARE(f.now().closedOn, f.today.addDays(1));
        const auto lines = entitiesWhere<DeliveryLine>(f.db(), "delivery_id", f.answers()[0].id, "position");
        QCOMPARE(lines[0].lot, std::string("L1123-2"));
        QCOMPARE(lines[0].producedOn, f.today.addDays(-3));
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void replaced_goods_cost_nothing_and_leave_the_stock()
    {
        Fixture f;
        const Won before = f.owed();
        ClaimSettlement settled = f.settlement(ClaimDecision::Replace);
        settled.returned = Quantity::fromInteger(100);
        settled.replaced = Quantity::fromInteger(300);
        QVERIFY(f.commands.settleClaim(settled));
        QCOMPARE(f.owed(), before);
        QCOMPARE(f.stock(), Quantity::fromInteger(-10'200));
        QCOMPARE(f.answers().size(), std::size_t{2});
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_credit_takes_an_amount_off_and_moves_no_goods()
    {
        Fixture f;
        const Won before = f.owed();
        ClaimSettlement settled = f.settlement(ClaimDecision::Credit);
        settled.credit = {20'000};
        QVERIFY(f.commands.settleClaim(settled));
        QCOMPARE(before - f.owed(), (Won{20'000})); // what was agreed on, VAT included
        QCOMPARE(f.stock(), Quantity::fromInteger(-10'000));
        QCOMPARE(f.answers()[0].kind, DeliveryKind::Credit);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_claim_opened_again_has_what_was_settled_before_and_no_more_than_was_delivered_goes_back()
    {
        Fixture f;
        ClaimSettlement settled = f.settlement(ClaimDecision::Return);
        settled.returned = Quantity::fromInteger(10'001);
        const auto tooMuch = f.commands.settleClaim(settled);
        QCOMPARE(tooMuch.error().problems.front().problem, Problem::MoreThanDelivered);
        settled.returned = Quantity::fromInteger(9'000);
        QVERIFY(f.commands.settleClaim(settled));
        QVERIFY(f.commands.settleClaim(f.settlement(ClaimDecision::Open)));
        settled.returned = Quantity::fromInteger(1'001);
        QCOMPARE(f.commands.settleClaim(settled).error().problems.front().problem, Problem::MoreThanDelivered);
        ClaimSettlement credit = f.settlement(ClaimDecision::Credit);
        credit.credit = {110'001}; // the 1,000 that are left cost 110,000
        QCOMPARE(f.commands.settleClaim(credit).error().problems.front().problem, Problem::MoreThanDelivered);
        credit.credit = {110'000};
        QVERIFY(f.commands.settleClaim(credit));
        QCOMPARE(f.owed(), Won{});
    }

    void goods_without_a_price_that_anything_tells_are_not_taken_back()
    {
        Fixture f;
        Claim loose;
        loose.customerId = f.customer.id;
        loose.claimedOn = f.today;
        loose.productName = "이름만 적은 것";
        loose.quantity = Quantity::fromInteger(300);
        ClaimSettlement settled = f.settlement(ClaimDecision::Return);
        settled.claim = f.commands.saveClaim(loose)->id;
        settled.returned = loose.quantity;
        const std::size_t sent = f.sent().size();
        QCOMPARE(f.commands.settleClaim(settled).error().problems.front().problem, Problem::PriceUnknown);
        QCOMPARE(f.sent().size(), sent);
    }

    void an_answer_taken_back_and_put_back_stands()
    {
        Fixture f;
        ClaimSettlement settled = f.settlement(ClaimDecision::Return);
        settled.returned = Quantity::fromInteger(300);
        QVERIFY(f.commands.settleClaim(settled));
        const auto count = [&] { return storage::ClaimStore(f.db()).detail(f.claim.id)->answers.size(); };
        QCOMPARE(count(), std::size_t{1});
        QVERIFY(f.commands.reverseDelivery(f.answers().front().id, f.today));
        QCOMPARE(count(), std::size_t{0});
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(count(), std::size_t{1});
    }

    void settled_the_same_way_twice_it_is_a_contradiction_until_one_is_taken_back()
    {
        Fixture f;
        const auto twice = [&] { return f.toldTwice(); };
        ClaimSettlement settled = f.settlement(ClaimDecision::Credit);
        settled.credit = {5'000};
        QVERIFY(f.commands.settleClaim(settled));
        QCOMPARE(twice(), 0);
        QVERIFY(f.commands.settleClaim(f.settlement(ClaimDecision::Open)));
        QVERIFY(f.commands.settleClaim(settled));
        QCOMPARE(twice(), 1);
        QVERIFY(f.commands.reverseDelivery(f.answers().back().id, f.today));
        QCOMPARE(twice(), 0);
    }

    void two_claims_on_one_line_take_back_no_more_than_the_line_had()
    {
        Fixture f;
        ClaimSettlement settled = f.settlement(ClaimDecision::Return);
        settled.returned = Quantity::fromInteger(9'900);
        QVERIFY(f.commands.settleClaim(settled));
        settled.claim = f.claimed().id; // another one on the same line
        settled.returned = Quantity::fromInteger(101);
        QCOMPARE(f.commands.settleClaim(settled).error().problems.front().problem, Problem::MoreThanDelivered);
        ClaimSettlement credit = settled;
        credit.decision = ClaimDecision::Credit;
        credit.credit = {11'001};
        QCOMPARE(f.commands.settleClaim(credit).error().problems.front().problem, Problem::MoreThanDelivered);
        settled.returned = Quantity::fromInteger(100);
        QVERIFY(f.commands.settleClaim(settled));
        QCOMPARE(f.owed(), Won{});
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void goods_whose_money_was_given_back_are_not_paid_again()
    {
        Fixture f;
        ClaimSettlement credit = f.settlement(ClaimDecision::Credit);
        credit.credit = {1'100'000}; // all of it
        QVERIFY(f.commands.settleClaim(credit));
        QVERIFY(f.commands.settleClaim(f.settlement(ClaimDecision::Open)));
        ClaimSettlement settled = f.settlement(ClaimDecision::Return);
        settled.returned = Quantity::fromInteger(10'000);
        QCOMPARE(f.commands.settleClaim(settled).error().problems.front().problem, Problem::MoreThanDelivered);
        QCOMPARE(f.owed(), Won{});
        // from another PC, which has not heard of the credit: both stand, and it is told
        commands::DeliveryInput back;
        back.customerId = f.customer.id;
        back.deliveredOn = f.today;
        back.kind = DeliveryKind::Return;
        back.claimId = f.claim.id;
        DeliveryLineInput line;
        line.productId = f.bottle.id;
        line.quantity = -Quantity::fromInteger(10'000);
        line.unitPrice = UnitPrice::fromInteger(100);
        back.lines.push_back(line);
        QVERIFY(f.commands.recordDelivery(back));
        QCOMPARE(f.toldTwice(), 1);
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(f.toldTwice(), 0);
    }

    void of_a_delivery_that_was_taken_back_nothing_is_owed()
    {
        Fixture f;
        QVERIFY(f.commands.reverseDelivery(f.delivery, f.today));
        ClaimSettlement credit = f.settlement(ClaimDecision::Credit);
        credit.credit = {1};
        QCOMPARE(f.commands.settleClaim(credit).error().problems.front().problem, Problem::MoreThanDelivered);
        ClaimSettlement settled = f.settlement(ClaimDecision::Return);
        settled.returned = Quantity::fromInteger(1);
        QCOMPARE(f.commands.settleClaim(settled).error().problems.front().problem, Problem::MoreThanDelivered);
        ClaimSettlement refused = f.settlement(ClaimDecision::Refused);
        QVERIFY(f.commands.settleClaim(refused)); // as is opening it again
        QVERIFY(f.commands.settleClaim(f.settlement(ClaimDecision::Open)));
    }

    void a_return_takes_off_the_tax_that_was_charged()
    {
        Fixture f;
        OrderLine free = f.line(f.bottle, 100, 10'000);
        free.tax = Won{};
        free.taxTyped = true;
        const Uuid order = f.commands.saveOrder(f.orderInput(f.customer, {free}))->id;
        const Uuid delivery = f.commands.recordDelivery(f.deliveryOf(order, {100}))->id;
        const Won before = f.owed();
        const auto sold = entitiesWhere<DeliveryLine>(f.db(), "delivery_id", delivery, "position").front();
        QCOMPARE(sold.tax, Won{});
        Claim claim = f.claim;
        claim.id = {};
        claim.number.clear();
        claim.deliveryId = delivery;
        claim.deliveryLineId = sold.id;
        ClaimSettlement settled = f.settlement(ClaimDecision::Return);
        settled.claim = f.commands.saveClaim(claim)->id;
        settled.returned = Quantity::fromInteger(40);
        QVERIFY(f.commands.settleClaim(settled));
        QCOMPARE(before - f.owed(), Won{400'000}); // no tax on it
        ClaimSettlement credit = f.settlement(ClaimDecision::Credit);
        credit.claim = f.commands.saveClaim(claim)->id;
        credit.credit = {100'000};
        QVERIFY(f.commands.settleClaim(credit));
        const auto off = entitiesWhere<Delivery>(f.db(), "claim_id", credit.claim, "number").front();
        const auto line = entitiesWhere<DeliveryLine>(f.db(), "delivery_id", off.id, "position").front();
        QCOMPARE(line.supply, Won{-100'000});
        QCOMPARE(line.tax, Won{});
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_line_given_back_in_parts_comes_to_what_it_cost()
    {
        Fixture f;
        OrderLine odd = f.line(f.bottle, 0, 0);
        odd.quantity = Quantity::fromInteger(100);
        odd.unitPrice = UnitPrice{123'333}; // 12.3333 won
        const Uuid order = f.commands.saveOrder(f.orderInput(f.customer, {odd}))->id;
        const Won before = f.owed();
        const Uuid delivery = f.commands.recordDelivery(f.deliveryOf(order, {100}))->id;
        const auto sold = entitiesWhere<DeliveryLine>(f.db(), "delivery_id", delivery, "position").front();
        Claim claim = f.claim;
        claim.id = {};
        claim.number.clear();
        claim.deliveryId = delivery;
        claim.deliveryLineId = sold.id;
        for (const int part : {33, 34, 33}) {
            ClaimSettlement settled = f.settlement(ClaimDecision::Return);
            settled.claim = f.commands.saveClaim(claim)->id;
            settled.returned = Quantity::fromInteger(part);
            QVERIFY(f.commands.settleClaim(settled));
        }
        QVERIFY(std::abs((f.owed() - before).amount) <= 2); // a part of a won each
        QCOMPARE(storage::ClaimStore(f.db()).answersOf(sold.id).tax, sold.tax); // the tax to the won
        QCOMPARE(f.toldTwice(), 0);
    }

    void it_is_settled_once_and_undo_takes_all_of_it_back()
    {
        Fixture f;
        const Won before = f.owed();
        ClaimSettlement settled = f.settlement(ClaimDecision::Return);
        settled.returned = Quantity::fromInteger(300);
        QVERIFY(f.commands.settleClaim(settled));
        QCOMPARE(f.commands.settleClaim(settled).error().refusal, Refusal::AlreadyDecided);
        QCOMPARE(f.commands.deleteClaim(f.claim.id).error().refusal, Refusal::HasDocuments);
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(f.owed(), before);
        QCOMPARE(f.stock(), Quantity::fromInteger(-10'000));
        QCOMPARE(f.now().decision, ClaimDecision::Open);
        QVERIFY(f.now().closedOn.isNull());
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void saving_it_later_does_not_decide_it()
    {
        Fixture f;
        const Claim before = f.now();
        Claim now = before;
        now.reason = "밑이 새고 뚜껑이 헐거움";
        now.decision = ClaimDecision::Refused;
        QVERIFY(f.commands.saveClaim(now, &before));
        QCOMPARE(f.now().decision, ClaimDecision::Open);
        QCOMPARE(f.now().reason, now.reason);
    }

    void a_settlement_without_figures_is_refused_and_writes_nothing_data()
    {
        QTest::addColumn<int>("decision");
        QTest::newRow("replace") << int(ClaimDecision::Replace);
        QTest::newRow("return") << int(ClaimDecision::Return);
        QTest::newRow("credit") << int(ClaimDecision::Credit);
    }
    void a_settlement_without_figures_is_refused_and_writes_nothing()
    {
        QFETCH(const int, decision);
        Fixture f;
        const std::size_t before = f.sent().size();
        const Result done = f.commands.settleClaim(f.settlement(ClaimDecision(decision)));
        QCOMPARE(done.error().kind, ErrorKind::Invalid);
        QCOMPARE(f.sent().size(), before);
        QVERIFY(f.answers().empty());
    }

    void a_promise_needs_an_amount_and_a_day()
    {
        Fixture f;
        Activity promise;
        promise.customerId = f.customer.id;
        promise.on = f.today;
        promise.kind = ActivityKind::Promise;
        const auto refused = f.commands.saveActivity(promise);
        QCOMPARE(refused.error().problems.size(), std::size_t{2});
        promise.amount = {2'574'000};
        promise.nextOn = f.today.addDays(2);
        const Result done = f.commands.saveActivity(promise);
        QVERIFY(done);
        const Activity before = *findEntity<Activity>(f.db(), done->id);
        QCOMPARE(before.staff, std::string("김미선"));
        Activity kept = before;
        kept.doneOn = f.today;
        QVERIFY(f.commands.saveActivity(kept, &before));
        QCOMPARE(f.lastSent().changes[0].fields.known.size(), std::size_t{1});
        QVERIFY(f.commands.deleteActivity(done->id));
        QVERIFY(f.commands.undo(f.today));
        QVERIFY(findEntity<Activity>(f.db(), done->id));
        QCOMPARE(f.whatIsWrong(), std::string());
    }
};

QTEST_GUILESS_MAIN(ClaimCommandsTest)
#include "claim_commands_test.moc"
