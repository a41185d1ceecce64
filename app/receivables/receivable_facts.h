#pragma once
#include "core/storage/receivable_list.h"
#include "core/storage/receivable_store.h"

namespace dure::app {

/// What the detail of a line of receivables shows.
struct ReceivableFacts
{
    storage::ReceivableRow row;
    Customer customer;
    std::vector<storage::AccountLine> latest; ///< newest first
};

} // namespace dure::app
