#pragma once
#include "core/storage/customer_store.h"
#include "core/storage/order_store.h"
#include "core/storage/relation_store.h"

namespace dure::app {

/// What the detail of a customer shows.
struct CustomerFacts
{
    storage::CustomerDetail detail;
    std::vector<storage::OrderListRow> recentOrders; ///< newest first
    std::vector<storage::CustomerPriceRow> prices; ///< agreed ones, by product, newest first
    std::vector<Activity> toDo; ///< next actions and promises, the most urgent first
    std::vector<Activity> latest; ///< what was said last
};

} // namespace dure::app
