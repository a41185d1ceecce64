#include "process_cost.h"

#include "core/sqlite/database.h"

#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>
#include <unistd.h>
#include <vector>

namespace dure::bench {

namespace {

/// The fields of /proc/PID/stat from the state on, as proc(5) numbers them from 3.
std::vector<std::string> statOf(const std::filesystem::path& process)
{
    std::ifstream file(process / "stat");
    std::string text;
    std::getline(file, text);
    const std::size_t name = text.rfind(')');
    if (name == std::string::npos)
        return {};
    std::istringstream rest(text.substr(name + 1));
    std::vector<std::string> fields;
    for (std::string word; rest >> word;)
        fields.push_back(word);
    return fields;
}

std::int64_t writtenBy(const std::filesystem::path& process)
{
    std::ifstream file(process / "io");
    for (std::string word; file >> word;)
        if (word == "write_bytes:") {
            std::int64_t bytes = 0;
            file >> bytes;
            return bytes;
        }
    return 0;
}

} // namespace

ProcessCost costOf(int pid)
{
    const std::int64_t tickUs = 1'000'000 / ::sysconf(_SC_CLK_TCK);
    ProcessCost cost;
    for (const auto& process : std::filesystem::directory_iterator("/proc")) {
        const std::string name = process.path().filename();
        if (name.find_first_not_of("0123456789") != std::string::npos)
            continue;
        const std::vector<std::string> fields = statOf(process.path());
        if (fields.size() < 15 || (name != std::to_string(pid) && fields[1] != std::to_string(pid)))
            continue;
        const int last = name == std::to_string(pid) ? 14 : 12; // with the children that have ended
        for (int field = 11; field <= last; ++field)
            cost.cpuUs += std::stoll(fields[std::size_t(field)]) * tickUs;
        cost.writtenBytes += writtenBy(process.path());
    }
    return cost;
}

ProcessCost costOf(int server, int database)
{
    ProcessCost cost = costOf(server);
    if (database > 0) {
        const ProcessCost more = costOf(database);
        cost.cpuUs += more.cpuUs;
        cost.writtenBytes += more.writtenBytes;
    }
    return cost;
}

std::int64_t databaseBytesIn(const char* folder)
{
    std::int64_t bytes = 0;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, ignored))
        if (entry.path().extension() == ".sqlite") {
            sqlite::Database db(entry.path(), {.mode = sqlite::OpenMode::ReadOnly});
            auto pages = db.prepareOnce("SELECT page_count * page_size FROM pragma_page_count, pragma_page_size");
            if (pages.step())
                bytes += pages.integer(0);
        }
    return bytes;
}

} // namespace dure::bench
