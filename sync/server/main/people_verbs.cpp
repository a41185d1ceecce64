#include "sync/protocol/account_codec.h"
#include "sync/server/account_rows.h"
#include "sync/server/invites.h"
#include "sync/server/main/open_accounts.h"
#include "sync/server/main/verbs.h"
#include "sync/server/passwords.h"

#include <cstdio>

/// Codes, second factors and spaces, for whoever runs the server.
namespace dure::server {

namespace {

/// The classes that answer requests, used without any.
struct OpenPeople : OpenAccounts
{
    explicit OpenPeople(const Arguments& arguments)
        : OpenAccounts(arguments)
        , sessions(cloud->accounts(), clock)
        , invites(cloud->accounts(), clock, random, sessions)
        , passwords(cloud->accounts(), clock, sessions)
    { }
    Sessions sessions;
    Invites invites;
    Passwords passwords;
};

} // namespace

int makeResetCode(const Arguments& arguments)
{
    OpenPeople open(arguments);
    const auto made = open.passwords.makeCodeFor(arguments.text("--email"));
    if (!made)
        return failed(sentence(AccountError::NoSuchUser));
    std::printf("code %s (shown once, good for a day)\n", made->code.c_str());
    return exitDone;
}

int removeSecondFactor(const Arguments& arguments)
{
    OpenPeople open(arguments);
    const auto user = userIdOf(*open.cloud->accounts().read(), normaliseEmail(arguments.text("--email")).value_or(""));
    if (!user)
        return failed(sentence(AccountError::NoSuchUser));
    open.sessions.secondFactors().remove(*user);
    return exitDone;
}

int addSpace(const Arguments& arguments)
{
    const auto kind = protocol::spaceKindFromName(arguments.text("--kind"));
    if (!kind || *kind == SpaceKind::Company)
        return wronglyCalled("--kind is service, room or platform; company add makes a company's own");
    if ((*kind == SpaceKind::Service) != arguments.has("--company"))
        return wronglyCalled("a service space is a company's (--company), the others are not");
    OpenAccounts open(arguments);
    std::optional<Uuid> company;
    if (arguments.has("--company")) {
        const auto found = open.accounts.findCompany(arguments.text("--company"));
        if (!found)
            return failed(sentence(found.error()));
        company = found->id;
    }
    const auto space = open.accounts.addSpace(*kind, company, arguments.text("--name"));
    if (!space)
        return failed(sentence(space.error()));
    if (arguments.has("--json"))
        std::puts(jsonObject({{"space", space->id.toString()}, {"name", space->name}}).c_str());
    else
        std::printf("space %s\n", space->id.toString().c_str());
    return exitDone;
}

int listSpaces(const Arguments& arguments)
{
    OpenAccounts open(arguments);
    std::vector<std::string> items;
    for (const Space& space : open.accounts.spaces()) {
        const std::string kind(protocol::spaceKindName(space.kind));
        items.push_back(jsonObject({{"space", space.id.toString()}, {"kind", kind}, {"name", space.name}}));
        if (!arguments.has("--json"))
            std::printf("%s  %-8s %s\n", space.id.toString().c_str(), kind.c_str(), space.name.c_str());
    }
    if (arguments.has("--json"))
        std::puts(jsonArray(items).c_str());
    return exitDone;
}

int addInvite(const Arguments& arguments)
{
    const auto days = arguments.number("--days", 7, 1, 30);
    const auto until = endOf(arguments);
    if (!days || !until)
        return wronglyCalled(days ? until.error() : days.error());
    OpenPeople open(arguments);
    const auto space = findSpace(open.accounts, arguments);
    if (!space)
        return failed(space.error());
    const auto invite = open.invites.invite(*space, Uuid{},
        {protocol::roleFromName(arguments.text("--role")), arguments.text("--email"), until->value_or(0), *days});
    if (!invite)
        return failed(invite.error().message);
    if (arguments.has("--json"))
        std::puts(jsonObject({{"invite", invite->invite.toString()}, {"code", invite->code}}).c_str());
    else
        std::printf("code %s (shown once)\n", invite->code.c_str());
    return exitDone;
}

int listInvites(const Arguments& arguments)
{
    OpenPeople open(arguments);
    const auto space = findSpace(open.accounts, arguments);
    if (!space)
        return failed(space.error());
    std::vector<std::string> items;
    for (const protocol::InviteEntry& invite : open.invites.list(*space).invites) {
        const std::string role(protocol::roleName(invite.role));
        const std::string state(protocol::inviteStateName(invite.state));
        items.push_back(jsonObject(
            {{"invite", invite.invite.toString()}, {"role", role}, {"email", invite.email}, {"state", state}}));
        if (!arguments.has("--json"))
            std::printf("%s  %-11s %-8s %s\n", invite.invite.toString().c_str(), role.c_str(), state.c_str(),
                invite.email.c_str());
    }
    if (arguments.has("--json"))
        std::puts(jsonArray(items).c_str());
    return exitDone;
}

int endInvite(const Arguments& arguments)
{
    const auto id = Uuid::fromString(arguments.text("--invite"));
    if (!id)
        return wronglyCalled("--invite takes the id that invite list shows");
    OpenPeople open(arguments);
    const auto space = findSpace(open.accounts, arguments);
    if (!space)
        return failed(space.error());
    const auto ended = open.invites.end(*space, *id);
    return ended ? exitDone : failed(ended.error().message);
}

} // namespace dure::server
