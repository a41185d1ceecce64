#include "core/reports/receivables.h"

#include <QtTest>
#include <algorithm>
#include <random>

using namespace dure;
using enum LedgerEntryKind;

namespace {

const std::vector<LedgerEntry> year = {
    {Date{20260110}, Delivery, Won{1'100'000}, {}},
    {Date{20260115}, Return, Won{110'000}, {}},
    {Date{20260131}, Payment, Won{500'000}, {}},
    {Date{20260210}, Note, Won{400'000}, Date{20260510}},
    {Date{20260301}, Delivery, Won{220'000}, {}},
};
constexpr Won opening{1'000'000};

} // namespace

class ReceivablesTest : public QObject
{
    Q_OBJECT

private slots:
    void what_is_owed_is_the_sum_of_the_facts()
    {
        const AccountBalance balance = accountAt(opening, year, Date{20260331});
        QCOMPARE(balance.opening, Won{1'000'000});
        QCOMPARE(balance.delivered, Won{1'320'000});
        QCOMPARE(balance.returned, Won{110'000});
        QCOMPARE(balance.received, Won{500'000});
        QCOMPARE(balance.notesReceived, Won{400'000});
        QCOMPARE(balance.owed, Won{1'310'000});
        QCOMPARE(accountAt(opening, {}, Date{20260331}).owed, opening);
        QCOMPARE(accountAt(opening, year, Date{20260115}).owed, Won{1'990'000});
        QCOMPARE(accountAt(opening, year, Date{20260114}).owed, Won{2'100'000});
    }

    void a_note_stands_apart_until_it_matures()
    {
        QCOMPARE(accountAt(opening, year, Date{20260209}).notesHeld, Won{0});
        const AccountBalance before = accountAt(opening, year, Date{20260509});
        QCOMPARE(before.notesHeld, Won{400'000});
        QCOMPARE(before.exposure(), Won{1'710'000});
        const AccountBalance matured = accountAt(opening, year, Date{20260510});
        QCOMPARE(matured.notesHeld, Won{0});
        QCOMPARE(matured.owed, before.owed);
        QCOMPARE(matured.exposure(), matured.owed);
    }

    void a_dishonoured_note_is_owed_again()
    {
        for (int on : {20260401, 20260512}) { // handed back before, refused after its day
            std::vector<LedgerEntry> entries = year;
            entries.push_back({Date{on}, Note, Won{-400'000}, Date{20260510}});
            const AccountBalance balance = accountAt(opening, entries, Date{20260630});
            QCOMPARE(balance.owed, Won{1'710'000});
            QCOMPARE(balance.notesHeld, Won{0});
            QCOMPARE(balance.notesReceived, Won{0});
            QCOMPARE(accountAt(opening, entries, Date{on}).notesHeld, Won{0});
        }
    }

    void a_note_without_maturity_is_held_until_reversed()
    {
        const std::vector<LedgerEntry> entries = {{Date{20260210}, Note, Won{5'000}, {}}};
        QCOMPARE(accountAt({}, entries, Date{20291231}).notesHeld, Won{5'000});
        QCOMPARE(accountAt({}, entries, Date{20291231}).owed, Won{-5'000});
    }

    void a_reversal_takes_its_fact_back()
    {
        std::vector<LedgerEntry> entries = year;
        for (const LedgerEntry& entry : year)
            entries.push_back({Date{20260601}, entry.kind, -entry.amount, entry.maturesOn});
        AccountBalance empty;
        empty.opening = empty.owed = opening;
        QCOMPARE(accountAt(opening, entries, Date{20260601}), empty);
    }

    void the_ledger_runs_from_the_balance_carried_forward()
    {
        const CustomerLedger ledger = customerLedger(opening, year, Date{20260131}, Date{20260301});
        QCOMPARE(ledger.carriedForward, Won{1'990'000});
        QCOMPARE(ledger.rows.size(), std::size_t{3});
        QCOMPARE(ledger.rows[0].entry, std::size_t{2});
        QCOMPARE(ledger.rows[0].credit, Won{500'000});
        QCOMPARE(ledger.rows[0].balance, Won{1'490'000});
        QCOMPARE(ledger.rows[1].balance, Won{1'090'000});
        QCOMPARE(ledger.rows[2].debit, Won{220'000});
        QCOMPARE(ledger.closing, Won{1'310'000});
        QCOMPARE(ledger.debits, Won{220'000});
        QCOMPARE(ledger.credits, Won{900'000});
    }

    void a_quiet_period_only_carries_forward()
    {
        const CustomerLedger ledger = customerLedger(opening, year, Date{20260601}, Date{20260630});
        QVERIFY(ledger.rows.empty());
        QCOMPARE(ledger.carriedForward, Won{1'310'000});
        QCOMPARE(ledger.closing, Won{1'310'000});
        const CustomerLedger early = customerLedger(opening, year, Date{20250101}, Date{20251231});
        QCOMPARE(early.carriedForward, opening);
        QCOMPARE(early.closing, opening);
    }

    void ledger_and_balance_agree_on_any_facts()
    {
        std::mt19937_64 random(7);
        for (int round = 0; round < 500; ++round) {
            std::vector<LedgerEntry> entries(random() % 60);
            for (LedgerEntry& entry : entries) {
                entry.on = Date{20260101}.addDays(static_cast<int>(random() % 365));
                entry.kind = static_cast<LedgerEntryKind>(random() % 4);
                entry.amount = Won{static_cast<std::int64_t>(random() % 2'000'000) - 300'000};
                entry.maturesOn = entry.on.addDays(90);
            }
            const Date from = Date{20260101}.addDays(static_cast<int>(random() % 300));
            const Date to = from.addDays(static_cast<int>(random() % 60));
            const CustomerLedger ledger = customerLedger(opening, entries, from, to);
            QCOMPARE(ledger.carriedForward, accountAt(opening, entries, from.addDays(-1)).owed);
            QCOMPARE(ledger.closing, accountAt(opening, entries, to).owed);
            QCOMPARE(ledger.closing, ledger.carriedForward + ledger.debits - ledger.credits);
            QVERIFY(
                std::ranges::is_sorted(ledger.rows, {}, [&](const LedgerRow& row) { return entries[row.entry].on; }));
            std::ranges::shuffle(entries, random);
            QCOMPARE(customerLedger(opening, entries, from, to).closing, ledger.closing);
        }
    }
};

QTEST_APPLESS_MAIN(ReceivablesTest)
#include "receivables_test.moc"
