#include "app/data/business_days.h"

#include <QFile>

namespace dure::app {

const HolidayCalendar& businessDays()
{
    static const HolidayCalendar calendar = [] {
        QFile file(QStringLiteral(":/holidays.csv"));
        if (!file.open(QIODevice::ReadOnly))
            return HolidayCalendar();
        return HolidayCalendar(parseHolidays(file.readAll().toStdString()).value_or(std::vector<Holiday>{}));
    }();
    return calendar;
}

} // namespace dure::app
