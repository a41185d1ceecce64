#pragma once
#include "core/domain/price_change.h"
#include "core/storage/product_store.h"

namespace dure::storage {

/// Which prices are to change.
struct PriceScope
{
    std::vector<Uuid> products; ///< those; empty: whatever the filter finds
    ProductFilter filter;
    Uuid customer; ///< nil: all that are active; else also an inactive one
    bool listPrices = true, agreedPrices = true;
    /// What was last paid where nothing is agreed: the new price becomes an agreed one.
    bool lastPrices = true;
    Date from; ///< the first day of the new prices
    Date paidSince; ///< what was last paid before that day is none that somebody would pay again
};

/// What a price change starts from. Any connection will do; nothing here writes. Thousands of products take a moment:
/// not on a thread that people wait for.
class PriceChangeStore
{
public:
    explicit PriceChangeStore(sqlite::Database& db)
        : m_db(db)
    { }

    /// By the products' codes, as previewPrices() wants them.
    std::vector<PriceBase> bases(const PriceScope& scope);

    /// One customer's agreed prices for one product, as agreedPrice() wants them.
    std::vector<AgreedPrice> agreed(const Uuid& customer, const Uuid& product);
    /// Of the price that is agreed with this customer for this product, day and least quantity; empty: none is.
    std::string noteOf(const CustomerPrice& same);

private:
    sqlite::Database& m_db;
};

} // namespace dure::storage
