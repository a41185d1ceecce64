#include "app/cli/terminal.h"
#include "app/cli/verbs.h"
#include "core/storage/attention_store.h"
#include "core/storage/outbox.h"
#include "core/storage/sync_state.h"
#include "sync/client/account_calls.h"
#include "sync/client/wire.h"

#include <algorithm>
#include <array>
#include <filesystem>

namespace dure::cli {

namespace {

using client::LocalCompany;
using client::Profile;

/// A password or a token must not cross a network in the clear.
bool isPrivate(std::string_view url)
{
    if (url.starts_with("https://"))
        return true;
    for (std::string_view here : {"http://localhost", "http://127.0.0.1", "http://[::1]"})
        if (url.starts_with(here) && (url.size() == here.size() || url[here.size()] == ':' || url[here.size()] == '/'))
            return true;
    return false;
}

Said<std::string> readPassword(Program& program, const Arguments& arguments, const std::string& email)
{
    const bool fromInput = arguments.has("password-stdin");
    if (!fromInput && !isTerminal(Stream::Input))
        return std::unexpected(program.out.fail(
            Exit::Usage, "usage", "there is no terminal to ask for the password on; use --password-stdin"));
    auto password = fromInput ? readPasswordLine() : askPassword("Password of " + email + ": ");
    if (!password)
        return std::unexpected(program.out.fail(Exit::Usage, "usage", password.error()));
    return std::move(*password);
}

OutputTable companyTable(const Profile& profile)
{
    OutputTable table{{{"name", "Company"}, {"space", ""}, {"cloud", "Cloud"}, {"role", "Role"}}, {}};
    for (const LocalCompany& company : profile.companies)
        table.rows.push_back({Cell::text(company.name), Cell::id(company.space), Cell::yes(company.isCloud),
            Cell::text(protocol::roleName(company.role))});
    return table;
}

/// With a code from the owner also an account is made, or a company added to it.
client::Call<protocol::SessionReply> signInCall(
    const Arguments& arguments, const Profile& profile, const std::string& email, const std::string& password)
{
    const std::string& secondFactor = arguments.value("second-factor");
    if (arguments.has("join"))
        return client::join({arguments.value("join"), email, arguments.value("name"), password, profile.device,
            profile.deviceName, secondFactor});
    return client::signIn({email, password, profile.device, profile.deviceName, schemaVersion, secondFactor});
}

Exit signIn(Program& program, const Arguments& arguments)
{
    auto profile = program.loadProfile();
    if (!profile)
        return profile.error();
    if (arguments.has("server"))
        profile->serverUrl = arguments.value("server");
    if (arguments.has("ca-file"))
        profile->caFile = std::filesystem::absolute(arguments.value("ca-file")).string();
    const std::string email = arguments.has("email") ? arguments.value("email") : profile->email;
    if (profile->serverUrl.empty() || email.empty())
        return program.out.fail(Exit::Usage, "usage", "say where the cloud is (--server) and who you are (--email)");
    if (!isPrivate(profile->serverUrl))
        return program.out.fail(Exit::Usage, "not_private",
            "a password goes only over https, or to this PC itself; " + profile->serverUrl + " is neither");
    std::error_code error;
    if (!profile->caFile.empty() && !std::filesystem::is_regular_file(profile->caFile, error))
        return program.out.fail(Exit::Usage, "no_ca_file", "there is no file " + profile->caFile);
    auto password = readPassword(program, arguments, email);
    if (!password)
        return password.error();
    profile->token.clear();
    auto transport = program.connect(*profile);
    if (!transport)
        return transport.error();
    const auto session = client::askAndWait(**transport, signInCall(arguments, *profile, email, *password));
    if (!session)
        return program.fail(session.error());
    profile->adopt(*session);
    const client::LocalCompany* last = profile->find(profile->lastSpace);
    if (!last || !profile->mayWorkIn(*last)) {
        const auto own = std::ranges::find_if(
            profile->companies, [&](const client::LocalCompany& each) { return profile->mayWorkIn(each); });
        if (own != profile->companies.end())
            profile->lastSpace = own->space;
    }
    if (auto saved = program.saveProfile(*profile); !saved)
        return saved.error();
    program.out.fact("user", "Signed in as", Cell::text(profile->userName));
    program.out.table("companies", companyTable(*profile));
    if (profile->companies.empty())
        program.out.line("You are a member of no company yet.");
    return Exit::Ok;
}

Exit signOut(Program& program, const Arguments&)
{
    auto profile = program.loadProfile();
    if (!profile)
        return profile.error();
    if (profile->token.empty()) {
        program.out.line("Nobody was signed in.");
        return Exit::Ok;
    }
    auto transport = program.connect(*profile);
    if (!transport)
        return transport.error();
    const auto answer = (*transport)->sendAndWait(client::signOutRequest());
    profile->signOut();
    if (auto saved = program.saveProfile(*profile); !saved)
        return saved.error();
    const bool told = answer.status != 0;
    program.out.fact("told_cloud", "Cloud told", Cell::yes(told));
    program.out.line("Signed out. Companies and unsent work stay on this PC.");
    if (!told)
        program.out.note("The cloud does not answer; the session there ends when it expires or is revoked.");
    return Exit::Ok;
}

/// What one company's file says of itself, without keeping others from it.
std::vector<Cell> companyStatus(Program& program, const LocalCompany& company)
{
    std::vector<Cell> cells = {Cell::text(company.name), Cell::id(company.space), Cell::yes(company.isCloud)};
    const std::string path = client::companyDatabase(client::companyFolder(program.dataFolder(), company.space));
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored)) {
        cells.insert(cells.end(), {Cell::text("not on this PC yet"), {}, {}, {}, {}});
        return cells;
    }
    auto open = program.openToRead(company);
    if (!open) {
        cells.insert(cells.end(), {Cell::text("cannot be read"), {}, {}, {}, {}});
        return cells;
    }
    sqlite::Database& db = open->space->db();
    storage::SyncState state(db);
    storage::Outbox outbox(db);
    const storage::WaitingFigures waiting = outbox.waiting();
    const bool complete = !company.isCloud || state.isComplete();
    cells.push_back(Cell::text(complete ? "complete" : "loading"));
    cells.push_back(company.isCloud ? Cell::number(waiting.count) : Cell{});
    cells.push_back(company.isCloud && waiting.count > 0 ? Cell::time(waiting.sinceMs) : Cell{});
    cells.push_back(Cell::number(storage::AttentionStore(db).counts().open));
    cells.push_back(company.isCloud ? Cell::time(state.integer("contact")) : Cell{});
    return cells;
}

