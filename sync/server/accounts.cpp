#include "sync/server/accounts.h"

#include "core/domain/business_number.h"
#include "sync/server/accounts_sql.h"
#include "sync/server/secrets.h"

#include <bit>

namespace dure::server {

namespace {

using sqlite::Database;
using sqlite::Statement;

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

Company companyAt(const Statement& row)
{
    return {uuidAt(row, 0), uuidAt(row, 1), std::string(row.text(2)), std::string(row.text(3)),
        static_cast<int>(row.integer(4)), row.integer(5)};
}

std::optional<User> userByEmail(Database& db, const std::string& email)
{
    auto found = db.prepare("SELECT id, email, name, created FROM user WHERE email = ?");
    found->bind(1, email);
    if (!found->step())
        return std::nullopt;
    return User{uuidAt(*found, 0), std::string(found->text(1)), std::string(found->text(2)), found->integer(3)};
}

std::optional<std::uint8_t> roleIn(Database& db, const Uuid& user, const Uuid& space)
{
    auto found = db.prepare("SELECT role FROM membership WHERE user = ? AND space = ?");
    found->bindAll(blobOf(user), blobOf(space));
    return found->step() ? std::optional(static_cast<std::uint8_t>(found->integer(0))) : std::nullopt;
}

void putRole(Database& db, const Uuid& user, const Uuid& space, std::uint8_t role, std::int64_t nowMs)
{
    db.prepare("INSERT INTO membership(user, space, role, grants_version, changed) VALUES(?, ?, ?, 1, ?) "
               "ON CONFLICT DO UPDATE SET role = excluded.role, grants_version = grants_version + 1, "
               "changed = excluded.changed")
        ->bindAll(blobOf(user), blobOf(space), std::int64_t{role}, nowMs)
        .run();
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
    auto db = m_db.writer();
    sqlite::Transaction transaction(*db);
    db->prepare("INSERT INTO company(id, name, business_no, phase, created) VALUES(?, ?, ?, ?, ?)")
        ->bindAll(blobOf(company.id), name, company.businessNo, std::int64_t{phase}, now)
        .run();
    db->prepare("INSERT INTO space(id, kind, company, name, created) VALUES(?, 0, ?, ?, ?)")
        ->bindAll(blobOf(company.space), blobOf(company.id), name, now)
        .run();
    transaction.commit();
    return company;
}

std::vector<Company> Accounts::companies()
{
    auto db = m_db.reader();
    auto found = db->prepareOnce(std::string(companyColumns) + "ORDER BY c.created, c.id");
    std::vector<Company> companies;
    while (found.step())
        companies.push_back(companyAt(found));
    return companies;
}

Accounted<Company> Accounts::findCompany(const std::string& idOrName)
{
    auto db = m_db.reader();
    const auto id = Uuid::fromString(idOrName);
    auto found = db->prepareOnce(std::string(companyColumns) + (id ? "WHERE c.id = ?" : "WHERE c.name = ?"));
    if (id)
        found.bind(1, blobOf(*id));
    else
        found.bind(1, idOrName);
    if (!found.step())
        return std::unexpected(AccountError::NoSuchCompany);
    Company company = companyAt(found);
    if (found.step())
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
    auto db = m_db.writer();
    sqlite::Transaction transaction(*db);
    std::optional<User> user = userByEmail(*db, *email);
    if (user && roleIn(*db, user->id, company.space).value_or(0) != 0)
        return std::unexpected(AccountError::AlreadyMember);
    if (!user) {
        user = User{makeUuidV7(now, m_random), *email, name, now};
        db->prepare("INSERT INTO user(id, email, name, password, created) VALUES(?, ?, ?, ?, ?)")
            ->bindAll(blobOf(user->id), *email, name, hash.value_or(""), now)
            .run();
    }
    putRole(*db, user->id, company.space, role, now);
    transaction.commit();
    return *user;
}

bool Accounts::hasUser(const std::string& typedEmail)
{
    const auto email = normaliseEmail(typedEmail);
    if (!email)
        return false;
    auto db = m_db.reader();
    return userByEmail(*db, *email).has_value();
}

std::vector<Member> Accounts::members(std::optional<Uuid> space)
{
    auto db = m_db.reader();
    auto found = db->prepareOnce("SELECT u.id, u.email, u.name, u.created, s.id, s.name, m.role FROM membership m "
                                 "JOIN user u ON u.id = m.user JOIN space s ON s.id = m.space "
                                 "WHERE m.role <> 0 AND (?1 IS NULL OR m.space = ?1) ORDER BY s.name, s.id, u.email");
    if (space)
        found.bind(1, blobOf(*space));
    std::vector<Member> members;
    while (found.step())
        members.push_back({{uuidAt(found, 0), std::string(found.text(1)), std::string(found.text(2)), found.integer(3)},
            uuidAt(found, 4), std::string(found.text(5)), static_cast<std::uint8_t>(found.integer(6))});
    return members;
}

Accounted<void> Accounts::setRole(const Company& company, const std::string& typedEmail, std::uint8_t role)
{
    if (role != 0 && !isOneRole(role))
        return std::unexpected(AccountError::BadRole);
    auto db = m_db.writer();
    sqlite::Transaction transaction(*db);
    const std::optional<User> user = userByEmail(*db, normaliseEmail(typedEmail).value_or(""));
    if (!user)
        return std::unexpected(AccountError::NoSuchUser);
    if (!roleIn(*db, user->id, company.space))
        return std::unexpected(AccountError::NotMember);
    putRole(*db, user->id, company.space, role, m_clock.nowMs());
    transaction.commit();
    return {};
}

Accounted<void> Accounts::setPassword(const std::string& typedEmail, const std::string& password)
{
    if (!isPassword(password))
        return std::unexpected(AccountError::ShortPassword);
    const auto hash = hashPassword(password);
    if (!hash)
        return std::unexpected(AccountError::NoMemory);
    auto db = m_db.writer();
    sqlite::Transaction transaction(*db);
    const std::optional<User> user = userByEmail(*db, normaliseEmail(typedEmail).value_or(""));
    if (!user)
        return std::unexpected(AccountError::NoSuchUser);
    db->prepare("UPDATE user SET password = ? WHERE id = ?")->bindAll(*hash, blobOf(user->id)).run();
    db->prepare("UPDATE token SET revoked = ? WHERE user = ? AND revoked IS NULL")
        ->bindAll(m_clock.nowMs(), blobOf(user->id))
        .run();
    transaction.commit();
    return {};
}

std::vector<Grant> Accounts::grants(const Uuid& user)
{
    auto db = m_db.reader();
    auto found = db->prepare("SELECT s.id, s.kind, s.name, m.role, m.grants_version FROM membership m "
                             "JOIN space s ON s.id = m.space WHERE m.user = ? AND m.role <> 0 ORDER BY s.kind, s.id");
    found->bind(1, blobOf(user));
    std::vector<Grant> grants;
    while (found->step())
        grants.push_back({uuidAt(*found, 0), static_cast<SpaceKind>(found->integer(1)), std::string(found->text(2)),
            static_cast<std::uint8_t>(found->integer(3)), found->integer(4)});
    return grants;
}

std::optional<Grant> Accounts::grant(const Uuid& user, const Uuid& space)
{
    auto db = m_db.reader();
    auto found = db->prepare("SELECT s.id, s.kind, s.name, m.role, m.grants_version FROM membership m "
                             "JOIN space s ON s.id = m.space WHERE m.user = ? AND m.space = ?");
    found->bindAll(blobOf(user), blobOf(space));
    if (!found->step())
        return std::nullopt;
    return Grant{uuidAt(*found, 0), static_cast<SpaceKind>(found->integer(1)), std::string(found->text(2)),
        static_cast<std::uint8_t>(found->integer(3)), found->integer(4)};
}

std::vector<Device> Accounts::devices()
{
    auto db = m_db.reader();
    auto found = db->prepareOnce("SELECT d.user, u.email, d.id, d.name, d.last_seen, d.revoked IS NOT NULL "
                                 "FROM device d JOIN user u ON u.id = d.user ORDER BY u.email, d.created");
    std::vector<Device> devices;
    while (found.step())
        devices.push_back({uuidAt(found, 0), std::string(found.text(1)), uuidAt(found, 2), std::string(found.text(3)),
            found.integer(4), found.integer(5) != 0});
    return devices;
}

Accounted<int> Accounts::revokeDevice(const Uuid& device)
{
    const std::int64_t now = m_clock.nowMs();
    auto db = m_db.writer();
    sqlite::Transaction transaction(*db);
    db->prepare("UPDATE device SET revoked = ? WHERE id = ? AND revoked IS NULL")->bindAll(now, blobOf(device)).run();
    const int changed = static_cast<int>(db->changes());
    if (changed == 0)
        return std::unexpected(AccountError::NoSuchDevice);
    db->prepare("UPDATE token SET revoked = ? WHERE device = ? AND revoked IS NULL")
        ->bindAll(now, blobOf(device))
        .run();
    transaction.commit();
    return changed;
}

std::vector<Grant> Accounts::spaces()
{
    auto db = m_db.reader();
    auto found = db->prepareOnce("SELECT id, kind, name FROM space ORDER BY created, id");
    std::vector<Grant> spaces;
    while (found.step())
        spaces.push_back(
            {uuidAt(found, 0), static_cast<SpaceKind>(found.integer(1)), std::string(found.text(2)), 0, 0});
    return spaces;
}

void Accounts::markBackup(const BackupMark& mark)
{
    auto db = m_db.writer();
    db->prepare("INSERT OR REPLACE INTO backup_mark(space, epoch, seq, at, applied) VALUES(?, ?, ?, ?, 0)")
        ->bindAll(blobOf(mark.space), mark.epoch, mark.seq, m_clock.nowMs())
        .run();
}

std::vector<BackupMark> Accounts::newBackupMarks()
{
    auto db = m_db.reader();
    auto found = db->prepare("SELECT m.space, s.kind, m.epoch, m.seq FROM backup_mark m JOIN space s ON s.id = m.space "
                             "WHERE m.applied = 0");
    std::vector<BackupMark> marks;
    while (found->step())
        marks.push_back({uuidAt(*found, 0), static_cast<SpaceKind>(found->integer(1)), std::string(found->text(2)),
            found->integer(3)});
    return marks;
}

void Accounts::markApplied(const BackupMark& mark)
{
    auto db = m_db.writer();
    db->prepare("UPDATE backup_mark SET applied = 1 WHERE space = ? AND epoch = ? AND seq = ?")
        ->bindAll(blobOf(mark.space), mark.epoch, mark.seq)
        .run();
}

} // namespace dure::server
