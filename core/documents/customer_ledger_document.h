#pragma once
#include "core/documents/paper_form.h"
#include "core/domain/date.h"
#include "core/domain/fixed_point.h"

namespace dure {

/// 거래처원장 of a period on paper. Debit, credit and balance are those of customerLedger()
/// (core/reports/receivables.h); only the sums of the months are made here.
struct LedgerDocumentInput
{
    Date from, to; ///< both included
    Date date; ///< 작성일
    FormParty supplier; ///< whose book it is
    FormParty buyer; ///< whose account it is
    Won carriedForward; ///< owed before `from`
    struct Line
    {
        Date on;
        std::string number; ///< of the document
        std::string text; ///< "PET 500ml 투명 외 2", "계좌이체"
        Won debit; ///< owed more by this
        Won credit;
        Won balance; ///< owed after it
    };
    std::vector<Line> lines; ///< by date
    Won closing;
    std::string note;
    FormPictures pictures;
};

namespace ledger_caption {
inline constexpr std::string_view title = "거래처원장";
inline constexpr std::string_view closing = "기말 잔액";
inline constexpr std::string_view day = "일자";
inline constexpr std::string_view document = "전표";
inline constexpr std::string_view text = "적요";
inline constexpr std::string_view debit = "매출 (차변)";
inline constexpr std::string_view credit = "입금 (대변)";
inline constexpr std::string_view balance = "잔액";
inline constexpr std::string_view carriedForward = "전기 이월";
inline constexpr std::string_view opening = "기초 미수"; ///< an opening balance of a day in the period
inline constexpr std::string_view monthTotal = "월 계"; ///< after the month
} // namespace ledger_caption

PaperForm makeLedgerDocument(const LedgerDocumentInput& input, int linesPerPage);

} // namespace dure
