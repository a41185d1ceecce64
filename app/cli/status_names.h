#pragma once
#include "core/domain/order_status.h"

#include <string_view>

namespace dure::cli {

/// As text and JSON call it; never changed once shipped.
constexpr std::string_view statusName(OrderStatus status)
{
    switch (status) {
    case OrderStatus::Received:
        return "received";
    case OrderStatus::PartlyDelivered:
        return "partly_delivered";
    case OrderStatus::Delivered:
        return "delivered";
    case OrderStatus::OnHold:
        return "on_hold";
    case OrderStatus::Cancelled:
        return "cancelled";
    }
    return {};
}

} // namespace dure::cli
