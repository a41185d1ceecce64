#pragma once
#include "core/sqlite/folder_lock.h"
#include "sync/server/cloud_store.h"
#include "sync/server/space_service.h"
#include "sync/server/space_store.h"

#include <filesystem>
#include <list>
#include <mutex>
#include <unordered_map>

namespace dure::server {

/// DATA and DATA/spaces, made with 0700 if they do not exist. A message if they cannot be used.
std::expected<void, std::string> prepareDataFolder(const std::filesystem::path& data);
/// Prepared, and held so that one server or command writes there. A message: another has it, or it cannot be used.
std::expected<std::unique_ptr<sqlite::FolderLock>, std::string> lockDataFolder(const std::filesystem::path& data);
std::filesystem::path accountsFile(const std::filesystem::path& data);
std::filesystem::path spacesFolder(const std::filesystem::path& data);
std::filesystem::path spaceFile(const std::filesystem::path& data, const Uuid& space);

/// Opens spaces when they are asked for and closes those not used for longest. One opening of a file at a
/// time: two would be two writers. Safe from any thread.
class SpaceDirectory
{
    struct Slot;

public:
    /// `cloud` must outlive this.
    SpaceDirectory(CloudStore& cloud, std::size_t maxOpen);
    ~SpaceDirectory();

    /// A space kept open while this lives.
    class Lease
    {
    public:
        Lease(SpaceDirectory& directory, Slot& slot);
        ~Lease();
        Lease(const Lease&) = delete;
        Lease& operator=(const Lease&) = delete;
        SpaceService& service();
        SpaceStore& store();
        /// A writer blocks its thread until the space is free, so one busy space must not take all threads: false if
        /// `maxWriters` are at it already. Ends with the lease.
        bool queueToWrite(int maxWriters);

    private:
        SpaceDirectory& m_directory;
        Slot& m_slot;
        bool m_writing = false;
    };

    /// Makes the space if it is new. What the store throws comes through.
    Lease open(const Uuid& space, SpaceKind kind);
    std::size_t openCount() const;

private:
    void release(Slot& slot);
    void closeUnused();

    CloudStore& m_cloud;
    const std::size_t m_maxOpen;
    mutable std::mutex m_mutex; ///< never held while a file is opened or closed
    std::unordered_map<Uuid, std::unique_ptr<Slot>> m_slots; ///< slots stay; their files come and go
    std::list<Slot*> m_unused; ///< open and not leased, longest first
    std::size_t m_open = 0;
};

} // namespace dure::server
