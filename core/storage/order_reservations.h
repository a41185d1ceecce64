#pragma once
#include "core/domain/uuid.h"
#include "core/sqlite/database.h"

#include <cstdint>
#include <map>

namespace dure::storage {

/// What open orders still wait for, by order and product (order_reserved), and of a product altogether
/// (product_stock.reserved). Kept by OrderSummaries as it sums up orders; inside the caller's transaction.
class OrderReservations
{
public:
    explicit OrderReservations(sqlite::Database& db)
        : m_db(db)
    { }
    /// By product, in ten-thousandths; only what is more than nothing.
    using Waiting = std::map<Uuid, std::int64_t>;

    void insert(const Uuid& order, const Waiting& waiting); ///< of which nothing is there yet
    void replace(const Uuid& order, const Waiting& waiting);
    void flush(); ///< into product_stock
    void clear(); ///< before everything is inserted anew; rebuildStock() adds it up

private:
    Waiting stored(const Uuid& order);
    void write(const Uuid& order, const Uuid& product, std::int64_t quantity);
    sqlite::Database& m_db;
    std::map<Uuid, std::int64_t> m_changes; ///< of product_stock.reserved
};

} // namespace dure::storage
