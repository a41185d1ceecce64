#include "core/storage/backup.h"

#include "core/storage/space_database.h"
#include "core/storage/sync_state.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <set>

namespace dure::storage {

namespace fs = std::filesystem;

namespace {

constexpr std::string_view backupPrefix = "dure-";
constexpr std::string_view asidePrefix = "kept-";
constexpr std::string_view ending = ".db";
constexpr std::string_view partEnding = ".part";
constexpr std::int64_t msPerMinute = 60'000;

BackupFailure failureOf(const sqlite::Failure& failure) { return {failure.kind, failure.what(), false}; }
BackupFailure failureOf(const std::error_code& error)
{
    const bool full = error == std::errc::no_space_on_device;
    return {full ? sqlite::FailureKind::DiskFull : sqlite::FailureKind::CannotOpen, error.message(), false};
}

/// "20261123-180203"
std::string stampText(BackupStamp stamp)
{
    const std::string digits = std::to_string(stamp.value);
    return digits.substr(0, 8) + "-" + digits.substr(8);
}

std::string nameOf(std::string_view prefix, BackupStamp stamp)
{
    return std::string(prefix) + stampText(stamp) + std::string(ending);
}

std::optional<BackupStamp> stampIn(std::string_view name, std::string_view prefix)
{
    constexpr std::size_t stampLength = 15;
    if (!name.starts_with(prefix) || name.size() != prefix.size() + stampLength + ending.size()
        || !name.ends_with(ending) || name[prefix.size() + 8] != '-')
        return std::nullopt;
    std::string digits(name.substr(prefix.size(), stampLength));
    digits.erase(8, 1);
    BackupStamp stamp;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), stamp.value);
    const bool isTime = stamp.hour() < 24 && stamp.minute() < 60;
    return error == std::errc() && end == digits.data() + digits.size() && isTime && stamp.day().isValid()
        ? std::optional(stamp)
        : std::nullopt;
}

/// Where a copy that is being restored waits; a leftover is made anew.
std::string restoredPath(const std::string& database) { return database + ".restored"; }

void removeWithLog(const std::string& path)
{
    for (const char* end : {"", "-wal", "-shm", "-journal"}) {
        std::error_code ignored;
        fs::remove(path + end, ignored);
    }
}

/// And what a step up from an older version kept of it; the backup itself is still there.
void removeRestored(const std::string& path, bool copyToo)
{
    if (copyToo)
        removeWithLog(path);
    for (int version = 1; version < clientFileVersion; ++version)
        removeWithLog(path + ".before-" + std::to_string(version));
}

std::int64_t numberOf(sqlite::Database& db, const char* sql)
{
    auto rows = db.prepareOnce(sql);
    return rows.step() ? rows.integer(0) : 0;
}

std::optional<std::string> whyDamaged(sqlite::Database& db, BackupCheck check)
{
    if (numberOf(db, "PRAGMA application_id") != clientApplicationId)
        return "not a file of Dure";
    if (check == BackupCheck::Facts)
        return std::nullopt;
    const bool thoroughly = check == BackupCheck::Thorough;
    auto rows = db.prepareOnce(thoroughly ? "PRAGMA integrity_check(5)" : "PRAGMA quick_check(5)");
    const std::string report = rows.step() ? std::string(rows.text(0)) : std::string("no answer");
    return report == "ok" ? std::nullopt : std::optional(report);
}

/// Same bytes under another name, so that the old name can be given to another file in one step; a copy where the disk
/// knows no second names.
std::error_code nameAgain(const std::string& path, const std::string& also)
{
    std::error_code error;
    fs::create_hard_link(path, also, error);
    if (error)
        fs::copy_file(path, also, error);
    return error;
}

} // namespace

BackupStamp BackupStamp::at(std::int64_t utcMs, int offsetMinutes)
{
    const std::int64_t minutes = utcMs / msPerMinute + offsetMinutes;
    const std::int64_t minuteOfDay = minutes % 1440;
    const std::int64_t second = utcMs / 1000 % 60;
    return {dateAt(utcMs, offsetMinutes).yyyymmdd * 1'000'000LL + minuteOfDay / 60 * 10'000 + minuteOfDay % 60 * 100
        + second};
}

