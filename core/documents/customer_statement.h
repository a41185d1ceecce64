#pragma once
#include "core/documents/paper_form.h"
#include "core/domain/date.h"
#include "core/domain/entry_kinds.h"
#include "core/domain/fixed_point.h"

#include <optional>

namespace dure {

/// 청구서: what a customer owes for a month. All sums are the ledger's (core/reports/receivables.h); nothing here
/// computes what is owed.
struct CustomerStatementInput
{
    Date from, to; ///< both included
    Date date; ///< 작성일
    FormParty supplier;
    FormParty buyer;
    /// A line of a delivery (`delivery` counts them from 0), or money.
    struct Line
    {
        Date on;
        std::string number; ///< of the delivery or the payment
        std::string text; ///< product, or how it was paid
        Quantity quantity; ///< negative: goods came back
        UnitPrice unitPrice;
        Won supply, tax; ///< of goods
        Won received; ///< of money
        bool isMoney = false;
    };
    std::vector<Line> lines; ///< by date
    Won previous; ///< 전월 이월: owed before `from`
    Won supply, tax; ///< delivered
    Won returned; ///< VAT included, positive
    Won received; ///< notes included
    Won closing; ///< owed at the end of `to`
    Won notesHeld; ///< 미도래 어음: taken, and not yet matured on `to`
    std::optional<Date> dueOn; ///< by the customer's terms; nullopt: none agreed
    std::string bankAccount;
    std::string note;
    FormPictures pictures;
};

namespace customer_statement_caption {
inline constexpr std::string_view title = "청구서";
inline constexpr std::string_view claimed = "청구금액";
inline constexpr std::string_view previous = "전월 이월";
inline constexpr std::string_view supply = "당월 공급가액";
inline constexpr std::string_view tax = "당월 세액";
inline constexpr std::string_view returned = "반품";
inline constexpr std::string_view received = "당월 입금";
inline constexpr std::string_view closing = "청구 잔액";
inline constexpr std::string_view notesHeld = "미도래 어음";
inline constexpr std::string_view dueOn = "결제예정일";
inline constexpr std::string_view phone = "문의 전화";
inline constexpr std::string_view product = "품목 · 규격";
inline constexpr std::string_view dayTotal = "일 계"; ///< after the day
inline constexpr std::string_view sentence = "위와 같이 청구합니다.";
} // namespace customer_statement_caption

/// `withLines`: each line of each delivery with its price, and the sum of each day; else a row for each delivery.
PaperForm makeCustomerStatement(const CustomerStatementInput& input, bool withLines, int linesPerPage);

} // namespace dure
