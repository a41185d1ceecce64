#pragma once
#include "sync/protocol/account_messages.h"
#include "sync/server/accounts_database.h"
#include "sync/server/rate_limiter.h"

#include <expected>

namespace dure::server {

/// Second factors of those who want one (RFC 6238), with recovery codes. The secret is kept to check codes with, and
/// shown once. Safe from any thread; what AccountsDatabase throws comes through.
class SecondFactors
{
public:
    static constexpr int recoveryCodes = 10;

    SecondFactors(AccountsDatabase& db, const Clock& clock)
        : m_db(db)
        , m_clock(clock)
    { }

    /// Why `code` does not let this user in, or nothing: no second factor is on, or the code is right and now used up.
    /// A code that is missing does not count as an attempt.
    std::optional<protocol::ErrorReply> check(const Uuid& user, const std::string& code);
    /// Begins anew, not yet on. Already: one is on.
    std::expected<protocol::SecondFactorReply, protocol::ErrorReply> begin(const Uuid& user, const std::string& email);
    /// The first code turns it on.
    std::expected<protocol::RecoveryCodesReply, protocol::ErrorReply> confirm(
        const Uuid& user, const std::string& code);
    void remove(const Uuid& user);
    bool isOn(const Uuid& user);

private:
    struct Kept
    {
        std::string secret;
        bool isOn = false;
        std::int64_t lastStep = 0;
    };
    std::optional<Kept> kept(const Uuid& user);
    bool useCode(const Uuid& user, const Kept& factor, const std::string& code);
    bool useRecoveryCode(const Uuid& user, const std::string& code);

    AccountsDatabase& m_db;
    const Clock& m_clock;
    RateLimiter m_byUser{5, 300'000}; ///< of a million codes, three are right at any time
};

} // namespace dure::server
