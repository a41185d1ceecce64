#include "tests/simulation/disk.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstring>

/// SQLite's file system over Disk. Locks are real, so that a cloud's readers beside its writer behave as on a disk.
namespace dure::simulation {

namespace {

struct OpenFile
{
    sqlite3_file base; // first: SQLite sees only this
    Disk* disk; ///< null: a nameless temporary file
    std::shared_ptr<DiskFile>* file;
    std::uint16_t sharedHeld; ///< slots this connection reads
    std::uint16_t aloneHeld;
};

OpenFile& of(sqlite3_file* file) { return *reinterpret_cast<OpenFile*>(file); }
bool isDead(const OpenFile& open) { return open.disk && open.disk->isDead(); }

int closeFile(sqlite3_file* file)
{
    OpenFile& open = of(file);
    (*open.file)->locks.erase(file);
    delete open.file;
    return SQLITE_OK;
}

int readFile(sqlite3_file* file, void* into, int count, sqlite3_int64 offset)
{
    if (isDead(of(file)))
        return SQLITE_IOERR_READ;
    const std::string& bytes = (*of(file).file)->bytes;
    const auto from = static_cast<std::size_t>(offset);
    const auto wanted = static_cast<std::size_t>(count);
    const std::size_t there = from >= bytes.size() ? 0 : std::min(wanted, bytes.size() - from);
    std::memcpy(into, bytes.data() + std::min(from, bytes.size()), there);
    if (there == wanted)
        return SQLITE_OK;
    std::memset(static_cast<char*>(into) + there, 0, wanted - there);
    return SQLITE_IOERR_SHORT_READ;
}

int writeFile(sqlite3_file* file, const void* from, int count, sqlite3_int64 offset)
{
    OpenFile& open = of(file);
    if (open.disk && open.disk->isFull())
        return SQLITE_FULL;
    if (open.disk && !open.disk->mayWrite())
        return SQLITE_IOERR_WRITE;
    DiskFile& target = **open.file;
    const auto at = static_cast<std::size_t>(offset);
    const auto size = static_cast<std::size_t>(count);
    target.unsynced.push_back(
        {at, at < target.bytes.size() ? target.bytes.substr(at, size) : std::string(), target.bytes.size()});
    if (target.bytes.size() < at + size)
        target.bytes.resize(at + size);
    std::memcpy(target.bytes.data() + at, from, size);
    return SQLITE_OK;
}

int truncateFile(sqlite3_file* file, sqlite3_int64 size)
{
    OpenFile& open = of(file);
    if (open.disk && !open.disk->mayWrite())
        return SQLITE_IOERR_TRUNCATE;
    DiskFile& target = **open.file;
    const auto wanted = static_cast<std::size_t>(size);
    if (wanted < target.bytes.size()) {
        target.unsynced.push_back({wanted, target.bytes.substr(wanted), target.bytes.size()});
        target.bytes.resize(wanted);
    }
    return SQLITE_OK;
}

int syncFile(sqlite3_file* file, int)
{
    OpenFile& open = of(file);
    if (open.disk && !open.disk->mayWrite())
        return SQLITE_IOERR_FSYNC;
    (*open.file)->unsynced.clear();
    return SQLITE_OK;
}

int fileSize(sqlite3_file* file, sqlite3_int64* size)
{
    *size = static_cast<sqlite3_int64>((*of(file).file)->bytes.size());
    return SQLITE_OK;
}

int lockFile(sqlite3_file* file, int level)
{
    auto& locks = (*of(file).file)->locks;
    const auto mine = locks.find(file);
    if (mine != locks.end() && mine->second >= level)
        return SQLITE_OK;
    for (const auto& [other, held] : locks) {
        const bool clashes = level >= SQLITE_LOCK_EXCLUSIVE || held >= SQLITE_LOCK_EXCLUSIVE
            || (level >= SQLITE_LOCK_RESERVED && held >= SQLITE_LOCK_RESERVED);
        if (other != file && held > SQLITE_LOCK_NONE && clashes)
            return SQLITE_BUSY;
    }
    locks[file] = level;
    return SQLITE_OK;
}

int unlockFile(sqlite3_file* file, int level)
{
    auto& locks = (*of(file).file)->locks;
    if (level == SQLITE_LOCK_NONE)
        locks.erase(file);
    else
        locks[file] = level;
    return SQLITE_OK;
}

int reservedLock(sqlite3_file* file, int* result)
{
    const auto& locks = (*of(file).file)->locks;
    *result = std::ranges::any_of(locks, [](const auto& lock) { return lock.second >= SQLITE_LOCK_RESERVED; });
    return SQLITE_OK;
}

int fileControl(sqlite3_file*, int, void*) { return SQLITE_NOTFOUND; }
int sectorSize(sqlite3_file*) { return 4096; }
int deviceTraits(sqlite3_file*) { return SQLITE_IOCAP_POWERSAFE_OVERWRITE | SQLITE_IOCAP_SAFE_APPEND; }

int mapShared(sqlite3_file* file, int region, int size, int extend, void volatile** at)
{
    DiskFile& target = **of(file).file;
    if (std::ranges::find(target.sharedUsers, file) == target.sharedUsers.end())
        target.sharedUsers.push_back(file);
    const auto index = static_cast<std::size_t>(region);
    if (index >= target.shared.size() && !extend) {
        *at = nullptr;
        return SQLITE_OK;
    }
    while (target.shared.size() <= index)
        target.shared.push_back(std::make_unique<char[]>(static_cast<std::size_t>(size)));
    *at = target.shared[index].get();
    return SQLITE_OK;
}

int lockShared(sqlite3_file* file, int first, int count, int flags)
{
    OpenFile& open = of(file);
    int* slots = (*open.file)->sharedLocks;
    const bool alone = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    for (int slot = first; slot < first + count; ++slot) {
        const auto bit = static_cast<std::uint16_t>(1 << slot);
        const bool clashes = alone ? slots[slot] != 0 && !(open.aloneHeld & bit) : slots[slot] < 0;
        if ((flags & SQLITE_SHM_LOCK) && clashes)
            return SQLITE_BUSY;
    }
    for (int slot = first; slot < first + count; ++slot) {
        const auto bit = static_cast<std::uint16_t>(1 << slot);
        std::uint16_t& held = alone ? open.aloneHeld : open.sharedHeld;
        const bool has = (held & bit) != 0;
        const bool wants = (flags & SQLITE_SHM_LOCK) != 0;
        if (has == wants)
            continue;
        held = static_cast<std::uint16_t>(held ^ bit);
        if (alone)
            slots[slot] = wants ? -1 : 0;
        else
            slots[slot] += wants ? 1 : -1;
    }
    return SQLITE_OK;
}

void orderShared(sqlite3_file*) { }

int unmapShared(sqlite3_file* file, int)
{
    DiskFile& target = **of(file).file;
    std::erase(target.sharedUsers, file);
    if (target.sharedUsers.empty())
        target.shared.clear();
    return SQLITE_OK;
}

constexpr sqlite3_io_methods methods
    = {2, closeFile, readFile, writeFile, truncateFile, syncFile, fileSize, lockFile, unlockFile, reservedLock,
        fileControl, sectorSize, deviceTraits, mapShared, lockShared, orderShared, unmapShared, nullptr, nullptr};

std::uint64_t diceState = 1;

int openFile(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* outFlags)
{
    OpenFile& open = of(file);
    open.base.pMethods = nullptr;
    std::shared_ptr<DiskFile> found;
    open.disk = nullptr;
    if (name) {
        const auto [disk, path] = Disk::find(name);
        if (!disk || disk->isDead())
            return SQLITE_CANTOPEN;
        open.disk = disk;
        found = disk->file(path, (flags & SQLITE_OPEN_CREATE) != 0);
        if (!found)
            return SQLITE_CANTOPEN;
    } else {
        found = std::make_shared<DiskFile>();
    }
    open.file = new std::shared_ptr<DiskFile>(std::move(found));
    open.sharedHeld = 0;
    open.aloneHeld = 0;
    open.base.pMethods = &methods;
    if (outFlags)
        *outFlags = flags;
    return SQLITE_OK;
}

int deleteFile(sqlite3_vfs*, const char* name, int)
{
    const auto [disk, path] = Disk::find(name);
    if (!disk || !disk->mayWrite())
        return SQLITE_IOERR_DELETE;
    disk->remove(path);
    return SQLITE_OK;
}

int accessFile(sqlite3_vfs*, const char* name, int, int* result)
{
    const auto [disk, path] = Disk::find(name);
    *result = disk && disk->has(path);
    return SQLITE_OK;
}

int fullPath(sqlite3_vfs*, const char* name, int size, char* out)
{
    sqlite3_snprintf(size, out, "%s", name);
    return SQLITE_OK;
}

int drawBytes(sqlite3_vfs*, int count, char* out)
{
    for (int i = 0; i < count; ++i) {
        diceState = diceState * 6364136223846793005ULL + 1442695040888963407ULL;
        out[i] = static_cast<char>(diceState >> 56);
    }
    return count;
}

int sleepNever(sqlite3_vfs*, int microseconds) { return microseconds; }

int noTime(sqlite3_vfs*, double* day)
{
    *day = 2461000.5; // nothing asks SQLite for the time; if something did, every run would see the same
    return SQLITE_OK;
}

int lastError(sqlite3_vfs*, int, char*) { return 0; }

} // namespace

void useSimulatedDisks(std::uint64_t seed)
{
    static sqlite3_vfs vfs
        = {1, sizeof(OpenFile), 512, nullptr, "simulated", nullptr, openFile, deleteFile, accessFile, fullPath, nullptr,
            nullptr, nullptr, nullptr, drawBytes, sleepNever, noTime, lastError, nullptr, nullptr, nullptr, nullptr};
    static const int registered = sqlite3_vfs_register(&vfs, 1);
    static_cast<void>(registered);
    diceState = seed * 2 + 1;
    sqlite3_randomness(0, nullptr);
}

} // namespace dure::simulation
