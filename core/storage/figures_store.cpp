#include "core/storage/figures_store.h"

#include "core/storage/row_store.h"
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

std::vector<RankedAmount> FiguresStore::ranked(const char* sql, MonthSpan months, MonthSpan before, std::int64_t limit)
{
    auto rows = m_db.prepare(sql);
    rows->bind(1, std::int64_t{months.from}).bind(2, std::int64_t{months.to});
    rows->bind(3, std::int64_t{before.from}).bind(4, std::int64_t{before.to}).bind(5, limit);
    std::vector<RankedAmount> ranked;
    while (rows->step())
        ranked.push_back({uuidAt(*rows, 0), std::string(rows->text(2)), {rows->integer(1)}, {rows->integer(3)}});
    return ranked;
}

std::vector<RankedAmount> FiguresStore::bestCustomers(MonthSpan months, MonthSpan before, std::int64_t limit)
{
    return ranked(
        "SELECT b.id, b.supply, ifnull(c.name, ''), (SELECT sum(m.supply) FROM customer_month m WHERE "
        "m.month BETWEEN ?3 AND ?4 AND m.customer_id = b.id) FROM (SELECT customer_id AS id, sum(supply) AS "
        "supply FROM customer_month WHERE month BETWEEN ?1 AND ?2 GROUP BY customer_id HAVING sum(supply) > 0 "
        "ORDER BY 2 DESC, 1 LIMIT ?5) b LEFT JOIN customer c ON c.id = b.id ORDER BY b.supply DESC, b.id",
        months, before, limit);
}

std::vector<RankedAmount> FiguresStore::bestProducts(MonthSpan months, MonthSpan before, std::int64_t limit)
{
    return ranked("SELECT b.id, b.supply, trim(ifnull(p.name, '') || ' ' || ifnull(p.spec, '')), (SELECT sum(m.supply) "
                  "FROM product_month m WHERE m.month BETWEEN ?3 AND ?4 AND m.product_id = b.id) FROM (SELECT "
                  "product_id AS id, sum(supply) AS supply FROM product_month WHERE month BETWEEN ?1 AND ?2 GROUP BY "
                  "product_id HAVING sum(supply) > 0 ORDER BY 2 DESC, 1 LIMIT ?5) b LEFT JOIN product p ON p.id = b.id "
                  "ORDER BY b.supply DESC, b.id",
        months, before, limit);
}

bool FiguresStore::isComplete()
{
    SyncState state(m_db);
    return state.epoch().empty() || state.isComplete();
}

} // namespace dure::storage
