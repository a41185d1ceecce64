#include "tests/simulation/world.h"

#include <charconv>
#include <chrono>
#include <cstdio>
#include <cstring>
#include <optional>

/// dure-soak: runs the sync simulation on many seeds. Exit 1 with the seed of the first violation.
namespace {

using dure::simulation::Outcome;
using dure::simulation::World;

struct Wanted
{
    std::uint64_t seeds = 2000;
    std::uint64_t from = 1;
    std::uint64_t twiceEvery = 10; ///< every so many seeds are run again: same seed, same trace
    bool showTrace = false;
    bool quiet = false;
    bool all = false;
};

constexpr const char* usage = "usage: dure-soak [--seeds N] [--from S] [--seed S] [--trace] [--quiet] [--all]\n"
                              "  --seeds N  how many (2000)        --from S  the first one (1)\n"
                              "  --seed S   this one alone, twice  --trace   print what happened in it\n"
                              "  --quiet    only the verdict      --all     go on after a violation, name each\n";

std::optional<Wanted> wantedBy(int count, char** words)
{
    Wanted wanted;
    for (int i = 1; i < count; ++i) {
        const char* word = words[i];
        std::uint64_t* number = nullptr;
        if (!std::strcmp(word, "--seeds"))
            number = &wanted.seeds;
        else if (!std::strcmp(word, "--from") || !std::strcmp(word, "--seed"))
            number = &wanted.from;
        else if (!std::strcmp(word, "--trace"))
            wanted.showTrace = true;
        else if (!std::strcmp(word, "--all"))
            wanted.all = true;
        else if (!std::strcmp(word, "--quiet"))
            wanted.quiet = true;
        else
            return std::nullopt;
        if (!number)
            continue;
        if (++i == count)
            return std::nullopt;
        const char* end = words[i] + std::strlen(words[i]);
        if (std::from_chars(words[i], end, *number).ptr != end)
            return std::nullopt;
        if (!std::strcmp(word, "--seed")) {
            wanted.seeds = 1;
            wanted.twiceEvery = 1;
        }
    }
    return wanted;
}

double seconds() { return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count(); }

/// Runs the failed seed alone once more and shows how it came to that.
int report(std::uint64_t seed, const Outcome& first)
{
    const Outcome again = World(seed, true).run();
    const std::size_t shown = std::min<std::size_t>(again.lines.size(), 40);
    for (std::size_t i = again.lines.size() - shown; i < again.lines.size(); ++i)
        std::printf("  %s\n", again.lines[i].c_str());
    std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), first.violation.c_str());
    if (again.violation != first.violation)
        std::printf("  run again it said: %s\n", again.violation.empty() ? "nothing" : again.violation.c_str());
    std::printf("replay: dure-soak --seed %llu --trace\n", static_cast<unsigned long long>(seed));
    return 1;
}

int soak(const Wanted& wanted)
{
    const double begin = seconds();
    double lastSaid = begin;
    dure::simulation::Tally tally;
    std::uint64_t hash = 0;
    std::int64_t saves = 0;
    std::int64_t requests = 0;
    std::int64_t violations = 0;
    for (std::uint64_t seed = wanted.from; seed < wanted.from + wanted.seeds; ++seed) {
        Outcome outcome = World(seed, wanted.showTrace).run();
        for (const std::string& line : outcome.lines)
            std::printf("%s\n", line.c_str());
        if (outcome.violation.empty() && seed % wanted.twiceEvery == 0
            && World(seed, false).run().traceHash != outcome.traceHash)
            outcome.violation = "the same seed took another course";
        if (!outcome.violation.empty() && !wanted.all)
            return report(seed, outcome);
        if (!outcome.violation.empty()) {
            ++violations;
            std::printf("seed %llu: %s\n", static_cast<unsigned long long>(seed), outcome.violation.c_str());
        }
        hash = hash * 31 + outcome.traceHash;
        saves += outcome.saves;
        requests += outcome.requests;
        for (const auto& [what, times] : outcome.tally)
            tally[what] += times;
        if (!wanted.quiet && seconds() - lastSaid > 5) {
            lastSaid = seconds();
            const auto done = static_cast<double>(seed - wanted.from + 1);
            std::printf("%.0f seeds, %.1f a second\n", done, done / (lastSaid - begin));
            std::fflush(stdout);
        }
    }
    const double took = seconds() - begin;
    if (!wanted.quiet)
        for (const auto& [what, times] : tally)
            std::printf("%10lld  %s\n", static_cast<long long>(times), what.c_str());
    std::printf(
        "%llu seeds from %llu: %lld violations; %.1f seeds a second, %lld saves, %lld requests, trace %016llx\n",
        static_cast<unsigned long long>(wanted.seeds), static_cast<unsigned long long>(wanted.from),
        static_cast<long long>(violations), static_cast<double>(wanted.seeds) / took, static_cast<long long>(saves),
        static_cast<long long>(requests), static_cast<unsigned long long>(hash));
    return violations == 0 ? 0 : 1;
}

} // namespace

int main(int count, char** words)
{
    const auto wanted = wantedBy(count, words);
    if (!wanted) {
        std::fputs(usage, stderr);
        return 2;
    }
    return soak(*wanted);
}
