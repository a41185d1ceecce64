#pragma once
#include "core/domain/units.h"

#include <QString>

namespace dure::app {

/// Why a typed quantity cannot be read, and what to type; empty without an error. `ofProduct`: the product is known, so
/// that what is missing is missing there.
QString quantityProblem(const ParsedQuantity& parsed, bool ofProduct = true);

/// "24,600개"; the unit may be empty.
QString measured(Quantity quantity, const PackingTerms& terms);

/// "2 pallets 3 boxes + 120"; empty where nothing is known of boxes, or not one is full.
QString packedText(Quantity quantity, const PackingTerms& terms);
/// The same in boxes alone, for a column of its own: "49 + 120".
QString boxesText(Quantity quantity, const PackingTerms& terms);

/// "10박스 = 5,000개", and whether it was rounded; empty for a plain number.
QString conversionText(const QString& typed, const ParsedQuantity& parsed, const PackingTerms& terms);

} // namespace dure::app
