#include "app/orders/order_draft.h"

#include "app/widgets/number_text.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace dure::app {
namespace {

constexpr int version = 1;
const std::string orderDraft = "order/";
const std::string newDraft = "order/new";

// Numbers stand as text: JSON's own lose digits beyond 2^53.
QJsonValue jsonOf(const Value& value)
{
    if (const auto* number = std::get_if<std::int64_t>(&value))
        return QStringLiteral("#%1").arg(*number);
    if (const auto* text = std::get_if<std::string>(&value))
        return QStringLiteral("'") + toQString(*text);
    if (const auto* id = std::get_if<Uuid>(&value))
        return QStringLiteral("@") + toQString(id->toString());
    return {};
}

Value valueOf(const QJsonValue& json)
{
    const QString text = json.toString();
    if (text.startsWith(u'#'))
        return std::int64_t{text.sliced(1).toLongLong()};
    if (text.startsWith(u'\''))
        return text.sliced(1).toStdString();
    if (text.startsWith(u'@'))
        return Uuid::fromString(text.sliced(1).toStdString()).value_or(Uuid{});
    return {};
}

template <class E> QJsonObject jsonOf(const E& entity)
{
    const Row row = toRow(entity);
    const Table& table = tableOf(E::table);
    QJsonObject fields;
    for (std::size_t i = 0; i < row.values.size(); ++i) {
        if (const QJsonValue value = jsonOf(row.values[i]); !value.isNull())
            fields[QString::fromUtf8(table.columns[i].name.data(), qsizetype(table.columns[i].name.size()))] = value;
    }
    QJsonObject json{{QStringLiteral("fields"), fields}};
    if (!entity.id.isNil())
        json[QStringLiteral("id")] = toQString(entity.id.toString());
    if (entity.seq != 0)
        json[QStringLiteral("seq")] = QString::number(entity.seq);
    if (!entity.extra.empty())
        json[QStringLiteral("extra")] = toQString(entity.extra);
    return json;
}

template <class E> E entityOf(const QJsonObject& json)
{
    const Table& table = tableOf(E::table);
    Row row;
    row.id = Uuid::fromString(json[QStringLiteral("id")].toString().toStdString()).value_or(Uuid{});
    row.extra = json[QStringLiteral("extra")].toString().toStdString();
    const QJsonObject fields = json[QStringLiteral("fields")].toObject();
    for (const Column& column : table.columns)
        row.values.push_back(valueOf(fields[QString::fromUtf8(column.name.data(), qsizetype(column.name.size()))]));
    return fromRow<E>(row, json[QStringLiteral("seq")].toString().toLongLong());
}

QJsonObject jsonOfEntry(const EntryLine& entry)
{
    QJsonObject json{{QStringLiteral("line"), jsonOf(entry.line)}, {QStringLiteral("code"), toQString(entry.code)},
        {QStringLiteral("listPrice"), QString::number(entry.listPrice.tenThousandths)},
        {QStringLiteral("perBox"), QString::number(entry.unitsPerBox.tenThousandths)},
        {QStringLiteral("perPallet"), QString::number(entry.boxesPerPallet)},
        {QStringLiteral("unmatched"), entry.unmatched}, {QStringLiteral("awaited"), entry.priceAwaited}};
    QJsonObject rejected;
    for (auto each = entry.rejected.begin(); each != entry.rejected.end(); ++each)
        rejected[QString::number(each.key())] = QJsonArray{each->text, each->why};
    if (!rejected.isEmpty())
        json[QStringLiteral("rejected")] = rejected;
    return json;
}

EntryLine entryOf(const QJsonObject& json)
{
    EntryLine entry;
    entry.line = entityOf<OrderLine>(json[QStringLiteral("line")].toObject());
    entry.code = json[QStringLiteral("code")].toString().toStdString();
    entry.listPrice = {json[QStringLiteral("listPrice")].toString().toLongLong()};
    entry.unitsPerBox = {json[QStringLiteral("perBox")].toString().toLongLong()};
    entry.boxesPerPallet = json[QStringLiteral("perPallet")].toString().toLongLong();
    entry.unmatched = json[QStringLiteral("unmatched")].toBool();
    entry.priceAwaited = json[QStringLiteral("awaited")].toBool();
    const QJsonObject rejected = json[QStringLiteral("rejected")].toObject();
    for (const QString& column : rejected.keys()) {
        const QJsonArray pair = rejected[column].toArray();
        entry.rejected[column.toInt()] = {pair[0].toString(), pair[1].toString()};
    }
    return entry;
}

QJsonObject jsonOfOpening(const OrderOpening& opening)
{
    QJsonArray lines;
    for (const OrderLine& line : opening.lines)
        lines += jsonOf(line);
    QJsonObject delivered;
    for (const auto& [line, quantity] : opening.delivered)
        delivered[toQString(line.toString())] = QString::number(quantity.tenThousandths);
    return {{QStringLiteral("order"), jsonOf(opening.order)}, {QStringLiteral("lines"), lines},
        {QStringLiteral("delivered"), delivered}, {QStringLiteral("hasDeliveries"), opening.hasDeliveries}};
}

OrderOpening openingOf(const QJsonObject& json)
{
    OrderOpening opening;
    opening.order = entityOf<SalesOrder>(json[QStringLiteral("order")].toObject());
    for (const QJsonValue& line : json[QStringLiteral("lines")].toArray())
        opening.lines.push_back(entityOf<OrderLine>(line.toObject()));
    const QJsonObject delivered = json[QStringLiteral("delivered")].toObject();
    for (auto each = delivered.begin(); each != delivered.end(); ++each)
        if (const auto line = Uuid::fromString(each.key().toStdString()))
            opening.delivered[*line] = Quantity{each.value().toString().toLongLong()};
    opening.hasDeliveries = json[QStringLiteral("hasDeliveries")].toBool();
    return opening;
}

} // namespace

