#pragma once
#include "core/domain/vat.h"

#include <QString>

namespace dure::app {

/// What a choice of tax terms does, in words and with the same three small lines worked out: 999, 861 and 995 won.
/// They show the won or two by which the practices differ.
QString taxExampleText(const TaxTerms& terms);

} // namespace dure::app
