#include "core/documents/quotation_document.h"

#include "core/documents/transaction_statement.h"

#include <cassert>

namespace dure {

namespace {

using enum FormCellKind;
using Sum = FormColumn::Sum;
namespace caption = quotation_caption;

const std::vector<FormColumn> quotationColumns{
    {caption::line, Centre, 100},
    {form_caption::product, Text, 480},
    {form_caption::spec, Text, 240},
    {form_caption::unit, Centre, 90},
    {form_caption::quantity, Figure, 170, Sum::Quantity},
    {form_caption::unitPrice, Figure, 150},
    {form_caption::supply, Figure, 250, Sum::Won},
    {form_caption::tax, Figure, 210, Sum::Won},
    {form_caption::note, Remark, 228},
};

FormRow itemRow(const QuotationDocumentInput::Line& line, std::size_t number, TaxKind kind)
{
    FormRow row{FormRowKind::Item, {std::to_string(number), line.name, line.spec},
        {0, 0, 0, 0, line.quantity.tenThousandths, 0, line.amounts.supply.amount, line.amounts.tax.amount, 0}};
    const bool onlyWords = line.quantity.isZero() && line.amounts == LineAmounts{};
    if (onlyWords) {
        row.cells.insert(row.cells.end(), {{}, {}, {}, {}, {}, line.note});
        return row;
    }
    row.cells.insert(row.cells.end(),
        {line.unit, toText(line.quantity), toText(line.unitPrice), toText(line.amounts.supply),
            kind == TaxKind::Exempt ? std::string() : toText(line.amounts.tax), line.note});
    return row;
}

} // namespace

PaperForm makeQuotationDocument(const QuotationDocumentInput& input, int linesPerPage)
{
    assert(input.date.isValid());
    PaperForm form;
    form.kind = FormKind::Quotation;
    form.title = caption::title;
    form.number = input.number;
    form.marks = {{caption::number, input.number}, {caption::date, input.date.toIso()}};
    form.supplier = shownParty(input.supplier);
    form.buyer = shownParty(input.buyer);
    form.columns = quotationColumns;
    form.sumSpan = 4;
    form.wordsColumn = 1;
    Won total;
    std::vector<FormRow> rows;
    for (const QuotationDocumentInput::Line& line : input.lines) {
        total += line.amounts.total();
        rows.push_back(itemRow(line, rows.size() + 1, input.taxKind));
    }
    form.headline = {caption::total, toText(total) + "원", "(" + taxWords(input.taxKind) + ")",
        priceWords(input.taxKind, input.priceKind)};
    const std::string until = input.validUntil.isNull() ? std::string(caption::unlimited)
                                                        : input.validUntil.toIso() + std::string(caption::untilThen);
    form.summary = {
        {{caption::subject, input.subject, Text, true, 200, 720}, {caption::validUntil, until, Text, false, 200, 798}},
        {{caption::deliveryTerms, input.deliveryTerms, Remark, false, 200, 720},
            {caption::paymentTerms, input.paymentTerms, Remark, false, 200, 798}},
    };
    form.pages = layOutPages(form.columns, std::move(rows), linesPerPage, form.wordsColumn);
    form.foot = {{{form_caption::note, input.note, Remark, false, 200, 1110},
        {caption::staff, input.staff, Text, false, 170, 438}}};
    form.sentence = caption::sentence;
    form.pictures = input.pictures;
    return form;
}

} // namespace dure
