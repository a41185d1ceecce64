#include "core/commands/command_state.h"
#include "core/commands/reversals.h"

namespace dure::commands {

using storage::entitiesWhere;

/// A delivery line makes its product leave the stock; a return brings it back.
void Commands::State::moveStock(Action& action, const DeliveryLine& line, Date on, const Uuid& reverses)
{
    if (line.productId.isNil())
        return;
    StockMovement movement;
    movement.id = derivedUuid(line.id, "stock");
    movement.productId = line.productId;
    movement.movedOn = on;
    movement.kind
        = line.quantity < Quantity{} && reverses.isNil() ? StockMovementKind::Return : StockMovementKind::Delivery;
    movement.quantity = -line.quantity;
    movement.deliveryLineId = line.id;
    movement.reversesId = reverses;
    movement.createdAt = action.now();
    action.create(movement);
    action.endAggregate();
}

/// Text and price of a delivered line: its own, else the order line's, else the product's.
DeliveryLine Commands::State::draftLine(const DeliveryLineInput& input, const OrderLine* ordered)
{
    DeliveryLine line;
    line.orderLineId = input.orderLineId;
    line.productId = input.productId;
    line.productName = input.productName;
    line.spec = input.spec;
    line.unit = input.unit;
    line.quantity = input.quantity;
    line.lot = input.lot;
    line.producedOn = input.producedOn;
    line.note = input.note;
    line.unitPrice = input.unitPrice.value_or(UnitPrice{});
    if (ordered) {
        line.orderId = ordered->orderId;
        line.productId = ordered->productId;
        if (line.productName.empty()) {
            line.productName = ordered->productName;
            line.spec = ordered->spec;
        }
        if (line.unit.empty())
            line.unit = ordered->unit;
        line.unitPrice = input.unitPrice.value_or(ordered->unitPrice);
    } else if (const auto product = find<Product>(input.productId)) {
        if (line.productName.empty()) {
            line.productName = product->name;
            line.spec = product->spec;
        }
        if (line.unit.empty())
            line.unit = product->unit;
        line.unitPrice = input.unitPrice.value_or(product->listPrice);
    }
    return line;
}

LineInput Commands::State::amountInput(const DeliveryLine& line, const OrderLine* ordered)
{
    if (ordered)
        return deliveredPart(
            line.quantity, line.unitPrice, {ordered->quantity, ordered->unitPrice, ordered->taxTyped, ordered->tax});
    const auto product = find<Product>(line.productId);
    return deliveredUnordered(line.quantity, line.unitPrice, product ? product->taxKind : TaxKind::Taxable);
}

/// The delivery's lines with their amounts.
std::vector<DeliveryLine> Commands::State::deliveryLines(
    const DeliveryInput& input, const TaxTerms& tax, std::vector<FieldProblem>& problems)
{
    std::vector<DeliveryLine> lines;
    std::vector<LineInput> amountsOf;
    for (std::size_t i = 0; i < input.lines.size(); ++i) {
        const DeliveryLineInput& each = input.lines[i];
        const int at = static_cast<int>(i);
        if (each.quantity.isZero())
            continue;
        const auto ordered = find<OrderLine>(each.orderLineId);
        if (!each.orderLineId.isNil() && !ordered)
            problems.push_back({TableId::DeliveryLine, col::DeliveryLine::orderLineId, at, Problem::UnknownRow});
        DeliveryLine line = draftLine(each, ordered ? &*ordered : nullptr);
        if (!amountFits(line.quantity, line.unitPrice))
            problems.push_back({TableId::DeliveryLine, col::DeliveryLine::unitPrice, at, Problem::AmountTooLarge});
        line.position = std::ssize(lines);
        line.deliveryId = derivedUuid({}, "to be given"); // Required, and known only once all is checked
        checkEntity(line, at, problems);
        amountsOf.push_back(each.tax ? LineInput{line.quantity, line.unitPrice, true, *each.tax}
                                     : amountInput(line, ordered ? &*ordered : nullptr));
        lines.push_back(std::move(line));
    }
    if (lines.empty())
        problems.push_back({TableId::DeliveryLine, -1, -1, Problem::NoLines});
    if (lines.size() > maxLines)
        problems.push_back({TableId::DeliveryLine, -1, -1, Problem::TooManyLines});
    if (!problems.empty())
        return lines;
    const auto amounts = computeAmounts(tax, amountsOf);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i].supply = amounts[i].supply;
        lines[i].tax = amounts[i].tax;
    }
    return lines;
}