bool isNewer(const BackupFile& a, const BackupFile& b)
{
    return a.stamp != b.stamp ? a.stamp > b.stamp : a.isKeptAside && !b.isKeptAside;
}

std::vector<BackupFile> backupsIn(const std::string& folder)
{
    std::vector<BackupFile> files;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        const auto backup = stampIn(name, backupPrefix);
        const auto aside = backup ? std::nullopt : stampIn(name, asidePrefix);
        std::error_code unreadable;
        if ((backup || aside) && at->is_regular_file(unreadable))
            files.push_back({at->path().string(), backup ? *backup : *aside,
                static_cast<std::int64_t>(at->file_size(unreadable)), aside.has_value()});
    }
    std::ranges::sort(files, isNewer);
    return files;
}

std::expected<BackupFile, BackupFailure> writeBackup(
    const std::string& database, const std::string& folder, BackupStamp stamp, const sqlite::CopyProgress& goOn)
{
    std::error_code error;
    fs::create_directories(folder, error);
    if (error)
        return std::unexpected(failureOf(error));
    const std::string path = (fs::path(folder) / nameOf(backupPrefix, stamp)).string();
    const std::string part = path + std::string(partEnding);
    removeWithLog(part);
    try {
        if (!sqlite::copyDatabase(database, part, goOn))
            return std::unexpected(BackupFailure{sqlite::FailureKind::Interrupted, {}, true});
    } catch (const sqlite::Failure& failure) {
        return std::unexpected(failureOf(failure));
    }
    const auto facts = readBackup(part, BackupCheck::Quick, [&] { return !goOn || goOn(1, 1); });
    if (!facts) {
        removeWithLog(part);
        return std::unexpected(facts.error());
    }
    fs::rename(part, path, error);
    if (error)
        return std::unexpected(failureOf(error));
    return BackupFile{path, stamp, static_cast<std::int64_t>(fs::file_size(path, error)), false};
}

std::vector<BackupFile> outdatedBackups(const std::vector<BackupFile>& files, const BackupRotation& rotation)
{
    std::vector<BackupFile> newestFirst;
    std::ranges::copy_if(files, std::back_inserter(newestFirst), [](const auto& file) { return !file.isKeptAside; });
    std::ranges::sort(newestFirst, [](const BackupFile& a, const BackupFile& b) { return a.stamp > b.stamp; });
    std::set<std::int64_t> days, weeks, months;
    const auto isNeeded = [](std::set<std::int64_t>& seen, std::int64_t period, int most) {
        return static_cast<int>(seen.size()) < most && seen.insert(period).second;
    };
    std::vector<BackupFile> outdated;
    for (const BackupFile& file : newestFirst) {
        const Date day = file.stamp.day();
        const std::int64_t number = day.days().time_since_epoch().count();
        // each is asked: a backup that is its day's newest may be its week's and its month's too
        const bool ofDay = isNeeded(days, number, rotation.days);
        const bool ofWeek = isNeeded(weeks, (number + 3) / 7, rotation.weeks); // 1970-01-01 was a Thursday
        const bool ofMonth = isNeeded(months, day.yyyymmdd / 100, rotation.months);
        if (!ofDay && !ofWeek && !ofMonth && &file != &newestFirst.front())
            outdated.push_back(file);
    }
    return outdated;
}

void rotateBackups(const std::string& folder, const std::string& made, const BackupRotation& rotation)
{
    for (const BackupFile& file : outdatedBackups(backupsIn(folder), rotation))
        if (file.path != made)
            removeWithLog(file.path);
    std::vector<std::string> parts;
    std::error_code error;
    for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
        const std::string name = at->path().filename().string();
        if (name.starts_with(backupPrefix) && name.ends_with(partEnding))
            parts.push_back(at->path().string());
    }
    for (const std::string& part : parts)
        removeWithLog(part);
}

