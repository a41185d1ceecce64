#pragma once
#include "core/commands/commands.h"
#include "core/domain/entities.h"
#include "core/storage/row_store.h"

namespace dure::commands {

/// The product's text on a line that has none of its own.
void fillFromProduct(OrderLine& line, const Product& product);

/// Supply and tax of all lines of one order; reports quantities of 0 and amounts that do not fit, and computes only if
/// there is no problem at all.
void computeLines(const TaxTerms& tax, std::vector<OrderLine>& lines, std::vector<FieldProblem>& problems);

/// What the schema and a document's form have against an order whose rows are complete.
void checkOrder(storage::RowStore& rows, const OrderInput& input, std::vector<FieldProblem>& problems);

/// The same of its lines alone.
void checkLines(storage::RowStore& rows, const std::vector<OrderLine>& lines, std::vector<FieldProblem>& problems);

} // namespace dure::commands
