#include "app/data/shipped_holidays.h"

#include <QFile>

// They lie in a static library, where nobody looks for them by itself. It must stand outside the namespace.
static void initResources() { Q_INIT_RESOURCE(resources); }

namespace dure::app {

const HolidayCalendar& shippedHolidays()
{
    static const HolidayCalendar calendar = [] {
        initResources();
        QFile file(QStringLiteral(":/holidays.csv"));
        if (!file.open(QIODevice::ReadOnly))
            return HolidayCalendar{};
        // a test holds the shipped file right; without it weekends are known all the same
        return HolidayCalendar(parseHolidays(file.readAll().toStdString()).value_or(std::vector<Holiday>{}));
    }();
    return calendar;
}

} // namespace dure::app
