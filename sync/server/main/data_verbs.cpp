#include "sync/server/backup.h"
#include "sync/server/main/open_cloud.h"
#include "sync/server/main/verbs.h"
#include "sync/server/postgres_connection.h"
#include "sync/server/postgres_schema.h"
#include "sync/server/secrets.h"
#include "sync/server/store_copy.h"
#include "sync/server/system_clock.h"

#include <cstdio>

namespace dure::server {

namespace {

int report(const std::expected<CopyReport, std::string>& copied, const char* done)
{
    if (!copied)
        return failed(copied.error());
    std::printf("%s: accounts and %zu spaces, %llu bytes, all checked\n", done, copied->spaces,
        static_cast<unsigned long long>(copied->bytes));
    return exitDone;
}

bool isPostgres(std::string_view word) { return word.starts_with("postgresql://") || word.starts_with("postgres://"); }

/// A data folder, locked against a running server, or a PostgreSQL by its URL.
struct NamedStore
{
    NamedStore(const std::string& word, RandomSource& random)
    {
        if (isPostgres(word)) {
            cloud = openPostgresCloud(word, 4, random);
            return;
        }
        auto taken = lockDataFolder(word);
        if (!taken)
            throw std::runtime_error(taken.error());
        lock = std::move(*taken);
        cloud = openSqliteCloud(word, OpenedBy::CommandLine, random);
    }
    std::unique_ptr<sqlite::FolderLock> lock;
    std::unique_ptr<CloudStore> cloud;
};

} // namespace

int backUpData(const Arguments& arguments)
{
    OpenSslRandom random;
    if (arguments.has("--postgres")) {
        const auto cloud = openCloud(arguments, OpenedBy::CommandLine, random);
        return report(backUpCloud(*cloud, arguments.text("--to"), SystemClock(), random), "backed up");
    }
    return report(backUp(arguments.text("--data"), arguments.text("--to"), SystemClock(), random), "backed up");
}

int restoreData(const Arguments& arguments)
{
    OpenSslRandom random;
    if (arguments.has("--to") == arguments.has("--postgres"))
        return wronglyCalled("restore: --to DIR or --postgres URL is needed, one of them");
    if (arguments.has("--postgres")) {
        const auto cloud = openCloud(arguments, OpenedBy::CommandLine, random);
        return report(restoreCloud(arguments.text("--from"), *cloud, SystemClock(), random), "restored");
    }
    return report(restore(arguments.text("--from"), arguments.text("--to"), SystemClock(), random), "restored");
}

int preparePostgresTables(const Arguments& arguments)
{
    PostgresConnection owner(arguments.text("--postgres"));
    preparePostgres(owner, arguments.text("--role"));
    std::puts("prepared");
    return exitDone;
}

int verifyStore(const Arguments& arguments)
{
    OpenSslRandom random;
    std::expected<std::vector<Finding>, std::string> findings;
    if (arguments.has("--postgres"))
        findings = verifyCloud(*openCloud(arguments, OpenedBy::CommandLine, random), SystemClock(), random);
    else
        findings = verifyData(arguments.text("--data"), SystemClock(), random);
    if (!findings)
        return failed(findings.error());
    for (const Finding& finding : *findings)
        std::printf("%s: %s\n", finding.file.c_str(), finding.problem.c_str());
    if (findings->empty())
        std::puts("all spaces and digests are right");
    return findings->empty() ? exitDone : exitFailed;
}

int migrateStore(const Arguments& arguments)
{
    OpenSslRandom random;
    if (!isPostgres(arguments.text("--from")) && !std::filesystem::exists(accountsFile(arguments.text("--from"))))
        return failed(arguments.text("--from") + " has no accounts.sqlite");
    const NamedStore from(arguments.text("--from"), random);
    const NamedStore to(arguments.text("--to"), random);
    CopyChoice choice;
    if (arguments.has("--company")) {
        const auto company
            = Accounts(from.cloud->accounts(), SystemClock(), random).findCompany(arguments.text("--company"));
        if (!company)
            return failed("no such company, or several of this name: use the id that company list shows");
        choice.company = company->id;
    }
    const auto moved = copyCompanies(*from.cloud, *to.cloud, choice, SystemClock(), random);
    if (!moved)
        return failed(moved.error());
    std::printf("%zu companies with %lld rows, all digests equal. What is in --from stays: serve it no more.\n",
        moved->companies, static_cast<long long>(moved->rows));
    return exitDone;
}

} // namespace dure::server
