#pragma once
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <utility>
#include <vector>

namespace dure::simulation {

/// One file in memory that remembers what was written since the last sync.
struct DiskFile
{
    struct Write
    {
        std::size_t offset = 0;
        std::string before; ///< the bytes that were there
        std::size_t sizeBefore = 0;
    };
    std::string bytes;
    std::vector<Write> unsynced;
    std::vector<std::unique_ptr<char[]>> shared; ///< the WAL's index, which no power cut survives
    std::vector<const void*> sharedUsers;
    std::map<const void*, int> locks; ///< level by connection
    int sharedLocks[8] = {}; ///< readers of a slot, or -1: one holds it alone

    void forgetUnsynced(std::size_t kept);
};

/// The disk of one machine: SQLite's files in memory, with power cuts between any two writes and a full disk. Paths of
/// its files are "/simulated/NAME/FILE"; useSimulatedDisks() makes SQLite find them. One thread.
class Disk
{
public:
    explicit Disk(std::string name);
    ~Disk();
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;

    std::string path(const std::string& file) const { return "/simulated/" + m_name + "/" + file; }

    /// The power goes at the `writes`-th write or sync from now; every later access fails until restart().
    void cutPowerAfter(std::int64_t writes) { m_untilCut = writes; }
    void cutPower() { m_isDead = true; }
    bool isDead() const { return m_isDead; }
    void setFull(bool full) { m_isFull = full; }
    /// The power is back: of each file's unsynced writes the first few survive, `draw` says how many of n. To be called
    /// when nobody has the files open.
    template <class Draw> void restart(Draw draw)
    {
        for (auto& [name, file] : m_files)
            file->forgetUnsynced(draw(file->unsynced.size() + 1));
        m_isDead = false;
        m_untilCut = -1;
    }

    using Image = std::map<std::string, std::string>;
    /// All files as they stand: a copy of the disk, as a backup program or a cloned PC makes it.
    Image image() const;
    /// Replaces all files.
    void load(const Image& image);

    // for the VFS
    std::shared_ptr<DiskFile> file(const std::string& name, bool create);
    void remove(const std::string& name) { m_files.erase(name); }
    bool has(const std::string& name) const { return m_files.contains(name); }
    /// Counts a write or sync down; false: the power is gone.
    bool mayWrite();
    bool isFull() const { return m_isFull; }
    static std::pair<Disk*, std::string> find(const std::string& path);

private:
    std::string m_name;
    std::map<std::string, std::shared_ptr<DiskFile>> m_files;
    std::int64_t m_untilCut = -1;
    bool m_isDead = false;
    bool m_isFull = false;
};

/// Makes the simulated disks SQLite's default file system in this process; its dice start anew from `seed`.
void useSimulatedDisks(std::uint64_t seed);

} // namespace dure::simulation
