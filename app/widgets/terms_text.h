#pragma once
#include "core/domain/payment_terms.h"
#include "core/domain/vat.h"

#include <QString>

namespace dure::app {

/// "VAT on top 10%", "VAT included", "zero-rated", "exempt".
QString taxTermsText(const TaxTerms& terms);
/// "말일 마감, 익월 말"; empty if none are agreed.
QString paymentTermsText(const PaymentTerms& terms);
/// "말일", "25일".
QString dayOfMonthText(int day);

} // namespace dure::app
