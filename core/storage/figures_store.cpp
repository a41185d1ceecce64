#include "core/storage/figures_store.h"

#include "core/storage/delivery_days.h"
#include "core/storage/row_store.h"
#include "core/storage/summaries.h"
#include "core/storage/sync_state.h"

#include <algorithm>

namespace dure::storage {

namespace {

Date dateAt(const sqlite::Statement& row, int column) { return {static_cast<std::int32_t>(row.integer(column))}; }

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

std::vector<OwingCustomer> FiguresStore::owing(Date since)
{
    std::vector<OwingCustomer> customers;
    auto rows = m_db.prepare("SELECT c.id, c.name, " DURE_BALANCE " AS owed, ifnull(c.opening_balance, 0), "
                             "ifnull(c.opening_on, 0) FROM customer c LEFT JOIN customer_figures f ON f.customer_id = "
                             "c.id WHERE c.deleted = 0 AND owed <> 0 ORDER BY c.id");
    auto asked = m_db.prepare("SELECT delivered_on, sum(supply + tax) FROM delivery_summary WHERE customer_id = ? AND "
                              "delivered_on >= ? GROUP BY delivered_on");
    while (rows->step()) {
        OwingCustomer& customer = customers.emplace_back();
        customer.id = uuidAt(*rows, 0);
        customer.name = rows->text(1);
        customer.owed = {rows->integer(2)};
        if (customer.owed < Won{})
            continue; // nobody asks how old a credit is
        if (const Date opening = dateAt(*rows, 4); opening >= since)
            customer.recent.push_back({opening, {rows->integer(3)}});
        asked->reset();
        asked->bindBorrowed(1, blobOf(customer.id)).bind(2, std::int64_t{since.yyyymmdd});
        while (asked->step())
            customer.recent.push_back({dateAt(*asked, 0), {asked->integer(1)}});
    }
    addReversals(customers, since);
    return customers;
}

/// Moves reversals from their own day to that of what they take back.
void FiguresStore::addReversals(std::vector<OwingCustomer>& customers, Date since)
{
    DeliveryDays days(m_db);
    auto rows = m_db.prepare("SELECT delivery_id, customer_id, delivered_on, supply + tax FROM delivery_summary "
                             "WHERE reverses_id IS NOT NULL");
    while (rows->step()) {
        const auto customer = std::ranges::lower_bound(customers, uuidAt(*rows, 1), {}, &OwingCustomer::id);
        if (customer == customers.end() || customer->id != uuidAt(*rows, 1) || customer->owed < Won{})
            continue;
        const Date own = dateAt(*rows, 2);
        const Date root = days.of(uuidAt(*rows, 0)).value_or(own);
        const Won amount{rows->integer(3)};
        if (own >= since)
            customer->recent.push_back({own, -amount});
        if (root >= since)
            customer->recent.push_back({root, amount});
    }
}

bool FiguresStore::isComplete()
{
    SyncState state(m_db);
    return state.epoch().empty() || state.isComplete();
}

} // namespace dure::storage
