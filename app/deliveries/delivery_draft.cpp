#include "app/deliveries/delivery_draft.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dure::app {
namespace {

constexpr int version = 1;

QString textOf(const Uuid& id) { return id.isNil() ? QString() : QString::fromStdString(id.toString()); }
Uuid idOf(const QJsonValue& json) { return Uuid::fromString(json.toString().toStdString()).value_or(Uuid{}); }

QJsonObject jsonOf(const DeliveryEntry& entry)
{
    return {{QStringLiteral("line"), textOf(entry.orderLineId)}, {QStringLiteral("product"), textOf(entry.productId)},
        {QStringLiteral("name"), entry.name}, {QStringLiteral("spec"), entry.spec},
        {QStringLiteral("unit"), entry.unit},
        // as text: JSON's own numbers lose digits beyond 2^53
        {QStringLiteral("now"), QString::number(entry.now.tenThousandths)},
        {QStringLiteral("price"), QString::number(entry.unitPrice.tenThousandths)},
        {QStringLiteral("offered"), entry.priceOffered},
        {QStringLiteral("list"), QString::number(entry.listPrice.tenThousandths)},
        {QStringLiteral("tax"), int(entry.productTax)},
        {QStringLiteral("perBox"), QString::number(entry.unitsPerBox.tenThousandths)},
        {QStringLiteral("perPallet"), QString::number(entry.boxesPerPallet)}};
}

DeliveryEntry entryOf(const QJsonObject& json)
{
    DeliveryEntry entry;
    entry.orderLineId = idOf(json[QStringLiteral("line")]);
    entry.productId = idOf(json[QStringLiteral("product")]);
    entry.name = json[QStringLiteral("name")].toString();
    entry.spec = json[QStringLiteral("spec")].toString();
    entry.unit = json[QStringLiteral("unit")].toString();
    entry.now = {json[QStringLiteral("now")].toString().toLongLong()};
    entry.unitPrice = {json[QStringLiteral("price")].toString().toLongLong()};
    entry.priceOffered = json[QStringLiteral("offered")].toBool();
    entry.listPrice = {json[QStringLiteral("list")].toString().toLongLong()};
    entry.unitsPerBox = {json[QStringLiteral("perBox")].toString().toLongLong()};
    entry.boxesPerPallet = json[QStringLiteral("perPallet")].toString().toLongLong();
    entry.productTax = TaxKind(json[QStringLiteral("tax")].toInt());
    return entry;
}

} // namespace

std::string deliveryDraftName(const Uuid& order)
{
    return order.isNil() ? std::string("delivery/new") : "delivery/" + order.toString();
}

std::string deliveryDraftText(const DeliveryDraft& draft)
{
    QJsonArray entries;
    for (const DeliveryEntry& entry : draft.entries) {
        if (!entry.isBlank())
            entries += jsonOf(entry);
    }
    const QJsonObject json{{QStringLiteral("version"), version}, {QStringLiteral("customer"), textOf(draft.customer)},
        {QStringLiteral("site"), textOf(draft.site)}, {QStringLiteral("on"), draft.deliveredOn.yyyymmdd},
        {QStringLiteral("vehicle"), draft.vehicle}, {QStringLiteral("receiver"), draft.receiver},
        {QStringLiteral("memo"), draft.memo}, {QStringLiteral("entries"), entries}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<DeliveryDraft> deliveryDraftOf(const std::string& text)
{
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    if (json[QStringLiteral("version")].toInt() != version)
        return std::nullopt;
    DeliveryDraft draft;
    draft.customer = idOf(json[QStringLiteral("customer")]);
    draft.site = idOf(json[QStringLiteral("site")]);
    draft.deliveredOn = {json[QStringLiteral("on")].toInt()};
    draft.vehicle = json[QStringLiteral("vehicle")].toString();
    draft.receiver = json[QStringLiteral("receiver")].toString();
    draft.memo = json[QStringLiteral("memo")].toString();
    for (const QJsonValue& entry : json[QStringLiteral("entries")].toArray())
        draft.entries += entryOf(entry.toObject());
    return draft;
}

QList<DeliveryEntry> resumed(QList<DeliveryEntry> now, const QList<DeliveryEntry>& typed)
{
    for (const DeliveryEntry& each : typed) {
        if (!each.isOrdered()) {
            now += each;
            continue;
        }
        const auto line = std::ranges::find(now, each.orderLineId, &DeliveryEntry::orderLineId);
        if (line != now.end())
            line->now = each.now;
    }
    return now;
}

} // namespace dure::app
