#pragma once
#include "core/documents/paper_form.h"
#include "core/domain/date.h"
#include "core/domain/vat.h"

namespace dure {

/// 견적서: an offer on paper.
struct QuotationDocumentInput
{
    std::string number;
    Date date; ///< 견적일
    Date validUntil; ///< null: not limited
    FormParty supplier;
    FormParty buyer;
    TaxKind taxKind = TaxKind::Taxable;
    PriceKind priceKind = PriceKind::Exclusive;
    std::string subject; ///< 건명
    std::string deliveryTerms, paymentTerms;
    std::string staff; ///< who answers for it
    struct Line
    {
        std::string name, spec, unit, note;
        Quantity quantity;
        UnitPrice unitPrice;
        LineAmounts amounts; ///< as the quotation stored them
    };
    std::vector<Line> lines;
    std::string note; ///< 비고
    FormPictures pictures;
};

namespace quotation_caption {
inline constexpr std::string_view title = "견적서";
inline constexpr std::string_view number = "견적번호";
inline constexpr std::string_view date = "견적일";
inline constexpr std::string_view total = "견적금액";
inline constexpr std::string_view line = "순번";
inline constexpr std::string_view validUntil = "유효기간";
inline constexpr std::string_view unlimited = "별도 통지 시까지";
inline constexpr std::string_view untilThen = "까지"; ///< after the day
inline constexpr std::string_view deliveryTerms = "납품 조건";
inline constexpr std::string_view paymentTerms = "결제 조건";
inline constexpr std::string_view subject = "건명";
inline constexpr std::string_view staff = "담당";
inline constexpr std::string_view sentence = "위와 같이 견적합니다.";
} // namespace quotation_caption

/// Precondition: input.date.isValid(), linesPerPage ≥ 1.
PaperForm makeQuotationDocument(const QuotationDocumentInput& input, int linesPerPage);

} // namespace dure
