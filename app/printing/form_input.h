#pragma once
#include "app/printing/form_settings.h"
#include "core/documents/customer_ledger_document.h"
#include "core/documents/customer_statement.h"
#include "core/documents/delivery_note.h"
#include "core/documents/quotation_document.h"
#include "core/documents/receipt.h"
#include "core/documents/transaction_statement.h"

#include <variant>

namespace dure::app {

/// What one document says, before it is laid out: other settings lay it out anew without reading again.
using FormInput = std::variant<StatementInput, DeliveryNoteInput, ReceiptInput, CustomerStatementInput,
    LedgerDocumentInput, QuotationDocumentInput>;

FormKind kindOf(const FormInput& input);
PaperForm makeForm(const FormInput& input, const FormSettings& settings);

} // namespace dure::app
