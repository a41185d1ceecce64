#pragma once
#include "core/domain/date.h"
#include "core/domain/fixed_point.h"

#include <array>
#include <span>

namespace dure {

/// How long ago the goods went out, in whole days: the same day is 0. A debt dated later than the day asked about
/// (entered ahead) is the youngest.
enum class DebtAge : std::uint8_t {
    Within30, ///< 30일 이내
    From31To60, ///< 31~60일
    From61To90, ///< 61~90일
    Over90, ///< 90일 초과
};
inline constexpr std::size_t debtAgeCount = 4;
/// A debt of this many days or fewer is younger than Over90; whoever reads debts for ageOf() need not read older ones.
inline constexpr int oldestKnownDays = 90;

DebtAge debtAge(Date on, Date asOf);

/// What was asked of the customer on a day, VAT included. Negative: goods taken back.
struct DatedDebt
{
    Date on;
    Won amount;
};

/// 미수금 경과 of one customer.
struct Ageing
{
    std::array<Won, debtAgeCount> owed; ///< by DebtAge; none is negative
    Won credit; ///< paid in advance, as a positive figure; then nothing is owed

    Won total() const { return owed[0] + owed[1] + owed[2] + owed[3]; } ///< total() − credit = what was given as owed
    bool operator==(const Ageing&) const = default;
};

/// How old the `owed` won are. The oldest debt is settled first (FIFO), by whatever settles: payments, an opening
/// balance in the customer's favour, credits. So what is still owed are the youngest debts, and whether a payment came
/// before or after a delivery makes no difference.
///
/// `owed` is the whole balance (opening + debts − payments). `debts`, in any order, need not reach further back than
/// `oldestKnownDays`: what they do not account for is Over90. An opening balance is one more debt of its day, if it has
/// one. The debts of one day are added up first; a day that comes to less than nothing is a credit like any other. A
/// reversal is therefore given with the day of what it takes back, or a delivery entered by mistake and taken back
/// today would look like fresh debt, and like a payment of the oldest.
Ageing ageOf(Won owed, std::span<const DatedDebt> debts, Date asOf);

} // namespace dure
