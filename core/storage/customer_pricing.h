#pragma once
#include "core/domain/pricing.h"
#include "core/domain/uuid.h"
#include "core/sqlite/database.h"

#include <unordered_map>
#include <vector>

namespace dure::storage {

/// All prices of one customer, read at once: an editor offers prices for hundreds of lines from it without asking the
/// disk again. A value; shared between threads as const.
struct CustomerPricing
{
    Uuid customer;
    std::unordered_map<Uuid, LastPrice> last; ///< by product: of the customer's latest order with it
    std::unordered_map<Uuid, std::vector<AgreedPrice>> agreed; ///< by product, as agreedPrice() wants them

    std::optional<LastPrice> lastOf(const Uuid& product) const;
    std::optional<AgreedPrice> agreedOf(const Uuid& product, Quantity quantity, Date day) const;
    /// What to put into the price cell, by offerPrice().
    OfferedPrice offer(const Uuid& product, UnitPrice listPrice, Quantity quantity, Date day) const;
};

/// `except`: an order whose own prices are not "last" ones, because it is being edited.
CustomerPricing readCustomerPricing(sqlite::Database& db, const Uuid& customer, const Uuid& except = {});

} // namespace dure::storage
