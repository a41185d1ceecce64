#include "core/storage/delivery_store.h"

#include "core/storage/document_filter.h"
#include "core/storage/entity_reader.h"

#include <algorithm>
#include <tuple>

namespace dure::storage {

namespace {

constexpr const char* listSql
    = "SELECT s.delivery_id, s.number, s.delivered_on, s.customer_id, c.name, s.order_id, o.number, s.first_product, "
      "s.line_count, s.quantity, s.supply, s.tax, s.reverses_id, EXISTS(SELECT 1 FROM delivery_summary r WHERE "
      "r.reverses_id = s.delivery_id AND NOT EXISTS(SELECT 1 FROM delivery_summary b WHERE b.reverses_id = "
      "r.delivery_id)), s.customer_sort, s.products, s.free_text FROM delivery_summary s "
      "LEFT JOIN customer c ON c.id = s.customer_id LEFT JOIN sales_order o ON o.id = s.order_id ";

struct FoundDelivery
{
    DeliveryListRow row;
    std::string customerSort;
};

FoundDelivery readDelivery(const sqlite::Statement& s)
{
    FoundDelivery found;
    DeliveryListRow& row = found.row;
    row.id = uuidAt(s, 0);
    row.number = s.text(1);
    row.deliveredOn = {static_cast<std::int32_t>(s.integer(2))};
    row.customerId = uuidAt(s, 3);
    row.customerName = s.text(4);
    row.orderId = uuidAt(s, 5);
    row.orderNumber = s.text(6);
    row.firstProduct = s.text(7);
    row.moreLines = std::max<std::int64_t>(0, s.integer(8) - 1);
    row.quantity = {s.integer(9)};
    row.supply = {s.integer(10)};
    row.tax = {s.integer(11)};
    row.isReversal = !s.isNull(12);
    row.isReversed = s.integer(13) != 0;
    found.customerSort = s.text(14);
    return found;
}

struct Span
{
    Date from, to; ///< null: open ended
};

/// The days a filter lets through: its chip's and its own, whichever is narrower.
Span spanOf(DeliveryChip chip, Date today)
{
    switch (chip) {
    case DeliveryChip::Today:
        return {today, today};
    case DeliveryChip::ThisWeek: {
        const Date monday = today.addDays(-static_cast<int>((today.weekday() + 6) % 7));
        return {monday, monday.addDays(6)};
    }
    case DeliveryChip::ThisMonth:
        return {Date::fromYmd(today.year(), today.month(), 1), today.monthEnd()};
    case DeliveryChip::All:
        break;
    }
    return {};
}

Span spanOf(const DeliveryFilter& filter)
{
    Span span = spanOf(filter.chip, filter.today);
    span.from = std::max(span.from, filter.from);
    if (span.to.isNull() || (!filter.to.isNull() && filter.to < span.to))
        span.to = filter.to;
    return span;
}

std::string whereSql(const DeliveryFilter& filter)
{
    const Span span = spanOf(filter);
    std::string where;
    const auto add = [&](const std::string& condition) { where += (where.empty() ? "" : " AND ") + condition; };
    if (!span.from.isNull())
        add("s.delivered_on >= " + std::to_string(span.from.yyyymmdd));
    if (!span.to.isNull())
        add("s.delivered_on <= " + std::to_string(span.to.yyyymmdd));
    if (!filter.customer.isNil())
        add("s.customer_id = ?1");
    return where.empty() ? where : " WHERE " + where;
}

bool passes(const DeliveryFilter& filter, const DeliveryListRow& row)
{
    const Span span = spanOf(filter);
    return (span.from.isNull() || row.deliveredOn >= span.from) && (span.to.isNull() || row.deliveredOn <= span.to)
        && (filter.customer.isNil() || row.customerId == filter.customer);
}

std::string sortSql(DeliverySort sort, bool descending)
{
    const std::string down = descending ? " DESC" : "";
    const auto by = [&](const std::string& first) { return " ORDER BY " + first + down + ", s.delivery_id" + down; };
    switch (sort) {
    case DeliverySort::Date:
        break;
    case DeliverySort::Number:
        return by("s.number");
    case DeliverySort::Customer:
        return by("s.customer_sort" + down + ", s.delivered_on");
    case DeliverySort::Quantity:
        return by("s.quantity");
    case DeliverySort::Total:
        return by("s.supply + s.tax");
    }
    return by("s.delivered_on" + down + ", s.number");
}

std::strong_ordering compare(const FoundDelivery& a, const FoundDelivery& b, DeliverySort sort)
{
    const auto key = [](const FoundDelivery& found) {
        return std::tuple(found.row.deliveredOn.yyyymmdd, std::string_view(found.row.number), found.row.id);
    };
    switch (sort) {
    case DeliverySort::Date:
        break;
    case DeliverySort::Number:
        return std::tie(a.row.number, a.row.id) <=> std::tie(b.row.number, b.row.id);
    case DeliverySort::Customer:
        return std::tie(a.customerSort, a.row.deliveredOn, a.row.id)
            <=> std::tie(b.customerSort, b.row.deliveredOn, b.row.id);
    case DeliverySort::Quantity:
        return std::tie(a.row.quantity, a.row.id) <=> std::tie(b.row.quantity, b.row.id);
    case DeliverySort::Total:
        return std::tuple(a.row.supply + a.row.tax, a.row.id) <=> std::tuple(b.row.supply + b.row.tax, b.row.id);
    }
    return key(a) <=> key(b);
}

/// What a walk through many looks at of each.
const std::string walkSql = "SELECT s.number, s.customer_id, s.products, s.free_text, s.delivery_id, s.quantity, "
                            "s.supply, s.tax FROM delivery_summary s";

DocumentView viewAt(const sqlite::Statement& row)
{
    return {row.blob(0).view(), {}, uuidAt(row, 1), row.blob(2).view(), row.blob(3).view()};
}

bool textMatches(const DocumentFilter& text, const sqlite::Statement& row)
{
    return text.matches({row.text(1), {}, uuidAt(row, 3), row.text(15), row.text(16)});
}

std::vector<FoundDelivery> gather(
    sqlite::Database& db, const std::vector<Uuid>& candidates, const DeliveryFilter& filter, const DocumentFilter& text)
{
    auto rows = db.prepareOnce(std::string(listSql) + "WHERE s.delivery_id = ?");
    std::vector<FoundDelivery> found;
    for (const Uuid& id : candidates) {
        rows.bindBorrowed(1, blobOf(id));
        if (rows.step() && textMatches(text, rows)) {
            FoundDelivery delivery = readDelivery(rows);
            if (passes(filter, delivery.row))
                found.push_back(std::move(delivery));
        }
        rows.reset();
    }
    return found;
}

void bindCustomer(sqlite::Statement& rows, const DeliveryFilter& filter)
{
    if (!filter.customer.isNil())
        rows.bind(1, blobOf(filter.customer));
}

void add(DeliveryTotals& totals, std::int64_t count, Quantity quantity, Won supply, Won tax)
{
    totals.count += count;
    totals.quantity += quantity;
    totals.supply += supply;
    totals.tax += tax;
}

} // namespace

std::vector<DeliveryListRow> DeliveryStore::list(const DeliveryFilter& filter, const DeliveryWindow& window)
{
    DocumentFilter text(m_db, filter.text, TableId::Delivery, {});
    std::vector<DeliveryListRow> out;
    const auto full = [&] { return out.size() >= static_cast<std::size_t>(std::max<std::int64_t>(0, window.limit)); };
    const auto candidates = text.empty() ? std::nullopt : text.candidates(m_few);
    if (candidates) {
        std::vector<FoundDelivery> found = gather(m_db, *candidates, filter, text);
        std::ranges::sort(found, [&](const FoundDelivery& a, const FoundDelivery& b) {
            const auto order = compare(a, b, window.sort);
            return window.descending ? order > 0 : order < 0;
        });
        for (auto i = static_cast<std::size_t>(window.offset); i < found.size() && !full(); ++i)
            out.push_back(std::move(found[i].row));
        return out;
    }
    const std::string order = whereSql(filter) + sortSql(window.sort, window.descending);
    if (text.empty()) {
        auto ids = m_db.prepareOnce("SELECT s.delivery_id FROM delivery_summary s" + order + " LIMIT "
            + std::to_string(window.limit) + " OFFSET " + std::to_string(window.offset));
        bindCustomer(ids, filter);
        while (ids.step())
            if (auto found = row(uuidAt(ids, 0)))
                out.push_back(std::move(*found));
        return out;
    }
    // many: walk in the list's order and stop as soon as the window is full
    auto rows = m_db.prepareOnce(walkSql + order);
    bindCustomer(rows, filter);
    std::int64_t toSkip = window.offset;
    while (!full() && rows.step())
        if (text.matches(viewAt(rows)) && toSkip-- <= 0)
            if (auto found = row(uuidAt(rows, 4)))
                out.push_back(std::move(*found));
    return out;
}

DeliveryTotals DeliveryStore::totals(const DeliveryFilter& filter, std::int64_t patience)
{
    DeliveryTotals totals;
    DocumentFilter text(m_db, filter.text, TableId::Delivery, {});
    if (text.empty()) {
        // days hold the sums of all customers
        auto rows = m_db.prepareOnce(
            (filter.customer.isNil() ? "SELECT sum(count), sum(quantity), sum(supply), sum(tax) FROM delivery_day s"
                                     : "SELECT count(*), sum(quantity), sum(supply), sum(tax) FROM delivery_summary s")
            + whereSql(filter));
        bindCustomer(rows, filter);
        rows.step();
        add(totals, rows.integer(0), {rows.integer(1)}, {rows.integer(2)}, {rows.integer(3)});
        return totals;
    }
    if (const auto candidates = text.candidates(m_few)) {
        for (const FoundDelivery& found : gather(m_db, *candidates, filter, text))
            add(totals, 1, found.row.quantity, found.row.supply, found.row.tax);
        return totals;
    }
    auto rows = m_db.prepareOnce(walkSql + whereSql(filter));
    bindCustomer(rows, filter);
    for (std::int64_t looked = 0; rows.step(); ++looked) {
        if (patience > 0 && looked == patience) {
            totals.exact = false;
            break;
        }
        if (text.matches(viewAt(rows)))
            add(totals, 1, {rows.integer(5)}, {rows.integer(6)}, {rows.integer(7)});
    }
    return totals;
}

DeliveryChipCounts DeliveryStore::chipCounts(Date today)
{
    const auto count = [&](DeliveryChip chip) {
        DeliveryFilter filter;
        filter.chip = chip;
        filter.today = today;
        return totals(filter).count;
    };
    return {count(DeliveryChip::Today), count(DeliveryChip::ThisWeek), count(DeliveryChip::ThisMonth),
        count(DeliveryChip::All)};
}

std::optional<DeliveryListRow> DeliveryStore::row(const Uuid& id)
{
    static const std::string sql = std::string(listSql) + "WHERE s.delivery_id = ?";
    auto rows = m_db.prepare(sql);
    rows->bindBorrowed(1, blobOf(id));
    return rows->step() ? std::optional(readDelivery(*rows).row) : std::nullopt;
}

std::optional<DeliveryDetail> DeliveryStore::detail(const Uuid& id)
{
    auto delivery = findEntity<Delivery>(m_db, id);
    const auto listed = row(id);
    if (!delivery || !listed)
        return std::nullopt;
    DeliveryDetail detail;
    detail.delivery = std::move(*delivery);
    detail.lines = entitiesWhere<DeliveryLine>(m_db, "delivery_id", id, "position, id");
    detail.orderNumber = listed->orderNumber;
    detail.supply = listed->supply;
    detail.tax = listed->tax;
    detail.isReversed = listed->isReversed;
    detail.customer = findEntity<Customer>(m_db, detail.delivery.customerId).value_or(Customer{});
    detail.site = findEntity<DeliverySite>(m_db, detail.delivery.siteId);
    if (!detail.delivery.orderId.isNil() && detail.delivery.reversesId.isNil()) // what takes back is no part
        detail.part = deliveryPart(parts(detail.delivery.orderId), listed->deliveredOn, listed->number);
    return detail;
}

std::optional<Uuid> DeliveryStore::findByNumber(std::string_view number)
{
    auto rows = m_db.prepare("SELECT delivery_id FROM delivery_summary WHERE number = ? ORDER BY delivery_id LIMIT 1");
    rows->bind(1, number);
    return rows->step() ? std::optional(uuidAt(*rows, 0)) : std::nullopt;
}

std::vector<DeliveryPart> DeliveryStore::parts(const Uuid& order)
{
    auto rows = m_db.prepare("SELECT delivered_on, number FROM delivery_summary WHERE reverses_id IS NULL AND "
                             "delivery_id IN (SELECT id FROM delivery WHERE order_id = ?1 UNION SELECT d.delivery_id "
                             "FROM order_line l JOIN delivery_line d ON d.order_line_id = l.id AND d.deleted = 0 WHERE "
                             "l.order_id = ?1)");
    rows->bindBorrowed(1, blobOf(order));
    std::vector<DeliveryPart> parts;
    while (rows->step())
        parts.push_back(DeliveryPart{Date{static_cast<std::int32_t>(rows->integer(0))}, std::string(rows->text(1))});
    return parts;
}

std::vector<std::pair<std::string, std::string>> DeliveryStore::recentVehicles(std::size_t limit)
{
    auto rows = m_db.prepare("SELECT d.vehicle, d.driver FROM delivery_summary s CROSS JOIN delivery d "
                             "ON d.id = s.delivery_id ORDER BY s.delivered_on DESC, s.number DESC LIMIT 300");
    std::vector<std::pair<std::string, std::string>> found;
    while (found.size() < limit && rows->step()) {
        std::pair<std::string, std::string> each(rows->text(0), rows->text(1));
        if (!each.first.empty() && std::ranges::find(found, each) == found.end())
            found.push_back(std::move(each));
    }
    return found;
}

} // namespace dure::storage
