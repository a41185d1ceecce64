#include "sync/server/account_copy.h"

#include <stdexcept>

namespace dure::server {

namespace {

void copyLogin(SqlSession& from, SqlSession& to, const Uuid& user)
{
    const auto found = from.query("SELECT email, name, password, created FROM \"user\" WHERE id = $1", {user});
    if (!found->next())
        throw std::runtime_error("a member without an account");
    const std::string email = found->copy(0);
    to.run("INSERT INTO login(email, \"user\") VALUES($1, $2) ON CONFLICT(email) DO NOTHING", {email, user});
    const auto login = to.query("SELECT \"user\" FROM login WHERE email = $1", {email});
    if (!login->next() || login->id(0) != user)
        throw std::runtime_error(email + " is someone else's on the other side");
    to.run("INSERT INTO \"user\"(id, email, name, password, created) VALUES($1, $2, $3, $4, $5) "
           "ON CONFLICT(id) DO NOTHING",
        {user, email, found->text(1), found->text(2), found->integer(3)});
}

void copyDevices(SqlSession& from, SqlSession& to, const Uuid& user)
{
    const auto devices
        = from.query("SELECT id, name, created, last_seen, revoked, version FROM device WHERE \"user\" = $1", {user});
    while (devices->next())
        to.run("INSERT INTO device(\"user\", id, name, created, last_seen, revoked, version) "
               "VALUES($1, $2, $3, $4, $5, $6, $7) ON CONFLICT(\"user\", id) DO NOTHING",
            {user, devices->id(0), devices->text(1), devices->integer(2), devices->integer(3),
                devices->integerOrNull(4), devices->text(5)});
    const auto tokens
        = from.query("SELECT hash, device, created, last_used, revoked FROM token WHERE \"user\" = $1", {user});
    while (tokens->next())
        to.run("INSERT INTO token(hash, \"user\", device, created, last_used, revoked) VALUES($1, $2, $3, $4, $5, $6) "
               "ON CONFLICT(hash) DO NOTHING",
            {SqlValue::ofBytes(tokens->text(0)), user, tokens->id(1), tokens->integer(2), tokens->integer(3),
                tokens->integerOrNull(4)});
}

void copySecondFactor(SqlSession& from, SqlSession& to, const Uuid& user)
{
    const auto factor
        = from.query("SELECT secret, created, confirmed, last_step FROM second_factor WHERE \"user\" = $1", {user});
    if (!factor->next())
        return;
    to.run("INSERT INTO second_factor(\"user\", secret, created, confirmed, last_step) VALUES($1, $2, $3, $4, $5) "
           "ON CONFLICT(\"user\") DO NOTHING",
        {user, SqlValue::ofBytes(factor->text(0)), factor->integer(1), factor->integerOrNull(2), factor->integer(3)});
    const auto codes = from.query("SELECT hash, used FROM recovery_code WHERE \"user\" = $1", {user});
    while (codes->next())
        to.run("INSERT INTO recovery_code(\"user\", hash, used) VALUES($1, $2, $3) "
               "ON CONFLICT(\"user\", hash) DO NOTHING",
            {user, SqlValue::ofBytes(codes->text(0)), codes->integerOrNull(1)});
}

void copyUser(SqlSession& from, SqlSession& to, const Uuid& user, const Uuid& space)
{
    copyLogin(from, to, user);
    copyDevices(from, to, user);
    copySecondFactor(from, to, user);
    const auto codes
        = from.query("SELECT hash, created, created_by, expires FROM reset_code WHERE \"user\" = $1", {user});
    if (codes->next())
        to.run("INSERT INTO reset_code(\"user\", hash, created, created_by, expires) VALUES($1, $2, $3, $4, $5) "
               "ON CONFLICT(\"user\") DO NOTHING",
            {user, SqlValue::ofBytes(codes->text(0)), codes->integer(1), codes->id(2), codes->integer(3)});
    const auto work = from.query(
        "SELECT device, last_sync, revoked FROM device_space WHERE \"user\" = $1 AND space = $2", {user, space});
    while (work->next())
        to.run("INSERT INTO device_space(\"user\", device, space, last_sync, revoked) VALUES($1, $2, $3, $4, $5) "
               "ON CONFLICT(\"user\", device, space) DO NOTHING",
            {user, work->id(0), space, work->integer(1), work->integerOrNull(2)});
}

/// Those that are over go along: a code that was used must stay used.
void copyInvites(SqlSession& from, SqlSession& to, const Uuid& space)
{
    const auto invites
        = from.query("SELECT hash, id, role, email, until, created, created_by, expires, failures, used, "
                     "ended, used_by FROM invite WHERE space = $1",
            {space});
    while (invites->next()) {
        const std::string hash = invites->copy(0);
        const auto made
            = to.run("INSERT INTO invite(hash, id, space, role, email, until, created, created_by, expires, failures, "
                     "used, ended) "
                     "VALUES($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT(hash) DO NOTHING",
                {SqlValue::ofBytes(hash), invites->id(1), space, invites->integer(2), invites->text(3),
                    invites->integerOrNull(4), invites->integer(5), invites->id(6), invites->integer(7),
                    invites->integer(8), invites->integerOrNull(9), invites->integerOrNull(10)});
        if (made == 1 && !invites->isNull(11))
            to.run("UPDATE invite SET used_by = $1 WHERE hash = $2", {invites->id(11), SqlValue::ofBytes(hash)});
    }
}

} // namespace

void copyCompanyRow(SqlSession& to, const Company& company)
{
    to.run("INSERT INTO company(id, name, business_no, phase, created) VALUES($1, $2, $3, $4, $5) "
           "ON CONFLICT(id) DO NOTHING",
        {company.id, company.name, company.businessNo, std::int64_t{company.phase}, company.created});
}

void copySpaceAccounts(SqlSession& from, SqlSession& to, const Uuid& id)
{
    const auto space = from.query("SELECT kind, name, created, company FROM space WHERE id = $1", {id});
    if (!space->next())
        throw std::runtime_error("a space without its entry");
    to.run("INSERT INTO space(id, kind, name, created) VALUES($1, $2, $3, $4) ON CONFLICT(id) DO NOTHING",
        {id, space->integer(0), space->text(1), space->integer(2)});
    if (!space->isNull(3))
        to.run("UPDATE space SET company = $1 WHERE id = $2", {space->id(3), id});
    const auto members
        = from.query("SELECT \"user\", role, grants_version, changed, until FROM membership WHERE space = $1", {id});
    while (members->next()) {
        const Uuid user = members->id(0);
        copyUser(from, to, user, id);
        to.run("INSERT INTO membership(\"user\", space, role, grants_version, changed, until) "
               "VALUES($1, $2, $3, $4, $5, $6) ON CONFLICT(\"user\", space) DO NOTHING",
            {user, id, members->integer(1), members->integer(2), members->integer(3), members->integerOrNull(4)});
    }
    copyInvites(from, to, id);
}

} // namespace dure::server
