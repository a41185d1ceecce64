#include "tests/simulation/properties.h"

#include "core/storage/blob_store.h"
#include "core/storage/client_schema.h"
#include "core/storage/outbox.h"
#include "core/storage/receivable_store.h"
#include "core/storage/row_store.h"
#include "sync/client/space_check.h"
#include "sync/protocol/codec.h"
#include "sync/server/blob_service.h"
#include "tests/simulation/other_versions.h"
#include "tests/simulation/trace.h"

#include <algorithm>
#include <map>
#include <set>

namespace dure::simulation {

namespace {

struct CloudRow
{
    Row row;
    std::int64_t seq = 0;
    bool deleted = false;
};
using CloudRows = std::map<TableId, std::map<Uuid, CloudRow>>;

CloudRows rowsOf(Cloud& cloud)
{
    std::map<TableId, std::int64_t> cursors;
    for (const Table& table : allTables())
        cursors[table.id] = 0;
    CloudRows rows;
    for (const auto& pulled : cloud.store().beginRead()->page(cursors, 1'000'000).rows) {
        const Table& table = *findTable(pulled.table);
        const auto row = protocol::decodeRow(table, pulled.id, pulled.fields);
        if (!row)
            throw Violation("the cloud keeps an unreadable row of " + pulled.table);
        if (!rows[table.id].emplace(pulled.id, CloudRow{*row, pulled.seq, pulled.deleted}).second)
            throw Violation("the cloud keeps a row twice: " + pulled.id.toString());
    }
    return rows;
}

std::int64_t number(const Row& row, int column) { return integerOf(row.values[static_cast<std::size_t>(column)]); }
Uuid idIn(const Row& row, int column) { return idOf(row.values[static_cast<std::size_t>(column)]); }

std::int64_t ask(Pc& pc, const std::string& sql, const Uuid& id = {})
{
    auto rows = pc.db().prepareOnce(sql);
    if (sql.find('?') != std::string::npos)
        rows.bind(1, storage::blobOf(id));
    return rows.step() ? rows.integer(0) : 0;
}

void checkTable(Pc& pc, const Table& table, const std::map<Uuid, CloudRow>& rows)
{
    const std::string place = pc.name() + " " + std::string(table.name);
    storage::RowStore store(pc.db());
    std::int64_t live = 0;
    for (const auto& [id, expected] : rows) {
        live += expected.deleted ? 0 : 1;
        const auto local = store.find(table, id);
        if (!local && expected.deleted)
            continue; // it never saw what is gone
        const std::string which = place + " " + id.toString();
        if (!local)
            throw Violation(which + " is missing");
        if (local->deleted != expected.deleted || local->seq != expected.seq)
            throw Violation(which + " stands at another seq: " + std::to_string(local->seq) + " for "
                + std::to_string(expected.seq));
        if (!expected.deleted && protocol::encodeRow(table, local->row) != protocol::encodeRow(table, expected.row))
            throw Violation(which + " has other values: " + protocol::encodeRow(table, local->row) + " for "
                + protocol::encodeRow(table, expected.row));
    }
    if (ask(pc, "SELECT count(*) FROM " + std::string(table.name) + " WHERE deleted = 0") != live)
        throw Violation(place + " has rows that the cloud has not");
    if (ask(pc, "SELECT count(*) FROM " + storage::imageTable(table)) != 0)
        throw Violation(place + " keeps images though nothing is pending");
}

/// Rows of a table that this PC does not know are kept as they came; `expected` by id, the latest.
void checkKept(Pc& pc, const std::string& name, const std::map<Uuid, protocol::PulledRow>& expected)
{
    std::size_t found = 0;
    auto rows = pc.db().prepareOnce("SELECT id, seq, deleted, fields FROM raw_row WHERE table_name = ?");
    rows.bind(1, name);
    for (; rows.step(); ++found) {
        const auto row = expected.find(storage::uuidAt(rows, 0));
        if (row == expected.end())
            throw Violation(pc.name() + " keeps a row of " + name + " that the cloud has not");
        if (rows.integer(1) != row->second.seq || (rows.integer(2) != 0) != row->second.deleted
            || (!row->second.deleted && rows.text(3) != row->second.fields))
            throw Violation(pc.name() + " keeps another row of " + name + ": " + std::string(rows.text(3)));
    }
    if (found != expected.size())
        throw Violation(pc.name() + " has lost a row of " + name);
}

void checkTomorrow(Pc& pc, Cloud& cloud)
{
    std::map<Uuid, protocol::PulledRow> expected;
    if (cloud.isNewer())
        for (protocol::PulledRow& row : rowsOfTomorrow(0, cloud.head()))
            expected[row.id] = std::move(row);
    checkKept(pc, tableOfTomorrow, expected);
}

/// What a PC from yesterday keeps of the table that it does not know.
void checkHidden(Pc& pc, const std::map<Uuid, CloudRow>& rows)
{
    const Table& table = *findTable(hiddenTable);
    std::map<Uuid, protocol::PulledRow> expected;
    for (const auto& [id, row] : rows)
        expected[id] = {hiddenName, id, row.seq, row.deleted, protocol::encodeRow(table, row.row), {}};
    checkKept(pc, hiddenName, expected);
}

/// Nothing stands refused for a missing row that is there by now.
void checkRefused(Pc& pc, CloudRows& rows)
{
    const auto isThere = [&](TableId table, const Uuid& id) {
        const auto row = rows[table].find(id);
        return row != rows[table].end() && !row->second.deleted;
    };
    for (const PcUser& user : pc.users())
        for (const auto& entry : storage::Outbox(pc.db()).rejectedFor(user.id, "row_missing")) {
            const auto mutation = protocol::decodeMutation(entry.body);
            if (mutation && std::ranges::all_of(mutation->changes, [&](const Change& change) {
                    return change.op == Op::Put && isThere(change.table, change.row);
                }))
                throw Violation(pc.name() + " shows as refused what could be sent: " + entry.body);
        }
}

void checkOutbox(Pc& pc)
{
    if (ask(pc, "SELECT count(*) FROM outbox WHERE state IN (0, 1)") != 0)
        throw Violation(pc.name() + " still has unsent work: " + pc.engine().status().detail);
    if (ask(pc, "SELECT count(*) FROM outbox_row") != 0)
        throw Violation(pc.name() + " marks rows as pending though nothing is");
}

void checkFile(Pc& pc)
{
    const client::SpaceCheck check = client::checkSpace(pc.space(), true);
    if (check.integrity != "ok")
        throw Violation(pc.name() + "'s file is damaged: " + check.integrity);
    if (!check.derived.empty())
        throw Violation(pc.name() + "'s derived data differs from its rows: " + check.derived);
    if (!check.digests.empty())
        throw Violation(pc.name() + "'s kept digest is not that of its rows: " + check.digests.front().table);
    if (!check.atHead)
        throw Violation(pc.name() + " does not know that it is at the head");
    for (const client::Orphan& orphan : check.orphans)
        if (findTable(orphan.table)->rootColumn == orphan.column)
            throw Violation(pc.name() + " has a row without its root: " + orphan.table + " " + orphan.row.toString());
}

/// What people believe: balances, stock and open quantities, from the cloud's rows by plain addition.
void checkSums(Pc& pc, CloudRows& rows)
{
    std::map<Uuid, std::int64_t> balance, stock, ordered, supply, ofLine, delivered;
    std::map<Uuid, Uuid> orderOfLine, customerOf;
    for (const auto& [id, row] : rows[TableId::Customer])
        if (!row.deleted)
            balance[id] += number(row.row, col::Customer::openingBalance);
    for (const auto& [id, row] : rows[TableId::Delivery])
        customerOf[id] = idIn(row.row, col::Delivery::customerId);
    for (const auto& [id, row] : rows[TableId::DeliveryLine]) {
        using C = col::DeliveryLine;
        const Uuid customer = customerOf[idIn(row.row, C::deliveryId)];
        balance[customer] += number(row.row, C::supply) + number(row.row, C::tax);
        ofLine[idIn(row.row, C::orderLineId)] += number(row.row, C::quantity);
    }
    for (const auto& [id, row] : rows[TableId::Payment])
        balance[idIn(row.row, col::Payment::customerId)] -= number(row.row, col::Payment::amount);
    for (const auto& [id, row] : rows[TableId::StockMovement])
        stock[idIn(row.row, col::StockMovement::productId)] += number(row.row, col::StockMovement::quantity);
    for (const auto& [id, row] : rows[TableId::OrderLine]) {
        if (row.deleted)
            continue;
        const Uuid order = idIn(row.row, col::OrderLine::orderId);
        const std::int64_t quantity = number(row.row, col::OrderLine::quantity);
        ordered[order] += quantity;
        delivered[order] += std::min(quantity, ofLine[id]); // what is over is no part of the order
        supply[order] += number(row.row, col::OrderLine::supply);
    }
    storage::ReceivableStore receivables(pc.db());
    for (const auto& [id, row] : rows[TableId::Customer])
        if (!row.deleted && receivables.balance(id).amount != balance[id])
            throw Violation(pc.name() + " shows another balance of a customer: "
                + std::to_string(receivables.balance(id).amount) + " for " + std::to_string(balance[id]));
    for (const auto& [id, row] : rows[TableId::Product])
        if (!row.deleted && ask(pc, "SELECT quantity FROM product_stock WHERE product_id = ?", id) != stock[id])
            throw Violation(pc.name() + " shows another stock of a product");
    for (const auto& [id, row] : rows[TableId::SalesOrder]) {
        if (row.deleted)
            continue;
        const std::string from = " FROM order_summary WHERE order_id = ?";
        if (ask(pc, "SELECT ordered" + from, id) != ordered[id] || ask(pc, "SELECT supply" + from, id) != supply[id]
            || ask(pc, "SELECT delivered" + from, id) != delivered[id])
            throw Violation(pc.name() + " shows other sums of an order: " + id.toString());
    }
}

void checkNumbers(CloudRows& rows, bool mayMeet)
{
    std::map<std::string, Uuid> taken;
    const std::pair<TableId, int> numbered[] = {{TableId::SalesOrder, col::SalesOrder::number},
        {TableId::Delivery, col::Delivery::number}, {TableId::Payment, col::Payment::number}};
    for (const auto& [table, column] : numbered)
        for (const auto& [id, row] : rows[table]) {
            const auto* text = std::get_if<std::string>(&row.row.values[static_cast<std::size_t>(column)]);
            if (!text || text->empty())
                throw Violation("a document has no number: " + id.toString());
            if (!taken.emplace(*text, id).second && !mayMeet)
                throw Violation("two documents have the number " + *text);
        }
}

/// No live row names a deleted one: a delete never wins over a use. What never arrived (refused, or lost with the
/// cloud's past) may be missing.
void checkReferences(CloudRows& rows)
{
    for (const Table& table : allTables())
        for (const auto& [id, row] : rows[table.id])
            for (std::size_t i = 0; i < table.columns.size() && !row.deleted; ++i) {
                const Column& column = table.columns[i];
                if (!column.refersTo)
                    continue;
                const auto& targets = rows[*column.refersTo];
                const auto target = targets.find(idOf(row.row.values[i]));
                if (target != targets.end() && target->second.deleted)
                    throw Violation("a live row names a deleted one: " + std::string(table.name) + " " + id.toString()
                        + "." + std::string(column.name));
            }
}

/// An order's lines say what its terms and all of its lines make of them.
void checkAmounts(CloudRows& rows)
{
    std::map<Uuid, std::vector<OrderLine>> linesOf;
    for (const auto& [id, row] : rows[TableId::OrderLine])
        if (!row.deleted)
            linesOf[idIn(row.row, col::OrderLine::orderId)].push_back(fromRow<OrderLine>(row.row));
    for (auto& [id, lines] : linesOf) {
        std::ranges::stable_sort(lines, {}, &OrderLine::position); // they come by id
        std::vector<LineInput> inputs;
        for (const OrderLine& line : lines)
            inputs.push_back({line.quantity, line.unitPrice, line.taxTyped, line.tax});
        const auto amounts = computeAmounts(fromRow<SalesOrder>(rows[TableId::SalesOrder][id].row).tax, inputs);
        for (std::size_t i = 0; i < lines.size(); ++i)
            if (lines[i].supply != amounts[i].supply || lines[i].tax != amounts[i].tax)
                throw Violation("an order's amounts are not those of its terms and lines: " + id.toString());
    }
}

void checkCloudDigests(Cloud& cloud, CloudRows& rows)
{
    auto kept = cloud.store().beginRead()->digests();
    for (const Table& table : allTables()) {
        protocol::TableDigest counted;
        for (const auto& [id, row] : rows[table.id]) {
            if (row.deleted)
                continue;
            ++counted.count;
            counted.sum += protocol::rowHash(table, row.row, row.seq);
        }
        if (!(kept[table.id] == counted))
            throw Violation("the cloud's digest is not that of its rows: " + std::string(table.name));
    }
}

/// Whatever file a live row names is whole in the cloud and on every PC, and is what its hash says.
void checkFiles(Cloud& cloud, const std::vector<std::unique_ptr<Pc>>& pcs, CloudRows& rows)
{
    std::set<BlobHash> named;
    for (const auto& [id, row] : rows[TableId::Attachment])
        if (const auto hash = BlobHash::fromString(fromRow<Attachment>(row.row).hash); hash && !row.deleted)
            named.insert(*hash);
    const auto session = cloud.store().beginRead();
    for (const BlobHash& hash : named) {
        const auto blob = session->findBlob(hash);
        if (!blob || !blob->complete)
            throw Violation("the cloud lacks a file that a row names: " + hash.toString());
        if (server::hashOfStored(*session, *blob) != hash)
            throw Violation("the cloud keeps another file under a hash: " + hash.toString());
    }
    for (const auto& pc : pcs) {
        storage::BlobStore files(pc->db());
        if (files.waitingCount() != 0)
            throw Violation(pc->name() + " still has files to send");
        for (const BlobHash& hash : named) {
            const auto file = files.read(hash);
            if (!file)
                throw Violation(pc->name() + " did not get a file: " + hash.toString());
            if (hashOfBlob(*file) != hash)
                throw Violation(pc->name() + " keeps another file under a hash: " + hash.toString());
        }
    }
}

/// No digest differs where nobody damaged a row: what was applied was what the cloud has.
void checkDigestPeace(Pc& pc)
{
    const std::int64_t found = pc.mismatches + pc.engine().status().digestMismatches;
    if (found != 0 && !pc.isDamaged)
        throw Violation(pc.name() + " once held other rows than the cloud at the same seq");
}

} // namespace

void checkEverything(
    Cloud& cloud, const std::vector<std::unique_ptr<Pc>>& pcs, const std::set<std::pair<int, int>>& clones)
{
    CloudRows rows = rowsOf(cloud);
    checkCloudDigests(cloud, rows);
    checkReferences(rows);
    checkAmounts(rows);
    checkNumbers(rows, !clones.empty());
    checkFiles(cloud, pcs, rows);
    bool isDamaged = false;
    for (const auto& pc : pcs)
        isDamaged = isDamaged || pc->isDamaged; // a clone inherits it
    for (const auto& pc : pcs) {
        checkOutbox(*pc);
        for (const Table& table : allTables())
            if (pc->isFromYesterday && table.name == hiddenTable)
                checkHidden(*pc, rows[table.id]);
            else if (table.space == SpaceKind::Company)
                checkTable(*pc, table, rows[table.id]);
        checkTomorrow(*pc, cloud);
        checkRefused(*pc, rows);
        checkFile(*pc);
        checkSums(*pc, rows);
        if (!isDamaged)
            checkDigestPeace(*pc);
    }
}

void checkHoldsNothing(Pc& pc)
{
    if (ask(pc, "SELECT count(*) FROM raw_row") != 0)
        throw Violation(pc.name() + " keeps rows of an unknown table that its user may not read");
    if (ask(pc, "SELECT count(*) FROM blob WHERE place <> 1") != 0)
        throw Violation(pc.name() + " keeps files that its user may not read");
    for (const Table& table : allTables()) {
        const std::string name(table.name);
        // seq 0: made here and not yet sent
        if (ask(pc, "SELECT count(*) FROM " + name + " WHERE seq <> 0")
                + ask(pc, "SELECT count(*) FROM " + storage::imageTable(table))
            > 0)
            throw Violation(pc.name() + " keeps rows of " + name + " that its user may not read");
    }
}

} // namespace dure::simulation
