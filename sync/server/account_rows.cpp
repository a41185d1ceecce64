#include "sync/server/account_rows.h"

namespace dure::server {

namespace {

std::optional<User> userAt(SqlRows& found)
{
    if (!found.next())
        return std::nullopt;
    return User{found.id(0), found.copy(1), found.copy(2), found.integer(3)};
}

} // namespace

std::optional<Uuid> userIdOf(SqlSession& db, const std::string& email)
{
    const auto found = db.query("SELECT \"user\" FROM login WHERE email = $1", {email});
    return found->next() ? std::optional(found->id(0)) : std::nullopt;
}

std::optional<User> userById(SqlSession& db, const Uuid& user)
{
    return userAt(*db.query("SELECT id, email, name, created FROM \"user\" WHERE id = $1", {user}));
}

std::optional<User> userByEmail(SqlSession& db, const std::string& email)
{
    const auto id = userIdOf(db, email);
    return id ? userById(db, *id) : std::nullopt;
}

std::optional<Membership> membershipOf(SqlSession& db, const Uuid& user, const Uuid& space)
{
    const auto found = db.query("SELECT role, until FROM membership WHERE \"user\" = $1 AND space = $2", {user, space});
    if (!found->next())
        return std::nullopt;
    return Membership{static_cast<std::uint8_t>(found->integer(0)), found->integerOrNull(1)};
}

void putMembership(
    SqlSession& db, const Uuid& user, const Uuid& space, const Membership& membership, std::int64_t nowMs)
{
    db.run(
        "INSERT INTO membership(\"user\", space, role, grants_version, changed, until) VALUES($1, $2, $3, 1, $4, $5) "
        "ON CONFLICT(\"user\", space) DO UPDATE SET role = excluded.role, "
        "grants_version = membership.grants_version + 1, changed = excluded.changed, until = excluded.until",
        {user, space, std::int64_t{membership.role}, nowMs, membership.until});
}

std::optional<SpaceKind> kindOf(SqlSession& db, const Uuid& space)
{
    const auto found = db.query("SELECT kind FROM space WHERE id = $1", {space});
    return found->next() ? std::optional(static_cast<SpaceKind>(found->integer(0))) : std::nullopt;
}

bool isMemberElsewhere(SqlSession& db, const Uuid& user, const Uuid& space, std::int64_t nowMs)
{
    return db
        .query("SELECT m.space FROM membership m JOIN space s ON s.id = m.space JOIN space here ON here.id = $1 "
               "WHERE m.\"user\" = $2 AND m.role <> 0 AND (m.until IS NULL OR m.until > $3) AND m.space <> here.id "
               "AND s.kind <> 2 AND (s.company IS NULL OR here.company IS NULL OR s.company <> here.company)",
            {space, user, nowMs})
        ->next();
}

bool hasOtherKeeper(SqlSession& db, SpaceKind kind, const Uuid& space, const Uuid& user, std::int64_t nowMs)
{
    const std::int64_t keeper = kind == SpaceKind::Platform ? Operator : Owner;
    return db
        .query("SELECT \"user\" FROM membership WHERE space = $1 AND role = $2 AND \"user\" <> $3 "
               "AND (until IS NULL OR until > $4)",
            {space, keeper, user, nowMs})
        ->next();
}

void addUserRow(SqlSession& db, const User& user, const std::string& passwordHash)
{
    db.run("INSERT INTO \"user\"(id, email, name, password, created) VALUES($1, $2, $3, $4, $5)",
        {user.id, user.email, user.name, passwordHash, user.created});
    db.run("INSERT INTO login(email, \"user\") VALUES($1, $2)", {user.email, user.id});
}

void endTokens(SqlSession& db, const Uuid& user, std::int64_t nowMs)
{
    db.run("UPDATE token SET revoked = $1 WHERE \"user\" = $2 AND revoked IS NULL", {nowMs, user});
}

bool isName(std::string_view name)
{
    return !name.empty() && name.size() <= 200 && name.find('\0') == std::string_view::npos && isUtf8(name);
}

bool isPassword(std::string_view password)
{
    std::size_t characters = 0;
    for (char c : password)
        characters += (static_cast<unsigned char>(c) & 0xc0) != 0x80;
    return characters >= 8 && password.size() <= 1000;
}

std::string shownCode(std::string_view code)
{
    std::string shown;
    for (std::size_t i = 0; i < code.size(); ++i) {
        if (i > 0 && i % 4 == 0)
            shown += '-';
        shown += code[i];
    }
    return shown;
}

std::string typedCode(std::string_view typed)
{
    std::string code;
    for (char c : typed) {
        if (c >= 'A' && c <= 'Z')
            code += static_cast<char>(c + ('a' - 'A'));
        else if ((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'))
            code += c;
    }
    return code;
}

} // namespace dure::server
