#pragma once
#include "core/domain/date.h"
#include "core/domain/fixed_point.h"
#include "core/domain/uuid.h"
#include "core/sqlite/database.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

/// 미납 현황: what remains to be delivered, line by line. Any connection will do; nothing here writes.
namespace dure::storage {

/// What lines are gathered under.
enum class OutstandingView : std::uint8_t { Customer, Product, Due };

enum class OutstandingChip : std::uint8_t {
    Late, ///< due before today; what is on hold is not late
    ThisWeek, ///< due from Monday to Sunday of today's week
    All,
};

struct OutstandingFilter
{
    OutstandingView view = OutstandingView::Customer;
    OutstandingChip chip = OutstandingChip::All;
    std::string text; ///< TextQuery over customer, product, the order's number and the customer's; each part anywhere
    Date today; ///< decides what is late; never null

    bool operator==(const OutstandingFilter&) const = default;
};

/// Of the groups, and of the lines within each.
enum class OutstandingSort : std::uint8_t {
    Group, ///< by name or day; within a group what is due first
    Due, ///< what is due first, and the group that has it
    Quantity,
    Supply,
};

struct OutstandingWindow
{
    OutstandingSort sort = OutstandingSort::Group;
    bool descending = false;
    std::int64_t offset = 0;
    std::int64_t limit = 100;
};

/// A line that waits, or the subtotal that stands above the lines of a group. Cancelled orders, returns and what was
/// delivered within the customer's tolerance or beyond are none.
struct OutstandingRow
{
    Uuid id; ///< the order line's; of a group the customer's or product's, or one made of its day or text; never nil
    bool isGroup = false;
    Uuid orderId, customerId, productId; ///< nil in a group of others
    std::string number; ///< the order's
    std::string customerName;
    std::string productName, spec;
    std::string unit; ///< of a group: empty unless its lines share one
    Date dueOn; ///< null: none; of a group the earliest
    bool late = false; ///< on the filter's today; of a group: a line is
    bool held = false; ///< 보류
    std::int64_t lines = 1, lateLines = 0;
    bool oneUnit = true; ///< of a group: pieces and metres are not added up; `remaining` is 0 then
    Quantity remaining, ordered; ///< ordered: of a line
    Won supply; ///< of what remains, without tax, as if it went out at once
};

struct OutstandingTotals
{
    std::int64_t count = 0; ///< rows, groups included
    std::int64_t groups = 0, lines = 0, lateLines = 0;
    bool oneUnit = true; ///< as in a group
    Quantity remaining;
    Won supply;
};

/// Lines by chip, without a text filter.
struct OutstandingChipCounts
{
    std::int64_t late = 0, thisWeek = 0, all = 0;
};

/// What a list keeps between its readings, so that the next page, view or filter does not read all open lines again:
/// they are held until the database has changed. May be shared by threads, which then wait for each other.
class OutstandingMemory;
std::shared_ptr<OutstandingMemory> makeOutstandingMemory();

class OutstandingStore
{
public:
    explicit OutstandingStore(
        sqlite::Database& db, std::shared_ptr<OutstandingMemory> memory = makeOutstandingMemory());

    std::vector<OutstandingRow> list(const OutstandingFilter& filter, const OutstandingWindow& window);
    OutstandingTotals totals(const OutstandingFilter& filter);
    OutstandingChipCounts chipCounts(Date today);
    /// A row of that list; std::nullopt: it is not in it.
    std::optional<OutstandingRow> find(const OutstandingFilter& filter, const Uuid& id);
    /// All that still waits of an order, what is due first first.
    std::vector<OutstandingRow> ofOrder(const Uuid& order, Date today);

private:
    sqlite::Database& m_db;
    std::shared_ptr<OutstandingMemory> m_memory;
};

} // namespace dure::storage
