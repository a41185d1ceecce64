#pragma once
#include "app/deliveries/delivery_line_model.h"

#include <optional>
#include <string>

namespace dure::app {

/// What stands on the delivery page, kept on this PC while it is typed.
struct DeliveryDraft
{
    Uuid customer, site;
    Date deliveredOn;
    QString vehicle, receiver, memo;
    QList<DeliveryEntry> entries;
};

/// Under which name it is kept: one an order, and one for deliveries without an order.
std::string deliveryDraftName(const Uuid& order);
std::string deliveryDraftText(const DeliveryDraft& draft);
/// Nothing: not a draft this version can read.
std::optional<DeliveryDraft> deliveryDraftOf(const std::string& text);
/// Puts what was typed into the lines as they are now: other PCs may have delivered meanwhile.
QList<DeliveryEntry> resumed(QList<DeliveryEntry> now, const QList<DeliveryEntry>& typed);

} // namespace dure::app
