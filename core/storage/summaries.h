#pragma once
#include "core/domain/order_status.h"
#include "core/domain/value.h"
#include "core/sqlite/database.h"
#include "core/storage/open_lines.h"
#include "core/storage/period_sums.h"

#include <map>
#include <optional>
#include <set>
#include <string_view>
#include <tuple>
#include <unordered_map>
#include <vector>

/// The tables that DerivedData keeps; see client_schema.cpp. All of it inside the caller's transaction.
namespace dure::storage {

/// Customer names sort as people look them up: without (주). `c` is the customer's alias in the statement.
#define DURE_CUSTOMER_SORT "trim(replace(replace(replace(c.name, '(주)', ''), '㈜', ''), '주식회사', ''))"
/// What a customer owes; `c` the customer, `f` its customer_figures, joined from the left.
#define DURE_BALANCE "ifnull(c.opening_balance, 0) + ifnull(f.delivered, 0) - ifnull(f.received, 0)"

/// A delivery `s` of delivery_summary that is no reversal and was not taken back.
#define DURE_DELIVERY_STANDS                                                                                           \
    "(s.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM delivery_summary r WHERE r.reverses_id = s.delivery_id AND " \
    "NOT EXISTS (SELECT 1 FROM delivery_summary b WHERE b.reverses_id = r.delivery_id)))"
/// The same of a payment `p`.
#define DURE_PAYMENT_STANDS                                                                                            \
    "(p.reverses_id IS NULL AND NOT EXISTS (SELECT 1 FROM payment r WHERE r.reverses_id = p.id AND r.deleted = 0 AND " \
    "NOT EXISTS (SELECT 1 FROM payment b WHERE b.reverses_id = r.id AND b.deleted = 0)))"
/// What payments of its customer that stand were allocated to the delivery `s` explicitly; null: nothing.
#define DURE_ALLOCATED                                                                                                 \
    "(SELECT sum(a.amount) FROM payment_allocation a JOIN payment p ON p.id = a.payment_id AND p.deleted = 0 AND "     \
    "p.customer_id = s.customer_id AND " DURE_PAYMENT_STANDS " WHERE a.delivery_id = s.delivery_id AND a.deleted = 0)"
/// What a delivery `s` asks for, less what was allocated to it; more than it asks for cannot be allocated to it.
#define DURE_ASKED                                                                                                     \
    "CASE WHEN s.supply + s.tax > 0 THEN max(s.supply + s.tax - ifnull(" DURE_ALLOCATED ", 0), 0) ELSE s.supply + "    \
    "s.tax END"

enum OrderFlag : std::int64_t { OverDelivered = 1, DeliveredThoughCancelled = 2 };
/// order_summary.due_on of an order without a date
inline constexpr std::int64_t noDueDate = 99'999'999;
/// order_summary.progress
enum class DeliveredPart : std::int64_t { Nothing = 0, Some = 1, All = 2 };

/// An order that was made in this transaction, and all of its lines.
struct NewOrder
{
    Row order;
    std::vector<Row> lines;
};
using NewOrders = std::unordered_map<Uuid, NewOrder>;
struct GatheredOrder;

class OrderSummaries
{
public:
    explicit OrderSummaries(sqlite::Database& db)
        : m_db(db)
        , m_openLines(db)
        , m_periods(db)
    { }
    /// `known`: those of `orders` that need not be read. `moved`: of what they show only the state has changed, and
    /// neither from nor to Cancelled.
    void refresh(const std::set<Uuid>& orders, NewOrders& known, const std::map<Uuid, OrderState>& moved);
    void rebuild();

private:
    struct BucketKey
    {
        std::int64_t state, open, progress, dueOn;
        auto operator<=>(const BucketKey&) const = default;
    };
    struct BucketSum
    {
        std::int64_t count = 0, remaining = 0, ordered = 0, supply = 0;
    };
    struct Summary;
    void read(const Uuid& id, GatheredOrder& order);
    void take(NewOrder& known, GatheredOrder& order);
    std::optional<Summary> stored(const Uuid& order);
    void insert(const GatheredOrder& order);
    void replace(const Summary& before, const GatheredOrder& order);
    void move(const Uuid& order, OrderState state);
    void writeState(const Uuid& order, std::int64_t state);
    void write(const Uuid& id, const Summary& summary, const char* into);
    void addToFigures(const Summary& summary, std::int64_t times);
    void flushFigures();
    sqlite::Database& m_db;
    std::map<BucketKey, BucketSum> m_buckets;
    std::map<Uuid, std::int64_t> m_openOrders; ///< change of customer_figures.open_orders
    OpenLines m_openLines;
    PeriodSums m_periods;
};

/// Delivery lines that this transaction wrote, as they were before it; std::nullopt: not there, or deleted.
using LinesBefore = std::map<Uuid, std::optional<Row>>;

class DeliverySummaries
{
public:
    explicit DeliverySummaries(sqlite::Database& db)
        : m_db(db)
        , m_periods(db)
    { }
    /// Adds the customers whose balance it touched to `customers`.
    void refresh(const std::set<Uuid>& deliveries, const LinesBefore& before, std::set<Uuid>& customers);
    void rebuild();

private:
    struct DaySum
    {
        std::int64_t count = 0, quantity = 0, supply = 0, tax = 0;
    };
    struct Gathered;
    void write(const Gathered& delivery);
    void takeOut(const Uuid& delivery, const LinesBefore& before, std::set<Uuid>& customers);
    void takeOutLines(const Uuid& delivery, std::int64_t deliveredOn, const LinesBefore& before);
    void flushDays();
    sqlite::Database& m_db;
    std::map<std::int64_t, DaySum> m_days;
    PeriodSums m_periods;
};

/// What was delivered to and received from each customer; open_orders is OrderSummaries' part.
void refreshFigures(sqlite::Database& db, const std::set<Uuid>& customers);
/// From the rebuilt summaries.
void rebuildFigures(sqlite::Database& db);
/// What each customer still owes by the day of its deliveries; after the customers' figures.
void refreshReceivables(sqlite::Database& db, const std::set<Uuid>& customers);
/// From the rebuilt summaries and figures.
void rebuildReceivables(sqlite::Database& db);
/// What is on hand; what is reserved is OrderSummaries' part.
void refreshStock(sqlite::Database& db, const std::set<Uuid>& products);
/// Both, from movements and the rebuilt open lines.
void rebuildStock(sqlite::Database& db);

} // namespace dure::storage
