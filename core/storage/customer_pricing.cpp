#include "core/storage/customer_pricing.h"

#include "core/storage/row_store.h"

namespace dure::storage {

std::optional<LastPrice> CustomerPricing::lastOf(const Uuid& product) const
{
    const auto found = last.find(product);
    return found == last.end() ? std::nullopt : std::optional(found->second);
}

std::optional<AgreedPrice> CustomerPricing::agreedOf(const Uuid& product, Quantity quantity, Date day) const
{
    const auto found = agreed.find(product);
    return found == agreed.end() ? std::nullopt : agreedPrice(found->second, quantity, day);
}

OfferedPrice CustomerPricing::offer(const Uuid& product, UnitPrice listPrice, Quantity quantity, Date day) const
{
    const auto found = agreed.find(product);
    const std::span<const AgreedPrice> prices
        = found == agreed.end() ? std::span<const AgreedPrice>() : std::span(found->second);
    return offerPrice(prices, lastOf(product), listPrice, quantity, day);
}

CustomerPricing readCustomerPricing(sqlite::Database& db, const Uuid& customer, const Uuid& except)
{
    CustomerPricing pricing;
    pricing.customer = customer;
    if (customer.isNil())
        return pricing;
    // the newest first, as OrderStore::lastPrice() asks; the first met is the last paid
    auto orders = db.prepare("SELECT l.product_id, l.unit_price, o.ordered_on FROM sales_order o CROSS JOIN "
                             "order_line l ON l.order_id = o.id AND l.deleted = 0 AND l.product_id IS NOT NULL "
                             "WHERE o.customer_id = ?1 AND o.deleted = 0 AND ifnull(o.state, 0) <> 2 AND o.id <> ?2 "
                             "ORDER BY o.ordered_on DESC, o.id DESC, l.position DESC");
    orders->bindBorrowed(1, blobOf(customer)).bindBorrowed(2, blobOf(except));
    while (orders->step())
        pricing.last.try_emplace(
            uuidAt(*orders, 0), LastPrice{{orders->integer(1)}, Date{static_cast<std::int32_t>(orders->integer(2))}});
    auto prices
        = db.prepare("SELECT product_id, valid_from, ifnull(min_quantity, 0), unit_price FROM customer_price "
                     "WHERE customer_id = ? AND deleted = 0 ORDER BY valid_from DESC, ifnull(min_quantity, 0), id");
    prices->bindBorrowed(1, blobOf(customer));
    while (prices->step())
        pricing.agreed[uuidAt(*prices, 0)].push_back(
            {Date{static_cast<std::int32_t>(prices->integer(1))}, {prices->integer(2)}, {prices->integer(3)}});
    return pricing;
}

} // namespace dure::storage
