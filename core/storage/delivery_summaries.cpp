#include "core/storage/line_gathering.h"
#include "core/storage/row_store.h"
#include "core/storage/summaries.h"

namespace dure::storage {

namespace {

#define DURE_DELIVERY_LINES                                                                                            \
    "SELECT o.id, o.number, o.customer_id, " DURE_CUSTOMER_SORT ", o.delivered_on, o.order_id, o.reverses_id, "        \
    "l.id, l.position, l.product_id, l.product_name, l.spec, l.quantity, l.supply, l.tax "                             \
    "FROM delivery o LEFT JOIN customer c ON c.id = o.customer_id "                                                    \
    "LEFT JOIN delivery_line l ON l.delivery_id = o.id AND l.deleted = 0 WHERE o.deleted = 0"

constexpr const char* linesOfOne = DURE_DELIVERY_LINES " AND o.id = ?";
constexpr const char* linesOfAll = DURE_DELIVERY_LINES;

void bindIdOrNull(sqlite::Statement& statement, int index, const Uuid& id)
{
    if (id.isNil())
        statement.bindNull(index);
    else
        statement.bindBorrowed(index, blobOf(id));
}

} // namespace

struct DeliverySummaries::Gathered
{
    Uuid id, customer, order, reverses;
    std::string number, customerSort;
    std::int64_t deliveredOn = 0;
    GatheredLines lines;
    std::int64_t quantity = 0;
    struct Part
    {
        Uuid product;
        std::int64_t quantity = 0, supply = 0;
    };
    std::vector<Part> parts; ///< a line each

    void readHead(const sqlite::Statement& row)
    {
        *this = {};
        id = uuidAt(row, 0);
        number = row.text(1);
        customer = uuidAt(row, 2);
        customerSort = row.text(3);
        deliveredOn = row.integer(4);
        order = uuidAt(row, 5);
        reverses = uuidAt(row, 6);
    }

