#pragma once
#include "core/domain/date.h"
#include "core/domain/uuid.h"
#include "core/sqlite/file_copy.h"

#include <expected>
#include <functional>
#include <string>
#include <vector>

/// Local backups of one space: whole copies in a folder, verified before they count, rotated by day, week and month.
/// Nothing here needs the writer: all of it may run in any thread, beside the program that has the space open.
namespace dure::storage {

/// When a backup was made, by this PC's civil time: yyyymmddhhmmss. It is in the file's name, so that a person finds
/// the right one in a folder without Dure.
struct BackupStamp
{
    std::int64_t value = 0;
    static BackupStamp at(std::int64_t utcMs, int offsetMinutes);
    Date day() const { return {static_cast<std::int32_t>(value / 1'000'000)}; }
    int hour() const { return static_cast<int>(value / 10'000 % 100); }
    int minute() const { return static_cast<int>(value / 100 % 100); }
    constexpr auto operator<=>(const BackupStamp&) const = default;
};

struct BackupFile
{
    std::string path;
    BackupStamp stamp;
    std::int64_t bytes = 0;
    bool isKeptAside = false; ///< the file that a restore put aside; never rotated
};

/// What a backup holds, for people to know it by.
struct BackupFacts
{
    std::int64_t customers = 0, products = 0, orders = 0, deliveries = 0, payments = 0;
    std::int64_t unsent = 0; ///< actions that the cloud had not got
    Date lastOrder; ///< the latest day of an order
    bool operator==(const BackupFacts&) const = default;
};

enum class BackupTrouble : std::uint8_t {
    System, ///< the disk, or damage: see BackupFailure::kind
    NewerVersion, ///< made by a newer Dure
    OtherCompany, ///< of a company that is not this one
};

struct BackupFailure
{
    sqlite::FailureKind kind = sqlite::FailureKind::Other;
    std::string detail; ///< the system's words
    bool wasStopped = false; ///< CopyProgress said so
    BackupTrouble trouble = BackupTrouble::System;
};

/// Of one second, what was kept aside came after the backup.
bool isNewer(const BackupFile& a, const BackupFile& b);
/// Backups and files kept aside in a folder, the newest first. A folder that cannot be read holds none.
std::vector<BackupFile> backupsIn(const std::string& folder);

/// Copies the space at `database` into the folder, which is made if missing, and verifies the copy: SQLite's quick
/// check, and the facts of the copy. Until then it has another name and counts for nothing.
std::expected<BackupFile, BackupFailure> writeBackup(
    const std::string& database, const std::string& folder, BackupStamp stamp, const sqlite::CopyProgress& goOn = {});

/// How many are kept: the newest of each of the last days, weeks (from Monday) and months that have one.
struct BackupRotation
{
    int days = 7, weeks = 4, months = 6;
};
/// Which of them may go. Pure; never the newest, never a file kept aside.
std::vector<BackupFile> outdatedBackups(const std::vector<BackupFile>& files, const BackupRotation& rotation = {});
/// Deletes those, and what is left of copies that were cut off. What cannot be deleted stays.
/// `made`: just now, and spared whatever its stamp says: the clock may have been set back.
void rotateBackups(const std::string& folder, const std::string& made = {}, const BackupRotation& rotation = {});

enum class BackupCheck : std::uint8_t {
    Facts, ///< that it is Dure's, and what it holds: also of the file that is in use
    Quick, ///< and its pages
    Thorough, ///< and its indexes
};
/// Reads a backup: whether it is a whole one, and what it holds. `goOn` is asked meanwhile; false breaks it off.
std::expected<BackupFacts, BackupFailure> readBackup(
    const std::string& path, BackupCheck check, const std::function<bool()>& goOn = {});

/// Copies a backup of `space` beside `database` and makes it ready: checked thoroughly, brought to this version, and a
/// new life of this PC in the cloud (DESIGN §3.6): its letters and numbers begin anew, so that no document number of
/// the time that is lost comes twice. What the backup holds unsent keeps its numbers: the cloud tells by them what it
/// got since.
std::expected<void, BackupFailure> prepareRestore(const std::string& backup, const std::string& database,
    const Uuid& space, std::int64_t nowMs, RandomSource& random, const sqlite::CopyProgress& goOn = {});
/// Puts what prepareRestore() made into the place of `database`, which nobody has open, and keeps the present file in
/// `asideFolder`. Returns where. After a failure the present file is where it was.
std::expected<std::string, BackupFailure> putRestored(
    const std::string& database, const std::string& asideFolder, BackupStamp stamp);

} // namespace dure::storage
