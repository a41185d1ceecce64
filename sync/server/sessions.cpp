#include "sync/server/sessions.h"

#include "sync/server/account_rows.h"

namespace dure::server {

using protocol::ErrorCode;
using protocol::ErrorReply;

namespace {

constexpr std::int64_t hourMs = 3'600'000;

} // namespace

Sessions::Sessions(AccountsDatabase& db, const Clock& clock)
    : m_db(db)
    , m_clock(clock)
    , m_secondFactors(db, clock)
{ }

std::expected<SignedIn, ErrorReply> Sessions::signIn(const protocol::SignInRequest& request, const std::string& address)
{
    const std::string email = normaliseEmail(request.email).value_or("");
    const std::int64_t now = m_clock.nowMs();
    Attempt byEmail(m_byEmail, email, now);
    Attempt byAddress(m_byAddress, networkOf(address), now);
    if (!byEmail.taken() || !byAddress.taken())
        return std::unexpected(ErrorReply{ErrorCode::TooMany, "too many attempts to sign in", 0, {}});
    const auto known = checkPassword(email, request.password);
    if (!known) {
        byEmail.countsIf(known.error().code == ErrorCode::WrongPassword);
        byAddress.countsIf(known.error().code == ErrorCode::WrongPassword);
        return std::unexpected(known.error());
    }
    if (isRevoked(*known, request.device))
        return std::unexpected(ErrorReply{ErrorCode::Forbidden, "this device was revoked", 0, {}});
    if (auto refusal = m_secondFactors.check(*known, request.code))
        return std::unexpected(std::move(*refusal));
    return begin(*known, request.device, request.deviceName);
}

std::expected<Uuid, ErrorReply> Sessions::checkPassword(const std::string& email, const std::string& password)
{
    std::optional<Uuid> user;
    std::string hash = m_hasher.nobodysHash();
    {
        const auto db = m_db.read();
        user = userIdOf(*db, email);
        if (user)
            if (const auto found = db->query("SELECT password FROM \"user\" WHERE id = $1", {*user}); found->next())
                hash = found->copy(0);
    }
    const std::optional<bool> isRight = m_hasher.verify(hash, password);
    if (!isRight)
        return std::unexpected(ErrorReply{ErrorCode::Unavailable, "many are signing in; try again", 0, {}});
    if (!user || !*isRight)
        return std::unexpected(ErrorReply{ErrorCode::WrongPassword, "wrong e-mail or password", 0, {}});
    return *user;
}

bool Sessions::isRevoked(const Uuid& user, const Uuid& device)
{
    const auto db = m_db.read();
    return db->query("SELECT id FROM device WHERE \"user\" = $1 AND id = $2 AND revoked IS NOT NULL", {user, device})
        ->next();
}

SignedIn Sessions::begin(const Uuid& userId, const Uuid& device, const std::string& deviceName)
{
    const std::int64_t now = m_clock.nowMs();
    SignedIn signedIn{newToken(), {userId, {}, {}, device, deviceName, SessionState::Active}};
    const std::string hash = tokenHash(signedIn.token);
    const auto db = m_db.write();
    if (const auto user = userById(*db, userId)) {
        signedIn.session.userName = user->name;
        signedIn.session.email = user->email;
    }
    db->run("INSERT INTO device(\"user\", id, name, created, last_seen) VALUES($1, $2, $3, $4, $4) "
            "ON CONFLICT(\"user\", id) DO UPDATE SET name = excluded.name, last_seen = excluded.last_seen",
        {userId, device, deviceName, now});
    db->run("INSERT INTO token(hash, \"user\", device, created, last_used) VALUES($1, $2, $3, $4, $4)",
        {SqlValue::ofBytes(hash), userId, device, now});
    db->commit();
    return signedIn;
}

/// By its own key first and by its user's then, so that both may lie in different databases.
std::optional<Session> Sessions::find(std::string_view token)
{
    if (token.size() != 64)
        return std::nullopt;
    const std::string hash = tokenHash(token);
    const SqlValue key = SqlValue::ofBytes(hash);
    const std::int64_t now = m_clock.nowMs();
    std::int64_t lastUsed = 0;
    Session session;
    {
        const auto db = m_db.read();
        const auto held = db->query("SELECT \"user\", device, last_used, revoked FROM token WHERE hash = $1", {key});
        if (!held->next())
            return std::nullopt;
        session.user = held->id(0);
        session.device = held->id(1);
        lastUsed = held->integer(2);
        const auto found = db->query("SELECT u.name, u.email, d.name, d.revoked FROM \"user\" u "
                                     "JOIN device d ON d.\"user\" = u.id WHERE u.id = $1 AND d.id = $2",
            {session.user, session.device});
        if (!found->next())
            return std::nullopt;
        session.userName = found->copy(0);
        session.email = found->copy(1);
        session.deviceName = found->copy(2);
        if (!found->isNull(3))
            session.state = SessionState::Revoked;
        else if (!held->isNull(3))
            session.state = SessionState::Ended;
        else if (now - lastUsed > idleDays * 24 * hourMs)
            session.state = SessionState::Expired;
    }
    if (session.state == SessionState::Active && now - lastUsed > hourMs) {
        try { // once an hour at most; a full disk must not keep anyone from reading
            const auto db = m_db.write();
            db->run("UPDATE token SET last_used = $1 WHERE hash = $2", {now, key});
            db->run("UPDATE device SET last_seen = $1 WHERE \"user\" = $2 AND id = $3",
                {now, session.user, session.device});
            db->commit();
        } catch (const std::runtime_error&) { // tried again with the next request
        }
    }
    return session;
}

void Sessions::signOut(std::string_view token)
{
    const std::string hash = tokenHash(token);
    const auto db = m_db.write();
    db->run("UPDATE token SET revoked = $1 WHERE hash = $2 AND revoked IS NULL",
        {m_clock.nowMs(), SqlValue::ofBytes(hash)});
    db->commit();
}

} // namespace dure::server
