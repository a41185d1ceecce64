#pragma once
#include "core/domain/holidays.h"

namespace dure::app {

/// The days without business as this version knows them (resources/holidays.csv). From any thread.
const HolidayCalendar& shippedHolidays();

} // namespace dure::app
