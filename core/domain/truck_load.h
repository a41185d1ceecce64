#pragma once
#include "core/domain/fixed_point.h"

#include <algorithm>

namespace dure {

/// How much room goods take on a truck, counted in the boxes and pallets of their products. A begun box is a box;
/// begun pallets of several products share one, so parts are added up before they are rounded.
struct TruckLoad
{
    static constexpr std::int64_t palletScale = 10'000;

    std::int64_t palletParts = 0; ///< of products that stand on pallets; in ten-thousandths of one
    std::int64_t boxes = 0; ///< of all whose box is known
    std::int64_t looseBoxes = 0; ///< of those, what no pallet is known for
    bool isPartlyUnknown = false; ///< a product has no box

    constexpr std::int64_t pallets() const { return (palletParts + palletScale - 1) / palletScale; }
    constexpr bool isUnknown() const { return boxes == 0; }
    constexpr TruckLoad& operator+=(const TruckLoad& other)
    {
        palletParts += other.palletParts;
        boxes += other.boxes;
        looseBoxes += other.looseBoxes;
        isPartlyUnknown = isPartlyUnknown || other.isPartlyUnknown;
        return *this;
    }
    bool operator==(const TruckLoad&) const = default;
};

/// 0 or less in `unitsPerBox` or `boxesPerPallet`: not known.
constexpr TruckLoad truckLoad(Quantity quantity, Quantity unitsPerBox, std::int64_t boxesPerPallet)
{
    TruckLoad load;
    if (quantity <= Quantity{})
        return load;
    if (unitsPerBox <= Quantity{}) {
        load.isPartlyUnknown = true;
        return load;
    }
    const std::int64_t boxes = (quantity.tenThousandths - 1) / unitsPerBox.tenThousandths + 1;
    load.boxes = boxes;
    if (boxesPerPallet > 0)
        load.palletParts = (boxes * TruckLoad::palletScale + boxesPerPallet - 1) / boxesPerPallet;
    else
        load.looseBoxes = boxes;
    return load;
}

} // namespace dure
