#include "core/storage/attention_store.h"

#include "core/domain/attachment.h"
#include "core/domain/claim.h"
#include "core/domain/quotation.h"
#include "core/storage/entity_reader.h"

#include <algorithm>
#include <cstring>
#include <tuple>

namespace dure::storage {

namespace {

// The latest decision on a matter; 2: none, or it was taken back.
#define DURE_CHOICE(ID)                                                                                                \
    "ifnull((SELECT ifnull(r.choice, 0) FROM resolution r WHERE r.conflict_id = " ID " AND r.deleted = 0 "             \
    "ORDER BY r.at DESC, r.id DESC LIMIT 1), 2)"

// kind, id, entry, matter, what, table, root, reason, at, choice; what one side lost to the other in one document is
// one
constexpr const char* storedSql
    = "SELECT 0 AS kind, min(id) AS id, 0 AS entry, matter, group_concat(place || '/' || unit, ' ') AS what, place, "
      "root, '' AS reason, at, choice FROM (SELECT c.id AS id, ifnull(c.kind, 0) AS matter, ifnull(c.field, '') AS "
      "unit, c.table_name AS place, ifnull(c.root_id, c.row_id) AS root, max(ifnull(c.winner_at, 0), "
      "ifnull(c.loser_at, 0)) AS at, c.winner_at, c.winner_user, c.winner_device, c.loser_at, c.loser_user, "
      "c.loser_device, " DURE_CHOICE(
          "c.id") " AS choice FROM conflict c WHERE c.deleted = 0) GROUP BY root, matter, "
                  "winner_at, winner_user, winner_device, loser_at, loser_user, loser_device, choice "
                  "UNION ALL SELECT 1, NULL, o.entry, 0, o.intent, '', NULL, o.reason, o.at, iif(o.state = 4, 0, 2) "
                  "FROM outbox o "
                  "WHERE o.state IN (3, 4)";

constexpr const char* siblingsSql = "SELECT b.id, " DURE_CHOICE("b.id") " = " DURE_CHOICE(
    "a.id") " FROM conflict a JOIN conflict b ON "
            "ifnull(b.root_id, b.row_id) = ifnull(a.root_id, a.row_id) AND ifnull(b.kind, 0) = ifnull(a.kind, 0) "
            "AND b.winner_at IS a.winner_at AND b.winner_user IS a.winner_user AND b.winner_device IS a.winner_device "
            "AND b.loser_at IS a.loser_at AND b.loser_user IS a.loser_user AND b.loser_device IS a.loser_device "
            "WHERE a.id = ? AND a.deleted = 0 AND b.deleted = 0 ORDER BY b.id";

std::vector<ConflictUnit> unitsOf(std::string_view what)
{
    std::vector<ConflictUnit> units;
    while (!what.empty()) {
        const std::string_view one = what.substr(0, what.find(' '));
        const std::size_t slash = one.find('/');
        if (const Table* table = findTable(one.substr(0, slash)))
            units.push_back({table, std::string(one.substr(slash + 1))});
        what.remove_prefix(std::min(what.size(), one.size() + 1));
    }
    std::ranges::stable_sort(units, {}, [](const ConflictUnit& unit) { return unit.table->id; });
    return units;
}

/// Where the unit stands in its table.
int positionOf(const ConflictDetail& conflict)
{
    for (std::size_t i = 0; i < conflict.table->columns.size(); ++i) {
        const Column& column = conflict.table->columns[i];
        if ((column.group.empty() ? column.name : column.group) == conflict.unit)
            return static_cast<int>(i);
    }
    return -1;
}

} // namespace

Uuid attentionId(std::int64_t entry)
{
    Uuid id;
    std::memcpy(id.bytes.data(), &entry, sizeof entry);
    id.bytes.back() = 1; // never nil
    return id;
}

/// A matter before its document's name and the like are read.
struct AttentionStore::Found
{
    AttentionRow row;
    std::string place; ///< of a conflict: the changed row's table
    Uuid root;

