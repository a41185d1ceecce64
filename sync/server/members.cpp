#include "sync/server/members.h"

#include "core/domain/access.h"
#include "sync/server/account_rows.h"

#include <bit>

namespace dure::server {

using protocol::ErrorCode;
using protocol::ErrorReply;

namespace {

constexpr std::int64_t yearMs = 366LL * 24 * 3'600'000;

} // namespace

std::optional<ErrorReply> unfitRole(SpaceKind kind, std::uint8_t role, std::int64_t until, std::int64_t nowMs)
{
    if (!std::has_single_bit(role) || (rolesIn(kind) & role) == 0)
        return ErrorReply{ErrorCode::BadRequest, "there is no such role in this space", 0, {}};
    if (needsEnd(role, kind) && (until <= nowMs || until > nowMs + yearMs))
        return ErrorReply{ErrorCode::BadRequest, "a coordinator's access ends within a year: until", 0, {}};
    if (!needsEnd(role, kind) && until != 0)
        return ErrorReply{ErrorCode::BadRequest, "only a coordinator's access has an end", 0, {}};
    return std::nullopt;
}

protocol::MembersReply Members::list(const Uuid& space)
{
    const auto db = m_db.read();
    const auto found = db->query("SELECT u.id, u.email, u.name, m.role, m.until, m.changed, f.confirmed "
                                 "FROM membership m JOIN \"user\" u ON u.id = m.\"user\" "
                                 "LEFT JOIN second_factor f ON f.\"user\" = m.\"user\" "
                                 "WHERE m.space = $1 AND m.role <> 0 AND (m.until IS NULL OR m.until > $2) "
                                 "ORDER BY m.role, u.name, u.email",
        {space, m_clock.nowMs()});
    protocol::MembersReply reply;
    while (found->next())
        reply.members.push_back(
            {found->id(0), found->copy(1), found->copy(2), static_cast<std::uint8_t>(found->integer(3)),
                found->integerOrNull(4).value_or(0), found->integer(5), !found->isNull(6)});
    return reply;
}

Answered<void> Members::setRole(const Uuid& space, const Uuid& user, const protocol::RoleRequest& request)
{
    const std::int64_t now = m_clock.nowMs();
    const auto db = m_db.write();
    const SpaceKind kind = kindOf(*db, space).value_or(SpaceKind::Company);
    if (request.role != 0)
        if (auto unfit = unfitRole(kind, request.role, request.until, now))
            return std::unexpected(std::move(*unfit));
    const auto before = membershipOf(*db, user, space);
    if (!before || !before->isLive(now))
        return std::unexpected(ErrorReply{ErrorCode::Forbidden, "no member of this space", 0, {}});
    const std::uint8_t keeper = kind == SpaceKind::Platform ? Operator : Owner;
    if (before->role == keeper && request.role != keeper && !hasOtherKeeper(*db, kind, space, user, now))
        return std::unexpected(ErrorReply{ErrorCode::LastOwner, "somebody else has to take this over first", 0, {}});
    putMembership(
        *db, user, space, {request.role, request.until == 0 ? std::nullopt : std::optional(request.until)}, now);
    db->commit();
    return {};
}

std::string Members::nameOf(const Uuid& user)
{
    const auto db = m_db.read();
    const auto found = userById(*db, user);
    return found ? found->name : std::string();
}

} // namespace dure::server
