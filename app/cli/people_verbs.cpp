#include "app/cli/verbs.h"
#include "sync/client/account_calls.h"
#include "sync/protocol/account_codec.h"

#include <algorithm>
#include <array>

namespace dure::cli {

namespace {

/// Which company is meant, and a way to its cloud.
struct Reached
{
    client::LocalCompany company;
    std::unique_ptr<client::Transport> transport;
};

Said<Reached> reach(Program& program)
{
    auto profile = program.loadProfile();
    if (!profile)
        return std::unexpected(profile.error());
    if (profile->token.empty())
        return std::unexpected(program.failSignedOut());
    auto company = program.chooseCompany(*profile);
    if (!company)
        return std::unexpected(company.error());
    auto transport = program.connect(*profile);
    if (!transport)
        return std::unexpected(transport.error());
    return Reached{std::move(*company), std::move(*transport)};
}

Exit members(Program& program, const Arguments&)
{
    auto reached = reach(program);
    if (!reached)
        return reached.error();
    const auto reply = client::askAndWait(*reached->transport, client::listMembers(reached->company.space));
    if (!reply)
        return program.fail(reply.error());
    OutputTable table{{{"name", "Name"}, {"email", "E-mail"}, {"role", "Role"}, {"until", "Until"}, {"user", ""}}, {}};
    for (const protocol::MemberEntry& member : reply->members)
        table.rows.push_back(
            {Cell::text(member.name), Cell::text(member.email), Cell::text(protocol::roleName(member.role)),
                member.until == 0 ? Cell{} : Cell::time(member.until), Cell::id(member.user)});
    program.out.table("members", table);
    return Exit::Ok;
}

/// The end of a day in Korea, or 0 without the option.
Said<std::int64_t> untilOf(Program& program, const Arguments& arguments)
{
    if (!arguments.has("until"))
        return 0;
    const auto day = parseDate(arguments.value("until"), program.today());
    if (!day)
        return std::unexpected(program.out.fail(Exit::Usage, "usage", "--until takes a day: 2026-12-31"));
    constexpr std::int64_t dayMs = 24LL * 3'600'000;
    constexpr std::int64_t koreaMs = 9LL * 3'600'000;
    return (std::int64_t{day->days().time_since_epoch().count()} + 1) * dayMs - koreaMs;
}

Exit invite(Program& program, const Arguments& arguments)
{
    const auto until = untilOf(program, arguments);
    if (!until)
        return until.error();
    const std::uint8_t role = protocol::roleFromName(arguments.positional()[0]);
    if (role == 0)
        return program.out.fail(Exit::Usage, "usage", "there is no role " + arguments.positional()[0]);
    auto reached = reach(program);
    if (!reached)
        return reached.error();
    const auto reply = client::askAndWait(
        *reached->transport, client::invite(reached->company.space, {role, arguments.value("email"), *until}));
    if (!reply)
        return program.fail(reply.error());
    program.out.fact("code", "Code (shown once)", Cell::text(reply->code));
    program.out.fact("expires", "Good until", Cell::time(reply->expires));
    return Exit::Ok;
}

Exit devices(Program& program, const Arguments&)
{
    auto reached = reach(program);
    if (!reached)
        return reached.error();
    const auto reply = client::askAndWait(*reached->transport, client::listDevices(reached->company.space));
    if (!reply)
        return program.fail(reply.error());
    OutputTable table{{{"device", "Device"}, {"name", "Name"}, {"email", "User"}, {"version", "Version"},
                          {"last_sync", "Last sync"}, {"revoked", "Revoked"}},
        {}};
    for (const protocol::DeviceEntry& device : reply->devices)
        table.rows.push_back(
            {Cell::id(device.device), Cell::text(device.name), Cell::text(device.email), Cell::text(device.version),
                Cell::time(device.lastSync), device.revoked == 0 ? Cell{} : Cell::time(device.revoked)});
    program.out.table("devices", table);
    return Exit::Ok;
}

Exit revokeDevice(Program& program, const Arguments& arguments)
{
    const auto device = Uuid::fromString(arguments.positional()[0]);
    if (!device)
        return program.out.fail(Exit::Usage, "usage", "a device is named by its id, as devices shows it");
    auto reached = reach(program);
    if (!reached)
        return reached.error();
    const auto done = client::askAndWait(*reached->transport, client::revokeDevice(reached->company.space, *device));
    if (!done)
        return program.fail(done.error());
    program.out.line("Revoked. At its next contact it hands in what it has not sent, and wipes the company.");
    return Exit::Ok;
}

Exit setRole(Program& program, const Arguments& arguments)
{
    const std::string& word = arguments.positional()[1];
    const std::uint8_t role = protocol::roleFromName(word);
    if (role == 0 && word != protocol::roleName(0))
        return program.out.fail(Exit::Usage, "usage", "there is no role " + word);
    const auto until = untilOf(program, arguments);
    if (!until)
        return until.error();
    auto reached = reach(program);
    if (!reached)
        return reached.error();
    const Uuid& space = reached->company.space;
    const auto all = client::askAndWait(*reached->transport, client::listMembers(space));
    if (!all)
        return program.fail(all.error());
    const auto member = std::ranges::find(all->members, arguments.positional()[0], &protocol::MemberEntry::email);
    if (member == all->members.end())
        return program.out.fail(Exit::Failed, "not_found", "no member has this e-mail; members shows them");
    const auto done = client::askAndWait(*reached->transport, client::setRole(space, member->user, role, *until));
    return done ? Exit::Ok : program.fail(done.error());
}

Exit handovers(Program& program, const Arguments&)
{
    auto reached = reach(program);
    if (!reached)
        return reached.error();
    const auto reply = client::askAndWait(*reached->transport, client::listHandovers(reached->company.space));
    if (!reply)
        return program.fail(reply.error());
    OutputTable table{{{"receipt", "Receipt"}, {"at", "When"}, {"user", "Who"}, {"device", "Device"},
                          {"actions", "Actions"}, {"waiting", "Waiting"}},
        {}};
    for (const protocol::HandoverEntry& each : reply->handovers)
        table.rows.push_back({Cell::id(each.receipt), Cell::time(each.at), Cell::text(each.userName),
            Cell::text(each.device), Cell::number(each.actions), Cell::number(each.waiting)});
    program.out.table("handovers", table);
    return Exit::Ok;
}

Exit decide(Program& program, const Arguments& arguments)
{
    const auto receipt = Uuid::fromString(arguments.positional()[0]);
    const std::string& word = arguments.positional()[1];
    if (!receipt || (word != "accept" && word != "discard"))
        return program.out.fail(Exit::Usage, "usage", "decide takes a receipt, and accept or discard");
    auto reached = reach(program);
    if (!reached)
        return reached.error();
    const auto reply = client::askAndWait(
        *reached->transport, client::decideHandover(reached->company.space, *receipt, word == "accept"));
    if (!reply)
        return program.fail(reply.error());
    OutputTable table{{{"at", "Done"}, {"intent", "Action"}, {"state", "Now"}, {"detail", "Because"}}, {}};
    for (const protocol::HandedAction& action : reply->actions)
        table.rows.push_back({Cell::time(action.at), Cell::text(action.intent),
            Cell::text(protocol::handoverStateName(action.state)), Cell::text(action.detail)});
    program.out.table("actions", table);
    return Exit::Ok;
}

constexpr OptionSpec untilOption{"until", "DAY", "the role ends with this day (a coordinator's must)"};
constexpr std::array inviteOptions = {
    OptionSpec{"email", "E", "who alone may use the code (a coordinator's is needed)"},
    untilOption,
};
constexpr std::array roleOptions = {untilOption};

constexpr std::array verbs = {
    Verb{"members", "", "the company's members and their roles; asks the cloud", "", {}, 0, 0, members},
    Verb{"invite", "ROLE", "make a code to join the company with",
        "ROLE is owner, executive, staff or coordinator. Whoever has the code joins with:\n"
        "dure-cli sign-in --join CODE --email E --name N",
        inviteOptions, 1, 1, invite},
    Verb{"set-role", "EMAIL ROLE", "change a member's role; none ends the membership", "", roleOptions, 2, 2, setRole},
    Verb{"devices", "", "the devices at work in the company, and when they synced last", "", {}, 0, 0, devices},
    Verb{"revoke-device", "ID", "end a device's access to the company",
        "It hands in what it has not sent at its next contact, and then wipes the company.", {}, 1, 1, revokeDevice},
    Verb{"handovers", "", "work that devices handed in", "", {}, 0, 0, handovers},
    Verb{"decide", "RECEIPT accept|discard", "take handed-in work over, or set it aside", "", {}, 2, 2, decide},
};

} // namespace

std::span<const Verb> peopleVerbs() { return verbs; }

} // namespace dure::cli
