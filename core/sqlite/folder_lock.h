#pragma once
#include <expected>
#include <memory>
#include <string>

namespace dure::sqlite {

/// Who holds a folder, as far as its lock file tells.
struct LockHolder
{
    std::string program; ///< empty: it could not be read
    std::string host;
    long long process = 0;
};

/// Held by whoever writes into a data folder, so that there is one: dure, dure-cli, dure-server.
///
/// The file stays where it is; what counts is the system's lock on it, which ends with the process that holds it,
/// however that ends. What the file says is for people, and may be of one who held it before.
class FolderLock
{
public:
    struct Refusal
    {
        bool isHeld = false; ///< by `holder`; otherwise `detail` has the system's words
        LockHolder holder;
        std::string detail;
    };
    /// Does not wait. `program` is how the holder is named to others.
    static std::expected<std::unique_ptr<FolderLock>, Refusal> take(
        const std::string& file, const std::string& program);
    ~FolderLock();
    FolderLock(const FolderLock&) = delete;
    FolderLock& operator=(const FolderLock&) = delete;

private:
    explicit FolderLock(int descriptor)
        : m_descriptor(descriptor)
    { }
    int m_descriptor;
};

} // namespace dure::sqlite
