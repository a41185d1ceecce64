#pragma once
#include "sync/server/members.h"
#include "sync/server/sessions.h"

#include <variant>

namespace dure::server {

/// Invitations by code. Whoever makes one learns nothing of whether the e-mail has an account; whoever joins proves the
/// account's password, so that a grant to a coordinator's e-mail cannot be taken up by somebody else. Safe from any
/// thread; what AccountsDatabase throws comes through.
class Invites
{
public:
    static constexpr int maxFailures = 5; ///< with a code that is right; it is void then

    Invites(AccountsDatabase& db, const Clock& clock, RandomSource& random, Sessions& sessions)
        : m_db(db)
        , m_clock(clock)
        , m_random(random)
        , m_sessions(sessions)
    { }

    Answered<protocol::InviteReply> invite(
        const Uuid& space, const Uuid& creator, const protocol::InviteRequest& request);
    protocol::InvitesReply list(const Uuid& space); ///< newest first, also those that are over
    /// NotFound: not of this space, or over already.
    Answered<void> end(const Uuid& space, const Uuid& invite);

    /// One answer (WrongCode), after as long a time, for a code that is wrong, used or over, that is another e-mail's,
    /// and for a password that is not the account's.
    Answered<SignedIn> join(const protocol::JoinRequest& request, const std::string& address);

private:
    struct Usable
    {
        std::string hash;
        Uuid space;
        RoleGrant grant;
    };
    std::optional<Usable> usable(const std::string& code, const std::string& email);
    void countFailure(const std::string& code);
    /// The account there is, or a new one's password as a hash.
    using Joiner = std::variant<Uuid, std::string>;
    Answered<Joiner> whoJoins(const protocol::JoinRequest& request, const std::string& email, bool isUsable);
    Answered<Uuid> takeUp(
        const Usable& invite, const Joiner& who, const protocol::JoinRequest& request, const std::string& email);

    AccountsDatabase& m_db;
    const Clock& m_clock;
    RandomSource& m_random;
    Sessions& m_sessions;
    RateLimiter m_byAddress{20, 30'000};
};

} // namespace dure::server
