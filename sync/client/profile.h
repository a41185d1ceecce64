#pragma once
#include "sync/protocol/messages.h"

#include <expected>
#include <optional>
#include <string>
#include <vector>

namespace dure::client {

/// A company on this PC: its space and the folder its data lies in.
struct LocalCompany
{
    Uuid space;
    std::string name;
    bool isCloud = false; ///< false: started without an account, on this PC alone
    std::uint8_t role = 0;
    std::int64_t untilMs = 0; ///< when the role ends by itself, by the cloud's clock; 0: it does not
    Uuid user; ///< of the cloud's: who was last given it here
};

/// What this installation remembers outside of any company's data: who is signed in, where the cloud is, which
/// companies there are. The file DATA/profile.json, readable by its owner alone; written whole, so that a crash leaves
/// the old one.
struct Profile
{
    Uuid device; ///< this installation, made once
    std::string deviceName;
    std::string serverUrl;
    std::string caFile;
    std::string token; ///< empty: signed out
    Uuid user;
    std::string userName;
    std::string email;
    Uuid lastSpace; ///< which company was open last
    std::vector<LocalCompany> companies;

    const LocalCompany* find(const Uuid& space) const;
    /// Takes over who signed in and the companies the cloud names; companies of this PC alone stay.
    void adopt(const protocol::SessionReply& session);
    /// Not in a company that another account was given: the cloud would answer this one that it has no business there,
    /// and the company's data would be taken from this PC.
    bool mayWorkIn(const LocalCompany& company) const;
    void leave(const Uuid& space); ///< it was wiped
    /// The cloud revoked this installation for good: whoever signs in next does so as on a new one.
    void renewDevice(RandomSource& random, const Clock& clock);
    void signOut(); ///< forgets the token; companies and their unsent work stay
};

/// Missing: a fresh profile with a new device id. Error: the file is there but cannot be read; nothing is overwritten.
std::expected<Profile, std::string> loadProfile(
    const std::string& dataFolder, RandomSource& random, const Clock& clock);
/// The installation that a data folder belongs to; nil: there is no profile that can be read.
Uuid installationOf(const std::string& dataFolder);
std::expected<void, std::string> saveProfile(const std::string& dataFolder, const Profile& profile);

/// DATA/companies/<space>: where a company's database lies.
std::string companyFolder(const std::string& dataFolder, const Uuid& space);
/// In that folder: the database, and the lock whoever writes into the folder holds.
std::string companyDatabase(const std::string& folder);
std::string companyLock(const std::string& folder);

} // namespace dure::client
