#include "sync/server/backup.h"
#include "sync/server/main/verbs.h"
#include "sync/server/postgres_connection.h"
#include "sync/server/postgres_schema.h"
#include "sync/server/secrets.h"
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

} // namespace

int backUpData(const Arguments& arguments)
{
    OpenSslRandom random;
    return report(backUp(arguments.text("--data"), arguments.text("--to"), SystemClock(), random), "backed up");
}

int restoreData(const Arguments& arguments)
{
    OpenSslRandom random;
    return report(restore(arguments.text("--from"), arguments.text("--to"), SystemClock(), random), "restored");
}

int preparePostgresTables(const Arguments& arguments)
{
    PostgresConnection owner(arguments.text("--postgres"));
    preparePostgres(owner, arguments.text("--role"));
    std::puts("prepared");
    return exitDone;
}

int verifyFolder(const Arguments& arguments)
{
    OpenSslRandom random;
    const auto findings = verifyData(arguments.text("--data"), SystemClock(), random);
    if (!findings)
        return failed(findings.error());
    for (const Finding& finding : *findings)
        std::printf("%s: %s\n", finding.file.c_str(), finding.problem.c_str());
    if (findings->empty())
        std::puts("all files and digests are right");
    return findings->empty() ? exitDone : exitFailed;
}

} // namespace dure::server
