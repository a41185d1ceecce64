#include "sync/server/passwords.h"

#include "sync/server/account_rows.h"

namespace dure::server {

using namespace protocol;

namespace {

std::unexpected<ErrorReply> refuse(ErrorCode code, std::string message)
{
    return std::unexpected(ErrorReply{code, std::move(message), 0, {}});
}

void setHash(SqlSession& db, const Uuid& user, const std::string& hash)
{
    db.run("UPDATE \"user\" SET password = $1 WHERE id = $2", {hash, user});
    db.run("DELETE FROM reset_code WHERE \"user\" = $1", {user});
}

} // namespace

std::optional<ErrorReply> Passwords::confirm(const Session& session, const std::string& password)
{
    Attempt attempt(m_byUser, session.user.toString(), m_clock.nowMs());
    if (!attempt.taken())
        return ErrorReply{ErrorCode::TooMany, "too many attempts", 0, {}};
    const auto user = m_sessions.checkPassword(session.email, password);
    if (user)
        return std::nullopt;
    attempt.countsIf(user.error().code == ErrorCode::WrongPassword);
    return user.error();
}

Answered<void> Passwords::change(const Session& session, std::string_view token, const PasswordChangeRequest& request)
{
    if (!isPassword(request.newPassword))
        return refuse(ErrorCode::WeakPassword, "a password has 8 characters at least");
    if (auto refusal = confirm(session, request.oldPassword))
        return std::unexpected(std::move(*refusal));
    const auto hash = m_sessions.hasher().hash(request.newPassword);
    if (!hash)
        return refuse(ErrorCode::Unavailable, "many are signing in; try again");
    const std::string own = tokenHash(token);
    const auto db = m_db.write();
    setHash(*db, session.user, *hash);
    db->run("UPDATE token SET revoked = $1 WHERE \"user\" = $2 AND hash <> $3 AND revoked IS NULL",
        {m_clock.nowMs(), session.user, SqlValue::ofBytes(own)});
    db->commit();
    return {};
}

bool Passwords::mayReset(SqlSession& db, const Uuid& space, const Uuid& user, std::int64_t nowMs)
{
    if (kindOf(db, space) == SpaceKind::Platform) {
        const auto there = membershipOf(db, user, space);
        return !there || there->role != Operator || !there->isLive(nowMs);
    }
    const auto there = membershipOf(db, user, space);
    return there && there->isLive(nowMs) && !isMemberElsewhere(db, user, space, nowMs);
}

ResetCodeReply Passwords::putCode(SqlSession& db, const Uuid& user, const Uuid& creator, std::int64_t nowMs)
{
    const std::string code = newPassword();
    const std::string hash = tokenHash(code);
    const ResetCodeReply reply{shownCode(code), nowMs + codeMs};
    db.run("INSERT INTO reset_code(\"user\", hash, created, created_by, expires) VALUES($1, $2, $3, $4, $5) "
           "ON CONFLICT(\"user\") DO UPDATE SET hash = excluded.hash, created = excluded.created, "
           "created_by = excluded.created_by, expires = excluded.expires",
        {user, SqlValue::ofBytes(hash), nowMs, creator, reply.expires});
    return reply;
}

Answered<ResetCodeReply> Passwords::makeCode(const Uuid& space, const Uuid& creator, const std::string& email)
{
    const std::int64_t now = m_clock.nowMs();
    const auto db = m_db.write();
    const auto user = userIdOf(*db, normaliseEmail(email).value_or(""));
    if (!user || !mayReset(*db, space, *user, now))
        return refuse(ErrorCode::Forbidden, "not a user whose password is reset here");
    const ResetCodeReply reply = putCode(*db, *user, creator, now);
    db->commit();
    return reply;
}

std::optional<ResetCodeReply> Passwords::makeCodeFor(const std::string& email)
{
    const auto db = m_db.write();
    const auto user = userIdOf(*db, normaliseEmail(email).value_or(""));
    if (!user)
        return std::nullopt;
    const ResetCodeReply reply = putCode(*db, *user, Uuid{}, m_clock.nowMs());
    db->commit();
    return reply;
}

Answered<void> Passwords::reset(const PasswordResetRequest& request, const std::string& address)
{
    if (!isPassword(request.newPassword))
        return refuse(ErrorCode::WeakPassword, "a password has 8 characters at least");
    const std::int64_t now = m_clock.nowMs();
    const std::string email = normaliseEmail(request.email).value_or("");
    Attempt byEmail(m_byEmail, email, now);
    Attempt byAddress(m_byAddress, networkOf(address), now);
    if (!byEmail.taken() || !byAddress.taken())
        return refuse(ErrorCode::TooMany, "too many attempts");
    const auto hash = m_sessions.hasher().hash(request.newPassword);
    if (!hash)
        return refuse(ErrorCode::Unavailable, "many are signing in; try again");
    const std::string given = tokenHash(typedCode(request.code));
    const auto db = m_db.write();
    const Uuid user = userIdOf(*db, email).value_or(Uuid{});
    const auto taken = db->run("DELETE FROM reset_code WHERE \"user\" = $1 AND hash = $2 AND expires > $3",
        {user, SqlValue::ofBytes(given), now});
    if (taken != 1) {
        byEmail.counts();
        byAddress.counts();
        return refuse(ErrorCode::WrongCode, "the code is wrong or over");
    }
    setHash(*db, user, *hash);
    endTokens(*db, user, now);
    db->commit();
    return {};
}

} // namespace dure::server
