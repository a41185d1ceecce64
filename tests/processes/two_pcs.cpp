#include "tests/processes/two_pcs.h"

#include "core/sqlite/database.h"

#include <cstdlib>
#include <fstream>
#include <stdexcept>

namespace dure::testing {

namespace fs = std::filesystem;

namespace {

constexpr const char* password = "processes-2026";
constexpr const char* company = "한결플라스틱";
constexpr int importUs = 60'000; ///< about what an import takes, and a little more
constexpr int syncUs = 150'000;

/// An exception, so that the cloud is ended, too.
[[noreturn]] void giveUp(const std::string& what) { throw std::runtime_error(what); }

int portOf(const std::string& url) { return std::atoi(url.substr(url.rfind(':') + 1).c_str()); }

} // namespace

TwoPcs::TwoPcs(const fs::path& folder, const Programs& programs, std::uint64_t seed)
    : m_folder(folder)
    , m_programs(programs)
    , m_random(seed)
{
    fs::create_directories(folder);
    const std::string data = (folder / "cloud").string();
    outputOf({programs.server, "company", "add", "--data", data, "--name", company});
    for (const Pc* pc : {&m_first, &m_second})
        outputOf({programs.server, "user", "add", "--data", data, "--company", company, "--email",
                     pc->name + "@hangyeol.example", "--name", pc->name, "--role", "staff", "--password-stdin"},
            std::string(password) + "\n");
    m_cloud = std::make_unique<ServerProcess>(programs.server, data);
    if (m_cloud->url().empty())
        giveUp("the cloud did not start");
    m_line = std::make_unique<BadLine>(portOf(m_cloud->url()), m_random());
    signIn(m_first);
    signIn(m_second);
    std::ofstream(folder / "customers.csv") << "코드,상호\nC1,다온코스메틱\n";
    const Ending ending
        = runAndKill({programs.cli, "--data", m_first.data, "import", (folder / "customers.csv").string()}, -1);
    if (ending.exit != 0 || !syncToTheEnd(m_first) || !syncToTheEnd(m_second))
        giveUp("the customer did not reach both PCs");
}

void TwoPcs::signIn(Pc& pc)
{
    pc.data = (m_folder / pc.name).string();
    const std::string url = "http://127.0.0.1:" + std::to_string(m_line->port());
    outputOf({m_programs.cli, "--data", pc.data, "sign-in", "--server", url, "--email", pc.name + "@hangyeol.example",
                 "--password-stdin"},
        std::string(password) + "\n");
    if (!syncToTheEnd(pc))
        giveUp(pc.name + " cannot sync");
    for (const auto& entry : fs::recursive_directory_iterator(pc.data))
        if (entry.path().filename() == "company.db")
            pc.database = entry.path().string();
    if (pc.database.empty())
        giveUp(pc.name + " has no company");
}

std::string TwoPcs::writeBatch(Pc& pc, Batch& batch, int quantity)
{
    const fs::path file = m_folder / (pc.name + ".csv");
    std::ofstream csv(file);
    csv << "주문번호,거래처,주문일,납기,품목,수량,단가\n";
    for (const std::string& number : batch.numbers)
        for (int line = 1; line <= 3; ++line)
            csv << number << ",다온코스메틱,"
                << "2026-11-23,2026-12-02,PET 500ml " << line << ',' << quantity + line << ",98\n";
    return file.string();
}

void TwoPcs::import(Pc& pc, int killAfterUs)
{
    Batch batch;
    const int orders = 1 + static_cast<int>(m_random() % 30);
    for (int i = 0; i < orders; ++i)
        batch.numbers.push_back(pc.name + "-" + std::to_string(pc.batches) + "-" + std::to_string(i));
    ++pc.batches;
    const std::string file = writeBatch(pc, batch, 100);
    const Ending ending = runAndKill({m_programs.cli, "--data", pc.data, "import", file}, killAfterUs);
    if (ending.killed)
        ++m_hits.clientKills;
    else if (ending.exit != 0)
        giveUp(pc.name + ": an import ended with " + std::to_string(ending.exit) + ": " + file);
    batch.acknowledged = !ending.killed;
    m_batches[pc.name].push_back(std::move(batch));
}

/// Changes quantities of orders that either PC made, so that both edit the same rows.
void TwoPcs::changeOrder(Pc& pc)
{
    const auto orders = ordersOn(pc);
    if (orders.empty())
        return;
    Batch batch;
    auto at = orders.begin();
    std::advance(at, static_cast<std::ptrdiff_t>(m_random() % orders.size()));
    batch.numbers.push_back(at->first);
    const std::string file = writeBatch(pc, batch, 1000 + static_cast<int>(m_random() % 1000));
    if (const int exit = runAndKill({m_programs.cli, "--data", pc.data, "import", file}, -1).exit; exit != 0)
        giveUp(pc.name + ": a change ended with " + std::to_string(exit) + ": " + file);
}

void TwoPcs::sync(Pc& pc, int killAfterUs)
{
    const Ending ending = runAndKill({m_programs.cli, "--data", pc.data, "sync", "--timeout", "2"}, killAfterUs);
    if (ending.killed)
        ++m_hits.clientKills;
}

void TwoPcs::step()
{
    Pc& pc = chance(50) ? m_first : m_second;
    const int dice = static_cast<int>(m_random() % 100);
    if (dice < 25)
        return import(pc, chance(60) ? drawUs(importUs) : -1);
    if (dice < 35)
        return changeOrder(pc);
    if (dice < 60)
        return sync(pc, drawUs(syncUs));
    if (dice < 85) {
        m_cloud->killAfterUs(drawUs(syncUs));
        sync(pc, chance(30) ? drawUs(syncUs) : -1);
        m_cloud->restart();
        ++m_hits.serverKills;
        if (m_cloud->url().empty())
            giveUp("the cloud did not start again");
        return;
    }
    m_line->setFaults({35, 20, 10});
    sync(pc, -1);
    m_line->setFaults({});
}

bool TwoPcs::syncToTheEnd(Pc& pc)
{
    for (int attempt = 0; attempt < 5; ++attempt)
        if (runAndKill({m_programs.cli, "--data", pc.data, "sync", "--timeout", "60"}, -1).exit == 0)
            return true;
    return false;
}

std::map<std::string, int> TwoPcs::ordersOn(const Pc& pc)
{
    sqlite::Database db(pc.database, {.mode = sqlite::OpenMode::ReadOnly});
    std::map<std::string, int> orders;
    auto rows = db.prepareOnce("SELECT number, count(*) FROM sales_order WHERE deleted = 0 GROUP BY number");
    while (rows.step())
        orders[std::string(rows.text(0))] = static_cast<int>(rows.integer(1));
    return orders;
}

std::string TwoPcs::figuresOn(const Pc& pc)
{
    sqlite::Database db(pc.database, {.mode = sqlite::OpenMode::ReadOnly});
    auto rows
        = db.prepareOnce("SELECT (SELECT group_concat(number || ':' || hex(id), ',') FROM (SELECT number, id FROM "
                         "sales_order WHERE deleted = 0 ORDER BY id)), (SELECT group_concat(hex(id) || ':' || "
                         "quantity || ':' || supply || ':' || tax, ',') FROM (SELECT id, quantity, supply, tax "
                         "FROM order_line WHERE deleted = 0 ORDER BY id)), (SELECT count(*) FROM conflict)");
    rows.step();
    return std::string(rows.text(0)) + "|" + std::string(rows.text(1)) + "|" + std::to_string(rows.integer(2));
}

std::optional<std::string> TwoPcs::checkBatches(const Pc& pc, const Pc& author)
{
    const auto orders = ordersOn(pc);
    for (Batch& batch : m_batches[author.name]) {
        std::size_t found = 0;
        for (const std::string& number : batch.numbers) {
            const auto at = orders.find(number);
            if (at == orders.end())
                continue;
            ++found;
            if (at->second != 1)
                return pc.name + " holds order " + number + " " + std::to_string(at->second) + " times";
        }
        if (batch.acknowledged && found != batch.numbers.size())
            return pc.name + " lost an order that " + author.name + " had saved: " + batch.numbers.front() + " …";
        if (found != 0 && found != batch.numbers.size())
            return pc.name + " holds half an import of " + author.name + ": " + batch.numbers.front() + " …";
        batch.acknowledged = found != 0; // it has been seen: from now on it may not go
    }
    return std::nullopt;
}

std::optional<std::string> TwoPcs::settleAndCheck()
{
    m_line->setFaults({});
    for (Pc* pc : {&m_first, &m_second, &m_first, &m_second})
        if (!syncToTheEnd(*pc))
            return pc->name + " does not come to rest";
    for (const Pc* pc : {&m_first, &m_second}) {
        for (const Pc* author : {&m_first, &m_second})
            if (auto broken = checkBatches(*pc, *author))
                return broken;
        if (runAndKill({m_programs.cli, "--data", pc->data, "verify"}, -1).exit != 0)
            return "verify finds a fault on " + pc->name;
    }
    if (figuresOn(m_first) != figuresOn(m_second))
        return "the two PCs are not the same";
    return std::nullopt;
}

Hits TwoPcs::hits() const
{
    Hits hits = m_hits;
    hits.cuts = m_line->hurt();
    return hits;
}

} // namespace dure::testing
