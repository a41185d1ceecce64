#pragma once
#include "app/data/reader.h"
#include "app/deliveries/delivery_line_model.h"
#include "core/documents/paper_form.h"

#include <QStringList>

namespace dure::app {

/// What the delivery page is opened with.
struct DeliveryOpening
{
    std::optional<SalesOrder> order; ///< none: a delivery without an order
    Customer customer; ///< id nil: not chosen yet
    QString customerName;
    std::vector<DeliverySite> sites;
    CompanyProfile company;
    FormPictures pictures;
    QList<DeliveryEntry> entries; ///< of the order's lines, with what remains
    TaxTerms tax;
    Tolerance tolerance;
    std::vector<DeliveryPart> parts; ///< what the order had before
    /// Which part of the order a delivery of this day and number is, as its statement will say; 0 without an order.
    std::int64_t partAt(Date day, const std::string& number) const;
    QStringList vehicles; ///< used lately
};

// On the reader's thread.
/// Order nil: for `customer`, which may be nil too. Nothing: the order is gone.
std::optional<DeliveryOpening> readDeliveryOpening(Reader& reader, const Uuid& order, const Uuid& customer, Date today);

/// Before the first sync has ended nobody's balance is known.
bool isFirstSyncDone(Reader& reader);

/// A vehicle and its driver as one text and back: "2.5톤 82가 3417, 이정호".
QString vehicleText(const std::string& vehicle, const std::string& driver);
std::pair<std::string, std::string> vehicleAndDriver(const QString& text);

} // namespace dure::app
