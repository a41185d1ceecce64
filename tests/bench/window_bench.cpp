#include "bench_company.h"
#include "measure.h"
#include "tests/support/server_process.h"

#include <sstream>

namespace dure::bench {

using namespace testing;

namespace {

constexpr int lines = 1'000'000;

/// A million order lines, none delivered: the longest list there can be.
bool makeCompany(const std::string& folder)
{
    return makeLocalCompany(folder, [](PlainInserts& plain) {
        OrderBook book({.customers = 3000, .products = 1000, .lines = lines}, Date::fromYmd(2026, 11, 23));
        for (const TableRow& row : book.masters())
            plain.insert(row);
        for (int i = 0; i < book.orderCount(); ++i)
            for (const TableRow& row : book.order(i))
                plain.insert(row);
    });
}

} // namespace

std::vector<Figure> benchWindow(const std::string& folder, const std::string& program)
{
    const std::string data = folder + "/window";
    const std::int64_t fillStart = nowUs();
    if (!makeCompany(data))
        return {{"a company of 1,000,000 order lines", "could not be made", "", false}};
    std::printf("made 1,000,000 order lines in %lld s\n", static_cast<long long>((nowUs() - fillStart) / 1'000'000));
    // the second start counts: the first one warms nothing but the programs' own pages
    std::string printed;
    for (int round = 0; round < 2; ++round)
        printed = outputOf({program, "--data", data, "--spawned-at", std::to_string(nowUs())});
    std::istringstream words(printed);
    std::int64_t startUs = 0, keyWorst = 0, keyMedian = 0, frameP99 = 0, stall = 0, memoryKib = 0;
    if (!(words >> startUs >> keyWorst >> keyMedian >> frameP99 >> stall >> memoryKib))
        return {{"the window", "the measuring client did not report: " + printed, "", false}};
    const auto ms
        = [](std::int64_t us) { return std::to_string(us / 1000) + "." + std::to_string(us % 1000 / 100) + " ms"; };
    return {
        {"client start to first usable list, 1,000,000 order lines", ms(startUs), "< 500 ms", startUs < 500'000},
        {"a search keystroke until its list stands (worst; median " + ms(keyMedian) + ")", ms(keyWorst), "< 30 ms",
            keyWorst < 30'000},
        {"scrolling, a frame, p99 (longest stall " + ms(stall) + ")", ms(frameP99), "< 16 ms", frameP99 < 16'000},
        {"client memory with that database", std::to_string(memoryKib / 1024) + " MB", "< 150 MB",
            memoryKib < 150 * 1024},
    };
}

} // namespace dure::bench
