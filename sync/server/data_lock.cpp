#include "sync/server/backup.h"

#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace dure::server {

std::expected<DataLock, std::string> DataLock::take(const std::filesystem::path& data)
{
    const std::string file = (data / "server.lock").string();
    const int descriptor = ::open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (descriptor < 0)
        return std::unexpected(file + ": " + std::strerror(errno));
    if (::flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
        ::close(descriptor);
        return std::unexpected(data.string() + " is in use by another dure-server");
    }
    return DataLock(descriptor);
}

DataLock::DataLock(DataLock&& other) noexcept
    : m_descriptor(std::exchange(other.m_descriptor, -1))
{ }

DataLock::~DataLock()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

} // namespace dure::server
