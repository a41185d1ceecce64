#pragma once
#include "core/storage/order_store.h"
#include "core/storage/summaries.h"

#include <compare>

/// How OrderStore turns filters and sorts into SQL and rows of order_summary into list rows.
namespace dure::storage {

inline constexpr const char* orderListColumns
    = "SELECT s.order_id, s.number, s.state, s.open, s.progress, s.flags, s.ordered_on, s.due_on, s.customer_id, "
      "c.name, s.first_product, s.line_count, s.remaining, s.ordered, s.delivered, s.supply, s.tax, s.customer_sort, "
      "s.customer_no, s.products, s.free_text FROM order_summary s LEFT JOIN customer c ON c.id = s.customer_id ";

/// A list row and what only filtering and sorting need.
struct FoundOrder
{
    OrderListRow row;
    bool open = false;
    std::int64_t dueOn = 0;
    std::string customerSort;
};

OrderStatus statusOf(OrderState state, DeliveredPart part);
bool isLate(OrderState state, bool open, std::int64_t dueOn, Date today);
FoundOrder readOrder(const sqlite::Statement& row, Date today);
/// What ORDER BY says of each sort; order_id decides between equals so that windows never overlap.
std::string sortSql(OrderSort sort, bool descending, Date today);
/// The same for rows in memory.
std::strong_ordering compare(const FoundOrder& a, const FoundOrder& b, OrderSort sort);
/// The WHERE clause of everything but the text; the filter's customer is its only parameter.
std::string whereSql(const OrderFilter& filter);
/// Reads order_id, due_on and `columns` (", s.number …") of what passes all but the text, in the list's order.
std::string walkSql(const std::string& columns, const OrderFilter& filter, OrderSort sort, bool descending);
/// The same for a row in memory.
bool passes(const OrderFilter& filter, const FoundOrder& found);
void count(OrderStatusCounts& counts, OrderStatus status, bool late, std::int64_t n);

} // namespace dure::storage
