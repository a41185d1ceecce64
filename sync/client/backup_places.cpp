#include "sync/client/backup_places.h"

#include "sync/client/profile.h"

#include <algorithm>
#include <filesystem>
#include <fstream>

namespace dure::client {

namespace fs = std::filesystem;

namespace {

/// A folder a line, the latest choice last; a point stands for the company's own.
fs::path choicesPath(const std::string& dataFolder, const Uuid& space)
{
    return fs::path(companyFolder(dataFolder, space)) / "backup-folders.txt";
}
fs::path unwipedPath(const std::string& dataFolder) { return fs::path(dataFolder) / "backups-to-wipe.txt"; }

std::vector<std::string> linesOf(const fs::path& path)
{
    std::vector<std::string> lines;
    std::ifstream file(path, std::ios::binary);
    for (std::string line; std::getline(file, line);)
        if (!line.empty())
            lines.push_back(line);
    return lines;
}

bool writeLines(const fs::path& path, const std::vector<std::string>& lines)
{
    const fs::path fresh = path.string() + ".new";
    {
        std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
        for (const std::string& line : lines)
            file << line << '\n';
        if (!file.flush())
            return false;
    }
    std::error_code error;
    fs::rename(fresh, path, error);
    return !error;
}

constexpr std::string_view placePrefix = "dure-";

/// One for each company, so that two may choose the same disk. Files that lie directly in it are of before PCs had
/// parts of their own.
fs::path placeIn(const std::string& chosen, const Uuid& space)
{
    return fs::path(chosen) / (std::string(placePrefix) + space.toString());
}

/// What this PC's part of a shared folder is called: by the installation, and as it was first called though that may be
/// renewed.
std::string partOf(const std::string& dataFolder, const Uuid& space)
{
    const fs::path path = fs::path(companyFolder(dataFolder, space)) / "backup-part.txt";
    if (const auto lines = linesOf(path); !lines.empty())
        return lines.front();
    const std::string made = "pc-" + installationOf(dataFolder).toString();
    writeLines(path, {made}); // else it is called so again
    return made;
}

/// In it one for each PC of the company: they may all choose the same folder of the office's network.
std::string folderIn(const std::string& dataFolder, const std::string& chosen, const Uuid& space)
{
    return (placeIn(chosen, space) / partOf(dataFolder, space)).string();
}

bool isInside(const fs::path& folder, const fs::path& outer)
{
    std::error_code error;
    const fs::path inner = fs::weakly_canonical(folder, error);
    const fs::path whole = fs::weakly_canonical(outer, error);
    return std::mismatch(whole.begin(), whole.end(), inner.begin(), inner.end()).first == whole.end();
}

/// False: it is not there. It may lie on a stick that is not, even if another has its place: it is tried again.
bool wipe(const std::string& folder)
{
    std::error_code error;
    if (!fs::exists(folder, error))
        return false;
    fs::remove_all(folder, error);
    if (fs::exists(folder, error))
        return false;
    const fs::path place = fs::path(folder).parent_path();
    const bool isOthers = std::ranges::any_of(
        fs::directory_iterator(place, error), [](const fs::directory_entry& entry) { return entry.is_directory(); });
    if (!isOthers && place.filename().string().starts_with(placePrefix))
        fs::remove_all(place, error);
    return true;
}

} // namespace

std::string ownBackupFolder(const std::string& dataFolder, const Uuid& space)
{
    return (fs::path(companyFolder(dataFolder, space)) / "backups").string();
}

std::string chosenBackupFolder(const std::string& dataFolder, const Uuid& space)
{
    const auto lines = linesOf(choicesPath(dataFolder, space));
    return lines.empty() || lines.back() == "." ? std::string() : lines.back();
}

std::string backupFolder(const std::string& dataFolder, const Uuid& space)
{
    const std::string chosen = chosenBackupFolder(dataFolder, space);
    return chosen.empty() ? ownBackupFolder(dataFolder, space) : folderIn(dataFolder, chosen, space);
}

std::vector<std::string> ownBackupFolders(const std::string& dataFolder, const Uuid& space)
{
    std::vector<std::string> folders{backupFolder(dataFolder, space)};
    const auto add = [&](const std::string& folder) {
        if (std::ranges::find(folders, folder) == folders.end())
            folders.push_back(folder);
    };
    add(ownBackupFolder(dataFolder, space));
    for (const std::string& line : linesOf(choicesPath(dataFolder, space)))
        if (line != ".")
            add(folderIn(dataFolder, line, space));
    return folders;
}

std::vector<std::string> backupFolders(const std::string& dataFolder, const Uuid& space)
{
    std::vector<std::string> folders = ownBackupFolders(dataFolder, space);
    const auto add = [&](const std::string& folder) {
        if (std::ranges::find(folders, folder) == folders.end())
            folders.push_back(folder);
    };
    for (const std::string& line : linesOf(choicesPath(dataFolder, space))) {
        if (line == ".")
            continue;
        const fs::path place = placeIn(line, space);
        add(place.string());
        std::error_code error;
        for (fs::directory_iterator at(place, error), end; !error && at != end; at.increment(error))
            if (std::error_code unreadable; at->is_directory(unreadable))
                add(at->path().string());
    }
    return folders;
}

std::expected<void, std::string> chooseBackupFolder(
    const std::string& dataFolder, const Uuid& space, const std::string& chosen)
{
    if (chosen.find('\n') != std::string::npos)
        return std::unexpected(chosen);
    if (!chosen.empty()) {
        if (isInside(chosen, fs::path(companyFolder(dataFolder, space)).parent_path()))
            return std::unexpected(chosen + " is where the companies' data lie");
        std::error_code error;
        const fs::path folder = folderIn(dataFolder, chosen, space);
        // what was to be wiped there goes now: later it would take the new ones with it
        if (std::vector<std::string> left = linesOf(unwipedPath(dataFolder)); std::erase(left, folder.string()) > 0) {
            wipe(folder.string());
            writeLines(unwipedPath(dataFolder), left);
        }
        fs::create_directories(folder, error);
        const fs::path probe = folder / "dure-writes-here.tmp";
        std::ofstream file(probe, std::ios::binary);
        file << "x";
        const bool isWritten = !!file.flush();
        file.close();
        fs::remove(probe, error);
        if (!isWritten)
            return std::unexpected(chosen + " cannot be written");
    }
    const fs::path path = choicesPath(dataFolder, space);
    std::vector<std::string> lines = linesOf(path);
    const std::string line = chosen.empty() ? "." : chosen;
    std::erase(lines, line);
    lines.push_back(line);
    if (!writeLines(path, lines))
        return std::unexpected(path.string() + " cannot be written");
    return {};
}

void wipeBackups(const std::string& dataFolder, const Uuid& space)
{
    std::vector<std::string> left = linesOf(unwipedPath(dataFolder));
    for (const std::string& folder : ownBackupFolders(dataFolder, space))
        if (folder != ownBackupFolder(dataFolder, space) && !wipe(folder))
            left.push_back(folder);
    if (!left.empty())
        writeLines(unwipedPath(dataFolder), left);
}

void finishBackupWipes(const std::string& dataFolder)
{
    std::vector<std::string> left = linesOf(unwipedPath(dataFolder));
    if (left.empty())
        return;
    std::erase_if(left, wipe);
    std::error_code error;
    if (left.empty())
        fs::remove(unwipedPath(dataFolder), error);
    else
        writeLines(unwipedPath(dataFolder), left);
}

} // namespace dure::client
