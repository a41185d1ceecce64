#include "sync/server/order_amounts.h"

#include "core/domain/entities.h"

#include <algorithm>

namespace dure::server {

namespace {

void set(merge::MergeRow& line, int column, std::int64_t number)
{
    Value& value = line.row.values[static_cast<std::size_t>(column)];
    if (integerOf(value) == number)
        return;
    value = number;
    line.changed = true;
}

} // namespace

std::vector<Row> settleAmounts(const Row& order, std::vector<merge::MergeRow*> lines)
{
    // shares of a document's tax go by the order in which its lines are shown
    std::ranges::sort(lines, {}, [](const merge::MergeRow* line) {
        return std::pair(integerOf(line->row.values[col::OrderLine::position]), line->row.id);
    });
    std::vector<LineInput> inputs;
    for (const merge::MergeRow* line : lines) {
        const auto each = fromRow<OrderLine>(line->row);
        if (!amountFits(each.quantity, each.unitPrice))
            return {};
        inputs.push_back({each.quantity, each.unitPrice, each.taxTyped, each.tax});
    }
    const TaxTerms terms = fromRow<SalesOrder>(order).tax;
    const std::vector<LineAmounts> amounts = computeAmounts(terms, inputs);
    const auto fits = [](const LineAmounts& each) { return std::abs(each.supply.amount) <= maxAmountWon; };
    if (!std::ranges::all_of(amounts, fits))
        return {};
    std::vector<Row> untyped;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const bool keeps = keepsTypedTax(terms, inputs[i]);
        if (inputs[i].taxTyped && !keeps)
            untyped.push_back(lines[i]->row);
        set(*lines[i], col::OrderLine::supply, amounts[i].supply.amount);
        set(*lines[i], col::OrderLine::tax, amounts[i].tax.amount);
        set(*lines[i], col::OrderLine::taxTyped, keeps ? 1 : 0);
    }
    return untyped;
}

} // namespace dure::server
