#include "core/storage/trash_store.h"

#include "core/storage/outbox.h"

#include <algorithm>
#include <map>

namespace dure::storage {

namespace {

/// How each kind is told: its name, and the column of its day if it is about a customer.
struct Kind
{
    TableId table;
    const char* name;
    const char* day;
};

constexpr Kind kinds[]{
    {TableId::Customer, "t.name", nullptr},
    {TableId::Product, "t.name", nullptr},
    {TableId::SalesOrder, "t.number", "ordered_on"},
    {TableId::Quotation, "t.number", "quoted_on"},
    {TableId::Claim, "t.number", "claimed_on"},
    {TableId::Activity, "ifnull(t.text, t.next_action)", "\"on\""},
};

/// A tombstone without a name came to a PC that never had the row: there is nothing to bring back.
std::string listSql(const Kind& kind)
{
    const std::string customer
        = kind.day ? "(SELECT c.name FROM customer c WHERE c.id = t.customer_id)" : std::string("NULL");
    const std::string day = kind.day ? "t." + std::string(kind.day) : "0";
    return "SELECT t.id, t.seq, " + std::string(kind.name) + ", " + customer + ", " + day
        + ", EXISTS(SELECT 1 FROM outbox_row o WHERE o.id = t.id) AS unsent FROM "
        + std::string(tableOf(kind.table).name) + " t WHERE t.deleted = 1 AND " + kind.name
        + " IS NOT NULL ORDER BY unsent DESC, t.seq DESC LIMIT ?";
}

/// Of the outbox, the newest entries that are looked through for who deleted what and when.
constexpr std::int64_t rememberedEntries = 3000;

} // namespace

std::vector<TrashRow> TrashStore::list(std::int64_t limit)
{
    std::vector<std::pair<std::int64_t, TrashRow>> found;
    for (const Kind& kind : kinds) {
        auto rows = m_db.prepareOnce(listSql(kind));
        rows.bind(1, limit);
        while (rows.step()) {
            TrashRow row{kind.table, uuidAt(rows, 0), std::string(rows.text(2)), std::string(rows.text(3)),
                {static_cast<std::int32_t>(rows.integer(4))}, rows.integer(5) != 0};
            found.emplace_back(rows.integer(1), std::move(row));
        }
    }
    std::ranges::stable_sort(found, [](const auto& a, const auto& b) {
        return std::pair(a.second.isUnsent, a.first) > std::pair(b.second.isUnsent, b.first);
    });
    std::vector<TrashRow> listed;
    for (auto& [seq, row] : found)
        if (static_cast<std::int64_t>(listed.size()) < limit)
            listed.push_back(std::move(row));
    remember(listed);
    std::ranges::stable_sort(listed, [](const TrashRow& a, const TrashRow& b) {
        return a.isUnsent && b.isUnsent && a.at > b.at; // the cloud has not numbered these
    });
    return listed;
}

/// What this PC's own outbox still knows: the newest delete that names a row.
void TrashStore::remember(std::vector<TrashRow>& rows)
{
    std::map<std::pair<TableId, Uuid>, TrashRow*> wanted;
    for (TrashRow& row : rows)
        wanted[{row.table, row.id}] = &row;
    Outbox outbox(m_db);
    auto entries = m_db.prepareOnce("SELECT entry, at, user FROM (SELECT entry, at, user, intent FROM outbox "
                                    "ORDER BY entry DESC LIMIT ?) WHERE intent GLOB 'delete_*' OR intent = 'undo'");
    entries.bind(1, rememberedEntries);
    while (!wanted.empty() && entries.step())
        for (const auto& key : outbox.rowsOf(entries.integer(0)))
            if (const auto row = wanted.find(key); row != wanted.end()) {
                row->second->at = entries.integer(1);
                row->second->by = uuidAt(entries, 2);
                wanted.erase(row);
            }
}

struct TrashStore::Tombstone
{
    TableId table;
    Uuid id;
    std::int64_t seq;
    std::int64_t at; ///< of the action that waits for the cloud; 0: none does
};

/// When the action was made that deleted it, if it waits for the cloud; all that one action deleted has the same.
std::int64_t TrashStore::deletedAt(TableId table, const Uuid& id)
{
    Outbox outbox(m_db);
    const auto pending = outbox.pendingOf(table, id);
    const auto entry = pending.empty() ? std::nullopt : outbox.byEntry(pending.back());
    return entry ? entry->at : 0;
}

std::vector<TrashStore::Tombstone> TrashStore::tombstonesOf(TableId table, const std::string& column, const Uuid& root)
{
    auto rows = m_db.prepareOnce("SELECT id, seq FROM " + std::string(tableOf(table).name) + " WHERE " + column
        + " = ? AND deleted = 1 ORDER BY seq, id");
    rows.bind(1, blobOf(root));
    std::vector<Tombstone> found;
    while (rows.step()) {
        const Uuid id = uuidAt(rows, 0);
        found.push_back({table, id, rows.integer(1), deletedAt(table, id)});
    }
    return found;
}

std::vector<std::pair<TableId, Uuid>> TrashStore::wentWith(TableId tableId, const Uuid& id)
{
    const Table& table = tableOf(tableId);
    const auto root = RowStore(m_db).find(table, id);
    if (!root || !root->deleted)
        return {};
    std::vector<Tombstone> lying;
    for (const Table& child : allTables())
        if (!child.rootColumn.empty() && child.rootTable == tableId && child.id != tableId)
            std::ranges::copy(tombstonesOf(child.id, std::string(child.rootColumn), id), std::back_inserter(lying));
    if (tableId == TableId::Customer || tableId == TableId::Product) {
        const bool isCustomer = tableId == TableId::Customer;
        for (const Tombstone& price :
            tombstonesOf(TableId::CustomerPrice, isCustomer ? "customer_id" : "product_id", id)) {
            const auto row = RowStore(m_db).find(tableOf(TableId::CustomerPrice), price.id);
            const int other = isCustomer ? col::CustomerPrice::productId : col::CustomerPrice::customerId;
            const auto* named = std::get_if<Uuid>(&row->row.values[static_cast<std::size_t>(other)]);
            const Table& otherTable = tableOf(isCustomer ? TableId::Product : TableId::Customer);
            if (named && RowStore(m_db).isLive(otherTable, *named))
                lying.push_back(price);
        }
    }
    std::vector<std::pair<TableId, Uuid>> together;
    if (const std::int64_t at = deletedAt(tableId, id); at != 0) {
        for (const Tombstone& each : lying)
            if (each.at == at)
                together.emplace_back(each.table, each.id);
        return together;
    }
    // The cloud numbers the rows of one mutation one after the other: what lies without a gap went together.
    lying.push_back({tableId, id, root->seq, 0});
    std::ranges::sort(lying, {}, &Tombstone::seq);
    const auto own = std::ranges::find(lying, id, &Tombstone::id);
    const auto follows = [](const Tombstone& a, const Tombstone& b) { return a.seq + 1 == b.seq; };
    auto from = own;
    while (from != lying.begin() && follows(*std::prev(from), *from))
        --from;
    for (auto at = from; at != lying.end() && (at == from || follows(*std::prev(at), *at)); ++at)
        if (at != own)
            together.emplace_back(at->table, at->id);
    return together;
}

} // namespace dure::storage
