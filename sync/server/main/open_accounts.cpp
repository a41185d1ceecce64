#include "sync/server/main/open_accounts.h"

#include "core/domain/date.h"
#include "sync/server/log_line.h"

#include <iostream>

namespace dure::server {

std::string_view sentence(AccountError error)
{
    switch (error) {
    case AccountError::BadEmail:
        return "that is not an e-mail address";
    case AccountError::BadName:
        return "a name is needed, of at most 200 bytes of UTF-8 (--name)";
    case AccountError::BadBusinessNumber:
        return "a business number has ten digits";
    case AccountError::BadRole:
        return "no such role: owner, executive, staff, coordinator, association or operator";
    case AccountError::ShortPassword:
        return "a password has 8 characters at least, 1000 bytes at most";
    case AccountError::NoSuchCompany:
        return "no such company; company list shows them";
    case AccountError::CompanyExists:
        return "this company is there already, as company list shows; another one of the same name needs its "
               "--business-no";
    case AccountError::AmbiguousCompany:
        return "several companies bear this name; use the id that company list shows";
    case AccountError::NoSuchUser:
        return "no user has this e-mail";
    case AccountError::NoSuchDevice:
        return "no such device, or it was revoked before";
    case AccountError::AlreadyMember:
        return "this user is a member already; user role changes the role";
    case AccountError::SpaceExists:
        return "there is one already";
    case AccountError::NotMember:
        return "this user was never a member; user add makes one";
    case AccountError::NoMemory:
        return "not enough memory to hash the password";
    }
    return "refused";
}

OpenAccounts::OpenAccounts(const Arguments& arguments)
    : cloud(openCloud(arguments, OpenedBy::CommandLine, random))
    , accounts(cloud->accounts(), clock, random)
{ }

std::expected<Uuid, std::string> findSpace(Accounts& accounts, const Arguments& arguments)
{
    if (arguments.has("--space") == arguments.has("--company"))
        return std::unexpected("--company or --space is needed, one of them");
    if (arguments.has("--company")) {
        const auto company = accounts.findCompany(arguments.text("--company"));
        return company ? std::expected<Uuid, std::string>(company->space)
                       : std::unexpected(std::string(sentence(company.error())));
    }
    const auto id = Uuid::fromString(arguments.text("--space"));
    for (const Space& space : accounts.spaces())
        if (id && space.id == *id)
            return *id;
    return std::unexpected("no such space; space list shows them");
}

std::expected<std::optional<std::int64_t>, std::string> endOf(const Arguments& arguments)
{
    if (!arguments.has("--until"))
        return std::nullopt;
    const std::string text = arguments.text("--until");
    const auto day = parseDate(text, dateAt(SystemClock().nowMs()));
    if (!day)
        return std::unexpected("--until takes a day: 2026-12-31");
    constexpr std::int64_t dayMs = 24LL * 3'600'000;
    constexpr std::int64_t koreaMs = 9LL * 3'600'000;
    return (std::int64_t{day->days().time_since_epoch().count()} + 1) * dayMs - koreaMs;
}

std::string jsonObject(std::initializer_list<std::pair<std::string_view, std::string_view>> fields)
{
    std::string text;
    for (const auto& [name, value] : fields)
        text += (text.empty() ? "{" : ",") + jsonText(name) + ":" + jsonText(value);
    return text + "}";
}

std::string jsonArray(const std::vector<std::string>& items)
{
    std::string text = "[";
    for (const std::string& item : items)
        text += (text.size() > 1 ? ",\n" : "\n") + item;
    return text + "\n]";
}

Password readPassword(const Arguments& arguments)
{
    if (!arguments.has("--password-stdin"))
        return {newPassword(), true};
    Password password;
    std::getline(std::cin, password.text);
    if (!password.text.empty() && password.text.back() == '\r')
        password.text.pop_back();
    return password;
}

} // namespace dure::server
