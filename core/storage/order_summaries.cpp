#include "core/domain/entities.h"
#include "core/storage/line_gathering.h"
#include "core/storage/row_store.h"
#include "core/storage/summaries.h"

#include <algorithm>

namespace dure::storage {

namespace {

// The order's columns, then its lines' with what was delivered; one row a line, at least one an order.
#define DURE_ORDER_LINES                                                                                               \
    "SELECT o.id, o.number, o.customer_order_no, o.customer_id, " DURE_CUSTOMER_SORT ", o.ordered_on, o.due_on, "      \
    "ifnull(o.state, 0), ifnull(c.over_tolerance_bp, 0), ifnull(c.under_tolerance_bp, 0), "                            \
    "l.id, l.position, l.product_id, l.product_name, l.spec, l.quantity, l.supply, l.tax, l.due_on, "                  \
    "(SELECT sum(d.quantity) FROM delivery_line d WHERE d.order_line_id = l.id AND d.deleted = 0) "                    \
    "FROM sales_order o LEFT JOIN customer c ON c.id = o.customer_id "                                                 \
    "LEFT JOIN order_line l ON l.order_id = o.id AND l.deleted = 0 WHERE o.deleted = 0"

#define DURE_INTO_ORDER_SUMMARY                                                                                        \
    " INTO order_summary(order_id, number, customer_no, customer_id, customer_sort, ordered_on, due_on, state, open, " \
    "progress, flags, line_count, first_product, products, free_text, ordered, delivered, remaining, supply, tax) "    \
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

Date dateOf(const Value& value) { return {static_cast<std::int32_t>(integerOf(value))}; }

constexpr const char* linesOfOne = DURE_ORDER_LINES " AND o.id = ?";
// without an index the planner walks sales_order by its key, so that an order's lines come together
constexpr const char* linesOfAll = DURE_ORDER_LINES;

} // namespace

struct OrderSummaries::Gathered
{
    Uuid id, customer;
    std::string number, customerNo, customerSort;
    Date orderedOn, dueOn;
    OrderState state = OrderState::Open;
    Tolerance tolerance;
    GatheredLines lines;
    std::vector<LineProgress> progress;

    void readHead(const sqlite::Statement& row)
    {
        *this = {};
        id = uuidAt(row, 0);
        number = row.text(1);
        customerNo = row.text(2);
        customer = uuidAt(row, 3);
        customerSort = row.text(4);
        orderedOn = {static_cast<std::int32_t>(row.integer(5))};
        dueOn = {static_cast<std::int32_t>(row.integer(6))};
        state = static_cast<OrderState>(row.integer(7));
        tolerance = {row.integer(8), row.integer(9)};
    }

    void takeHead(const Row& row)
    {
        const auto at = [&](int column) -> const Value& { return row.values[static_cast<std::size_t>(column)]; };
        id = row.id;
        number = textOf(at(col::SalesOrder::number));
        customerNo = textOf(at(col::SalesOrder::customerOrderNo));
        customer = idOf(at(col::SalesOrder::customerId));
        orderedOn = dateOf(at(col::SalesOrder::orderedOn));
        dueOn = dateOf(at(col::SalesOrder::dueOn));
        state = static_cast<OrderState>(integerOf(at(col::SalesOrder::state)));
    }

    void takeLine(const Row& row)
    {
        const auto at = [&](int column) -> const Value& { return row.values[static_cast<std::size_t>(column)]; };
        lines.add(integerOf(at(col::OrderLine::position)), idOf(at(col::OrderLine::productId)),
            textOf(at(col::OrderLine::productName)), textOf(at(col::OrderLine::spec)));
        lines.supply += integerOf(at(col::OrderLine::supply));
        lines.tax += integerOf(at(col::OrderLine::tax));
        progress.push_back({{integerOf(at(col::OrderLine::quantity))}, {}, dateOf(at(col::OrderLine::dueOn))});
    }

