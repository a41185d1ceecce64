#include "app/widgets/terms_text.h"

#include <QCoreApplication>

namespace dure::app {
namespace {

class Terms
{
    Q_DECLARE_TR_FUNCTIONS(Terms)
};

constexpr int lastDay = 31;

} // namespace

QString taxTermsText(const TaxTerms& terms)
{
    switch (terms.kind) {
    case TaxKind::ZeroRated:
        return Terms::tr("VAT zero-rated");
    case TaxKind::Exempt:
        return Terms::tr("VAT exempt");
    case TaxKind::Taxable:
        break;
    }
    return terms.priceKind == PriceKind::Exclusive ? Terms::tr("VAT on top, 10%") : Terms::tr("VAT included");
}

QString dayOfMonthText(int day)
{
    return day == lastDay ? Terms::tr("month end") : Terms::tr("day %1", "of a month").arg(day);
}

QString paymentTermsText(const PaymentTerms& terms)
{
    if (terms.closingDay == 0)
        return {};
    const QString payDay = dayOfMonthText(terms.payDay == 0 ? terms.closingDay : terms.payDay);
    const QString closing = dayOfMonthText(terms.closingDay);
    switch (terms.payMonths) {
    case 0:
        return Terms::tr("closed %1, paid %2 of that month").arg(closing, payDay);
    case 1:
        return Terms::tr("closed %1, paid %2 of the next month").arg(closing, payDay);
    default:
        return Terms::tr("closed %1, paid %2 after %3 months").arg(closing, payDay).arg(terms.payMonths);
    }
}

} // namespace dure::app
