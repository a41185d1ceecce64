#include "core/storage/today_store.h"

#include "core/storage/entity_reader.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace dure::storage {

namespace {

/// Of orders that are late already, how many of the latest are looked through for lines that are due another day.
constexpr std::int64_t lateLookedAt = 5'000;

// Lines of the orders that `chosen` names (order_id), with what they need to be shown.
#define DURE_PLANNED(chosen)                                                                                           \
    "SELECT s.order_id, ifnull(l.due_on, o.due_on), o.due_time, s.number, o.vehicle, o.driver, s.customer_id, "        \
    "c.name, "                                                                                                         \
    "t.name, ifnull(t.address, c.address), ifnull(t.phone, c.phone), s.state, s.progress, s.due_on, l.product_name, "  \
    "l.spec, l.unit, l.quantity, (SELECT sum(d.quantity) FROM delivery_line d WHERE d.order_line_id = l.id AND "       \
    "d.deleted = 0), ifnull(c.over_tolerance_bp, 0), ifnull(c.under_tolerance_bp, 0), ifnull(p.units_per_box, 0), "    \
    "ifnull(p.boxes_per_pallet, 0) FROM (" chosen ") k CROSS JOIN order_summary s ON s.order_id = k.order_id "         \
    "CROSS JOIN sales_order o ON o.id = k.order_id CROSS JOIN order_line l ON l.order_id = k.order_id AND "            \
    "l.deleted = 0 AND ifnull(l.due_on, o.due_on) BETWEEN ?1 AND ?2 LEFT JOIN customer c ON c.id = s.customer_id "     \
    "LEFT JOIN delivery_site t ON t.id = o.site_id AND t.deleted = 0 LEFT JOIN product p ON p.id = l.product_id "      \
    "ORDER BY s.order_id, l.position, l.id"

constexpr const char* dueInSpan = DURE_PLANNED("SELECT order_id FROM order_summary WHERE open = 1 AND due_on BETWEEN "
                                               "?1 AND ?2 ORDER BY due_on, order_id LIMIT ?3");
constexpr const char* lateWithLinesInSpan = DURE_PLANNED(
    "SELECT order_id FROM order_summary WHERE open = 1 AND due_on < ?1 ORDER BY due_on DESC, order_id DESC LIMIT ?3");

constexpr const char* lateAndDecided = DURE_PLANNED(
    "SELECT w.order_id FROM (SELECT order_id FROM order_summary WHERE open = 1 AND due_on <= ?2 AND state = 0 "
    "ORDER BY due_on DESC, order_id DESC LIMIT ?3) w CROSS JOIN sales_order v ON v.id = w.order_id AND "
    "(v.vehicle IS NOT NULL OR v.driver IS NOT NULL)");

constexpr const char* deliveredThen
    = "SELECT s.delivery_id, s.order_id, s.number, y.vehicle, y.driver, s.customer_id, c.name, t.name, "
      "ifnull(t.address, c.address), ifnull(t.phone, c.phone), o.due_time, o.number, l.product_name, l.spec, l.unit, "
      "l.quantity, ifnull(p.units_per_box, 0), ifnull(p.boxes_per_pallet, 0) FROM (SELECT * FROM delivery_summary "
      "WHERE delivered_on = ?1 AND reverses_id IS NULL ORDER BY number LIMIT ?2) s CROSS JOIN delivery y "
      "ON y.id = s.delivery_id AND ifnull(y.kind, 0) NOT IN (4, 5) CROSS JOIN delivery_line l "
      "ON l.delivery_id = s.delivery_id AND l.deleted = 0 LEFT JOIN sales_order o ON o.id = s.order_id LEFT JOIN "
      "customer c ON c.id = s.customer_id LEFT JOIN delivery_site t ON t.id = y.site_id AND t.deleted = 0 LEFT JOIN "
      "product p ON p.id = l.product_id WHERE NOT EXISTS(SELECT 1 FROM delivery_summary r WHERE r.reverses_id = "
      "s.delivery_id AND NOT EXISTS(SELECT 1 FROM delivery_summary b WHERE b.reverses_id = r.delivery_id)) "
      "ORDER BY s.number, s.delivery_id, l.position, l.id";

constexpr const char* promises
    = "SELECT a.id, a.customer_id, c.name, a.amount, a.next_on, a.text FROM activity a LEFT JOIN customer c "
      "ON c.id = a.customer_id WHERE a.done_on IS NULL AND a.next_on <= ?1 AND a.kind = 4 AND a.deleted = 0 "
      "ORDER BY a.next_on, a.id LIMIT ?2";
constexpr const char* maturing
    = "SELECT p.id, p.customer_id, c.name, p.amount, p.note_due_on, p.note_bank FROM payment p LEFT JOIN customer c "
      "ON c.id = p.customer_id WHERE p.note_due_on BETWEEN ?1 AND ?2 AND p.kind = 3 AND p.deleted = 0 AND p.amount > 0 "
      "AND p.reverses_id IS NULL AND NOT EXISTS(SELECT 1 FROM payment r WHERE r.customer_id = p.customer_id AND "
      "r.reverses_id = p.id AND r.deleted = 0) AND NOT EXISTS(SELECT 1 FROM note_event e WHERE e.payment_id = p.id AND "
      "e.deleted = 0) ORDER BY p.note_due_on, p.id LIMIT ?3";
constexpr const char* dueActions = "SELECT a.id, c.name FROM activity a LEFT JOIN customer c ON c.id = a.customer_id "
                                   "WHERE a.done_on IS NULL AND a.next_on <= ?1 AND ifnull(a.kind, 0) <> 4 "
                                   "AND a.deleted = 0 ORDER BY a.next_on, a.id LIMIT ?2";

Date dateAt(const sqlite::Statement& row, int column) { return {static_cast<std::int32_t>(row.integer(column))}; }

std::optional<std::int64_t> numberAt(const sqlite::Statement& row, int column)
{
    return row.isNull(column) ? std::nullopt : std::optional(row.integer(column));
}

StopState stateOf(const sqlite::Statement& row, Date from)
{
    if (static_cast<OrderState>(row.integer(11)) == OrderState::OnHold)
        return StopState::Held;
    if (row.integer(13) < from.yyyymmdd)
        return StopState::Late;
    return row.integer(12) != 0 ? StopState::Partly : StopState::Waiting;
}

using StopsByDay = std::map<std::pair<Date, Uuid>, Stop>;

/// Adds what the statement finds to `stops`, by day and order. `day`: all of it is of this day, whenever it was due.
void gather(sqlite::Statement& row, Date from, StopsByDay& stops, std::optional<Date> day = std::nullopt)
{
    while (row.step()) {
        const LineProgress progress{{row.integer(17)}, {row.integer(18)}, {}};
        const Quantity left = outstandingQuantity(progress, {row.integer(19), row.integer(20)});
        if (left <= Quantity{})
            continue;
        const Date on = day.value_or(dateAt(row, 1));
        Stop& stop = stops[{on, uuidAt(row, 0)}];
        if (stop.lines.empty()) {
            stop.order = uuidAt(row, 0);
            stop.on = on;
            stop.time = numberAt(row, 2);
            stop.number = row.text(3);
            stop.vehicle = row.text(4);
            stop.driver = row.text(5);
            stop.customerId = uuidAt(row, 6);
            stop.customerName = row.text(7);
            stop.siteName = row.text(8);
            stop.address = row.text(9);
            stop.phone = row.text(10);
            stop.state = stateOf(row, from);
        }
        stop.lines.push_back({std::string(row.text(14)), std::string(row.text(15)), std::string(row.text(16)), left,
            truckLoad(left, {row.integer(21)}, row.integer(22))});
    }
}

void gatherPlanned(sqlite::Database& db, Date from, Date to, std::int64_t limit, StopsByDay& stops)
{
    auto due = db.prepareOnce(dueInSpan);
    due.bindAll(from.yyyymmdd, to.yyyymmdd, limit);
    gather(due, from, stops);
    auto late = db.prepareOnce(lateWithLinesInSpan);
    late.bindAll(from.yyyymmdd, to.yyyymmdd, lateLookedAt);
    gather(late, from, stops);
}

std::vector<Stop> inOrder(StopsByDay&& found)
{
    std::vector<Stop> stops;
    for (auto& [key, stop] : found)
        stops.push_back(std::move(stop));
    return stops;
}

/// Which vehicle a stop belongs to; a driver alone stands for one.
std::string truckKey(const Stop& stop) { return stop.vehicle.empty() ? stop.driver : stop.vehicle; }

auto stopOrder(const Stop& stop)
{
    return std::tuple(stop.time.value_or(std::numeric_limits<std::int64_t>::max()), std::string_view(stop.customerName),
        std::string_view(stop.number), stop.order, stop.delivery);
}

} // namespace

