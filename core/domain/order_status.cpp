#include "core/domain/order_status.h"

#include <algorithm>

namespace dure {

namespace {

constexpr std::int64_t wholeBp = 10'000;

/// The line as a positive one, so that a return is judged by the same comparisons.
LineProgress mirrored(const LineProgress& line)
{
    return line.ordered < Quantity{} ? LineProgress{-line.ordered, -line.delivered, line.dueOn} : line;
}

OrderStatus openStatus(std::span<const LineProgress> lines, int counted, int done)
{
    if (counted > 0 && done == counted)
        return OrderStatus::Delivered;
    const bool anything
        = std::any_of(lines.begin(), lines.end(), [](const LineProgress& line) { return !line.delivered.isZero(); });
    return anything ? OrderStatus::PartlyDelivered : OrderStatus::Received;
}

} // namespace

bool isLineDone(const LineProgress& line, Tolerance tolerance)
{
    const LineProgress plain = mirrored(line);
    if (plain.ordered.isZero())
        return true;
    if (plain.delivered <= Quantity{}) // a tolerance of 100 % must not finish a line that nobody has touched
        return false;
    return static_cast<Int128>(plain.delivered.tenThousandths) * wholeBp
        >= static_cast<Int128>(plain.ordered.tenThousandths) * (wholeBp - tolerance.underBp);
}

Quantity remainingQuantity(const LineProgress& line)
{
    const LineProgress plain = mirrored(line);
    const Quantity left = std::max(plain.ordered - plain.delivered, Quantity{});
    return line.ordered < Quantity{} ? -left : left;
}

Quantity outstandingQuantity(const LineProgress& line, Tolerance tolerance)
{
    return isLineDone(line, tolerance) ? Quantity{} : remainingQuantity(line);
}

bool isOverDelivered(const LineProgress& line, Tolerance tolerance)
{
    const LineProgress plain = mirrored(line);
    return static_cast<Int128>(plain.delivered.tenThousandths) * wholeBp
        > static_cast<Int128>(plain.ordered.tenThousandths) * (wholeBp + tolerance.overBp);
}

OrderProgress orderProgress(
    OrderState state, std::span<const LineProgress> lines, Tolerance tolerance, Date dueOn, Date today)
{
    OrderProgress progress;
    bool anyLate = false;
    bool anyDelivered = false;
    int counted = 0;
    for (const LineProgress& line : lines) {
        anyDelivered = anyDelivered || !line.delivered.isZero();
        progress.overDelivered = progress.overDelivered || isOverDelivered(line, tolerance);
        if (line.ordered.isZero())
            continue;
        ++counted;
        const Date due = line.dueOn.isNull() ? dueOn : line.dueOn;
        if (isLineDone(line, tolerance))
            ++progress.linesDone;
        else
            anyLate = anyLate || (!due.isNull() && due < today);
    }
    switch (state) {
    case OrderState::Cancelled:
        progress.status = OrderStatus::Cancelled;
        progress.deliveredThoughCancelled = anyDelivered;
        break;
    case OrderState::OnHold:
        progress.status = OrderStatus::OnHold;
        break;
    case OrderState::Open:
        progress.status = openStatus(lines, counted, progress.linesDone);
        progress.late = anyLate;
        break;
    }
    return progress;
}

} // namespace dure
