#pragma once
#include "core/domain/date.h"

#include <QString>
#include <optional>

namespace dure::app {

/// "월" … in the user's language; 0 = Sunday, as Date::weekday().
QString weekdayText(unsigned weekday);
/// "11-23 월"; with the year only if it is another than today's: "2027-01-05 화". "–" for no date.
QString dateText(Date date, Date today);
/// What a person types into a date field, also with the weekday that dateText() put behind it.
std::optional<Date> readTypedDate(const QString& typed, Date today);
/// How near a due date is: "4일 지남", "오늘", "내일"; empty from the day after tomorrow on.
QString nearnessText(Date due, Date today);
/// The civil date of this PC. Only widgets that show "today" by themselves use it; stores get theirs from outside.
Date todayHere();

} // namespace dure::app
