#pragma once
#include "app/data/error_text.h"
#include "sync/client/engine.h"

#include <QList>
#include <QString>

namespace dure::app {

/// "대표", "사무" … for one bit of Role.
QString roleText(std::uint8_t role);
/// What the role may do, in a sentence.
QString roleExplanation(std::uint8_t role);
/// The day of a moment by this PC's calendar, as dates are written; "–" for 0.
QString dayText(std::int64_t ms, Date today);
/// The last millisecond of a day by this PC's calendar.
std::int64_t endOfDay(Date day);
/// Why the cloud did not do it, and what to do.
ErrorText accountErrorText(const client::Failure& failure);
/// The cloud could not be asked at all.
bool isOffline(const client::Failure& failure);

} // namespace dure::app
