#include "core/storage/order_store.h"

#include "core/storage/document_filter.h"
#include "core/storage/order_rows.h"
#include "core/storage/row_store.h"

#include <algorithm>

namespace dure::storage {

namespace {

/// What DocumentFilter looks at, for walkSql().
constexpr const char* textColumns = ", s.number, s.customer_no, s.customer_id, s.products, s.free_text";

/// From number on, as textColumns has them.
DocumentView viewAt(const sqlite::Statement& row, int first)
{
    const auto bytes = [&](int column) { return row.blob(first + column).view(); };
    return {bytes(0), bytes(1), uuidAt(row, first + 2), bytes(3), bytes(4)};
}

bool textMatches(const DocumentFilter& text, const sqlite::Statement& row)
{
    return text.matches({row.text(1), row.text(18), uuidAt(row, 8), row.text(19), row.text(20)});
}

/// The orders among the candidates that pass all filters, not sorted.
std::vector<FoundOrder> gather(
    sqlite::Database& db, const std::vector<Uuid>& candidates, const OrderFilter& filter, const DocumentFilter& text)
{
    std::vector<FoundOrder> found;
    auto rows = db.prepareOnce(std::string(orderListColumns) + "WHERE s.order_id = ?");
    for (const Uuid& id : candidates) {
        rows.bindBorrowed(1, blobOf(id));
        if (rows.step() && textMatches(text, rows)) {
            FoundOrder order = readOrder(rows, filter.today);
            if (passes(filter, order))
                found.push_back(std::move(order));
        }
        rows.reset();
    }
    return found;
}

std::vector<OrderListRow> cutWindow(std::vector<FoundOrder> found, const OrderWindow& window)
{
    std::ranges::sort(found, [&](const FoundOrder& a, const FoundOrder& b) {
        const auto order = compare(a, b, window.sort);
        const bool less = order != 0 ? order < 0 : a.row.id < b.row.id;
        return window.descending ? (order != 0 ? order > 0 : b.row.id < a.row.id) : less;
    });
    std::vector<OrderListRow> rows;
    const auto begin = static_cast<std::size_t>(std::max<std::int64_t>(0, window.offset));
    for (std::size_t i = begin; i < found.size() && rows.size() < static_cast<std::size_t>(window.limit); ++i)
        rows.push_back(std::move(found[i].row));
    return rows;
}

bool countedByBuckets(const OrderFilter& filter)
{
    return !filter.standing && filter.customer.isNil() && filter.orderedFrom.isNull() && filter.orderedTo.isNull();
}

void bindCustomer(sqlite::Statement& rows, const OrderFilter& filter)
{
    if (!filter.customer.isNil())
        rows.bind(1, blobOf(filter.customer));
}

/// Adds a group of orders that share what is shown of them.
void addGroup(OrderTotals& totals, const sqlite::Statement& group, Date today)
{
    const auto state = static_cast<OrderState>(group.integer(0));
    const bool late = isLate(state, group.integer(1) != 0, group.integer(3), today);
    count(totals.statuses, statusOf(state, static_cast<DeliveredPart>(group.integer(2))), late, group.integer(4));
    totals.count += group.integer(4);
    if (state == OrderState::Cancelled)
        return;
    totals.remaining += Quantity{group.integer(5)};
    totals.ordered += Quantity{group.integer(6)};
    totals.supply += Won{group.integer(7)};
}

/// An order: state, open, progress, due_on … remaining (9), ordered, supply.
void addRow(OrderTotals& totals, const sqlite::Statement& row, Date today)
{
    const auto state = static_cast<OrderState>(row.integer(0));
    const bool late = isLate(state, row.integer(1) != 0, row.integer(3), today);
    count(totals.statuses, statusOf(state, static_cast<DeliveredPart>(row.integer(2))), late, 1);
    ++totals.count;
    if (state == OrderState::Cancelled)
        return;
    totals.remaining += Quantity{row.integer(9)};
    totals.ordered += Quantity{row.integer(10)};
    totals.supply += Won{row.integer(11)};
}

void addOrder(OrderTotals& totals, const FoundOrder& found)
{
    count(totals.statuses, found.row.status, found.row.late, 1);
    ++totals.count;
    if (found.row.status == OrderStatus::Cancelled)
        return;
    totals.remaining += found.row.remaining;
    totals.ordered += found.row.ordered;
    totals.supply += found.row.supply;
}

} // namespace

std::vector<OrderListRow> OrderStore::list(const OrderFilter& filter, const OrderWindow& window)
{
    DocumentFilter text(m_db, filter.text, TableId::SalesOrder, filter.product);
    if (text.empty())
        return plainWindow(filter, window);
    if (const auto candidates = text.candidates(m_few))
        return cutWindow(gather(m_db, *candidates, filter, text), window);

    return walk(filter, window, text);
}

/// Many fit: walks in the list's order and stops as soon as the window is full.
std::vector<OrderListRow> OrderStore::walk(const OrderFilter& filter, const OrderWindow& window, DocumentFilter& text)
{
    // where customers and products point at few orders, the index of the order knows the rest
    const bool byNumbers = text.gatherOthers(m_few);
    auto rows = m_db.prepareOnce(
        walkSql(byNumbers ? ", s.number, s.customer_no" : textColumns, filter, window.sort, window.descending));
    bindCustomer(rows, filter);
    std::vector<OrderListRow> found;
    std::int64_t toSkip = window.offset;
    while (static_cast<std::int64_t>(found.size()) < window.limit && rows.step()) {
        const bool fits = byNumbers ? numbersMatch(text, rows) : text.matches(viewAt(rows, 2));
        if (fits && toSkip-- <= 0)
            if (auto order = row(uuidAt(rows, 0), filter.today))
                found.push_back(std::move(*order));
    }
    return found;
}

bool OrderStore::numbersMatch(const DocumentFilter& text, const sqlite::Statement& row)
{
    switch (text.matchesNumbers(row.blob(2).view(), row.blob(3).view(), row, 0)) {
    case DocumentFilter::Fit::No:
        return false;
    case DocumentFilter::Fit::Yes:
        return true;
    case DocumentFilter::Fit::Perhaps:
        break;
    }
    auto whole = m_db.prepare(
        "SELECT s.order_id, s.due_on" + std::string(textColumns) + " FROM order_summary s WHERE s.order_id = ?");
    whole->bindBorrowed(1, row.blob(0));
    return whole->step() && text.matches(viewAt(*whole, 2));
}

std::vector<OrderListRow> OrderStore::plainWindow(const OrderFilter& filter, const OrderWindow& window)
{
    bool descending = window.descending;
    std::int64_t offset = window.offset;
    std::int64_t limit = window.limit;
    bool turned = false;
    if (offset > 1'000 && countedByBuckets(filter)) {
        // the far half of a long list is nearer from its end
        const std::int64_t total = totals(filter).count;
        limit = std::min(limit, total - offset);
        turned = offset > total / 2;
        if (turned) {
            offset = total - offset - limit;
            descending = !descending;
        }
    }
    if (limit <= 0)
        return {};
    auto ids = m_db.prepareOnce(walkSql({}, filter, window.sort, descending) + " LIMIT " + std::to_string(limit)
        + " OFFSET " + std::to_string(offset));
    bindCustomer(ids, filter);
    std::vector<OrderListRow> rows;
    while (ids.step())
        if (auto found = row(uuidAt(ids, 0), filter.today))
            rows.push_back(std::move(*found));
    if (turned)
        std::ranges::reverse(rows);
    return rows;
}

OrderTotals OrderStore::totals(const OrderFilter& filter, std::int64_t patience)
{
    OrderTotals totals;
    DocumentFilter text(m_db, filter.text, TableId::SalesOrder, filter.product);
    if (text.empty()) {
        const std::string groups = countedByBuckets(filter)
            ? "SELECT state, open, progress, due_on, count, remaining, ordered, supply FROM order_bucket"
            : "SELECT state, open, progress, due_on * open, count(*), sum(remaining), sum(ordered), sum(supply) "
              "FROM order_summary";
        auto rows
            = m_db.prepareOnce(groups + whereSql(filter) + (countedByBuckets(filter) ? "" : " GROUP BY 1, 2, 3, 4"));
        bindCustomer(rows, filter);
        while (rows.step())
            addGroup(totals, rows, filter.today);
        return totals;
    }
    if (const auto candidates = text.candidates(m_few)) {
        for (const FoundOrder& found : gather(m_db, *candidates, filter, text))
            addOrder(totals, found);
        return totals;
    }
    // the table itself, from front to back: any row is as good, and an index would jump about in it
    auto rows = m_db.prepareOnce("SELECT state, open, progress, due_on, number, customer_no, customer_id, products, "
                                 "free_text, remaining, ordered, supply FROM order_summary NOT INDEXED"
        + whereSql(filter));
    bindCustomer(rows, filter);
    for (std::int64_t looked = 0; rows.step(); ++looked) {
        if (patience > 0 && looked == patience) {
            totals.exact = false;
            break;
        }
        if (text.matches(viewAt(rows, 4)))
            addRow(totals, rows, filter.today);
    }
    return totals;
}

OrderChipCounts OrderStore::chipCounts(Date today)
{
    OrderChipCounts counts{};
    auto rows = m_db.prepare("SELECT state, open, due_on, sum(count) FROM order_bucket GROUP BY 1, 2, 3");
    while (rows->step()) {
        const auto state = static_cast<OrderState>(rows->integer(0));
        const bool open = rows->integer(1) != 0;
        const std::int64_t n = rows->integer(3);
        counts[static_cast<std::size_t>(OrderChip::All)] += n;
        if (open)
            counts[static_cast<std::size_t>(OrderChip::Open)] += n;
        if (open && rows->integer(2) == today.yyyymmdd)
            counts[static_cast<std::size_t>(OrderChip::DueToday)] += n;
        if (isLate(state, open, rows->integer(2), today))
            counts[static_cast<std::size_t>(OrderChip::Late)] += n;
    }
    return counts;
}

std::optional<OrderListRow> OrderStore::row(const Uuid& id, Date today)
{
    static const std::string sql = std::string(orderListColumns) + "WHERE s.order_id = ?";
    auto rows = m_db.prepare(sql);
    rows->bindBorrowed(1, blobOf(id));
    if (!rows->step())
        return std::nullopt;
    return readOrder(*rows, today).row;
}

} // namespace dure::storage
