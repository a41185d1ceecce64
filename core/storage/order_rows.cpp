#include "core/storage/order_rows.h"

#include "core/storage/row_store.h"

#include <algorithm>

namespace dure::storage {

namespace {

std::int64_t progressBp(std::int64_t delivered, std::int64_t ordered)
{
    if (ordered <= 0 || delivered <= 0)
        return 0;
    return std::min<std::int64_t>(10'000, static_cast<std::int64_t>(Int128{delivered} * 10'000 / ordered));
}

/// The order in which a person works through them.
int statusRank(const OrderListRow& row) { return row.late ? -1 : static_cast<int>(row.status); }

std::string chipSql(OrderChip chip, Date today)
{
    const std::string day = std::to_string(today.yyyymmdd);
    switch (chip) {
    case OrderChip::DueToday:
        return "open = 1 AND due_on = " + day;
    case OrderChip::Late:
        return "open = 1 AND state = 0 AND due_on < " + day;
    case OrderChip::Open:
        return "open = 1";
    case OrderChip::All:
        break;
    }
    return {};
}

} // namespace

OrderStatus statusOf(OrderState state, DeliveredPart part)
{
    if (state == OrderState::Cancelled)
        return OrderStatus::Cancelled;
    if (state == OrderState::OnHold)
        return OrderStatus::OnHold;
    if (part == DeliveredPart::All)
        return OrderStatus::Delivered;
    return part == DeliveredPart::Some ? OrderStatus::PartlyDelivered : OrderStatus::Received;
}

bool isLate(OrderState state, bool open, std::int64_t dueOn, Date today)
{
    return open && state == OrderState::Open && dueOn < today.yyyymmdd;
}

FoundOrder readOrder(const sqlite::Statement& s, Date today)
{
    FoundOrder found;
    OrderListRow& row = found.row;
    const auto state = static_cast<OrderState>(s.integer(2));
    found.open = s.integer(3) != 0;
    found.dueOn = s.integer(7);
    found.customerSort = s.text(17);
    row.id = uuidAt(s, 0);
    row.number = s.text(1);
    row.status = statusOf(state, static_cast<DeliveredPart>(s.integer(4)));
    row.late = isLate(state, found.open, found.dueOn, today);
    row.overDelivered = (s.integer(5) & OverDelivered) != 0;
    row.deliveredThoughCancelled = (s.integer(5) & DeliveredThoughCancelled) != 0;
    row.orderedOn = {static_cast<std::int32_t>(s.integer(6))};
    row.dueOn = {found.dueOn == noDueDate ? 0 : static_cast<std::int32_t>(found.dueOn)};
    row.customerId = uuidAt(s, 8);
    row.customerName = s.text(9);
    row.firstProduct = s.text(10);
    row.moreLines = std::max<std::int64_t>(0, s.integer(11) - 1);
    row.remaining = {s.integer(12)};
    row.ordered = {s.integer(13)};
    row.progressBp = progressBp(s.integer(14), s.integer(13));
    row.supply = {s.integer(15)};
    row.tax = {s.integer(16)};
    return found;
}

std::string sortSql(OrderSort sort, bool descending, Date today)
{
    const std::string down = descending ? " DESC" : "";
    const auto by = [&](std::string_view first) { return std::string(first) + down + ", order_id" + down; };
    switch (sort) {
    case OrderSort::Due:
        return by("due_on");
    case OrderSort::Ordered:
        return by("ordered_on");
    case OrderSort::Number:
        return by("number");
    case OrderSort::Customer:
        return by("customer_sort" + down + ", ordered_on");
    case OrderSort::Product:
        return by("first_product");
    case OrderSort::Status:
        return by("CASE WHEN state = 2 THEN 4 WHEN state = 1 THEN 3 WHEN open = 1 AND due_on < "
            + std::to_string(today.yyyymmdd) + " THEN -1 WHEN progress = 2 THEN 2 ELSE progress END");
    case OrderSort::Remaining:
        return by("remaining");
    case OrderSort::Progress:
        return by("CASE WHEN ordered > 0 AND delivered > 0 THEN min(10000, delivered * 10000 / ordered) ELSE 0 END");
    case OrderSort::Quantity:
        return by("ordered");
    case OrderSort::Supply:
        return by("supply");
    }
    return by("due_on");
}

