#include "app/stock/stock_words.h"

#include "app/widgets/number_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace dure::app {
namespace {

class Stock
{
    Q_DECLARE_TR_FUNCTIONS(Stock)
};

} // namespace

QString movementKindText(StockMovementKind kind)
{
    switch (kind) {
    case StockMovementKind::Opening:
        return Stock::tr("Opening stock");
    case StockMovementKind::Production:
        return Stock::tr("Production receipt");
    case StockMovementKind::Purchase:
        return Stock::tr("Purchase receipt");
    case StockMovementKind::Delivery:
        return Stock::tr("Delivery", "kind of a movement of stock");
    case StockMovementKind::Return:
        return Stock::tr("Return", "kind of a movement of stock");
    case StockMovementKind::Adjustment:
        return Stock::tr("Adjustment");
    case StockMovementKind::Scrap:
        return Stock::tr("Scrap");
    }
    return Stock::tr("Other", "kind of a movement of stock"); // of a newer version
}

QString movementText(const storage::StockMovementRow& row)
{
    const QString kind = movementKindText(row.movement.kind);
    return row.movement.reversesId.isNil() ? kind : Stock::tr("%1 taken back").arg(kind);
}

QString movementNote(const storage::StockMovementRow& row)
{
    QStringList parts;
    const StockMovement& movement = row.movement;
    for (const std::string& each : {row.customerName, row.deliveryNumber}) {
        if (!each.empty())
            parts += toQString(each);
    }
    if (!movement.lot.empty())
        parts += Stock::tr("lot %1").arg(toQString(movement.lot));
    if (!movement.memo.empty())
        parts += toQString(movement.memo);
    if (row.isReversed)
        parts += Stock::tr("taken back");
    return parts.join(QStringLiteral(" · "));
}

QString signedQuantity(Quantity quantity)
{
    return quantity > Quantity{} ? u'+' + numberText(quantity) : numberText(quantity);
}

QString stockProductText(const storage::StockListRow& row)
{
    const QString name = toQString(row.name);
    return row.spec.empty() ? name : name + u' ' + toQString(row.spec);
}

} // namespace dure::app
