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

/// One for each company, so that two may choose the same disk.
std::string folderIn(const std::string& chosen, const Uuid& space)
{
    return (fs::path(chosen) / ("dure-" + space.toString())).string();
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
    return !fs::exists(folder, error);
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
    return chosen.empty() ? ownBackupFolder(dataFolder, space) : folderIn(chosen, space);
}

std::vector<std::string> backupFolders(const std::string& dataFolder, const Uuid& space)
{
    std::vector<std::string> folders{backupFolder(dataFolder, space)};
    const auto add = [&](const std::string& folder) {
        if (std::ranges::find(folders, folder) == folders.end())
            folders.push_back(folder);
    };
    add(ownBackupFolder(dataFolder, space));
    for (const std::string& line : linesOf(choicesPath(dataFolder, space)))
        if (line != ".")
            add(folderIn(line, space));
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
        const fs::path folder = folderIn(chosen, space);
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
    for (const std::string& folder : backupFolders(dataFolder, space))
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
