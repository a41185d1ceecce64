#pragma once
#include "core/domain/mutation.h"
#include "core/domain/schema.h"
#include "core/sqlite/database.h"

#include <functional>
#include <string>
#include <unordered_map>

namespace dure::storage {

/// Hands out every live row of a table, oldest first, lines in the order of their documents. False: stop.
void forEachLiveRow(sqlite::Database& db, const Table& table, const std::function<bool(const Row&)>& take);

/// What the rows of a table are called by people, deleted ones too: a document by its number, all else by its name.
/// Empty for tables whose rows have neither.
std::unordered_map<Uuid, std::string> namesOfRows(sqlite::Database& db, const Table& table);

} // namespace dure::storage
