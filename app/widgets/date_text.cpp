#include "app/widgets/date_text.h"

#include "core/domain/fixed_point.h"

#include <QCoreApplication>
#include <QDate>
#include <array>

namespace dure::app {

QString weekdayText(unsigned weekday)
{
    static constexpr std::array names{QT_TRANSLATE_NOOP("Weekday", "Sun"), QT_TRANSLATE_NOOP("Weekday", "Mon"),
        QT_TRANSLATE_NOOP("Weekday", "Tue"), QT_TRANSLATE_NOOP("Weekday", "Wed"), QT_TRANSLATE_NOOP("Weekday", "Thu"),
        QT_TRANSLATE_NOOP("Weekday", "Fri"), QT_TRANSLATE_NOOP("Weekday", "Sat")};
    return QCoreApplication::translate("Weekday", names.at(weekday));
}

QString dateText(Date date, Date today)
{
    if (date.isNull())
        return QStringLiteral("–");
    const QString iso = QString::fromStdString(date.toIso());
    const bool sameYear = date.year() == today.year();
    return (sameYear ? iso.sliced(5) : iso) + u' ' + weekdayText(date.weekday());
}

std::optional<Date> readTypedDate(const QString& typed, Date today)
{
    QString date = typed.trimmed();
    for (unsigned weekday = 0; weekday < 7; ++weekday) {
        if (date.endsWith(u' ' + weekdayText(weekday)))
            date.chop(1 + weekdayText(weekday).size());
    }
    return parseDate(date.toStdString(), today);
}

QString nearnessText(Date due, Date today)
{
    if (due.isNull())
        return {};
    const int days = today.daysUntil(due);
    if (days < 0) // with its commas, as every number
        return QCoreApplication::translate("Nearness", "%n day(s) late", nullptr, -days)
            .replace(QString::number(-days), QString::fromStdString(formatNumber(-days, 0)));
    if (days == 0)
        return QCoreApplication::translate("Nearness", "today");
    if (days == 1)
        return QCoreApplication::translate("Nearness", "tomorrow");
    return {};
}

Date todayHere()
{
    const QDate now = QDate::currentDate();
    return Date::fromYmd(now.year(), static_cast<unsigned>(now.month()), static_cast<unsigned>(now.day()));
}

} // namespace dure::app