std::strong_ordering compare(const FoundOrder& a, const FoundOrder& b, OrderSort sort)
{
    switch (sort) {
    case OrderSort::Due:
        return a.dueOn <=> b.dueOn;
    case OrderSort::Ordered:
        return a.row.orderedOn <=> b.row.orderedOn;
    case OrderSort::Number:
        return a.row.number <=> b.row.number;
    case OrderSort::Customer: {
        const auto name = a.customerSort <=> b.customerSort;
        return name != 0 ? name : a.row.orderedOn <=> b.row.orderedOn;
    }
    case OrderSort::Product:
        return a.row.firstProduct <=> b.row.firstProduct;
    case OrderSort::Status:
        return statusRank(a.row) <=> statusRank(b.row);
    case OrderSort::Remaining:
        return a.row.remaining <=> b.row.remaining;
    case OrderSort::Progress:
        return a.row.progressBp <=> b.row.progressBp;
    case OrderSort::Quantity:
        return a.row.ordered <=> b.row.ordered;
    case OrderSort::Supply:
        return a.row.supply <=> b.row.supply;
    }
    return std::strong_ordering::equal;
}

std::string whereSql(const OrderFilter& filter)
{
    std::string where = chipSql(filter.chip, filter.today);
    const auto add = [&](const std::string& condition) { where += (where.empty() ? "" : " AND ") + condition; };
    if (!filter.orderedFrom.isNull())
        add("ordered_on >= " + std::to_string(filter.orderedFrom.yyyymmdd));
    if (!filter.orderedTo.isNull())
        add("ordered_on <= " + std::to_string(filter.orderedTo.yyyymmdd));
    if (filter.standing)
        add("state <> 2"); // OrderState::Cancelled
    if (!filter.customer.isNil())
        add("order_id IN (SELECT id FROM sales_order WHERE customer_id = ?1)");
    return where.empty() ? where : " WHERE " + where;
}

std::string walkSql(const std::string& columns, const OrderFilter& filter, OrderSort sort, bool descending)
{
    const std::string select = "SELECT s.order_id, s.due_on" + columns + " FROM order_summary s";
    const std::string where = whereSql(filter);
    const std::string order = " ORDER BY " + sortSql(sort, descending, filter.today);
    if (sort != OrderSort::Due || filter.chip != OrderChip::All)
        return select + where + order;
    // the index by due date keeps open orders apart from the others
    const std::string rest = where.empty() ? where : " AND" + where.substr(std::string_view(" WHERE").size());
    return select + " WHERE open = 0" + rest + " UNION ALL " + select + " WHERE open = 1" + rest + order;
}

bool passes(const OrderFilter& filter, const FoundOrder& found)
{
    const OrderListRow& row = found.row;
    switch (filter.chip) {
    case OrderChip::DueToday:
        if (!found.open || found.dueOn != filter.today.yyyymmdd)
            return false;
        break;
    case OrderChip::Late:
        if (!row.late)
            return false;
        break;
    case OrderChip::Open:
        if (!found.open)
            return false;
        break;
    case OrderChip::All:
        break;
    }
    return (filter.customer.isNil() || row.customerId == filter.customer)
        && (filter.orderedFrom.isNull() || row.orderedOn >= filter.orderedFrom)
        && (filter.orderedTo.isNull() || row.orderedOn <= filter.orderedTo)
        && (!filter.standing || row.status != OrderStatus::Cancelled);
}

void count(OrderStatusCounts& counts, OrderStatus status, bool late, std::int64_t n)
{
    if (late) {
        counts.late += n;
        return;
    }
    switch (status) {
    case OrderStatus::Received:
        counts.received += n;
        break;
    case OrderStatus::PartlyDelivered:
        counts.partlyDelivered += n;
        break;
    case OrderStatus::Delivered:
        counts.delivered += n;
        break;
    case OrderStatus::OnHold:
        counts.onHold += n;
        break;
    case OrderStatus::Cancelled:
        counts.cancelled += n;
        break;
    }
}

} // namespace dure::storage
