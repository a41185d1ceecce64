#include "core/storage/stock_store.h"

#include "core/domain/text_query.h"
#include "core/reports/stock_ledger.h"
#include "core/storage/product_choices.h"
#include "core/storage/product_store.h"
#include "tests/core/random_company.h"

#include <QtTest>

using namespace dure;
using namespace dure::storage;
using dure::test::RandomCompany;

namespace {

/// A random company whose stock moved at random; the plain way to compute what the store answers.
struct StockedCompany : RandomCompany
{
    std::map<Uuid, std::vector<StockMovement>> moved; ///< by product, in the order of their days

    explicit StockedCompany(std::uint64_t seed)
        : RandomCompany(seed)
    {
        sqlite::Transaction transaction(space.db());
        for (Product& product : products) {
            product.unit = space.random.chance(90) ? "개" : "m";
            product.safetyStock = Quantity::fromInteger(space.random.below(3) * 40);
            product.unitsPerBox = Quantity::fromInteger(space.random.below(3) * 10);
            product.inactive = space.random.chance(20);
            space.receive(product);
            if (space.random.chance(80))
                move(product);
        }
        space.derived.refresh();
        transaction.commit();
    }

    void move(const Product& product)
    {
        auto& entries = moved[product.id];
        for (std::int64_t n = space.random.below(30); n >= 0; --n) {
            StockMovement movement;
            movement.productId = product.id;
            movement.movedOn = near(60, 3);
            movement.kind = StockMovementKind::Production;
            movement.quantity = {space.random.below(400'000) - 200'000};
            movement.createdAt = space.clock.nowMs();
            movement.id = space.receive(movement);
            if (space.random.chance(10))
                space.receive(movement, true); // as a rejected one goes
            else
                entries.push_back(movement);
        }
        std::ranges::stable_sort(entries, {}, &StockMovement::movedOn);
    }

    std::vector<StockEntry> entriesOf(const Uuid& product)
    {
        std::vector<StockEntry> entries;
        for (const StockMovement& movement : moved[product])
            entries.push_back({movement.movedOn, movement.quantity});
        return entries;
    }
    StockLevel levelOf(const Product& product)
    {
        std::vector<Quantity> outstanding;
        for (const auto& [id, order] : orders) {
            const Customer& customer = customerOf(order.customerId);
            for (const OrderLine& line : lines[id])
                if (line.productId == product.id && order.state != OrderState::Cancelled)
                    outstanding.push_back(outstandingQuantity({line.quantity, deliveredOf(line.id), {}},
                        {customer.overToleranceBp, customer.underToleranceBp}));
        }
        return stockLevel(stockAt(entriesOf(product.id), Date{99'999'999}), outstanding, product.safetyStock);
    }
};

bool found(const char* text, const Product& product)
{
    const TextQuery query(text);
    if (query.empty())
        return true;
    const auto matches = query.matchFields({product.code, product.name, product.spec});
    return std::ranges::any_of(matches, [](const TextMatch& match) { return bool(match); });
}

} // namespace

class StockStoreTest : public QObject
{
    Q_OBJECT

private slots:
    void stock_and_what_is_promised_are_what_their_rows_add_up_to()
    {
        for (std::uint64_t seed = 60; seed < 66; ++seed) {
            StockedCompany company(seed);
            StockStore store(company.space.db());
            ProductChoiceStore choices(company.space.db());
            for (const Product& product : company.products) {
                const StockListRow row = *store.row(product.id);
                const StockLevel level = company.levelOf(product);
                QCOMPARE(row.onHand, level.onHand);
                QCOMPARE(row.reserved, level.reserved);
                QCOMPARE(row.available(), level.available());
                QCOMPARE(row.isNegative(), level.isNegative());
                QCOMPARE(choices.find(product.id)->usable, level.available());
                QCOMPARE(ProductStore(company.space.db()).detail(product.id)->ordered, level.reserved);
            }
            QCOMPARE(company.space.derived.differences(), std::string());
        }
    }