    void readLine(const sqlite::Statement& row)
    {
        if (row.isNull(10))
            return;
        lines.add(row.integer(11), uuidAt(row, 12), row.text(13), row.text(14));
        lines.supply += row.integer(16);
        lines.tax += row.integer(17);
        progress.push_back({{row.integer(15)}, {row.integer(19)}, Date{static_cast<std::int32_t>(row.integer(18))}});
    }
};

void OrderSummaries::refresh(const std::set<Uuid>& orders, NewOrders& known)
{
    for (const Uuid& id : orders) {
        Gathered order;
        const auto isKnown = known.find(id);
        if (isKnown != known.end()) {
            take(isKnown->second, order);
            write(order, true);
            continue;
        }
        takeOut(id);
        read(id, order);
        if (!order.id.isNil())
            write(order, false);
        else
            m_db.prepare("DELETE FROM order_summary WHERE order_id = ?")->bind(1, blobOf(id)).run();
    }
    flushFigures();
}

void OrderSummaries::read(const Uuid& id, Gathered& order)
{
    auto rows = m_db.prepare(linesOfOne);
    rows->bindBorrowed(1, blobOf(id));
    while (rows->step()) {
        if (order.id.isNil())
            order.readHead(*rows);
        order.readLine(*rows);
    }
}

/// What read() would find.
void OrderSummaries::take(NewOrder& known, Gathered& order)
{
    order.takeHead(known.order);
    std::ranges::sort(known.lines, {}, &Row::id); // as the index of lines has them
    for (const Row& line : known.lines)
        order.takeLine(line);
    auto customer = m_db.prepare("SELECT " DURE_CUSTOMER_SORT ", ifnull(c.over_tolerance_bp, 0), "
                                 "ifnull(c.under_tolerance_bp, 0) FROM customer c WHERE c.id = ?");
    customer->bindBorrowed(1, blobOf(order.customer));
    if (!customer->step())
        return;
    order.customerSort = customer->text(0);
    order.tolerance = {customer->integer(1), customer->integer(2)};
}

void OrderSummaries::rebuild()
{
    m_buckets.clear();
    m_db.execute("DELETE FROM order_summary; DELETE FROM order_bucket");
    auto rows = m_db.prepareOnce(linesOfAll);
    Gathered order;
    while (rows.step()) {
        if (order.id.isNil() || uuidAt(rows, 0) != order.id) {
            if (!order.id.isNil())
                write(order, true);
            order.readHead(rows);
        }
        order.readLine(rows);
    }
    if (!order.id.isNil())
        write(order, true);
    m_openOrders.clear(); // rebuildFigures counts them
    flushFigures();
}

void OrderSummaries::takeOut(const Uuid& id)
{
    auto old = m_db.prepare("SELECT state, open, progress, due_on * open, "
                            "remaining, ordered, supply, customer_id FROM order_summary WHERE order_id = ?");
    old->bindBorrowed(1, blobOf(id));
    if (!old->step())
        return;
    BucketSum& bucket = m_buckets[{old->integer(0), old->integer(1), old->integer(2), old->integer(3)}];
    --bucket.count;
    bucket.remaining -= old->integer(4);
    bucket.ordered -= old->integer(5);
    bucket.supply -= old->integer(6);
    if (old->integer(1) != 0)
        --m_openOrders[uuidAt(*old, 7)];
}

void OrderSummaries::write(const Gathered& order, bool isNew)
{
    std::int64_t ordered = 0, outstanding = 0, flags = 0, counted = 0, done = 0;
    bool anyDelivered = false;
    Date due = {};
    for (const LineProgress& line : order.progress) {
        ordered += line.ordered.tenThousandths;
        anyDelivered = anyDelivered || !line.delivered.isZero();
        if (isOverDelivered(line, order.tolerance))
            flags |= OverDelivered;
        if (line.ordered.isZero())
            continue;
        ++counted;
        if (isLineDone(line, order.tolerance)) {
            ++done;
            continue;
        }
        outstanding += remainingQuantity(line).tenThousandths;
        const Date lineDue = line.dueOn.isNull() ? order.dueOn : line.dueOn;
        if (!lineDue.isNull() && (due.isNull() || lineDue < due))
            due = lineDue;
    }
    const bool cancelled = order.state == OrderState::Cancelled;
    if (cancelled && anyDelivered)
        flags |= DeliveredThoughCancelled;
    const bool allDone = counted > 0 && done == counted;
    const bool open = !cancelled && counted > done;
    const auto part = allDone ? DeliveredPart::All : anyDelivered ? DeliveredPart::Some : DeliveredPart::Nothing;
    if (due.isNull())
        due = order.dueOn;
    const std::int64_t dueOn = due.isNull() ? noDueDate : due.yyyymmdd;
    const std::int64_t remaining = cancelled ? 0 : outstanding;

    auto put = m_db.prepare(isNew ? "INSERT" DURE_INTO_ORDER_SUMMARY : "INSERT OR REPLACE" DURE_INTO_ORDER_SUMMARY);
    put->bindBorrowed(1, blobOf(order.id)).bindBorrowed(2, std::string_view(order.number));
    put->bindBorrowed(3, std::string_view(order.customerNo)).bindBorrowed(4, blobOf(order.customer));
    put->bindBorrowed(5, std::string_view(order.customerSort)).bind(6, order.orderedOn.yyyymmdd);
    put->bind(7, dueOn).bind(8, static_cast<std::int64_t>(order.state)).bind(9, open ? 1 : 0);
    put->bind(10, static_cast<std::int64_t>(part)).bind(11, flags).bind(12, order.lines.count);
    put->bindBorrowed(13, std::string_view(order.lines.firstProduct));
    put->bindBorrowed(14, std::string_view(order.lines.products));
    if (!order.lines.freeText.empty())
        put->bindBorrowed(15, std::string_view(order.lines.freeText));
    put->bind(16, ordered).bind(17, ordered - outstanding).bind(18, remaining);
    put->bind(19, order.lines.supply).bind(20, order.lines.tax);
    put->run();

    BucketSum& bucket = m_buckets[{
        static_cast<std::int64_t>(order.state), open ? 1 : 0, static_cast<std::int64_t>(part), open ? dueOn : 0}];
    ++bucket.count;
    bucket.remaining += remaining;
    bucket.ordered += ordered;
    bucket.supply += order.lines.supply;
    if (open)
        ++m_openOrders[order.customer];
}

void OrderSummaries::flushFigures()
{
    for (const auto& [key, sum] : m_buckets) {
        if (sum.count == 0 && sum.remaining == 0 && sum.ordered == 0 && sum.supply == 0)
            continue;
        auto add = m_db.prepare("INSERT INTO order_bucket(state, open, progress, due_on, count, remaining, ordered, "
                                "supply) VALUES(?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
                                "count = count + excluded.count, remaining = remaining + excluded.remaining, "
                                "ordered = ordered + excluded.ordered, supply = supply + excluded.supply");
        add->bindAll(key.state, key.open, key.progress, key.dueOn, sum.count, sum.remaining, sum.ordered, sum.supply);
        add->run();
        if (sum.count < 0) {
            auto drop = m_db.prepare("DELETE FROM order_bucket WHERE state = ? AND open = ? AND progress = ? "
                                     "AND due_on = ? AND count = 0");
            drop->bindAll(key.state, key.open, key.progress, key.dueOn).run();
        }
    }
    m_buckets.clear();
    for (const auto& [customer, change] : m_openOrders) {
        if (change == 0)
            continue;
        auto add = m_db.prepare("INSERT INTO customer_figures(customer_id, open_orders) VALUES(?, ?) "
                                "ON CONFLICT DO UPDATE SET open_orders = open_orders + excluded.open_orders");
        add->bindBorrowed(1, blobOf(customer)).bind(2, change).run();
    }
    m_openOrders.clear();
}

} // namespace dure::storage
