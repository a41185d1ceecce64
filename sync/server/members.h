#pragma once
#include "sync/protocol/account_messages.h"
#include "sync/server/accounts.h"

namespace dure::server {

template <class T> using Answered = std::expected<T, protocol::ErrorReply>;

/// Members of a space and their roles, as those who may decide of them see it. The caller has checked the right. Safe
/// from any thread; what AccountsDatabase throws comes through.
class Members
{
public:
    Members(AccountsDatabase& db, const Clock& clock)
        : m_db(db)
        , m_clock(clock)
    { }

    protocol::MembersReply list(const Uuid& space);
    /// Another role, another end, or none at all. Forbidden: nobody of this space (whether or not there is such a
    /// user); LastOwner: the space would be left without one.
    Answered<void> setRole(const Uuid& space, const Uuid& user, const protocol::RoleRequest& request);
    std::string nameOf(const Uuid& user); ///< empty: nobody

private:
    AccountsDatabase& m_db;
    const Clock& m_clock;
};

/// Why this role cannot be given in a space of this kind until then, or nothing: each kind has its roles, and a
/// coordinator is let into a company for a time only, of a year at most.
std::optional<protocol::ErrorReply> unfitRole(
    SpaceKind kind, std::uint8_t role, std::int64_t until, std::int64_t nowMs);

} // namespace dure::server
