#pragma once
#include "core/domain/entities.h"
#include "core/domain/units.h"
#include "core/sqlite/database.h"

#include <optional>

/// What the stock screens read. Any connection will do; nothing here writes.
namespace dure::storage {

enum class StockChip : std::uint8_t {
    All, ///< active products, and inactive ones of which something is left
    BelowSafety, ///< 안전재고 미달: on hand, as the products' list counts it
    Short, ///< 가용 부족: more is promised than there is
    Negative, ///< less than nothing on hand: something was not entered
    Unmoved, ///< nothing was ever entered
};

struct StockFilter
{
    StockChip chip = StockChip::All;
    std::string text;
};

enum class StockSort : std::uint8_t { Code, Name, OnHand, Reserved, Available, Safety };

struct StockWindow
{
    StockSort sort = StockSort::Code;
    bool descending = false;
    std::int64_t offset = 0;
    std::int64_t limit = 100;
};

struct StockListRow
{
    Uuid id; ///< the product's
    std::string code, name, spec;
    PackingTerms packing;
    Quantity onHand;
    Quantity reserved; ///< what open orders still wait for
    Quantity safety; ///< 0: none is set
    bool inactive = false;

    Quantity available() const { return onHand - reserved; }
    bool isNegative() const { return onHand < Quantity{}; }
    bool isShort() const { return available() < Quantity{}; }
    bool isBelowSafety() const { return !inactive && safety > Quantity{} && onHand < safety; }
};

struct StockChipCounts
{
    std::int64_t all = 0, belowSafety = 0, shortOf = 0, negative = 0, unmoved = 0;
};

struct StockTotals
{
    std::int64_t count = 0;
    bool oneUnit = true; ///< pieces and metres are not added up: the sums are 0 then
    Quantity onHand, reserved;
};

/// A movement as ledgers and details show it.
struct StockMovementRow
{
    StockMovement movement;
    std::string deliveryNumber, customerName; ///< of a delivery's
    Uuid deliveryId;
    bool isReversed = false; ///< taken back; never of a delivery's, which is taken back as a whole
};

/// An open order that waits for the product.
struct StockWaitingRow
{
    Uuid orderId;
    std::string number, customerName;
    Date dueOn; ///< null: none
    Quantity quantity;
};

struct StockDetail
{
    StockListRow row;
    std::vector<StockMovementRow> last; ///< newest first
    std::vector<StockWaitingRow> waiting; ///< first due first
    std::int64_t waitingOrders = 0; ///< all of them
};

/// The movements of one product in a period, with what came before; core/reports/stock_ledger.h makes the 수불부 of it.
struct StockHistory
{
    StockListRow row; ///< as of now
    Quantity carriedForward; ///< on hand before the first day
    std::vector<StockMovementRow> movements; ///< by day, and within a day as they were entered
};

class StockStore
{
public:
    static constexpr std::int64_t lastMovements = 8;
    static constexpr std::int64_t firstWaiting = 5;

    explicit StockStore(sqlite::Database& db)
        : m_db(db)
    { }

    std::vector<StockListRow> list(const StockFilter& filter, const StockWindow& window);
    StockTotals totals(const StockFilter& filter);
    StockChipCounts chipCounts();
    std::optional<StockListRow> row(const Uuid& product);
    /// In the order of `products`; those that are gone are left out.
    std::vector<StockListRow> rows(const std::vector<Uuid>& products);

    /// For a count sheet: all products, by code, with what the books hold at the end of that day. A text filters.
    std::vector<StockListRow> onDay(Date day, const std::string& text = {});

    std::optional<StockDetail> detail(const Uuid& product);
    /// Both days included.
    std::optional<StockHistory> history(const Uuid& product, Date from, Date to);

private:
    void addMovements(std::string_view where, const Uuid& product, Date from, Date to, std::int64_t limit,
        std::vector<StockMovementRow>& out);
    bool isReversed(const Uuid& movement);
    sqlite::Database& m_db;
};

} // namespace dure::storage