    bool isBefore(const Found& other) const
    {
        if (row.at != other.row.at)
            return row.at > other.row.at;
        return row.entry != other.row.entry ? row.entry > other.row.entry : row.id > other.row.id;
    }
};

AttentionStore::Found AttentionStore::foundAt(const sqlite::Statement& found)
{
    Found matter;
    AttentionRow& row = matter.row;
    row.kind = static_cast<AttentionKind>(found.integer(0));
    row.entry = found.integer(2);
    row.id = row.kind == AttentionKind::Rejected ? attentionId(row.entry) : uuidAt(found, 1);
    row.matter = static_cast<ConflictMatter>(found.integer(3));
    if (row.kind == AttentionKind::Rejected)
        row.intent = found.text(4);
    else
        row.units = unitsOf(found.text(4));
    matter.place = found.text(5);
    matter.root = uuidAt(found, 6);
    row.reason = found.text(7);
    row.at = found.integer(8);
    row.choice = static_cast<MatterChoice>(found.integer(9));
    return matter;
}

AttentionStore::Found AttentionStore::foundOf(const Contradiction& contradiction, MatterChoice choice)
{
    Found matter;
    matter.row.kind = AttentionKind::Contradiction;
    matter.row.id = contradiction.id;
    matter.row.contradiction = contradiction;
    ContradictionStore(m_db).fillTime(matter.row.contradiction);
    matter.row.at = matter.row.contradiction.at;
    matter.row.choice = choice;
    return matter;
}

AttentionRow AttentionStore::completed(Found found)
{
    AttentionRow& row = found.row;
    if (row.kind == AttentionKind::Rejected)
        row.subject = subjectOfEntry(row.entry);
    else if (row.kind == AttentionKind::Contradiction)
        row.subject = subjectOf(tableOf(row.contradiction.table), row.contradiction.root);
    else if (const Table* table = findTable(found.place))
        row.subject = subjectOf(*table, found.root);
    if (row.isDone()) {
        auto latest = m_db.prepare("SELECT user FROM resolution WHERE conflict_id = ? AND deleted = 0 "
                                   "ORDER BY at DESC, id DESC LIMIT 1");
        latest->bindBorrowed(1, blobOf(row.id));
        if (latest->step())
            row.decidedBy = latest->text(0);
    }
    return std::move(row);
}

MatterChoice AttentionStore::choiceOf(const Uuid& matter)
{
    auto chosen = m_db.prepare("SELECT " DURE_CHOICE("?"));
    chosen->bindBorrowed(1, blobOf(matter));
    chosen->step();
    return static_cast<MatterChoice>(chosen->integer(0));
}

std::vector<AttentionRow> AttentionStore::list(bool done, std::int64_t offset, std::int64_t limit)
{
    std::vector<Found> found;
    auto stored = m_db.prepareOnce("SELECT * FROM (" + std::string(storedSql)
        + ") WHERE (choice < 2) = ? ORDER BY at DESC, entry DESC, id DESC LIMIT ?");
    stored.bindAll(std::int64_t{done}, offset + limit);
    while (stored.step())
        found.push_back(foundAt(stored));
    for (const Contradiction& each : contradictions()) {
        const MatterChoice choice = choiceOf(each.id);
        if ((choice != MatterChoice::Open) == done)
            found.push_back(foundOf(each, choice));
    }
    std::ranges::sort(found, [](const Found& a, const Found& b) { return a.isBefore(b); });
    std::vector<AttentionRow> rows;
    const auto end = std::min(found.size(), static_cast<std::size_t>(offset + limit));
    for (auto at = static_cast<std::size_t>(offset); at < end; ++at)
        rows.push_back(completed(std::move(found[at])));
    return rows;
}

const std::vector<Contradiction>& AttentionStore::contradictions()
{
    if (!m_contradictions)
        m_contradictions = ContradictionStore(m_db).all();
    return *m_contradictions;
}

AttentionCounts AttentionStore::counts(ContradictionStore::Scope scope)
{
    auto counted = m_db.prepareOnce(
        "SELECT ifnull(sum(choice >= 2), 0), ifnull(sum(choice < 2), 0) FROM (" + std::string(storedSql) + ")");
    counted.step();
    AttentionCounts counts{counted.integer(0), counted.integer(1)};
    const bool whole = scope == ContradictionStore::Scope::All;
    for (const Contradiction& each : whole ? contradictions() : ContradictionStore(m_db).all(scope))
        ++(choiceOf(each.id) == MatterChoice::Open ? counts.open : counts.done);
    return counts;
}

std::optional<AttentionRow> AttentionStore::contradiction(const Uuid& id)
{
    const auto found = ContradictionStore(m_db).find(id);
    if (!found)
        return std::nullopt;
    return completed(foundOf(*found, choiceOf(id)));
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
    } else if (subject.table == TableId::Claim) {
        if (const auto claim = findEntity<Claim>(m_db, root))
            customer = claim->customerId;
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
    case TableId::Attachment:
        if (const auto row = findEntity<Attachment>(m_db, id))
            return row->fileName;
        break;
    case TableId::Quotation:
        if (const auto row = findEntity<Quotation>(m_db, id))
            return row->number;
        break;
    case TableId::Claim:
        if (const auto row = findEntity<Claim>(m_db, id))
            return row->number;
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

std::optional<MatterDetail> AttentionStore::conflict(const Uuid& id)
{
    MatterDetail matter;
    auto siblings = m_db.prepareOnce(siblingsSql);
    siblings.bind(1, blobOf(id));
    while (siblings.step()) {
        if (siblings.integer(1) == 0)
            continue; // decided apart from this one
        if (auto detail = conflictDetail(uuidAt(siblings, 0)))
            matter.conflicts.push_back(std::move(*detail));
    }
    if (matter.conflicts.empty())
        return std::nullopt;
    auto row = m_db.prepareOnce("SELECT * FROM (" + std::string(storedSql) + ") WHERE id = ?");
    row.bind(1, blobOf(matter.conflicts.front().id));
    if (!row.step())
        return std::nullopt;
    matter.row = completed(foundAt(row));
    std::ranges::stable_sort(matter.conflicts, [](const ConflictDetail& a, const ConflictDetail& b) {
        return std::tuple(a.table->id, a.changedRow, positionOf(a))
            < std::tuple(b.table->id, b.changedRow, positionOf(b));
    });
    return matter;
}

std::optional<ConflictDetail> AttentionStore::conflictDetail(const Uuid& id)
{
    using C = col::Conflict;
    const auto found = RowStore(m_db).find(tableOf(TableId::Conflict), id);
    if (!found || found->deleted)
        return std::nullopt;
    const auto& values = found->row.values;
    const Table* table = findTable(textOf(values[C::tableName]));
    if (!table)
        return std::nullopt; // of a newer version's table: shown after the upgrade
    ConflictDetail detail;
    detail.id = id;
    detail.table = table;
    detail.changedRow = idOf(values[C::rowId]);
    detail.unit = textOf(values[C::field]);
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
