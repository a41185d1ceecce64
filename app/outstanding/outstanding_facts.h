#pragma once
#include "core/storage/outstanding_store.h"
#include "core/storage/stock_store.h"

namespace dure::app {

/// What stands beside the list about its current row.
struct OutstandingFacts
{
    storage::OutstandingRow row;
    std::vector<storage::OutstandingRow> sameOrder; ///< of a line: all that waits of its order, itself included
    std::string siteName; ///< of a line's order
    std::optional<storage::StockListRow> stock; ///< of the row's product
};

} // namespace dure::app
