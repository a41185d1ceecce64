#include "sync/server/sessions.h"

#include "sync/server/secrets.h"

namespace dure::server {

using protocol::ErrorCode;
using protocol::ErrorReply;

namespace {

constexpr std::int64_t hourMs = 3'600'000;
constexpr int maxWaitingForHash = 4;

/// Gives an attempt back unless it was kept as a failure.
class Attempt
{
public:
    Attempt(RateLimiter& limiter, std::string key, std::int64_t nowMs)
        : m_limiter(limiter)
        , m_key(std::move(key))
        , m_taken(limiter.take(m_key, nowMs))
    { }
    ~Attempt()
    {
        if (m_taken && !m_counts)
            m_limiter.giveBack(m_key);
    }
    Attempt(const Attempt&) = delete;
    Attempt& operator=(const Attempt&) = delete;
    bool taken() const { return m_taken; }
    void counts() { m_counts = true; }

private:
    RateLimiter& m_limiter;
    std::string m_key;
    bool m_taken;
    bool m_counts = false;
};

/// A network of IPv6 is one customer's; its single addresses are free for the taking.
std::string limitKey(const std::string& address)
{
    if (address.find(':') == std::string::npos)
        return address;
    std::size_t end = 0;
    for (int groups = 0; groups < 4 && end != std::string::npos; ++groups)
        end = address.find(':', end + 1);
    return address.substr(0, end);
}

} // namespace

std::expected<SignedIn, ErrorReply> Sessions::signIn(const protocol::SignInRequest& request, const std::string& address)
{
    const std::string email = normaliseEmail(request.email).value_or("");
    const std::int64_t now = m_clock.nowMs();
    Attempt byEmail(m_byEmail, email, now);
    Attempt byAddress(m_byAddress, limitKey(address), now);
    if (!byEmail.taken() || !byAddress.taken())
        return std::unexpected(ErrorReply{ErrorCode::TooMany, "too many attempts to sign in", 0, {}});
    const std::optional<Account> known = account(email);
    const std::optional<bool> right = verify(known ? known->hash : m_nobodysHash, request.password);
    if (!right)
        return std::unexpected(ErrorReply{ErrorCode::Unavailable, "many are signing in; try again", 0, {}});
    if (!known || !*right) {
        byEmail.counts();
        byAddress.counts();
        return std::unexpected(ErrorReply{ErrorCode::WrongPassword, "wrong e-mail or password", 0, {}});
    }
    if (isRevoked(known->id, request.device))
        return std::unexpected(ErrorReply{ErrorCode::Forbidden, "this device was revoked", 0, {}});
    return begin(*known, request);
}

Sessions::Sessions(AccountsDatabase& db, const Clock& clock)
    : m_db(db)
    , m_clock(clock)
    , m_nobodysHash(hashPassword(newToken()).value_or(""))
{ }

std::optional<bool> Sessions::verify(const std::string& hash, const std::string& password)
{
    if (m_waiting.fetch_add(1) >= maxWaitingForHash) {
        m_waiting.fetch_sub(1);
        return std::nullopt;
    }
    m_hashing.acquire();
    const bool right = verifyPassword(hash, password);
    m_hashing.release();
    m_waiting.fetch_sub(1);
    return right;
}

std::optional<Sessions::Account> Sessions::account(const std::string& email)
{
    const auto db = m_db.read();
    const auto login = db->query("SELECT \"user\" FROM login WHERE email = $1", {email});
    if (!login->next())
        return std::nullopt;
    const auto found = db->query("SELECT id, name, email, password FROM \"user\" WHERE id = $1", {login->id(0)});
    if (!found->next())
        return std::nullopt;
    return Account{found->id(0), found->copy(1), found->copy(2), found->copy(3)};
}

bool Sessions::isRevoked(const Uuid& user, const Uuid& device)
{
    const auto db = m_db.read();
    return db->query("SELECT id FROM device WHERE \"user\" = $1 AND id = $2 AND revoked IS NOT NULL", {user, device})
        ->next();
}

SignedIn Sessions::begin(const Account& account, const protocol::SignInRequest& request)
{
    const std::int64_t now = m_clock.nowMs();
    SignedIn signedIn{newToken(),
        {account.id, account.name, account.email, request.device, request.deviceName, SessionState::Active}};
    const std::string hash = tokenHash(signedIn.token);
    const auto db = m_db.write();
    db->run("INSERT INTO device(\"user\", id, name, created, last_seen) VALUES($1, $2, $3, $4, $4) "
            "ON CONFLICT(\"user\", id) DO UPDATE SET name = excluded.name, last_seen = excluded.last_seen",
        {account.id, request.device, request.deviceName, now});
    db->run("INSERT INTO token(hash, \"user\", device, created, last_used) VALUES($1, $2, $3, $4, $4)",
        {SqlValue::ofBytes(hash), account.id, request.device, now});
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
        if (!held->isNull(3) || !found->isNull(3))
            session.state = SessionState::Revoked;
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
