#include "sync/server/store_copy.h"

#include "sync/protocol/codec.h"

namespace dure::server {

namespace {

/// Puts what it is shown into a space.
class Filler final : public SpaceVisitor
{
public:
    explicit Filler(SpaceSession& to)
        : m_to(to)
    { }
    void row(const StoredRow& row) override { m_to.put(row, nullptr); }
    void incarnation(const IncarnationState& state) override { m_to.putIncarnation(state); }
    void result(const Uuid& incarnation, const StoredResult& result) override { m_to.putResult(incarnation, result); }
    void time(std::int64_t seq, std::int64_t at) override { m_to.noteTime(seq, at); }
    void history(const HistoryRecord& record) override { m_to.addHistory(record); }
    void quarantined(const QuarantinedMutation& kept) override
    {
        m_to.quarantine(kept.receipt, kept.incarnation, kept.user, kept.at, kept.mutation);
    }

private:
    SpaceSession& m_to;
};

std::int64_t liveRows(const std::map<TableId, protocol::TableDigest>& digests)
{
    std::int64_t rows = 0;
    for (const auto& [table, digest] : digests)
        rows += digest.count;
    return rows;
}

void copyUser(SqlSession& from, SqlSession& to, const Uuid& user)
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
    const auto devices
        = from.query("SELECT id, name, created, last_seen, revoked FROM device WHERE \"user\" = $1", {user});
    while (devices->next())
        to.run("INSERT INTO device(\"user\", id, name, created, last_seen, revoked) VALUES($1, $2, $3, $4, $5, $6) "
               "ON CONFLICT(\"user\", id) DO NOTHING",
            {user, devices->id(0), devices->text(1), devices->integer(2), devices->integer(3),
                devices->integerOrNull(4)});
    const auto tokens
        = from.query("SELECT hash, device, created, last_used, revoked FROM token WHERE \"user\" = $1", {user});
    while (tokens->next())
        to.run("INSERT INTO token(hash, \"user\", device, created, last_used, revoked) VALUES($1, $2, $3, $4, $5, $6) "
               "ON CONFLICT(hash) DO NOTHING",
            {SqlValue::ofBytes(tokens->text(0)), user, tokens->id(1), tokens->integer(2), tokens->integer(3),
                tokens->integerOrNull(4)});
}

void copyAccounts(SqlSession& from, SqlSession& to, const Company& company)
{
    to.run("INSERT INTO company(id, name, business_no, phase, created) VALUES($1, $2, $3, $4, $5) "
           "ON CONFLICT(id) DO NOTHING",
        {company.id, company.name, company.businessNo, std::int64_t{company.phase}, company.created});
    const auto space = from.query("SELECT kind, name, created FROM space WHERE id = $1", {company.space});
    if (!space->next())
        throw std::runtime_error("a company without a space");
    to.run("INSERT INTO space(id, kind, company, name, created) VALUES($1, $2, $3, $4, $5) ON CONFLICT(id) DO NOTHING",
        {company.space, space->integer(0), company.id, space->text(1), space->integer(2)});
    const auto members = from.query(
        "SELECT \"user\", role, grants_version, changed FROM membership WHERE space = $1", {company.space});
    while (members->next()) {
        const Uuid user = members->id(0);
        copyUser(from, to, user);
        to.run("INSERT INTO membership(\"user\", space, role, grants_version, changed) VALUES($1, $2, $3, $4, $5) "
               "ON CONFLICT(\"user\", space) DO NOTHING",
            {user, company.space, members->integer(1), members->integer(2), members->integer(3)});
    }
}

} // namespace

std::vector<std::string> digestFaults(SpaceSession& space)
{
    constexpr std::int64_t pageRows = 5000;
    std::vector<std::string> faults;
    std::map<TableId, std::int64_t> cursors;
    for (const Table& table : allTables())
        cursors[table.id] = 0;
    std::map<TableId, protocol::TableDigest> counted;
    for (bool more = true; more;) {
        const RowPage page = space.page(cursors, pageRows);
        for (const protocol::PulledRow& pulled : page.rows) {
            const Table* table = findTable(pulled.table);
            if (!table || pulled.deleted)
                continue;
            const auto row = protocol::decodeRow(*table, pulled.id, pulled.fields);
            if (!row) {
                faults.push_back("unreadable row in " + pulled.table);
                continue;
            }
            ++counted[table->id].count;
            counted[table->id].sum += protocol::rowHash(*table, *row, pulled.seq);
        }
        more = page.more;
        if (more)
            for (auto& [table, cursor] : cursors)
                cursor = page.rows.back().seq;
    }
    for (const auto& [table, kept] : space.digests())
        if (!(counted[table] == kept))
            faults.push_back("the digest of " + std::string(tableOf(table).name) + " is wrong");
    return faults;
}

std::int64_t copySpace(SpaceSession& from, SpaceStore& to)
{
    const SpaceOrigin origin = from.origin();
    const auto digests = from.digests();
    {
        const auto target = to.beginWrite();
        const bool isEmpty = target->state().head == 0 && target->digests().empty();
        if (isEmpty && !(target->origin() == origin)) {
            target->setOrigin(origin);
            Filler filler(*target);
            from.showAll(filler);
            target->commit();
        }
    }
    const auto copied = to.beginRead();
    if (!(copied->origin() == origin) || copied->digests() != digests)
        throw std::runtime_error("the space is there already, with other content");
    if (const auto faults = digestFaults(*copied); !faults.empty())
        throw std::runtime_error("the copy is wrong: " + faults.front());
    return liveRows(digests);
}

std::expected<MoveReport, std::string> copyCompanies(
    CloudStore& from, CloudStore& to, const CopyChoice& choice, const Clock& clock, RandomSource& random)
{
    MoveReport report;
    for (const Company& company : Accounts(from.accounts(), clock, random).companies()) {
        if (choice.company && company.id != *choice.company)
            continue;
        try {
            if (from.hasSpace(company.space)) {
                const auto store = from.openSpace(company.space);
                // a writer's lock keeps other writers out; it is never committed
                const auto space = choice.isLive ? store->beginRead() : store->beginWrite();
                report.rows += copySpace(*space, *to.openSpace(company.space));
                report.heads.push_back({company.space, SpaceKind::Company, space->state().epoch, space->state().head});
            }
            const auto source = from.accounts().read();
            const auto target = to.accounts().write();
            copyAccounts(*source, *target, company);
            target->commit();
        } catch (const std::exception& problem) {
            return std::unexpected(company.name + ": " + problem.what());
        }
        ++report.companies;
    }
    return report;
}

} // namespace dure::server
