// dure-soak-processes: real programs, killed with kill -9 and cut off at drawn moments, until so many hits are done.
//   dure-soak-processes [--hits N] [--seed S]
// Exit 0: nothing was lost, nothing doubled. Exit 1: the rule that was broken, and the seed.
#include "tests/processes/two_pcs.h"

#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <stdexcept>

using namespace dure::testing;

namespace {

constexpr int stepsBetweenChecks = 25;

int usage()
{
    std::fputs("usage: dure-soak-processes [--hits N] [--seed S]\n", stderr);
    return 2;
}

} // namespace

int main(int argc, char** argv)
{
    int hits = 500;
    std::uint64_t seed = 1;
    for (int i = 1; i < argc; i += 2) {
        if (i + 1 == argc)
            return usage();
        if (std::strcmp(argv[i], "--hits") == 0)
            hits = std::atoi(argv[i + 1]);
        else if (std::strcmp(argv[i], "--seed") == 0)
            seed = std::strtoull(argv[i + 1], nullptr, 10);
        else
            return usage();
    }
    char pattern[] = "/tmp/dure-processes-XXXXXX";
    const char* folder = ::mkdtemp(pattern);
    if (!folder) {
        std::perror("/tmp");
        return 2;
    }
    const auto began = std::chrono::steady_clock::now();
    int checks = 0;
    Hits done;
    try {
        TwoPcs pcs(folder, {DURE_CLI, DURE_SERVER}, seed);
        while (pcs.hits().total() < hits) {
            for (int i = 0; i < stepsBetweenChecks; ++i)
                pcs.step();
            if (const auto broken = pcs.settleAndCheck()) {
                std::printf("BROKEN after %d hits, seed %llu: %s\nfiles: %s\n", pcs.hits().total(),
                    static_cast<unsigned long long>(seed), broken->c_str(), folder);
                return 1;
            }
            ++checks;
        }
        done = pcs.hits();
    } catch (const std::runtime_error& failure) {
        std::fprintf(
            stderr, "seed %llu: %s\nfiles: %s\n", static_cast<unsigned long long>(seed), failure.what(), folder);
        return 2;
    }
    std::filesystem::remove_all(folder);
    const auto seconds
        = std::chrono::duration_cast<std::chrono::seconds>(std::chrono::steady_clock::now() - began).count();
    std::printf("%d hits in %lld s: %d clients killed, %d clouds killed, %d connections cut; %d checks, nothing lost, "
                "nothing doubled (seed %llu)\n",
        done.total(), static_cast<long long>(seconds), done.clientKills, done.serverKills, done.cuts, checks,
        static_cast<unsigned long long>(seed));
    return 0;
}
