#include "app/deliveries/delivery_opening.h"

#include "app/documents/company_reading.h"
#include "app/widgets/number_text.h"
#include "core/storage/sync_state.h"

namespace dure::app {
namespace {

DeliveryEntry entryOf(const storage::OrderLineDetail& detail, Tolerance tolerance)
{
    const OrderLine& line = detail.line;
    DeliveryEntry entry;
    entry.orderLineId = line.id;
    entry.productId = line.productId;
    entry.name = toQString(line.productName);
    entry.spec = toQString(line.spec);
    entry.unit = toQString(line.unit);
    entry.ordered = line.quantity;
    entry.before = detail.delivered;
    entry.done = isLineDone(detail.progress(), tolerance);
    entry.now = entry.done ? Quantity{} : detail.remaining();
    entry.unitPrice = line.unitPrice;
    entry.taxTyped = line.taxTyped;
    entry.typedTax = line.tax;
    return entry;
}

void readOrder(const storage::OrderDetail& detail, DeliveryOpening& opening)
{
    opening.order = detail.order;
    opening.tax = detail.order.tax;
    opening.tolerance = detail.tolerance;
    for (const storage::OrderLineDetail& line : detail.lines) {
        if (!line.line.quantity.isZero())
            opening.entries += entryOf(line, detail.tolerance);
    }
}

} // namespace

std::int64_t DeliveryOpening::partAt(Date day, const std::string& number) const
{
    return order ? deliveryPart(parts, day, number) : 0;
}

std::optional<DeliveryOpening> readDeliveryOpening(Reader& reader, const Uuid& order, const Uuid& customer, Date today)
{
    DeliveryOpening opening;
    Uuid customerId = customer;
    if (!order.isNil()) {
        const auto detail = reader.orders().detail(order, today);
        if (!detail)
            return std::nullopt;
        customerId = detail->order.customerId;
        opening.customerName = toQString(detail->customerName);
        readOrder(*detail, opening);
        for (DeliveryEntry& entry : opening.entries) {
            if (const auto product = reader.products().find(entry.productId)) {
                entry.unitsPerBox = product->unitsPerBox;
                entry.boxesPerPallet = product->boxesPerPallet;
            }
        }
        opening.parts = reader.deliveries().parts(order);
    }
    if (auto found = reader.customers().find(customerId)) {
        opening.customer = std::move(*found);
        opening.customerName = toQString(opening.customer.name);
        opening.sites = reader.customers().sites(customerId);
        if (order.isNil())
            opening.tax = opening.customer.tax;
    }
    opening.company = reader.customers().companyProfile().value_or(CompanyProfile{});
    opening.pictures = readPictures(reader, opening.company).pictures;
    for (const auto& [vehicle, driver] : reader.deliveries().recentVehicles())
        opening.vehicles += vehicleText(vehicle, driver);
    return opening;
}

bool isFirstSyncDone(Reader& reader)
{
    storage::SyncState sync(reader.db());
    return sync.epoch().empty() || sync.isComplete(); // without a cloud there is nothing to wait for
}

QString vehicleText(const std::string& vehicle, const std::string& driver)
{
    QStringList parts;
    for (const std::string& part : {vehicle, driver}) {
        if (!part.empty())
            parts += toQString(part);
    }
    return parts.join(QStringLiteral(", "));
}

std::pair<std::string, std::string> vehicleAndDriver(const QString& text)
{
    const qsizetype comma = text.lastIndexOf(u',');
    if (comma < 0)
        return {text.trimmed().toStdString(), {}};
    return {text.left(comma).trimmed().toStdString(), text.mid(comma + 1).trimmed().toStdString()};
}

} // namespace dure::app
