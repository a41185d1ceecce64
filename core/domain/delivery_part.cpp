#include "core/domain/delivery_part.h"

#include <algorithm>
#include <utility>

namespace dure {

std::int64_t deliveryPart(std::span<const DeliveryPart> parts, Date on, std::string_view number)
{
    return 1 + std::ranges::count_if(parts, [&](const DeliveryPart& part) {
        return std::pair(part.on, std::string_view(part.number)) < std::pair(on, number);
    });
}

std::int64_t nextDeliveryPart(std::span<const DeliveryPart> parts, Date on)
{
    return 1 + std::ranges::count_if(parts, [&](const DeliveryPart& part) { return part.on <= on; });
}

} // namespace dure
