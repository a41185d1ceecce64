#pragma once
#include "core/domain/uuid.h"
#include "core/sqlite/database.h"

#include <string>
#include <vector>

namespace dure::storage {

/// A customer or product as outside files name it.
struct NamedRow
{
    Uuid id;
    std::string code, name;
    std::string spec; ///< of a product
    bool deleted = false;
};

/// All of them, also deleted ones, in the order in which they were made.
std::vector<NamedRow> customerNames(sqlite::Database& db);
std::vector<NamedRow> productNames(sqlite::Database& db);

} // namespace dure::storage
