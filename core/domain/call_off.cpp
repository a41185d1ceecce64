#include "core/domain/call_off.h"

#include <algorithm>

namespace dure {

namespace {

/// The largest of box, unit and ten-thousandth of which each part has at least one.
std::int64_t stepOf(Quantity each, Quantity unitsPerBox)
{
    if (unitsPerBox > Quantity{} && each >= unitsPerBox)
        return unitsPerBox.tenThousandths;
    const std::int64_t unit = Quantity::fromInteger(1).tenThousandths;
    return each.tenThousandths >= unit ? unit : 1;
}

} // namespace

std::vector<CallOffPart> spreadEvenly(
    Quantity total, int parts, Date first, int everyDays, Quantity unitsPerBox, const HolidayCalendar& calendar)
{
    const std::int64_t count = std::min<std::int64_t>(parts, total.tenThousandths);
    const std::int64_t even = total.tenThousandths / count;
    const std::int64_t step = stepOf({even}, unitsPerBox);
    const std::int64_t each = even / step * step;
    std::vector<CallOffPart> spread;
    for (std::int64_t i = 0; i < count; ++i) {
        Date on = first.addDays(static_cast<int>(i) * everyDays);
        if (!spread.empty())
            on = std::max(on, spread.back().on.addDays(1));
        spread.push_back({calendar.nextBusinessDay(on), {each}});
    }
    spread.back().quantity = {total.tenThousandths - each * (count - 1)};
    return spread;
}

} // namespace dure
