#pragma once
#include "core/domain/entities.h"
#include "core/sqlite/database.h"

#include <array>
#include <optional>

/// What the order screens read. Any connection will do; nothing here writes.
namespace dure::storage {

class DocumentFilter;

/// The chips above the list. Open: a line is not done (order_status.h) and the order is not cancelled.
enum class OrderChip : std::uint8_t {
    DueToday, ///< 오늘 납기: open and due today
    Late, ///< 지연: open, not on hold, due before today
    Open, ///< 미출고: on hold included
    All, ///< 전체
};

struct OrderFilter
{
    OrderChip chip = OrderChip::Open;
    std::string text; ///< TextQuery over number, customer's number, customer and products; each part anywhere
    Uuid customer; ///< nil: all
    Uuid product;
    Date orderedFrom, orderedTo; ///< null: open ended
    bool standing = false; ///< cancelled ones left out, as figures of a period do
    Date today; ///< decides what is late; never null
};

enum class OrderSort : std::uint8_t {
    Due,
    Ordered,
    Number,
    Customer,
    Product,
    Status,
    Remaining,
    Progress,
    Quantity,
    Supply
};

struct OrderWindow
{
    OrderSort sort = OrderSort::Due;
    bool descending = false;
    std::int64_t offset = 0;
    std::int64_t limit = 100;
};

struct OrderListRow
{
    Uuid id;
    std::string number;
    OrderStatus status = OrderStatus::Received;
    bool late = false; ///< on the filter's today
    bool overDelivered = false, deliveredThoughCancelled = false; ///< 확인 필요
    Date orderedOn;
    Date dueOn; ///< the earliest of what remains
    Uuid customerId;
    std::string customerName;
    std::string firstProduct; ///< name and spec of the first line
    std::int64_t moreLines = 0; ///< "외 n"
    Quantity remaining, ordered; ///< remaining: outstandingQuantity() of all lines
    std::int64_t progressBp = 0; ///< delivered of ordered, 0 to 10000
    Won supply, tax;
};

/// By status; the late ones stand apart and in no other count.
struct OrderStatusCounts
{
    std::int64_t late = 0, partlyDelivered = 0, received = 0, onHold = 0, delivered = 0, cancelled = 0;

    bool operator==(const OrderStatusCounts&) const = default;
};

/// The totals row. Sums leave cancelled orders out.
struct OrderTotals
{
    std::int64_t count = 0;
    OrderStatusCounts statuses;
    Quantity remaining, ordered;
    Won supply;
    bool exact = true; ///< false: a text filter met more rows than were looked at; `count` is "at least"

    bool operator==(const OrderTotals&) const = default;
};

/// Counts of the four chips, without a text filter.
using OrderChipCounts = std::array<std::int64_t, 4>;

struct OrderLineDetail
{
    OrderLine line;
    Quantity delivered; ///< reversals taken off

    LineProgress progress() const { return {line.quantity, delivered, line.dueOn}; }
    Quantity remaining() const { return remainingQuantity(progress()); }
};

struct OrderDeliveryRow
{
    Uuid id;
    std::string number;
    Date deliveredOn;
    std::string firstProduct;
    std::int64_t lineCount = 0;
    Quantity quantity;
    Won supply, tax;
    bool isReversal = false, isReversed = false;
    std::int64_t part = 0; ///< 1차, 2차 … of the order; 0: a reversal
};

struct OrderDetail
{
    SalesOrder order;
    std::string customerName, siteName;
    OrderProgress progress;
    Tolerance tolerance; ///< the customer's
    std::vector<OrderLineDetail> lines; ///< by position
    std::vector<OrderDeliveryRow> deliveries; ///< by date, then number
    Won supply, tax; ///< of the order
    Won deliveredSupply, deliveredTax;
    Won customerBalance; ///< what the customer owes now
    Won customerCreditLimit;
    std::int64_t files = 0; ///< photos, purchase orders as they came …
};

class OrderStore
{
public:
    /// A text that meets no more documents than `few` is answered from them; else the list is walked in its order.
    explicit OrderStore(sqlite::Database& db, std::size_t few = 4'000)
        : m_db(db)
        , m_few(few)
    { }

    std::vector<OrderListRow> list(const OrderFilter& filter, const OrderWindow& window);
    /// `patience`: how many rows a text filter may look at; 0 for all (may take long with a very common text).
    OrderTotals totals(const OrderFilter& filter, std::int64_t patience = 20'000);
    OrderChipCounts chipCounts(Date today);
    /// One row as the list shows it, to refresh it in place; std::nullopt if it is gone.
    std::optional<OrderListRow> row(const Uuid& id, Date today);

    std::optional<OrderDetail> detail(const Uuid& id, Date today);
    std::optional<Uuid> findByNumber(std::string_view number);
    /// Who is in charge of customers, or was of recent orders; by name.
    std::vector<std::string> staffNames();
    /// The customer's newest order that was not cancelled; nil: there is none.
    Uuid lastOf(const Uuid& customer);
    /// The price of the customer's latest order with this product, other than the order `except`.
    std::optional<LastPrice> lastPrice(const Uuid& customer, const Uuid& product, const Uuid& except = {});
    /// By id, as agreedPrice() wants them.
    std::vector<AgreedPrice> agreedPrices(const Uuid& customer, const Uuid& product);
    /// What to put into the price cell, by offerPrice().
    OfferedPrice offer(const Uuid& customer, const Uuid& product, Quantity quantity, Date day, const Uuid& except = {});

private:
    std::vector<OrderListRow> plainWindow(const OrderFilter& filter, const OrderWindow& window);
    std::vector<OrderListRow> walk(const OrderFilter& filter, const OrderWindow& window, DocumentFilter& text);
    bool numbersMatch(const DocumentFilter& text, const sqlite::Statement& row);
    sqlite::Database& m_db;
    std::size_t m_few;
};

} // namespace dure::storage
