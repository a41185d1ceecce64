#pragma once
#include "core/domain/delivery_part.h"
#include "core/domain/entities.h"
#include "core/sqlite/database.h"

#include <optional>

/// What the delivery screens and the 거래명세서 read. Any connection will do; nothing here writes.
namespace dure::storage {

enum class DeliveryChip : std::uint8_t { Today, ThisWeek, ThisMonth, All }; ///< a week begins on Monday

struct DeliveryFilter
{
    DeliveryChip chip = DeliveryChip::ThisMonth;
    std::string text; ///< number, customer, products
    Uuid customer;
    Date from, to;
    Date today; ///< never null
};

enum class DeliverySort : std::uint8_t { Date, Number, Customer, Quantity, Total };

struct DeliveryWindow
{
    DeliverySort sort = DeliverySort::Date;
    bool descending = true;
    std::int64_t offset = 0;
    std::int64_t limit = 100;
};

struct DeliveryListRow
{
    Uuid id;
    std::string number;
    Date deliveredOn;
    Uuid customerId;
    std::string customerName;
    Uuid orderId;
    std::string orderNumber; ///< empty: without an order
    std::string firstProduct;
    std::int64_t moreLines = 0;
    Quantity quantity;
    Won supply, tax;
    bool isReversal = false; ///< takes another one back
    bool isReversed = false; ///< was taken back
};

struct DeliveryTotals
{
    std::int64_t count = 0;
    Quantity quantity;
    Won supply, tax;
    bool exact = true;

    bool operator==(const DeliveryTotals&) const = default;
};

struct DeliveryChipCounts
{
    std::int64_t today = 0, thisWeek = 0, thisMonth = 0, all = 0;
};

struct DeliveryDetail
{
    Delivery delivery;
    std::vector<DeliveryLine> lines; ///< by position
    std::string orderNumber;
    std::int64_t part = 0; ///< 1차, 2차 … of its order, reversals not counted; 0 without an order
    Customer customer;
    std::optional<DeliverySite> site;
    Won supply, tax;
    bool isReversed = false;
};

class DeliveryStore
{
public:
    /// A text that meets no more documents than `few` is answered from them; else the list is walked in its order.
    explicit DeliveryStore(sqlite::Database& db, std::size_t few = 4'000)
        : m_db(db)
        , m_few(few)
    { }

    std::vector<DeliveryListRow> list(const DeliveryFilter& filter, const DeliveryWindow& window);
    DeliveryTotals totals(const DeliveryFilter& filter, std::int64_t patience = 20'000);
    DeliveryChipCounts chipCounts(Date today);
    std::optional<DeliveryListRow> row(const Uuid& id);
    std::optional<DeliveryDetail> detail(const Uuid& id);
    std::optional<Uuid> findByNumber(std::string_view number);
    /// The deliveries of an order, its own and those that served a line of it, for deliveryPart().
    std::vector<DeliveryPart> parts(const Uuid& order);
    /// Vehicles and drivers used lately, newest first: {"2.5톤 82가 3417", "이정호"}.
    std::vector<std::pair<std::string, std::string>> recentVehicles(std::size_t limit = 10);

private:
    sqlite::Database& m_db;
    std::size_t m_few;
};

} // namespace dure::storage
