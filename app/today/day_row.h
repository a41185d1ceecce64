#pragma once
#include "app/widgets/icons.h"
#include "app/widgets/ledger_roles.h"
#include "app/widgets/status_glyph.h"
#include "core/domain/uuid.h"

#include <QMetaType>

namespace dure::app {

/// A line of the day's lists: what stands where. Which of the texts are used depends on the kind.
struct DayRow
{
    enum class Kind {
        Section, ///< a title with a remark; with `link` it can be chosen and opens more
        Truck, ///< a vehicle, its driver, its load
        Stop, ///< a place a truck goes to
        Item, ///< a line of the right list
        Nothing, ///< says that there is nothing
    };
    /// What a row opens.
    enum class Opens { None, LoadingList, Order, Delivery, LateOrders, Promise, Note, Action, Attention };

    Kind kind = Kind::Item;
    Opens opens = Opens::None;
    Uuid id; ///< of what it opens
    Uuid customer; ///< of an item
    Uuid order; ///< what can be delivered; nil: nothing
    Icon icon = Icon::None;
    Status status = Status::None;
    QString word; ///< of the status
    QString time;
    QString title; ///< bold
    QString remark; ///< behind it, in the second ink
    QString text; ///< of a stop: what it gets
    QString right;
    CellInk rightInk = CellInk::Normal;
    int permille = -1; ///< of a truck: stops that are done; -1: no bar
    QString link; ///< of a section

    bool canBeChosen() const { return kind == Kind::Stop || kind == Kind::Item || !link.isEmpty(); }
    bool operator==(const DayRow&) const = default;
};

} // namespace dure::app

Q_DECLARE_METATYPE(dure::app::DayRow)
