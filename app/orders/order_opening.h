#pragma once
#include "app/data/reader.h"
#include "app/orders/entry_line.h"

#include <QStringList>

namespace dure::app {

/// What the editor shows of a customer.
struct OrderCustomer
{
    Customer customer;
    std::vector<DeliverySite> sites;
    Won balance;
};

/// An order as it is opened for editing. `order` and `lines` are what saving compares with.
struct OrderOpening
{
    SalesOrder order;
    std::vector<OrderLine> lines;
    std::vector<EntryLine> entries; ///< of `lines`, with codes and list prices
    Won delivered; ///< tax included
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
    Won delivered; ///< tax included, by now
};
OrderIncoming readIncoming(Reader& reader, const OrderOpening& before, Date today);

} // namespace dure::app
