#include "app/widgets/ledger_widths.h"

#include <algorithm>
#include <numeric>

namespace dure::app {
namespace {

/// Widens elided columns from what the resting one has above `floor`.
void lend(QList<int>& widths, const QList<ColumnNeed>& needs, qsizetype rest, int floor)
{
    for (qsizetype i = 0; i < needs.size() && widths[rest] > floor; ++i) {
        if (i == rest || needs[i].own)
            continue;
        const int more = std::clamp(needs[i].full - widths[i], 0, widths[rest] - floor);
        widths[i] += more;
        widths[rest] -= more;
    }
}

/// Takes what is missing from the columns that have something above their least, from each by its share.
void narrow(QList<int>& widths, const QList<ColumnNeed>& needs, bool names, int missing)
{
    const auto spareOf = [&](qsizetype i) {
        return needs[i].takesRest || needs[i].name != names ? 0 : std::max(0, widths[i] - needs[i].least);
    };
    int spare = 0;
    for (qsizetype i = 0; i < needs.size(); ++i)
        spare += spareOf(i);
    if (spare == 0 || missing <= 0)
        return;
    const int taken = std::min(missing, spare);
    for (qsizetype i = 0; i < needs.size(); ++i)
        widths[i] -= (spareOf(i) * taken + spare - 1) / spare;
}

} // namespace

QList<int> shareWidths(const QList<ColumnNeed>& needs, int room)
{
    QList<int> widths;
    qsizetype rest = -1;
    for (qsizetype i = 0; i < needs.size(); ++i) {
        widths += needs[i].wanted;
        if (needs[i].takesRest)
            rest = i;
    }
    if (rest < 0)
        return widths;
    widths[rest] = 0;
    const auto left = [&] { return room - std::accumulate(widths.cbegin(), widths.cend(), 0) + widths[rest]; };
    narrow(widths, needs, false, std::max(needs[rest].least, std::min(needs[rest].wanted, needs[rest].full)) - left());
    narrow(widths, needs, true, needs[rest].least - left());
    widths[rest] = std::max(needs[rest].least, left());
    lend(widths, needs, rest, std::max(needs[rest].full, needs[rest].least));
    lend(widths, needs, rest, std::max(needs[rest].wanted, needs[rest].least));
    return widths;
}

} // namespace dure::app
