#pragma once
#include "core/domain/uuid.h"

#include <expected>
#include <string>
#include <vector>

namespace dure::client {

// Where a company's local backups lie: in its own folder, or in a folder of the user's choice, which may be on another
// disk. Which folders were ever chosen is kept beside the data, so that wiping finds all of them.

/// Where they lie unless something else is chosen, and where a restore keeps the file it replaces.
std::string ownBackupFolder(const std::string& dataFolder, const Uuid& space);
/// Where the next one goes.
std::string backupFolder(const std::string& dataFolder, const Uuid& space);
/// All where this PC makes or made some: where the next one goes, its own, those chosen before.
std::vector<std::string> ownBackupFolders(const std::string& dataFolder, const Uuid& space);
/// Those, and where other PCs of the company make theirs in the same folders: to be shown and restored, never rotated
/// or wiped.
std::vector<std::string> backupFolders(const std::string& dataFolder, const Uuid& space);
/// The folder the user chose; empty: none.
std::string chosenBackupFolder(const std::string& dataFolder, const Uuid& space);
/// Chooses a folder, in which one for this company and in that one for this PC is made; empty: its own. A message: it
/// cannot be written, or is where companies' data lie. Nothing changes then.
std::expected<void, std::string> chooseBackupFolder(
    const std::string& dataFolder, const Uuid& space, const std::string& chosen);

/// Deletes the company's backups outside of its own folder. Those on a disk that is not there now are noted and go at
/// the next finishBackupWipes().
void wipeBackups(const std::string& dataFolder, const Uuid& space);
void finishBackupWipes(const std::string& dataFolder);

} // namespace dure::client
