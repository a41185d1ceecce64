#include "core/documents/delivery_note.h"

#include <cassert>

namespace dure {

namespace {

using enum FormCellKind;
using Sum = FormColumn::Sum;
namespace caption = delivery_note_caption;

const std::vector<FormColumn> columnsWithout{
    {form_caption::product, Text, 640},
    {form_caption::spec, Text, 330},
    {form_caption::unit, Centre, 110},
    {form_caption::quantity, Figure, 220, Sum::Quantity},
    {caption::lot, Text, 250},
    {form_caption::note, Remark, 368},
};
const std::vector<FormColumn> columnsWith{
    {form_caption::product, Text, 530},
    {form_caption::spec, Text, 260},
    {form_caption::unit, Centre, 90},
    {form_caption::quantity, Figure, 180, Sum::Quantity},
    {form_caption::unitPrice, Figure, 150},
    {form_caption::supply, Figure, 250, Sum::Won},
    {form_caption::tax, Figure, 210, Sum::Won},
    {form_caption::note, Remark, 248},
};

/// Without a column of its own a lot stands before the remark: it must not be lost.
std::string remarkWithLot(const DeliveryNoteInput::Line& line)
{
    if (line.lot.empty())
        return line.note;
    return "LOT " + line.lot + (line.note.empty() ? "" : " · " + line.note);
}

FormRow itemRow(const DeliveryNoteInput::Line& line, const DeliveryNoteInput& input, bool withPrices)
{
    FormRow row{FormRowKind::Item, {line.name, line.spec}, {}};
    const bool onlyWords = line.quantity.isZero() && line.amounts == LineAmounts{};
    row.cells.push_back(onlyWords ? std::string() : line.unit);
    row.cells.push_back(onlyWords ? std::string() : toText(line.quantity));
    if (!withPrices) {
        row.cells.insert(row.cells.end(), {line.lot, line.note});
        row.adds = {0, 0, 0, line.quantity.tenThousandths, 0, 0};
        return row;
    }
    row.cells.push_back(onlyWords ? std::string() : toText(line.unitPrice));
    row.cells.push_back(onlyWords ? std::string() : toText(line.amounts.supply));
    row.cells.push_back(onlyWords || input.taxKind == TaxKind::Exempt ? std::string() : toText(line.amounts.tax));
    row.cells.push_back(remarkWithLot(line));
    row.adds = {0, 0, 0, line.quantity.tenThousandths, 0, line.amounts.supply.amount, line.amounts.tax.amount, 0};
    return row;
}

FormHeadline headlineOf(const DeliveryNoteInput& input, bool withPrices)
{
    Quantity quantity;
    Won total;
    for (const DeliveryNoteInput::Line& line : input.lines) {
        quantity += line.quantity;
        total += line.amounts.total();
    }
    if (!withPrices)
        return {caption::totalQuantity, toText(quantity), {}, {}};
    return {caption::total, toText(total) + "원", "(" + taxWords(input.taxKind) + ")",
        priceWords(input.taxKind, input.priceKind)};
}

} // namespace

PaperForm makeDeliveryNote(const DeliveryNoteInput& input, bool withPrices, int linesPerPage)
{
    assert(input.date.isValid());
    PaperForm form;
    form.kind = FormKind::DeliveryNote;
    form.title = caption::title;
    form.number = input.number;
    form.marks = {{form_caption::number, input.number}, {form_caption::date, input.date.toIso()}};
    form.supplier = shownParty(input.supplier);
    form.buyer = shownParty(input.buyer);
    form.headline = headlineOf(input, withPrices);
    form.columns = withPrices ? columnsWith : columnsWithout;
    form.sumSpan = 3;
    std::vector<FormRow> rows;
    for (const DeliveryNoteInput::Line& line : input.lines)
        rows.push_back(itemRow(line, input, withPrices));
    form.pages = layOutPages(form.columns, std::move(rows), linesPerPage, form.wordsColumn);
    form.foot = {
        {{caption::site, input.site, Text, false, 160, 800}, {caption::vehicle, input.vehicle, Text, false, 160, 798}},
        {{form_caption::note, input.note, Remark, false, 160, 800},
            {form_caption::receiver, input.receiver, Signature, false, 160, 798}},
    };
    form.twoCopies = true;
    form.pictures = input.pictures;
    return form;
}

} // namespace dure
