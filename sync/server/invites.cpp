#include "sync/server/invites.h"

#include "sync/server/account_rows.h"

#include <algorithm>

namespace dure::server {

using namespace protocol;

namespace {

constexpr std::int64_t dayMs = 24LL * 3'600'000;

std::unexpected<ErrorReply> refuse(ErrorCode code, std::string message)
{
    return std::unexpected(ErrorReply{code, std::move(message), 0, {}});
}

std::unexpected<ErrorReply> wrongCode()
{
    return refuse(ErrorCode::WrongCode, "the code is wrong or over, or does not belong to this e-mail and password");
}

InviteState stateAt(const SqlRows& row, std::int64_t nowMs)
{
    if (!row.isNull(7))
        return InviteState::Used;
    if (!row.isNull(8) || row.integer(9) >= Invites::maxFailures)
        return InviteState::Ended;
    return row.integer(6) <= nowMs ? InviteState::Expired : InviteState::Waiting;
}

} // namespace

Answered<InviteReply> Invites::invite(const Uuid& space, const Uuid& creator, const InviteRequest& request)
{
    const std::int64_t now = m_clock.nowMs();
    const auto email = request.email.empty() ? std::optional(std::string()) : normaliseEmail(request.email);
    if (!email)
        return refuse(ErrorCode::BadRequest, "that is no e-mail address");
    if (request.validDays < 1 || request.validDays > 30)
        return refuse(ErrorCode::BadRequest, "a code is valid for 1 to 30 days");
    const std::string code = newPassword();
    const std::string hash = tokenHash(code);
    InviteReply reply{makeUuidV7(now, m_random), shownCode(code), now + request.validDays * dayMs};
    const auto db = m_db.write();
    if (auto unfit = unfitRole(kindOf(*db, space).value_or(SpaceKind::Company), request.role, request.until, now))
        return std::unexpected(std::move(*unfit));
    if (request.role == Coordinator && request.until != 0 && email->empty())
        return refuse(ErrorCode::BadRequest, "a coordinator is let in by e-mail");
    db->run("INSERT INTO invite(hash, id, space, role, email, until, created, created_by, expires, failures) "
            "VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, 0)",
        {SqlValue::ofBytes(hash), reply.invite, space, std::int64_t{request.role}, *email,
            request.until == 0 ? std::nullopt : std::optional(request.until), now, creator, reply.expires});
    db->commit();
    return reply;
}

InvitesReply Invites::list(const Uuid& space)
{
    const std::int64_t now = m_clock.nowMs();
    const auto db = m_db.read();
    const auto found
        = db->query("SELECT i.id, i.role, i.email, i.until, i.created, u.name, i.expires, i.used, i.ended, "
                    "i.failures FROM invite i LEFT JOIN \"user\" u ON u.id = i.created_by "
                    "WHERE i.space = $1 ORDER BY i.created DESC, i.id LIMIT 500",
            {space});
    InvitesReply reply;
    while (found->next())
        reply.invites.push_back({found->id(0), static_cast<std::uint8_t>(found->integer(1)), found->copy(2),
            found->integerOrNull(3).value_or(0), found->integer(4), found->isNull(5) ? std::string() : found->copy(5),
            found->integer(6), stateAt(*found, now)});
    return reply;
}

Answered<void> Invites::end(const Uuid& space, const Uuid& invite)
{
    const auto db = m_db.write();
    if (db->run("UPDATE invite SET ended = $1 WHERE space = $2 AND id = $3 AND used IS NULL AND ended IS NULL",
            {m_clock.nowMs(), space, invite})
        != 1)
        return refuse(ErrorCode::NotFound, "no such invitation waits");
    db->commit();
    return {};
}

std::optional<Invites::Usable> Invites::usable(const std::string& code, const std::string& email)
{
    const std::string hash = tokenHash(code);
    const auto db = m_db.read();
    const auto found = db->query("SELECT space, role, until FROM invite WHERE hash = $1 AND used IS NULL "
                                 "AND ended IS NULL AND expires > $2 AND failures < 5 AND (email = '' OR email = $3)",
        {SqlValue::ofBytes(hash), m_clock.nowMs(), email});
    if (!found->next())
        return std::nullopt;
    return Usable{hash, found->id(0), {static_cast<std::uint8_t>(found->integer(1)), found->integerOrNull(2)}};
}

void Invites::countFailure(const std::string& code)
{
    const std::string hash = tokenHash(code);
    const auto db = m_db.write();
    db->run("UPDATE invite SET failures = failures + 1 WHERE hash = $1", {SqlValue::ofBytes(hash)});
    db->commit();
}

/// Hashes or verifies once, whatever is right or wrong.
Answered<Invites::Joiner> Invites::whoJoins(const JoinRequest& request, const std::string& email, bool isUsable)
{
    const bool isKnown = userIdOf(*m_db.read(), email).has_value();
    if (isUsable && !isKnown) {
        auto hash = m_sessions.hasher().hash(request.password);
        if (!hash)
            return refuse(ErrorCode::Unavailable, "many are signing in; try again");
        return Joiner(std::move(*hash));
    }
    const auto user = m_sessions.checkPassword(email, request.password);
    if (!user)
        return user.error().code == ErrorCode::WrongPassword ? Answered<Joiner>(wrongCode())
                                                             : std::unexpected(user.error());
    if (!isUsable)
        return wrongCode();
    if (m_sessions.isRevoked(*user, request.device))
        return refuse(ErrorCode::Forbidden, "this device was revoked");
    if (auto refusal = m_sessions.secondFactors().check(*user, request.secondFactor))
        return std::unexpected(std::move(*refusal));
    return Joiner(*user);
}

Answered<Uuid> Invites::takeUp(
    const Usable& invite, const Joiner& who, const JoinRequest& request, const std::string& email)
{
    const std::int64_t now = m_clock.nowMs();
    const auto* known = std::get_if<Uuid>(&who);
    const User user{known ? *known : makeUuidV7(now, m_random), email, request.name, now};
    const auto db = m_db.write();
    const auto taken = db->run("UPDATE invite SET used = $1, used_by = $2 WHERE hash = $3 AND used IS NULL "
                               "AND ended IS NULL AND expires > $1 AND failures < 5",
        {now, user.id, SqlValue::ofBytes(invite.hash)});
    if (taken != 1)
        return wrongCode(); // somebody else was first
    if (known && membershipOf(*db, user.id, invite.space).value_or(Membership{}).isLive(now))
        return refuse(ErrorCode::Already, "a member already; the code stays good");
    if (!known && userIdOf(*db, email))
        return wrongCode(); // the account was made a moment ago
    if (!known)
        addUserRow(*db, user, std::get<std::string>(who));
    putMembership(*db, user.id, invite.space, {invite.grant.role, invite.grant.until}, now);
    db->run("UPDATE device_space SET revoked = NULL WHERE \"user\" = $1 AND device = $2 AND space = $3",
        {user.id, request.device, invite.space});
    db->commit();
    return user.id;
}

Answered<SignedIn> Invites::join(const JoinRequest& request, const std::string& address)
{
    const auto email = normaliseEmail(request.email);
    if (!email)
        return refuse(ErrorCode::BadRequest, "that is no e-mail address");
    if (!isName(request.name))
        return refuse(ErrorCode::BadRequest, "a name is needed");
    if (!isPassword(request.password))
        return refuse(ErrorCode::WeakPassword, "a password has 8 characters at least");
    Attempt attempt(m_byAddress, networkOf(address), m_clock.nowMs());
    if (!attempt.taken())
        return refuse(ErrorCode::TooMany, "too many attempts to join");
    const std::string code = typedCode(request.code);
    const auto invite = usable(code, *email);
    const auto who = whoJoins(request, *email, invite.has_value());
    if (!who) {
        attempt.countsIf(who.error().code == ErrorCode::WrongCode);
        if (who.error().code == ErrorCode::WrongCode)
            countFailure(code);
        return std::unexpected(who.error());
    }
    const auto user = takeUp(*invite, *who, request, *email);
    if (!user)
        return std::unexpected(user.error());
    return m_sessions.begin(*user, request.device, request.deviceName);
}

} // namespace dure::server
