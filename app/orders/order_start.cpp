#include "app/orders/order_start.h"

namespace dure::app {
namespace {

void addLine(Reader& reader, OrderDraft& draft, OrderLine line)
{
    line.id = {};
    line.orderId = {};
    line.seq = 0;
    line.extra.clear();
    line.dueOn = {};
    line.taxTyped = false;
    draft.lines += std::make_shared<const EntryLine>(readEntry(reader, line));
}

} // namespace

std::optional<OrderDraft> readCopy(Reader& reader, const Uuid& order, Date today)
{
    const auto detail = reader.orders().detail(order, today);
    if (!detail)
        return std::nullopt;
    const SalesOrder& from = detail->order;
    OrderDraft draft;
    draft.order.customerId = from.customerId;
    draft.order.siteId = from.siteId;
    draft.order.tax = from.tax;
    draft.order.staff = from.staff;
    draft.order.orderedOn = today;
    if (from.dueOn.isValid() && from.orderedOn.isValid() && from.orderedOn <= from.dueOn)
        draft.order.dueOn = today.addDays(from.orderedOn.daysUntil(from.dueOn));
    for (const storage::OrderLineDetail& each : detail->lines)
        addLine(reader, draft, each.line);
    return draft;
}

std::optional<OrderDraft> readQuoted(Reader& reader, const Uuid& quotation, Date today)
{
    const auto detail = reader.quotations().detail(quotation);
    if (!detail)
        return std::nullopt;
    OrderDraft draft;
    draft.order.customerId = detail->quotation.customerId;
    draft.order.tax = detail->quotation.tax;
    draft.order.staff = detail->quotation.staff;
    draft.order.memo = detail->quotation.memo;
    draft.order.quotationId = quotation;
    draft.order.orderedOn = today;
    for (const QuotationLine& each : detail->lines) {
        OrderLine line = orderLineOf(each);
        line.priceSource = PriceSource::Quoted;
        addLine(reader, draft, std::move(line));
    }
    return draft;
}

} // namespace dure::app
