#include "app/cli/folder_lock.h"

#include "app/cli/terminal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace dure::cli {

namespace {

constexpr std::time_t emptyFileGraceS = 10;

std::string firstLine(const char* path)
{
    std::ifstream file(path);
    std::string line;
    std::getline(file, line);
    return line;
}

std::string ownContents()
{
    std::error_code error;
    const std::string program = std::filesystem::read_symlink("/proc/self/exe", error).filename().string();
    std::string machine = firstLine("/etc/machine-id");
    if (machine.empty())
        machine = firstLine("/var/lib/dbus/machine-id");
    return std::to_string(getpid()) + '\n' + program + '\n' + hostName() + '\n' + machine + '\n'
        + firstLine("/proc/sys/kernel/random/boot_id") + '\n';
}

LockHolder readHolder(int descriptor)
{
    std::array<char, 1024> bytes{};
    const ssize_t size = pread(descriptor, bytes.data(), bytes.size(), 0);
    std::istringstream text(std::string(bytes.data(), size > 0 ? static_cast<std::size_t>(size) : 0));
    LockHolder holder;
    text >> holder.process;
    text.ignore(1);
    std::getline(text, holder.program);
    std::getline(text, holder.host);
    return holder;
}

FolderLock::Refusal systemRefusal(const std::string& path) { return {false, {}, path + ": " + std::strerror(errno)}; }

enum class Found : std::uint8_t { Gone, Held, LeftOver };

/// Looks at a lock file that is there. LeftOver: the descriptor holds its flock, so nobody else clears it too.
Found inspect(int descriptor, const std::string& path, LockHolder& holder)
{
    holder = readHolder(descriptor);
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0)
        return Found::Held;
    struct stat opened
    { };
    struct stat named
    { };
    if (fstat(descriptor, &opened) != 0 || stat(path.c_str(), &named) != 0 || opened.st_ino != named.st_ino)
        return Found::Gone; // somebody else cleared it meanwhile
    if (opened.st_size == 0 && std::time(nullptr) - opened.st_mtime < emptyFileGraceS)
        return Found::Held;
    return Found::LeftOver;
}

} // namespace

FolderLock::FolderLock(std::string path, int descriptor)
    : m_path(std::move(path))
    , m_descriptor(descriptor)
{ }

FolderLock::~FolderLock()
{
    unlink(m_path.c_str());
    close(m_descriptor);
}

std::expected<std::unique_ptr<FolderLock>, FolderLock::Refusal> FolderLock::take(const std::string& path)
{
    for (int attempt = 0; attempt < 10; ++attempt) {
        const int made = open(path.c_str(), O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0644);
        if (made >= 0) {
            flock(made, LOCK_EX | LOCK_NB);
            const std::string contents = ownContents();
            if (write(made, contents.data(), contents.size()) == static_cast<ssize_t>(contents.size())
                && fdatasync(made) == 0)
                return std::unique_ptr<FolderLock>(new FolderLock(path, made));
            const Refusal refusal = systemRefusal(path);
            unlink(path.c_str());
            close(made);
            return std::unexpected(refusal);
        }
        if (errno != EEXIST)
            return std::unexpected(systemRefusal(path));
        const int there = open(path.c_str(), O_RDWR | O_CLOEXEC);
        if (there < 0 && errno == ENOENT)
            continue;
        if (there < 0)
            return std::unexpected(systemRefusal(path));
        LockHolder holder;
        const Found found = inspect(there, path, holder);
        if (found == Found::LeftOver)
            unlink(path.c_str());
        close(there);
        if (found == Found::Held)
            return std::unexpected(Refusal{true, holder, {}});
    }
    return std::unexpected(Refusal{true, {}, {}});
}

} // namespace dure::cli
