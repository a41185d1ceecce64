#include "core/storage/delivery_days.h"
#include "core/storage/gathered_order.h"
#include "core/storage/row_store.h"
#include "core/storage/summaries.h"

#include <algorithm>
#include <unordered_map>

namespace dure::storage {

namespace {

#define DURE_SUMMARY_COLUMNS                                                                                           \
    "number, customer_no, customer_id, customer_sort, ordered_on, due_on, state, open, progress, flags, line_count, "  \
    "first_product, products, free_text, ordered, delivered, remaining, supply, tax, dues"
#define DURE_INTO_ORDER_SUMMARY                                                                                        \
    " INTO order_summary(" DURE_SUMMARY_COLUMNS ", order_id) "                                                         \
    "VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"

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
constexpr const char* linesOfAll = "SELECT " DURE_LINE ", l.order_id, l.deleted FROM order_line l ORDER BY l.id";

/// What was delivered of each line, asked in the order of the lines' ids.
class DeliveredSums
{
public:
    explicit DeliveredSums(sqlite::Database& db)
        : m_parts(db.prepareOnce("SELECT order_line_id, quantity, delivery_id FROM delivery_line WHERE deleted = 0 "
                                 "AND order_line_id IS NOT NULL ORDER BY order_line_id"))
        , m_days(db)
    {
        m_days.load();
        advance();
    }
    DeliveredOfLine of(const Uuid& line, Date due)
    {
        while (m_there && m_line < line)
            advance();
        DeliveredOfLine sum;
        for (; m_there && m_line == line; advance()) {
            const std::int64_t quantity = m_parts.integer(1);
            sum.all += quantity;
            const auto day = due.isNull() ? std::nullopt : m_days.of(uuidAt(m_parts, 2));
            sum.inTime += day && *day <= due ? quantity : 0;
        }
        return sum;
    }

private:
    void advance()
    {
        m_there = m_parts.step();
        if (m_there)
            m_line = uuidAt(m_parts, 0);
    }
    sqlite::Statement m_parts;
    DeliveryDays m_days;
    bool m_there = false;
    Uuid m_line;
};

/// The same of one line, at any time.
std::int64_t deliveredInTime(sqlite::Database& db, const Uuid& line, Date due)
{
    DeliveryDays days(db);
    auto parts = db.prepare("SELECT quantity, delivery_id FROM delivery_line WHERE order_line_id = ? AND deleted = 0");
    parts->bindBorrowed(1, blobOf(line));
    std::int64_t sum = 0;
    while (parts->step())
        if (const auto day = days.of(uuidAt(*parts, 1)); day && *day <= due)
            sum += parts->integer(0);
    return sum;
}

} // namespace

/// A row of order_summary.
struct OrderSummaries::Summary
{
    /// What is in it of the order and its lines as they were taken down.
    struct Head
    {
        std::string number, customerNo, customerSort, firstProduct, products, freeText;
        Uuid customer;
        std::int64_t orderedOn = 0, lineCount = 0, supply = 0, tax = 0;
        bool operator==(const Head&) const = default;
    };
    /// How far its deliveries are.
    struct Course
    {
        std::int64_t dueOn = noDueDate, open = 0, progress = 0, flags = 0, ordered = 0, delivered = 0, remaining = 0;
        std::string dues; ///< DueCounts
        bool operator==(const Course&) const = default;
    };
    Head head;
    Course course;
    std::int64_t state = 0;

