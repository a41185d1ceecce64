#include "sync/server/second_factors.h"

#include "sync/server/account_rows.h"
#include "sync/server/secrets.h"
#include "sync/server/totp.h"

namespace dure::server {

using protocol::ErrorCode;
using protocol::ErrorReply;

std::optional<SecondFactors::Kept> SecondFactors::kept(const Uuid& user)
{
    const auto db = m_db.read();
    const auto found = db->query("SELECT secret, confirmed, last_step FROM second_factor WHERE \"user\" = $1", {user});
    if (!found->next())
        return std::nullopt;
    return Kept{found->copy(0), !found->isNull(1), found->integer(2)};
}

bool SecondFactors::isOn(const Uuid& user)
{
    const auto factor = kept(user);
    return factor && factor->isOn;
}

/// Two who present the same code at once: the step is taken by one.
bool SecondFactors::useCode(const Uuid& user, const Kept& factor, const std::string& code)
{
    const auto step = matchTotp(factor.secret, typedCode(code), m_clock.nowMs(), factor.lastStep);
    if (!step)
        return false;
    const auto db = m_db.write();
    if (db->run("UPDATE second_factor SET last_step = $1 WHERE \"user\" = $2 AND last_step < $1", {*step, user}) != 1)
        return false;
    db->commit();
    return true;
}

bool SecondFactors::useRecoveryCode(const Uuid& user, const std::string& code)
{
    const std::string hash = tokenHash(typedCode(code));
    const auto db = m_db.write();
    if (db->run("UPDATE recovery_code SET used = $1 WHERE \"user\" = $2 AND hash = $3 AND used IS NULL",
            {m_clock.nowMs(), user, SqlValue::ofBytes(hash)})
        != 1)
        return false;
    db->commit();
    return true;
}

std::optional<ErrorReply> SecondFactors::check(const Uuid& user, const std::string& code)
{
    const auto factor = kept(user);
    if (!factor || !factor->isOn)
        return std::nullopt;
    if (code.empty())
        return ErrorReply{ErrorCode::SecondFactor, "the code of the second factor is needed", 0, {}};
    Attempt attempt(m_byUser, user.toString(), m_clock.nowMs());
    if (!attempt.taken())
        return ErrorReply{ErrorCode::TooMany, "too many codes", 0, {}};
    if (useCode(user, *factor, code) || useRecoveryCode(user, code))
        return std::nullopt;
    attempt.counts();
    return ErrorReply{ErrorCode::SecondFactor, "this code is wrong or used up", 0, {}};
}

std::expected<protocol::SecondFactorReply, ErrorReply> SecondFactors::begin(const Uuid& user, const std::string& email)
{
    const std::string secret = newTotpSecret();
    const auto db = m_db.write();
    const auto changed = db->run(
        "INSERT INTO second_factor(\"user\", secret, created, last_step) VALUES($1, $2, $3, 0) "
        "ON CONFLICT(\"user\") DO UPDATE SET secret = excluded.secret, created = excluded.created, last_step = 0 "
        "WHERE second_factor.confirmed IS NULL",
        {user, SqlValue::ofBytes(secret), m_clock.nowMs()});
    if (changed != 1)
        return std::unexpected(ErrorReply{ErrorCode::Already, "a second factor is on already", 0, {}});
    db->commit();
    return protocol::SecondFactorReply{base32(secret), totpUri(secret, email)};
}

std::expected<protocol::RecoveryCodesReply, ErrorReply> SecondFactors::confirm(
    const Uuid& user, const std::string& code)
{
    const auto factor = kept(user);
    if (!factor || factor->isOn)
        return std::unexpected(ErrorReply{ErrorCode::Already, "nothing waits to be confirmed", 0, {}});
    Attempt attempt(m_byUser, user.toString(), m_clock.nowMs());
    if (!attempt.taken())
        return std::unexpected(ErrorReply{ErrorCode::TooMany, "too many codes", 0, {}});
    if (!useCode(user, *factor, code)) {
        attempt.counts();
        return std::unexpected(ErrorReply{ErrorCode::WrongCode, "this code is wrong", 0, {}});
    }
    protocol::RecoveryCodesReply reply;
    const auto db = m_db.write();
    db->run("UPDATE second_factor SET confirmed = $1 WHERE \"user\" = $2", {m_clock.nowMs(), user});
    db->run("DELETE FROM recovery_code WHERE \"user\" = $1", {user});
    for (int i = 0; i < recoveryCodes; ++i) {
        const std::string recovery = newPassword();
        const std::string hash = tokenHash(recovery);
        db->run("INSERT INTO recovery_code(\"user\", hash) VALUES($1, $2)", {user, SqlValue::ofBytes(hash)});
        reply.codes.push_back(shownCode(recovery));
    }
    db->commit();
    return reply;
}

void SecondFactors::remove(const Uuid& user)
{
    const auto db = m_db.write();
    db->run("DELETE FROM second_factor WHERE \"user\" = $1", {user});
    db->run("DELETE FROM recovery_code WHERE \"user\" = $1", {user});
    db->commit();
}

} // namespace dure::server
