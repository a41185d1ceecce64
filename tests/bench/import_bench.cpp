#include "bench_cloud.h"
#include "core/exchange/column_guess.h"
#include "core/exchange/table_source.h"
#include "core/exchange/table_writer.h"
#include "core/intake/import_writer.h"
#include "core/storage/whole_table.h"
#include "measure.h"
#include "plain_sqlite.h"
#include "sync/protocol/codec.h"

#include <algorithm>
#include <filesystem>

namespace dure::bench {

using namespace testing;

namespace {

constexpr int rows = 100'000;
constexpr int rounds = 3;
constexpr Date today = Date::fromYmd(2026, 11, 23);

class StoppedClock final : public Clock
{
public:
    std::int64_t nowMs() const override { return 1'764'000'000'000; }
};

void insertAll(sqlite::Database& db, const std::vector<TableRow>& all)
{
    PlainInserts plain(db);
    sqlite::Transaction transaction(db);
    for (const TableRow& row : all)
        plain.insert(row);
    transaction.commit();
}

/// The order book as somebody's Excel file: a row a line.
bool writeWorkbook(const std::string& path, OrderBook& book)
{
    using exchange::OutKind;
    std::map<Uuid, std::string> codes;
    for (const TableRow& row : book.masters()) {
        const bool isCustomer = row.table == TableId::Customer;
        if (isCustomer || row.table == TableId::Product)
            codes[row.row.id] = textOf(
                row.row.values[isCustomer ? std::size_t(col::Customer::code) : std::size_t(col::Product::code)]);
    }
    const std::vector<exchange::OutColumn> columns{{"주문번호"}, {"주문일", OutKind::Date}, {"납기", OutKind::Date},
        {"거래처코드"}, {"품번"}, {"품명"}, {"수량", OutKind::Number}, {"단가", OutKind::Number}, {"비고"}};
    auto writer = exchange::createXlsx(path, "주문", columns);
    if (!writer)
        return false;
    for (int i = 0; i < book.orderCount(); ++i) {
        const std::vector<TableRow> order = book.order(i);
        const auto& head = order.front().row.values;
        using O = col::SalesOrder;
        using L = col::OrderLine;
        const auto dateOf = [&](const Value& value) {
            return isNull(value) ? exchange::OutCell{} : Date{static_cast<std::int32_t>(integerOf(value))};
        };
        for (std::size_t line = 1; line < order.size(); ++line) {
            const auto& values = order[line].row.values;
            const std::vector<exchange::OutCell> cells{textOf(head[O::number]), dateOf(head[O::orderedOn]),
                dateOf(head[O::dueOn]), codes[idOf(head[O::customerId])], codes[idOf(values[L::productId])],
                textOf(values[L::productName]), Quantity{integerOf(values[L::quantity])},
                UnitPrice{integerOf(values[L::unitPrice])}, std::string("납품 전에 전화")};
            if (!(*writer)->addRow(cells))
                return false;
        }
    }
    return (*writer)->finish().has_value();
}

std::int64_t parseUs(const std::string& path, std::int64_t& count)
{
    const std::int64_t start = nowUs();
    auto table = exchange::openTable(path);
    exchange::SourceRow row;
    count = 0;
    while (table && table->next(row).value_or(false))
        ++count;
    return nowUs() - start;
}

std::int64_t plainUs(sqlite::Database& from, sqlite::Database& to)
{
    std::vector<TableRow> all;
    for (const TableId id : {TableId::SalesOrder, TableId::OrderLine})
        storage::forEachLiveRow(from, tableOf(id), [&](const Row& row) {
            all.push_back({id, row});
            return true;
        });
    const std::int64_t start = nowUs();
    insertAll(to, all);
    return nowUs() - start;
}

struct Round
{
    std::int64_t mine = 0, writing = 0, parse = 0, plain = 0, undo = 0; ///< µs
    bool undone = false;
    std::int64_t yardstick() const { return parse + plain; }
};

/// On files of its own; std::nullopt: it failed or left rows out.
std::optional<Round> importOnce(const std::string& folder, const std::string& path, OrderBook& book)
{
    const auto fresh = [&](const std::string& name) {
        for (const char* end : {"", "-wal", "-shm"})
            std::filesystem::remove(folder + "/" + name + end);
        auto opened = storage::SpaceDatabase::open(folder + "/" + name).value();
        insertAll(opened->db(), book.masters());
        return opened;
    };
    const auto ours = fresh("import.sqlite");
    const auto bare = fresh("import-plain.sqlite");
    StoppedClock clock;
    SeededRandom random(7);
    commands::Commands commands(
        *ours, clock, random, protocol::encodeMutation, {makeUuidV7(clock.nowMs(), random), "bench"});
    Round round;
    std::int64_t parsed = 0;
    parseUs(path, parsed); // the disk's cache is warm for both
    round.parse = parseUs(path, parsed);

    const std::int64_t start = nowUs();
    auto table = exchange::openTable(path);
    const auto sample = table->preview(200);
    intake::SourceTable source;
    source.mapping = exchange::guessColumns(exchange::TargetKind::Order, table->header(), *sample);
    auto plan = exchange::planImport(*table, source.mapping, {.today = today});
    if (!plan)
        return std::nullopt;
    source.plan = std::move(*plan);
    const std::int64_t read = nowUs();
    const auto outcome = intake::writeImport(commands, {&source, 1}, {today});
    round.mine = nowUs() - start;
    round.writing = nowUs() - read;
    if (!outcome || outcome->counts.front().lines != rows || parsed != rows)
        return std::nullopt;
    round.plain = plainUs(ours->db(), bare->db());
    const std::int64_t undoStart = nowUs();
    round.undone = commands.undo(today).has_value();
    round.undo = nowUs() - undoStart;
    return round;
}

} // namespace

std::vector<Figure> benchImport(const std::string& folder, std::int64_t goalHundredths)
{
    const std::string what = "import an .xlsx of 100,000 rows, 20,000 orders: time over parsing it plus bare inserts";
    const std::string path = folder + "/orders.xlsx";
    OrderBook book = benchBook(rows);
    if (!writeWorkbook(path, book))
        return {{what, "the workbook could not be written", "", false}};
    std::vector<Round> all;
    for (int i = 0; i < rounds; ++i) {
        const auto round = importOnce(folder, path, book);
        if (!round)
            return {{what, "the import failed or left rows out", "", false}};
        all.push_back(*round);
    }
    // disks are noisy: of several rounds, each side by side, the one in the middle
    std::ranges::sort(all, {}, [](const Round& each) { return double(each.mine) / double(each.yardstick()); });
    const Round& middle = all[all.size() / 2];
    const auto ratio = [](const Round& each) { return ratioText(each.mine, each.yardstick()); };
    return {{what,
                ratio(middle) + " ×   (" + std::to_string(middle.mine / 1000) + " ms, of which "
                    + std::to_string(middle.writing / 1000) + " ms writing; parsing "
                    + std::to_string(middle.parse / 1000) + " ms, bare inserts " + std::to_string(middle.plain / 1000)
                    + " ms; " + std::to_string(rounds) + " rounds, " + ratio(all.front()) + " to " + ratio(all.back())
                    + "; peak " + std::to_string(memoryOf().peakKib / 1024) + " MB)",
                "≤ " + ratioText(goalHundredths, 100) + " ×", middle.mine * 100 <= middle.yardstick() * goalHundredths},
        {"undo of that import", std::to_string(middle.undo / 1000) + " ms", "done", middle.undone}};
}

} // namespace dure::bench
