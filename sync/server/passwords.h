#pragma once
#include "sync/server/members.h"
#include "sync/server/sessions.h"

namespace dure::server {

/// Changing a password, and getting in again without it by a one-time code that somebody with the right hands out. Safe
/// from any thread; what AccountsDatabase throws comes through.
class Passwords
{
public:
    static constexpr std::int64_t codeMs = 24LL * 3'600'000;

    Passwords(AccountsDatabase& db, const Clock& clock, Sessions& sessions)
        : m_db(db)
        , m_clock(clock)
        , m_sessions(sessions)
    { }

    /// The present one, asked for again. WrongPassword, TooMany, or nothing.
    std::optional<protocol::ErrorReply> confirm(const Session& session, const std::string& password);
    /// Ends all sessions but the one it is done in (`token`).
    Answered<void> change(
        const Session& session, std::string_view token, const protocol::PasswordChangeRequest& request);

    /// A company's owner may for members of this company alone; the platform's operators for anyone but operators.
    /// Forbidden, always in the same words, for everybody else and for nobody.
    Answered<protocol::ResetCodeReply> makeCode(const Uuid& space, const Uuid& creator, const std::string& email);
    /// The same without asking for a right: for whoever runs the server. nullopt: no such user.
    std::optional<protocol::ResetCodeReply> makeCodeFor(const std::string& email);
    /// Whatever is wrong gets WrongCode after as long a time. Ends all sessions; the second factor stays.
    Answered<void> reset(const protocol::PasswordResetRequest& request, const std::string& address);

private:
    protocol::ResetCodeReply putCode(SqlSession& db, const Uuid& user, const Uuid& creator, std::int64_t nowMs);
    bool mayReset(SqlSession& db, const Uuid& space, const Uuid& user, std::int64_t nowMs);

    AccountsDatabase& m_db;
    const Clock& m_clock;
    Sessions& m_sessions;
    RateLimiter m_byUser{10, 60'000};
    RateLimiter m_byEmail{10, 60'000};
    RateLimiter m_byAddress{20, 30'000};
};

} // namespace dure::server
