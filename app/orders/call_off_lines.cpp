#include "app/orders/call_off_lines.h"

#include <algorithm>

namespace dure::app {

Quantity callOffQuantity(const OrderLine& line, Quantity delivered)
{
    return std::max(Quantity{}, line.quantity - std::max(Quantity{}, delivered));
}

QList<EntryLine> callOffLines(const EntryLine& line, Quantity delivered, const std::vector<CallOffPart>& parts)
{
    Quantity spread;
    for (const CallOffPart& part : parts)
        spread += part.quantity;
    EntryLine first = line;
    OrderLine& kept = first.line;
    QList<EntryLine> rest;
    std::size_t next = 0;
    kept.quantity = line.line.quantity - spread;
    if (spread == callOffQuantity(line.line, delivered)) {
        kept.quantity += parts.front().quantity;
        kept.dueOn = parts.front().on;
        next = 1;
    }
    for (; next < parts.size(); ++next) {
        EntryLine part = line;
        part.key = 0;
        part.line.id = {};
        part.line.seq = 0;
        part.line.quantity = parts[next].quantity;
        part.line.dueOn = parts[next].on;
        if (line.line.taxTyped) {
            part.line.tax
                = {divideRounded(static_cast<Int128>(line.line.tax.amount) * part.line.quantity.tenThousandths,
                    line.line.quantity.tenThousandths, RoundingMode::Down)};
            kept.tax = kept.tax - part.line.tax;
        }
        rest += part;
    }
    rest.prepend(first);
    for (EntryLine& each : rest)
        each.rejected.remove(int(LineColumn::Due)); // its place is taken
    return rest;
}

} // namespace dure::app
