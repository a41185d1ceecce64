#pragma once
#include "core/domain/date.h"
#include "core/domain/fixed_point.h"

#include <span>
#include <vector>

namespace dure {

/// One movement of one product: in is positive, out negative; a reversal is the same with the other sign.
struct StockEntry
{
    Date on;
    Quantity quantity;
};

/// On hand at the end of `asOf`. It may be negative: facts are never refused, they are shown.
Quantity stockAt(std::span<const StockEntry> entries, Date asOf);

struct StockLevel
{
    Quantity onHand;
    Quantity reserved; ///< what open orders still wait for
    Quantity safety; ///< the least that should be there; 0: none set

    Quantity available() const { return onHand - reserved; } ///< negative: more is promised than there is
    bool isNegative() const { return onHand < Quantity{}; } ///< 확인 필요: something was not entered
    bool isShort() const { return available() < safety; }
};

/// `outstanding` holds outstandingQuantity() of the product's lines in open orders; returns (negative) reserve nothing.
StockLevel stockLevel(Quantity onHand, std::span<const Quantity> outstanding, Quantity safety);

struct StockLedgerRow
{
    std::size_t entry = 0; ///< index into the entries given
    Quantity balance; ///< on hand after it
};

/// 수불부 of a period, both days included: carriedForward + in − out = closing.
struct StockLedger
{
    Quantity carriedForward;
    std::vector<StockLedgerRow> rows; ///< by date; movements of one day stay in the order given
    Quantity in; ///< sum of the positive movements
    Quantity out; ///< sum of the negative ones, as a positive figure
    Quantity closing;
};

StockLedger stockLedger(std::span<const StockEntry> entries, Date from, Date to);

} // namespace dure
