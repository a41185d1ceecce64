#pragma once
#include "core/exchange/column_mapping.h"
#include "core/exchange/source_row.h"

namespace dure::exchange {

/// Guesses from the header's words, Korean and English, and from what stands in the sample: a column of texts never
/// feeds a price, and a column of business numbers, e-mail addresses or telephone numbers is known under any name.
/// Every column is used at most once. The result may lack needed fields: see missingFields().
ColumnMapping guessColumns(TargetKind kind, std::span<const std::string> header, std::span<const SourceRow> sample);

/// What the rows of such a table are, if one kind's needed fields are all there; std::nullopt if none's are.
/// An order with its date and customer comes before its lines, these before products and customers.
std::optional<TargetKind> guessKind(std::span<const std::string> header, std::span<const SourceRow> sample);

} // namespace dure::exchange
