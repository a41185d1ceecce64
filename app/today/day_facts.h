#pragma once
#include "app/data/reader.h"
#include "app/today/day_row.h"

#include <QList>

namespace dure::app {

/// What the page of the day shows, as it was read.
struct DayFacts
{
    Date today;
    bool isEmpty = false; ///< there is no order yet, and nothing to show
    std::vector<storage::TruckDay> trucks; ///< of today: what is to go, and what went
    std::vector<storage::TruckDay> tomorrow;
    std::vector<storage::LateOrder> late; ///< the first of them
    std::int64_t lateCount = 0;
    std::vector<storage::ExpectedMoney> money;
    std::vector<storage::DueAction> actions;
    std::vector<storage::AttentionRow> matters; ///< the first of them
    std::int64_t matterCount = 0;
};

/// On the reader's thread.
DayFacts readDay(Reader& reader, Date today);

QList<DayRow> deliveryRows(const DayFacts& facts);
QList<DayRow> deskRows(const DayFacts& facts);

/// "09:30" of minutes; empty: no time.
QString timeText(const std::optional<std::int64_t>& minutes);
/// What a person types: 9, 930, 9:30, 14:00. Empty text is no time; std::nullopt: not to be read.
std::optional<std::optional<std::int64_t>> readTypedTime(const QString& typed);
/// "load 9 pallets", "at least 120 boxes"; empty: nothing is known of it.
QString loadText(const TruckLoad& load);

} // namespace dure::app
