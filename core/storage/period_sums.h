#pragma once
#include "core/domain/date.h"
#include "core/domain/uuid.h"
#include "core/sqlite/database.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>

namespace dure::storage {

/// Lines of one order that are due on one day, and how many of them had gone out in full by then.
struct DueCount
{
    std::int64_t lines = 0, met = 0;
};
/// By day, yyyymmdd. order_summary.dues keeps them as "20261123 5 3;20261201 2 0".
using DueCounts = std::map<std::int64_t, DueCount>;
std::string textOf(const DueCounts& dues);
DueCounts dueCountsOf(std::string_view text);

/// What figures of a period are read from (figures_store.h): order_day, due_day, customer_month and product_month. The
/// summaries say what they take out and put in; flush() adds the difference. Inside the caller's transaction.
class PeriodSums
{
public:
    explicit PeriodSums(sqlite::Database& db)
        : m_db(db)
    { }

    /// `times` is 1 for what is put in and −1 for what is taken out, as in all of these.
    void addOrder(std::int64_t orderedOn, std::int64_t supply, std::int64_t tax, std::int64_t times);
    void addDues(std::string_view dues, std::int64_t times);
    void addDelivery(std::int64_t deliveredOn, const Uuid& customer, std::int64_t supply, std::int64_t times);
    void addDeliveredLine(
        std::int64_t deliveredOn, const Uuid& product, std::int64_t quantity, std::int64_t supply, std::int64_t times);
    void flush();

    void clearOrders(); ///< the tables that follow from orders, for a rebuild
    void clearDeliveries();

private:
    /// `count` says whether the row is still needed.
    struct Sum
    {
        std::int64_t count = 0, first = 0, second = 0;
        void add(std::int64_t times, std::int64_t toFirst, std::int64_t toSecond)
        {
            count += times;
            first += times * toFirst;
            second += times * toSecond;
        }
        bool isZero() const { return count == 0 && first == 0 && second == 0; }
    };
    struct MonthKey
    {
        std::int64_t month; ///< yyyymm
        Uuid id;
        bool operator==(const MonthKey&) const = default;
    };
    struct MonthKeyHash
    {
        std::size_t operator()(const MonthKey& key) const noexcept
        {
            return std::hash<Uuid>()(key.id) ^ static_cast<std::size_t>(key.month) * 0x9e3779b97f4a7c15ULL;
        }
    };
    using Days = std::map<std::int64_t, Sum>;
    using Months = std::unordered_map<MonthKey, Sum, MonthKeyHash>;

    void flushDays(Days& days, const char* add, const char* drop);
    void flushMonths(Months& months, const char* add, const char* drop);
    sqlite::Database& m_db;
    Days m_orderDays, m_dueDays;
    Months m_customerMonths, m_productMonths;
};

} // namespace dure::storage
