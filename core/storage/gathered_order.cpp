#include "core/storage/gathered_order.h"

#include "core/storage/row_store.h"

namespace dure::storage {

namespace {

Date dateOf(const Value& value) { return {static_cast<std::int32_t>(integerOf(value))}; }

TaxTerms termsOf(std::int64_t kind, std::int64_t priceKind, std::int64_t roundingMode, std::int64_t scope)
{
    return {static_cast<TaxKind>(kind), static_cast<PriceKind>(priceKind), static_cast<RoundingMode>(roundingMode),
        static_cast<TaxScope>(scope)};
}

} // namespace

void GatheredOrder::readHead(const sqlite::Statement& row)
{
    *this = {};
    id = uuidAt(row, 0);
    number = row.text(1);
    customerNo = row.text(2);
    customer = uuidAt(row, 3);
    customerSort = row.text(4);
    orderedOn = {static_cast<std::int32_t>(row.integer(5))};
    dueOn = {static_cast<std::int32_t>(row.integer(6))};
    state = static_cast<OrderState>(row.integer(7));
    tolerance = {row.integer(8), row.integer(9)};
    tax = termsOf(row.integer(10), row.integer(11), row.integer(12), row.integer(13));
}

void GatheredOrder::takeHead(const Row& row)
{
    using Col = col::SalesOrder;
    const auto at = [&](int column) -> const Value& { return row.values[static_cast<std::size_t>(column)]; };
    id = row.id;
    number = textOf(at(Col::number));
    customerNo = textOf(at(Col::customerOrderNo));
    customer = idOf(at(Col::customerId));
    orderedOn = dateOf(at(Col::orderedOn));
    dueOn = dateOf(at(Col::dueOn));
    state = static_cast<OrderState>(integerOf(at(Col::state)));
    tax = termsOf(integerOf(at(Col::taxKind)), integerOf(at(Col::priceKind)), integerOf(at(Col::roundingMode)),
        integerOf(at(Col::taxScope)));
}

void GatheredOrder::takeLine(const Row& row)
{
    using Col = col::OrderLine;
    const auto at = [&](int column) -> const Value& { return row.values[static_cast<std::size_t>(column)]; };
    const Uuid product = idOf(at(Col::productId));
    const Quantity quantity{integerOf(at(Col::quantity))};
    lines.add(integerOf(at(Col::position)), product, textOf(at(Col::productName)), textOf(at(Col::spec)));
    lines.supply += integerOf(at(Col::supply));
    lines.tax += integerOf(at(Col::tax));
    progress.push_back({quantity, {}, dateOf(at(Col::dueOn))});
    inTime.emplace_back();
    sold.push_back(
        {row.id, product, product.isNil() ? textOf(at(Col::productName)) : std::string(), textOf(at(Col::unit)),
            {quantity, {integerOf(at(Col::unitPrice))}, integerOf(at(Col::taxTyped)) != 0, {integerOf(at(Col::tax))}}});
}

void GatheredOrder::readLine(const sqlite::Statement& row, const DeliveredOfLine& delivered)
{
    const Uuid product = uuidAt(row, 1);
    const Quantity quantity{row.integer(4)};
    lines.add(row.integer(0), product, row.text(2), row.text(3));
    lines.supply += row.integer(5);
    lines.tax += row.integer(6);
    progress.push_back({quantity, {delivered.all}, Date{static_cast<std::int32_t>(row.integer(7))}});
    inTime.push_back({delivered.inTime});
    sold.push_back({uuidAt(row, 8), product, product.isNil() ? std::string(row.text(2)) : std::string(),
        std::string(row.text(11)), {quantity, {row.integer(9)}, row.integer(10) != 0, {row.integer(6)}}});
}

std::vector<OpenLine> GatheredOrder::openLines() const
{
    std::vector<OpenLine> open;
    std::vector<LineInput> amounts;
    for (std::size_t i = 0; state != OrderState::Cancelled && i < progress.size(); ++i) {
        const Quantity outstanding = outstandingQuantity(progress[i], tolerance);
        if (outstanding <= Quantity{})
            continue;
        const Date due = dueOf(progress[i].dueOn);
        open.push_back({sold[i].id, sold[i].product, customer, sold[i].freeName, sold[i].unit,
            due.isNull() ? noDueDate : due.yyyymmdd, outstanding.tenThousandths, 0});
        const UnitPrice price = sold[i].ordered.unitPrice;
        const bool fits = amountFits(outstanding, price);
        amounts.push_back(deliveredPart(fits ? outstanding : Quantity{}, price, sold[i].ordered));
    }
    const std::vector<LineAmounts> computed = computeAmounts(tax, amounts);
    for (std::size_t i = 0; i < open.size(); ++i)
        open[i].supply = computed[i].supply.amount;
    return open;
}

} // namespace dure::storage