    void lists_filter_sort_and_count_alike()
    {
        StockedCompany company(67);
        StockStore store(company.space.db());
        const StockChipCounts counts = store.chipCounts();
        const std::int64_t counted[]{counts.all, counts.belowSafety, counts.shortOf, counts.negative, counts.unmoved};
        bool everyChipFinds = true;
        for (const char* text : {"", "pet", "ㅌㅁ500", "p10", "백색"})
            for (int chip = 0; chip <= int(StockChip::Unmoved); ++chip) {
                const StockFilter filter{StockChip(chip), text};
                StockTotals expected;
                std::set<std::string> units;
                for (const Product& product : company.products) {
                    const StockLevel level = company.levelOf(product);
                    const bool safe
                        = product.inactive || product.safetyStock.isZero() || level.onHand >= product.safetyStock;
                    const bool fits[]{true, !safe, level.available() < Quantity{}, level.isNegative(),
                        company.moved[product.id].empty()};
                    if ((product.inactive && level.onHand.isZero()) || !fits[chip] || !found(text, product))
                        continue;
                    ++expected.count;
                    units.insert(product.unit);
                    expected.onHand += level.onHand;
                    expected.reserved += level.reserved;
                }
                if (*text == 0) {
                    QCOMPARE(counted[chip], expected.count);
                    everyChipFinds = everyChipFinds && expected.count > 0;
                }
                const StockTotals totals = store.totals(filter);
                QCOMPARE(totals.count, expected.count);
                QCOMPARE(totals.oneUnit, units.size() <= 1);
                QCOMPARE(totals.onHand, totals.oneUnit ? expected.onHand : Quantity{});
                QCOMPARE(totals.reserved, totals.oneUnit ? expected.reserved : Quantity{});
                for (int sort = 0; sort <= int(StockSort::Safety); ++sort)
                    for (const bool descending : {false, true}) {
                        StockWindow window{StockSort(sort), descending, 0, 1'000};
                        const auto whole = store.list(filter, window);
                        QCOMPARE(std::ssize(whole), expected.count);
                        window.limit = 4;
                        for (window.offset = 0; window.offset < expected.count; window.offset += 4)
                            QCOMPARE(store.list(filter, window).front().id, whole[std::size_t(window.offset)].id);
                    }
            }
        QVERIFY(everyChipFinds);
        const auto scarce = store.list({}, {StockSort::Available, false, 0, 100});
        QVERIFY(std::ranges::is_sorted(scarce, {}, &StockListRow::available));
    }

    void a_count_sheet_shows_the_books_of_its_day()
    {
        StockedCompany company(71);
        StockStore store(company.space.db());
        for (const int daysAgo : {-1, 0, 7, 30}) {
            const Date day = RandomCompany::today.addDays(-daysAgo);
            const auto sheet = store.onDay(day);
            QCOMPARE(std::ssize(sheet), store.totals({}).count);
            for (const StockListRow& row : sheet)
                QCOMPARE(row.onHand, stockAt(company.entriesOf(row.id), day));
        }
        QCOMPARE(std::ssize(store.onDay(RandomCompany::today, "펌프캡")), store.totals({{}, "펌프캡"}).count);
    }

    void a_history_makes_the_ledger_of_its_period()
    {
        StockedCompany company(68);
        StockStore store(company.space.db());
        for (const Product& product : company.products) {
            const Date from = company.near(40, 0);
            const Date to = from.addDays(15);
            const StockLedger expected = stockLedger(company.entriesOf(product.id), from, to);
            const StockHistory history = *store.history(product.id, from, to);
            QCOMPARE(history.carriedForward, expected.carriedForward);
            QCOMPARE(history.movements.size(), expected.rows.size());
            Quantity balance = history.carriedForward;
            for (std::size_t i = 0; i < history.movements.size(); ++i) {
                balance += history.movements[i].movement.quantity;
                QCOMPARE(balance, expected.rows[i].balance);
            }
            QCOMPARE(balance, expected.closing);
        }
        QVERIFY(!store.history(company.space.newId(), Date{0}, RandomCompany::today));
    }

    void a_detail_has_the_newest_movements_and_the_orders_that_wait()
    {
        StockedCompany company(69);
        StockStore store(company.space.db());
        for (const Product& product : company.products) {
            const StockDetail detail = *store.detail(product.id);
            const auto& moved = company.moved[product.id];
            QCOMPARE(std::ssize(detail.last), std::min(std::ssize(moved), StockStore::lastMovements));
            for (std::size_t i = 0; i < detail.last.size(); ++i)
                QCOMPARE(detail.last[i].movement.movedOn, moved[moved.size() - 1 - i].movedOn);
            QVERIFY(detail.waitingOrders >= std::ssize(detail.waiting));
            Quantity waiting;
            for (const StockWaitingRow& row : detail.waiting)
                waiting += row.quantity;
            QVERIFY(detail.waitingOrders > StockStore::firstWaiting ? waiting < detail.row.reserved
                                                                    : waiting == detail.row.reserved);
            const auto due
                = [](const StockWaitingRow& row) { return row.dueOn.isNull() ? Date{99'999'999} : row.dueOn; };
            QVERIFY(std::ranges::is_sorted(detail.waiting, {}, due));
        }
        QVERIFY(!store.detail(company.space.newId()));
    }

    void an_order_being_edited_takes_nothing_from_what_it_may_use()
    {
        StockedCompany company(70);
        ProductChoiceStore choices(company.space.db());
        for (const auto& [id, order] : company.orders) {
            for (const OrderLine& line : company.lines[id]) {
                if (line.productId.isNil())
                    continue;
                Quantity own;
                auto rows = company.space.db().prepareOnce(
                    "SELECT sum(quantity) FROM open_line WHERE order_id = ? AND product_id = ?");
                rows.bind(1, blobOf(id)).bind(2, blobOf(line.productId));
                if (rows.step())
                    own = {rows.integer(0)};
                QCOMPARE(choices.find(line.productId, id)->usable, choices.find(line.productId)->usable + own);
            }
        }
    }
};

QTEST_APPLESS_MAIN(StockStoreTest)
#include "stock_store_test.moc"
