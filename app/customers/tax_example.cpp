#include "app/customers/tax_example.h"

#include "app/widgets/number_text.h"

#include <QCoreApplication>
#include <QStringList>
#include <array>

namespace dure::app {
namespace {

class TaxExample
{
    Q_DECLARE_TR_FUNCTIONS(TaxExample)
};

constexpr std::array<std::int64_t, 3> exampleWon{999, 861, 995};

QString roundingText(RoundingMode mode)
{
    switch (mode) {
    case RoundingMode::Down:
        return TaxExample::tr("Fractions of a won are dropped");
    case RoundingMode::Up:
        return TaxExample::tr("Fractions of a won are raised to a whole one");
    case RoundingMode::HalfUp:
        break;
    }
    return TaxExample::tr("Half a won and more is raised, less is dropped");
}

} // namespace

QString taxExampleText(const TaxTerms& terms)
{
    if (terms.kind == TaxKind::ZeroRated)
        return TaxExample::tr("Tax is 0 won, and a tax invoice is issued at the rate of 0%.");
    if (terms.kind == TaxKind::Exempt)
        return TaxExample::tr("There is no tax, and an invoice without tax is issued.");
    std::vector<LineInput> lines;
    QStringList figures;
    for (const std::int64_t won : exampleWon) {
        lines.push_back({Quantity::fromInteger(1), UnitPrice::fromInteger(won), false, {}});
        figures += numberText(Won{won});
    }
    const std::vector<LineAmounts> amounts = computeAmounts(terms, lines);
    const LineAmounts total = totalOf(amounts);
    QStringList taxes;
    for (const LineAmounts& line : amounts)
        taxes += numberText(line.tax);
    const QString how = terms.scope == TaxScope::Line
        ? TaxExample::tr("%1, on each line.").arg(roundingText(terms.roundingMode))
        : TaxExample::tr("%1, once on the sum of the document.").arg(roundingText(terms.roundingMode));
    const QString prices = terms.priceKind == PriceKind::Inclusive
        ? TaxExample::tr("Prices hold the VAT; of each sum an eleventh is tax, its fraction always dropped.")
        : how;
    return prices + u' '
        + TaxExample::tr("Example: three lines of %1 won have %2 won of tax, together %3, so %4 is asked for.")
              .arg(figures.join(QStringLiteral(", ")), taxes.join(QStringLiteral(" + ")), wonText(total.tax),
                  wonText(total.total()));
}

} // namespace dure::app
