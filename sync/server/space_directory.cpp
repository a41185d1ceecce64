#include "sync/server/space_directory.h"

#include <atomic>
#include <optional>

namespace dure::server {

namespace fs = std::filesystem;

namespace {

std::string makePrivateFolder(const fs::path& folder)
{
    std::error_code error;
    if (fs::is_directory(folder, error))
        return {};
    if (!fs::create_directories(folder, error) || error)
        return folder.string() + ": " + (error ? error.message() : "cannot be made");
    fs::permissions(folder, fs::perms::owner_all, error);
    return error ? folder.string() + ": " + error.message() : std::string();
}

} // namespace

std::expected<void, std::string> prepareDataFolder(const fs::path& data)
{
    for (const fs::path& folder : {data, spacesFolder(data)})
        if (std::string problem = makePrivateFolder(folder); !problem.empty())
            return std::unexpected(std::move(problem));
    return {};
}

std::expected<std::unique_ptr<sqlite::FolderLock>, std::string> lockDataFolder(const fs::path& data)
{
    if (auto prepared = prepareDataFolder(data); !prepared)
        return std::unexpected(std::move(prepared.error()));
    auto taken = sqlite::FolderLock::take((data / "server.lock").string(), "dure-server");
    if (taken)
        return std::move(*taken);
    if (!taken.error().isHeld)
        return std::unexpected(taken.error().detail);
    return std::unexpected(data.string() + " is in use by another dure-server (process "
        + std::to_string(taken.error().holder.process) + ")");
}

fs::path accountsFile(const fs::path& data) { return data / "accounts.sqlite"; }
fs::path spacesFolder(const fs::path& data) { return data / "spaces"; }
fs::path spaceFile(const fs::path& data, const Uuid& space)
{
    return spacesFolder(data) / (space.toString() + ".sqlite");
}

struct SpaceDirectory::Slot
{
    std::mutex mutex; ///< held while the file is opened or closed
    std::unique_ptr<SpaceStore> store;
    std::optional<SpaceService> service;
    std::atomic<int> writers = 0; ///< at work or waiting for their turn
    // below: guarded by the directory's mutex
    int leases = 0;
    bool open = false;
    std::list<Slot*>::iterator unused;
    bool isUnused = false;
};

SpaceDirectory::SpaceDirectory(CloudStore& cloud, std::size_t maxOpen)
    : m_cloud(cloud)
    , m_maxOpen(maxOpen)
{ }

SpaceDirectory::~SpaceDirectory() = default;

SpaceDirectory::Lease::Lease(SpaceDirectory& directory, Slot& slot)
    : m_directory(directory)
    , m_slot(slot)
{ }

SpaceDirectory::Lease::~Lease()
{
    if (m_writing)
        --m_slot.writers;
    m_directory.release(m_slot);
}

bool SpaceDirectory::Lease::queueToWrite(int maxWriters)
{
    if (m_slot.writers.fetch_add(1) >= maxWriters) {
        --m_slot.writers;
        return false;
    }
    m_writing = true;
    return true;
}

SpaceService& SpaceDirectory::Lease::service() { return *m_slot.service; }
SpaceStore& SpaceDirectory::Lease::store() { return *m_slot.store; }

SpaceDirectory::Lease SpaceDirectory::open(const Uuid& space, SpaceKind kind)
{
    Slot* slot = nullptr;
    {
        const std::lock_guard lock(m_mutex);
        auto& found = m_slots[space];
        if (!found)
            found = std::make_unique<Slot>();
        slot = found.get();
        ++slot->leases;
        if (slot->isUnused) {
            m_unused.erase(slot->unused);
            slot->isUnused = false;
        }
    }
    try {
        const std::lock_guard opening(slot->mutex);
        if (!slot->store) {
            slot->store = m_cloud.openSpace(space);
            slot->service.emplace(*slot->store, kind);
        }
    } catch (...) {
        release(*slot);
        throw;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_open += slot->open ? 0 : 1;
        slot->open = true;
    }
    closeUnused();
    return {*this, *slot};
}

void SpaceDirectory::release(Slot& slot)
{
    {
        const std::lock_guard lock(m_mutex);
        if (--slot.leases == 0 && slot.open) {
            slot.unused = m_unused.insert(m_unused.end(), &slot);
            slot.isUnused = true;
        }
    }
    closeUnused();
}

void SpaceDirectory::closeUnused()
{
    for (;;) {
        Slot* slot = nullptr;
        {
            const std::lock_guard lock(m_mutex);
            if (m_open <= m_maxOpen || m_unused.empty())
                return;
            slot = m_unused.front();
            m_unused.pop_front();
            slot->isUnused = false;
            slot->open = false;
            --m_open;
            slot->mutex.lock(); // free: no one leases it, and whoever asks now waits for the closing
        }
        const std::lock_guard closing(slot->mutex, std::adopt_lock);
        slot->service.reset();
        slot->store.reset();
    }
}

std::size_t SpaceDirectory::openCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_open;
}

} // namespace dure::server
