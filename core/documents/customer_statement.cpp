#include "core/documents/customer_statement.h"

#include <cassert>

namespace dure {

namespace {

using enum FormCellKind;
using Sum = FormColumn::Sum;
using Line = CustomerStatementInput::Line;
namespace caption = customer_statement_caption;

const std::vector<FormColumn> claimColumns{
    {form_caption::month, Centre, 70},
    {form_caption::day, Centre, 70},
    {form_caption::number, Text, 250},
    {caption::product, Text, 518},
    {form_caption::quantity, Figure, 160, Sum::Quantity},
    {form_caption::unitPrice, Figure, 140},
    {form_caption::supply, Figure, 250, Sum::Won},
    {form_caption::tax, Figure, 220, Sum::Won},
    {form_caption::paid, Figure, 240, Sum::Won},
};

std::string unlessZero(Won won) { return won == Won{} ? std::string() : toText(won); }

FormRow rowOf(const Line& line, bool withPrice)
{
    FormRow row{FormRowKind::Item, {twoDigits(line.on.month()), twoDigits(line.on.day()), line.number, line.text},
        {0, 0, 0, 0, line.quantity.tenThousandths, 0, line.supply.amount, line.tax.amount, line.received.amount}};
    const bool onlyWords = line.quantity.isZero() && line.supply == Won{} && line.tax == Won{};
    if (line.isMoney)
        row.cells.insert(row.cells.end(), {{}, {}, {}, {}, toText(line.received)});
    else if (onlyWords)
        row.cells.insert(row.cells.end(), {{}, {}, {}, {}, {}});
    else
        row.cells.insert(row.cells.end(),
            {toText(line.quantity), withPrice ? toText(line.unitPrice) : std::string(), toText(line.supply),
                toText(line.tax), {}});
    return row;
}

FormRow dayTotalRow(Date day, const Line& sum)
{
    return {FormRowKind::Subtotal,
        {{}, {}, {}, std::to_string(day.day()) + std::string(caption::dayTotal),
            sum.quantity.isZero() ? std::string() : toText(sum.quantity), {}, toText(sum.supply), toText(sum.tax),
            unlessZero(sum.received)},
        {}};
}

void add(Line& sum, const Line& line)
{
    sum.quantity += line.quantity;
    sum.supply += line.supply;
    sum.tax += line.tax;
    sum.received += line.received;
}

/// Each line; a day of several gets its sum.
std::vector<FormRow> rowsByLine(const std::vector<Line>& lines)
{
    std::vector<FormRow> rows;
    for (std::size_t i = 0; i < lines.size();) {
        const Date day = lines[i].on;
        const std::size_t first = i;
        Line sum;
        for (; i < lines.size() && lines[i].on == day; ++i) {
            add(sum, lines[i]);
            rows.push_back(rowOf(lines[i], true));
        }
        if (i - first > 1)
            rows.push_back(dayTotalRow(day, sum));
    }
    return rows;
}

/// One row for each document.
std::vector<FormRow> rowsByDocument(const std::vector<Line>& lines)
{
    std::vector<FormRow> rows;
    for (std::size_t i = 0; i < lines.size();) {
        Line sum = lines[i];
        std::size_t more = 0;
        for (++i; i < lines.size() && !sum.isMoney && !lines[i].isMoney && lines[i].number == sum.number
             && lines[i].on == sum.on;
             ++i, ++more)
            add(sum, lines[i]);
        if (more > 0)
            sum.text += " 외 " + std::to_string(more);
        rows.push_back(rowOf(sum, false));
    }
    return rows;
}

std::vector<FormFieldRow> summaryOf(const CustomerStatementInput& input)
{
    constexpr int name = 230, last = 460;
    return {
        {{caption::previous, toText(input.previous), Figure, false, name, 384},
            {caption::supply, toText(input.supply), Figure, false, name, 384},
            {caption::tax, toText(input.tax), Figure, false, name, last}},
        {{caption::returned, toText(-input.returned), Figure, false, name, 384},
            {caption::received, toText(input.received), Figure, false, name, 384},
            {caption::closing, toText(input.closing), Figure, true, name, last}},
    };
}

} // namespace

PaperForm makeCustomerStatement(const CustomerStatementInput& input, bool withLines, int linesPerPage)
{
    assert(input.date.isValid() && input.from.isValid() && input.to.isValid());
    PaperForm form;
    form.kind = FormKind::CustomerStatement;
    form.title = caption::title;
    form.marks = {{form_caption::period, input.from.toIso() + " ~ " + input.to.toIso()},
        {form_caption::date, input.date.toIso()}};
    form.supplier = shownParty(input.supplier);
    form.buyer = shownParty(input.buyer);
    form.headline = {caption::claimed, toText(input.closing) + "원", {}, {}};
    form.summary = summaryOf(input);
    form.columns = claimColumns;
    form.sumSpan = 4;
    form.wordsColumn = 3;
    form.pages = layOutPages(form.columns, withLines ? rowsByLine(input.lines) : rowsByDocument(input.lines),
        linesPerPage, form.wordsColumn);
    form.foot = {
        {{caption::dueOn, input.dueOn ? input.dueOn->toIso() : std::string(), Text, true, 230, 384},
            {caption::notesHeld, toText(input.notesHeld), Figure, false, 230, 384},
            {caption::phone, form.supplier.phone, Text, false, 230, 460}},
        {{form_caption::bankAccount, input.bankAccount, Text, true, 230, 1688}},
        {{form_caption::note, input.note, Remark, false, 230, 1688}},
    };
    form.sentence = caption::sentence;
    form.pictures = input.pictures;
    return form;
}

} // namespace dure
