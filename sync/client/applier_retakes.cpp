#include "core/domain/content_hash.h"
#include "core/storage/client_schema.h"
#include "sync/client/applier.h"
#include "sync/protocol/codec.h"

#include <algorithm>

/// What the applier takes up again later: refused edits whose rows have arrived, and what an older version kept.
namespace dure::client {

using storage::LocalRow;

/// 0: the cloud has no such row alive, as far as this PC knows.
std::int64_t Applier::seqAtCloud(TableId tableId, const Uuid& id)
{
    const Table& table = tableOf(tableId);
    auto row = m_rows.findImage(table, id);
    if (!row)
        row = m_rows.find(table, id);
    return row && !row->deleted ? std::max<std::int64_t>(0, row->seq) : 0;
}

/// The state of the rows that the mutation changes and of the roots that it adds to, if all of them are at the cloud
/// or made by itself.
std::optional<std::uint64_t> Applier::standsUpon(const Mutation& mutation)
{
    const auto isOwn = [&](TableId table, const Uuid& id) {
        return std::ranges::any_of(mutation.changes,
            [&](const Change& change) { return change.op == Op::Create && change.table == table && change.row == id; });
    };
    std::uint64_t state = 0;
    for (const Change& change : mutation.changes) {
        if (change.op == Op::Delete)
            continue;
        const Table& table = tableOf(change.table);
        LocalRow made;
        made.row.id = change.row;
        storage::RowStore::applyFields(made, table, change);
        const bool isNew = change.op == Op::Create;
        const Uuid needed = isNew ? storage::RowStore::rootOf(table, made.row) : change.row;
        const TableId where = isNew ? table.rootTable : change.table;
        if (isOwn(where, needed))
            continue;
        const std::int64_t seq = seqAtCloud(where, needed);
        if (seq == 0)
            return std::nullopt;
        state = hashInteger(seq, state);
    }
    return state;
}

void Applier::retryMissing(const Uuid& user, std::set<std::uint64_t>& tried)
{
    const std::string reason(protocol::reasonName(protocol::RejectReason::RowMissing));
    for (const storage::OutboxEntry& entry : m_outbox.rejectedFor(user, reason)) {
        const auto mutation = protocol::decodeMutation(entry.body);
        const auto state = mutation ? standsUpon(*mutation) : std::nullopt;
        if (!state || !tried.insert(hashBytes(m_state.epoch(), entry.hash ^ *state)).second)
            continue;
        // a copy of this disk gives it the same name, so that it arrives once
        const Uuid name = derivedUuid(entry.incarnation, "again " + std::to_string(entry.n));
        const std::int64_t again = m_outbox.sendAgain(entry.entry, name);
        m_hasOutbox = true;
        for (const auto& [tableId, id] : m_outbox.rowsOf(again)) {
            const Table& table = tableOf(tableId);
            const auto seen = m_rows.find(table, id);
            if (seen && seen->seq > 0 && !m_rows.findImage(table, id))
                m_rows.putImage(table, *seen);
            rebase(tableId, id);
        }
    }
}

bool Applier::takeUpKept()
{
    m_isFresh = false;
    const bool hasRows = takeUpRows();
    if (m_state.integer("schema", 1) == schemaVersion)
        return hasRows;
    for (const Table& table : allTables())
        takeUpFields(table);
    m_state.set("schema", std::int64_t{schemaVersion});
    return true;
}

bool Applier::takeUpRows()
{
    std::vector<protocol::PulledRow> kept;
    auto rows = m_db.prepareOnce("SELECT table_name, id, seq, deleted, fields FROM raw_row ORDER BY seq");
    while (rows.step()) {
        const Table* table = findTable(rows.text(0));
        if (!table)
            continue;
        const Uuid id = storage::uuidAt(rows, 1);
        if (auto row = protocol::decodeRow(*table, id, rows.text(4)))
            kept.push_back({std::string(table->name), id, rows.integer(2), rows.integer(3) != 0, {}, std::move(*row)});
    }
    for (const protocol::PulledRow& row : kept) {
        applyRow(row);
        auto gone = m_db.prepare("DELETE FROM raw_row WHERE table_name = ? AND id = ?");
        gone->bind(1, row.table).bind(2, storage::blobOf(row.id)).run();
    }
    return !kept.empty();
}

/// A field of a newer version stood in `extra`, under the name that its column has now.
void Applier::takeUpFields(const Table& table)
{
    for (const bool isImage : {false, true}) {
        const std::string name = isImage ? storage::imageTable(table) : std::string(table.name);
        std::vector<Uuid> ids;
        auto rows = m_db.prepareOnce("SELECT id FROM " + name + " WHERE extra IS NOT NULL");
        while (rows.step())
            ids.push_back(storage::uuidAt(rows, 0));
        for (const Uuid& id : ids) {
            LocalRow row = isImage ? *m_rows.findImage(table, id) : *m_rows.find(table, id);
            const LocalRow before = row;
            const auto read = protocol::decodeRow(table, id, protocol::encodeRow(table, row.row));
            if (!read || read->extra == row.row.extra)
                continue;
            row.row = *read;
            if (isImage) {
                m_rows.putImage(table, row);
            } else {
                m_rows.put(table, row);
                see(table, &before, row);
            }
        }
    }
}

} // namespace dure::client
