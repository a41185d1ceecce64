#pragma once
#include "app/dashboard/dashboard_figures.h"

#include <QString>

namespace dure::app {

// The dashboard's words, the same on the screen, on paper and in the file.

/// "2026년 11월", "2026년 4분기", "2026년".
QString periodText(const Period& period);
/// "이달" for the running month, else the period's name: what stands before 수주, 납품, 수금.
QString periodWord(const Period& period, Date today);
/// "지난달 같은 날보다"; "지난달보다" of a period that is over.
QString againstBefore(const Period& period, Date today);
QString againstYearBefore(const Period& period, Date today);
QString periodBeforeText(PeriodKind kind); ///< "지난달"
/// "6.4%" from tenths of a percent, without a sign.
QString tenthsText(std::int64_t tenths);
/// "↑ 6.4%"; "–" where there is nothing to compare with.
QString changeText(std::optional<std::int64_t> change);
/// "94.1%"; "–" of no lines.
QString onTimeText(const storage::OnTime& onTime);
/// "11월"; with the year at the beginning of the row and of each year: "25년 12월".
QString monthText(int month, bool withYear);
/// Of an axis whose highest value is `of`: "1.5억", "50만"; in English "150M".
QString shortWonText(Won amount, Won of);

} // namespace dure::app
