#include "core/commands/command_state.h"
#include "core/commands/order_lines.h"

namespace dure::commands {

using storage::entitiesWhere;

namespace {

/// Reversals taken off.
constexpr const char* orderIsDelivered
    = "SELECT 1 FROM order_line l JOIN delivery_line d ON d.order_line_id = l.id AND d.deleted = 0 "
      "WHERE l.order_id = ? GROUP BY l.id HAVING sum(d.quantity) <> 0 LIMIT 1";

} // namespace

void checkOrder(storage::RowStore& rows, const OrderInput& input, std::vector<FieldProblem>& problems)
{
    checkEntity(rows, input.order, -1, problems);
    checkLines(rows, input.lines, problems);
}

void checkLines(storage::RowStore& rows, const std::vector<OrderLine>& lines, std::vector<FieldProblem>& problems)
{
    if (lines.empty())
        problems.push_back({TableId::OrderLine, -1, -1, Problem::NoLines});
    if (lines.size() > maxLines)
        problems.push_back({TableId::OrderLine, -1, -1, Problem::TooManyLines});
    for (std::size_t i = 0; i < lines.size(); ++i)
        checkEntity(rows, lines[i], static_cast<int>(i), problems);
}

void fillFromProduct(OrderLine& line, const Product& product)
{
    if (line.productName.empty()) {
        line.productName = product.name;
        line.spec = product.spec;
    }
    if (line.unit.empty())
        line.unit = product.unit;
}

void computeLines(const TaxTerms& tax, std::vector<OrderLine>& lines, std::vector<FieldProblem>& problems)
{
    std::vector<LineInput> inputs;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const OrderLine& line = lines[i];
        const int at = static_cast<int>(i);
        if (line.quantity.isZero())
            problems.push_back({TableId::OrderLine, col::OrderLine::quantity, at, Problem::ZeroQuantity});
        if (!amountFits(line.quantity, line.unitPrice))
            problems.push_back({TableId::OrderLine, col::OrderLine::unitPrice, at, Problem::AmountTooLarge});
        inputs.push_back({line.quantity, line.unitPrice, line.taxTyped, line.tax});
    }
    if (!problems.empty())
        return; // amounts that do not fit cannot be computed
    const auto amounts = computeAmounts(tax, inputs);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        lines[i].supply = amounts[i].supply;
        lines[i].tax = amounts[i].tax;
        lines[i].taxTyped = keepsTypedTax(tax, inputs[i]);
    }
}

Result Commands::saveOrder(const OrderInput& input, const OrderInput* before)
{
    return m->run("save_order", [&](Action& action) -> Result {
        OrderInput now = input;
        const bool isNew = now.order.id.isNil();
        const auto stored = isNew ? std::nullopt : m->find<SalesOrder>(now.order.id);
        if (!isNew && !stored)
            return std::unexpected(CommandError::notFound());
        if (isNew) {
            now.order.id = action.newId();
            now.order.createdAt = action.now();
            if (now.order.staff.empty())
                now.order.staff = m->context.author.name;
        } else {
            now.order.number = stored->number; // a number never changes
            now.order.createdAt = stored->createdAt;
        }
        const bool takesNumber = now.order.number.empty();
        if (takesNumber)
            now.order.number = "-"; // stands in while the rest is checked: a refused order takes no number
        std::vector<FieldProblem> problems;
        std::int64_t position = 0;
        for (OrderLine& line : now.lines) {
            line.orderId = now.order.id;
            line.position = position++;
            if (line.id.isNil())
                line.id = action.newId();
            if (line.productName.empty() && !line.productId.isNil())
                if (const auto product = m->find<Product>(line.productId))
                    fillFromProduct(line, *product);
        }
        computeLines(now.order.tax, now.lines, problems);
        checkOrder(m->context.rows, now, problems);
        if ((isNew || stored->customerId != now.order.customerId) && !now.order.customerId.isNil()
            && !m->exists<Customer>(now.order.customerId))
            problems.push_back({TableId::SalesOrder, col::SalesOrder::customerId, -1, Problem::UnknownRow});
        if (!problems.empty())
            return std::unexpected(CommandError::invalid(std::move(problems)));
        return m->writeOrder(action, std::move(now), isNew, takesNumber, before);
    });
}

bool Commands::State::isDelivered(const Uuid& orderLine) { return isNamed(TableId::OrderLine, orderLine); }

