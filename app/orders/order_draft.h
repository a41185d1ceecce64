#pragma once
#include "app/orders/call_off_model.h"
#include "app/orders/order_opening.h"

#include <QList>
#include <QMap>

namespace dure::app {

/// An order that is being typed, as it is kept on this PC until it is saved or thrown away. A value: taken on the GUI
/// thread for nothing, written as text on another.
struct OrderDraft
{
    SalesOrder order;
    QList<std::shared_ptr<const EntryLine>> lines;
    /// What an existing order was opened with; a new one has none. Restored with the draft, so that saving it later
    /// still changes only what was typed.
    std::optional<OrderOpening> before;
    QMap<int, QList<CallOffText>> splits; ///< by its place among the lines: the parts of a line that was being split
    qint64 at = 0; ///< when it was kept, ms
};

std::string draftText(const OrderDraft& draft);
/// std::nullopt: not a draft of an order, or of a newer version.
std::optional<OrderDraft> readDraft(const std::string& text);

/// Under which name a draft is kept: one for new orders, one for each customer an order was begun for, one for each
/// order that is edited.
std::string draftName(const Uuid& order, const Uuid& forCustomer);
/// The customer a draft's name was made for; nil: another name.
Uuid customerOfDraft(const std::string& name);
/// The order whose changes are kept under a name; nil: another name.
Uuid orderOfDraft(const std::string& name);

} // namespace dure::app
