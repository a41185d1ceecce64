#pragma once
#include "core/domain/holidays.h"

namespace dure::app {

/// The days without business that came with this version. Any thread.
const HolidayCalendar& businessDays();

} // namespace dure::app