    void readLine(const sqlite::Statement& row)
    {
        if (row.isNull(7))
            return;
        lines.add(row.integer(8), uuidAt(row, 9), row.text(10), row.text(11));
        parts.push_back({uuidAt(row, 9), row.integer(12), row.integer(13)});
        quantity += row.integer(12);
        lines.supply += row.integer(13);
        lines.tax += row.integer(14);
    }
};

void DeliverySummaries::refresh(const std::set<Uuid>& deliveries, const LinesBefore& before, std::set<Uuid>& customers)
{
    for (const Uuid& id : deliveries) {
        takeOut(id, before, customers);
        Gathered delivery;
        {
            auto rows = m_db.prepare(linesOfOne);
            rows->bindBorrowed(1, blobOf(id));
            while (rows->step()) {
                if (delivery.id.isNil())
                    delivery.readHead(*rows);
                delivery.readLine(*rows);
            }
        }
        if (delivery.id.isNil()) {
            m_db.prepare("DELETE FROM delivery_summary WHERE delivery_id = ?")->bind(1, blobOf(id)).run();
            continue;
        }
        write(delivery);
        if (!delivery.customer.isNil())
            customers.insert(delivery.customer);
    }
    flushDays();
}

void DeliverySummaries::rebuild()
{
    m_days.clear();
    m_db.execute("DELETE FROM delivery_summary; DELETE FROM delivery_day");
    m_periods.clearDeliveries();
    auto rows = m_db.prepareOnce(linesOfAll);
    Gathered delivery;
    while (rows.step()) {
        if (delivery.id.isNil() || uuidAt(rows, 0) != delivery.id) {
            if (!delivery.id.isNil())
                write(delivery);
            delivery.readHead(rows);
        }
        delivery.readLine(rows);
    }
    if (!delivery.id.isNil())
        write(delivery);
    flushDays();
}

void DeliverySummaries::takeOut(const Uuid& id, const LinesBefore& before, std::set<Uuid>& customers)
{
    auto old = m_db.prepare(
        "SELECT delivered_on, quantity, supply, tax, customer_id FROM delivery_summary WHERE delivery_id = ?");
    old->bindBorrowed(1, blobOf(id));
    if (!old->step())
        return;
    DaySum& day = m_days[old->integer(0)];
    --day.count;
    day.quantity -= old->integer(1);
    day.supply -= old->integer(2);
    day.tax -= old->integer(3);
    const Uuid customer = uuidAt(*old, 4);
    if (!customer.isNil())
        customers.insert(customer);
    m_periods.addDelivery(old->integer(0), customer, old->integer(2), -1);
    takeOutLines(id, old->integer(0), before);
}

/// The lines that were summed up: those of now that were not written since, and those that were as they were then.
void DeliverySummaries::takeOutLines(const Uuid& id, std::int64_t deliveredOn, const LinesBefore& before)
{
    auto now = m_db.prepare(
        "SELECT id, product_id, quantity, supply FROM delivery_line WHERE delivery_id = ? AND deleted = 0");
    now->bindBorrowed(1, blobOf(id));
    while (now->step())
        if (!before.contains(uuidAt(*now, 0)))
            m_periods.addDeliveredLine(deliveredOn, uuidAt(*now, 1), now->integer(2), now->integer(3), -1);
    for (const auto& [line, was] : before) {
        const auto at = [&](int column) -> const Value& { return was->values[static_cast<std::size_t>(column)]; };
        if (was && idOf(at(col::DeliveryLine::deliveryId)) == id)
            m_periods.addDeliveredLine(deliveredOn, idOf(at(col::DeliveryLine::productId)),
                integerOf(at(col::DeliveryLine::quantity)), integerOf(at(col::DeliveryLine::supply)), -1);
    }
}

void DeliverySummaries::write(const Gathered& delivery)
{
    auto put = m_db.prepare("INSERT OR REPLACE INTO delivery_summary(delivery_id, number, customer_id, customer_sort, "
                            "delivered_on, order_id, reverses_id, line_count, first_product, products, free_text, "
                            "quantity, supply, tax) VALUES(?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
    put->bindBorrowed(1, blobOf(delivery.id)).bindBorrowed(2, std::string_view(delivery.number));
    bindIdOrNull(*put, 3, delivery.customer);
    put->bindBorrowed(4, std::string_view(delivery.customerSort)).bind(5, delivery.deliveredOn);
    bindIdOrNull(*put, 6, delivery.order);
    bindIdOrNull(*put, 7, delivery.reverses);
    put->bind(8, delivery.lines.count).bindBorrowed(9, std::string_view(delivery.lines.firstProduct));
    put->bindBorrowed(10, std::string_view(delivery.lines.products));
    if (!delivery.lines.freeText.empty())
        put->bindBorrowed(11, std::string_view(delivery.lines.freeText));
    put->bind(12, delivery.quantity).bind(13, delivery.lines.supply).bind(14, delivery.lines.tax);
    put->run();

    DaySum& day = m_days[delivery.deliveredOn];
    ++day.count;
    day.quantity += delivery.quantity;
    day.supply += delivery.lines.supply;
    day.tax += delivery.lines.tax;
    m_periods.addDelivery(delivery.deliveredOn, delivery.customer, delivery.lines.supply, 1);
    for (const Gathered::Part& part : delivery.parts)
        m_periods.addDeliveredLine(delivery.deliveredOn, part.product, part.quantity, part.supply, 1);
}

void DeliverySummaries::flushDays()
{
    for (const auto& [on, sum] : m_days) {
        if (sum.count == 0 && sum.quantity == 0 && sum.supply == 0 && sum.tax == 0)
            continue;
        auto add = m_db.prepare("INSERT INTO delivery_day(delivered_on, count, quantity, supply, tax) "
                                "VALUES(?, ?, ?, ?, ?) ON CONFLICT DO UPDATE SET count = count + excluded.count, "
                                "quantity = quantity + excluded.quantity, supply = supply + excluded.supply, "
                                "tax = tax + excluded.tax");
        add->bindAll(on, sum.count, sum.quantity, sum.supply, sum.tax).run();
        if (sum.count < 0)
            m_db.prepare("DELETE FROM delivery_day WHERE delivered_on = ? AND count = 0")->bind(1, on).run();
    }
    m_days.clear();
    m_periods.flush();
}

void refreshFigures(sqlite::Database& db, const std::set<Uuid>& customers)
{
    for (const Uuid& id : customers) {
        auto put = db.prepare("INSERT INTO customer_figures(customer_id, delivered, received) VALUES(?1, "
                              "(SELECT ifnull(sum(supply + tax), 0) FROM delivery_summary WHERE customer_id = ?1), "
                              "(SELECT ifnull(sum(amount), 0) FROM payment WHERE customer_id = ?1 AND deleted = 0)) "
                              "ON CONFLICT DO UPDATE SET delivered = excluded.delivered, received = excluded.received");
        put->bindBorrowed(1, blobOf(id)).run();
    }
}

void rebuildFigures(sqlite::Database& db)
{
    db.execute("DELETE FROM customer_figures;"
               "INSERT INTO customer_figures(customer_id, delivered, received, open_orders) SELECT customer_id, "
               "sum(owed), sum(paid), sum(open) FROM (SELECT customer_id, supply + tax AS owed, 0 AS paid, 0 AS open "
               "FROM delivery_summary WHERE customer_id IS NOT NULL UNION ALL SELECT customer_id, 0, amount, 0 FROM "
               "payment WHERE deleted = 0 AND customer_id IS NOT NULL UNION ALL SELECT customer_id, 0, 0, 1 FROM "
               "order_summary WHERE open = 1) GROUP BY customer_id");
}

void refreshStock(sqlite::Database& db, const std::set<Uuid>& products)
{
    for (const Uuid& id : products) {
        auto put = db.prepare("INSERT INTO product_stock(product_id, quantity, reserved) VALUES(?1, (SELECT "
                              "ifnull(sum(quantity), 0) FROM stock_movement WHERE product_id = ?1 AND deleted = 0), 0) "
                              "ON CONFLICT DO UPDATE SET quantity = excluded.quantity");
        put->bindBorrowed(1, blobOf(id)).run();
    }
}

void rebuildStock(sqlite::Database& db)
{
    db.execute("DELETE FROM product_stock; INSERT INTO product_stock(product_id, quantity, reserved) SELECT "
               "product_id, sum(moved), sum(waiting) FROM (SELECT product_id, quantity AS moved, 0 AS waiting FROM "
               "stock_movement WHERE deleted = 0 AND product_id IS NOT NULL UNION ALL SELECT product_id, 0, quantity "
               "FROM open_line WHERE product_id IS NOT NULL) GROUP BY product_id");
}

} // namespace dure::storage
