#include "core/reports/ageing.h"

#include <algorithm>
#include <functional>
#include <vector>

namespace dure {

DebtAge debtAge(Date on, Date asOf)
{
    const int days = on.daysUntil(asOf);
    if (days <= 30)
        return DebtAge::Within30;
    if (days <= 60)
        return DebtAge::From31To60;
    return days <= oldestKnownDays ? DebtAge::From61To90 : DebtAge::Over90;
}

Ageing ageOf(Won owed, std::span<const DatedDebt> debts, Date asOf)
{
    Ageing ageing;
    if (owed <= Won{}) {
        ageing.credit = -owed;
        return ageing;
    }
    std::vector<DatedDebt> youngestFirst(debts.begin(), debts.end());
    std::ranges::sort(youngestFirst, std::greater{}, &DatedDebt::on);
    Won left = owed;
    for (auto day = youngestFirst.begin(); day != youngestFirst.end() && left > Won{};) {
        const Date on = day->on;
        Won asked;
        for (; day != youngestFirst.end() && day->on == on; ++day)
            asked += day->amount;
        const Won unpaid = std::clamp(asked, Won{}, left);
        ageing.owed[static_cast<std::size_t>(debtAge(on, asOf))] += unpaid;
        left = left - unpaid;
    }
    ageing.owed[static_cast<std::size_t>(DebtAge::Over90)] += left;
    return ageing;
}

} // namespace dure
