#include "app/cli/status_names.h"
#include "app/cli/verbs.h"
#include "core/storage/delivery_store.h"
#include "core/storage/order_store.h"

#include <array>

namespace dure::cli {

namespace {

OutputTable lineTable(const storage::OrderDetail& detail)
{
    OutputTable table{
        {{"id", ""}, {"position", "No"}, {"product_id", ""}, {"product", "Product"}, {"spec", "Spec"}, {"unit", "Unit"},
            {"quantity", "Quantity"}, {"delivered", "Delivered"}, {"remaining", "Remaining"},
            {"unit_price", "Unit price"}, {"supply", "Supply"}, {"tax", "Tax"}, {"due_on", "Due"}, {"note", "Note"}},
        {}};
    std::int64_t position = 0;
    for (const storage::OrderLineDetail& each : detail.lines) {
        const OrderLine& line = each.line;
        table.rows.push_back({Cell::id(line.id), Cell::number(++position), Cell::id(line.productId),
            Cell::text(line.productName), Cell::text(line.spec), Cell::text(line.unit), Cell::decimal(line.quantity),
            Cell::decimal(each.delivered), Cell::decimal(each.remaining()), Cell::decimal(line.unitPrice),
            Cell::won(line.supply), Cell::won(line.tax), Cell::date(line.dueOn), Cell::text(line.note)});
    }
    return table;
}

OutputTable deliveryTable(const storage::OrderDetail& detail)
{
    OutputTable table{
        {{"id", ""}, {"number", "Delivery"}, {"delivered_on", "On"}, {"products", "Products"}, {"quantity", "Quantity"},
            {"supply", "Supply"}, {"tax", "Tax"}, {"reversal", "Reversal"}, {"reversed", "Taken back"}},
        {}};
    for (const storage::OrderDeliveryRow& row : detail.deliveries)
        table.rows.push_back({Cell::id(row.id), Cell::text(row.number), Cell::date(row.deliveredOn),
            Cell::text(row.firstProduct), Cell::decimal(row.quantity), Cell::won(row.supply), Cell::won(row.tax),
            Cell::yes(row.isReversal), Cell::yes(row.isReversed)});
    return table;
}

Exit show(Program& program, const Arguments& arguments)
{
    const std::string& kind = arguments.positional()[0];
    const std::string& wanted = arguments.positional()[1];
    if (kind != "order")
        return program.out.fail(Exit::Usage, "usage", "only an order can be shown: show order NUMBER");
    auto profile = program.loadProfile();
    if (!profile)
        return profile.error();
    auto open = program.openToRead(*profile);
    if (!open)
        return open.error();
    storage::OrderStore store(open->space->db());
    const auto id = Uuid::fromString(wanted) ? Uuid::fromString(wanted) : store.findByNumber(wanted);
    const auto detail = id ? store.detail(*id, program.today()) : std::nullopt;
    if (!detail)
        return program.out.fail(Exit::Failed, "not_found", "there is no order " + wanted);
    Output& out = program.out;
    const SalesOrder& order = detail->order;
    out.member("id", Cell::id(order.id).json);
    out.fact("number", "Order", Cell::text(order.number));
    out.fact("status", "Status", Cell::text(statusName(detail->progress.status)));
    out.fact("late", "Late", Cell::yes(detail->progress.late));
    out.fact("customer", "Customer", Cell::text(detail->customerName));
    out.fact("site", "Site", Cell::text(detail->siteName));
    out.fact("ordered_on", "Ordered", Cell::date(order.orderedOn));
    out.fact("due_on", "Due", Cell::date(order.dueOn));
    out.fact("customer_order_no", "Their number", Cell::text(order.customerOrderNo));
    out.fact("memo", "Memo", Cell::text(order.memo));
    out.table("lines", lineTable(*detail));
    out.fact("supply", "Supply", Cell::won(detail->supply));
    out.fact("tax", "Tax", Cell::won(detail->tax));
    out.fact("total", "Total", Cell::won(detail->supply + detail->tax));
    out.table("deliveries", deliveryTable(*detail));
    out.fact("delivered_total", "Delivered", Cell::won(detail->deliveredSupply + detail->deliveredTax));
    return Exit::Ok;
}

constexpr std::array verbs = {
    Verb{"show", "order NUMBER", "one order with its lines and deliveries", "NUMBER may also be its id.", {}, 2, 2,
        show},
};

} // namespace

std::span<const Verb> showVerbs() { return verbs; }

} // namespace dure::cli
