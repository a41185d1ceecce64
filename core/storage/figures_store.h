#pragma once
#include "core/domain/fixed_point.h"
#include "core/domain/period.h"
#include "core/domain/uuid.h"
#include "core/sqlite/database.h"

#include <string>
#include <vector>

/// What the dashboard is computed from. Any connection will do; nothing here writes. All of it is read from sums by day
/// and by month (period_sums.h) or along an index, so that a million order lines make no difference.
namespace dure::storage {

struct PeriodAmount
{
    std::int64_t count = 0; ///< documents
    Won supply, tax; ///< of collections: the amount, and nothing
    bool operator==(const PeriodAmount&) const = default;
};

/// 납기 준수: see FiguresStore::onTime.
struct OnTime
{
    std::int64_t lines = 0, met = 0;
    bool operator==(const OnTime&) const = default;
};

struct MonthAmount
{
    int month = 0; ///< yyyymm
    Won supply;
    bool operator==(const MonthAmount&) const = default;
};

struct RankedAmount
{
    Uuid id;
    std::string name; ///< of a product with its spec
    Won supply;
    Won before; ///< the same of the span before
    bool operator==(const RankedAmount&) const = default;
};

class FiguresStore
{
public:
    explicit FiguresStore(sqlite::Database& db)
        : m_db(db)
    { }

    /// 수주: orders by the day they came, cancelled ones left out.
    PeriodAmount ordered(DaySpan days);
    /// 납품: by the day of delivery, with and without an order; a reversal takes off on its own day.
    PeriodAmount delivered(DaySpan days);
    /// 수금: what customers paid, by the day it was received: transfers, cash, cheques, cards, and notes when they are
    /// taken; a reversal (also of a dishonoured note) takes off on its own day. What is set off against our debts
    /// (상계) or given up (에누리) brings nothing and is left out.
    PeriodAmount collected(DaySpan days);
    /// 납기 준수율: of the order lines due on these days, how many had gone out in full by the day they were due.
    /// A line is due on its own date, or else its order's; without either it is in no figure. Only lines of a positive
    /// quantity count, of orders that are neither cancelled nor on hold. In full: isLineDone() with what was delivered
    /// until that day and the customer's tolerance; a delivery that was taken back counts as never made, whenever it
    /// was taken back. Lines due today may still be met: ask for days that have passed.
    OnTime onTime(DaySpan days);
    /// Every month of the span, also those with nothing.
    std::vector<MonthAmount> deliveredByMonth(MonthSpan months);
    /// Best first; those of which nothing was delivered are left out.
    std::vector<RankedAmount> bestCustomers(MonthSpan months, MonthSpan before, std::int64_t limit);
    std::vector<RankedAmount> bestProducts(MonthSpan months, MonthSpan before, std::int64_t limit);
    /// False while a first sync runs: sums are those of what has come so far, and those derived from rows are missing.
    bool isComplete();

private:
    PeriodAmount sum(const char* sql, DaySpan days);
    std::vector<RankedAmount> ranked(const char* sql, MonthSpan months, MonthSpan before, std::int64_t limit);
    sqlite::Database& m_db;
};

} // namespace dure::storage
