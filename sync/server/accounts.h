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

struct Member
{
    User user;
    Uuid space;
    std::string spaceName;
    std::uint8_t role = 0;
};

/// What a user may do in a space; role 0 means: no longer anything.
struct Grant
{
    Uuid space;
    SpaceKind kind = SpaceKind::Company;
    std::string name;
    std::uint8_t role = 0;
    std::int64_t version = 0;
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
    AmbiguousCompany, ///< several bear this name: use the id
    NoSuchUser,
    NoSuchDevice,
    AlreadyMember,
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

    /// Someone who already has an account (a coordinator) becomes a member and keeps name and password.
    Accounted<User> addUser(const Company& company, const std::string& email, const std::string& name,
        std::uint8_t role, const std::string& password);
    bool hasUser(const std::string& email);
    std::vector<Member> members(std::optional<Uuid> space);
    /// Role 0 ends the membership. Every change raises the grants version.
    Accounted<void> setRole(const Company& company, const std::string& email, std::uint8_t role);
    /// Ends all the user's sessions: a password is usually changed because it is known to someone else.
    Accounted<void> setPassword(const std::string& email, const std::string& password);

    std::vector<Grant> grants(const Uuid& user); ///< with a role only
    /// Also one that has ended; nullopt: never a member.
    std::optional<Grant> grant(const Uuid& user, const Uuid& space);

    std::vector<Device> devices();
    Accounted<int> revokeDevice(const Uuid& device); ///< for all its users; how many

    std::vector<Grant> spaces(); ///< all of them, role and version empty
    void markBackup(const BackupMark& mark);
    std::vector<BackupMark> newBackupMarks(); ///< not yet carried over
    void markApplied(const BackupMark& mark);

private:
    AccountsDatabase& m_db;
    const Clock& m_clock;
    RandomSource& m_random;
};

} // namespace dure::server
