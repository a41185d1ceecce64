#pragma once
#include <cstdint>

namespace dure::bench {

/// What a process and its children, also those that have ended, have used.
struct ProcessCost
{
    std::int64_t cpuUs = 0; ///< in user space and in the kernel
    std::int64_t writtenBytes = 0; ///< to the disk, of those still running
};
ProcessCost costOf(int pid);
/// For a server and, where there is one, its database.
ProcessCost costOf(int server, int database);

/// Of SQLite's files in a folder and all below it: their pages, also those that are still in the log.
std::int64_t databaseBytesIn(const char* folder);

} // namespace dure::bench
