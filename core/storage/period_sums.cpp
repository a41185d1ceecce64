#include "core/storage/period_sums.h"

#include "core/storage/row_store.h"

#include <charconv>

namespace dure::storage {

std::string textOf(const DueCounts& dues)
{
    std::string text;
    for (const auto& [day, count] : dues) {
        if (!text.empty())
            text += ';';
        text.append(std::to_string(day)).append(" ").append(std::to_string(count.lines));
        text.append(" ").append(std::to_string(count.met));
    }
    return text;
}

DueCounts dueCountsOf(std::string_view text)
{
    DueCounts dues;
    const char* at = text.data();
    const char* const end = at + text.size();
    while (at < end) {
        std::int64_t day = 0;
        DueCount count;
        for (std::int64_t* number : {&day, &count.lines, &count.met}) {
            at = std::from_chars(at, end, *number).ptr;
            if (at < end)
                ++at; // what parts them
        }
        dues[day] = count;
    }
    return dues;
}

void PeriodSums::addOrder(std::int64_t orderedOn, std::int64_t supply, std::int64_t tax, std::int64_t times)
{
    m_orderDays[orderedOn].add(times, supply, tax);
}

void PeriodSums::addDues(std::string_view dues, std::int64_t times)
{
    for (const auto& [day, count] : dueCountsOf(dues)) {
        Sum& sum = m_dueDays[day];
        sum.count += times * count.lines;
        sum.first += times * count.met;
    }
}

void PeriodSums::addDelivery(std::int64_t deliveredOn, const Uuid& customer, std::int64_t supply, std::int64_t times)
{
    if (!customer.isNil())
        m_customerMonths[{deliveredOn / 100, customer}].add(times, supply, 0);
}

void PeriodSums::addDeliveredLine(
    std::int64_t deliveredOn, const Uuid& product, std::int64_t quantity, std::int64_t supply, std::int64_t times)
{
    if (!product.isNil())
        m_productMonths[{deliveredOn / 100, product}].add(times, supply, quantity);
}

void PeriodSums::clearOrders()
{
    m_orderDays.clear();
    m_dueDays.clear();
    m_db.execute("DELETE FROM order_day; DELETE FROM due_day");
}

void PeriodSums::clearDeliveries()
{
    m_customerMonths.clear();
    m_productMonths.clear();
    m_db.execute("DELETE FROM customer_month; DELETE FROM product_month");
}

void PeriodSums::flush()
{
    flushDays(m_orderDays,
        "INSERT INTO order_day(ordered_on, count, supply, tax) VALUES(?, ?, ?, ?) ON CONFLICT DO UPDATE SET "
        "count = count + excluded.count, supply = supply + excluded.supply, tax = tax + excluded.tax",
        "DELETE FROM order_day WHERE ordered_on = ? AND count = 0");
    flushDays(m_dueDays,
        "INSERT INTO due_day(due_on, lines, met) VALUES(?1, ?2, ?3) ON CONFLICT DO UPDATE SET "
        "lines = lines + excluded.lines, met = met + excluded.met",
        "DELETE FROM due_day WHERE due_on = ? AND lines = 0");
    flushMonths(m_customerMonths,
        "INSERT INTO customer_month(month, customer_id, count, supply) VALUES(?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE "
        "SET count = count + excluded.count, supply = supply + excluded.supply",
        "DELETE FROM customer_month WHERE month = ? AND customer_id = ? AND count = 0");
    flushMonths(m_productMonths,
        "INSERT INTO product_month(month, product_id, count, supply, quantity) VALUES(?, ?, ?, ?, ?) ON CONFLICT DO "
        "UPDATE SET count = count + excluded.count, supply = supply + excluded.supply, "
        "quantity = quantity + excluded.quantity",
        "DELETE FROM product_month WHERE month = ? AND product_id = ? AND count = 0");
}

void PeriodSums::flushDays(Days& days, const char* add, const char* drop)
{
    for (const auto& [day, sum] : days) {
        if (sum.isZero())
            continue;
        auto put = m_db.prepare(add);
        put->bind(1, day).bind(2, sum.count).bind(3, sum.first);
        if (&days == &m_orderDays)
            put->bind(4, sum.second);
        put->run();
        if (sum.count < 0)
            m_db.prepare(drop)->bind(1, day).run();
    }
    days.clear();
}

void PeriodSums::flushMonths(Months& months, const char* add, const char* drop)
{
    for (const auto& [key, sum] : months) {
        if (sum.isZero())
            continue;
        auto put = m_db.prepare(add);
        put->bind(1, key.month).bindBorrowed(2, blobOf(key.id)).bind(3, sum.count).bind(4, sum.first);
        if (&months == &m_productMonths)
            put->bind(5, sum.second);
        put->run();
        if (sum.count < 0)
            m_db.prepare(drop)->bind(1, key.month).bindBorrowed(2, blobOf(key.id)).run();
    }
    months.clear();
}

} // namespace dure::storage
