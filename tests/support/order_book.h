#pragma once
#include "core/domain/date.h"
#include "core/domain/mutation.h"
#include "core/domain/schema.h"

#include <vector>

namespace dure::testing {

/// A seeded source, so that every run measures the same rows.
class SeededRandom final : public RandomSource
{
public:
    explicit SeededRandom(std::uint64_t seed)
        : m_state(seed)
    { }
    std::uint64_t next64() override;
    std::int64_t below(std::int64_t limit)
    {
        return static_cast<std::int64_t>(next64() % static_cast<std::uint64_t>(limit));
    }

private:
    std::uint64_t m_state;
};

struct TableRow
{
    TableId table;
    Row row;
};

struct OrderBookSize
{
    int customers = 300;
    int products = 120;
    int lines = 100'000; ///< five an order
};

/// The rows of a plastics maker's order book: customers, products, orders over two years up to `today`, each with five
/// lines, Korean names and 20-character memos. Same size and seed, same rows.
class OrderBook
{
public:
    OrderBook(OrderBookSize size, Date today, std::uint64_t seed = 1);

    const std::vector<TableRow>& masters() const { return m_masters; }
    /// The `index`-th order: its head, then its five lines.
    std::vector<TableRow> order(int index);
    int orderCount() const { return m_size.lines / 5; }

private:
    TableRow customer(int index);
    TableRow product(int index);

    OrderBookSize m_size;
    Date m_today;
    SeededRandom m_random;
    std::vector<TableRow> m_masters;
    std::vector<Uuid> m_customers;
    std::vector<Uuid> m_products;
    std::int64_t m_nowMs = 0;
};

/// The row as a create in a mutation.
Change createOf(const TableRow& row);

} // namespace dure::testing