    explicit Summary(const GatheredOrder& order)
        : head{order.number, order.customerNo, order.customerSort, order.lines.firstProduct, order.lines.products,
            order.lines.freeText, order.customer, order.orderedOn.yyyymmdd, order.lines.count, order.lines.supply,
            order.lines.tax}
        , course(courseOf(order))
        , state(static_cast<std::int64_t>(order.state))
    { }
    /// DURE_SUMMARY_COLUMNS
    explicit Summary(const sqlite::Statement& row)
        : head{std::string(row.text(0)), std::string(row.text(1)), std::string(row.text(3)), std::string(row.text(11)),
            std::string(row.text(12)), std::string(row.text(13)), uuidAt(row, 2), row.integer(4), row.integer(10),
            row.integer(17), row.integer(18)}
        , course{row.integer(5), row.integer(7), row.integer(8), row.integer(9), row.integer(14), row.integer(15),
              row.integer(16), std::string(row.text(19))}
        , state(row.integer(6))
    { }

private:
    static Course courseOf(const GatheredOrder& order);
    static std::string duesOf(const GatheredOrder& order);
};

/// Goods that are to come back are no promise of ours.
std::string OrderSummaries::Summary::duesOf(const GatheredOrder& order)
{
    DueCounts dues;
    for (std::size_t i = 0; i < order.progress.size(); ++i) {
        const LineProgress& line = order.progress[i];
        const Date due = order.dueOf(line.dueOn);
        if (line.ordered <= Quantity{} || due.isNull())
            continue;
        DueCount& count = dues[due.yyyymmdd];
        ++count.lines;
        count.met += isLineDone({line.ordered, order.inTime[i], due}, order.tolerance) ? 1 : 0;
    }
    return textOf(dues);
}

OrderSummaries::Summary::Course OrderSummaries::Summary::courseOf(const GatheredOrder& order)
{
    Course course;
    std::int64_t outstanding = 0, counted = 0, done = 0;
    bool anyDelivered = false;
    Date due = {};
    for (const LineProgress& line : order.progress) {
        course.ordered += line.ordered.tenThousandths;
        anyDelivered = anyDelivered || !line.delivered.isZero();
        if (isOverDelivered(line, order.tolerance))
            course.flags |= OverDelivered;
        if (line.ordered.isZero())
            continue;
        ++counted;
        if (isLineDone(line, order.tolerance)) {
            ++done;
            continue;
        }
        outstanding += remainingQuantity(line).tenThousandths;
        const Date lineDue = order.dueOf(line.dueOn);
        if (!lineDue.isNull() && (due.isNull() || lineDue < due))
            due = lineDue;
    }
    const bool cancelled = order.state == OrderState::Cancelled;
    if (cancelled && anyDelivered)
        course.flags |= DeliveredThoughCancelled;
    const bool allDone = counted > 0 && done == counted;
    const auto part = allDone ? DeliveredPart::All : anyDelivered ? DeliveredPart::Some : DeliveredPart::Nothing;
    if (due.isNull())
        due = order.dueOn;
    if (!due.isNull())
        course.dueOn = due.yyyymmdd;
    course.open = !cancelled && counted > done ? 1 : 0;
    course.progress = static_cast<std::int64_t>(part);
    course.delivered = course.ordered - outstanding;
    course.remaining = cancelled ? 0 : outstanding;
    course.dues = duesOf(order);
    return course;
}

void OrderSummaries::refresh(const std::set<Uuid>& orders, NewOrders& known, const std::map<Uuid, OrderState>& moved)
{
    for (const auto& [id, state] : moved)
        if (!orders.contains(id))
            move(id, state);
    for (const Uuid& id : orders) {
        GatheredOrder order;
        const auto isKnown = known.find(id);
        if (isKnown != known.end()) {
            take(isKnown->second, order);
            insert(order);
            m_openLines.insert(id, order.openLines());
            continue;
        }
        const std::optional<Summary> before = stored(id);
        if (before)
            addToFigures(*before, -1);
        read(id, order);
        m_openLines.replace(id, order.openLines()); // none of an order that is gone
        if (order.id.isNil())
            m_db.prepare("DELETE FROM order_summary WHERE order_id = ?")->bind(1, blobOf(id)).run();
        else if (before)
            replace(*before, order);
        else
            insert(order);
    }
    flushFigures();
    m_openLines.flush();
}

void OrderSummaries::read(const Uuid& id, GatheredOrder& order)
{
    auto head = m_db.prepare(headOfOne);
    head->bindBorrowed(1, blobOf(id));
    if (!head->step())
        return;
    order.readHead(*head);
    auto rows = m_db.prepare(linesOfOne);
    rows->bindBorrowed(1, blobOf(id));
    while (rows->step()) {
        DeliveredOfLine delivered{rows->integer(12), 0};
        const Date due = order.dueOfLine(*rows);
        if (!rows->isNull(12) && !due.isNull())
            delivered.inTime = deliveredInTime(m_db, uuidAt(*rows, 8), due);
        order.readLine(*rows, delivered);
    }
}

/// What read() would find.
void OrderSummaries::take(NewOrder& known, GatheredOrder& order)
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
    m_openLines.clear();
    m_db.execute("DELETE FROM order_summary; DELETE FROM order_bucket");
    m_periods.clearOrders();
    const auto put = [this](const GatheredOrder& order) {
        insert(order);
        m_openLines.insert(order.id, order.openLines());
    };
    struct Unfinished
    {
        GatheredOrder order;
        std::int64_t left; ///< lines, deleted ones too
    };
    std::unordered_map<Uuid, Unfinished> unfinished;
    auto heads = m_db.prepareOnce(headsOfAll);
    bool hasHead = heads.step();
    const auto readHead = [&] {
        Unfinished next{{}, heads.integer(14)};
        next.order.readHead(heads);
        if (next.left == 0)
            put(next.order);
        else
            unfinished.emplace(next.order.id, std::move(next));
        hasHead = heads.step();
    };
    DeliveredSums delivered(m_db);
    auto lines = m_db.prepareOnce(linesOfAll);
    while (lines.step()) {
        const Uuid order = uuidAt(lines, 12);
        while (hasHead && uuidAt(heads, 0) <= order)
            readHead();
        const auto found = unfinished.find(order);
        if (found == unfinished.end())
            continue; // a deleted order's
        if (lines.integer(13) == 0)
            found->second.order.readLine(lines, delivered.of(uuidAt(lines, 8), found->second.order.dueOfLine(lines)));
        if (--found->second.left > 0)
            continue;
        put(found->second.order);
        unfinished.erase(found);
    }
    while (hasHead)
        readHead();
    m_openOrders.clear(); // rebuildFigures counts them
    flushFigures();
}

