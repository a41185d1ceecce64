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
/// Customers and products of one name are told apart by their codes: "가온상사 (C-014)".
std::unordered_map<Uuid, std::string> namesOfRows(sqlite::Database& db, const Table& table);

/// By which code a row is known, where it has one; deleted ones too. Empty for tables without codes.
std::unordered_map<Uuid, std::string> codesOfRows(sqlite::Database& db, const Table& table);

/// Which line of its document a live row is, from 1 on, in the order of forEachLiveRow(). Precondition: a table of
/// lines, which have a position.
std::unordered_map<Uuid, std::int64_t> lineNumbers(sqlite::Database& db, const Table& table);

} // namespace dure::storage
