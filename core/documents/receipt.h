#pragma once
#include "core/documents/paper_form.h"
#include "core/domain/date.h"
#include "core/domain/entry_kinds.h"

#include <array>
#include <optional>

namespace dure {

/// 입금표: that money came, for the customer and for ourselves.
struct ReceiptInput
{
    std::string number;
    Date date; ///< when it was received
    FormParty supplier;
    FormParty buyer;
    PaymentKind kind = PaymentKind::Transfer;
    Won amount; ///< negative: a payment is taken back
    std::string noteNumber, noteIssuer, noteBank; ///< of an 어음
    Date noteIssuedOn, noteDueOn;
    std::optional<Won> before; ///< owed before it; nullopt: not known yet, so left blank
    std::optional<Won> after; ///< owed after it, by the ledger
    std::string memo;
    FormPictures pictures;
};

namespace receipt_caption {
inline constexpr std::string_view title = "입금표";
inline constexpr std::string_view amount = "금액";
inline constexpr std::string_view kind = "구분";
inline constexpr std::string_view text = "적요";
inline constexpr std::string_view before = "입금 전 잔액";
inline constexpr std::string_view after = "입금 후 잔액";
inline constexpr std::string_view cashier = "영수자";
inline constexpr std::string_view sentence = "위 금액을 정히 영수합니다.";
inline constexpr std::string_view takenBack = "입금 취소";
} // namespace receipt_caption

/// "계좌이체", "어음" …: what stands on forms.
std::string_view paymentKindWords(PaymentKind kind);
/// "일백이십삼만사천오백육십칠": every digit is named, so that none can be put before another. Negative: "마이너스 ".
std::string wonInWords(Won won);
/// What is known of an 어음, in two lines: number and issuer; bank and days. Empty for other kinds.
std::array<std::string, 2> noteBillWords(const ReceiptInput& input);

/// Precondition: input.date.isValid().
PaperForm makeReceipt(const ReceiptInput& input, int linesPerPage);

} // namespace dure
