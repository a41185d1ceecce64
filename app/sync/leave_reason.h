#pragma once
#include <cstdint>

namespace dure::app {

/// Why a company has to be left (DESIGN §3.18).
enum class LeaveReason : std::uint8_t {
    DeviceRevoked,
    MembershipEnded,
    TimeOver, ///< the day came until which the role was given
};

} // namespace dure::app
