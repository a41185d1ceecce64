#pragma once
#include "tests/support/order_book.h"

#include <cstdint>

namespace dure::simulation {

/// What may go wrong in one run. Drawn once, so that one run is calm and another is a catastrophe: a rare combination
/// of two faults shows better where the other twenty are silent.
struct Faults
{
    // the line, in per mille of messages
    std::int64_t requestLost = 0;
    std::int64_t answerLost = 0; ///< after the commit
    std::int64_t requestTwice = 0; ///< the second one up to an hour later
    std::int64_t answerCut = 0; ///< truncated
    std::int64_t answerHangs = 0;
    std::int64_t slowestMs = 50;
    // mishaps, which of them happen at all
    bool partitions = false, pcCrashes = false, cloudCrashes = false, wrongClocks = false, clockJumps = false;
    bool clones = false, rollbacks = false, poison = false, damage = false, cloudRestores = false;
    bool expiredTokens = false, oldVersions = false, roleChanges = false, fullDisks = false, longOffline = false;
    bool userSwitches = false;
    bool newerClients = false; ///< some PCs write fields, tables and values that neither the cloud nor the others know
    bool newerCloud = false; ///< the cloud sends a table, fields and values that no PC knows
    bool olderClients = false; ///< some PCs do not know a table yet, and may be upgraded
    bool fullCloudDisks = false;
    bool files = false; ///< people add files to rows and look at them
    std::int64_t mishapEveryMs = 600'000;
    std::int64_t deedEveryMs = 60'000;
    std::int64_t deeds = 30; ///< of all users together
    int pcs = 2;
    std::int64_t pageRows = 10'000; ///< the cloud answers a pull with at most so many

    static Faults draw(testing::SeededRandom& random);
};

} // namespace dure::simulation
