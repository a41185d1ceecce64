#include "app/widgets/quantity_text.h"

#include "app/widgets/number_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace dure::app {
namespace {

class Quantities
{
    Q_DECLARE_TR_FUNCTIONS(Quantities)
};

/// Behind what is full; nothing for nothing. The sign stands before all of it.
QString withLoose(const QString& full, Quantity loose)
{
    const Quantity size = loose < Quantity{} ? -loose : loose;
    return size.isZero() ? full : full + QStringLiteral(" + ") + numberText(size);
}

QString signedText(Quantity quantity, const QString& text)
{
    return quantity < Quantity{} ? QChar(0x2212) + text : text; // as wide as a digit
}

} // namespace

QString quantityProblem(const ParsedQuantity& parsed, bool ofProduct)
{
    if (!parsed.error)
        return {};
    const QString unit = toQString(parsed.unit);
    switch (*parsed.error) {
    case QuantityError::TooManyDecimals:
        return Quantities::tr("Too many decimals. Four are possible.");
    case QuantityError::TooLarge:
        return Quantities::tr("Too large. Check the number.");
    case QuantityError::UnknownUnit:
        return Quantities::tr("“%1” is no unit known here. Type pieces, boxes, pallets, m or yd.").arg(unit);
    case QuantityError::NoUnitsPerBox:
        return ofProduct ? Quantities::tr("How many go into a box is not written down. Type pieces.")
                         : Quantities::tr("Choose the product first, or type pieces.");
    case QuantityError::NoBoxesPerPallet:
        return Quantities::tr("How many boxes go on a pallet is not written down. Type boxes or pieces.");
    case QuantityError::OtherMeasure:
        return Quantities::tr("This product is not counted in “%1”. Type its own unit.").arg(unit);
    case QuantityError::Empty:
    case QuantityError::NotANumber:
        break;
    }
    return Quantities::tr("Not a quantity. Type it as 1200, 10box or 2plt.");
}

QString measured(Quantity quantity, const PackingTerms& terms) { return numberText(quantity) + toQString(terms.unit); }

QString packedText(Quantity quantity, const PackingTerms& terms)
{
    const PackedQuantity parts = packed(quantity, terms);
    QStringList full;
    if (parts.pallets != 0)
        full += Quantities::tr("%1 pallets").arg(numberText(qAbs(parts.pallets)));
    if (parts.boxes != 0)
        full += Quantities::tr("%1 boxes").arg(numberText(qAbs(parts.boxes)));
    return full.isEmpty() ? QString() : signedText(quantity, withLoose(full.join(u' '), parts.loose));
}

QString boxesText(Quantity quantity, const PackingTerms& terms)
{
    const PackedQuantity parts = boxed(quantity, terms);
    return parts.boxes == 0 ? QString() : signedText(quantity, withLoose(numberText(qAbs(parts.boxes)), parts.loose));
}

QString conversionText(const QString& typed, const ParsedQuantity& parsed, const PackingTerms& terms)
{
    if (parsed.error || !parsed.converted)
        return {};
    const QString same = QStringLiteral("%1 = %2").arg(typed.trimmed(), measured(parsed.quantity, terms));
    return parsed.exact ? same : Quantities::tr("%1, rounded at the fourth decimal").arg(same);
}

} // namespace dure::app
