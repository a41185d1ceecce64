#pragma once
#include "app/data/reader.h"

#include <optional>
#include <string>

namespace dure::app {

/// A rejected order as a draft of the order editor: what was entered, to be gone on with.
struct OrderRedo
{
    std::string draftName, draft;
    Uuid order; ///< nil: a new one
    Uuid forCustomer; ///< of a new one
};

/// std::nullopt: no order, or the order it changed is gone. On the reader's thread.
std::optional<OrderRedo> readOrderRedo(Reader& reader, const storage::OutboxEntry& entry, Date today);

} // namespace dure::app
