#include "tests/simulation/faults.h"

namespace dure::simulation {

Faults Faults::draw(testing::SeededRandom& random)
{
    Faults faults;
    const auto oneIn = [&random](std::int64_t n) { return random.below(n) == 0; };
    faults.pcs = static_cast<int>(2 + random.below(3));
    faults.deeds = 15 + random.below(40);
    faults.deedEveryMs = oneIn(3) ? 2'000 : oneIn(2) ? 60'000 : 3'600'000;
    faults.mishapEveryMs = faults.deedEveryMs * (1 + random.below(6));
    faults.files = oneIn(2);
    if (oneIn(10))
        return faults; // a calm day
    for (std::int64_t* rate : {&faults.requestLost, &faults.answerLost, &faults.requestTwice, &faults.answerCut})
        *rate = oneIn(2) ? random.below(250) : 0;
    faults.answerHangs = oneIn(3) ? random.below(60) : 0;
    faults.slowestMs = oneIn(2) ? 50 : oneIn(2) ? 3'000 : 40'000;
    for (bool* happens : {&faults.partitions, &faults.pcCrashes, &faults.cloudCrashes, &faults.wrongClocks,
             &faults.clockJumps, &faults.clones, &faults.poison, &faults.damage, &faults.expiredTokens,
             &faults.oldVersions, &faults.roleChanges, &faults.fullDisks, &faults.longOffline, &faults.userSwitches})
        *happens = oneIn(3);
    faults.pageRows = oneIn(3) ? 1 + random.below(30) : 10'000;
    faults.newerClients = oneIn(3);
    faults.newerCloud = oneIn(3);
    faults.olderClients = oneIn(3);
    faults.fullCloudDisks = oneIn(3);
    // a PC set back to an older disk cannot send again what a cloud set back to an older backup has lost
    if (oneIn(3))
        (oneIn(2) ? faults.cloudRestores : faults.rollbacks) = true;
    return faults;
}

} // namespace dure::simulation
