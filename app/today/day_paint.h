#pragma once
#include "app/today/day_row.h"

class QPainter;
class QRect;

namespace dure::app {

int dayRowHeight(const DayRow& row);

struct DayRowState
{
    bool selected = false;
    bool focused = false;
    bool hovered = false;
};
void paintDayRow(QPainter& painter, const QRect& cell, const DayRow& row, DayRowState state);

} // namespace dure::app
