#include "core/storage/derived_data.h"

#include "core/domain/content_hash.h"
#include "core/storage/search_index.h"
#include "core/storage/summaries.h"
#include "core/storage/sync_state.h"

#include <algorithm>

namespace dure::storage {

namespace {

const Value& valueAt(const Row& row, int column)
{
    static const Value none;
    const auto at = static_cast<std::size_t>(column);
    return at < row.values.size() ? row.values[at] : none;
}

/// Whether a search finds both by the same words.
bool isFoundAlike(const Table& table, const LocalRow& before, const LocalRow& after)
{
    if (before.deleted != after.deleted)
        return false;
    for (std::size_t column = 0; column < table.columns.size(); ++column)
        if (table.columns[column].has(Searched)
            && valueAt(before.row, static_cast<int>(column)) != valueAt(after.row, static_cast<int>(column)))
            return false;
    return true;
}

constexpr const char* postponedName = "derived_postponed";

constexpr const char* derivedTables[]
    = {"order_summary", "order_bucket", "open_line", "delivery_summary", "delivery_day", "customer_figures",
        "receivable", "product_stock", "order_day", "due_day", "customer_month", "product_month"};

/// A hash of a table's rows in the order of their key; of customer_figures and product_stock without empty rows.
std::uint64_t contentOf(sqlite::Database& db, const std::string& table)
{
    std::string where;
    if (table == "customer_figures")
        where = " WHERE delivered <> 0 OR received <> 0 OR open_orders <> 0";
    else if (table == "product_stock")
        where = " WHERE quantity <> 0 OR reserved <> 0";
    const std::string order = table == "order_bucket" ? " ORDER BY 1, 2, 3, 4" : " ORDER BY 1, 2";
    auto rows = db.prepareOnce("SELECT * FROM " + table + where + order);
    std::uint64_t hash = 0;
    while (rows.step())
        for (int column = 0; column < rows.columnCount(); ++column)
            hash = hashBytes(rows.blob(column).view(), hash + static_cast<std::uint64_t>(rows.type(column)));
    return hash;
}

/// Documents are numbered as they come, so that the order of their keys says nothing.
std::uint64_t searchContent(sqlite::Database& db)
{
    auto rows = db.prepareOnce("SELECT table_id, id, text FROM search_document ORDER BY table_id, id");
    std::uint64_t hash = 0;
    while (rows.step())
        for (int column = 0; column < 3; ++column)
            hash = hashBytes(rows.blob(column).view(), hash);
    return hash;
}

} // namespace

void DerivedData::noteParents(const Table& table, const Row& row)
{
    const auto note = [&](std::set<Uuid>& set, int column) {
        if (const Uuid id = idOf(valueAt(row, column)); !id.isNil())
            set.insert(id);
    };
    switch (table.id) {
    case TableId::SalesOrder:
        m_orders.insert(row.id);
        break;
    case TableId::OrderLine:
        note(m_orders, col::OrderLine::orderId);
        break;
    case TableId::Delivery:
        m_deliveries.insert(row.id);
        m_deliveryHeads.insert(row.id);
        break;
    case TableId::DeliveryLine:
        note(m_deliveries, col::DeliveryLine::deliveryId);
        note(m_orders, col::DeliveryLine::orderId);
        break;
    case TableId::Payment:
        note(m_customers, col::Payment::customerId);
        break;
    case TableId::PaymentAllocation:
        noteAllocation(row);
        break;
    case TableId::StockMovement:
        note(m_products, col::StockMovement::productId);
        break;
    default:
        break;
    }
}

/// Most of what changes in an order's own row leaves its lines and its amounts alone: that it is held or no longer, the
/// truck that is planned, a memo.
void DerivedData::noteOrder(const LocalRow& before, const LocalRow& after)
{
    using Col = col::SalesOrder;
    static constexpr int summedUp[]{Col::number, Col::customerOrderNo, Col::customerId, Col::orderedOn, Col::dueOn,
        Col::taxKind, Col::priceKind, Col::roundingMode, Col::taxScope};
    const auto stateOf
        = [](const LocalRow& order) { return static_cast<OrderState>(integerOf(valueAt(order.row, Col::state))); };
    const bool wasMoved = stateOf(before) != stateOf(after);
    const bool isAnother = before.deleted != after.deleted
        || (wasMoved && (stateOf(before) == OrderState::Cancelled || stateOf(after) == OrderState::Cancelled))
        || std::ranges::any_of(
            summedUp, [&](int column) { return valueAt(before.row, column) != valueAt(after.row, column); });
    if (isAnother)
        m_orders.insert(after.row.id);
    else if (wasMoved)
        m_moved[after.row.id] = stateOf(after);
}

/// A page may bring an allocation before its payment or its delivery, which then note their customer themselves.
void DerivedData::noteAllocation(const Row& row)
{
    auto payment = m_db.prepare("SELECT customer_id FROM payment WHERE id = ?");
    const Uuid id = idOf(valueAt(row, col::PaymentAllocation::paymentId));
    payment->bindBorrowed(1, blobOf(id));
    if (payment->step() && !payment->isNull(0))
        m_customers.insert(uuidAt(*payment, 0));
}

void DerivedData::noteCustomer(const LocalRow* before, const LocalRow& after)
{
    for (int column : {col::Customer::openingBalance, col::Customer::openingOn})
        if (integerOf(valueAt(after.row, column)) != (before ? integerOf(valueAt(before->row, column)) : 0))
            m_customers.insert(after.row.id);
    for (int column : {col::Customer::name, col::Customer::overToleranceBp, col::Customer::underToleranceBp}) {
        if (before && before->deleted == after.deleted && valueAt(before->row, column) == valueAt(after.row, column))
            continue;
        m_renamed.insert(after.row.id);
        return;
    }
}

void DerivedData::changed(const Table& table, const LocalRow* before, const LocalRow& after)
{
    if (isPostponed())
        return;
    forgetNew(table, after.row);
    if (before)
        forgetNew(table, before->row);
    note(table, before, after);
}

void DerivedData::created(const Table& table, LocalRow row)
{
    if (isPostponed())
        return;
    const bool isFirst = table.id == TableId::SalesOrder && !m_orders.contains(row.row.id);
    note(table, nullptr, row);
    if (isFirst) {
        m_newOrders[row.row.id].order = std::move(row.row);
    } else if (table.id == TableId::OrderLine) {
        const auto order = m_newOrders.find(idOf(valueAt(row.row, col::OrderLine::orderId)));
        if (order != m_newOrders.end())
            order->second.lines.push_back(std::move(row.row));
    } else {
        forgetNew(table, row.row);
    }
}

void DerivedData::forgetNew(const Table& table, const Row& row)
{
    if (table.id == TableId::SalesOrder)
        m_newOrders.erase(row.id);
    else if (table.id == TableId::OrderLine)
        m_newOrders.erase(idOf(valueAt(row, col::OrderLine::orderId)));
    else if (table.id == TableId::DeliveryLine)
        m_newOrders.clear();
}

void DerivedData::note(const Table& table, const LocalRow* before, const LocalRow& after)
{
    if (table.id == TableId::SalesOrder && before) {
        noteOrder(*before, after);
    } else {
        noteParents(table, after.row);
        if (before)
            noteParents(table, before->row);
    }
    noteBefore(table, before, after.row.id);
    if (table.id == TableId::Customer)
        noteCustomer(before, after);
    if (!SearchIndex::covers(table) || (before && isFoundAlike(table, *before, after)))
        return;
    SearchIndex search(m_db);
    if (after.deleted)
        search.remove(table, after.row.id);
    else
        search.index(table, after.row, before == nullptr);
}

void DerivedData::erased(const Table& table, const LocalRow& before)
{
    if (isPostponed())
        return;
    forgetNew(table, before.row);
    noteParents(table, before.row);
    noteBefore(table, &before, before.row.id);
    if (table.id == TableId::Customer) {
        m_renamed.insert(before.row.id); // documents named it meanwhile
        m_customers.insert(before.row.id);
    }
    if (SearchIndex::covers(table))
        SearchIndex(m_db).remove(table, before.row.id);
}

void DerivedData::noteBefore(const Table& table, const LocalRow* before, const Uuid& id)
{
    if (table.id == TableId::DeliveryLine && !m_linesBefore.contains(id))
        m_linesBefore[id] = before && !before->deleted ? std::optional(before->row) : std::nullopt;
}

void DerivedData::noteOrdersOf(const Uuid& delivery, std::set<Uuid>& seen)
{
    if (!seen.insert(delivery).second)
        return;
    std::vector<Uuid> reversals;
    {
        auto lines = m_db.prepare("SELECT order_id FROM delivery_line WHERE delivery_id = ? AND order_id IS NOT NULL");
        lines->bindBorrowed(1, blobOf(delivery));
        while (lines->step())
            m_orders.insert(uuidAt(*lines, 0));
        auto rows = m_db.prepare("SELECT delivery_id FROM delivery_summary WHERE reverses_id = ?");
        rows->bindBorrowed(1, blobOf(delivery));
        while (rows->step())
            reversals.push_back(uuidAt(*rows, 0));
    }
    for (const Uuid& reversal : reversals)
        noteOrdersOf(reversal, seen);
}

void DerivedData::refresh()
{
    for (const Uuid& customer : m_renamed) {
        auto orders = m_db.prepare("SELECT id FROM sales_order WHERE customer_id = ?");
        orders->bindBorrowed(1, blobOf(customer));
        while (orders->step())
            m_orders.insert(uuidAt(*orders, 0));
        auto deliveries = m_db.prepare("SELECT delivery_id FROM delivery_summary WHERE customer_id = ?");
        deliveries->bindBorrowed(1, blobOf(customer));
        while (deliveries->step())
            m_deliveries.insert(uuidAt(*deliveries, 0));
    }
    std::set<Uuid> seen;
    for (const Uuid& delivery : m_deliveryHeads)
        noteOrdersOf(delivery, seen);
    if (!m_orders.empty() || !m_moved.empty())
        OrderSummaries(m_db).refresh(m_orders, m_newOrders, m_moved);
    if (!m_deliveries.empty())
        DeliverySummaries(m_db).refresh(m_deliveries, m_linesBefore, m_customers);
    refreshFigures(m_db, m_customers);
    refreshReceivables(m_db, m_customers);
    refreshStock(m_db, m_products);
    forget();
}

void DerivedData::forget()
{
    m_orders.clear();
    m_moved.clear();
    m_newOrders.clear();
    m_deliveries.clear();
    m_deliveryHeads.clear();
    m_linesBefore.clear();
    m_customers.clear();
    m_products.clear();
    m_renamed.clear();
    m_postponed.reset();
}

void DerivedData::postpone()
{
    SyncState(m_db).set(postponedName, std::int64_t{1});
    forget();
    m_postponed = true;
}

bool DerivedData::isPostponed()
{
    if (!m_postponed)
        m_postponed = SyncState(m_db).integer(postponedName) != 0;
    return *m_postponed;
}

void DerivedData::rebuild()
{
    forget();
    SyncState(m_db).set(postponedName, std::int64_t{0});
    SearchIndex(m_db).rebuild();
    OrderSummaries(m_db).rebuild();
    DeliverySummaries(m_db).rebuild();
    rebuildFigures(m_db);
    rebuildReceivables(m_db);
    rebuildStock(m_db);
}

std::string DerivedData::differences()
{
    sqlite::Transaction rolledBack(m_db);
    std::vector<std::uint64_t> stored;
    for (const char* table : derivedTables)
        stored.push_back(contentOf(m_db, table));
    SearchIndex(m_db).indexPending();
    const std::uint64_t storedSearch = searchContent(m_db);
    std::string different;
    const auto compare = [&](const std::string& table, std::uint64_t before, std::uint64_t after) {
        if (before != after)
            different += (different.empty() ? "" : ", ") + table;
    };
    rebuild();
    for (std::size_t i = 0; i < stored.size(); ++i)
        compare(derivedTables[i], stored[i], contentOf(m_db, derivedTables[i]));
    compare("search_document", storedSearch, searchContent(m_db));
    return different;
}

} // namespace dure::storage
