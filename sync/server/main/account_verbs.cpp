#include "sync/protocol/messages.h"
#include "sync/server/log_line.h"
#include "sync/server/main/open_accounts.h"
#include "sync/server/main/verbs.h"

#include <cstdio>

namespace dure::server {

namespace {

std::string describe(const Company& company)
{
    return jsonObject({{"company", company.id.toString()}, {"space", company.space.toString()}, {"name", company.name},
        {"business_no", company.businessNo}});
}

} // namespace

int addCompany(const Arguments& arguments)
{
    const auto phase = arguments.number("--phase", 1, 1, 1000);
    if (!phase)
        return wronglyCalled(phase.error());
    OpenAccounts open(arguments);
    const auto company = open.accounts.addCompany(arguments.text("--name"), arguments.text("--business-no"), *phase);
    if (!company)
        return failed(sentence(company.error()));
    if (arguments.has("--json"))
        std::puts(describe(*company).c_str());
    else
        std::printf("company %s\nspace   %s\n", company->id.toString().c_str(), company->space.toString().c_str());
    return exitDone;
}

int listCompanies(const Arguments& arguments)
{
    OpenAccounts open(arguments);
    std::vector<std::string> items;
    for (const Company& company : open.accounts.companies()) {
        items.push_back(describe(company));
        if (!arguments.has("--json"))
            std::printf(
                "%s  %-12s %s\n", company.id.toString().c_str(), company.businessNo.c_str(), company.name.c_str());
    }
    if (arguments.has("--json"))
        std::puts(jsonArray(items).c_str());
    return exitDone;
}

int addUser(const Arguments& arguments)
{
    const std::uint8_t role = protocol::roleFromName(arguments.text("--role"));
    OpenAccounts open(arguments);
    const auto space = findSpace(open.accounts, arguments);
    if (!space)
        return failed(space.error());
    const auto until = endOf(arguments);
    if (!until)
        return wronglyCalled(until.error());
    const std::string email = arguments.text("--email");
    const bool isNew = !open.accounts.hasUser(email);
    const Password password = isNew ? readPassword(arguments) : Password{};
    const auto user = open.accounts.addUser(*space, email, arguments.text("--name"), {role, *until}, password.text);
    if (!user)
        return failed(sentence(user.error()));
    const std::string shown = password.made ? password.text : std::string();
    if (arguments.has("--json")) {
        std::puts(jsonObject({{"user", user->id.toString()}, {"email", user->email}, {"name", user->name},
                                 {"role", protocol::roleName(role)}, {"space", space->toString()}, {"password", shown}})
                      .c_str());
        return exitDone;
    }
    std::printf("user %s\n", user->id.toString().c_str());
    if (!isNew)
        std::puts("has an account already: name and password stay as they are");
    else if (password.made)
        std::printf("password %s (shown once)\n", shown.c_str());
    return exitDone;
}

int listUsers(const Arguments& arguments)
{
    OpenAccounts open(arguments);
    std::optional<Uuid> space;
    if (arguments.has("--company") || arguments.has("--space")) {
        const auto found = findSpace(open.accounts, arguments);
        if (!found)
            return failed(found.error());
        space = *found;
    }
    std::vector<std::string> items;
    for (const Member& member : open.accounts.members(space)) {
        const std::string role(protocol::roleName(member.role));
        items.push_back(
            jsonObject({{"user", member.user.id.toString()}, {"email", member.user.email}, {"name", member.user.name},
                {"role", role}, {"space", member.space.toString()}, {"space_name", member.spaceName}}));
        if (!arguments.has("--json"))
            std::printf("%-30s %-11s %-20s %s\n", member.user.email.c_str(), role.c_str(), member.spaceName.c_str(),
                member.user.name.c_str());
    }
    if (arguments.has("--json"))
        std::puts(jsonArray(items).c_str());
    return exitDone;
}

int setUserPassword(const Arguments& arguments)
{
    OpenAccounts open(arguments);
    const Password password = readPassword(arguments);
    const auto set = open.accounts.setPassword(arguments.text("--email"), password.text);
    if (!set)
        return failed(sentence(set.error()));
    if (password.made)
        std::printf("password %s (shown once)\n", password.text.c_str());
    return exitDone;
}

int setUserRole(const Arguments& arguments)
{
    const std::string word = arguments.text("--role");
    const std::uint8_t role = protocol::roleFromName(word);
    if (role == 0 && word != "none")
        return failed(sentence(AccountError::BadRole));
    OpenAccounts open(arguments);
    const auto space = findSpace(open.accounts, arguments);
    if (!space)
        return failed(space.error());
    const auto until = endOf(arguments);
    if (!until)
        return wronglyCalled(until.error());
    const auto set = open.accounts.setRole(*space, arguments.text("--email"), {role, *until});
    return set ? exitDone : failed(sentence(set.error()));
}

int listDevices(const Arguments& arguments)
{
    OpenAccounts open(arguments);
    std::vector<std::string> items;
    for (const Device& device : open.accounts.devices()) {
        const std::string_view state = device.revoked ? "revoked" : "active";
        items.push_back(jsonObject(
            {{"device", device.id.toString()}, {"name", device.name}, {"email", device.email}, {"state", state}}));
        if (!arguments.has("--json"))
            std::printf("%s  %-7s %-30s %s\n", device.id.toString().c_str(), std::string(state).c_str(),
                device.email.c_str(), device.name.c_str());
    }
    if (arguments.has("--json"))
        std::puts(jsonArray(items).c_str());
    return exitDone;
}

int revokeDevice(const Arguments& arguments)
{
    const auto device = Uuid::fromString(arguments.text("--device"));
    if (!device)
        return wronglyCalled("--device takes the id that device list shows");
    OpenAccounts open(arguments);
    const auto revoked = open.accounts.revokeDevice(*device);
    return revoked ? exitDone : failed(sentence(revoked.error()));
}

} // namespace dure::server
