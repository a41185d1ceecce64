#pragma once
#include "app/orders/entry_line.h"
#include "core/domain/call_off.h"

#include <QList>

namespace dure::app {

/// How much of a line can still be given dates of its own: what was not delivered yet.
Quantity callOffQuantity(const OrderLine& line, Quantity delivered);

/// What stands in the place of `line` once its parts have dates of their own: the line itself first, which keeps its
/// deliveries, then new ones with the same product, price, tax and note. What of it is in no part stays with the line
/// and its date; if that is nothing, the line is the first part. A tax that was typed is shared out and adds up to the
/// same. Preconditions: parts are not empty, each is above 0, together they are at most callOffQuantity().
QList<EntryLine> callOffLines(const EntryLine& line, Quantity delivered, const std::vector<CallOffPart>& parts);

} // namespace dure::app
