#pragma once
#include "plain_sqlite.h"

#include <functional>

namespace dure::bench {

/// A company of this PC alone in `folder`, as the client would open it: `fill` inserts its rows, then everything is
/// derived. False: it could not be made.
bool makeLocalCompany(const std::string& folder, const std::function<void(PlainInserts&)>& fill);

} // namespace dure::bench
