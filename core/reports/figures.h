#pragma once
#include "core/domain/period.h"
#include "core/reports/ageing.h"

#include <cstdint>
#include <optional>

/// The arithmetic of the dashboard. Shares and changes are in tenths of a percent, rounded half away from zero, so that
/// the screen, the paper and the file show the same digits.
namespace dure {

/// 64 of 1,000 is 64; std::nullopt if there is no whole (0 or less) to be a part of.
std::optional<std::int64_t> shareOf(std::int64_t part, std::int64_t whole);
/// How much more or less than before: 1,064 after 1,000 is 64. std::nullopt if there was nothing (or less) before.
std::optional<std::int64_t> changeOf(std::int64_t now, std::int64_t before);

/// How many days of the period have come by `today`, that day included, and how many it has.
struct Elapsed
{
    int days = 0, of = 0;
};
Elapsed elapsed(const Period& period, Date today);

/// The part of an earlier period's amount that falls to the days of this one that have come: whole × days / of. What
/// customers and products are ranked by is kept by months, so that half a month can be compared with half of the month
/// before only in this way.
Won partUntil(Won whole, const Period& period, Date today);

/// What a running period comes to if it goes on as it began: so far × its days / the days that have come, today counted
/// as one of them, holidays not told apart. std::nullopt unless it is running, and in its first four days, when one
/// delivery more or less would decide.
std::optional<Won> expectedOf(Won soFar, const Period& period, Date today);
inline constexpr int daysBeforeExpectation = 5;

/// 미수금 경과 of all customers.
struct AgeingOfAll
{
    struct Row
    {
        std::int64_t customers = 0; ///< who owe something of this age
        Won owed;
        bool operator==(const Row&) const = default;
    };
    std::array<Row, debtAgeCount> rows; ///< by DebtAge
    Row total; ///< a customer with debts of several ages is one customer
    Row credit; ///< 선수금: paid in advance; not taken off `total`

    void add(const Ageing& customer);
    const Row& at(DebtAge age) const { return rows[static_cast<std::size_t>(age)]; }
    bool operator==(const AgeingOfAll&) const = default;
};

} // namespace dure
