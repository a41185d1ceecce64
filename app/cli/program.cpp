#include "app/cli/program.h"

#include "app/cli/sentences.h"
#include "app/cli/terminal.h"
#include "sync/client/wiping.h"
#include "sync/protocol/codec.h"

#include <algorithm>
#include <filesystem>
#include <stdexcept>

namespace dure::cli {

using client::LocalCompany;
using client::Profile;

namespace {

std::string namesOf(const Profile& profile)
{
    std::string names;
    for (const LocalCompany& company : profile.companies)
        names += (names.empty() ? "" : ", ") + company.name;
    return names;
}

std::string holderText(const sqlite::LockHolder& holder)
{
    if (holder.program.empty())
        return "another program";
    return holder.program + ", process " + std::to_string(holder.process) + " on " + holder.host;
}

} // namespace

Date Program::today() const
{
    const std::int64_t now = clock.nowMs();
    return dateAt(now, utcOffsetMinutes(now));
}

Said<Profile> Program::loadProfile()
{
    client::finishWipes(dataFolder());
    auto profile = client::loadProfile(dataFolder(), random, clock);
    if (!profile)
        return std::unexpected(out.fail(Exit::Failed, "profile_unreadable",
            profile.error() + ". Nothing was changed. Put back a backup of it, or name another folder with --data."));
    if (profile->deviceName.empty())
        profile->deviceName = hostName();
    return std::move(*profile);
}

Said<void> Program::saveProfile(const Profile& profile)
{
    if (auto saved = client::saveProfile(dataFolder(), profile); !saved)
        return std::unexpected(out.fail(Exit::Failed, "profile_unwritable", saved.error()));
    return {};
}

Said<LocalCompany> Program::chooseCompany(const Profile& profile)
{
    if (profile.companies.empty())
        return std::unexpected(out.fail(Exit::Failed, "no_company",
            "there is no company on this PC. Sign in (dure-cli sign-in), or start one here (dure-cli local NAME)."));
    if (!m_options.company.empty()) {
        const auto named = [this](const LocalCompany& company) {
            return company.name == m_options.company || company.space.toString() == m_options.company;
        };
        if (std::ranges::count_if(profile.companies, named) == 1)
            return *std::ranges::find_if(profile.companies, named);
        return std::unexpected(out.fail(Exit::Failed, "no_such_company",
            "no single company is called " + m_options.company + ". There are: " + namesOf(profile)));
    }
    if (const LocalCompany* last = profile.find(profile.lastSpace))
        return *last;
    if (profile.companies.size() == 1)
        return profile.companies.front();
    return std::unexpected(out.fail(Exit::Failed, "which_company",
        "there are several companies: " + namesOf(profile) + ". Say which with --company."));
}

/// What another account opened here is nobody else's to read either.
Said<LocalCompany> Program::chooseOwn(const Profile& profile)
{
    auto company = chooseCompany(profile);
    if (company && !profile.mayWorkIn(*company))
        return std::unexpected(out.fail(Exit::Failed, "other_account",
            company->name + " was opened here with another account. Sign in with that one: dure-cli sign-in"));
    return company;
}

Said<OpenCompany> Program::openToWrite(const Profile& profile)
{
    auto company = chooseOwn(profile);
    return company ? openToWrite(*company) : std::unexpected(company.error());
}

Said<OpenCompany> Program::openToRead(const Profile& profile)
{
    auto company = chooseOwn(profile);
    return company ? openToRead(*company) : std::unexpected(company.error());
}

Said<OpenCompany> Program::openToWrite(const LocalCompany& company)
{
    const std::string folder = client::companyFolder(dataFolder(), company.space);
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error)
        return std::unexpected(out.fail(Exit::Failed, "cannot_open", folder + ": " + error.message()));
    auto lock = sqlite::FolderLock::take(client::companyLock(folder), "dure-cli");
    if (!lock && lock.error().isHeld)
        return std::unexpected(out.fail(Exit::Failed, "in_use",
            company.name + " is open in " + holderText(lock.error().holder) + ". Close it there and try again."));
    if (!lock)
        return std::unexpected(out.fail(Exit::Failed, "cannot_open", lock.error().detail));
    const std::string path = client::companyDatabase(folder);
    auto space = storage::SpaceDatabase::open(path);
    if (!space)
        return std::unexpected(out.fail(Exit::Failed, codeName(space.error().kind), sentenceFor(space.error(), path)));
    (*space)->bindTo(company.space);
    return OpenCompany{company, std::move(*lock), std::move(*space)};
}

