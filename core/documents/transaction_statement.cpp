#include "core/documents/transaction_statement.h"

#include "core/domain/business_number.h"
#include "core/domain/phone_number.h"

#include <algorithm>
#include <cassert>

namespace dure {

namespace {

std::string twoDigits(unsigned number) { return (number < 10 ? "0" : "") + std::to_string(number); }

StatementParty shown(StatementParty party)
{
    party.businessNo = formatBusinessNumber(party.businessNo);
    party.phone = formatPhoneNumber(party.phone);
    return party;
}

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
    row.name = statement_caption::blankBelow;
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
        page.totalsCaption = last ? statement_caption::grandTotal : statement_caption::runningTotal;
    }
    return pages;
}

std::string totalVatText(TaxKind kind)
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

std::string priceVatText(const StatementInput& input)
{
    if (input.taxKind != TaxKind::Taxable)
        return {};
    return input.priceKind == PriceKind::Inclusive ? "단가 부가세 포함" : "단가 부가세 별도";
}

} // namespace

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
    statement.supplier = shown(input.supplier);
    statement.buyer = shown(input.buyer);
    statement.pages = layOut(input, static_cast<std::size_t>(linesPerPage));
    statement.totals = statement.pages.back().totals;
    const Won total = statement.totals.amounts.total();
    statement.total = toText(total) + "원";
    statement.totalVat = totalVatText(input.taxKind);
    statement.priceVat = priceVatText(input);
    statement.paid = toText(input.paid);
    if (input.previousBalance) {
        statement.previousBalance = toText(*input.previousBalance);
        statement.currentBalance = toText(*input.previousBalance + total - input.paid);
    }
    statement.note = input.note;
    statement.receiver = input.receiver;
    statement.seal = input.seal;
    return statement;
}

} // namespace dure
