#include "app/printing/form_input.h"

namespace dure::app {
namespace {

struct Maker
{
    const FormSettings& settings;
    int lines(FormKind kind) const { return linesPerSheet(kind, settings); }

    PaperForm operator()(const StatementInput& input) const
    {
        return formOf(makeTransactionStatement(input, lines(FormKind::Statement)));
    }
    PaperForm operator()(const DeliveryNoteInput& input) const
    {
        return makeDeliveryNote(input, settings.detailed, lines(FormKind::DeliveryNote));
    }
    PaperForm operator()(const ReceiptInput& input) const { return makeReceipt(input, lines(FormKind::Receipt)); }
    PaperForm operator()(const CustomerStatementInput& input) const
    {
        return makeCustomerStatement(input, settings.detailed, lines(FormKind::CustomerStatement));
    }
    PaperForm operator()(const LedgerDocumentInput& input) const
    {
        return makeLedgerDocument(input, lines(FormKind::CustomerLedger));
    }
    PaperForm operator()(const QuotationDocumentInput& input) const
    {
        return makeQuotationDocument(input, lines(FormKind::Quotation));
    }
};

struct Kind
{
    FormKind operator()(const StatementInput&) const { return FormKind::Statement; }
    FormKind operator()(const DeliveryNoteInput&) const { return FormKind::DeliveryNote; }
    FormKind operator()(const ReceiptInput&) const { return FormKind::Receipt; }
    FormKind operator()(const CustomerStatementInput&) const { return FormKind::CustomerStatement; }
    FormKind operator()(const LedgerDocumentInput&) const { return FormKind::CustomerLedger; }
    FormKind operator()(const QuotationDocumentInput&) const { return FormKind::Quotation; }
};

} // namespace

FormKind kindOf(const FormInput& input) { return std::visit(Kind{}, input); }

PaperForm makeForm(const FormInput& input, const FormSettings& settings) { return std::visit(Maker{settings}, input); }

} // namespace dure::app
