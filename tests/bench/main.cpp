// dure-bench: what Dure costs beside plain SQLite doing the same work on the same disk in the same run.
#include "measure.h"
#include "sync/client/transport.h"

#include <array>
#include <cstdio>
#include <filesystem>
#include <functional>
#include <string>

namespace {

using namespace dure::bench;

void print(const std::vector<Figure>& figures, bool& allReached)
{
    for (const Figure& figure : figures) {
        std::printf("%s %-78s\n     %s   goal %s\n", figure.reached ? "ok  " : "MISS", figure.what.c_str(),
            figure.value.c_str(), figure.goal.c_str());
        std::fflush(stdout);
        allReached = allReached && figure.reached;
    }
}

constexpr const char* usage
    = "usage: dure-bench [save] [import] [first-sync] [window] [desk] [sync] [--folder DIR] [--server PROGRAM]\n"
      "without names: save, import, first-sync and window; sync is what sync systems are measured by, desk every list "
      "of a million order lines. The folder must lie on a real disk.\n";

constexpr std::array<std::string_view, 6> known{"save", "import", "first-sync", "window", "desk", "sync"};

} // namespace

int main(int argc, char** argv)
{
    std::string folder = "out/bench";
    std::string server = std::filesystem::path(argv[0]).parent_path() / "dure-server";
    std::vector<std::string> names;
    std::vector<std::string> firstSync; // a client that is measured: its folder, the cloud's address
    for (int i = 1; i < argc; ++i) {
        const std::string word = argv[i];
        if (word == "--folder" && i + 1 < argc)
            folder = argv[++i];
        else if (word == "--server" && i + 1 < argc)
            server = argv[++i];
        else if (word == "--first-sync-client" && i + 2 < argc) {
            firstSync = {argv[i + 1], argv[i + 2]};
            i += 2;
        } else if (std::ranges::find(known, word) != known.end())
            names.push_back(word);
        else
            return std::fputs(usage, stderr), 2;
    }
    dure::client::initializeHttpThreads(4);
    if (!firstSync.empty())
        return runFirstSyncClient(firstSync[0], firstSync[1]);
    std::filesystem::remove_all(folder);
    std::filesystem::create_directories(folder);
    if (isMemoryFilesystem(folder)) {
        std::fprintf(
            stderr, "%s lies in memory: durable writes cost nothing there. Name a folder on a disk.\n", folder.c_str());
        return 2;
    }
    std::printf("median fsync in %s: %lld µs\n", folder.c_str(), static_cast<long long>(medianFsyncUs(folder)));
    const auto wanted = [&](const char* name) {
        const bool isByDefault = name != std::string_view("sync") && name != std::string_view("desk");
        return (names.empty() && isByDefault) || std::ranges::find(names, name) != names.end();
    };
    const Programs programs{server, argv[0]};
    bool allReached = true;
    if (wanted("save"))
        print(benchSaveOrder(folder, 70), allReached);
    if (wanted("import"))
        print(benchImport(folder, 300), allReached);
    if (wanted("first-sync"))
        print(benchFirstSync(folder, programs, 300), allReached);
    if (wanted("sync"))
        print(benchSync(folder, programs), allReached);
    const std::string window = std::filesystem::path(server).parent_path() / "dure-bench-window";
    if (wanted("window"))
        print(benchWindow(folder, window), allReached);
    if (wanted("desk"))
        print(benchDesk(folder, window), allReached);
    if (allReached) // a missed figure may want a look at its files
        std::filesystem::remove_all(folder);
    return allReached ? 0 : 1;
}
