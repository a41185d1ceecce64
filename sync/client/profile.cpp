#include "sync/client/profile.h"

#include "sync/protocol/json.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <sstream>

namespace dure::client {

namespace fs = std::filesystem;
namespace json = protocol::json;

namespace {

fs::path profilePath(const std::string& dataFolder) { return fs::path(dataFolder) / "profile.json"; }

std::string encode(const Profile& profile)
{
    json::Buffer buffer;
    json::Writer w(buffer);
    w.StartObject();
    json::field(w, "device", profile.device);
    json::field(w, "device_name", std::string_view(profile.deviceName));
    json::field(w, "server", std::string_view(profile.serverUrl));
    json::field(w, "ca_file", std::string_view(profile.caFile));
    json::field(w, "token", std::string_view(profile.token));
    json::field(w, "user", profile.user);
    json::field(w, "user_name", std::string_view(profile.userName));
    json::field(w, "email", std::string_view(profile.email));
    json::field(w, "last_space", profile.lastSpace);
    json::key(w, "companies");
    w.StartArray();
    for (const LocalCompany& company : profile.companies) {
        w.StartObject();
        json::field(w, "space", company.space);
        json::field(w, "name", std::string_view(company.name));
        json::key(w, "cloud");
        w.Bool(company.isCloud);
        json::field(w, "role", protocol::roleName(company.role));
        json::field(w, "until", company.untilMs);
        json::field(w, "user", company.user);
        w.EndObject();
    }
    w.EndArray();
    w.EndObject();
    return json::text(buffer);
}

std::optional<Profile> decode(const std::string& text)
{
    rapidjson::Document document;
    if (!json::parse(document, text))
        return std::nullopt;
    std::optional<protocol::DecodeError> error;
    json::ObjectReader reader(document, "", error);
    Profile profile;
    profile.device = reader.id("device");
    profile.deviceName = reader.text("device_name", false);
    profile.serverUrl = reader.text("server", false);
    profile.caFile = reader.text("ca_file", false);
    profile.token = reader.text("token", false);
    profile.user = reader.id("user", false);
    profile.userName = reader.text("user_name", false);
    profile.email = reader.text("email", false);
    profile.lastSpace = reader.id("last_space", false);
    const json::Node* companies = reader.array("companies");
    for (rapidjson::SizeType i = 0; companies && i < companies->Size() && !error; ++i) {
        json::ObjectReader each((*companies)[i], "companies", error);
        LocalCompany company;
        company.space = each.id("space");
        company.name = each.text("name");
        company.isCloud = each.boolean("cloud");
        company.role = protocol::roleFromName(each.text("role", false));
        company.untilMs = each.integerOr("until", 0);
        company.user = each.id("user", false);
        profile.companies.push_back(std::move(company));
    }
    for (LocalCompany& company : profile.companies)
        if (company.isCloud && company.user.isNil()) // an earlier version's
            company.user = profile.user;
    return error ? std::nullopt : std::optional(std::move(profile));
}

} // namespace

const LocalCompany* Profile::find(const Uuid& space) const
{
    const auto found = std::ranges::find(companies, space, &LocalCompany::space);
    return found == companies.end() ? nullptr : &*found;
}

void Profile::adopt(const protocol::SessionReply& session)
{
    if (!session.token.empty())
        token = session.token;
    user = session.user;
    userName = session.userName;
    email = session.email;
    for (const protocol::SpaceGrant& grant : session.spaces) {
        if (grant.kind != SpaceKind::Company)
            continue;
        const auto found = std::ranges::find(companies, grant.space, &LocalCompany::space);
        const LocalCompany company{grant.space, grant.name, true, grant.role, grant.until, user};
        if (found == companies.end())
            companies.push_back(company);
        else
            *found = company;
    }
}

bool Profile::mayWorkIn(const LocalCompany& company) const
{
    return !company.isCloud || company.user.isNil() || company.user == user;
}

void Profile::leave(const Uuid& space)
{
    std::erase_if(companies, [&](const LocalCompany& company) { return company.space == space; });
    if (lastSpace == space)
        lastSpace = companies.empty() ? Uuid{} : companies.front().space;
}

void Profile::renewDevice(RandomSource& random, const Clock& clock)
{
    device = makeUuidV7(clock.nowMs(), random);
    token.clear();
}

void Profile::signOut() { token.clear(); }

std::expected<Profile, std::string> loadProfile(const std::string& dataFolder, RandomSource& random, const Clock& clock)
{
    const fs::path path = profilePath(dataFolder);
    std::error_code error;
    if (!fs::exists(path, error)) {
        Profile fresh;
        fresh.device = makeUuidV7(clock.nowMs(), random);
        return fresh;
    }
    std::ifstream file(path, std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    auto profile = file ? decode(text.str()) : std::nullopt;
    if (!profile)
        return std::unexpected(path.string() + " cannot be read");
    return std::move(*profile);
}

Uuid installationOf(const std::string& dataFolder)
{
    std::ifstream file(profilePath(dataFolder), std::ios::binary);
    std::stringstream text;
    text << file.rdbuf();
    const auto profile = file ? decode(text.str()) : std::nullopt;
    return profile ? profile->device : Uuid{};
}

std::expected<void, std::string> saveProfile(const std::string& dataFolder, const Profile& profile)
{
    std::error_code error;
    fs::create_directories(dataFolder, error);
    const fs::path path = profilePath(dataFolder);
    const fs::path fresh = path.string() + ".new";
    {
        std::ofstream file(fresh, std::ios::binary | std::ios::trunc);
        fs::permissions(fresh, fs::perms::owner_read | fs::perms::owner_write, error);
        file << encode(profile);
        file.flush();
        if (!file)
            return std::unexpected(fresh.string() + " cannot be written");
    }
    fs::rename(fresh, path, error);
    if (error)
        return std::unexpected(path.string() + ": " + error.message());
    return {};
}

std::string companyFolder(const std::string& dataFolder, const Uuid& space)
{
    return (fs::path(dataFolder) / "companies" / space.toString()).string();
}

std::string companyDatabase(const std::string& folder) { return (fs::path(folder) / "company.db").string(); }
std::string companyLock(const std::string& folder) { return (fs::path(folder) / "dure.lock").string(); }

} // namespace dure::client
