#pragma once
#include "app/data/reader.h"
#include "app/orders/entry_line.h"

#include <QStringList>
#include <map>

namespace dure::app {

/// What the editor shows of a customer.
struct OrderCustomer
{
    Customer customer;
    std::vector<DeliverySite> sites;
    Won balance;
};

/// How much of each line went out, by the line's id.
using Delivered = std::map<Uuid, Quantity>;

/// What the customer will owe for what is still to be delivered of these lines, tax included. A line of which more went
/// out than was ordered owes nothing more, and takes nothing away from the others. Pure.
Won toBeOwed(const TaxTerms& terms, const std::vector<OrderLine>& lines, const Delivered& delivered);

/// An order as it is opened for editing. `order` and `lines` are what saving compares with.
struct OrderOpening
{
    SalesOrder order;
    std::vector<OrderLine> lines;
    std::vector<EntryLine> entries; ///< of `lines`, with codes and list prices
    Delivered delivered;
    bool hasDeliveries = false;
};

// On the reader's thread.
EntryLine readEntry(Reader& reader, const OrderLine& line); ///< with its product's code and list price
std::optional<OrderOpening> readOrderOpening(Reader& reader, const Uuid& id, Date today);
std::optional<OrderCustomer> readOrderCustomer(Reader& reader, const Uuid& id);

/// What came in from elsewhere while the order was open.
struct OrderIncoming
{
    QStringList sentences; ///< "Due: 12-02 수 → 12-05 토", "PET 500ml: taken out"
    bool gone = false; ///< the order itself was deleted
    std::vector<Uuid> goneLines; ///< of those it was opened with
    Delivered delivered; ///< by now
};
OrderIncoming readIncoming(Reader& reader, const OrderOpening& before, Date today);

} // namespace dure::app
