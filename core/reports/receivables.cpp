#include "core/reports/receivables.h"

#include <algorithm>
#include <numeric>

namespace dure {

namespace {

bool isDebit(LedgerEntryKind kind) { return kind == LedgerEntryKind::Delivery; }

Won change(const LedgerEntry& entry) { return isDebit(entry.kind) ? entry.amount : -entry.amount; }

} // namespace

AccountBalance accountAt(Won opening, std::span<const LedgerEntry> entries, Date asOf)
{
    AccountBalance balance;
    balance.opening = opening;
    balance.owed = opening;
    for (const LedgerEntry& entry : entries) {
        if (entry.on > asOf)
            continue;
        balance.owed += change(entry);
        switch (entry.kind) {
        case LedgerEntryKind::Delivery:
            balance.delivered += entry.amount;
            break;
        case LedgerEntryKind::Return:
            balance.returned += entry.amount;
            break;
        case LedgerEntryKind::Payment:
            balance.received += entry.amount;
            break;
        case LedgerEntryKind::Note:
            balance.notesReceived += entry.amount;
            // a reversal carries the note's maturity, so that it leaves no trace here before or after that day
            if (entry.maturesOn.isNull() || entry.maturesOn > asOf)
                balance.notesHeld += entry.amount;
            break;
        }
    }
    return balance;
}

CustomerLedger customerLedger(Won opening, std::span<const LedgerEntry> entries, Date from, Date to)
{
    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return entries[i].on; });

    CustomerLedger ledger;
    ledger.carriedForward = opening;
    Won balance = opening;
    for (std::size_t i : order) {
        const LedgerEntry& entry = entries[i];
        if (entry.on > to)
            break;
        balance += change(entry);
        if (entry.on < from) {
            ledger.carriedForward = balance;
            continue;
        }
        const bool debit = isDebit(entry.kind);
        const LedgerRow row{i, debit ? entry.amount : Won{}, debit ? Won{} : entry.amount, balance};
        ledger.debits += row.debit;
        ledger.credits += row.credit;
        ledger.rows.push_back(row);
    }
    ledger.closing = balance;
    return ledger;
}

} // namespace dure
