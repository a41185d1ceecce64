#pragma once
#include <cstdint>

namespace dure {

// What the `kind` column of a payment and of a stock movement means. The numbers are stored: never renumber them.

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

} // namespace dure
