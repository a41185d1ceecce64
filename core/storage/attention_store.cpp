#include "core/storage/attention_store.h"

#include "core/storage/entity_reader.h"

#include <cstring>

namespace dure::storage {

namespace {

// kind, id, entry, matter, what, table, root, reason, at, done
constexpr const char* bothSql
    = "SELECT 0 AS kind, c.id AS id, 0 AS entry, ifnull(c.kind, 0) AS matter, c.field AS what, c.table_name AS place, "
      "ifnull(c.root_id, c.row_id) AS root, '' AS reason, max(ifnull(c.winner_at, 0), ifnull(c.loser_at, 0)) AS at, "
      "EXISTS(SELECT 1 FROM resolution r WHERE r.conflict_id = c.id AND r.deleted = 0) AS done "
      "FROM conflict c WHERE c.deleted = 0 "
      "UNION ALL SELECT 1, NULL, o.entry, 0, o.intent, '', NULL, o.reason, o.at, o.state = 4 FROM outbox o "
      "WHERE o.state IN (3, 4)";

} // namespace

Uuid attentionId(std::int64_t entry)
{
    Uuid id;
    std::memcpy(id.bytes.data(), &entry, sizeof entry);
    id.bytes.back() = 1; // never nil
    return id;
}

std::vector<AttentionRow> AttentionStore::list(bool done, std::int64_t offset, std::int64_t limit)
{
    auto found = m_db.prepareOnce("SELECT * FROM (" + std::string(bothSql)
        + ") WHERE done = ? ORDER BY at DESC, entry DESC, id DESC LIMIT ? OFFSET ?");
    found.bindAll(std::int64_t{done}, limit, offset);
    std::vector<AttentionRow> rows;
    while (found.step())
        rows.push_back(readRow(found));
    return rows;
}

AttentionRow AttentionStore::readRow(const sqlite::Statement& found)
{
    AttentionRow row;
    row.kind = static_cast<AttentionKind>(found.integer(0));
    row.entry = found.integer(2);
    row.matter = static_cast<ConflictMatter>(found.integer(3));
    row.what = found.text(4);
    row.reason = found.text(7);
    row.at = found.integer(8);
    row.done = found.integer(9) != 0;
    if (row.kind == AttentionKind::Rejected) {
        row.id = attentionId(row.entry);
        row.subject = subjectOfEntry(row.entry);
        return row;
    }
    row.id = uuidAt(found, 1);
    if (const Table* table = findTable(found.text(5)))
        row.subject = subjectOf(*table, uuidAt(found, 6));
    return row;
}

AttentionCounts AttentionStore::counts()
{
    auto counted
        = m_db.prepareOnce("SELECT ifnull(sum(done = 0), 0), ifnull(sum(done), 0) FROM (" + std::string(bothSql) + ")");
    counted.step();
    return {counted.integer(0), counted.integer(1)};
}

AttentionSubject AttentionStore::subjectOfEntry(std::int64_t entry)
{
    for (const auto& [tableId, id] : Outbox(m_db).rowsOf(entry)) {
        const Table& table = tableOf(tableId);
        const auto row = RowStore(m_db).find(table, id);
        const Uuid root = row ? RowStore::rootOf(table, row->row) : id;
        if (AttentionSubject subject = subjectOf(table, root); !subject.name.empty())
            return subject;
    }
    return {};
}

AttentionSubject AttentionStore::subjectOf(const Table& table, const Uuid& root)
{
    AttentionSubject subject{table.rootTable, root, nameOf(table.rootTable, root), {}};
    Uuid customer;
    if (subject.table == TableId::SalesOrder) {
        if (const auto order = findEntity<SalesOrder>(m_db, root))
            customer = order->customerId;
    } else if (subject.table == TableId::Delivery) {
        if (const auto delivery = findEntity<Delivery>(m_db, root))
            customer = delivery->customerId;
    } else if (subject.table == TableId::CustomerPrice) {
        if (const auto price = findEntity<CustomerPrice>(m_db, root))
            customer = price->customerId;
    }
    if (!customer.isNil())
        subject.customer = nameOf(TableId::Customer, customer);
    return subject;
}

std::string AttentionStore::nameOf(TableId table, const Uuid& id)
{
    switch (table) {
    case TableId::Customer:
        if (const auto row = findEntity<Customer>(m_db, id))
            return row->name;
        break;
    case TableId::Product:
        if (const auto row = findEntity<Product>(m_db, id))
            return row->name;
        break;
    case TableId::DeliverySite:
        if (const auto row = findEntity<DeliverySite>(m_db, id))
            return row->name;
        break;
    case TableId::SalesOrder:
        if (const auto row = findEntity<SalesOrder>(m_db, id))
            return row->number;
        break;
    case TableId::Delivery:
        if (const auto row = findEntity<Delivery>(m_db, id))
            return row->number;
        break;
    case TableId::Payment:
        if (const auto row = findEntity<Payment>(m_db, id))
            return row->number;
        break;
    case TableId::CompanyProfile:
        if (const auto row = findEntity<CompanyProfile>(m_db, id))
            return row->name;
        break;
    case TableId::CustomerPrice:
        if (const auto row = findEntity<CustomerPrice>(m_db, id))
            return nameOf(TableId::Product, row->productId);
        break;
    default:
        break;
    }
    return {};
}

std::optional<ConflictDetail> AttentionStore::conflict(const Uuid& id)
{
    using C = col::Conflict;
    const auto found = RowStore(m_db).find(tableOf(TableId::Conflict), id);
    if (!found || found->deleted)
        return std::nullopt;
    const auto& values = found->row.values;
    const Table* table = findTable(textOf(values[C::tableName]));
    if (!table)
        return std::nullopt; // of a newer version's table: shown after the upgrade
    auto row = m_db.prepareOnce("SELECT * FROM (" + std::string(bothSql) + ") WHERE id = ?");
    row.bind(1, blobOf(id));
    if (!row.step())
        return std::nullopt;
    ConflictDetail detail;
    detail.row = readRow(row);
    detail.table = table;
    detail.changedRow = idOf(values[C::rowId]);
    detail.baseFields = textOf(values[C::baseValue]);
    detail.winner = {textOf(values[C::winnerValue]), textOf(values[C::winnerUser]), textOf(values[C::winnerDevice]),
        integerOf(values[C::winnerAt])};
    detail.loser = {textOf(values[C::loserValue]), textOf(values[C::loserUser]), textOf(values[C::loserDevice]),
        integerOf(values[C::loserAt])};
    return detail;
}

std::optional<OutboxEntry> AttentionStore::rejection(const Uuid& id)
{
    std::int64_t entry = 0;
    std::memcpy(&entry, id.bytes.data(), sizeof entry);
    return attentionId(entry) == id ? Outbox(m_db).byEntry(entry) : std::nullopt;
}

} // namespace dure::storage
