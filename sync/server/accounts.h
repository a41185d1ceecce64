#pragma once
#include "core/domain/schema.h"
#include "sync/server/accounts_database.h"

#include <expected>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dure::server {

struct Company
{
    Uuid id;
    Uuid space; ///< its company space
    std::string name;
    std::string businessNo; ///< digits, or empty
    int phase = 1; ///< in which step of the roll-out it came
    std::int64_t created = 0;
};

struct User
{
    Uuid id;
    std::string email; ///< normalised
    std::string name;
    std::int64_t created = 0;
};

struct Space
{
    Uuid id;
    SpaceKind kind = SpaceKind::Company;
    std::string name;
};

struct Member
{
    User user;
    Uuid space;
    std::string spaceName;
    std::uint8_t role = 0;
    std::optional<std::int64_t> until;
};

/// A role, and when it ends by itself.
struct RoleGrant
{
    RoleGrant(std::uint8_t given, std::optional<std::int64_t> end = std::nullopt) // NOLINT: most have no end
        : role(given)
        , until(end)
    { }
    std::uint8_t role;
    std::optional<std::int64_t> until;
};

/// What a user may do in a space from one device; role 0 means: no longer anything.
struct Grant
{
    Uuid space;
    SpaceKind kind = SpaceKind::Company;
    std::string name;
    std::uint8_t role = 0;
    std::int64_t version = 0;
    std::int64_t until = 0; ///< 0: without end
    bool isDeviceRevoked = false; ///< for this space
};

struct Device
{
    Uuid user;
    std::string email;
    Uuid id;
    std::string name;
    std::int64_t lastSeen = 0;
    bool revoked = false;
};

/// The head of a space inside a verified backup. The running server alone writes spaces, so it carries these over.
struct BackupMark
{
    Uuid space;
    SpaceKind kind = SpaceKind::Company;
    std::string epoch;
    std::int64_t seq = 0;
};

enum class AccountError : std::uint8_t {
    BadEmail,
    BadName, ///< empty, over 200 bytes, or not UTF-8
    BadBusinessNumber,
    BadRole,
    ShortPassword, ///< under 8 characters, or over 1,000 bytes
    NoSuchCompany,
    CompanyExists, ///< of this business number, or of this name, and no number tells them apart
    AmbiguousCompany, ///< several bear this name: use the id
    NoSuchUser,
    NoSuchDevice,
    AlreadyMember,
    SpaceExists, ///< there is one already, and one it remains
    NotMember,
    NoMemory, ///< none for the password's hash
};
template <class T> using Accounted = std::expected<T, AccountError>;

/// Lower-cased (ASCII), trimmed; nullopt if it cannot be an address.
std::optional<std::string> normaliseEmail(std::string_view typed);

/// Companies, users, memberships and devices. Safe from any thread; what AccountsDatabase throws comes through.
class Accounts
{
public:
    /// All must outlive this.
    Accounts(AccountsDatabase& db, const Clock& clock, RandomSource& random)
        : m_db(db)
        , m_clock(clock)
        , m_random(random)
    { }

    Accounted<Company> addCompany(const std::string& name, const std::string& businessNo, int phase = 1);
    std::vector<Company> companies();
    /// By id, or by a name that only one company bears.
    Accounted<Company> findCompany(const std::string& idOrName);

    /// A service space beside a company's own, a room, or the platform (these two without a company).
    Accounted<Space> addSpace(SpaceKind kind, const std::optional<Uuid>& company, const std::string& name);
    std::vector<Space> spaces();

    /// Someone who already has an account (a coordinator) becomes a member and keeps name and password.
    Accounted<User> addUser(const Uuid& space, const std::string& email, const std::string& name,
        const RoleGrant& grant, const std::string& password);
    Accounted<User> addUser(const Company& company, const std::string& email, const std::string& name,
        const RoleGrant& grant, const std::string& password)
    {
        return addUser(company.space, email, name, grant, password);
    }
    bool hasUser(const std::string& email);
    std::vector<Member> members(std::optional<Uuid> space);
    /// Role 0 ends the membership. Every change raises the grants version.
    Accounted<void> setRole(const Uuid& space, const std::string& email, const RoleGrant& grant);
    Accounted<void> setRole(const Company& company, const std::string& email, const RoleGrant& grant)
    {
        return setRole(company.space, email, grant);
    }
    /// Ends all the user's sessions: a password is usually changed because it is known to someone else.
    Accounted<void> setPassword(const std::string& email, const std::string& password);

    std::vector<Grant> grants(const Uuid& user, const Uuid& device); ///< what is open only
    /// Also one that has ended; nullopt: never a member.
    std::optional<Grant> grant(const Uuid& user, const Uuid& space, const Uuid& device);

    std::vector<Device> devices();
    Accounted<int> revokeDevice(const Uuid& device); ///< for all its users; how many

    AccountsDatabase& database() { return m_db; }

    void markBackup(const BackupMark& mark);
    std::vector<BackupMark> newBackupMarks(); ///< not yet carried over
    void markApplied(const BackupMark& mark);

private:
    AccountsDatabase& m_db;
    const Clock& m_clock;
    RandomSource& m_random;
};

} // namespace dure::server
