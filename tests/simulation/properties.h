#pragma once
#include "tests/simulation/pc.h"

#include <memory>
#include <set>
#include <utility>
#include <vector>

namespace dure::simulation {

/// What must hold when all is quiet. Throws Violation with the first thing that does not. `clones`: pairs of PCs that
/// once were the same disk, whose document numbers may meet before the cloud has told them apart.
void checkEverything(
    Cloud& cloud, const std::vector<std::unique_ptr<Pc>>& pcs, const std::set<std::pair<int, int>>& clones);

/// A PC whose user may read no table of the space.
void checkHoldsNothing(Pc& pc);

} // namespace dure::simulation
