#include "app/orders/order_opening.h"

#include "app/attention/field_text.h"
#include "app/widgets/number_text.h"

#include <QCoreApplication>

namespace dure::app {
namespace {

class Opening
{
    Q_DECLARE_TR_FUNCTIONS(Opening)
};

/// What the user sees for himself when the rest is said.
bool isImplied(const Column& column)
{
    return column.name == "position" || column.name == "supply" || column.name == "tax_typed"
        || column.name == "price_source" || column.name == "product_id" || column.name == "created_at";
}

/// One sentence for each field that differs; `what` names the line, empty for the head.
template <class E>
void compare(Reader& reader, const E& before, const E& now, const QString& what, Date today, QStringList& sentences)
{
    storage::AttentionStore names = reader.attention();
    const Table& table = tableOf(E::table);
    const Row was = toRow(before);
    const Row is = toRow(now);
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        const Column& column = table.columns[i];
        if (was.values[i] == is.values[i] || isImplied(column))
            continue;
        const QString change = Opening::tr("%1: %2 → %3")
                                   .arg(fieldText(column), valueText(column, was.values[i], today, names),
                                       valueText(column, is.values[i], today, names));
        sentences += what.isEmpty() ? change : what + u' ' + change;
    }
}

template <class E> const E* inList(const std::vector<E>& list, const Uuid& id)
{
    const auto found = std::ranges::find(list, id, &E::id);
    return found == list.end() ? nullptr : &*found;
}

} // namespace

Won toBeOwed(const TaxTerms& terms, const std::vector<OrderLine>& lines, const Delivered& delivered)
{
    std::vector<LineInput> inputs;
    for (const OrderLine& line : lines) {
        const auto gone = delivered.find(line.id);
        const Quantity left
            = remainingQuantity({line.quantity, gone == delivered.end() ? Quantity{} : gone->second, line.dueOn});
        if (amountFits(line.quantity, line.unitPrice))
            inputs.push_back(
                deliveredPart(left, line.unitPrice, {line.quantity, line.unitPrice, line.taxTyped, line.tax}));
    }
    return totalOf(computeAmounts(terms, inputs)).total();
}

EntryLine readEntry(Reader& reader, const OrderLine& line)
{
    EntryLine entry;
    entry.line = line;
    if (const auto product = reader.products().find(line.productId)) {
        entry.code = product->code;
        entry.listPrice = product->listPrice;
        entry.unitsPerBox = product->unitsPerBox;
        entry.boxesPerPallet = product->boxesPerPallet;
    }
    return entry;
}

std::optional<OrderOpening> readOrderOpening(Reader& reader, const Uuid& id, Date today)
{
    auto detail = reader.orders().detail(id, today);
    if (!detail)
        return std::nullopt;
    OrderOpening opening;
    opening.order = std::move(detail->order);
    for (storage::OrderLineDetail& each : detail->lines) {
        opening.entries.push_back(readEntry(reader, each.line));
        opening.delivered[each.line.id] = each.delivered;
        opening.lines.push_back(std::move(each.line));
    }
    opening.hasDeliveries = !detail->deliveries.empty();
    return opening;
}

std::optional<OrderCustomer> readOrderCustomer(Reader& reader, const Uuid& id)
{
    auto customer = reader.customers().find(id);
    if (!customer)
        return std::nullopt;
    return OrderCustomer{std::move(*customer), reader.customers().sites(id), reader.receivables().balance(id)};
}

OrderIncoming readIncoming(Reader& reader, const OrderOpening& before, Date today)
{
    OrderIncoming incoming;
    const auto now = readOrderOpening(reader, before.order.id, today);
    if (!now) {
        incoming.gone = true;
        return incoming;
    }
    incoming.delivered = now->delivered;
    compare(reader, before.order, now->order, {}, today, incoming.sentences);
    for (const OrderLine& line : before.lines) {
        const QString name = toQString(line.productName);
        if (const OrderLine* other = inList(now->lines, line.id)) {
            compare(reader, line, *other, name, today, incoming.sentences);
        } else {
            incoming.goneLines.push_back(line.id);
            incoming.sentences += Opening::tr("%1: taken out").arg(name);
        }
    }
    for (const OrderLine& line : now->lines) {
        if (!inList(before.lines, line.id))
            incoming.sentences
                += Opening::tr("%1: new, %2").arg(toQString(line.productName), numberText(line.quantity));
    }
    return incoming;
}

} // namespace dure::app
