#pragma once
#include "core/commands/commands.h"
#include "core/domain/price_change.h"

namespace dure::commands {

/// One new price, and what it was decided on.
struct PlannedPrice
{
    Uuid product;
    Uuid customer; ///< nil: the list price
    Quantity minQuantity;
    PriceSource source = PriceSource::List; ///< of what it replaces; see PriceBase
    UnitPrice seen; ///< what it replaces, as it was shown
    UnitPrice seenThen; ///< likewise PriceBase::agreedThen
    UnitPrice price;
};

struct PricePlan
{
    Date from; ///< of agreed prices; a list price has no day and changes at once
    std::string note; ///< of agreed prices; empty: what stands there stays
    std::vector<PlannedPrice> prices; ///< those of one customer and product follow each other
};

/// Writes all of it as one action with one undo, or nothing. Prices before `from` stay as they are. Where only some of
/// a customer's quantity steps change, the larger ones among the others are agreed anew at what they were: a newer
/// price for few pieces would otherwise hold for many as well. NotAsSeen: somebody changed one meanwhile, and
/// `problems` names it by its line. Stopped by `watch`, which is asked between prices: Refusal::Stopped.
Result changePrices(Commands& commands, const PricePlan& plan, const ImportWatch& watch = {});

} // namespace dure::commands