std::string draftText(const OrderDraft& draft)
{
    QJsonArray lines;
    for (const auto& line : draft.lines)
        lines += jsonOfEntry(*line);
    QJsonObject json{{QStringLiteral("version"), version}, {QStringLiteral("order"), jsonOf(draft.order)},
        {QStringLiteral("lines"), lines}, {QStringLiteral("at"), QString::number(draft.at)}};
    QJsonArray splits;
    for (auto split = draft.splits.begin(); split != draft.splits.end(); ++split) {
        QJsonArray parts;
        for (const CallOffText& part : *split)
            parts += QJsonArray{part.on, part.amount};
        splits += QJsonObject{{QStringLiteral("row"), split.key()}, {QStringLiteral("parts"), parts}};
    }
    if (!splits.isEmpty())
        json[QStringLiteral("splits")] = splits;
    if (draft.before)
        json[QStringLiteral("before")] = jsonOfOpening(*draft.before);
    return QJsonDocument(json).toJson(QJsonDocument::Compact).toStdString();
}

std::optional<OrderDraft> readDraft(const std::string& text)
{
    const QJsonObject json = QJsonDocument::fromJson(QByteArray::fromStdString(text)).object();
    if (json[QStringLiteral("version")].toInt() != version)
        return std::nullopt;
    OrderDraft draft;
    draft.order = entityOf<SalesOrder>(json[QStringLiteral("order")].toObject());
    for (const QJsonValue& line : json[QStringLiteral("lines")].toArray())
        draft.lines += std::make_shared<const EntryLine>(entryOf(line.toObject()));
    for (const QJsonValue& split : json[QStringLiteral("splits")].toArray())
        for (const QJsonValue& part : split[QStringLiteral("parts")].toArray())
            draft.splits[split[QStringLiteral("row")].toInt(-1)] += {part[0].toString(), part[1].toString()};
    draft.at = json[QStringLiteral("at")].toString().toLongLong();
    if (json.contains(QStringLiteral("before")))
        draft.before = openingOf(json[QStringLiteral("before")].toObject());
    return draft;
}

std::string draftName(const Uuid& order, const Uuid& forCustomer)
{
    if (!order.isNil())
        return orderDraft + order.toString();
    return forCustomer.isNil() ? newDraft : newDraft + '/' + forCustomer.toString();
}

Uuid customerOfDraft(const std::string& name)
{
    const bool fits = name.size() > newDraft.size() && name.starts_with(newDraft + '/');
    return fits ? Uuid::fromString(name.substr(newDraft.size() + 1)).value_or(Uuid{}) : Uuid{};
}

Uuid orderOfDraft(const std::string& name)
{
    const bool fits = name.starts_with(orderDraft);
    return fits ? Uuid::fromString(name.substr(orderDraft.size())).value_or(Uuid{}) : Uuid{};
}

} // namespace dure::app
