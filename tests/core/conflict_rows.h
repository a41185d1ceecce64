#pragma once
#include "core/storage/row_store.h"
#include "sync/protocol/codec.h"

namespace dure::test {

/// A conflict row as the cloud makes it: `winner` stands in the row, `loser` is kept.
struct ConflictRow
{
    TableId table = TableId::SalesOrder;
    Uuid row, root;
    std::string unit; ///< empty: a delete
    int kind = 0;
    Fields base, winner, loser;
    std::string winnerUser = "김미선", winnerDevice = "사무실 PC 1";
    std::string loserUser = "박정호", loserDevice = "대표 노트북";
    std::int64_t winnerAt = 1'795'393'860'000, loserAt = 1'795'392'300'000;
};

inline Uuid receiveConflict(sqlite::Database& db, const Uuid& id, std::int64_t seq, const ConflictRow& conflict)
{
    using C = col::Conflict;
    const Table& table = tableOf(TableId::Conflict);
    const Table& changed = tableOf(conflict.table);
    Row row{id, std::vector<Value>(table.columns.size()), {}};
    row.values[C::tableName] = std::string(changed.name);
    row.values[C::rowId] = conflict.row;
    row.values[C::rootId] = conflict.root.isNil() ? conflict.row : conflict.root;
    row.values[C::field] = conflict.unit;
    row.values[C::kind] = std::int64_t{conflict.kind};
    row.values[C::baseValue] = protocol::encodeFields(changed, conflict.base);
    row.values[C::winnerValue] = protocol::encodeFields(changed, conflict.winner);
    row.values[C::loserValue] = protocol::encodeFields(changed, conflict.loser);
    row.values[C::winnerUser] = conflict.winnerUser;
    row.values[C::winnerDevice] = conflict.winnerDevice;
    row.values[C::winnerAt] = conflict.winnerAt;
    row.values[C::loserUser] = conflict.loserUser;
    row.values[C::loserDevice] = conflict.loserDevice;
    row.values[C::loserAt] = conflict.loserAt;
    storage::RowStore(db).put(table, storage::LocalRow{std::move(row), seq, false, 0});
    return id;
}

/// Fields of a row, by column.
inline Fields fieldsWith(std::vector<std::pair<int, Value>> known)
{
    Fields fields;
    for (auto& [column, value] : known)
        fields.known.emplace_back(column, std::move(value));
    return fields;
}

} // namespace dure::test
