#pragma once
#include "core/documents/paper_form.h"
#include "core/documents/transaction_statement.h"

namespace dure {

/// 납품서: what was handed over, signed by who received it. Without prices it may lie in the lorry.
struct DeliveryNoteInput
{
    std::string number;
    Date date;
    FormParty supplier;
    FormParty buyer;
    TaxKind taxKind = TaxKind::Taxable;
    PriceKind priceKind = PriceKind::Exclusive;
    struct Line
    {
        std::string name, spec, unit, lot, note;
        Quantity quantity; ///< negative for goods that came back
        UnitPrice unitPrice;
        LineAmounts amounts; ///< as the delivery stored them
    };
    std::vector<Line> lines;
    std::string site; ///< 납품장소
    std::string vehicle; ///< 차량 and driver
    std::string note;
    std::string receiver; ///< 인수자
    FormPictures pictures;
};

namespace delivery_note_caption {
inline constexpr std::string_view title = "납품서";
inline constexpr std::string_view totalQuantity = "합계수량";
inline constexpr std::string_view total = "합계금액";
inline constexpr std::string_view lot = "LOT";
inline constexpr std::string_view site = "납품장소";
inline constexpr std::string_view vehicle = "차량";
inline constexpr std::string_view supplierSign = "납품자";
} // namespace delivery_note_caption

/// Precondition: input.date.isValid(), linesPerPage ≥ 1.
PaperForm makeDeliveryNote(const DeliveryNoteInput& input, bool withPrices, int linesPerPage);

} // namespace dure
