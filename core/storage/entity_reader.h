#pragma once
#include "core/domain/entities.h"
#include "core/storage/row_store.h"

namespace dure::storage {

/// A live row as its entity.
template <class E> std::optional<E> findEntity(sqlite::Database& db, const Uuid& id)
{
    auto row = RowStore(db).find(tableOf(E::table), id);
    if (!row || row->deleted)
        return std::nullopt;
    return fromRow<E>(row->row, row->seq);
}

/// The live rows whose `column` holds `id`, in the order of `orderBy`.
template <class E>
std::vector<E> entitiesWhere(sqlite::Database& db, std::string_view column, const Uuid& id, std::string_view orderBy)
{
    const Table& table = tableOf(E::table);
    auto ids = db.prepareOnce("SELECT id FROM " + std::string(table.name) + " WHERE " + std::string(column)
        + " = ? AND deleted = 0 ORDER BY " + std::string(orderBy));
    ids.bind(1, blobOf(id));
    std::vector<E> entities;
    while (ids.step())
        if (auto entity = findEntity<E>(db, uuidAt(ids, 0)))
            entities.push_back(std::move(*entity));
    return entities;
}

} // namespace dure::storage