std::expected<BackupFacts, BackupFailure> readBackup(
    const std::string& path, BackupCheck check, const std::function<bool()>& goOn)
{
    try {
        sqlite::Database db(path, {.mode = sqlite::OpenMode::ReadOnly});
        if (goOn)
            db.setGoOn(goOn);
        if (const auto damage = whyDamaged(db, check))
            return std::unexpected(BackupFailure{sqlite::FailureKind::Corrupt, *damage, false});
        if (db.userVersion() > clientFileVersion)
            return std::unexpected(BackupFailure{
                sqlite::FailureKind::Other, std::to_string(db.userVersion()), false, BackupTrouble::NewerVersion});
        BackupFacts facts;
        facts.customers = numberOf(db, "SELECT count(*) FROM customer WHERE deleted = 0");
        facts.products = numberOf(db, "SELECT count(*) FROM product WHERE deleted = 0");
        facts.orders = numberOf(db, "SELECT count(*) FROM order_summary");
        facts.deliveries = numberOf(db, "SELECT count(*) FROM delivery_summary");
        facts.payments = numberOf(db, "SELECT count(*) FROM payment WHERE deleted = 0");
        facts.unsent = numberOf(db, "SELECT count(*) FROM outbox WHERE state = 0");
        facts.lastOrder
            = {static_cast<std::int32_t>(numberOf(db, "SELECT ifnull(max(ordered_on), 0) FROM order_summary"))};
        return facts;
    } catch (const sqlite::Failure& failure) {
        return std::unexpected(failureOf(failure));
    }
}

std::expected<void, BackupFailure> prepareRestore(const std::string& backup, const std::string& database,
    const Uuid& ofSpace, std::int64_t nowMs, RandomSource& random, const sqlite::CopyProgress& goOn)
{
    const auto isWanted = [&] { return !goOn || goOn(0, 1); };
    if (const auto facts = readBackup(backup, BackupCheck::Thorough, isWanted); !facts)
        return std::unexpected(facts.error());
    const std::string path = restoredPath(database);
    removeRestored(path, true);
    try {
        if (!sqlite::copyDatabase(backup, path, goOn))
            return std::unexpected(BackupFailure{sqlite::FailureKind::Interrupted, {}, true});
        auto space = SpaceDatabase::open(path);
        if (!space) {
            removeRestored(path, true);
            return std::unexpected(BackupFailure{sqlite::FailureKind::Other, space.error().detail, false});
        }
        SyncState state((*space)->db());
        if (const std::string bound = state.text("space"); !bound.empty() && bound != ofSpace.toString()) {
            space->reset();
            removeRestored(path, true);
            return std::unexpected(
                BackupFailure{sqlite::FailureKind::Other, bound, false, BackupTrouble::OtherCompany});
        }
        sqlite::Transaction transaction((*space)->db());
        if (!state.incarnation().isNil()) {
            state.setIncarnation(makeUuidV7(nowMs, random));
            state.forgetOtherTurns();
        }
        transaction.commit();
    } catch (const sqlite::Failure& failure) {
        removeRestored(path, true);
        return std::unexpected(failureOf(failure));
    }
    removeRestored(path, false);
    return {};
}

std::expected<std::string, BackupFailure> putRestored(
    const std::string& database, const std::string& asideFolder, BackupStamp stamp)
{
    std::error_code error;
    fs::create_directories(asideFolder, error);
    const auto asideAt = [&] { return (fs::path(asideFolder) / nameOf(asidePrefix, stamp)).string(); };
    while (fs::exists(asideAt(), error)) // twice in a second: nothing that was kept is overwritten
        ++stamp.value;
    const std::string aside = asideAt();
    try {
        // Its log goes into the file: a log left behind would be read as the restored file's.
        sqlite::Database(database, {}).execute("PRAGMA wal_checkpoint(TRUNCATE)");
    } catch (const sqlite::Failure&) { // damaged, which is why it is being replaced: it is kept as it is
    }
    for (const char* end : {"", "-wal"}) {
        if (!fs::exists(database + end, error))
            continue;
        if (const auto failed = nameAgain(database + end, aside + end)) {
            removeWithLog(aside);
            return std::unexpected(failureOf(failed));
        }
    }
    for (const char* end : {"-wal", "-shm"})
        fs::remove(database + end, error);
    fs::rename(restoredPath(database), database, error);
    if (error) { // the file is as it was, and so is its log, which may hold what could not be carried over
        const BackupFailure failed = failureOf(error);
        if (fs::exists(aside + "-wal", error))
            nameAgain(aside + "-wal", database + "-wal");
        return std::unexpected(failed);
    }
    return aside;
}

} // namespace dure::storage
