#include "core/sqlite/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <sstream>

namespace dure::sqlite {

namespace {

std::string hostName()
{
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? name.data() : "";
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

} // namespace

FolderLock::~FolderLock() { close(m_descriptor); }

std::expected<std::unique_ptr<FolderLock>, FolderLock::Refusal> FolderLock::take(
    const std::string& file, const std::string& program)
{
    const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return std::unexpected(Refusal{false, {}, file + ": " + std::strerror(errno)});
    if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        const bool isHeld = errno == EWOULDBLOCK;
        Refusal refusal{isHeld, {}, isHeld ? "" : file + ": " + std::strerror(errno)};
        if (isHeld)
            refusal.holder = readHolder(descriptor);
        close(descriptor);
        return std::unexpected(refusal);
    }
    const std::string contents = std::to_string(getpid()) + '\n' + program + '\n' + hostName() + '\n';
    // on a full disk the lock counts all the same: only its holder's name is missing
    if (ftruncate(descriptor, 0) == 0) [[maybe_unused]]
        const ssize_t written = pwrite(descriptor, contents.data(), contents.size(), 0);
    return std::unique_ptr<FolderLock>(new FolderLock(descriptor));
}

} // namespace dure::sqlite
