#pragma once
#include "sync/protocol/messages.h"
#include "sync/server/accounts.h"
#include "sync/server/password_hasher.h"
#include "sync/server/rate_limiter.h"
#include "sync/server/second_factors.h"

namespace dure::server {

enum class SessionState : std::uint8_t {
    Active,
    Expired, ///< unused for too long
    Ended, ///< signed out, or the password was changed
    Revoked, ///< the device was
};

/// Whom a token belongs to. Not Active: known, but good for handing over unsynced work alone.
struct Session
{
    Uuid user;
    std::string userName;
    std::string email;
    Uuid device;
    std::string deviceName;
    SessionState state = SessionState::Active;
};

struct SignedIn
{
    std::string token;
    Session session;
};

/// Signing in and out, and who a token is. Safe from any thread; what AccountsDatabase throws comes through.
class Sessions
{
public:
    static constexpr std::int64_t idleDays = 90; ///< a token unused for so long has expired

    /// Both must outlive this.
    Sessions(AccountsDatabase& db, const Clock& clock);

    /// An unknown e-mail takes as long as a wrong password and gets the same answer. Attempts are limited per e-mail
    /// and per address; good ones do not count.
    std::expected<SignedIn, protocol::ErrorReply> signIn(
        const protocol::SignInRequest& request, const std::string& address);
    std::optional<Session> find(std::string_view token);
    void signOut(std::string_view token);

    /// For what asks for a password again. Does not limit attempts.
    std::expected<Uuid, protocol::ErrorReply> checkPassword(const std::string& email, const std::string& password);
    bool isRevoked(const Uuid& user, const Uuid& device);
    /// A new session for somebody who has been checked.
    SignedIn begin(const Uuid& user, const Uuid& device, const std::string& deviceName);
    PasswordHasher& hasher() { return m_hasher; }
    SecondFactors& secondFactors() { return m_secondFactors; }

private:
    AccountsDatabase& m_db;
    const Clock& m_clock;
    RateLimiter m_byEmail{10, 60'000};
    RateLimiter m_byAddress{60, 10'000};
    PasswordHasher m_hasher;
    SecondFactors m_secondFactors;
};

} // namespace dure::server
