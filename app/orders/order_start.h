#pragma once
#include "app/orders/order_draft.h"

namespace dure::app {

/// What a new order begins with: the lines of an earlier one, or of a quotation. At most one of them.
struct OrderStart
{
    Uuid copyOf;
    Uuid quotation;

    bool isNothing() const { return copyOf.isNil() && quotation.isNil(); }
};

// On the reader's thread. The lines are new ones, without the dates and typed taxes of their own.
/// The same customer, site, terms and lines, as long to the due date as it was then. Prices that nobody typed are
/// offered anew by the editor.
std::optional<OrderDraft> readCopy(Reader& reader, const Uuid& order, Date today);
/// The quotation's customer, terms and lines at the prices that were quoted.
std::optional<OrderDraft> readQuoted(Reader& reader, const Uuid& quotation, Date today);

} // namespace dure::app
