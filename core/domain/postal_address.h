#pragma once
#include <cstdint>
#include <string>
#include <string_view>

namespace dure {

enum class PostalCodeCheck : std::uint8_t {
    Current, ///< five digits, since 2015-08-01
    Old, ///< six digits (ddd-ddd): accepted, worth a hint
    Empty,
    NotACode,
};

PostalCodeCheck checkPostalCode(std::string_view typed);

/// "06236" or "135-080"; anything else comes back as typed, folded to ASCII signs.
std::string normalisePostalCode(std::string_view typed);

enum class AddressForm : std::uint8_t {
    RoadName, ///< 도로명: a word ending in 로 or 길 with a building number
    LotNumber, ///< 지번: a word ending in 동, 리 or 가 with a lot number; accepted
    Other, ///< abroad, a bare town, a building's name: accepted as well
};

/// How an address is written. A guess for a hint at the field, never a reason to refuse it.
AddressForm addressForm(std::string_view address);

} // namespace dure
