#include "sync/client/wiping.h"

#include "core/sqlite/folder_lock.h"
#include "sync/client/backup_places.h"
#include "sync/client/profile.h"

#include <filesystem>

namespace dure::client {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view goingPrefix = "wiped-";

fs::path parentOf(const std::string& dataFolder) { return fs::path(companyFolder(dataFolder, Uuid{})).parent_path(); }

} // namespace

std::expected<void, std::string> wipeSpace(const std::string& dataFolder, const Uuid& space)
{
    const fs::path folder = companyFolder(dataFolder, space);
    std::error_code error;
    if (!fs::exists(folder, error)) {
        finishWipes(dataFolder); // an earlier attempt got so far
        return {};
    }
    // the lock goes before the folder does: Windows renames nothing that is open
    if (auto lock = sqlite::FolderLock::take(companyLock(folder.string()), "wipe"); !lock)
        return std::unexpected(lock.error().isHeld ? folder.string() + " is in use by " + lock.error().holder.program
                                                   : lock.error().detail);
    wipeBackups(dataFolder, space); // while the folder still knows where they are
    const fs::path going = parentOf(dataFolder) / (std::string(goingPrefix) + space.toString());
    fs::remove_all(going, error);
    fs::rename(folder, going, error);
    if (error)
        return std::unexpected(folder.string() + ": " + error.message());
    fs::remove_all(going, error);
    if (error)
        return std::unexpected(going.string() + ": " + error.message());
    return {};
}

void finishWipes(const std::string& dataFolder)
{
    finishBackupWipes(dataFolder);
    std::error_code error;
    for (const auto& entry : fs::directory_iterator(parentOf(dataFolder), error))
        if (entry.path().filename().string().starts_with(goingPrefix))
            fs::remove_all(entry.path(), error);
}

} // namespace dure::client