Quantity Stop::quantity() const
{
    Quantity sum;
    for (const StopLine& line : lines)
        sum += line.quantity;
    return sum;
}

TruckLoad Stop::load() const
{
    TruckLoad sum;
    for (const StopLine& line : lines)
        sum += line.load;
    return sum;
}

std::vector<TruckDay> trucksOf(std::vector<Stop> stops)
{
    std::ranges::sort(stops, [](const Stop& a, const Stop& b) { return stopOrder(a) < stopOrder(b); });
    std::map<std::pair<Date, std::string>, TruckDay> byTruck;
    for (Stop& stop : stops) {
        TruckDay& truck = byTruck[{stop.on, truckKey(stop)}];
        truck.on = stop.on;
        truck.vehicle = stop.vehicle;
        if (!stop.driver.empty() && std::ranges::find(truck.drivers, stop.driver) == truck.drivers.end())
            truck.drivers.push_back(stop.driver);
        truck.load += stop.load();
        truck.delivered += stop.state == StopState::Delivered ? 1 : 0;
        truck.stops.push_back(std::move(stop));
    }
    std::vector<TruckDay> trucks;
    for (auto& [key, truck] : byTruck)
        trucks.push_back(std::move(truck));
    std::ranges::stable_sort(trucks, [](const TruckDay& a, const TruckDay& b) {
        const auto rank = [](const TruckDay& truck) {
            return std::tuple(truck.on, !truck.isDecided(),
                truck.stops.front().time.value_or(std::numeric_limits<std::int64_t>::max()),
                std::string_view(truck.vehicle));
        };
        return rank(a) < rank(b);
    });
    return trucks;
}

