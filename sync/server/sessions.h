#pragma once
#include "sync/protocol/messages.h"
#include "sync/server/accounts.h"
#include "sync/server/rate_limiter.h"

#include <atomic>
#include <semaphore>

namespace dure::server {

enum class SessionState : std::uint8_t { Active, Expired, Revoked };

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

private:
    struct Account
    {
        Uuid id;
        std::string name;
        std::string email;
        std::string hash;
    };
    std::optional<Account> account(const std::string& email);
    bool isRevoked(const Uuid& user, const Uuid& device);
    SignedIn begin(const Account& account, const protocol::SignInRequest& request);
    /// nullopt: too many wait for their turn to be hashed.
    std::optional<bool> verify(const std::string& hash, const std::string& password);

    AccountsDatabase& m_db;
    const Clock& m_clock;
    RateLimiter m_byEmail{10, 60'000};
    RateLimiter m_byAddress{60, 10'000};
    std::counting_semaphore<> m_hashing{2}; ///< each takes 19 MiB and a core
    std::atomic<int> m_waiting = 0;
    const std::string m_nobodysHash; ///< checked in place of an unknown account's
};

} // namespace dure::server
