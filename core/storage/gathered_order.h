#pragma once
#include "core/domain/entities.h"
#include "core/domain/order_status.h"
#include "core/storage/line_gathering.h"
#include "core/storage/open_lines.h"
#include "core/storage/summaries.h"

#include <vector>

namespace dure::storage {

/// What GatheredOrder::readHead() and readLine() read; `o` an order, `c` its customer joined from the left, `l` a line.
#define DURE_ORDER_HEAD                                                                                                \
    "o.id, o.number, o.customer_order_no, o.customer_id, " DURE_CUSTOMER_SORT ", o.ordered_on, o.due_on, "             \
    "ifnull(o.state, 0), ifnull(c.over_tolerance_bp, 0), ifnull(c.under_tolerance_bp, 0), o.tax_kind, o.price_kind, "  \
    "o.rounding_mode, o.tax_scope "
#define DURE_LINE                                                                                                      \
    "l.position, l.product_id, l.product_name, l.spec, l.quantity, l.supply, l.tax, l.due_on, l.id, l.unit_price, "    \
    "l.tax_typed, l.unit"

struct DeliveredOfLine
{
    std::int64_t all = 0;
    std::int64_t inTime = 0; ///< until the day on which the line is due
};

/// An order with its lines and what was delivered of them, as OrderSummaries sums it up.
struct GatheredOrder
{
    Uuid id, customer;
    std::string number, customerNo, customerSort;
    Date orderedOn, dueOn;
    OrderState state = OrderState::Open;
    Tolerance tolerance;
    TaxTerms tax;
    GatheredLines lines;
    std::vector<LineProgress> progress;
    std::vector<Quantity> inTime; ///< delivered of each until it was due
    /// What open_line needs of each.
    struct Line
    {
        Uuid id, product;
        std::string freeName; ///< of a line without a product
        std::string unit;
        OrderedAmount ordered;
    };
    std::vector<Line> sold;

    void readHead(const sqlite::Statement& row); ///< DURE_ORDER_HEAD
    void readLine(const sqlite::Statement& row, const DeliveredOfLine& delivered); ///< DURE_LINE
    void takeHead(const Row& row);
    void takeLine(const Row& row); ///< of which nothing was delivered yet

    Date dueOf(Date ofLine) const { return ofLine.isNull() ? dueOn : ofLine; }
    Date dueOfLine(const sqlite::Statement& row) const { return dueOf({static_cast<std::int32_t>(row.integer(7))}); }
    /// What is still to go out; a return waits for nothing, nor does what is cancelled.
    std::vector<OpenLine> openLines() const;
};

} // namespace dure::storage
