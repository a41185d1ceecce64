#pragma once
#include "core/domain/date.h"

#include <cstdint>
#include <span>
#include <string>
#include <string_view>

namespace dure {

/// A delivery among those of its order. Those that take another one back are no parts; what was taken back stays one,
/// for its statement went out as it was counted then.
struct DeliveryPart
{
    Date on;
    std::string number;
};

/// Which part of its order (1차, 2차 …) a delivery of this day and number is: by day, then by number, in whatever order
/// they were recorded. It may be one of `parts` itself, or be still to come.
std::int64_t deliveryPart(std::span<const DeliveryPart> parts, Date on, std::string_view number);
/// The same for what goes out on a day after all of that day.
std::int64_t nextDeliveryPart(std::span<const DeliveryPart> parts, Date on);

} // namespace dure
