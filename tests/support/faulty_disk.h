#pragma once
#include <cstdint>
#include <string>

namespace dure::testing {

/// What the system says at the operation that fails.
enum class DiskFault : std::uint8_t {
    Broken, ///< I/O error, this once: the next try may do
    BrokenForGood, ///< … and all operations after it
    Full, ///< no room at the next write, nor at those after it
};

/// The real disk under SQLite with one operation that fails: the k-th opening, reading, writing, truncating, syncing or
/// deleting of a file whose path holds `pathPart`. For the whole process, one thread.
namespace faulty_disk {

void install(); ///< before the first database is opened
void failAt(std::int64_t k, DiskFault fault, const std::string& pathPart); ///< k from 1
bool hasFailed(); ///< since failAt()
void heal();

} // namespace faulty_disk
} // namespace dure::testing
