#include "core/storage/order_reservations.h"

#include "core/storage/row_store.h"

namespace dure::storage {

void OrderReservations::clear()
{
    m_changes.clear();
    m_db.execute("DELETE FROM order_reserved");
}

void OrderReservations::write(const Uuid& order, const Uuid& product, std::int64_t quantity)
{
    auto put = m_db.prepare("INSERT OR REPLACE INTO order_reserved(order_id, product_id, quantity) VALUES(?, ?, ?)");
    put->bindBorrowed(1, blobOf(order)).bindBorrowed(2, blobOf(product)).bind(3, quantity).run();
}

void OrderReservations::insert(const Uuid& order, const Waiting& waiting)
{
    for (const auto& [product, quantity] : waiting) {
        write(order, product, quantity);
        m_changes[product] += quantity;
    }
}

OrderReservations::Waiting OrderReservations::stored(const Uuid& order)
{
    Waiting waiting;
    auto rows = m_db.prepare("SELECT product_id, quantity FROM order_reserved WHERE order_id = ?");
    rows->bindBorrowed(1, blobOf(order));
    while (rows->step())
        waiting[uuidAt(*rows, 0)] = rows->integer(1);
    return waiting;
}

void OrderReservations::replace(const Uuid& order, const Waiting& waiting)
{
    Waiting before = stored(order);
    for (const auto& [product, quantity] : waiting) {
        const auto was = before.find(product);
        const std::int64_t old = was == before.end() ? 0 : was->second;
        if (quantity != old) {
            write(order, product, quantity);
            m_changes[product] += quantity - old;
        }
        if (was != before.end())
            before.erase(was);
    }
    for (const auto& [product, quantity] : before) {
        auto drop = m_db.prepare("DELETE FROM order_reserved WHERE order_id = ? AND product_id = ?");
        drop->bindBorrowed(1, blobOf(order)).bindBorrowed(2, blobOf(product)).run();
        m_changes[product] -= quantity;
    }
}

void OrderReservations::flush()
{
    for (const auto& [product, change] : m_changes) {
        if (change == 0)
            continue;
        auto add = m_db.prepare("INSERT INTO product_stock(product_id, quantity, reserved) VALUES(?, 0, ?) "
                                "ON CONFLICT DO UPDATE SET reserved = reserved + excluded.reserved");
        add->bindBorrowed(1, blobOf(product)).bind(2, change).run();
    }
    m_changes.clear();
}

} // namespace dure::storage
