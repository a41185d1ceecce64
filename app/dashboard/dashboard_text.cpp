#include "app/dashboard/dashboard_text.h"

#include "app/widgets/number_text.h"

#include <QCoreApplication>
#include <QLocale>
#include <cstdlib>

namespace dure::app {
namespace {

struct DashboardWords
{
    Q_DECLARE_TR_FUNCTIONS(dure::app::Dashboard)
};

struct Scale
{
    std::int64_t unit;
    QString pattern;
};

Scale scaleFor(Won of)
{
    const std::int64_t highest = std::abs(of.amount);
    //: a unit of amounts on an axis with so many won; Korean counts in 100,000,000 and 10,000
    if (highest >= 100'000'000)
        return {DashboardWords::tr("1000000", "won in the unit of large amounts").toLongLong(),
            DashboardWords::tr("%1M", "large amounts")};
    return {DashboardWords::tr("1000", "won in the unit of small amounts").toLongLong(),
        DashboardWords::tr("%1k", "small amounts")};
}

} // namespace

QString periodText(const Period& period)
{
    const QString year = QString::number(period.from.year());
    switch (period.kind) {
    case PeriodKind::Month:
        return DashboardWords::tr("%1-%2", "year and month")
            .arg(year)
            .arg(period.from.month(), 2, 10, QLatin1Char('0'));
    case PeriodKind::Quarter:
        return DashboardWords::tr("%1 Q%2", "year and quarter").arg(year).arg((period.from.month() + 2) / 3);
    case PeriodKind::Year:
        break;
    }
    return DashboardWords::tr("%1", "year").arg(year);
}

QString periodWord(const Period& period, Date today)
{
    if (!period.days().contains(today))
        return periodText(period);
    switch (period.kind) {
    case PeriodKind::Month:
        return DashboardWords::tr("This month");
    case PeriodKind::Quarter:
        return DashboardWords::tr("This quarter");
    case PeriodKind::Year:
        break;
    }
    return DashboardWords::tr("This year");
}

QString periodBeforeText(PeriodKind kind)
{
    switch (kind) {
    case PeriodKind::Month:
        return DashboardWords::tr("Month before");
    case PeriodKind::Quarter:
        return DashboardWords::tr("Quarter before");
    case PeriodKind::Year:
        break;
    }
    return DashboardWords::tr("Year before");
}

QString againstBefore(const Period& period, Date today)
{
    const bool running = today < period.to();
    switch (period.kind) {
    case PeriodKind::Month:
        return running ? DashboardWords::tr("on the same day last month") : DashboardWords::tr("on the month before");
    case PeriodKind::Quarter:
        return running ? DashboardWords::tr("on the same day last quarter")
                       : DashboardWords::tr("on the quarter before");
    case PeriodKind::Year:
        break;
    }
    return running ? DashboardWords::tr("on the same day last year") : DashboardWords::tr("on the year before");
}

QString againstYearBefore(const Period& period, Date today)
{
    return today < period.to() ? DashboardWords::tr("on the same day a year ago") : DashboardWords::tr("on a year ago");
}

QString tenthsText(std::int64_t tenths)
{
    const std::int64_t size = std::abs(tenths);
    return QStringLiteral("%1.%2%").arg(numberText(qint64(size / 10))).arg(size % 10);
}

QString changeText(std::optional<std::int64_t> change)
{
    if (!change)
        return QStringLiteral("–");
    const QString arrow = *change > 0 ? QStringLiteral("↑ ") : *change < 0 ? QStringLiteral("↓ ") : QString();
    constexpr std::int64_t manyTimes = 10'000; // 1,000 %: a per cent says nothing there
    if (*change >= manyTimes)
        return arrow + DashboardWords::tr("%1×", "so many times as much").arg(numberText(qint64(*change / 1000 + 1)));
    return arrow + tenthsText(*change);
}

QString onTimeText(const storage::OnTime& onTime)
{
    const auto share = shareOf(onTime.met, onTime.lines);
    return share ? tenthsText(*share) : QStringLiteral("–");
}

QString monthText(int month, bool withYear)
{
    if (withYear)
        return DashboardWords::tr("%2/%1", "two-digit year %1 and month %2").arg(month / 100 % 100).arg(month % 100);
    return DashboardWords::tr("%1", "month").arg(month % 100);
}

QString shortWonText(Won amount, Won of)
{
    if (amount == Won{})
        return QStringLiteral("0");
    const auto [unit, pattern] = scaleFor(of);
    // hundredths of the unit, cut: a figure on an axis is never more than what there is
    const std::int64_t hundredths = static_cast<std::int64_t>(Int128{amount.amount} * 100 / unit);
    return pattern.arg(toQString(formatNumber(hundredths, 2)));
}

} // namespace dure::app
