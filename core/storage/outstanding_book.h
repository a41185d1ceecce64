#pragma once
#include "core/storage/outstanding_store.h"

#include <cstdint>
#include <unordered_map>

/// How OutstandingStore holds open lines in memory: read once, then filtered and gathered by numbers alone.
namespace dure::storage {

/// All rows of open_line with what they are shown and sorted by.
struct OutstandingBook
{
    struct Line
    {
        Uuid id;
        std::uint32_t order = 0, customer = 0, product = 0, unit = 0; ///< places in the vectors below
        std::int32_t dueOn = 0; ///< noDueDate without one
        bool held = false;
        std::int64_t quantity = 0, supply = 0;
    };
    struct Order
    {
        Uuid id;
        std::string number, customerNo;
    };
    struct Name
    {
        Uuid id; ///< nil: no such row; of a product: typed freely
        std::string name, spec; ///< spec: of a product
        std::string sort;
    };
    std::vector<Order> orders; ///< by id
    std::vector<Name> customers, products; ///< as people look them up, so that a place is also a rank
    std::vector<std::string> units;
    std::vector<Line> lines; ///< by due date, customer, product
    std::unordered_map<Uuid, std::uint32_t> customerAt, productAt;

    static OutstandingBook read(sqlite::Database& db);
};

/// What of a book passes a filter, gathered and sorted.
struct OutstandingArrangement
{
    struct Group
    {
        std::int64_t key = 0; ///< place of the customer or product, or the day
        std::uint32_t first = 0, lines = 0; ///< in `lines`
        std::uint32_t lateLines = 0;
        std::int64_t row = 0; ///< of its subtotal in the list
        std::int32_t dueOn = 0; ///< the earliest
        std::uint32_t unit = 0;
        bool oneUnit = true;
        std::int64_t quantity = 0, supply = 0;
    };
    std::vector<Group> groups; ///< in the list's order
    std::vector<std::uint32_t> lines; ///< places in the book, by group

    static OutstandingArrangement make(sqlite::Database& db, const OutstandingBook& book,
        const OutstandingFilter& filter, OutstandingSort sort, bool descending);
    std::int64_t rows() const { return static_cast<std::int64_t>(groups.size() + lines.size()); }
};

bool isLate(const OutstandingBook::Line& line, Date today);

} // namespace dure::storage
