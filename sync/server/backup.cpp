#include "sync/server/backup.h"

#include "sync/server/sqlite_accounts_database.h"
#include "sync/server/sqlite_space_store.h"
#include "sync/server/store_copy.h"

#include <fcntl.h>
#include <unistd.h>

namespace dure::server {

namespace fs = std::filesystem;

namespace {

using sqlite::Database;
using sqlite::OpenMode;

void sync(const fs::path& path)
{
    const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
}

std::string integrityOf(const fs::path& file)
{
    Database db(file.string(), {.mode = OpenMode::ReadOnly});
    return db.integrityCheck();
}

/// Turns what disk and SQLite throw into a message.
template <class Work> auto reported(Work work) -> decltype(work())
{
    try {
        return work();
    } catch (const std::exception& problem) {
        return std::unexpected(std::string(problem.what()));
    }
}

std::expected<fs::path, std::string> beginFolder(const fs::path& to)
{
    if (fs::exists(to))
        return std::unexpected(to.string() + " exists already; name a folder that does not");
    const fs::path partial = to.string() + ".partial";
    fs::remove_all(partial); // what an attempt that was cut off has left
    if (auto made = prepareDataFolder(partial); !made)
        return std::unexpected(made.error());
    return partial;
}

void finishFolder(const fs::path& partial, const fs::path& to)
{
    sync(spacesFolder(partial));
    sync(partial);
    fs::rename(partial, to);
    sync(fs::absolute(to).parent_path());
}

void requireGood(const fs::path& file)
{
    if (const std::string verdict = integrityOf(file); verdict != "ok")
        throw std::runtime_error(file.string() + " is damaged: " + verdict);
}

/// Opened for this alone: a folder is renamed only when none of its files is open.
std::vector<Space> spacesIn(const fs::path& data, const Clock& clock, RandomSource& random)
{
    SqliteAccountsDatabase db(accountsFile(data).string(), OpenedBy::CommandLine);
    return Accounts(db, clock, random).spaces();
}

void beginAfresh(SpaceStore& store, RandomSource& random)
{
    const auto session = store.beginWrite();
    session->setEpoch(newEpoch(random));
    session->setSafe(session->state().head); // this very backup has it
    session->commit();
}

} // namespace

std::expected<CopyReport, std::string> backUp(
    const fs::path& data, const fs::path& to, const Clock& clock, RandomSource& random)
{
    if (!fs::exists(accountsFile(data)))
        return std::unexpected(data.string() + " has no accounts.sqlite");
    return reported([&]() -> std::expected<CopyReport, std::string> {
        const auto partial = beginFolder(to);
        if (!partial)
            return std::unexpected(partial.error());
        SqliteAccountsDatabase live(accountsFile(data).string(), OpenedBy::CommandLine);
        Accounts accounts(live, clock, random);
        CopyReport report;
        // accounts first: a company that joins meanwhile is in the next backup, and no space is without its accounts
        live.backupTo(accountsFile(*partial).string());
        requireGood(accountsFile(*partial));
        report.bytes = fs::file_size(accountsFile(*partial));
        std::vector<BackupMark> marks;
        for (const Space& space : spacesIn(*partial, clock, random)) {
            const fs::path source = spaceFile(data, space.id);
            if (!fs::exists(source))
                continue; // nobody has used it yet
            const fs::path copy = spaceFile(*partial, space.id);
            Database(source.string(), {.mode = OpenMode::ReadOnly}).backupTo(copy.string());
            requireGood(copy);
            const SpaceState state = openSqliteSpaceStore(copy.string(), random)->beginRead()->state();
            marks.push_back({space.id, space.kind, state.epoch, state.head});
            report.bytes += fs::file_size(copy);
            ++report.spaces;
        }
        finishFolder(*partial, to);
        for (const BackupMark& mark : marks)
            accounts.markBackup(mark);
        return report;
    });
}

std::expected<CopyReport, std::string> restore(
    const fs::path& from, const fs::path& to, const Clock& clock, RandomSource& random)
{
    return reported([&]() -> std::expected<CopyReport, std::string> {
        if (!fs::exists(accountsFile(from)))
            return std::unexpected(from.string() + " is not a backup: it has no accounts.sqlite");
        const auto partial = beginFolder(to);
        if (!partial)
            return std::unexpected(partial.error());
        CopyReport report;
        const auto copyOne = [&report](const fs::path& source, const fs::path& target) {
            fs::copy_file(source, target);
            sync(target);
            requireGood(target);
            report.bytes += fs::file_size(target);
        };
        copyOne(accountsFile(from), accountsFile(*partial));
        for (const Space& space : spacesIn(*partial, clock, random)) {
            const fs::path source = spaceFile(from, space.id);
            if (!fs::exists(source))
                continue;
            const fs::path target = spaceFile(*partial, space.id);
            copyOne(source, target);
            beginAfresh(*openSqliteSpaceStore(target.string(), random), random);
            ++report.spaces;
        }
        finishFolder(*partial, to);
        return report;
    });
}

std::expected<CopyReport, std::string> backUpCloud(
    CloudStore& cloud, const fs::path& to, const Clock& clock, RandomSource& random)
{
    return reported([&]() -> std::expected<CopyReport, std::string> {
        const auto partial = beginFolder(to);
        if (!partial)
            return std::unexpected(partial.error());
        const auto copied = copyCompanies(
            cloud, *openSqliteCloud(*partial, OpenedBy::CommandLine, random), {.isLive = true}, clock, random);
        if (!copied)
            return std::unexpected(copied.error());
        CopyReport report{copied->heads.size(), 0};
        for (const auto& entry : fs::recursive_directory_iterator(*partial))
            if (entry.is_regular_file()) {
                sync(entry.path());
                report.bytes += entry.file_size();
            }
        finishFolder(*partial, to);
        Accounts accounts(cloud.accounts(), clock, random);
        for (const BackupMark& mark : copied->heads)
            accounts.markBackup(mark);
        return report;
    });
}

std::expected<CopyReport, std::string> restoreCloud(
    const fs::path& from, CloudStore& cloud, const Clock& clock, RandomSource& random)
{
    return reported([&]() -> std::expected<CopyReport, std::string> {
        if (!fs::exists(accountsFile(from)))
            return std::unexpected(from.string() + " is not a backup: it has no accounts.sqlite");
        if (!Accounts(cloud.accounts(), clock, random).companies().empty())
            return std::unexpected("the database has companies already; restore into one that was just prepared");
        const auto copied
            = copyCompanies(*openSqliteCloud(from, OpenedBy::CommandLine, random), cloud, {}, clock, random);
        if (!copied)
            return std::unexpected(copied.error());
        for (const BackupMark& mark : copied->heads)
            beginAfresh(*cloud.openSpace(mark.space), random);
        return CopyReport{copied->heads.size(), 0};
    });
}

std::vector<Finding> verifyCloud(CloudStore& cloud, const Clock& clock, RandomSource& random)
{
    std::vector<Finding> findings;
    for (const Space& space : Accounts(cloud.accounts(), clock, random).spaces())
        if (cloud.hasSpace(space.id))
            for (const std::string& fault : spaceFaults(*cloud.openSpace(space.id)->beginRead()))
                findings.push_back({"space " + space.id.toString(), fault});
    return findings;
}

std::expected<std::vector<Finding>, std::string> verifyData(
    const fs::path& data, const Clock& clock, RandomSource& random)
{
    if (!fs::exists(accountsFile(data)))
        return std::unexpected(data.string() + " has no accounts.sqlite");
    return reported([&]() -> std::expected<std::vector<Finding>, std::string> {
        std::vector<Finding> findings;
        if (const std::string verdict = integrityOf(accountsFile(data)); verdict != "ok")
            findings.push_back({accountsFile(data).string(), verdict});
        for (const Space& space : spacesIn(data, clock, random)) {
            const fs::path file = spaceFile(data, space.id);
            if (!fs::exists(file))
                continue;
            try {
                if (const std::string verdict = integrityOf(file); verdict != "ok")
                    findings.push_back({file.string(), verdict});
                else
                    for (const std::string& fault :
                        spaceFaults(*openSqliteSpaceStore(file.string(), random)->beginRead()))
                        findings.push_back({file.string(), fault});
            } catch (const sqlite::Failure& failure) {
                findings.push_back({file.string(), failure.what()});
            }
        }
        return findings;
    });
}

void applyBackupMarks(Accounts& accounts, SpaceDirectory& spaces)
{
    for (const BackupMark& mark : accounts.newBackupMarks()) {
        {
            auto lease = spaces.open(mark.space, mark.kind);
            const auto session = lease.store().beginWrite();
            const SpaceState state = session->state();
            if (state.epoch == mark.epoch && state.safe < mark.seq) {
                session->setSafe(mark.seq);
                session->commit();
            }
        }
        accounts.markApplied(mark);
    }
}

} // namespace dure::server
