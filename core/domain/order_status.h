#pragma once
#include "core/domain/date.h"
#include "core/domain/fixed_point.h"

#include <span>

namespace dure {

/// What a person decided about an order. The numbers are stored: never renumber them.
enum class OrderState : std::uint8_t {
    Open = 0,
    OnHold = 1, ///< 보류
    Cancelled = 2, ///< 취소
};

/// What is shown. It follows from the state and the deliveries and is never stored.
enum class OrderStatus : std::uint8_t {
    Received, ///< 접수
    PartlyDelivered, ///< 일부 납품
    Delivered, ///< 납품 완료
    OnHold, ///< 보류
    Cancelled, ///< 취소
};

/// How far a delivery may stray from the order and still settle it, in hundredths of a percent (300 = 3 %).
struct Tolerance
{
    std::int64_t overBp = 0;
    std::int64_t underBp = 0;
};

struct LineProgress
{
    Quantity ordered;
    Quantity delivered; ///< net of returns and reversals; may exceed `ordered`, may be of the other sign
    Date dueOn; ///< null: the order's date counts
};

/// Nothing more is expected on the line: something went out, and it reaches the ordered quantity less the tolerance.
/// A line of quantity 0 expects nothing. A return line (negative) is judged by the same rule mirrored.
bool isLineDone(const LineProgress& line, Tolerance tolerance);

/// Ordered less delivered, whatever the tolerance; never beyond zero to the other side.
Quantity remainingQuantity(const LineProgress& line);

/// What a list of open work shows: the remaining quantity, but 0 once the line is done.
Quantity outstandingQuantity(const LineProgress& line, Tolerance tolerance);

/// More went out than the order and its tolerance allow. A fact all the same: it is shown, never refused.
bool isOverDelivered(const LineProgress& line, Tolerance tolerance);

struct OrderProgress
{
    OrderStatus status = OrderStatus::Received;
    bool late = false; ///< a line is neither done nor in time, and the order is not held, cancelled or delivered
    bool overDelivered = false; ///< 확인 필요
    bool deliveredThoughCancelled = false; ///< 확인 필요
    int linesDone = 0; ///< of those with a quantity
};

/// `dueOn` is the order's own date (null: none).
OrderProgress orderProgress(
    OrderState state, std::span<const LineProgress> lines, Tolerance tolerance, Date dueOn, Date today);

} // namespace dure
