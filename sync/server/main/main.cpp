#include "core/sqlite/database.h"
#include "dure_version.h"
#include "sync/server/main/verbs.h"

#include <algorithm>
#include <cstdio>
#include <sys/stat.h>

namespace dure::server {

namespace {

constexpr OptionSpec dataOption{"--data", "DIR", "where accounts and spaces lie, each in a SQLite file"};
constexpr OptionSpec postgresOption{"--postgres", "URL", "instead of --data; a password belongs into ~/.pgpass"};
constexpr OptionSpec jsonOption{"--json", "", "answer in JSON"};
constexpr OptionSpec companyOption{"--company", "ID|NAME", "which company's own space"};
constexpr OptionSpec spaceOption{"--space", "ID", "instead of --company: a space as space list shows it"};
constexpr OptionSpec untilOption{"--until", "DAY", "the role ends with this day (a coordinator's)"};
constexpr OptionSpec emailOption{"--email", "ADDRESS", "the user's e-mail", true};
constexpr OptionSpec passwordOption{
    "--password-stdin", "", "read the password from standard input; without it one is made and printed"};

constexpr OptionSpec serveOptions[] = {
    dataOption,
    postgresOption,
    {"--listen", "ADDRESS:PORT", "default 127.0.0.1:8080; port 0 takes a free one and prints it"},
    {"--tls-cert", "FILE", "PEM chain; with it HTTPS is spoken (TLS 1.2 or newer)"},
    {"--tls-key", "FILE", "its private key"},
    {"--workers", "N", "threads for SQL (default: twice the cores, at least 4)"},
    {"--io-threads", "N", "threads for the network (default: half the cores, at least 1)"},
    {"--max-connections", "N", "default 20000"},
    {"--max-open-spaces", "N", "space files open at a time (default 128)"},
};
constexpr OptionSpec companyAddOptions[] = {
    dataOption,
    postgresOption,
    {"--name", "NAME", "the company's name", true},
    {"--business-no", "NUMBER", "its business registration number"},
    {"--phase", "N", "in which step of the roll-out it came (default 1)"},
    jsonOption,
};
constexpr OptionSpec listOptions[] = {dataOption, postgresOption, jsonOption};
constexpr OptionSpec userAddOptions[] = {
    dataOption,
    postgresOption,
    companyOption,
    spaceOption,
    emailOption,
    {"--name", "NAME", "the user's name (needed unless the e-mail has an account already)"},
    {"--role", "ROLE", "owner, executive, staff, coordinator, association or operator", true},
    untilOption,
    passwordOption,
    jsonOption,
};
constexpr OptionSpec userListOptions[]
    = {dataOption, postgresOption, {"--company", "ID|NAME", "only this company's"}, spaceOption, jsonOption};
constexpr OptionSpec userPasswordOptions[] = {dataOption, postgresOption, emailOption, passwordOption};
constexpr OptionSpec userRoleOptions[] = {dataOption, postgresOption, companyOption, spaceOption, emailOption,
    {"--role", "ROLE", "as in user add; none ends the membership", true}, untilOption};
constexpr OptionSpec userOptions[] = {dataOption, postgresOption, emailOption};
constexpr OptionSpec spaceAddOptions[] = {
    dataOption,
    postgresOption,
    {"--kind", "KIND", "service, room or platform", true},
    {"--name", "NAME", "what its members see", true},
    {"--company", "ID|NAME", "whose service space"},
    jsonOption,
};
constexpr OptionSpec inviteAddOptions[] = {
    dataOption,
    postgresOption,
    companyOption,
    spaceOption,
    {"--role", "ROLE", "as in user add", true},
    {"--email", "ADDRESS", "who alone may use it (a coordinator's is needed)"},
    untilOption,
    {"--days", "N", "how long the code is good (default 7, at most 30)"},
    jsonOption,
};
constexpr OptionSpec inviteListOptions[] = {dataOption, postgresOption, companyOption, spaceOption, jsonOption};
constexpr OptionSpec inviteEndOptions[]
    = {dataOption, postgresOption, companyOption, spaceOption, {"--invite", "ID", "as invite list shows it", true}};
constexpr OptionSpec deviceRevokeOptions[]
    = {dataOption, postgresOption, {"--device", "ID", "as device list shows it", true}};
constexpr OptionSpec backupOptions[]
    = {dataOption, postgresOption, {"--to", "DIR", "a folder that does not exist yet", true}};
constexpr OptionSpec restoreOptions[] = {
    {"--from", "DIR", "a backup", true},
    {"--to", "DIR", "the new data folder, which must not exist yet"},
    {"--postgres", "URL", "instead of --to: a database just prepared, without companies"},
};
constexpr OptionSpec migrateOptions[] = {
    {"--from", "DIR|URL", "where they are; no server may be running on it", true},
    {"--to", "DIR|URL", "where they shall be; nor on this", true},
    {"--company", "ID|NAME", "only this one; without it all"},
};
constexpr OptionSpec prepareOptions[] = {
    {"--postgres", "URL", "signing in as the database's owner", true},
    {"--role", "NAME", "whom the servers sign in as; neither a superuser nor the owner", true},
};
constexpr OptionSpec verifyOptions[] = {dataOption, postgresOption};

struct Verb
{
    std::string_view words;
    std::string_view help;
    std::span<const OptionSpec> options;
    int (*run)(const Arguments&);
};

/// Instead of --data.
bool takesPostgres(const Verb& verb)
{
    const auto option = std::ranges::find(verb.options, postgresOption.name, &OptionSpec::name);
    return option != verb.options.end() && option->help == postgresOption.help;
}

constexpr Verb verbs[] = {
    {"serve", "run the cloud until SIGTERM", serveOptions, serve},
    {"company add", "enrol a company", companyAddOptions, addCompany},
    {"company list", "list the companies", listOptions, listCompanies},
    {"user add", "make someone a member of a company", userAddOptions, addUser},
    {"user list", "list members and their roles", userListOptions, listUsers},
    {"user password", "set a password and end the user's sessions", userPasswordOptions, setUserPassword},
    {"user role", "change or end a membership", userRoleOptions, setUserRole},
    {"user reset-code", "make a one-time code to set a new password with", userOptions, makeResetCode},
    {"user second-factor-off", "let a user in without the second factor", userOptions, removeSecondFactor},
    {"invite add", "make a code to join with", inviteAddOptions, addInvite},
    {"invite list", "list a space's invitations", inviteListOptions, listInvites},
    {"invite end", "make a code void", inviteEndOptions, endInvite},
    {"space add", "make a service space, a room or the platform", spaceAddOptions, addSpace},
    {"space list", "list all spaces", listOptions, listSpaces},
    {"device list", "list the devices that signed in", listOptions, listDevices},
    {"device revoke", "end a device's sessions for good", deviceRevokeOptions, revokeDevice},
    {"backup", "copy all data, checked, while the server runs", backupOptions, backUpData},
    {"restore", "make a data folder from a backup, in a new epoch", restoreOptions, restoreData},
    {"prepare-postgres", "make or migrate the tables, as the database's owner", prepareOptions, preparePostgresTables},
    {"migrate-store", "move companies between SQLite files and PostgreSQL", migrateOptions, migrateStore},
    {"verify", "check every file and digest", verifyOptions, verifyStore},
};

void printVerbs()
{
    std::puts("dure-server " DURE_VERSION " - the cloud of Dure\n\nusage: dure-server VERB [options]\n");
    for (const Verb& verb : verbs)
        std::printf("  %-22.*s %.*s\n", static_cast<int>(verb.words.size()), verb.words.data(),
            static_cast<int>(verb.help.size()), verb.help.data());
    std::puts("\ndure-server VERB --help shows a verb's options. The account verbs may be used while the server runs.");
}

void printOptions(const Verb& verb)
{
    std::printf("usage: dure-server %.*s", static_cast<int>(verb.words.size()), verb.words.data());
    if (takesPostgres(verb))
        std::printf(" (--data DIR | --postgres URL)");
    for (const OptionSpec& option : verb.options)
        if (option.required)
            std::printf(" %s %s", std::string(option.name).c_str(), std::string(option.value).c_str());
    std::printf(" [options]\n\n%.*s\n\n", static_cast<int>(verb.help.size()), verb.help.data());
    for (const OptionSpec& option : verb.options) {
        const std::string left = std::string(option.name) + " " + std::string(option.value);
        std::printf("  %-26s %s\n", left.c_str(), std::string(option.help).c_str());
    }
}

/// The verb, and how many words it took: longest first.
const Verb* findVerb(std::span<const std::string_view> words, std::size_t& taken)
{
    for (taken = std::min<std::size_t>(2, words.size()); taken > 0; --taken) {
        const std::string typed = std::string(words[0]) + (taken == 2 ? " " + std::string(words[1]) : "");
        const auto found = std::ranges::find(verbs, typed, &Verb::words);
        if (found != std::end(verbs))
            return found;
    }
    return nullptr;
}

bool asksForHelp(std::span<const std::string_view> words)
{
    return std::ranges::any_of(words, [](auto word) { return word == "--help" || word == "-h"; });
}

int runVerb(std::span<const std::string_view> words)
{
    if (words.empty()) {
        printVerbs();
        return exitUsage;
    }
    std::size_t taken = 0;
    const Verb* verb = findVerb(words, taken);
    if (!verb && (asksForHelp(words) || words[0] == "help")) {
        printVerbs();
        return exitDone;
    }
    if (!verb)
        return wronglyCalled("no such verb: " + std::string(words[0]));
    if (asksForHelp(words)) {
        printOptions(*verb);
        return exitDone;
    }
    const auto arguments = Arguments::parse(verb->options, words.subspan(taken));
    if (!arguments)
        return wronglyCalled(std::string(verb->words) + ": " + arguments.error());
    if (takesPostgres(*verb) && arguments->has("--data") == arguments->has("--postgres"))
        return wronglyCalled(std::string(verb->words) + ": --data DIR or --postgres URL is needed, one of them");
    try {
        return verb->run(*arguments);
    } catch (const sqlite::Failure& failure) {
        return failed(std::string("the database: ") + failure.what());
    } catch (const std::exception& failure) {
        return failed(failure.what());
    }
}

} // namespace

int failed(std::string_view message)
{
    std::fprintf(stderr, "dure-server: %.*s\n", static_cast<int>(message.size()), message.data());
    return exitFailed;
}

int wronglyCalled(std::string_view message)
{
    failed(message);
    std::fputs("dure-server --help shows what it can do\n", stderr);
    return exitUsage;
}

} // namespace dure::server

int main(int argc, char** argv)
{
    ::umask(077); // what lies in DATA is nobody else's
    const std::vector<std::string_view> words(argv + 1, argv + argc);
    return dure::server::runVerb(words);
}
