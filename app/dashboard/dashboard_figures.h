#pragma once
#include "app/data/reader.h"
#include "core/reports/figures.h"
#include "core/storage/figures_store.h"

namespace dure::app {

/// An amount of a period, and of the periods it is set beside, up to the same day.
struct ComparedAmount
{
    storage::PeriodAmount now, before, yearBefore;
};

/// Everything the dashboard shows, read at one moment. Orders, deliveries and what is ranked are supply amounts (VAT
/// 별도); collections and receivables hold the VAT. Receivables, late orders and stock are those of today, whatever
/// period is chosen.
struct DashboardFigures
{
    Period period;
    Date today;
    bool complete = true; ///< false: a first sync is under way, and no sum is right yet
    ComparedAmount ordered, delivered, collected;
    storage::OnTime onTime, onTimeBefore; ///< of lines whose day has passed
    std::vector<storage::MonthAmount> months, monthsYearBefore; ///< twelve, the last one the period's last
    std::optional<Won> expected; ///< of the running month
    AgeingOfAll ageing;
    std::vector<storage::OrderListRow> late; ///< longest first
    storage::OrderTotals lateTotals;
    std::vector<storage::RankedAmount> customers, products; ///< `before`: the part that falls to as many days
    std::vector<storage::ProductListRow> belowSafety; ///< least stock first
    std::int64_t belowSafetyCount = 0;
};

/// `rows`: how many of the late orders, customers, products at most.
DashboardFigures readDashboard(Reader& reader, const Period& period, Date today, std::int64_t rows = 5);

} // namespace dure::app
