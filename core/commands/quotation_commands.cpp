#include "core/commands/command_state.h"
#include "core/commands/order_lines.h"

namespace dure::commands {

using storage::entitiesWhere;

/// Ids, places and texts, then the amounts, as an order's lines get them. The lines as an order's are what is checked.
std::vector<OrderLine> Commands::State::completeLines(
    Action& action, QuotationInput& now, std::vector<FieldProblem>& problems)
{
    std::vector<OrderLine> lines;
    for (QuotationLine& each : now.lines) {
        OrderLine& line = lines.emplace_back(orderLineOf(each));
        line.orderId = now.quotation.id;
        line.position = std::ssize(lines) - 1;
        if (line.id.isNil())
            line.id = action.newId();
        if (line.productName.empty() && !line.productId.isNil())
            if (const auto product = find<Product>(line.productId))
                fillFromProduct(line, *product);
    }
    computeLines(now.quotation.tax, lines, problems);
    now.lines.clear();
    for (const OrderLine& line : lines) {
        now.lines.push_back(quotationLineOf(line));
        now.lines.back().quotationId = now.quotation.id;
    }
    return lines;
}

Result Commands::saveQuotation(const QuotationInput& input, const QuotationInput* before)
{
    return m->run("save_quotation", [&](Action& action) -> Result {
        QuotationInput now = input;
        Quotation& head = now.quotation;
        const bool isNew = head.id.isNil();
        const auto stored = isNew ? std::nullopt : m->find<Quotation>(head.id);
        if (!isNew && !stored)
            return std::unexpected(CommandError::notFound());
        if (isNew) {
            head.id = action.newId();
            head.createdAt = action.now();
            if (head.staff.empty())
                head.staff = m->context.author.name;
        } else {
            head.number = stored->number; // a number never changes
            head.createdAt = stored->createdAt;
        }
        const bool takesNumber = head.number.empty();
        if (takesNumber)
            head.number = "-"; // stands in while the rest is checked
        std::vector<FieldProblem> problems;
        const std::vector<OrderLine> lines = m->completeLines(action, now, problems);
        checkLines(m->context.rows, lines, problems);
        checkEntity(m->context.rows, head, -1, problems);
        if ((isNew || stored->customerId != head.customerId) && !head.customerId.isNil()
            && !m->exists<Customer>(head.customerId))
            problems.push_back({TableId::Quotation, col::Quotation::customerId, -1, Problem::UnknownRow});
        if (!head.validUntil.isNull() && head.validUntil < head.quotedOn)
            problems.push_back({TableId::Quotation, col::Quotation::validUntil, -1, Problem::OutOfRange});
        if (!problems.empty())
            return std::unexpected(CommandError::invalid(std::move(problems)));
        if (takesNumber)
            head.number = action.takeNumber(DocumentKind::Quotation, head.quotedOn);
        action.setSubject(head.number);
        std::vector<PlannedChange> plan;
        const auto storedLines = entitiesWhere<QuotationLine>(m->context.db(), "quotation_id", head.id, "position, id");
        const bool found = planEntity(m->context, head, before ? &before->quotation : nullptr, plan)
            && planList(m->context, now.lines, before ? &before->lines : nullptr, storedLines, plan);
        if (!found)
            return std::unexpected(CommandError::notFound());
        action.apply(std::move(plan));
        return Done{{}, head.id, head.number};
    });
}

Result Commands::setQuotationState(const Uuid& id, QuotationState state)
{
    return m->run("set_quotation_state", [&](Action& action) -> Result {
        const auto quotation = m->find<Quotation>(id);
        if (!quotation)
            return std::unexpected(CommandError::notFound());
        action.setSubject(quotation->number);
        m->putQuotationState(action, *quotation, state);
        return Done{{}, id, quotation->number};
    });
}

void Commands::State::putQuotationState(Action& action, const Quotation& quotation, QuotationState state)
{
    if (quotation.state == state)
        return;
    Fields fields;
    fields.known.emplace_back(col::Quotation::state, static_cast<std::int64_t>(state));
    action.put(tableOf(TableId::Quotation), quotation.id, std::move(fields), quotation.seq);
    action.endAggregate();
}

Result Commands::deleteQuotation(const Uuid& id)
{
    return m->run("delete_quotation", [&](Action& action) -> Result {
        const auto quotation = m->find<Quotation>(id);
        if (!quotation)
            return std::unexpected(CommandError::notFound());
        if (m->isNamed(TableId::Quotation, id))
            return std::unexpected(CommandError::refused(Refusal::HasDocuments));
        for (const QuotationLine& line : entitiesWhere<QuotationLine>(m->context.db(), "quotation_id", id, "id"))
            action.erase(tableOf(TableId::QuotationLine), line.id, line.seq);
        action.erase(tableOf(TableId::Quotation), id, quotation->seq);
        action.setSubject(quotation->number);
        return Done{{}, id, quotation->number};
    });
}

} // namespace dure::commands
