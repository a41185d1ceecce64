#include "measure.h"

#include <fcntl.h>
#include <sys/vfs.h>
#include <unistd.h>

#include <fstream>

namespace dure::bench {

std::string ratioText(std::int64_t over, std::int64_t under)
{
    if (under == 0)
        return "–";
    const std::int64_t hundredths = (over * 100 + under / 2) / under;
    const std::string fraction = std::to_string(hundredths % 100);
    return std::to_string(hundredths / 100) + "." + (fraction.size() < 2 ? "0" + fraction : fraction);
}

Memory memoryOf(int pid)
{
    std::ifstream status("/proc/" + (pid == 0 ? std::string("self") : std::to_string(pid)) + "/status");
    Memory memory;
    for (std::string word; status >> word;) {
        if (word == "VmRSS:")
            status >> memory.nowKib;
        else if (word == "VmHWM:")
            status >> memory.peakKib;
    }
    return memory;
}

std::int64_t medianFsyncUs(const std::string& folder)
{
    const std::string path = folder + "/fsync.probe";
    const int file = ::open(path.c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0)
        return -1;
    const std::string block(4096, 'x');
    std::vector<std::int64_t> times;
    for (int i = 0; i < 50; ++i) {
        const std::int64_t start = nowUs();
        if (::write(file, block.data(), block.size()) < 0 || ::fsync(file) != 0)
            break;
        times.push_back(nowUs() - start);
    }
    ::close(file);
    ::unlink(path.c_str());
    return median(times);
}

bool isMemoryFilesystem(const std::string& folder)
{
    struct statfs info
    { };
    if (::statfs(folder.c_str(), &info) != 0)
        return false;
    constexpr decltype(info.f_type) tmpfs = 0x01021994;
    constexpr decltype(info.f_type) ramfs = 0x858458f6;
    return info.f_type == tmpfs || info.f_type == ramfs;
}

} // namespace dure::bench
