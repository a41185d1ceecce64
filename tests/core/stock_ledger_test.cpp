#include "core/reports/stock_ledger.h"

#include <QtTest>

using namespace dure;

namespace {

StockEntry moved(int on, int quantity) { return {Date{on}, Quantity::fromInteger(quantity)}; }
const std::vector<StockEntry> entries = {
    moved(20260101, 1'000), moved(20260105, -300), moved(20260105, -900), moved(20260110, 500), moved(20260112, 300)};
Quantity pieces(int count) { return Quantity::fromInteger(count); }

} // namespace

class StockLedgerTest : public QObject
{
    Q_OBJECT

private slots:
    void stock_is_the_sum_of_its_movements()
    {
        QCOMPARE(stockAt(entries, Date{20251231}), pieces(0));
        QCOMPARE(stockAt(entries, Date{20260104}), pieces(1'000));
        QCOMPARE(stockAt(entries, Date{20260105}), pieces(-200)); // a fact all the same
        QCOMPARE(stockAt(entries, Date{20260112}), pieces(600));
        QCOMPARE(
            stockAt(std::vector<StockEntry>{{Date{20260101}, Quantity{1'235'000}}, {Date{20260101}, Quantity{-5'000}}},
                Date{20260101}),
            Quantity{1'230'000});
    }

    void what_is_promised_is_not_available()
    {
        const std::vector<Quantity> waiting = {pieces(250), pieces(400), pieces(-70)};
        const StockLevel level = stockLevel(pieces(600), waiting, pieces(100));
        QCOMPARE(level.reserved, pieces(650));
        QCOMPARE(level.available(), pieces(-50));
        QVERIFY(level.isShort());
        QVERIFY(!level.isNegative());
        QVERIFY(stockLevel(pieces(-1), {}, {}).isNegative());
        QVERIFY(!stockLevel(pieces(100), {}, pieces(100)).isShort());
        QVERIFY(stockLevel(pieces(99), {}, pieces(100)).isShort());
    }

    void the_ledger_of_a_period_adds_up()
    {
        const StockLedger ledger = stockLedger(entries, Date{20260105}, Date{20260110});
        QCOMPARE(ledger.carriedForward, pieces(1'000));
        QCOMPARE(ledger.in, pieces(500));
        QCOMPARE(ledger.out, pieces(1'200));
        QCOMPARE(ledger.closing, pieces(300));
        QCOMPARE(ledger.rows.size(), std::size_t{3});
        QCOMPARE(ledger.rows[1].entry, std::size_t{2});
        QCOMPARE(ledger.rows[1].balance, pieces(-200));
        const StockLedger reversed
            = stockLedger(std::vector(entries.rbegin(), entries.rend()), Date{20260105}, Date{20260110});
        QCOMPARE(reversed.closing, ledger.closing);
        QCOMPARE(reversed.rows.front().balance, pieces(100)); // one day keeps the order given
    }
};

QTEST_APPLESS_MAIN(StockLedgerTest)
#include "stock_ledger_test.moc"
