#include "core/reports/ageing.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace dure {

DebtAge debtAge(Date on, Date asOf)
{
    if (on.isNull())
        return DebtAge::Over90;
    const int days = on.daysUntil(asOf);
    if (days <= 30)
        return DebtAge::Within30;
    if (days <= 60)
        return DebtAge::From31To60;
    return days <= oldestKnownDays ? DebtAge::From61To90 : DebtAge::Over90;
}

std::vector<DatedDebt> unpaidDays(Won owed, std::span<const DatedDebt> debts)
{
    std::vector<DatedDebt> youngestFirst(debts.begin(), debts.end());
    std::ranges::sort(youngestFirst, std::greater{}, &DatedDebt::on);
    std::vector<DatedDebt> unpaid;
    Won left = owed;
    for (auto day = youngestFirst.begin(); day != youngestFirst.end() && left > Won{};) {
        const Date on = day->on;
        Won asked;
        for (; day != youngestFirst.end() && day->on == on; ++day)
            asked += day->amount;
        const Won ofDay = std::clamp(asked, Won{}, left);
        if (ofDay > Won{})
            unpaid.push_back({on, ofDay});
        left = left - ofDay;
    }
    if (left > Won{})
        unpaid.push_back({{}, left});
    std::ranges::reverse(unpaid);
    return unpaid;
}

Ageing ageOf(Won owed, std::span<const DatedDebt> debts, Date asOf)
{
    Ageing ageing;
    if (owed <= Won{}) {
        ageing.credit = -owed;
        return ageing;
    }
    for (const DatedDebt& day : unpaidDays(owed, debts))
        ageing.owed[static_cast<std::size_t>(debtAge(day.on, asOf))] += day.amount;
    return ageing;
}

} // namespace dure