Result Commands::State::writeOrder(
    Action& action, OrderInput now, bool isNew, bool takesNumber, const OrderInput* before)
{
    action.setSubject(now.order.number);
    if (isNew) {
        if (takesNumber)
            now.order.number = action.takeNumber(DocumentKind::Order, now.order.orderedOn);
        action.setSubject(now.order.number);
        action.create(now.order);
        for (const OrderLine& line : now.lines)
            action.create(line);
        action.endAggregate();
        if (const auto quotation = find<Quotation>(now.order.quotationId))
            putQuotationState(action, *quotation, QuotationState::Ordered);
        return Done{{}, now.order.id, now.order.number};
    }
    std::vector<PlannedChange> plan;
    const auto lines = entitiesWhere<OrderLine>(context.db(), "order_id", now.order.id, "position, id");
    const bool found = planEntity(context, now.order, before ? &before->order : nullptr, plan)
        && planList(context, now.lines, before ? &before->lines : nullptr, lines, plan);
    if (!found)
        return std::unexpected(CommandError::notFound());
    for (const PlannedChange& change : plan)
        if (change.op == Op::Delete && isDelivered(change.row.id))
            return std::unexpected(CommandError::refused(Refusal::HasDeliveries));
    action.apply(std::move(plan));
    return Done{{}, now.order.id, now.order.number};
}

Result Commands::setOrderState(const Uuid& id, OrderState state)
{
    return m->run("set_order_state", [&](Action& action) -> Result {
        const auto order = m->find<SalesOrder>(id);
        if (!order)
            return std::unexpected(CommandError::notFound());
        if (state == OrderState::Cancelled && m->any(orderIsDelivered, id))
            return std::unexpected(CommandError::refused(Refusal::HasDeliveries));
        if (order->state != state) {
            Fields fields;
            fields.known.emplace_back(col::SalesOrder::state, static_cast<std::int64_t>(state));
            action.put(tableOf(TableId::SalesOrder), id, std::move(fields), order->seq);
        }
        action.setSubject(order->number);
        return Done{{}, id, order->number};
    });
}

Result Commands::planDelivery(const Uuid& order, const std::string& vehicle, const std::string& driver,
    std::optional<std::int64_t> dueTime, const SalesOrder* before)
{
    return m->run("plan_delivery", [&](Action& action) -> Result {
        const auto stored = m->find<SalesOrder>(order);
        if (!stored)
            return std::unexpected(CommandError::notFound());
        const SalesOrder& opened = before ? *before : *stored;
        SalesOrder now = opened;
        now.vehicle = vehicle;
        now.driver = driver;
        now.dueTime = dueTime;
        std::vector<FieldProblem> problems;
        checkEntity(m->context.rows, now, -1, problems);
        if (!problems.empty())
            return std::unexpected(CommandError::invalid(std::move(problems)));
        std::vector<PlannedChange> plan;
        if (!planEntity(m->context, now, &opened, plan))
            return std::unexpected(CommandError::notFound());
        action.apply(std::move(plan));
        action.setSubject(now.number);
        return Done{{}, now.id, now.number};
    });
}

/// There are some, and none counts any more.
bool Commands::State::deliveriesAreTakenBack(const Uuid& order)
{
    return any("SELECT 1 FROM delivery WHERE order_id = ? AND deleted = 0 LIMIT 1", order)
        && !any("SELECT 1 FROM delivery d WHERE d.order_id = ? AND d.deleted = 0 AND d.reverses_id IS NULL "
                "AND NOT EXISTS (SELECT 1 FROM delivery r WHERE r.reverses_id = d.id AND r.deleted = 0) LIMIT 1",
            order)
        && !any(orderIsDelivered, order);
}

Result Commands::deleteOrder(const Uuid& id)
{
    return m->run("delete_order", [&](Action& action) -> Result {
        const auto order = m->find<SalesOrder>(id);
        if (!order)
            return std::unexpected(CommandError::notFound());
        if (m->isNamed(TableId::SalesOrder, id))
            return std::unexpected(CommandError::refused(Refusal::HasDeliveries));
        for (const OrderLine& line : entitiesWhere<OrderLine>(m->context.db(), "order_id", id, "id"))
            action.erase(tableOf(TableId::OrderLine), line.id, line.seq);
        action.erase(tableOf(TableId::SalesOrder), id, order->seq);
        action.setSubject(order->number);
        return Done{{}, id, order->number};
    });
}

} // namespace dure::commands
