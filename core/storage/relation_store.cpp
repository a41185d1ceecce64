#include "core/storage/relation_store.h"

#include "core/storage/entity_reader.h"
#include "core/storage/order_rows.h"

#include <string>

namespace dure::storage {

namespace {

/// A kind's part of the time line: its key, day and id. ?1 is the customer.
std::string partSql(RelationKind kind, const char* condition = "")
{
    const auto select = [&](const char* table, const char* day) {
        return "SELECT " + std::to_string(static_cast<int>(kind)) + " AS kind, x.\"" + day
            + "\" AS day, x.id AS id FROM " + table + " x WHERE x.customer_id = ?1 AND x.deleted = 0" + condition;
    };
    switch (kind) {
    case RelationKind::Activity:
        return select("activity", "on");
    case RelationKind::Claim:
        return select("claim", "claimed_on");
    case RelationKind::Order:
        return select("sales_order", "ordered_on");
    case RelationKind::Delivery: // delivery itself has no index by customer
        return "SELECT 3 AS kind, x.delivered_on AS day, x.delivery_id AS id FROM delivery_summary x "
               "WHERE x.customer_id = ?1";
    case RelationKind::Payment:
        return select("payment", "received_on");
    }
    return {};
}

std::string chipSql(RelationChip chip)
{
    using enum RelationKind;
    switch (chip) {
    case RelationChip::Contacts:
        return partSql(Activity, " AND ifnull(x.kind, 0) <> 4");
    case RelationChip::Promises:
        return partSql(Activity, " AND x.kind = 4");
    case RelationChip::Open:
        return partSql(Activity, " AND x.done_on IS NULL AND x.next_on IS NOT NULL");
    case RelationChip::Claims:
        return partSql(Claim);
    case RelationChip::Orders:
        return partSql(Order);
    case RelationChip::Deliveries:
        return partSql(Delivery);
    case RelationChip::Payments:
        return partSql(Payment);
    case RelationChip::All:
    case RelationChip::Count:
        break;
    }
    std::string all;
    for (const RelationKind kind : {Activity, Claim, Order, Delivery, Payment})
        all += (all.empty() ? "" : " UNION ALL ") + partSql(kind);
    return all;
}

void fill(RelationEntry& entry, Activity&& activity)
{
    entry.on = activity.on;
    entry.text = activity.text;
    entry.amount = activity.amount;
    entry.staff = activity.staff;
    entry.activity = std::move(activity);
}

void fill(RelationEntry& entry, Claim&& claim)
{
    entry.on = claim.claimedOn;
    entry.number = std::move(claim.number);
    entry.text = claim.productName.empty() ? claim.reason : claim.productName + ", " + claim.reason;
    entry.quantity = claim.quantity;
    entry.claimKind = claim.kind;
    entry.decision = claim.decision;
    entry.staff = std::move(claim.staff);
}

void fill(RelationEntry& entry, Payment&& payment)
{
    entry.on = payment.receivedOn;
    entry.number = std::move(payment.number);
    entry.text = std::move(payment.memo);
    entry.amount = payment.amount;
    entry.paymentKind = payment.kind;
    entry.noteDueOn = payment.noteDueOn;
    entry.isReversal = !payment.reversesId.isNil();
}

bool fillOrder(sqlite::Database& db, RelationEntry& entry, Date today)
{
    const auto row = OrderStore(db).row(entry.id, today);
    if (!row)
        return false;
    entry.on = row->orderedOn;
    entry.number = row->number;
    entry.text = row->firstProduct;
    entry.moreLines = row->moreLines;
    entry.amount = row->supply + row->tax;
    entry.quantity = row->ordered;
    entry.orderStatus = row->status;
    entry.isLate = row->late;
    return true;
}

bool fillDelivery(sqlite::Database& db, RelationEntry& entry)
{
    auto row
        = db.prepare("SELECT s.delivered_on, s.number, s.first_product, s.line_count, s.quantity, s.supply + s.tax, "
                     "s.reverses_id IS NOT NULL, ifnull(y.kind, 0) FROM delivery_summary s JOIN delivery y "
                     "ON y.id = s.delivery_id WHERE s.delivery_id = ?");
    row->bindBorrowed(1, blobOf(entry.id));
    if (!row->step())
        return false;
    entry.on = {static_cast<std::int32_t>(row->integer(0))};
    entry.number = row->text(1);
    entry.text = row->text(2);
    entry.moreLines = std::max<std::int64_t>(0, row->integer(3) - 1);
    entry.quantity = {row->integer(4)};
    entry.amount = {row->integer(5)};
    entry.isReversal = row->integer(6) != 0;
    entry.deliveryKind = static_cast<DeliveryKind>(row->integer(7));
    return true;
}

template <class E> bool fillBy(sqlite::Database& db, RelationEntry& entry)
{
    auto found = findEntity<E>(db, entry.id);
    if (found)
        fill(entry, std::move(*found));
    return found.has_value();
}

std::vector<Activity> activities(
    sqlite::Database& db, const char* conditionAndOrder, const Uuid& customer, std::int64_t limit)
{
    auto ids = db.prepareOnce(std::string("SELECT id FROM activity WHERE customer_id = ?1 AND deleted = 0")
        + conditionAndOrder + " LIMIT ?2");
    ids.bind(1, blobOf(customer)).bind(2, limit);
    std::vector<Activity> found;
    while (ids.step())
        if (auto activity = findEntity<Activity>(db, uuidAt(ids, 0)))
            found.push_back(std::move(*activity));
    return found;
}

} // namespace

std::optional<RelationEntry> RelationStore::entry(RelationKind kind, const Uuid& id, Date today)
{
    RelationEntry entry;
    entry.id = id;
    entry.kind = kind;
    bool found = false;
    switch (kind) {
    case RelationKind::Activity:
        found = fillBy<Activity>(m_db, entry);
        break;
    case RelationKind::Claim:
        found = fillBy<Claim>(m_db, entry);
        break;
    case RelationKind::Order:
        found = fillOrder(m_db, entry, today);
        break;
    case RelationKind::Delivery:
        found = fillDelivery(m_db, entry);
        break;
    case RelationKind::Payment:
        found = fillBy<Payment>(m_db, entry);
        break;
    }
    return found ? std::optional(std::move(entry)) : std::nullopt;
}

std::vector<RelationEntry> RelationStore::list(
    const Uuid& customer, RelationChip chip, Date today, std::int64_t offset, std::int64_t limit)
{
    // ids are made in the order of time (UUIDv7), so they tell what came later on one day
    auto keys = m_db.prepareOnce(
        "SELECT kind, id FROM (" + chipSql(chip) + ") ORDER BY day DESC, id DESC LIMIT ?2 OFFSET ?3");
    keys.bind(1, blobOf(customer)).bind(2, limit).bind(3, offset);
    std::vector<RelationEntry> entries;
    while (keys.step())
        if (auto found = entry(static_cast<RelationKind>(keys.integer(0)), uuidAt(keys, 1), today))
            entries.push_back(std::move(*found));
    return entries;
}

RelationChipCounts RelationStore::counts(const Uuid& customer)
{
    RelationChipCounts counts{};
    for (std::size_t chip = 1; chip < counts.size(); ++chip) {
        auto row = m_db.prepareOnce("SELECT count(*) FROM (" + chipSql(static_cast<RelationChip>(chip)) + ")");
        row.bind(1, blobOf(customer));
        row.step();
        counts[chip] = row.integer(0);
        if (static_cast<RelationChip>(chip) != RelationChip::Open) // which are contacts or promises as well
            counts[0] += counts[chip];
    }
    return counts;
}

std::vector<Activity> RelationStore::toDo(const Uuid& customer, std::int64_t limit)
{
    return activities(m_db, " AND done_on IS NULL AND next_on IS NOT NULL ORDER BY next_on, id", customer, limit);
}

std::vector<Activity> RelationStore::latest(const Uuid& customer, std::int64_t limit)
{
    return activities(m_db, " ORDER BY \"on\" DESC, id DESC", customer, limit);
}

} // namespace dure::storage
