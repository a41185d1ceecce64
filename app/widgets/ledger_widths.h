#pragma once
#include <QList>

namespace dure::app {

/// What one column of a list asks for; pixels, padding included.
struct ColumnNeed
{
    int wanted = 0; ///< as designed or as the user set it, never below what its numbers need
    int least = 0; ///< it may be narrowed to that when there is not room for all
    int full = 0; ///< nothing in sight is elided at this width
    bool takesRest = false; ///< the column that takes what the others leave
    bool name = false; ///< figures and dates give up their air before it
    bool own = false; ///< the user set its width: it is not widened
};

/// Widths for `room` pixels. What the resting column does not need goes to those whose text would be elided; where
/// there is too little for all, figures, then names go down to their least; below that the list scrolls sideways.
QList<int> shareWidths(const QList<ColumnNeed>& needs, int room);

} // namespace dure::app
