#include "sync/server/accounts.h"

#include "core/domain/business_number.h"
#include "sync/server/account_rows.h"
#include "sync/server/secrets.h"

#include <bit>

namespace dure::server {

namespace {

bool isOneRole(std::uint8_t role) { return std::has_single_bit(role) && role <= Operator; }

constexpr const char* companyColumns = "SELECT c.id, s.id, c.name, c.business_no, c.phase, c.created FROM company c "
                                       "JOIN space s ON s.company = c.id AND s.kind = 0 ";

Company companyAt(const SqlRows& row)
{
    return {row.id(0), row.id(1), row.copy(2), row.copy(3), static_cast<int>(row.integer(4)), row.integer(5)};
}

constexpr const char* grantColumns
    = "SELECT s.id, s.kind, s.name, m.role, m.grants_version, m.until, d.revoked FROM membership m "
      "JOIN space s ON s.id = m.space "
      "LEFT JOIN device_space d ON d.\"user\" = m.\"user\" AND d.space = m.space AND d.device = $1 ";

/// A role that has ended by itself is none.
Grant grantAt(const SqlRows& row, std::int64_t nowMs)
{
    const Membership membership{static_cast<std::uint8_t>(row.integer(3)), row.integerOrNull(5)};
    return {row.id(0), static_cast<SpaceKind>(row.integer(1)), row.copy(2),
        membership.isLive(nowMs) ? membership.role : std::uint8_t{0}, row.integer(4), membership.until.value_or(0),
        !row.isNull(6)};
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
    const auto there = db->query("SELECT id FROM company WHERE (business_no = $1 AND $1 <> '') "
                                 "OR (name = $2 AND $1 = '')",
        {company.businessNo, name});
    if (there->next())
        return std::unexpected(AccountError::CompanyExists);
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

Accounted<Space> Accounts::addSpace(SpaceKind kind, const std::optional<Uuid>& company, const std::string& name)
{
    if (!isName(name))
        return std::unexpected(AccountError::BadName);
    const bool isOfCompany = kind == SpaceKind::Company || kind == SpaceKind::Service;
    if (isOfCompany != company.has_value())
        return std::unexpected(AccountError::NoSuchCompany);
    const std::int64_t now = m_clock.nowMs();
    const Space space{makeUuidV7(now, m_random), kind, name};
    const auto db = m_db.write();
    // one company space and one service space each, and one platform
    const auto there = company ? db->query("SELECT id FROM space WHERE kind = $1 AND company = $2",
                           {static_cast<std::int64_t>(kind), *company})
                               : db->query("SELECT id FROM space WHERE kind = $1", {static_cast<std::int64_t>(kind)});
    if (kind != SpaceKind::Room && there->next())
        return std::unexpected(AccountError::SpaceExists);
    if (company)
        db->run("INSERT INTO space(id, kind, company, name, created) VALUES($1, $2, $3, $4, $5)",
            {space.id, static_cast<std::int64_t>(kind), *company, name, now});
    else
        db->run("INSERT INTO space(id, kind, name, created) VALUES($1, $2, $3, $4)",
            {space.id, static_cast<std::int64_t>(kind), name, now});
    db->commit();
    return space;
}

std::vector<Space> Accounts::spaces()
{
    const auto db = m_db.read();
    const auto found = db->query("SELECT id, kind, name FROM space ORDER BY created, id");
    std::vector<Space> spaces;
    while (found->next())
        spaces.push_back({found->id(0), static_cast<SpaceKind>(found->integer(1)), found->copy(2)});
    return spaces;
}

Accounted<User> Accounts::addUser(const Uuid& space, const std::string& typedEmail, const std::string& name,
    const RoleGrant& grant, const std::string& password)
{
    const auto email = normaliseEmail(typedEmail);
    if (!email)
        return std::unexpected(AccountError::BadEmail);
    if (!isOneRole(grant.role))
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
    if (user && membershipOf(*db, user->id, space).value_or(Membership{}).isLive(now))
        return std::unexpected(AccountError::AlreadyMember);
    if (!user) {
        user = User{makeUuidV7(now, m_random), *email, name, now};
        addUserRow(*db, *user, hash.value_or(""));
    }
    putMembership(*db, user->id, space, {grant.role, grant.until}, now);
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
        = "SELECT u.id, u.email, u.name, u.created, s.id, s.name, m.role, m.until FROM membership m "
          "JOIN \"user\" u ON u.id = m.\"user\" JOIN space s ON s.id = m.space "
          "WHERE m.role <> 0 ";
    static const std::string order = "ORDER BY s.name, s.id, u.email";
    const auto found = space ? db->query(columns + "AND m.space = $1 " + order, {*space}) : db->query(columns + order);
    std::vector<Member> members;
    while (found->next())
        members.push_back({{found->id(0), found->copy(1), found->copy(2), found->integer(3)}, found->id(4),
            found->copy(5), static_cast<std::uint8_t>(found->integer(6)), found->integerOrNull(7)});
    return members;
}

Accounted<void> Accounts::setRole(const Uuid& space, const std::string& typedEmail, const RoleGrant& grant)
{
    if (grant.role != 0 && !isOneRole(grant.role))
        return std::unexpected(AccountError::BadRole);
    const auto db = m_db.write();
    const auto user = userIdOf(*db, normaliseEmail(typedEmail).value_or(""));
    if (!user)
        return std::unexpected(AccountError::NoSuchUser);
    if (!membershipOf(*db, *user, space))
        return std::unexpected(AccountError::NotMember);
    putMembership(*db, *user, space, {grant.role, grant.until}, m_clock.nowMs());
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
    const auto user = userIdOf(*db, normaliseEmail(typedEmail).value_or(""));
    if (!user)
        return std::unexpected(AccountError::NoSuchUser);
    db->run("UPDATE \"user\" SET password = $1 WHERE id = $2", {*hash, *user});
    endTokens(*db, *user, m_clock.nowMs());
    db->commit();
    return {};
}

std::vector<Grant> Accounts::grants(const Uuid& user, const Uuid& device)
{
    const auto db = m_db.read();
    const auto found = db->query(
        std::string(grantColumns) + "WHERE m.\"user\" = $2 AND m.role <> 0 ORDER BY s.kind, s.id", {device, user});
    std::vector<Grant> grants;
    while (found->next())
        if (Grant grant = grantAt(*found, m_clock.nowMs()); grant.role != 0 && !grant.isDeviceRevoked)
            grants.push_back(std::move(grant));
    return grants;
}

std::optional<Grant> Accounts::grant(const Uuid& user, const Uuid& space, const Uuid& device)
{
    const auto db = m_db.read();
    const auto found
        = db->query(std::string(grantColumns) + "WHERE m.\"user\" = $2 AND m.space = $3", {device, user, space});
    return found->next() ? std::optional(grantAt(*found, m_clock.nowMs())) : std::nullopt;
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
