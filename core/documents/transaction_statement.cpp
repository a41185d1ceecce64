#include "core/documents/transaction_statement.h"

#include <algorithm>
#include <cassert>

namespace dure {

namespace {

using enum FormCellKind;
using Sum = FormColumn::Sum;

const std::vector<FormColumn> statementColumns{
    {form_caption::month, Centre, 70},
    {form_caption::day, Centre, 69},
    {form_caption::product, Text, 520},
    {form_caption::spec, Text, 241},
    {form_caption::quantity, Figure, 175, Sum::Quantity},
    {form_caption::unitPrice, Figure, 148},
    {form_caption::supply, Figure, 254, Sum::Won},
    {form_caption::tax, Figure, 223, Sum::Won},
    {form_caption::note, Remark, 218},
};

StatementRow itemRow(const StatementLine& line, const StatementInput& input)
{
    StatementRow row;
    row.kind = StatementRowKind::Item;
    const Date on = line.on.isNull() ? input.date : line.on;
    row.month = twoDigits(on.month());
    row.day = twoDigits(on.day());
    row.name = line.name;
    row.spec = line.spec;
    row.note = line.note;
    const bool onlyWords = line.quantity.isZero() && line.amounts == LineAmounts{};
    if (onlyWords)
        return row;
    row.quantity = toText(line.quantity);
    row.unitPrice = toText(line.unitPrice);
    row.supply = toText(line.amounts.supply);
    if (input.taxKind != TaxKind::Exempt)
        row.tax = toText(line.amounts.tax);
    return row;
}

StatementRow blankBelowRow()
{
    StatementRow row;
    row.kind = StatementRowKind::BlankBelow;
    row.name = form_caption::blankBelow;
    return row;
}

void add(StatementTotals& totals, const StatementLine& line)
{
    totals.quantity += line.quantity;
    totals.amounts.supply += line.amounts.supply;
    totals.amounts.tax += line.amounts.tax;
}

std::vector<StatementPage> layOut(const StatementInput& input, std::size_t perPage)
{
    const std::size_t pageCount = std::max<std::size_t>(1, (input.lines.size() + perPage - 1) / perPage);
    std::vector<StatementPage> pages(pageCount);
    StatementTotals running;
    std::size_t next = 0;
    for (std::size_t p = 0; p < pageCount; ++p) {
        StatementPage& page = pages[p];
        page.number = static_cast<int>(p + 1);
        page.pageText = std::to_string(p + 1) + " / " + std::to_string(pageCount) + "쪽";
        for (; next < input.lines.size() && page.rows.size() < perPage; ++next) {
            page.rows.push_back(itemRow(input.lines[next], input));
            add(running, input.lines[next]);
        }
        if (page.rows.size() < perPage)
            page.rows.push_back(blankBelowRow());
        page.rows.resize(perPage);
        page.totals = running;
        const bool last = p + 1 == pageCount;
        page.totalsCaption = last ? form_caption::grandTotal : form_caption::runningTotal;
    }
    return pages;
}

FormRow formRow(const StatementRow& row)
{
    switch (row.kind) {
    case StatementRowKind::Item:
        return {FormRowKind::Item,
            {row.month, row.day, row.name, row.spec, row.quantity, row.unitPrice, row.supply, row.tax, row.note}, {}};
    case StatementRowKind::BlankBelow:
        return {FormRowKind::BlankBelow, {{}, {}, row.name, {}, {}, {}, {}, {}, {}}, {}};
    case StatementRowKind::Empty:
        break;
    }
    return {};
}

FormPage formPage(const StatementPage& page)
{
    FormPage out{page.number, page.pageText, {}, page.totalsCaption, {}};
    for (const StatementRow& row : page.rows)
        out.rows.push_back(formRow(row));
    const StatementTotals& sums = page.totals;
    out.sums = {{}, {}, {}, {}, sums.quantityText(), {}, sums.supplyText(), sums.taxText(), {}};
    return out;
}

} // namespace

std::string taxWords(TaxKind kind)
{
    switch (kind) {
    case TaxKind::Taxable:
        return "부가세 포함";
    case TaxKind::ZeroRated:
        return "영세율";
    case TaxKind::Exempt:
        return "면세";
    }
    return {};
}

std::string priceWords(TaxKind tax, PriceKind prices)
{
    if (tax != TaxKind::Taxable)
        return {};
    return prices == PriceKind::Inclusive ? "단가 부가세 포함" : "단가 부가세 별도";
}

std::string StatementTotals::quantityText() const { return toText(quantity); }
std::string StatementTotals::supplyText() const { return toText(amounts.supply); }
std::string StatementTotals::taxText() const { return toText(amounts.tax); }
std::string StatementTotals::totalText() const { return toText(amounts.total()); }

TransactionStatement makeTransactionStatement(const StatementInput& input, int linesPerPage)
{
    assert(input.date.isValid() && linesPerPage >= 1);
    TransactionStatement statement;
    statement.number = input.number;
    statement.date = input.date.toIso();
    statement.supplier = shownParty(input.supplier);
    statement.buyer = shownParty(input.buyer);
    statement.pages = layOut(input, static_cast<std::size_t>(linesPerPage));
    statement.totals = statement.pages.back().totals;
    const Won total = statement.totals.amounts.total();
    statement.total = toText(total) + "원";
    statement.totalVat = taxWords(input.taxKind);
    statement.priceVat = priceWords(input.taxKind, input.priceKind);
    statement.paid = toText(input.paid);
    if (input.previousBalance) {
        statement.previousBalance = toText(*input.previousBalance);
        statement.currentBalance = toText(*input.previousBalance + total - input.paid);
    }
    statement.note = input.note;
    statement.receiver = input.receiver;
    statement.pictures = input.pictures;
    return statement;
}

PaperForm formOf(const TransactionStatement& statement)
{
    PaperForm form;
    form.kind = FormKind::Statement;
    form.title = statement_caption::title;
    form.number = statement.number;
    form.marks = {{form_caption::number, statement.number}, {form_caption::date, statement.date}};
    form.supplier = statement.supplier;
    form.buyer = statement.buyer;
    form.headline = {statement_caption::total, statement.total, "(" + statement.totalVat + ")", statement.priceVat};
    form.columns = statementColumns;
    form.sumSpan = 4;
    form.wordsColumn = 2;
    for (const StatementPage& page : statement.pages)
        form.pages.push_back(formPage(page));
    form.foot = {
        {{statement_caption::previousBalance, statement.previousBalance, Figure, false, 139, 520},
            {form_caption::paid, statement.paid, Figure, false, 241, 323},
            {statement_caption::currentBalance, statement.currentBalance, Figure, true, 254, 441}},
        {{form_caption::note, statement.note, Remark, false, 139, 1084},
            {form_caption::receiver, statement.receiver, Signature, false, 254, 441}},
    };
    form.twoCopies = true;
    form.pictures = statement.pictures;
    return form;
}

} // namespace dure
