#pragma once
#include "core/domain/mutation.h"
#include "sync/server/space_store.h"

#include <vector>

namespace dure::server {

/// The root of a row's aggregate: the row itself where none is named. Pure.
Uuid rootOf(const Table& table, const Row& row);

/// What a row names outside of its aggregate, by the schema's declaration (Column::refersTo): such a reference holds
/// the named row. Each is listed once. Pure.
std::vector<RowKey> namedBy(const Table& table, const Row& row);

/// The rows that a mutation changes and those that its changes name, roots too. Each is listed once. Pure.
std::vector<RowKey> mentionedBy(const Mutation& mutation);

/// How the store's index of references follows a row of `table` that was `then` (null: there was none) and is `now`. A
/// tombstone stays in it, so that what went with a row can come back with it. Pure.
ReferenceMove moveReferences(const Table& table, const Row& now, const Row* then);
/// Likewise, from stored fields. Throws std::runtime_error if they cannot be read.
ReferenceMove moveReferences(const StoredRow& row, const StoredRow* before);

} // namespace dure::server
