#include "sync/server/sessions.h"

#include "sync/server/accounts_sql.h"
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
    auto db = m_db.reader();
    auto found = db->prepare("SELECT id, name, email, password FROM user WHERE email = ?");
    found->bind(1, email);
    if (!found->step())
        return std::nullopt;
    return Account{
        uuidAt(*found, 0), std::string(found->text(1)), std::string(found->text(2)), std::string(found->text(3))};
}

bool Sessions::isRevoked(const Uuid& user, const Uuid& device)
{
    auto db = m_db.reader();
    auto found = db->prepare("SELECT 1 FROM device WHERE user = ? AND id = ? AND revoked IS NOT NULL");
    found->bindAll(blobOf(user), blobOf(device));
    return found->step();
}

SignedIn Sessions::begin(const Account& account, const protocol::SignInRequest& request)
{
    const std::int64_t now = m_clock.nowMs();
    SignedIn signedIn{newToken(),
        {account.id, account.name, account.email, request.device, request.deviceName, SessionState::Active}};
    const std::string hash = tokenHash(signedIn.token);
    auto db = m_db.writer();
    sqlite::Transaction transaction(*db);
    db->prepare("INSERT INTO device(user, id, name, created, last_seen) VALUES(?1, ?2, ?3, ?4, ?4) "
                "ON CONFLICT DO UPDATE SET name = excluded.name, last_seen = excluded.last_seen")
        ->bindAll(blobOf(account.id), blobOf(request.device), request.deviceName, now)
        .run();
    db->prepare("INSERT INTO token(hash, user, device, created, last_used) VALUES(?1, ?2, ?3, ?4, ?4)")
        ->bindAll(sqlite::Blob{hash.data(), hash.size()}, blobOf(account.id), blobOf(request.device), now)
        .run();
    transaction.commit();
    return signedIn;
}

std::optional<Session> Sessions::find(std::string_view token)
{
    if (token.size() != 64)
        return std::nullopt;
    const std::string hash = tokenHash(token);
    const sqlite::Blob key{hash.data(), hash.size()};
    const std::int64_t now = m_clock.nowMs();
    std::int64_t lastUsed = 0;
    Session session;
    {
        auto db = m_db.reader();
        auto found = db->prepare("SELECT t.user, u.name, u.email, t.device, d.name, t.last_used, "
                                 "t.revoked IS NOT NULL OR d.revoked IS NOT NULL FROM token t "
                                 "JOIN user u ON u.id = t.user JOIN device d ON d.user = t.user AND d.id = t.device "
                                 "WHERE t.hash = ?");
        found->bind(1, key);
        if (!found->step())
            return std::nullopt;
        session = {uuidAt(*found, 0), std::string(found->text(1)), std::string(found->text(2)), uuidAt(*found, 3),
            std::string(found->text(4)), SessionState::Active};
        lastUsed = found->integer(5);
        if (found->integer(6) != 0)
            session.state = SessionState::Revoked;
        else if (now - lastUsed > idleDays * 24 * hourMs)
            session.state = SessionState::Expired;
    }
    if (session.state == SessionState::Active && now - lastUsed > hourMs) {
        try { // once an hour at most; a full disk must not keep anyone from reading
            auto db = m_db.writer();
            sqlite::Transaction transaction(*db);
            db->prepare("UPDATE token SET last_used = ? WHERE hash = ?")->bindAll(now, key).run();
            db->prepare("UPDATE device SET last_seen = ? WHERE user = ? AND id = ?")
                ->bindAll(now, blobOf(session.user), blobOf(session.device))
                .run();
            transaction.commit();
        } catch (const sqlite::Failure&) { // tried again with the next request
        }
    }
    return session;
}

void Sessions::signOut(std::string_view token)
{
    const std::string hash = tokenHash(token);
    auto db = m_db.writer();
    db->prepare("UPDATE token SET revoked = ? WHERE hash = ? AND revoked IS NULL")
        ->bindAll(m_clock.nowMs(), sqlite::Blob{hash.data(), hash.size()})
        .run();
}

} // namespace dure::server
