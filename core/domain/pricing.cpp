#include "core/domain/pricing.h"

#include <tuple>

namespace dure {

std::optional<AgreedPrice> agreedPrice(std::span<const AgreedPrice> prices, Quantity quantity, Date date)
{
    const Quantity size = quantity < Quantity{} ? -quantity : quantity;
    const AgreedPrice* best = nullptr;
    for (const AgreedPrice& price : prices) {
        if (price.validFrom > date || price.minQuantity > size)
            continue;
        if (!best || std::tie(price.validFrom, price.minQuantity) >= std::tie(best->validFrom, best->minQuantity))
            best = &price;
    }
    return best ? std::optional(*best) : std::nullopt;
}

OfferedPrice offerPrice(std::span<const AgreedPrice> prices, const std::optional<LastPrice>& last, UnitPrice listPrice,
    Quantity quantity, Date date)
{
    if (const auto agreed = agreedPrice(prices, quantity, date))
        return {agreed->unitPrice, PriceSource::Agreed, agreed->validFrom};
    if (last)
        return {last->unitPrice, PriceSource::Last, last->on};
    return {listPrice, PriceSource::List, {}};
}

} // namespace dure
