#pragma once
#include <expected>
#include <memory>
#include <string>

namespace dure::cli {

/// Who holds a folder, as far as its lock file tells.
struct LockHolder
{
    std::string program; ///< empty: it could not be read
    std::string host;
    long long process = 0;
};

/// A company folder's lock, the same file in the same form as the desktop client's (Qt's QLockFile: process, program,
/// host, machine, boot, a line each), so that each refuses what the other holds and clears what a dead one left.
///
/// A holder keeps flock() on its file as long as it lives, so a file nobody has locked is left over, whatever process
/// has that number by now. A file that is still empty may belong to somebody between making and locking it: it counts
/// as left over only after some seconds.
class FolderLock
{
public:
    struct Refusal
    {
        bool isHeld = false; ///< by `holder`; otherwise `detail` has the system's words
        LockHolder holder;
        std::string detail;
    };
    static std::expected<std::unique_ptr<FolderLock>, Refusal> take(const std::string& path);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    FolderLock(std::string path, int descriptor);
    std::string m_path;
    int m_descriptor;
};

} // namespace dure::cli