Said<OpenCompany> Program::openToRead(const LocalCompany& company)
{
    const std::string folder = client::companyFolder(dataFolder(), company.space);
    const std::string path = client::companyDatabase(folder);
    std::error_code ignored;
    if (!std::filesystem::exists(path, ignored))
        return std::unexpected(out.fail(
            Exit::Failed, "no_data", company.name + " has no data on this PC yet. Get it with: dure-cli sync"));
    // the lock is free: nobody else migrates or checkpoints meanwhile
    auto lock = sqlite::FolderLock::take(client::companyLock(folder), "dure-cli");
    auto space = lock ? storage::SpaceDatabase::open(path) : storage::SpaceDatabase::openReader(path);
    if (!space)
        return std::unexpected(out.fail(Exit::Failed, codeName(space.error().kind), sentenceFor(space.error(), path)));
    return OpenCompany{company, lock ? std::move(*lock) : nullptr, std::move(*space)};
}

std::unique_ptr<commands::Commands> Program::makeCommands(OpenCompany& open, const Profile& profile)
{
    const commands::Author author{profile.user, profile.userName};
    return std::make_unique<commands::Commands>(*open.space, clock, random, protocol::encodeMutation, author);
}

Said<std::unique_ptr<client::Transport>> Program::connect(const Profile& profile)
{
    static const bool started = [] {
        client::initializeHttpThreads(2);
        return true;
    }();
    (void)started;
    try {
        const bool isSecure = profile.serverUrl.starts_with("https:");
        auto transport = client::makeHttpTransport(
            {profile.serverUrl, profile.caFile, isSecure ? environment("https_proxy") : std::string()});
        transport->setToken(profile.token);
        return transport;
    } catch (const std::invalid_argument& wrong) {
        return std::unexpected(out.fail(Exit::Usage, "bad_address", wrong.what()));
    }
}

Exit Program::fail(const commands::CommandError& error)
{
    return out.fail(Exit::Failed, codeName(error.kind), sentenceFor(error));
}

Exit Program::fail(const client::Failure& failure)
{
    if (const auto* none = std::get_if<client::NoAnswer>(&failure))
        return out.fail(Exit::NoConnection, "no_connection", "the cloud does not answer: " + none->detail);
    const auto& error = std::get<protocol::ErrorReply>(failure);
    switch (error.code) {
    case protocol::ErrorCode::WrongPassword:
        return out.fail(Exit::NotSignedIn, "wrong_password", "the e-mail address or the password is wrong");
    case protocol::ErrorCode::Unauthorized:
        return failSignedOut();
    case protocol::ErrorCode::Revoked:
        return out.fail(Exit::NotSignedIn, "revoked", "this PC was revoked; the next sync hands in what was not sent");
    case protocol::ErrorCode::SecondFactor:
        return out.fail(Exit::NotSignedIn, "second_factor", "the code of the telephone is needed: --second-factor");
    case protocol::ErrorCode::WrongCode:
        return out.fail(Exit::NotSignedIn, "wrong_code",
            "the code is wrong or over, or does not belong to this e-mail and password");
    case protocol::ErrorCode::TooMany:
        return out.fail(Exit::Failed, "too_many", "too many attempts; wait a minute and try again");
    case protocol::ErrorCode::Unavailable:
        return out.fail(Exit::NoConnection, "unavailable", "the cloud is not available now; try again later");
    case protocol::ErrorCode::UpgradeNeeded:
        return out.fail(
            Exit::Failed, "upgrade_needed", "this version is too old for the cloud; install the newest one");
    default:
        return out.fail(Exit::Failed, protocol::errorName(error.code), "the cloud refused: " + error.message);
    }
}

Exit Program::failSignedOut()
{
    return out.fail(Exit::NotSignedIn, "not_signed_in",
        "nobody is signed in, or the session has ended. Sign in with: dure-cli sign-in. What waits is kept here.");
}

} // namespace dure::cli
