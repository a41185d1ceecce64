#pragma once
#include <cstdint>

namespace dure {

// What the kind and state columns of facts and papers mean. The numbers are stored: never renumber them.

/// How a customer paid.
enum class PaymentKind : std::uint8_t {
    Transfer = 0, ///< 계좌이체
    Cash = 1, ///< 현금
    Cheque = 2, ///< 수표
    Note = 3, ///< 어음, real or electronic: worth its amount only once it has matured
    Card = 4, ///< 카드
    Offset = 5, ///< 상계: against what we owe the customer
    Discount = 6, ///< 에누리: an amount given up
};

/// Why stock moved. The quantity is signed: what comes in is positive, what goes out negative.
enum class StockMovementKind : std::uint8_t {
    Opening = 0, ///< 기초
    Production = 1, ///< 생산 입고
    Purchase = 2, ///< 매입 입고
    Delivery = 3, ///< 납품 출고
    Return = 4, ///< 반품 입고
    Adjustment = 5, ///< 실사 조정
    Scrap = 6, ///< 폐기
};

/// What a delivery is, beside its lines.
enum class DeliveryKind : std::uint8_t {
    Sale = 0, ///< 납품
    Sample = 1, ///< 샘플
    Repair = 2, ///< 수리
    Replacement = 3, ///< 교환: goods for goods that were claimed
    Return = 4, ///< 반품: negative quantities
    Credit = 5, ///< 금액 조정: negative amounts without goods
};

/// Why a payment was taken back.
enum class ReversalKind : std::uint8_t {
    Correction = 0, ///< it was wrong
    Dishonour = 1, ///< 부도: the 어음 was not paid
};

/// What became of an 어음 before or at its maturity, beside maturing and dishonour, which are dates and reversals.
enum class NoteEventKind : std::uint8_t {
    Discounted = 1, ///< 할인: sold to a bank
    Endorsed = 2, ///< 배서: given on in payment
    Collected = 3, ///< 추심: paid, seen on the account
};

enum class QuotationState : std::uint8_t {
    Open = 0, ///< 견적 중
    Ordered = 1, ///< 수주: an order was made of it
    Lost = 2, ///< 실주
};

/// What a customer complains of.
enum class ClaimKind : std::uint8_t {
    Defect = 0, ///< 불량
    Shortage = 1, ///< 수량 부족
    Damage = 2, ///< 파손
    WrongItem = 3, ///< 오출고
    Other = 4,
};

enum class ClaimDecision : std::uint8_t {
    Open = 0, ///< 접수
    Replace = 1, ///< 교환
    Credit = 2, ///< 금액 조정
    Return = 3, ///< 반품
    Refused = 4, ///< 인정하지 않음
};

/// What happened between a customer and us.
enum class ActivityKind : std::uint8_t {
    Note = 0, ///< 메모
    Call = 1, ///< 전화
    Visit = 2, ///< 방문
    Email = 3, ///< 메일
    Promise = 4, ///< 입금 약속: `amount` by `nextOn`
};

} // namespace dure
