#include "core/storage/figures_store.h"

#include "core/storage/row_store.h"
#include "core/storage/summaries.h"
#include "core/storage/sync_state.h"

#include <algorithm>

namespace dure::storage {

namespace {

int monthAfter(int month) { return month % 100 == 12 ? month + 89 : month + 1; }

} // namespace

PeriodAmount FiguresStore::sum(const char* sql, DaySpan days)
{
    auto rows = m_db.prepare(sql);
    rows->bind(1, std::int64_t{days.from.yyyymmdd}).bind(2, std::int64_t{days.to.yyyymmdd});
    if (!rows->step())
        return {};
    return {rows->integer(0), {rows->integer(1)}, {rows->integer(2)}};
}

PeriodAmount FiguresStore::ordered(DaySpan days)
{
    return sum("SELECT sum(count), sum(supply), sum(tax) FROM order_day WHERE ordered_on BETWEEN ? AND ?", days);
}

PeriodAmount FiguresStore::delivered(DaySpan days)
{
    return sum("SELECT sum(count), sum(supply), sum(tax) FROM delivery_day WHERE delivered_on BETWEEN ? AND ?", days);
}

PeriodAmount FiguresStore::collected(DaySpan days)
{
    return sum("SELECT count(*), sum(amount), 0 FROM payment WHERE received_on BETWEEN ? AND ? AND deleted = 0 "
               "AND ifnull(kind, 0) NOT IN (5, 6)", // PaymentKind::Offset, Discount
        days);
}

OnTime FiguresStore::onTime(DaySpan days)
{
    auto rows = m_db.prepare("SELECT sum(lines), sum(met) FROM due_day WHERE due_on BETWEEN ? AND ?");
    rows->bind(1, std::int64_t{days.from.yyyymmdd}).bind(2, std::int64_t{days.to.yyyymmdd});
    if (!rows->step())
        return {};
    return {rows->integer(0), rows->integer(1)};
}

std::vector<MonthAmount> FiguresStore::deliveredByMonth(MonthSpan months)
{
    std::vector<MonthAmount> amounts;
    for (int month = months.from; month <= months.to; month = monthAfter(month))
        amounts.push_back({month, {}});
    auto rows = m_db.prepare("SELECT delivered_on / 100, sum(supply) FROM delivery_day WHERE delivered_on BETWEEN ? "
                             "AND ? GROUP BY 1");
    rows->bind(1, std::int64_t{months.from} * 100).bind(2, std::int64_t{months.to} * 100 + 99);
    while (rows->step())
        if (const auto at = std::ranges::find(amounts, rows->integer(0), &MonthAmount::month); at != amounts.end())
            at->supply = {rows->integer(1)};
    return amounts;
}

std::vector<RankedAmount> FiguresStore::ranked(
    const std::string& sql, MonthSpan months, MonthSpan before, std::int64_t limit)
{
    auto rows = m_db.prepare(sql);
    rows->bind(1, std::int64_t{months.from}).bind(2, std::int64_t{months.to});
    rows->bind(3, std::int64_t{before.from}).bind(4, std::int64_t{before.to}).bind(5, limit);
    std::vector<RankedAmount> ranked;
    while (rows->step())
        ranked.push_back({uuidAt(*rows, 0), std::string(rows->text(2)), {rows->integer(1)}, {rows->integer(3)}});
    return ranked;
}

namespace {

/// The best of the months, each with its sum of the months before; `name` of `table`, whose rows `of` names.
std::string rankedSql(const std::string& sums, const std::string& of, const std::string& table, const std::string& name)
{
    const auto sumOf = [&](const char* from, const char* to) {
        return "SELECT " + of + " AS id, sum(supply) AS supply FROM " + sums + " WHERE month BETWEEN " + from + " AND "
            + to + " GROUP BY " + of;
    };
    return "SELECT b.id, b.supply, " + name + ", p.supply FROM (" + sumOf("?1", "?2")
        + " HAVING sum(supply) > 0 ORDER BY 2 DESC, 1 LIMIT ?5) b LEFT JOIN (" + sumOf("?3", "?4")
        + ") p ON p.id = b.id LEFT JOIN " + table + " t ON t.id = b.id ORDER BY b.supply DESC, b.id";
}

} // namespace

std::vector<RankedAmount> FiguresStore::bestCustomers(MonthSpan months, MonthSpan before, std::int64_t limit)
{
    static const std::string sql = rankedSql("customer_month", "customer_id", "customer", "ifnull(t.name, '')");
    return ranked(sql, months, before, limit);
}

std::vector<RankedAmount> FiguresStore::bestProducts(MonthSpan months, MonthSpan before, std::int64_t limit)
{
    static const std::string sql
        = rankedSql("product_month", "product_id", "product", "trim(ifnull(t.name, '') || ' ' || ifnull(t.spec, ''))");
    return ranked(sql, months, before, limit);
}

bool FiguresStore::isComplete()
{
    SyncState state(m_db);
    return state.epoch().empty() || state.isComplete();
}

} // namespace dure::storage