Result Commands::recordDelivery(const DeliveryInput& input)
{
    return m->run("record_delivery", [&](Action& action) { return m->deliver(action, input); });
}

Result Commands::State::deliver(Action& action, const DeliveryInput& input)
{
    const auto order = find<SalesOrder>(input.orderId);
    if (!input.orderId.isNil() && !order)
        return std::unexpected(CommandError::notFound());
    Delivery delivery;
    delivery.id = action.newId();
    delivery.number = "-"; // stands in while the rest is checked
    delivery.customerId = input.customerId.isNil() && order ? order->customerId : input.customerId;
    delivery.orderId = input.orderId;
    delivery.siteId = input.siteId.isNil() && order ? order->siteId : input.siteId;
    delivery.deliveredOn = input.deliveredOn;
    delivery.vehicle = input.vehicle;
    delivery.driver = input.driver;
    delivery.receiver = input.receiver;
    delivery.memo = input.memo;
    delivery.createdAt = action.now();
    delivery.kind = input.kind;
    delivery.claimId = input.claimId;
    const auto customer = find<Customer>(delivery.customerId);
    delivery.tax = input.tax.value_or(order ? order->tax : customer ? customer->tax : TaxTerms{});
    std::vector<FieldProblem> problems;
    if (!delivery.customerId.isNil() && !customer)
        problems.push_back({TableId::Delivery, col::Delivery::customerId, -1, Problem::UnknownRow});
    checkEntity(delivery, -1, problems);
    auto lines = deliveryLines(input, delivery.tax, problems);
    if (!problems.empty())
        return std::unexpected(CommandError::invalid(std::move(problems)));

    delivery.number = action.takeNumber(DocumentKind::Delivery, delivery.deliveredOn);
    writeDelivery(action, delivery, lines, nullptr);
    return Done{{}, delivery.id, delivery.number};
}

/// `reversed`: the lines that this delivery takes back, in the same order.
void Commands::State::writeDelivery(Action& action, const Delivery& delivery, std::vector<DeliveryLine>& lines,
    const std::vector<DeliveryLine>* reversed)
{
    action.setSubject(delivery.number);
    action.create(delivery);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i].id = reversed ? derivedUuid(delivery.id, (*reversed)[i].id.toString()) : action.newId();
        lines[i].deliveryId = delivery.id;
        action.create(lines[i]);
    }
    action.endAggregate();
    for (std::size_t i = 0; i < lines.size(); ++i)
        moveStock(action, lines[i], delivery.deliveredOn, reversed ? derivedUuid((*reversed)[i].id, "stock") : Uuid{});
}

Result Commands::reverseDelivery(const Uuid& id, Date on)
{
    return m->run("reverse_delivery", [&](Action& action) -> Result {
        const auto delivery = m->find<Delivery>(id);
        if (delivery && !delivery->reversesId.isNil())
            return std::unexpected(CommandError::refused(Refusal::IsReversal));
        return m->takeBackDelivery(action, id, on);
    });
}

Result Commands::State::takeBackDelivery(Action& action, const Uuid& id, Date on)
{
    auto delivery = find<Delivery>(id);
    if (!delivery)
        return std::unexpected(CommandError::notFound());
    if (!on.isValid())
        return std::unexpected(
            CommandError::invalid({{TableId::Delivery, col::Delivery::deliveredOn, -1, Problem::Missing}}));
    const ReversalState state = reversalState<Delivery>(context, id);
    if (state.isReversed)
        return std::unexpected(CommandError::refused(Refusal::AlreadyReversed));
    const auto reversed = entitiesWhere<DeliveryLine>(context.db(), "delivery_id", id, "position, id");
    std::vector<DeliveryLine> lines = reversed;
    for (DeliveryLine& line : lines) {
        line.quantity = -line.quantity;
        line.supply = -line.supply;
        line.tax = -line.tax;
        line.extra.clear();
    }
    Delivery reversal = *delivery;
    reversal.id = state.nextId;
    reversal.extra.clear();
    reversal.reversesId = id;
    reversal.deliveredOn = on;
    reversal.postedOn = {};
    reversal.createdAt = action.now();
    reversal.number = action.takeNumber(DocumentKind::Delivery, on);
    writeDelivery(action, reversal, lines, &reversed);
    return Done{{}, reversal.id, reversal.number};
}

} // namespace dure::commands
