#include "app/cli/sentences.h"
#include "app/cli/verbs.h"
#include "core/commands/demo_company.h"
#include "core/storage/backup.h"
#include "core/storage/derived_data.h"
#include "core/storage/row_store.h"
#include "sync/client/backup_places.h"
#include "sync/client/space_check.h"
#include "sync/client/wire.h"

#include <array>
#include <filesystem>
#include <optional>

namespace dure::cli {

namespace {

using client::Profile;

constexpr int koreaMinutes = 540;

OutputTable digestTable(const std::vector<client::DigestDifference>& differences, std::string_view otherTitle)
{
    OutputTable table{
        {{"table", "Table"}, {"rows", "Rows counted"}, {"other_rows", otherTitle}, {"same_count", ""}}, {}};
    for (const client::DigestDifference& difference : differences)
        table.rows.push_back({Cell::text(difference.table), Cell::number(difference.counted.count),
            Cell::number(difference.other.count), Cell::yes(difference.counted.count == difference.other.count)});
    return table;
}

OutputTable orphanTable(const std::vector<client::Orphan>& orphans)
{
    OutputTable table{
        {{"table", "Table"}, {"row", "Row"}, {"column", "Column"}, {"missing", "names what is gone"}}, {}};
    for (const client::Orphan& orphan : orphans)
        table.rows.push_back(
            {Cell::text(orphan.table), Cell::id(orphan.row), Cell::text(orphan.column), Cell::id(orphan.missing)});
    return table;
}

/// Asks the cloud what it has; what keeps it from being compared is said, and is no failure.
std::optional<protocol::DigestReply> askCloud(Program& program, const Profile& profile, const OpenCompany& open)
{
    const auto notAsked = [&](const std::string& why) {
        program.out.fact("cloud", "Cloud", Cell::text("not compared: " + why));
        return std::nullopt;
    };
    if (!open.company.isCloud)
        return notAsked("this company lives on this PC alone");
    if (profile.token.empty())
        return notAsked("nobody is signed in");
    auto transport = program.connect(profile);
    if (!transport)
        return notAsked("its address is wrong");
    const client::Request request = client::DigestRequest{};
    const auto reply
        = client::fromWire(request, (*transport)->sendAndWait(client::toWire(open.company.space, request)));
    if (!reply) {
        const auto* error = std::get_if<protocol::ErrorReply>(&reply.error());
        return notAsked(error ? std::string(protocol::errorName(error->code)) : "it does not answer");
    }
    return std::get<protocol::DigestReply>(*reply);
}

/// True if rows and cloud agree, or cannot be compared.
bool compareWithCloud(Program& program, const Profile& profile, OpenCompany& open, const client::SpaceCheck& check)
{
    const auto cloud = askCloud(program, profile, open);
    if (!cloud)
        return true;
    const auto differences = client::compareDigests(*open.space, check, *cloud);
    if (!differences) {
        program.out.fact("cloud", "Cloud", Cell::text("not compared: it has changed since the last sync"));
        return true;
    }
    program.out.fact("cloud", "Cloud", Cell::text(differences->empty() ? "the same" : "differs"));
    program.out.table("cloud_differences", digestTable(*differences, "in the cloud"));
    return differences->empty();
}

void repair(OpenCompany& open, Output& out)
{
    const client::SpaceCheck check = client::checkSpace(*open.space, open.company.isCloud);
    if (check.integrity != "ok")
        return;
    client::keepCountedDigests(*open.space, check);
    sqlite::Transaction transaction(open.space->db());
    storage::DerivedData(open.space->db()).rebuild();
    transaction.commit();
    out.fact("repaired", "Repaired", Cell::text("derived data was made anew"));
}

Exit verify(Program& program, const Arguments& arguments)
{
    auto profile = program.loadProfile();
    if (!profile)
        return profile.error();
    auto open = program.openToWrite(*profile);
    if (!open)
        return open.error();
    Output& out = program.out;
    if (arguments.has("repair"))
        repair(*open, out);
    const client::SpaceCheck check = client::checkSpace(*open->space, open->company.isCloud);
    out.fact("company", "Company", Cell::text(open->company.name));
    out.fact("integrity", "File", Cell::text(check.integrity));
    if (check.integrity != "ok")
        return out.fail(Exit::Failed, "damaged", "the file is damaged. Put back the last backup, then sync.");
    out.fact("rows", "Rows", Cell::number(check.rows));
    const std::string derived = check.derived.empty() ? "equal" : "differs: " + check.derived;
    out.fact("derived", "Derived data", Cell::text(check.derivedLater ? "made at the end of the first sync" : derived));
    out.fact("digest", "Digests", Cell::text(check.digests.empty() ? "equal" : "differ"));
    out.table("digest_differences", digestTable(check.digests, "kept"));
    out.fact("orphans", "Orphans", Cell::number(static_cast<std::int64_t>(check.orphans.size())));
    out.table("orphan_rows", orphanTable(check.orphans));
    if (!check.orphans.empty() && !check.atHead)
        out.line("A parent edited later arrives after its child: sync first, then look again.");
    const bool cloudAgrees = compareWithCloud(program, *profile, *open, check);
    const bool orphansCount = !check.orphans.empty() && check.atHead;
    if (check.derived.empty() && check.digests.empty() && cloudAgrees && !orphansCount)
        return Exit::Ok;
    std::string advice = "something differs.";
    if (!check.derived.empty() || !check.digests.empty())
        advice += " Repair it with: dure-cli verify --repair.";
    if (!check.digests.empty() || !cloudAgrees)
        advice += " Then dure-cli sync fetches again what differs from the cloud.";
    return out.fail(Exit::Failed, "differs", advice);
}

Exit backup(Program& program, const Arguments& arguments)
{
    const std::string& path = arguments.positional().front();
    auto profile = program.loadProfile();
    if (!profile)
        return profile.error();
    auto open = program.openToRead(*profile);
    if (!open)
        return open.error();
    std::error_code error;
    if (std::filesystem::exists(path, error))
        return program.out.fail(Exit::Failed, "exists", path + " is there already; name a new file");
    try {
        sqlite::copyDatabase(open->space->path(), path);
    } catch (const sqlite::Failure& failure) {
        return program.out.fail(Exit::Failed, "cannot_write", path + " cannot be written: " + failure.what());
    }
    const auto facts = storage::readBackup(path, storage::BackupCheck::Thorough);
    if (!facts) {
        std::filesystem::remove(path, error); // half a backup is worse than none
        return program.out.fail(Exit::Failed, "damaged", "the copy is damaged: " + facts.error().detail);
    }
    program.out.fact("company", "Company", Cell::text(open->company.name));
    program.out.fact("file", "File", Cell::text(path));
    program.out.fact(
        "bytes", "Bytes", Cell::number(static_cast<std::int64_t>(std::filesystem::file_size(path, error))));
    program.out.fact("orders", "Orders", Cell::number(facts->orders));
    return Exit::Ok;
}

std::string whyNot(const storage::BackupFailure& failure)
{
    switch (failure.trouble) {
    case storage::BackupTrouble::NewerVersion:
        return "the backup was made by a newer version of Dure. Update Dure first.";
    case storage::BackupTrouble::OtherCompany:
        return "the backup is another company's (" + failure.detail + ").";
    case storage::BackupTrouble::System:
        break;
    }
    return failure.detail;
}

Exit restore(Program& program, const Arguments& arguments)
{
    auto profile = program.loadProfile();
    if (!profile)
        return profile.error();
    auto open = program.openToWrite(*profile);
    if (!open)
        return open.error();
    const std::string database = open->space->path();
    const std::int64_t now = program.clock.nowMs();
    if (const auto ready
        = storage::prepareRestore(arguments.positional().front(), database, open->company.space, now, program.random);
        !ready)
        return program.out.fail(Exit::Failed, "cannot_restore", "nothing was changed: " + whyNot(ready.error()));
    open->space.reset(); // the folder's lock stays
    const auto aside
        = storage::putRestored(database, client::ownBackupFolder(program.dataFolder(), open->company.space),
            storage::BackupStamp::at(now, koreaMinutes));
    if (!aside)
        return program.out.fail(Exit::Failed, "cannot_restore", "nothing was changed: " + aside.error().detail);
    program.out.fact("company", "Company", Cell::text(open->company.name));
    program.out.fact("kept", "The file before", Cell::text(*aside));
    return Exit::Ok;
}

Exit demo(Program& program, const Arguments& arguments)
{
    const commands::DemoSize standard;
    const auto seed = arguments.integer("seed", 1, 0, 1'000'000'000);
    const auto customers = arguments.integer("customers", standard.customers, 1, 100'000);
    const auto products = arguments.integer("products", standard.products, 1, 100'000);
    const auto orders = arguments.integer("orders", standard.orders, 0, 10'000'000);
    for (const auto* number : {&seed, &customers, &products, &orders})
        if (!*number)
            return program.out.fail(Exit::Usage, "usage", number->error());
    auto profile = program.loadProfile();
    if (!profile)
        return profile.error();
    auto open = program.openToWrite(*profile);
    if (!open)
        return open.error();
    for (const TableId table : {TableId::Customer, TableId::Product, TableId::SalesOrder})
        if (storage::RowStore(open->space->db()).hasLive(tableOf(table)))
            return program.out.fail(Exit::Failed, "not_empty",
                open->company.name
                    + " is not empty; made-up orders would stand among its own. Begin another with "
                      "dure-cli local NAME");
    auto writer = program.makeCommands(*open, *profile);
    program.out.progress("Filling the company …");
    const auto report = commands::fillDemoCompany(*writer, program.today(), static_cast<std::uint64_t>(*seed),
        {static_cast<int>(*customers), static_cast<int>(*products), static_cast<int>(*orders)});
    if (!report)
        return program.fail(report.error());
    Output& out = program.out;
    out.fact("company", "Company", Cell::text(open->company.name));
    out.fact("customers", "Customers", Cell::number(report->customers));
    out.fact("products", "Products", Cell::number(report->products));
    out.fact("prices", "Agreed prices", Cell::number(report->prices));
    out.fact("orders", "Orders", Cell::number(report->orders));
    out.fact("lines", "Lines", Cell::number(report->lines));
    out.fact("deliveries", "Deliveries", Cell::number(report->deliveries));
    out.fact("payments", "Payments", Cell::number(report->payments));
    return Exit::Ok;
}

constexpr std::array verifyOptions = {
    OptionSpec{"repair", {},
        "make derived data (summaries, search, balances) anew from the rows, let the next\n"
        "                        sync fetch tables whose rows are not the cloud's, then check"},
};
constexpr std::array demoOptions = {
    OptionSpec{"seed", "N", "the same seed on the same day gives the same company (default: 1)"},
    OptionSpec{"customers", "N", "default: 300"},
    OptionSpec{"products", "N", "default: 120"},
    OptionSpec{"orders", "N", "over two years, three to six lines each (default: 2000)"},
};

constexpr std::array verbs = {
    Verb{"verify", "", "check this PC's file, and compare it with the cloud",
        "SQLite's own integrity check; summaries, search and balances computed anew beside the kept ones;\n"
        "the digest of every table recomputed from its rows against the kept one and, signed in and at the\n"
        "head, against the cloud's; rows that name a row which is gone. Exit 1 names what differs.",
        verifyOptions, 0, 0, verify},
    Verb{"backup", "FILE", "a consistent copy of the company's file, also while a client is open",
        "By SQLite's backup interface, and checked. A copy that is put back starts a new life of this PC in the\n"
        "cloud, so that nothing is taken for sent that was not.",
        {}, 1, 1, backup},
    Verb{"restore", "FILE", "put a backup into the company's place; the file before is kept aside",
        "The backup is checked and copied first; then the present file is kept among the company's backups.\n"
        "What the cloud has comes again with the next sync. No client may have the company open.",
        {}, 1, 1, restore},
    Verb{"demo", "", "fill the open, empty company with a made-up plastics company", "", demoOptions, 0, 0, demo},
};

} // namespace

std::span<const Verb> careVerbs() { return verbs; }

} // namespace dure::cli