Exit status(Program& program, const Arguments&)
{
    auto profile = program.loadProfile();
    if (!profile)
        return profile.error();
    Output& out = program.out;
    const bool signedIn = !profile->token.empty();
    out.fact("signed_in", "Signed in", Cell::yes(signedIn));
    if (!profile->email.empty())
        out.fact("user", "User", Cell::text(profile->userName + " <" + profile->email + ">"));
    if (!profile->serverUrl.empty())
        out.fact("server", "Cloud", Cell::text(profile->serverUrl));
    out.fact("data", "Data", Cell::text(program.dataFolder()));
    out.fact("device", "Device", Cell::text(profile->deviceName));
    OutputTable table{
        {{"name", "Company"}, {"space", ""}, {"cloud", "Cloud"}, {"state", "State"}, {"waiting", "Waiting"},
            {"waiting_since", "since"}, {"attention", "Attention"}, {"last_contact", "Last contact"}},
        {}};
    for (const LocalCompany& company : profile->companies)
        table.rows.push_back(companyStatus(program, company));
    out.table("companies", table);
    if (profile->companies.empty())
        out.line("There is no company on this PC yet.");
    return Exit::Ok;
}

Exit startLocal(Program& program, const Arguments& arguments)
{
    const std::string& name = arguments.positional().front();
    auto profile = program.loadProfile();
    if (!profile)
        return profile.error();
    if (std::ranges::find(profile->companies, name, &LocalCompany::name) != profile->companies.end())
        return program.out.fail(Exit::Failed, "name_taken", "there is a company called " + name + " already");
    const LocalCompany company{makeUuidV7(program.clock.nowMs(), program.random), name, false, Owner};
    auto open = program.openToWrite(company);
    if (!open)
        return open.error();
    CompanyProfile own;
    own.name = name;
    if (auto saved = program.makeCommands(*open, *profile)->saveCompanyProfile(own); !saved)
        return program.fail(saved.error());
    profile->companies.push_back(company);
    profile->lastSpace = company.space;
    if (auto saved = program.saveProfile(*profile); !saved)
        return saved.error();
    program.out.fact("name", "Company", Cell::text(name));
    program.out.fact("space", "Id", Cell::id(company.space));
    program.out.line("It lives on this PC alone.");
    return Exit::Ok;
}

constexpr std::array signInOptions = {
    OptionSpec{"server", "URL", "the cloud, https://…; remembered"},
    OptionSpec{"email", "E", "who signs in; remembered"},
    OptionSpec{"password-stdin", {}, "read the password from the first line of standard input"},
    OptionSpec{"second-factor", "CODE", "the code of the telephone, or a recovery code, if the account has one"},
    OptionSpec{"join", "CODE", "join a company with the code its owner made; makes the account if there is none"},
    OptionSpec{"name", "NAME", "with --join: the name of a new account"},
    OptionSpec{"ca-file", "F", "a PEM file of the authority that signed the cloud's certificate; remembered"},
};

constexpr std::array verbs = {
    Verb{"sign-in", "", "sign in to the cloud and learn which companies there are",
        "On a terminal the password is asked for and not shown. The session's token is kept in the data\n"
        "folder, in a file only its owner can read; the password is not kept.",
        signInOptions, 0, 0, signIn},
    Verb{"sign-out", "", "end the session; companies and unsent work stay here", "", {}, 0, 0, signOut},
    Verb{"status", "", "who is signed in, which companies there are, what waits since when",
        "Reads files only and asks nobody, so it works without a network and beside an open client.", {}, 0, 0, status},
    Verb{"local", "NAME", "start a company on this PC, without an account", "", {}, 1, 1, startLocal},
};

} // namespace

std::span<const Verb> accountVerbs() { return verbs; }

} // namespace dure::cli
