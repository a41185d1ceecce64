#include "core/documents/customer_ledger_document.h"

#include <cassert>

namespace dure {

namespace {

using enum FormCellKind;
using Sum = FormColumn::Sum;
using Line = LedgerDocumentInput::Line;
namespace caption = ledger_caption;

const std::vector<FormColumn> ledgerColumns{
    {caption::day, Centre, 210},
    {caption::document, Text, 280},
    {caption::text, Text, 618},
    {caption::debit, Figure, 270, Sum::Won},
    {caption::credit, Figure, 270, Sum::Won},
    {caption::balance, Figure, 270, Sum::Last},
};

std::string unlessZero(Won won) { return won == Won{} ? std::string() : toText(won); }

int monthOf(Date date) { return date.yyyymmdd / 100; }

FormRow rowOf(const Line& line)
{
    return {FormRowKind::Item,
        {line.on.toIso(), line.number, line.text, unlessZero(line.debit), unlessZero(line.credit),
            toText(line.balance)},
        {0, 0, 0, line.debit.amount, line.credit.amount, line.balance.amount}};
}

FormRow monthTotalRow(Date month, Won debits, Won credits, Won balance)
{
    const std::string name
        = std::to_string(month.year()) + "년 " + std::to_string(month.month()) + std::string(caption::monthTotal);
    return {FormRowKind::Subtotal, {{}, {}, name, toText(debits), toText(credits), toText(balance)}, {}};
}

} // namespace

PaperForm makeLedgerDocument(const LedgerDocumentInput& input, int linesPerPage)
{
    assert(input.date.isValid() && input.from.isValid() && input.to.isValid());
    PaperForm form;
    form.kind = FormKind::CustomerLedger;
    form.title = caption::title;
    form.marks = {{form_caption::period, input.from.toIso() + " ~ " + input.to.toIso()},
        {form_caption::date, input.date.toIso()}};
    form.supplier = shownParty(input.supplier);
    form.buyer = shownParty(input.buyer);
    form.headline = {caption::closing, toText(input.closing) + "원", {}, {}};
    form.columns = ledgerColumns;
    form.sumSpan = 3;
    form.wordsColumn = 2;
    std::vector<FormRow> rows;
    rows.push_back({FormRowKind::Item,
        {input.from.toIso(), {}, std::string(caption::carriedForward), {}, {}, toText(input.carriedForward)},
        {0, 0, 0, 0, 0, input.carriedForward.amount}});
    Won debits, credits;
    for (std::size_t i = 0; i < input.lines.size(); ++i) {
        const Line& line = input.lines[i];
        rows.push_back(rowOf(line));
        debits += line.debit;
        credits += line.credit;
        if (i + 1 < input.lines.size() && monthOf(input.lines[i + 1].on) == monthOf(line.on))
            continue;
        rows.push_back(monthTotalRow(line.on, debits, credits, line.balance));
        debits = credits = {};
    }
    form.pages = layOutPages(form.columns, std::move(rows), linesPerPage, form.wordsColumn);
    form.foot = {{{form_caption::note, input.note, Remark, false, 210, 1708}}};
    form.pictures = input.pictures;
    return form;
}

} // namespace dure
