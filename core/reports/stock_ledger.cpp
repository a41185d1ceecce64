#include "core/reports/stock_ledger.h"

#include <algorithm>
#include <numeric>

namespace dure {

Quantity stockAt(std::span<const StockEntry> entries, Date asOf)
{
    Quantity onHand;
    for (const StockEntry& entry : entries)
        if (entry.on <= asOf)
            onHand += entry.quantity;
    return onHand;
}

StockLevel stockLevel(Quantity onHand, std::span<const Quantity> outstanding, Quantity safety)
{
    StockLevel level{onHand, {}, safety};
    for (Quantity waiting : outstanding)
        level.reserved += std::max(waiting, Quantity{});
    return level;
}

StockLedger stockLedger(std::span<const StockEntry> entries, Date from, Date to)
{
    std::vector<std::size_t> order(entries.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    std::ranges::stable_sort(order, {}, [&](std::size_t i) { return entries[i].on; });

    StockLedger ledger;
    Quantity balance;
    for (std::size_t i : order) {
        const StockEntry& entry = entries[i];
        if (entry.on > to)
            break;
        balance += entry.quantity;
        if (entry.on < from) {
            ledger.carriedForward = balance;
            continue;
        }
        (entry.quantity < Quantity{} ? ledger.out : ledger.in)
            += entry.quantity < Quantity{} ? -entry.quantity : entry.quantity;
        ledger.rows.push_back({i, balance});
    }
    ledger.closing = balance;
    return ledger;
}

} // namespace dure