std::vector<Stop> TodayStore::planned(Date from, Date to, std::int64_t limit)
{
    StopsByDay found;
    gatherPlanned(m_db, from, to, limit, found);
    return inOrder(std::move(found));
}

std::vector<Stop> TodayStore::goingOut(Date today)
{
    StopsByDay found;
    gatherPlanned(m_db, today, today, 1'000, found);
    auto late = m_db.prepareOnce(lateAndDecided);
    late.bindAll(0, today.addDays(-1).yyyymmdd, lateLookedAt);
    gather(late, today, found, today);
    return inOrder(std::move(found));
}

std::vector<Stop> TodayStore::delivered(Date day, std::int64_t limit)
{
    auto row = m_db.prepareOnce(deliveredThen);
    row.bindAll(day.yyyymmdd, limit);
    std::vector<Stop> stops;
    while (row.step()) {
        const Uuid delivery = uuidAt(row, 0);
        if (stops.empty() || stops.back().delivery != delivery) {
            Stop& stop = stops.emplace_back();
            stop.delivery = delivery;
            stop.order = uuidAt(row, 1);
            stop.on = day;
            stop.vehicle = row.text(3);
            stop.driver = row.text(4);
            stop.customerId = uuidAt(row, 5);
            stop.customerName = row.text(6);
            stop.siteName = row.text(7);
            stop.address = row.text(8);
            stop.phone = row.text(9);
            stop.time = numberAt(row, 10);
            stop.number = row.isNull(11) ? row.text(2) : row.text(11);
            stop.state = StopState::Delivered;
        }
        const Quantity quantity{row.integer(15)};
        stops.back().lines.push_back({std::string(row.text(12)), std::string(row.text(13)), std::string(row.text(14)),
            quantity, truckLoad(quantity, {row.integer(16)}, row.integer(17))});
    }
    return stops;
}

std::vector<LateOrder> TodayStore::late(Date today, std::int64_t limit)
{
    OrderFilter filter;
    filter.chip = OrderChip::Late;
    filter.today = today;
    std::vector<LateOrder> late;
    for (OrderListRow& row : OrderStore(m_db).list(filter, {OrderSort::Due, false, 0, limit})) {
        const auto order = findEntity<SalesOrder>(m_db, row.id);
        late.push_back({std::move(row), order ? order->dueTime : std::nullopt, order ? order->vehicle : std::string()});
    }
    return late;
}

std::int64_t TodayStore::lateCount(Date today)
{
    return OrderStore(m_db).chipCounts(today).at(static_cast<std::size_t>(OrderChip::Late));
}

std::vector<ExpectedMoney> TodayStore::money(Date today, std::int64_t limit)
{
    std::vector<ExpectedMoney> found;
    const auto take = [&found](sqlite::Statement& row, bool isNote) {
        while (row.step())
            found.push_back({uuidAt(row, 0), isNote, uuidAt(row, 1), std::string(row.text(2)), {row.integer(3)},
                dateAt(row, 4), std::string(row.text(5))});
    };
    auto promised = m_db.prepareOnce(promises);
    promised.bindAll(today.yyyymmdd, limit);
    take(promised, false);
    const Date sunday = today.addDays(static_cast<int>((7 - today.weekday()) % 7));
    auto notes = m_db.prepareOnce(maturing);
    notes.bindAll(today.yyyymmdd, sunday.yyyymmdd, limit);
    take(notes, true);
    return found;
}

std::vector<DueAction> TodayStore::actions(Date today, std::int64_t limit)
{
    auto row = m_db.prepareOnce(dueActions);
    row.bindAll(today.yyyymmdd, limit);
    std::vector<DueAction> found;
    while (row.step())
        if (auto activity = findEntity<Activity>(m_db, uuidAt(row, 0)))
            found.push_back({std::move(*activity), std::string(row.text(1))});
    return found;
}

} // namespace dure::storage
