#include "sync/server/accounts.h"

#include "core/domain/business_number.h"
#include "sync/server/secrets.h"

#include <bit>

namespace dure::server {

namespace {

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

bool isOneRole(std::uint8_t role) { return std::has_single_bit(role) && role <= Operator; }

constexpr const char* companyColumns = "SELECT c.id, s.id, c.name, c.business_no, c.phase, c.created FROM company c "
                                       "JOIN space s ON s.company = c.id AND s.kind = 0 ";

Company companyAt(const SqlRows& row)
{
    return {row.id(0), row.id(1), row.copy(2), row.copy(3), static_cast<int>(row.integer(4)), row.integer(5)};
}

std::optional<Uuid> userIdOf(SqlSession& db, const std::string& email)
{
    const auto found = db.query("SELECT \"user\" FROM login WHERE email = $1", {email});
    return found->next() ? std::optional(found->id(0)) : std::nullopt;
}

std::optional<User> userByEmail(SqlSession& db, const std::string& email)
{
    const auto id = userIdOf(db, email);
    if (!id)
        return std::nullopt;
    const auto found = db.query("SELECT id, email, name, created FROM \"user\" WHERE id = $1", {*id});
    if (!found->next())
        return std::nullopt;
    return User{found->id(0), found->copy(1), found->copy(2), found->integer(3)};
}

std::optional<std::uint8_t> roleIn(SqlSession& db, const Uuid& user, const Uuid& space)
{
    const auto found = db.query("SELECT role FROM membership WHERE \"user\" = $1 AND space = $2", {user, space});
    return found->next() ? std::optional(static_cast<std::uint8_t>(found->integer(0))) : std::nullopt;
}

void putRole(SqlSession& db, const Uuid& user, const Uuid& space, std::uint8_t role, std::int64_t nowMs)
{
    db.run("INSERT INTO membership(\"user\", space, role, grants_version, changed) VALUES($1, $2, $3, 1, $4) "
           "ON CONFLICT(\"user\", space) DO UPDATE SET role = excluded.role, "
           "grants_version = membership.grants_version + 1, changed = excluded.changed",
        {user, space, std::int64_t{role}, nowMs});
}

Grant grantAt(const SqlRows& row)
{
    return {row.id(0), static_cast<SpaceKind>(row.integer(1)), row.copy(2), static_cast<std::uint8_t>(row.integer(3)),
        row.integer(4)};
}

} // namespace

std::optional<std::string> normaliseEmail(std::string_view typed)
{
    while (!typed.empty() && typed.front() == ' ')
        typed.remove_prefix(1);
    while (!typed.empty() && typed.back() == ' ')
        typed.remove_suffix(1);
    if (typed.size() > 254 || !isUtf8(typed))
        return std::nullopt;
    const std::size_t at = typed.rfind('@');
    if (at == std::string_view::npos || at == 0 || at + 1 == typed.size())
        return std::nullopt;
    std::string email;
    for (char c : typed) {
        if (static_cast<unsigned char>(c) <= ' ' || c == 0x7f)
            return std::nullopt;
        email += c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c;
    }
    return email;
}

Accounted<Company> Accounts::addCompany(const std::string& name, const std::string& businessNo, int phase)
{
    if (!isName(name))
        return std::unexpected(AccountError::BadName);
    if (!businessNo.empty()) {
        const BusinessNumberCheck check = checkBusinessNumber(businessNo);
        if (check == BusinessNumberCheck::NotTenDigits || check == BusinessNumberCheck::AllZero)
            return std::unexpected(AccountError::BadBusinessNumber);
    }
    const std::int64_t now = m_clock.nowMs();
    const Company company{makeUuidV7(now, m_random), makeUuidV7(now, m_random), name,
        businessNo.empty() ? std::string() : normaliseBusinessNumber(businessNo), phase, now};
    const auto db = m_db.write();
    db->run("INSERT INTO company(id, name, business_no, phase, created) VALUES($1, $2, $3, $4, $5)",
        {company.id, name, company.businessNo, std::int64_t{phase}, now});
    db->run("INSERT INTO space(id, kind, company, name, created) VALUES($1, 0, $2, $3, $4)",
        {company.space, company.id, name, now});
    db->commit();
    return company;
}

std::vector<Company> Accounts::companies()
{
    const auto db = m_db.read();
    const auto found = db->query(std::string(companyColumns) + "ORDER BY c.created, c.id");
    std::vector<Company> companies;
    while (found->next())
        companies.push_back(companyAt(*found));
    return companies;
}

Accounted<Company> Accounts::findCompany(const std::string& idOrName)
{
    const auto db = m_db.read();
    const auto id = Uuid::fromString(idOrName);
    const auto found = id ? db->query(std::string(companyColumns) + "WHERE c.id = $1", {*id})
                          : db->query(std::string(companyColumns) + "WHERE c.name = $1", {idOrName});
    if (!found->next())
        return std::unexpected(AccountError::NoSuchCompany);
    Company company = companyAt(*found);
    if (found->next())
        return std::unexpected(AccountError::AmbiguousCompany);
    return company;
}

Accounted<User> Accounts::addUser(const Company& company, const std::string& typedEmail, const std::string& name,
    std::uint8_t role, const std::string& password)
{
    const auto email = normaliseEmail(typedEmail);
    if (!email)
        return std::unexpected(AccountError::BadEmail);
    if (!isOneRole(role))
        return std::unexpected(AccountError::BadRole);
    std::optional<std::string> hash;
    if (!hasUser(*email)) {
        if (!isName(name))
            return std::unexpected(AccountError::BadName);
        if (!isPassword(password))
            return std::unexpected(AccountError::ShortPassword);
        if (!(hash = hashPassword(password)))
            return std::unexpected(AccountError::NoMemory);
    }
    const std::int64_t now = m_clock.nowMs();
    const auto db = m_db.write();
    std::optional<User> user = userByEmail(*db, *email);
    if (user && roleIn(*db, user->id, company.space).value_or(0) != 0)
        return std::unexpected(AccountError::AlreadyMember);
    if (!user) {
        user = User{makeUuidV7(now, m_random), *email, name, now};
        db->run("INSERT INTO \"user\"(id, email, name, password, created) VALUES($1, $2, $3, $4, $5)",
            {user->id, *email, name, hash.value_or(""), now});
        db->run("INSERT INTO login(email, \"user\") VALUES($1, $2)", {*email, user->id});
    }
    putRole(*db, user->id, company.space, role, now);
    db->commit();
    return *user;
}

bool Accounts::hasUser(const std::string& typedEmail)
{
    const auto email = normaliseEmail(typedEmail);
    if (!email)
        return false;
    const auto db = m_db.read();
    return userIdOf(*db, *email).has_value();
}

std::vector<Member> Accounts::members(std::optional<Uuid> space)
{
    const auto db = m_db.read();
    static const std::string columns
        = "SELECT u.id, u.email, u.name, u.created, s.id, s.name, m.role FROM membership m "
          "JOIN \"user\" u ON u.id = m.\"user\" JOIN space s ON s.id = m.space "
          "WHERE m.role <> 0 ";
    static const std::string order = "ORDER BY s.name, s.id, u.email";
    const auto found = space ? db->query(columns + "AND m.space = $1 " + order, {*space}) : db->query(columns + order);
    std::vector<Member> members;
    while (found->next())
        members.push_back({{found->id(0), found->copy(1), found->copy(2), found->integer(3)}, found->id(4),
            found->copy(5), static_cast<std::uint8_t>(found->integer(6))});
    return members;
}

Accounted<void> Accounts::setRole(const Company& company, const std::string& typedEmail, std::uint8_t role)
{
    if (role != 0 && !isOneRole(role))
        return std::unexpected(AccountError::BadRole);
    const auto db = m_db.write();
    const std::optional<User> user = userByEmail(*db, normaliseEmail(typedEmail).value_or(""));
    if (!user)
        return std::unexpected(AccountError::NoSuchUser);
    if (!roleIn(*db, user->id, company.space))
        return std::unexpected(AccountError::NotMember);
    putRole(*db, user->id, company.space, role, m_clock.nowMs());
    db->commit();
    return {};
}

Accounted<void> Accounts::setPassword(const std::string& typedEmail, const std::string& password)
{
    if (!isPassword(password))
        return std::unexpected(AccountError::ShortPassword);
    const auto hash = hashPassword(password);
    if (!hash)
        return std::unexpected(AccountError::NoMemory);
    const auto db = m_db.write();
    const std::optional<User> user = userByEmail(*db, normaliseEmail(typedEmail).value_or(""));
    if (!user)
        return std::unexpected(AccountError::NoSuchUser);
    db->run("UPDATE \"user\" SET password = $1 WHERE id = $2", {*hash, user->id});
    db->run("UPDATE token SET revoked = $1 WHERE \"user\" = $2 AND revoked IS NULL", {m_clock.nowMs(), user->id});
    db->commit();
    return {};
}

std::vector<Grant> Accounts::grants(const Uuid& user)
{
    const auto db = m_db.read();
    const auto found = db->query("SELECT s.id, s.kind, s.name, m.role, m.grants_version FROM membership m "
                                 "JOIN space s ON s.id = m.space WHERE m.\"user\" = $1 AND m.role <> 0 "
                                 "ORDER BY s.kind, s.id",
        {user});
    std::vector<Grant> grants;
    while (found->next())
        grants.push_back(grantAt(*found));
    return grants;
}

std::optional<Grant> Accounts::grant(const Uuid& user, const Uuid& space)
{
    const auto db = m_db.read();
    const auto found = db->query("SELECT s.id, s.kind, s.name, m.role, m.grants_version FROM membership m "
                                 "JOIN space s ON s.id = m.space WHERE m.\"user\" = $1 AND m.space = $2",
        {user, space});
    return found->next() ? std::optional(grantAt(*found)) : std::nullopt;
}

std::vector<Device> Accounts::devices()
{
    const auto db = m_db.read();
    const auto found = db->query("SELECT d.\"user\", u.email, d.id, d.name, d.last_seen, d.revoked "
                                 "FROM device d JOIN \"user\" u ON u.id = d.\"user\" ORDER BY u.email, d.created");
    std::vector<Device> devices;
    while (found->next())
        devices.push_back(
            {found->id(0), found->copy(1), found->id(2), found->copy(3), found->integer(4), !found->isNull(5)});
    return devices;
}

Accounted<int> Accounts::revokeDevice(const Uuid& device)
{
    const std::int64_t now = m_clock.nowMs();
    const auto db = m_db.write();
    const auto changed
        = static_cast<int>(db->run("UPDATE device SET revoked = $1 WHERE id = $2 AND revoked IS NULL", {now, device}));
    if (changed == 0)
        return std::unexpected(AccountError::NoSuchDevice);
    db->run("UPDATE token SET revoked = $1 WHERE device = $2 AND revoked IS NULL", {now, device});
    db->commit();
    return changed;
}

std::vector<Grant> Accounts::spaces()
{
    const auto db = m_db.read();
    const auto found = db->query("SELECT id, kind, name FROM space ORDER BY created, id");
    std::vector<Grant> spaces;
    while (found->next())
        spaces.push_back({found->id(0), static_cast<SpaceKind>(found->integer(1)), found->copy(2), 0, 0});
    return spaces;
}

void Accounts::markBackup(const BackupMark& mark)
{
    const auto db = m_db.write();
    db->run(
        "INSERT INTO backup_mark(space, epoch, seq, at, applied) VALUES($1, $2, $3, $4, 0) "
        "ON CONFLICT(space) DO UPDATE SET epoch = excluded.epoch, seq = excluded.seq, at = excluded.at, applied = 0",
        {mark.space, mark.epoch, mark.seq, m_clock.nowMs()});
    db->commit();
}

std::vector<BackupMark> Accounts::newBackupMarks()
{
    const auto db = m_db.read();
    const auto found = db->query("SELECT m.space, s.kind, m.epoch, m.seq FROM backup_mark m "
                                 "JOIN space s ON s.id = m.space WHERE m.applied = 0");
    std::vector<BackupMark> marks;
    while (found->next())
        marks.push_back({found->id(0), static_cast<SpaceKind>(found->integer(1)), found->copy(2), found->integer(3)});
    return marks;
}

void Accounts::markApplied(const BackupMark& mark)
{
    const auto db = m_db.write();
    db->run("UPDATE backup_mark SET applied = 1 WHERE space = $1 AND epoch = $2 AND seq = $3",
        {mark.space, mark.epoch, mark.seq});
    db->commit();
}

} // namespace dure::server
