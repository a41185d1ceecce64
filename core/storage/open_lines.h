#pragma once
#include "core/domain/uuid.h"
#include "core/sqlite/database.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace dure::storage {

/// An order's line that still waits for something to go out: a row of open_line. Whether its order is held (보류) is
/// not in it, so that holding an order leaves its lines alone.
struct OpenLine
{
    Uuid line;
    Uuid product; ///< nil: typed freely
    Uuid customer;
    std::string freeName; ///< the line's text if it has no product
    std::string unit; ///< as it was ordered
    std::int64_t dueOn = 0; ///< its own or the order's, yyyymmdd; noDueDate without one
    std::int64_t quantity = 0; ///< outstanding, in ten-thousandths; always above 0
    std::int64_t supply = 0; ///< won, without tax, if all of it went out at the order's price

    bool operator==(const OpenLine&) const = default;
};

/// Lines of open orders that still wait (open_line), and what of a product is promised by them altogether
/// (product_stock.reserved). Kept by OrderSummaries as it sums up orders; inside the caller's transaction.
class OpenLines
{
public:
    explicit OpenLines(sqlite::Database& db)
        : m_db(db)
    { }

    void insert(const Uuid& order, const std::vector<OpenLine>& lines); ///< of which nothing is there yet
    void replace(const Uuid& order, const std::vector<OpenLine>& lines);
    void flush(); ///< into product_stock
    void clear(); ///< before everything is inserted anew; rebuildStock() adds it up

private:
    std::map<Uuid, OpenLine> stored(const Uuid& order); ///< by line
    void write(const Uuid& order, const OpenLine& line, const char* into);
    void reserve(const OpenLine& line, std::int64_t times);
    sqlite::Database& m_db;
    std::map<Uuid, std::int64_t> m_changes; ///< of product_stock.reserved
};

} // namespace dure::storage