std::optional<OrderSummaries::Summary> OrderSummaries::stored(const Uuid& id)
{
    auto row = m_db.prepare("SELECT " DURE_SUMMARY_COLUMNS " FROM order_summary WHERE order_id = ?");
    row->bindBorrowed(1, blobOf(id));
    return row->step() ? std::optional<Summary>(*row) : std::nullopt;
}

void OrderSummaries::insert(const GatheredOrder& order)
{
    const Summary summary(order);
    write(order.id, summary, "INSERT" DURE_INTO_ORDER_SUMMARY);
    addToFigures(summary, 1);
}

/// An index is left alone where none of its columns is named: mostly an order moves on, and is still the same order.
void OrderSummaries::replace(const Summary& before, const GatheredOrder& order)
{
    const Summary summary(order);
    addToFigures(summary, 1);
    if (summary.head != before.head)
        return write(order.id, summary, "INSERT OR REPLACE" DURE_INTO_ORDER_SUMMARY);
    const Summary::Course& course = summary.course;
    if (course != before.course) {
        auto update = m_db.prepare("UPDATE order_summary SET state = ?, due_on = ?, open = ?, progress = ?, flags = ?, "
                                   "ordered = ?, delivered = ?, remaining = ?, dues = ? WHERE order_id = ?");
        update->bindAll(summary.state, course.dueOn, course.open, course.progress, course.flags, course.ordered,
            course.delivered, course.remaining, std::string_view(course.dues), blobOf(order.id));
        update->run();
    } else if (summary.state != before.state) {
        writeState(order.id, summary.state);
    }
}

void OrderSummaries::move(const Uuid& order, OrderState state)
{
    std::optional<Summary> summary = stored(order);
    if (!summary)
        return; // of a deleted order
    addToFigures(*summary, -1);
    summary->state = static_cast<std::int64_t>(state);
    addToFigures(*summary, 1);
    writeState(order, summary->state);
}

void OrderSummaries::writeState(const Uuid& order, std::int64_t state)
{
    m_db.prepare("UPDATE order_summary SET state = ? WHERE order_id = ?")->bindAll(state, blobOf(order)).run();
}

void OrderSummaries::write(const Uuid& id, const Summary& summary, const char* into)
{
    const auto& [head, course, state] = summary;
    auto put = m_db.prepare(into);
    put->bindBorrowed(1, std::string_view(head.number)).bindBorrowed(2, std::string_view(head.customerNo));
    put->bindBorrowed(3, blobOf(head.customer)).bindBorrowed(4, std::string_view(head.customerSort));
    put->bind(5, head.orderedOn).bind(6, course.dueOn).bind(7, state).bind(8, course.open);
    put->bind(9, course.progress).bind(10, course.flags).bind(11, head.lineCount);
    put->bindBorrowed(12, std::string_view(head.firstProduct));
    put->bindBorrowed(13, std::string_view(head.products));
    if (!head.freeText.empty())
        put->bindBorrowed(14, std::string_view(head.freeText));
    put->bind(15, course.ordered).bind(16, course.delivered).bind(17, course.remaining);
    put->bind(18, head.supply).bind(19, head.tax).bindBorrowed(20, std::string_view(course.dues));
    put->bindBorrowed(21, blobOf(id));
    put->run();
}

void OrderSummaries::addToFigures(const Summary& summary, std::int64_t times)
{
    const auto& [head, course, state] = summary;
    BucketSum& bucket = m_buckets[{state, course.open, course.progress, course.open != 0 ? course.dueOn : 0}];
    bucket.count += times;
    bucket.remaining += times * course.remaining;
    bucket.ordered += times * course.ordered;
    bucket.supply += times * head.supply;
    if (course.open != 0)
        m_openOrders[head.customer] += times;
    const auto decided = static_cast<OrderState>(state);
    if (decided != OrderState::Cancelled)
        m_periods.addOrder(head.orderedOn, head.supply, head.tax, times);
    if (decided == OrderState::Open)
        m_periods.addDues(course.dues, times);
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
    m_periods.flush();
}

} // namespace dure::storage
