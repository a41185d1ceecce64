#pragma once
#include "tests/support/bad_line.h"
#include "tests/support/server_process.h"

#include <filesystem>
#include <map>
#include <optional>
#include <random>
#include <set>
#include <string>
#include <vector>

namespace dure::testing {

struct Programs
{
    std::string cli, server;
};

struct Hits
{
    int clientKills = 0, serverKills = 0, cuts = 0;
    int total() const { return clientKills + serverKills + cuts; }
};

/// Two PCs and their cloud as real processes, killed and cut off at drawn moments. What the programs said they had
/// saved is written down beside, and held against the files when all has come to rest.
class TwoPcs
{
public:
    /// Everything lies in `folder`, which is made. Aborts the program if the parts do not start.
    TwoPcs(const std::filesystem::path& folder, const Programs& programs, std::uint64_t seed);

    /// One thing that happens: an import or a sync on one PC, perhaps with a kill or a bad line.
    void step();
    /// All is well again: both PCs sync until nothing waits. Then every rule is checked; the first that is broken, or
    /// nothing.
    std::optional<std::string> settleAndCheck();
    Hits hits() const;

private:
    struct Pc
    {
        std::string name, data, database;
        int batches = 0;
    };
    /// Orders that one import wrote: all of them or none.
    struct Batch
    {
        std::vector<std::string> numbers;
        bool acknowledged = false; ///< the import said it was done
    };
    void signIn(Pc& pc);
    std::string writeBatch(Pc& pc, Batch& batch, int quantity);
    void import(Pc& pc, int killAfterUs);
    void changeOrder(Pc& pc);
    void sync(Pc& pc, int killAfterUs);
    bool syncToTheEnd(Pc& pc);
    std::map<std::string, int> ordersOn(const Pc& pc);
    std::string figuresOn(const Pc& pc);
    std::optional<std::string> checkBatches(const Pc& pc, const Pc& author);
    int drawUs(int most) { return static_cast<int>(m_random() % static_cast<std::uint64_t>(most)); }
    bool chance(int percent) { return static_cast<int>(m_random() % 100) < percent; }

    std::filesystem::path m_folder;
    Programs m_programs;
    std::mt19937_64 m_random;
    std::unique_ptr<ServerProcess> m_cloud;
    std::unique_ptr<BadLine> m_line;
    Pc m_first{"first", {}, {}}, m_second{"second", {}, {}};
    std::map<std::string, std::vector<Batch>> m_batches; // by PC
    Hits m_hits;
};

} // namespace dure::testing
