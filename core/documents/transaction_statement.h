#pragma once
#include "core/documents/paper_form.h"
#include "core/domain/date.h"
#include "core/domain/vat.h"

#include <optional>

namespace dure {

using StatementParty = FormParty;

struct StatementLine
{
    Date on; ///< null: the statement's date
    std::string name; ///< 품목
    std::string spec; ///< 규격
    Quantity quantity; ///< negative for goods returned
    UnitPrice unitPrice;
    LineAmounts amounts; ///< as the delivery stored them
    std::string note; ///< 비고
};

struct StatementInput
{
    std::string number; ///< 일련번호
    Date date; ///< 작성일
    StatementParty supplier;
    StatementParty buyer;
    TaxKind taxKind = TaxKind::Taxable;
    PriceKind priceKind = PriceKind::Exclusive;
    std::vector<StatementLine> lines;
    std::optional<Won> previousBalance; ///< 전잔액, without this statement; nullopt: not known yet, so left blank
    Won paid; ///< 입금액
    std::string note;
    std::string receiver; ///< 인수자
    FormPictures pictures;
};

/// The words that only this form has; the others stand in form_caption.
namespace statement_caption {
inline constexpr std::string_view title = "거래명세서";
inline constexpr std::string_view total = "합계금액";
inline constexpr std::string_view previousBalance = "전잔액";
inline constexpr std::string_view currentBalance = "현잔액";
} // namespace statement_caption

/// What a total holds: "부가세 포함", "영세율", "면세".
std::string taxWords(TaxKind kind);
/// How unit prices are meant: "단가 부가세 별도", "단가 부가세 포함"; empty without VAT.
std::string priceWords(TaxKind tax, PriceKind prices);

enum class StatementRowKind : std::uint8_t {
    Item,
    BlankBelow, ///< the marker after the last item; `name` holds its words
    Empty,
};

/// One row of the form; every cell is text ready to print.
struct StatementRow
{
    StatementRowKind kind = StatementRowKind::Empty;
    std::string month, day, name, spec, quantity, unitPrice, supply, tax, note;
};

struct StatementTotals
{
    Quantity quantity; ///< over all units, as the form is used
    LineAmounts amounts;

    std::string quantityText() const;
    std::string supplyText() const;
    std::string taxText() const;
    std::string totalText() const;
};

struct StatementPage
{
    int number = 1;
    std::string pageText; ///< "1 / 3쪽"
    std::vector<StatementRow> rows; ///< always linesPerPage of them
    StatementTotals totals; ///< of all pages up to and with this one
    std::string_view totalsCaption; ///< runningTotal, or grandTotal on the last page
};

/// A 거래명세서 as data. Its head and foot are the same on every page and every copy.
struct TransactionStatement
{
    std::string number;
    std::string date; ///< "2026-11-25"
    StatementParty supplier; ///< business number and phone with their dashes
    StatementParty buyer;
    std::string total; ///< "3,414,400원", VAT included
    std::string totalVat; ///< taxWords()
    std::string priceVat; ///< priceWords()
    std::vector<StatementPage> pages; ///< at least one
    StatementTotals totals;
    std::string previousBalance; ///< empty if not known
    std::string paid;
    std::string currentBalance; ///< previous + total − paid; empty if not known
    std::string note;
    std::string receiver;
    FormPictures pictures;
};

/// The lines that fit on one of the two copies that share an A4 page.
inline constexpr int statementLinesPerPage = 12;

/// Lays the lines out on as many pages as they need. Precondition: input.date.isValid(), linesPerPage ≥ 1.
TransactionStatement makeTransactionStatement(const StatementInput& input, int linesPerPage = statementLinesPerPage);
/// As it is drawn.
PaperForm formOf(const TransactionStatement& statement);

} // namespace dure
