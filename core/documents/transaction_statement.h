#pragma once
#include "core/domain/date.h"
#include "core/domain/vat.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dure {

/// One side of a 거래명세서, as the company or customer row holds it.
struct StatementParty
{
    std::string businessNo; ///< 등록번호
    std::string name; ///< 상호
    std::string representative; ///< 성명
    std::string address; ///< 주소
    std::string businessType; ///< 업태
    std::string businessItem; ///< 종목
    std::string phone; ///< 전화
};

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
    std::string seal; ///< the supplier's seal, an image file's bytes; empty: none
};

/// The words printed on the form. They belong to the form as Korean firms know it, whatever language the program is in.
namespace statement_caption {
inline constexpr std::string_view title = "거래명세서";
inline constexpr std::string_view buyerCopy = "공급받는자 보관용";
inline constexpr std::string_view supplierCopy = "공급자 보관용";
inline constexpr std::string_view number = "일련번호";
inline constexpr std::string_view date = "작성일";
inline constexpr std::string_view buyer = "공급받는자";
inline constexpr std::string_view supplier = "공급자";
inline constexpr std::string_view businessNo = "등록번호";
inline constexpr std::string_view name = "상호";
inline constexpr std::string_view honorific = "귀하"; ///< after the buyer's name
inline constexpr std::string_view representative = "성명";
inline constexpr std::string_view seal = "(인)"; ///< where no seal image stands
inline constexpr std::string_view address = "주소";
inline constexpr std::string_view phone = "전화";
inline constexpr std::string_view businessType = "업태";
inline constexpr std::string_view businessItem = "종목";
inline constexpr std::string_view total = "합계금액";
inline constexpr std::string_view month = "월";
inline constexpr std::string_view day = "일";
inline constexpr std::string_view product = "품목";
inline constexpr std::string_view spec = "규격";
inline constexpr std::string_view quantity = "수량";
inline constexpr std::string_view unitPrice = "단가";
inline constexpr std::string_view supply = "공급가액";
inline constexpr std::string_view tax = "세액";
inline constexpr std::string_view note = "비고";
inline constexpr std::string_view runningTotal = "누계"; ///< foot of every page but the last
inline constexpr std::string_view grandTotal = "합계"; ///< foot of the last page
inline constexpr std::string_view blankBelow = "이하 여백";
inline constexpr std::string_view previousBalance = "전잔액";
inline constexpr std::string_view paid = "입금액";
inline constexpr std::string_view currentBalance = "현잔액";
inline constexpr std::string_view receiver = "인수자";
} // namespace statement_caption

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
    std::string totalVat; ///< what the total holds: "부가세 포함", "영세율", "면세"
    std::string priceVat; ///< how the unit prices are meant: "단가 부가세 별도", "단가 부가세 포함"; empty without VAT
    std::vector<StatementPage> pages; ///< at least one
    StatementTotals totals;
    std::string previousBalance; ///< empty if not known
    std::string paid;
    std::string currentBalance; ///< previous + total − paid; empty if not known
    std::string note;
    std::string receiver;
    std::string seal; ///< an image file's bytes, or empty
};

/// The lines that fit on one of the two copies that share an A4 page.
inline constexpr int statementLinesPerPage = 12;

/// Lays the lines out on as many pages as they need. Precondition: input.date.isValid(), linesPerPage ≥ 1.
TransactionStatement makeTransactionStatement(const StatementInput& input, int linesPerPage = statementLinesPerPage);

} // namespace dure
