#include "sync/server/order_amounts.h"

#include "core/domain/entities.h"

#include <algorithm>

namespace dure::server {

namespace {

void set(merge::MergeRow& line, int column, Won won)
{
    Value& value = line.row.values[static_cast<std::size_t>(column)];
    if (integerOf(value) == won.amount)
        return;
    value = won.amount;
    line.changed = true;
}

} // namespace

void settleAmounts(const Row& order, std::vector<merge::MergeRow*> lines)
{
    // shares of a document's tax go by the order in which its lines are shown
    std::ranges::sort(lines, {}, [](const merge::MergeRow* line) {
        return std::pair(integerOf(line->row.values[col::OrderLine::position]), line->row.id);
    });
    std::vector<LineInput> inputs;
    for (const merge::MergeRow* line : lines) {
        const auto each = fromRow<OrderLine>(line->row);
        if (!amountFits(each.quantity, each.unitPrice))
            return;
        inputs.push_back({each.quantity, each.unitPrice, each.taxTyped, each.tax});
    }
    const std::vector<LineAmounts> amounts = computeAmounts(fromRow<SalesOrder>(order).tax, inputs);
    const auto fits = [](const LineAmounts& each) { return std::abs(each.supply.amount) <= maxAmountWon; };
    if (!std::ranges::all_of(amounts, fits))
        return;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        set(*lines[i], col::OrderLine::supply, amounts[i].supply);
        set(*lines[i], col::OrderLine::tax, amounts[i].tax);
    }
}

} // namespace dure::server
