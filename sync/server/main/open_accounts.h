#pragma once
#include "sync/server/accounts.h"
#include "sync/server/main/open_cloud.h"
#include "sync/server/secrets.h"
#include "sync/server/system_clock.h"

/// What the verbs about accounts have in common.
namespace dure::server {

/// The accounts that --data or --postgres name.
struct OpenAccounts
{
    explicit OpenAccounts(const Arguments& arguments);
    SystemClock clock;
    OpenSslRandom random;
    std::unique_ptr<CloudStore> cloud;
    Accounts accounts;
};

std::string_view sentence(AccountError error);

/// The space that --space names, or the company's own by --company; a message if there is none.
std::expected<Uuid, std::string> findSpace(Accounts& accounts, const Arguments& arguments);
/// --until YYYY-MM-DD as the end of that day in Korea; nullopt without it.
std::expected<std::optional<std::int64_t>, std::string> endOf(const Arguments& arguments);

struct Password
{
    std::string text;
    bool made = false; ///< here, so it must be printed
};
/// From standard input with --password-stdin, or a new one.
Password readPassword(const Arguments& arguments);

/// {"a":"b",…} from pairs; values are text.
std::string jsonObject(std::initializer_list<std::pair<std::string_view, std::string_view>> fields);
std::string jsonArray(const std::vector<std::string>& items);

} // namespace dure::server
