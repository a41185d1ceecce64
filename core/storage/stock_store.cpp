#include "core/storage/stock_store.h"

#include "core/domain/reversal.h"
#include "core/storage/entity_reader.h"
#include "core/storage/search_index.h"
#include "core/storage/summaries.h"

#include <algorithm>
#include <limits>

namespace dure::storage {

namespace {

#define DURE_STOCKED                                                                                                   \
    "FROM product p LEFT JOIN product_stock s ON s.product_id = p.id "                                                 \
    "WHERE p.deleted = 0 AND (ifnull(p.inactive, 0) = 0 OR ifnull(s.quantity, 0) <> 0)"
#define DURE_AVAILABLE "ifnull(s.quantity, 0) - ifnull(s.reserved, 0)"
#define DURE_BELOW_SAFETY "ifnull(p.inactive, 0) = 0 AND p.safety_stock > 0 AND ifnull(s.quantity, 0) < p.safety_stock"
#define DURE_UNMOVED "NOT EXISTS (SELECT 1 FROM stock_movement m WHERE m.product_id = p.id AND m.deleted = 0 LIMIT 1)"

constexpr const char* listSql
    = "SELECT p.id, p.code, p.name, p.spec, p.unit, ifnull(p.units_per_box, 0), ifnull(p.boxes_per_pallet, 0), "
      "ifnull(s.quantity, 0), ifnull(s.reserved, 0), ifnull(p.safety_stock, 0), ifnull(p.inactive, 0) ";

std::string chipSql(StockChip chip)
{
    switch (chip) {
    case StockChip::All:
        break;
    case StockChip::BelowSafety:
        return " AND " DURE_BELOW_SAFETY;
    case StockChip::Short:
        return " AND " DURE_AVAILABLE " < 0";
    case StockChip::Negative:
        return " AND s.quantity < 0";
    case StockChip::Unmoved:
        return " AND " DURE_UNMOVED;
    }
    return {};
}

std::string sortSql(StockSort sort, bool descending)
{
    const std::string down = descending ? " DESC" : "";
    const auto by = [&](const char* first) { return " ORDER BY " + std::string(first) + down + ", p.id" + down; };
    switch (sort) {
    case StockSort::Code:
        break;
    case StockSort::Name:
        return by("ifnull(p.name, '')");
    case StockSort::OnHand:
        return by("ifnull(s.quantity, 0)");
    case StockSort::Reserved:
        return by("ifnull(s.reserved, 0)");
    case StockSort::Available:
        return by(DURE_AVAILABLE);
    case StockSort::Safety:
        return by("ifnull(p.safety_stock, 0)");
    }
    return by("ifnull(p.code, '')");
}

StockListRow readStock(const sqlite::Statement& s)
{
    StockListRow row;
    row.id = uuidAt(s, 0);
    row.code = s.text(1);
    row.name = s.text(2);
    row.spec = s.text(3);
    row.packing = {std::string(s.text(4)), {s.integer(5)}, s.integer(6)};
    row.onHand = {s.integer(7)};
    row.reserved = {s.integer(8)};
    row.safety = {s.integer(9)};
    row.inactive = s.integer(10) != 0;
    return row;
}

std::strong_ordering compare(const StockListRow& a, const StockListRow& b, StockSort sort)
{
    switch (sort) {
    case StockSort::Code:
        break;
    case StockSort::Name:
        return a.name <=> b.name;
    case StockSort::OnHand:
        return a.onHand <=> b.onHand;
    case StockSort::Reserved:
        return a.reserved <=> b.reserved;
    case StockSort::Available:
        return a.available() <=> b.available();
    case StockSort::Safety:
        return a.safety <=> b.safety;
    }
    return a.code <=> b.code;
}

/// All products that a text filter finds: masters are few enough to hold.
std::vector<StockListRow> gather(sqlite::Database& db, const StockFilter& filter, const TextQuery& query)
{
    auto rows = db.prepareOnce(std::string(listSql) + DURE_STOCKED + chipSql(filter.chip) + " AND p.id = ?");
    std::vector<StockListRow> found;
    for (const Uuid& id : SearchIndex(db).allMatching(query, TableId::Product)) {
        rows.bindBorrowed(1, blobOf(id));
        if (rows.step())
            found.push_back(readStock(rows));
        rows.reset();
    }
    return found;
}

} // namespace

std::vector<StockListRow> StockStore::list(const StockFilter& filter, const StockWindow& window)
{
    std::vector<StockListRow> out;
    if (const TextQuery query(filter.text); !query.empty()) {
        std::vector<StockListRow> found = gather(m_db, filter, query);
        std::ranges::sort(found, [&](const StockListRow& a, const StockListRow& b) {
            const auto order = compare(a, b, window.sort);
            const auto decided = order != 0 ? order : a.id <=> b.id;
            return window.descending ? decided > 0 : decided < 0;
        });
        const auto begin = static_cast<std::size_t>(std::max<std::int64_t>(0, window.offset));
        for (std::size_t i = begin; i < found.size() && out.size() < static_cast<std::size_t>(window.limit); ++i)
            out.push_back(std::move(found[i]));
        return out;
    }
    auto rows = m_db.prepareOnce(std::string(listSql) + DURE_STOCKED + chipSql(filter.chip)
        + sortSql(window.sort, window.descending) + " LIMIT ? OFFSET ?");
    rows.bindAll(window.limit, window.offset);
    while (rows.step())
        out.push_back(readStock(rows));
    return out;
}

StockTotals StockStore::totals(const StockFilter& filter)
{
    StockTotals totals;
    if (const TextQuery query(filter.text); !query.empty()) {
        const auto found = gather(m_db, filter, query);
        totals.count = std::ssize(found);
        for (const StockListRow& row : found) {
            totals.oneUnit = totals.oneUnit && row.packing.unit == found.front().packing.unit;
            totals.onHand += row.onHand;
            totals.reserved += row.reserved;
        }
    } else {
        auto rows = m_db.prepareOnce("SELECT count(*), count(DISTINCT ifnull(p.unit, '')), sum(s.quantity), "
                                     "sum(s.reserved) "
            + std::string(DURE_STOCKED) + chipSql(filter.chip));
        rows.step();
        totals = {rows.integer(0), rows.integer(1) <= 1, {rows.integer(2)}, {rows.integer(3)}};
    }
    if (!totals.oneUnit)
        totals.onHand = totals.reserved = {};
    return totals;
}

StockChipCounts StockStore::chipCounts()
{
    auto rows = m_db.prepare("SELECT count(*), sum(" DURE_BELOW_SAFETY "), sum(" DURE_AVAILABLE " < 0), "
                             "sum(ifnull(s.quantity, 0) < 0), sum(" DURE_UNMOVED ") " DURE_STOCKED);
    rows->step();
    return {rows->integer(0), rows->integer(1), rows->integer(2), rows->integer(3), rows->integer(4)};
}

std::optional<StockListRow> StockStore::row(const Uuid& product)
{
    static const std::string sql = std::string(listSql)
        + "FROM product p LEFT JOIN product_stock s ON s.product_id = p.id WHERE p.deleted = 0 AND p.id = ?";
    auto rows = m_db.prepare(sql);
    rows->bindBorrowed(1, blobOf(product));
    return rows->step() ? std::optional(readStock(*rows)) : std::nullopt;
}

std::vector<StockListRow> StockStore::rows(const std::vector<Uuid>& products)
{
    std::vector<StockListRow> out;
    for (const Uuid& product : products)
        if (auto found = row(product))
            out.push_back(std::move(*found));
    return out;
}

std::vector<StockListRow> StockStore::onDay(Date day, const std::string& text)
{
    StockWindow whole;
    whole.limit = std::numeric_limits<std::int32_t>::max();
    std::vector<StockListRow> out = list({StockChip::All, text}, whole);
    // little is dated later; what came before may be the work of years
    auto later = m_db.prepareOnce("SELECT sum(quantity) FROM stock_movement WHERE product_id = ? AND moved_on > ? "
                                  "AND deleted = 0");
    for (StockListRow& row : out) {
        later.bindBorrowed(1, blobOf(row.id)).bind(2, std::int64_t{day.yyyymmdd});
        if (later.step())
            row.onHand = row.onHand - Quantity{later.integer(0)};
        later.reset();
    }
    return out;
}

bool StockStore::isReversed(const Uuid& movement)
{
    bool reversed = false;
    for (int number = 1;; ++number) {
        const Uuid id = reversalId(movement, number);
        auto live = m_db.prepareOnce("SELECT 1 FROM stock_movement WHERE id = ? AND deleted = 0");
        live.bindBorrowed(1, blobOf(id));
        if (!live.step())
            return reversed;
        reversed = !isReversed(id);
    }
}

/// `where` compares moved_on and orders.
void StockStore::addMovements(std::string_view where, const Uuid& product, Date from, Date to, std::int64_t limit,
    std::vector<StockMovementRow>& out)
{
    const std::size_t first = out.size();
    auto rows = m_db.prepareOnce("SELECT m.id, d.id, d.number, c.name FROM stock_movement m "
                                 "LEFT JOIN delivery_line l ON l.id = m.delivery_line_id "
                                 "LEFT JOIN delivery d ON d.id = l.delivery_id "
                                 "LEFT JOIN customer c ON c.id = d.customer_id "
                                 "WHERE m.product_id = ?1 AND m.deleted = 0 "
        + std::string(where));
    rows.bindBorrowed(1, blobOf(product)).bind(2, std::int64_t{from.yyyymmdd}).bind(3, std::int64_t{to.yyyymmdd});
    rows.bind(4, limit);
    while (rows.step()) {
        StockMovementRow row;
        row.movement.id = uuidAt(rows, 0);
        row.deliveryId = uuidAt(rows, 1);
        row.deliveryNumber = rows.text(2);
        row.customerName = rows.text(3);
        out.push_back(std::move(row));
    }
    for (std::size_t i = first; i < out.size(); ++i) {
        if (auto movement = findEntity<StockMovement>(m_db, out[i].movement.id))
            out[i].movement = std::move(*movement);
        out[i].isReversed = out[i].movement.deliveryLineId.isNil() && isReversed(out[i].movement.id);
    }
}

std::optional<StockDetail> StockStore::detail(const Uuid& product)
{
    auto found = row(product);
    if (!found)
        return std::nullopt;
    StockDetail detail;
    detail.row = std::move(*found);
    addMovements("AND m.moved_on BETWEEN ?2 AND ?3 ORDER BY m.moved_on DESC, m.created_at DESC, m.id DESC LIMIT ?4",
        product, Date{0}, Date{99'999'999}, lastMovements, detail.last);
    // the open orders are few
    auto waiting = m_db.prepareOnce("SELECT r.order_id, s.number, c.name, s.due_on, r.quantity FROM (SELECT order_id, "
                                    "sum(quantity) AS quantity FROM open_line WHERE product_id = ? GROUP BY order_id) "
                                    "r JOIN order_summary s ON s.order_id = r.order_id "
                                    "LEFT JOIN customer c ON c.id = s.customer_id "
                                    "ORDER BY s.due_on, s.number");
    waiting.bindBorrowed(1, blobOf(product));
    while (waiting.step()) {
        if (++detail.waitingOrders > firstWaiting)
            continue;
        const std::int64_t due = waiting.integer(3);
        detail.waiting.push_back({uuidAt(waiting, 0), std::string(waiting.text(1)), std::string(waiting.text(2)),
            due == noDueDate ? Date{} : Date{static_cast<std::int32_t>(due)}, {waiting.integer(4)}});
    }
    return detail;
}

std::optional<StockHistory> StockStore::history(const Uuid& product, Date from, Date to)
{
    auto found = row(product);
    if (!found)
        return std::nullopt;
    StockHistory history;
    history.row = std::move(*found);
    auto before = m_db.prepare("SELECT ifnull(sum(quantity), 0) FROM stock_movement WHERE product_id = ? "
                               "AND moved_on < ? AND deleted = 0");
    before->bindBorrowed(1, blobOf(product)).bind(2, std::int64_t{from.yyyymmdd});
    if (before->step())
        history.carriedForward = {before->integer(0)};
    addMovements("AND m.moved_on BETWEEN ?2 AND ?3 ORDER BY m.moved_on, m.created_at, m.id LIMIT ?4", product, from, to,
        -1, history.movements);
    return history;
}

} // namespace dure::storage
