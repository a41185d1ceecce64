#pragma once
#include "core/domain/fixed_point.h"

#include <optional>
#include <string>
#include <string_view>

namespace dure {

/// In what a product is counted and how it is packed.
struct PackingTerms
{
    std::string unit; ///< the product's own: 개, m, yd …; empty counts as pieces
    Quantity unitsPerBox; ///< 입수; 0: not known
    std::int64_t boxesPerPallet = 0; ///< 0: not known
};

/// What a unit's word means, whoever writes it: 박스, BOX and ctn are one.
enum class UnitKind : std::uint8_t { Unknown, Each, Box, Pallet, Metre, Yard };
UnitKind unitKind(std::string_view word);

enum class QuantityError : std::uint8_t {
    Empty,
    NotANumber,
    TooManyDecimals, ///< more than four
    TooLarge, ///< also once it is converted
    UnknownUnit, ///< `unit` is no word that is known, nor the product's own
    NoUnitsPerBox, ///< boxes were typed, and nobody wrote down how many go into one
    NoBoxesPerPallet,
    OtherMeasure, ///< metres of what is counted, or pieces of what is measured
};

struct ParsedQuantity
{
    Quantity quantity; ///< in the product's own unit
    bool converted = false; ///< something else than a plain number of its own unit was typed
    bool exact = true; ///< false: rounded at the fourth decimal, half away from zero
    std::optional<QuantityError> error;
    std::string unit; ///< the word that an error is about, as typed
};

/// Reads a quantity as people type it: whatever parseNumber() reads, and numbers with a unit behind them: "10박스",
/// "2 plt", "120yd", "-3box"; several are added up, the last of them may be pieces without a word: "12박스 35",
/// "2팔레트+3박스+5". A sign stands before all of it. 1 yd is 0.9144 m exactly (international yard). Terms are added
/// exactly and rounded once; limits are parseNumber()'s and count for the result too.
ParsedQuantity parseQuantity(std::string_view utf8, const PackingTerms& terms);

/// A quantity as it stands on pallets and in boxes; what fills no box is loose. Signs are alike.
struct PackedQuantity
{
    std::int64_t pallets = 0;
    std::int64_t boxes = 0; ///< beside those on pallets
    Quantity loose;

    bool operator==(const PackedQuantity&) const = default;
};
/// All loose where the packing is not known or the product itself is counted in boxes or pallets.
PackedQuantity packed(Quantity quantity, const PackingTerms& terms);
/// Boxes alone, without pallets.
PackedQuantity boxed(Quantity quantity, const PackingTerms& terms);

} // namespace dure
