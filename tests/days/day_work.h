#pragma once
#include "core/domain/claim.h"
#include "tests/days/office.h"

/// What the people of an office do on random days.
namespace dure::test {

struct DayWork
{
    Office& office;

    using Seat = Office::Seat;
    static sqlite::Database& dbOf(Seat& seat) { return seat.desk->space->db(); }
    commands::Commands& at(Seat& seat) const { return seat.desk->commands; }
    template <class E> std::optional<E> find(Seat& seat, const Uuid& id) const
    {
        return storage::findEntity<E>(dbOf(seat), id);
    }
    /// One of those that this PC knows; nil: there is none.
    Uuid anyOf(Seat& seat, const std::string& from) const
    {
        const std::set<Uuid> ids = idsOf(dbOf(seat), from);
        return ids.empty() ? Uuid{} : *std::next(ids.begin(), office.below(std::ssize(ids)));
    }

    TaxTerms someTerms() const
    {
        return {static_cast<TaxKind>(office.chance(80) ? 0 : 1 + office.below(2)),
            static_cast<PriceKind>(office.below(2)), static_cast<RoundingMode>(office.below(3)),
            static_cast<TaxScope>(office.below(2))};
    }
    UnitPrice somePrice() const { return {office.chance(60) ? office.below(900) * 10'000 : office.below(9'000'000)}; }
    Quantity someQuantity() const
    {
        return office.chance(80) ? Quantity::fromInteger(1 + office.below(700)) : Quantity{1 + office.below(4'000'000)};
    }

    void open(int desks) const
    {
        for (int i = 1; i <= desks; ++i) {
            office.seats.push_back({std::make_unique<Desk>(office.cloud, i), {}});
            office.seats.back().desk->sync();
        }
        Seat& first = office.seats.front();
        for (int i = 0; i < 4; ++i) {
            commands::CustomerInput input;
            input.customer.name = "(주)다온" + std::to_string(i);
            input.customer.code = "C" + std::to_string(i);
            input.customer.tax = someTerms();
            input.customer.underToleranceBp = office.below(3) * 250;
            input.customer.openingBalance = {office.chance(60) ? office.below(900'000) - 200'000 : 0};
            input.customer.openingOn = office.chance(60) ? office.today.addDays(-int(office.below(80))) : Date{};
            if (office.chance(70)) {
                input.customer.closingDay = office.chance(50) ? 31 : 10;
                input.customer.payMonths = office.below(2);
                input.customer.payDay = office.chance(50) ? 25 : 31;
            }
            office.customers.push_back(at(first).saveCustomer(input)->id);
            office.written.openings[office.customers.back()].push_back(
                {input.customer.openingBalance.amount, input.customer.openingOn});
        }
        for (int i = 0; i < 5; ++i) {
            Product product;
            product.code = "P" + std::to_string(i);
            product.name = "PET " + std::to_string(100 * (i + 1)) + "ml";
            product.listPrice = somePrice();
            product.taxKind = i == 4 ? TaxKind::Exempt : TaxKind::Taxable;
            office.products.push_back(at(first).saveProduct(product)->id);
        }
        office.settle();
        for (Seat& seat : office.seats)
            seat.done.clear();
    }

    /// One thing that somebody does.
    void something(Seat& seat) const
    {
        const std::int64_t what = office.below(100);
        if (what < 14)
            saveOrder(seat);
        else if (what < 19)
            changeOrder(seat);
        else if (what < 43)
            deliver(seat);
        else if (what < 49)
            takeBackDelivery(seat);
        else if (what < 56)
            answerClaim(seat);
        else if (what < 71)
            takeMoney(seat);
        else if (what < 76)
            takeBackMoney(seat);
        else if (what < 78)
            noteNote(seat);
        else if (what < 84)
            receiveStock(seat);
        else if (what < 89)
            countStock(seat);
        else if (what < 91)
            takeBackMovement(seat);
        else if (what < 94)
            changeOpening(seat);
        else
            undo(seat);
    }

    static bool nothing(const RawFacts& fresh) { return fresh.isEmpty(); }

    OrderLine someOrderLine(Seat& seat) const
    {
        OrderLine line;
        if (office.chance(90)) {
            const auto product = find<Product>(seat, office.any(office.products));
            line.productId = product->id;
            line.taxTyped = product->taxKind != TaxKind::Taxable; // as the grid writes it
        } else {
            line.productName = "금형비";
        }
        line.quantity = someQuantity();
        line.unitPrice = somePrice();
        if (!line.taxTyped && office.chance(10)) {
            line.taxTyped = true;
            line.tax = {office.below(5'000)};
        }
        return line;
    }
    void saveOrder(Seat& seat) const
    {
        commands::OrderInput input;
        input.order.customerId = office.any(office.customers);
        input.order.orderedOn = office.factDay();
        input.order.dueOn = office.today.addDays(static_cast<int>(office.below(20)));
        input.order.tax = find<Customer>(seat, input.order.customerId)->tax;
        for (std::int64_t n = office.below(4); n >= 0; --n)
            input.lines.push_back(someOrderLine(seat));
        office.run(
            seat, "order", [&] { return at(seat).saveOrder(input); }, nothing);
    }
    void changeOrder(Seat& seat) const
    {
        const Uuid id = anyOf(seat, "sales_order WHERE deleted = 0");
        if (id.isNil())
            return;
        if (office.chance(30)) {
            const auto state = static_cast<OrderState>(office.below(3));
            office.run(
                seat, "order state", [&] { return at(seat).setOrderState(id, state); }, nothing);
            return;
        }
        const commands::OrderInput before{
            *find<SalesOrder>(seat, id), storage::entitiesWhere<OrderLine>(dbOf(seat), "order_id", id, "position, id")};
        commands::OrderInput after = before;
        if (office.chance(30))
            after.lines.push_back(someOrderLine(seat));
        if (office.chance(30))
            after.order.tax = someTerms();
        OrderLine& line = after.lines[static_cast<std::size_t>(office.below(std::ssize(after.lines)))];
        line.quantity = someQuantity();
        office.run(
            seat, "order change", [&] { return at(seat).saveOrder(after, &before); }, nothing);
    }

    /// Whether a delivery says what was typed: quantities and prices, and amounts that follow from them.
    bool isAsTyped(Seat& seat, const PlainGoods& goods, const commands::DeliveryInput& input) const
    {
        const auto stored = linesOf(dbOf(seat), goods.id);
        std::vector<PricedLine> priced;
        if (stored.size() != input.lines.size() || goods.customer != input.customerId || goods.on != input.deliveredOn
            || !goods.reverses.isNil())
            return false;
        for (std::size_t i = 0; i < stored.size(); ++i) {
            const commands::DeliveryLineInput& typed = input.lines[i];
            const auto ordered = find<OrderLine>(seat, typed.orderLineId);
            const UnitPrice price = typed.unitPrice.value_or(ordered ? ordered->unitPrice : UnitPrice{});
            PricedLine line{typed.quantity.tenThousandths, price.tenThousandths, false, 0, stored[i].supply.amount,
                stored[i].tax.amount};
            if (ordered) {
                const bool isWhole = ordered->quantity == typed.quantity && ordered->unitPrice == price;
                line.isTyped = ordered->taxTyped && (ordered->tax == Won{} || isWhole);
                line.typedTax = ordered->tax.amount;
            } else if (const auto product = find<Product>(seat, typed.productId)) {
                line.isTyped = product->taxKind != TaxKind::Taxable;
            }
            if (typed.tax) {
                line.isTyped = true;
                line.typedTax = typed.tax->amount;
            }
            if (stored[i].quantity != typed.quantity || stored[i].unitPrice != price
                || stored[i].productId != (ordered ? ordered->productId : typed.productId))
                return false;
            priced.push_back(line);
        }
        return areRightAmounts(find<Delivery>(seat, goods.id)->tax, priced);
    }
    void deliver(Seat& seat) const
    {
        commands::DeliveryInput input;
        input.deliveredOn = office.factDay();
        if (office.chance(65))
            input.orderId = anyOf(seat, "sales_order WHERE deleted = 0 AND state = 0");
        if (const auto order = find<SalesOrder>(seat, input.orderId)) {
            input.customerId = order->customerId;
            for (const OrderLine& ordered :
                storage::entitiesWhere<OrderLine>(dbOf(seat), "order_id", order->id, "position, id")) {
                commands::DeliveryLineInput line;
                line.orderLineId = ordered.id;
                line.quantity = office.chance(50) ? ordered.quantity : someQuantity();
                if (office.chance(15))
                    line.unitPrice = somePrice();
                if (input.lines.empty() || office.chance(75))
                    input.lines.push_back(line);
            }
        } else {
            input.orderId = {};
            input.customerId = office.any(office.customers);
            for (std::int64_t n = office.below(3); n >= 0; --n) {
                commands::DeliveryLineInput line;
                line.productId = office.chance(85) ? office.any(office.products) : Uuid{};
                line.productName = line.productId.isNil() ? "샘플" : "";
                line.quantity = office.chance(88) ? someQuantity() : -someQuantity();
                line.unitPrice = somePrice();
                input.lines.push_back(line);
            }
        }
        office.run(
            seat, "delivery", [&] { return at(seat).recordDelivery(input); },
            [&](const RawFacts& fresh) {
                return fresh.goods.size() == 1 && fresh.money.empty() && fresh.moves.empty()
                    && isAsTyped(seat, fresh.goods.begin()->second, input);
            });
    }
    void takeBackDelivery(Seat& seat) const
    {
        const Uuid id = anyOf(seat, "delivery WHERE deleted = 0 AND reverses_id IS NULL");
        if (id.isNil())
            return;
        const Date on = office.chance(70) ? office.today : find<Delivery>(seat, id)->deliveredOn;
        const PlainGoods original = plain(*find<Delivery>(seat, id), linesOf(dbOf(seat), id));
        office.run(
            seat, "delivery back", [&] { return at(seat).reverseDelivery(id, on); },
            [&](const RawFacts& fresh) {
                RawFacts of;
                of.goods[id] = original;
                return Office::takesBack(fresh, of, on);
            });
    }

    void answerClaim(Seat& seat) const
    {
        // of a line that was answered before or taken back nothing more is owed
        const auto sold = find<DeliveryLine>(seat,
            anyOf(seat,
                "delivery_line WHERE deleted = 0 AND quantity > 0 AND NOT EXISTS(SELECT 1 FROM claim k WHERE "
                "k.delivery_line_id = delivery_line.id AND k.deleted = 0 AND k.decision <> 0) AND NOT EXISTS(SELECT 1 "
                "FROM delivery r WHERE r.reverses_id = delivery_line.delivery_id AND r.deleted = 0)"));
        if (!sold || !find<Delivery>(seat, sold->deliveryId)->reversesId.isNil())
            return;
        const auto delivery = find<Delivery>(seat, sold->deliveryId);
        Claim claim;
        claim.customerId = delivery->customerId;
        claim.claimedOn = office.today;
        claim.deliveryId = delivery->id;
        claim.deliveryLineId = sold->id;
        claim.productId = sold->productId;
        claim.productName = sold->productName;
        claim.quantity = sold->quantity;
        const auto saved = office.run(
            seat, "claim", [&] { return at(seat).saveClaim(claim); }, nothing);
        commands::ClaimSettlement answer;
        answer.claim = saved ? saved->id : Uuid{};
        answer.decision = static_cast<ClaimDecision>(1 + office.below(3));
        answer.on = office.today;
        answer.returned = sold->quantity;
        answer.replaced = sold->quantity;
        const Amount cost = sold->supply.amount + sold->tax.amount; // more is not taken off
        if (answer.decision == ClaimDecision::Credit && cost <= 0)
            answer.decision = ClaimDecision::Return;
        answer.credit = {cost <= 0 ? 0 : 1 + office.below(cost)};
        commands::DeliveryInput expected;
        expected.customerId = claim.customerId;
        expected.deliveredOn = answer.on;
        commands::DeliveryLineInput& line = expected.lines.emplace_back();
        const bool isCredit = answer.decision == ClaimDecision::Credit;
        line.productId = isCredit ? Uuid{} : claim.productId;
        line.quantity = isCredit ? -Quantity::fromInteger(1) : -sold->quantity;
        line.unitPrice = isCredit ? UnitPrice::fromInteger(answer.credit.amount) : sold->unitPrice;
        if (!isCredit || sold->tax == Won{}) // as it was charged
            line.tax = isCredit ? Won{} : -sold->tax;
        office.run(
            seat, "claim answered", [&] { return at(seat).settleClaim(answer); },
            [&](const RawFacts& fresh) {
                if (isCredit && (fresh.goods.empty() || fresh.goods.begin()->second.total() != -answer.credit.amount))
                    return false; // the customer owes exactly that much less
                if (answer.decision != ClaimDecision::Replace)
                    return fresh.goods.size() == 1 && isAsTyped(seat, fresh.goods.begin()->second, expected);
                Amount quantity = 0, total = 0;
                for (const auto& [id, goods] : fresh.goods) {
                    quantity += goods.sum(&PlainLine::quantity);
                    total += goods.total() == 0 ? 0 : 1;
                }
                return fresh.goods.size() == 2 && quantity == 0 && total == 0;
            });
    }

    void takeMoney(Seat& seat) const
    {
        Payment payment;
        payment.customerId = office.any(office.customers);
        payment.receivedOn = office.factDay();
        payment.kind = static_cast<PaymentKind>(office.chance(30) ? 3 : office.below(7));
        payment.amount = {1 + office.below(300'000)};
        if (payment.kind == PaymentKind::Note) {
            payment.noteNumber = "자가" + std::to_string(office.below(100'000'000));
            payment.noteDueOn = payment.receivedOn.addDays(static_cast<int>(office.below(120)));
        }
        std::vector<commands::PaymentShare> shares;
        Amount left = payment.amount.amount;
        for (const Uuid& id : idsOf(dbOf(seat), "delivery WHERE deleted = 0")) {
            if (left == 0 || office.chance(70) || find<Delivery>(seat, id)->customerId != payment.customerId)
                continue;
            shares.push_back({id, {1 + office.below(left)}});
            left -= shares.back().amount.amount;
        }
        office.run(
            seat, "payment", [&] { return at(seat).recordPayment(payment, shares); },
            [&](const RawFacts& fresh) {
                if (fresh.money.size() != 1 || fresh.shares.size() != shares.size())
                    return false;
                const PlainMoney& made = fresh.money.begin()->second;
                for (const auto& [id, share] : fresh.shares)
                    if (share.payment != made.id
                        || std::ranges::none_of(shares, [&](const commands::PaymentShare& each) {
                               return each.delivery == share.delivery && each.amount.amount == share.amount;
                           }))
                        return false;
                return made.customer == payment.customerId && made.on == payment.receivedOn && made.reverses.isNil()
                    && made.kind == payment.kind && made.noteDue == payment.noteDueOn
                    && made.amount == payment.amount.amount;
            });
    }
    void takeBackMoney(Seat& seat) const
    {
        const bool isNote = office.chance(50);
        const Uuid id = anyOf(
            seat, std::string("payment WHERE deleted = 0 AND reverses_id IS NULL") + (isNote ? " AND kind = 3" : ""));
        if (id.isNil())
            return;
        RawFacts of;
        of.money[id] = plain(*find<Payment>(seat, id));
        office.run(
            seat, isNote ? "dishonour" : "payment back",
            [&] {
                return isNote ? at(seat).dishonourNote(id, office.today, "부도")
                              : at(seat).reversePayment(id, office.today);
            },
            [&](const RawFacts& fresh) { return Office::takesBack(fresh, of, office.today); });
    }
    void noteNote(Seat& seat) const
    {
        NoteEvent event;
        event.paymentId = anyOf(seat, "payment WHERE deleted = 0 AND reverses_id IS NULL AND kind = 3");
        event.on = office.today;
        event.kind = static_cast<NoteEventKind>(1 + office.below(3));
        if (!event.paymentId.isNil())
            office.run(
                seat, "note event", [&] { return at(seat).recordNoteEvent(event); }, nothing);
    }

    void receiveStock(Seat& seat) const
    {
        StockMovement move;
        move.productId = office.any(office.products);
        move.movedOn = office.factDay();
        move.kind = office.chance(80) ? StockMovementKind::Production : StockMovementKind::Scrap;
        move.quantity = move.kind == StockMovementKind::Scrap ? -someQuantity() : someQuantity();
        office.run(
            seat, "stock", [&] { return at(seat).recordStockMovement(move); },
            [&](const RawFacts& fresh) {
                const PlainMove& made = fresh.moves.begin()->second;
                return fresh.moves.size() == 1 && fresh.goods.empty() && made.product == move.productId
                    && made.on == move.movedOn && made.quantity == move.quantity.tenThousandths;
            });
    }
    /// The difference is to what this PC knows, also where others have sold from it meanwhile.
    void countStock(Seat& seat) const
    {
        commands::StockCount count;
        count.countedOn = office.factDay();
        PlainBooks known;
        const RawFacts raw = RawFacts::of(dbOf(seat));
        known.goods = raw.goods;
        known.moves = raw.moves;
        for (const Uuid& product : office.products)
            if (office.chance(60))
                count.lines.push_back({product, Quantity::fromInteger(office.below(2'000)), {}});
        if (count.lines.empty())
            return;
        office.run(
            seat, "count", [&] { return at(seat).recordStockCount(count); },
            [&](const RawFacts& fresh) {
                known.moves.insert(fresh.moves.begin(), fresh.moves.end());
                return std::ranges::all_of(count.lines, [&](const commands::CountedProduct& line) {
                    return known.onHandAt(line.productId, count.countedOn) == line.counted.tenThousandths;
                });
            });
    }
    void takeBackMovement(Seat& seat) const
    {
        const Uuid id
            = anyOf(seat, "stock_movement WHERE deleted = 0 AND reverses_id IS NULL AND delivery_line_id IS NULL");
        if (id.isNil())
            return;
        RawFacts of;
        of.moves[id] = plain(*find<StockMovement>(seat, id));
        office.run(
            seat, "stock back", [&] { return at(seat).reverseStockMovement(id, office.today); },
            [&](const RawFacts& fresh) { return Office::takesBack(fresh, of, office.today); });
    }

    void changeOpening(Seat& seat) const
    {
        const Uuid id = office.any(office.customers);
        commands::CustomerInput before;
        before.customer = *find<Customer>(seat, id);
        commands::CustomerInput after = before;
        after.customer.openingBalance = {office.below(900'000) - 200'000};
        after.customer.openingOn = office.chance(60) ? office.today.addDays(-int(office.below(80))) : Date{};
        office.run(
            seat, "opening", [&] { return at(seat).saveCustomer(after, &before); }, nothing);
        office.written.openings[id].push_back({after.customer.openingBalance.amount, after.customer.openingOn});
    }
    void undo(Seat& seat) const
    {
        if (seat.done.empty())
            return;
        const auto undone = office.run(
            seat, "undo", [&] { return at(seat).undo(office.today); },
            [&](const RawFacts& fresh) { return Office::takesBack(fresh, seat.done.back(), office.today); });
        if (undone)
            seat.done.pop_back();
    }
};

} // namespace dure::test
