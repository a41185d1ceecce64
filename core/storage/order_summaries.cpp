#include "core/domain/entities.h"
#include "core/storage/line_gathering.h"
#include "core/storage/row_store.h"
#include "core/storage/summaries.h"

#include <algorithm>
#include <unordered_map>

namespace dure::storage {

namespace {

#define DURE_ORDER_HEAD                                                                                                \
    "o.id, o.number, o.customer_order_no, o.customer_id, " DURE_CUSTOMER_SORT ", o.ordered_on, o.due_on, "             \
    "ifnull(o.state, 0), ifnull(c.over_tolerance_bp, 0), ifnull(c.under_tolerance_bp, 0) "
#define DURE_LINE "l.position, l.product_id, l.product_name, l.spec, l.quantity, l.supply, l.tax, l.due_on"

#define DURE_INTO_ORDER_SUMMARY                                                                                        \
    " INTO order_summary(order_id, number, customer_no, customer_id, customer_sort, ordered_on, due_on, state, open, " \
    "progress, flags, line_count, first_product, products, free_text, ordered, delivered, remaining, supply, tax) "    \
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

Date dateOf(const Value& value) { return {static_cast<std::int32_t>(integerOf(value))}; }

constexpr const char* headOfOne
    = "SELECT " DURE_ORDER_HEAD "FROM sales_order o LEFT JOIN customer c ON c.id = o.customer_id "
      "WHERE o.id = ? AND o.deleted = 0";
constexpr const char* linesOfOne = "SELECT " DURE_LINE ", (SELECT sum(d.quantity) FROM delivery_line d "
                                   "WHERE d.order_line_id = l.id AND d.deleted = 0) "
                                   "FROM order_line l WHERE l.order_id = ? AND l.deleted = 0";
constexpr const char* headsOfAll
    = "SELECT " DURE_ORDER_HEAD ", (SELECT count(*) FROM order_line l WHERE l.order_id = o.id) "
      "FROM sales_order o LEFT JOIN customer c ON c.id = o.customer_id "
      "WHERE o.deleted = 0 ORDER BY o.id";
constexpr const char* linesOfAll = "SELECT " DURE_LINE ", l.id, l.order_id, l.deleted FROM order_line l ORDER BY l.id";

/// What was delivered of each line, asked in the order of the lines' ids.
class DeliveredSums
{
public:
    explicit DeliveredSums(sqlite::Database& db)
        : m_sums(db.prepareOnce("SELECT order_line_id, sum(quantity) FROM delivery_line WHERE deleted = 0 "
                                "AND order_line_id IS NOT NULL GROUP BY order_line_id ORDER BY order_line_id"))
    {
        advance();
    }
    std::int64_t of(const Uuid& line)
    {
        while (m_there && m_line < line)
            advance();
        return m_there && m_line == line ? m_sums.integer(1) : 0;
    }

private:
    void advance()
    {
        m_there = m_sums.step();
        if (m_there)
            m_line = uuidAt(m_sums, 0);
    }
    sqlite::Statement m_sums;
    bool m_there = false;
    Uuid m_line;
};

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

    /// DURE_LINE
    void readLine(const sqlite::Statement& row, std::int64_t delivered)
    {
        lines.add(row.integer(0), uuidAt(row, 1), row.text(2), row.text(3));
        lines.supply += row.integer(5);
        lines.tax += row.integer(6);
        progress.push_back({{row.integer(4)}, {delivered}, Date{static_cast<std::int32_t>(row.integer(7))}});
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
    auto head = m_db.prepare(headOfOne);
    head->bindBorrowed(1, blobOf(id));
    if (!head->step())
        return;
    order.readHead(*head);
    auto rows = m_db.prepare(linesOfOne);
    rows->bindBorrowed(1, blobOf(id));
    while (rows->step())
        order.readLine(*rows, rows->integer(8));
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

/// Orders and lines are walked side by side in the order of their ids, which is that of time: an order's lines lie near
/// it, and to look each of them up would be a walk down two trees. An order is written when it has all of its lines.
void OrderSummaries::rebuild()
{
    m_buckets.clear();
    m_db.execute("DELETE FROM order_summary; DELETE FROM order_bucket");
    struct Unfinished
    {
        Gathered order;
        std::int64_t left; ///< lines, deleted ones too
    };
    std::unordered_map<Uuid, Unfinished> unfinished;
    auto heads = m_db.prepareOnce(headsOfAll);
    bool hasHead = heads.step();
    const auto readHead = [&] {
        Unfinished next{{}, heads.integer(10)};
        next.order.readHead(heads);
        if (next.left == 0)
            write(next.order, true);
        else
            unfinished.emplace(next.order.id, std::move(next));
        hasHead = heads.step();
    };
    DeliveredSums delivered(m_db);
    auto lines = m_db.prepareOnce(linesOfAll);
    while (lines.step()) {
        const Uuid order = uuidAt(lines, 9);
        while (hasHead && uuidAt(heads, 0) <= order)
            readHead();
        const auto found = unfinished.find(order);
        if (found == unfinished.end())
            continue; // a deleted order's
        if (lines.integer(10) == 0)
            found->second.order.readLine(lines, delivered.of(uuidAt(lines, 8)));
        if (--found->second.left > 0)
            continue;
        write(found->second.order, true);
        unfinished.erase(found);
    }
    while (hasHead)
        readHead();
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
