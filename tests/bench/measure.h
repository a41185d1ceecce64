#pragma once
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <string>
#include <vector>

namespace dure::bench {

inline std::int64_t nowUs()
{
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now().time_since_epoch())
        .count();
}

inline std::int64_t percentile(std::vector<std::int64_t> values, int percent)
{
    if (values.empty())
        return 0;
    std::ranges::sort(values);
    const std::size_t at = std::min(values.size() - 1, values.size() * static_cast<std::size_t>(percent) / 100);
    return values[at];
}

inline std::int64_t median(std::vector<std::int64_t> values) { return percentile(std::move(values), 50); }

/// One row of the table that is printed: what, what it came to, the goal, whether it was reached.
struct Figure
{
    std::string what;
    std::string value;
    std::string goal;
    bool reached = true;
};

/// "1.23" of two durations or counts; only for printing.
std::string ratioText(std::int64_t over, std::int64_t under);

/// Resident memory of this process, KiB: now and at its highest.
struct Memory
{
    std::int64_t nowKib = 0;
    std::int64_t peakKib = 0;
};
Memory memoryOf(int pid = 0);

/// Median of 50 fsyncs of a 4 KiB append in `folder`, microseconds.
std::int64_t medianFsyncUs(const std::string& folder);
/// True on tmpfs or ramfs, where a durable write costs nothing and a ratio says nothing.
bool isMemoryFilesystem(const std::string& folder);

/// Where the programs are that are measured.
struct Programs
{
    std::string server; ///< dure-server
    std::string self; ///< this one, for clients in processes of their own
};

std::vector<Figure> benchSaveOrder(const std::string& folder, std::int64_t goalHundredths);
/// `goalHundredths`: of the time over plain bulk inserts.
std::vector<Figure> benchFirstSync(const std::string& folder, const Programs& programs, std::int64_t goalHundredths);
/// A client that syncs for the first time and prints microseconds, order lines, peak KiB.
int runFirstSyncClient(const std::string& folder, const std::string& url);
/// What the known sync systems are measured by: a first sync, offline work pushed, one edit seen, edits caught up.
std::vector<Figure> benchSync(const std::string& folder, const Programs& programs);
/// `goalHundredths`: of the time over parsing the file and inserting its rows barely.
std::vector<Figure> benchImport(const std::string& folder, std::int64_t goalHundredths);
/// `program`: dure-bench-window, the real client that measures itself.
std::vector<Figure> benchWindow(const std::string& folder, const std::string& program);
/// The same of every place, list, filter and sort, a long ledger, the dashboard and the line grid.
std::vector<Figure> benchDesk(const std::string& folder, const std::string& program);

} // namespace dure::bench
