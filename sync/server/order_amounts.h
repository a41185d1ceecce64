#pragma once
#include "sync/merge/merge.h"

#include <vector>

namespace dure::server {

/// Makes supply and tax of an order's live lines what its terms and all of the lines say, by core's computeAmounts():
/// of several PCs none has seen what the others changed. It counts as nobody's edit, so versions stay as they are.
/// Leaves an order alone whose amounts do not fit. `lines`: in any order, none null. Returns the lines whose typed tax
/// the terms took away (keepsTypedTax()), as they were before. Pure.
std::vector<Row> settleAmounts(const Row& order, std::vector<merge::MergeRow*> lines);

} // namespace dure::server
