#include "core/domain/delivery_part.h"
#include "core/storage/blob_store.h"
#include "core/storage/delivery_store.h"
#include "core/storage/entity_reader.h"
#include "core/storage/order_store.h"
#include "core/storage/receivable_store.h"

#include <algorithm>

namespace dure::storage {

namespace {

Quantity deliveredOf(sqlite::Database& db, const Uuid& line)
{
    auto sum = db.prepare("SELECT sum(quantity) FROM delivery_line WHERE order_line_id = ? AND deleted = 0");
    sum->bindBorrowed(1, blobOf(line));
    sum->step();
    return {sum->integer(0)};
}

std::vector<OrderDeliveryRow> deliveriesOf(sqlite::Database& db, const Uuid& order)
{
    // by the delivery's own order or by its lines': one delivery may serve several orders
    auto rows = db.prepare("SELECT s.delivery_id, s.number, s.delivered_on, s.first_product, s.line_count, s.quantity, "
                           "s.supply, s.tax, s.reverses_id IS NOT NULL, EXISTS(SELECT 1 FROM delivery_summary r WHERE "
                           "r.reverses_id = s.delivery_id AND NOT EXISTS(SELECT 1 FROM delivery_summary b WHERE "
                           "b.reverses_id = r.delivery_id)) FROM delivery_summary s WHERE s.delivery_id IN (SELECT id "
                           "FROM delivery WHERE order_id = ?1 UNION SELECT d.delivery_id FROM order_line l JOIN "
                           "delivery_line d ON d.order_line_id = l.id AND d.deleted = 0 WHERE l.order_id = ?1) "
                           "ORDER BY s.delivered_on, s.number");
    rows->bindBorrowed(1, blobOf(order));
    std::vector<OrderDeliveryRow> found;
    while (rows->step()) {
        OrderDeliveryRow& row = found.emplace_back();
        row.id = uuidAt(*rows, 0);
        row.number = rows->text(1);
        row.deliveredOn = {static_cast<std::int32_t>(rows->integer(2))};
        row.firstProduct = rows->text(3);
        row.lineCount = rows->integer(4);
        row.quantity = {rows->integer(5)};
        row.supply = {rows->integer(6)};
        row.tax = {rows->integer(7)};
        row.isReversal = rows->integer(8) != 0;
        row.isReversed = rows->integer(9) != 0;
    }
    const auto parts = DeliveryStore(db).parts(order);
    for (OrderDeliveryRow& row : found)
        row.part = row.isReversal ? 0 : deliveryPart(parts, row.deliveredOn, row.number);
    return found;
}

} // namespace

std::optional<OrderDetail> OrderStore::detail(const Uuid& id, Date today)
{
    auto order = findEntity<SalesOrder>(m_db, id);
    if (!order)
        return std::nullopt;
    OrderDetail detail;
    detail.order = std::move(*order);
    std::vector<LineProgress> progress;
    for (OrderLine& line : entitiesWhere<OrderLine>(m_db, "order_id", id, "position, id")) {
        detail.supply += line.supply;
        detail.tax += line.tax;
        const Quantity delivered = deliveredOf(m_db, line.id);
        detail.lines.push_back({std::move(line), delivered});
        progress.push_back(detail.lines.back().progress());
    }
    if (const auto customer = findEntity<Customer>(m_db, detail.order.customerId)) {
        detail.customerName = customer->name;
        detail.customerCreditLimit = customer->creditLimit;
        detail.tolerance = {customer->overToleranceBp, customer->underToleranceBp};
    }
    if (const auto site = findEntity<DeliverySite>(m_db, detail.order.siteId))
        detail.siteName = site->name;
    detail.progress = orderProgress(detail.order.state, progress, detail.tolerance, detail.order.dueOn, today);
    detail.deliveries = deliveriesOf(m_db, id);
    for (const OrderDeliveryRow& delivery : detail.deliveries) {
        detail.deliveredSupply += delivery.supply;
        detail.deliveredTax += delivery.tax;
    }
    detail.customerBalance = ReceivableStore(m_db).balance(detail.order.customerId);
    detail.files = AttachmentStore(m_db).fileCount(TableId::SalesOrder, id);
    return detail;
}

std::optional<Uuid> OrderStore::findByNumber(std::string_view number)
{
    auto rows = m_db.prepare("SELECT order_id FROM order_summary WHERE number = ? ORDER BY order_id LIMIT 1");
    rows->bind(1, number);
    return rows->step() ? std::optional(uuidAt(*rows, 0)) : std::nullopt;
}

std::vector<std::string> OrderStore::staffNames()
{
    auto rows = m_db.prepare("SELECT staff FROM customer WHERE deleted = 0 AND staff <> '' UNION SELECT staff FROM "
                             "(SELECT staff FROM sales_order WHERE deleted = 0 ORDER BY id DESC LIMIT 500) "
                             "WHERE staff <> '' ORDER BY 1");
    std::vector<std::string> names;
    while (rows->step())
        names.emplace_back(rows->text(0));
    return names;
}

std::optional<LastPrice> OrderStore::lastPrice(const Uuid& customer, const Uuid& product, const Uuid& except)
{
    // newest orders first: a customer's last order with the product is seldom far back
    auto rows = m_db.prepare("SELECT l.unit_price, o.ordered_on FROM sales_order o CROSS JOIN order_line l "
                             "ON l.order_id = o.id AND l.deleted = 0 WHERE o.customer_id = ?1 AND l.product_id = ?2 "
                             "AND o.deleted = 0 AND ifnull(o.state, 0) <> 2 AND o.id <> ?3 "
                             "ORDER BY o.ordered_on DESC, o.id DESC, l.position DESC LIMIT 1");
    rows->bindBorrowed(1, blobOf(customer)).bindBorrowed(2, blobOf(product)).bindBorrowed(3, blobOf(except));
    if (!rows->step())
        return std::nullopt;
    return LastPrice{{rows->integer(0)}, Date{static_cast<std::int32_t>(rows->integer(1))}};
}

std::vector<AgreedPrice> OrderStore::agreedPrices(const Uuid& customer, const Uuid& product)
{
    auto rows = m_db.prepare("SELECT valid_from, ifnull(min_quantity, 0), unit_price FROM customer_price "
                             "WHERE customer_id = ? AND product_id = ? AND deleted = 0 ORDER BY id");
    rows->bindBorrowed(1, blobOf(customer)).bindBorrowed(2, blobOf(product));
    std::vector<AgreedPrice> prices;
    while (rows->step())
        prices.push_back({Date{static_cast<std::int32_t>(rows->integer(0))}, {rows->integer(1)}, {rows->integer(2)}});
    return prices;
}

OfferedPrice OrderStore::offer(
    const Uuid& customer, const Uuid& product, Quantity quantity, Date day, const Uuid& except)
{
    const auto master = findEntity<Product>(m_db, product);
    return offerPrice(agreedPrices(customer, product), lastPrice(customer, product, except),
        master ? master->listPrice : UnitPrice{}, quantity, day);
}

Uuid OrderStore::lastOf(const Uuid& customer)
{
    auto rows
        = m_db.prepare("SELECT id FROM sales_order WHERE customer_id = ? AND deleted = 0 AND ifnull(state, 0) <> 2 "
                       "ORDER BY ordered_on DESC, created_at DESC, id DESC LIMIT 1");
    rows->bindBorrowed(1, blobOf(customer));
    return rows->step() ? uuidAt(*rows, 0) : Uuid{};
}

} // namespace dure::storage
