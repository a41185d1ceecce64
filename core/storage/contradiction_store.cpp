#include "core/storage/contradiction_store.h"

#include "core/domain/entry_kinds.h"
#include "core/domain/order_status.h"
#include "core/storage/row_store.h"
#include "core/storage/summaries.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace dure::storage {

namespace {

constexpr std::int64_t wholeBp = 10'000;

std::string_view wordOf(ContradictionKind kind)
{
    switch (kind) {
    case ContradictionKind::None:
        break;
    case ContradictionKind::OverDelivered:
        return "over_delivered";
    case ContradictionKind::DeliveredThoughCancelled:
        return "delivered_though_cancelled";
    case ContradictionKind::NegativeStock:
        return "negative_stock";
    case ContradictionKind::OverCreditLimit:
        return "over_credit_limit";
    case ContradictionKind::SameCustomerCode:
        return "same_customer_code";
    case ContradictionKind::SameBusinessNo:
        return "same_business_no";
    case ContradictionKind::SameProductCode:
        return "same_product_code";
    case ContradictionKind::SameOrderNumber:
        return "same_order_number";
    case ContradictionKind::SameDeliveryNumber:
        return "same_delivery_number";
    case ContradictionKind::ClaimAnsweredTwice:
        return "claim_answered_twice";
    }
    return {};
}

void name(Contradiction& contradiction, const std::string& measure)
{
    contradiction.id
        = derivedUuid(contradiction.root, "contradiction/" + std::string(wordOf(contradiction.kind)) + "/" + measure);
}

struct OrderedLine
{
    Uuid order, id;
    std::string product;
    LineProgress progress;
    Tolerance tolerance;

    std::int64_t allowed() const
    {
        return static_cast<std::int64_t>(
            static_cast<Int128>(progress.ordered.tenThousandths) * (wholeBp + tolerance.overBp) / wholeBp);
    }
    bool isOver() const { return isOverDelivered(progress, tolerance); }
};

// CROSS: few orders are flagged, and the planner would walk all lines
#define DURE_PROGRESS                                                                                                  \
    "SELECT s.order_id, s.flags, l.id, l.product_name, l.quantity, (SELECT sum(d.quantity) FROM delivery_line d "      \
    "WHERE d.order_line_id = l.id AND d.deleted = 0), ifnull(c.over_tolerance_bp, 0) FROM order_summary s "            \
    "CROSS JOIN order_line l ON l.order_id = s.order_id AND l.deleted = 0 LEFT JOIN customer c ON c.id = "             \
    "s.customer_id "

OrderedLine lineAt(const sqlite::Statement& row)
{
    return {uuidAt(row, 0), uuidAt(row, 2), std::string(row.text(3)), {{row.integer(4)}, {row.integer(5)}, {}},
        {row.integer(6), 0}};
}

Contradiction ofOrder(ContradictionKind kind, const std::vector<OrderedLine>& lines)
{
    Contradiction found;
    found.kind = kind;
    found.root = lines.front().order;
    std::string measure;
    for (const OrderedLine& line : lines) {
        const std::int64_t ordered = line.progress.ordered.tenThousandths;
        const std::int64_t delivered = line.progress.delivered.tenThousandths;
        const bool counts = kind == ContradictionKind::OverDelivered ? line.isOver() : delivered != 0;
        if (!counts)
            continue;
        found.amount += kind == ContradictionKind::OverDelivered ? std::abs(delivered - ordered) : delivered;
        found.limit += kind == ContradictionKind::OverDelivered ? std::abs(line.allowed() - ordered) : 0;
        measure += line.id.toString() + ":" + std::to_string(delivered) + "/" + std::to_string(line.allowed()) + ";";
    }
    name(found, measure);
    return found;
}

std::int64_t timeOf(const Uuid& id)
{
    if (id.bytes[6] >> 4 != 7)
        return 0; // derived from what an import found: it tells no time
    std::int64_t ms = 0;
    for (int i = 0; i < 6; ++i)
        ms = ms << 8 | id.bytes[static_cast<std::size_t>(i)];
    return ms;
}

} // namespace

std::vector<Contradiction> ContradictionStore::all(Scope scope)
{
    std::vector<Contradiction> found;
    addOrders(found);
    addStock(found);
    addLimits(found);
    addClaims(found);
    addShared(found, scope);
    return found;
}

std::optional<Contradiction> ContradictionStore::find(const Uuid& id)
{
    std::vector<Contradiction> found = all();
    const auto at = std::ranges::find(found, id, &Contradiction::id);
    return at == found.end() ? std::nullopt : std::optional(std::move(*at));
}

void ContradictionStore::addOrders(std::vector<Contradiction>& found)
{
    auto rows = m_db.prepare(DURE_PROGRESS "WHERE s.flags <> 0 ORDER BY s.order_id, l.id");
    std::vector<OrderedLine> lines;
    std::int64_t flags = 0;
    const auto end = [&] {
        if ((flags & OverDelivered) != 0)
            found.push_back(ofOrder(ContradictionKind::OverDelivered, lines));
        if ((flags & DeliveredThoughCancelled) != 0)
            found.push_back(ofOrder(ContradictionKind::DeliveredThoughCancelled, lines));
        lines.clear();
    };
    while (rows->step()) {
        OrderedLine line = lineAt(*rows);
        if (!lines.empty() && lines.front().order != line.order)
            end();
        flags = rows->integer(1);
        lines.push_back(std::move(line));
    }
    if (!lines.empty())
        end();
}

void ContradictionStore::addStock(std::vector<Contradiction>& found)
{
    auto rows = m_db.prepare("SELECT s.product_id, s.quantity FROM product_stock s JOIN product p ON "
                             "p.id = s.product_id AND p.deleted = 0 WHERE s.quantity < 0 AND EXISTS(SELECT 1 FROM "
                             "stock_movement m WHERE m.product_id = s.product_id AND m.delivery_line_id IS NULL AND "
                             "m.deleted = 0)");
    while (rows->step()) {
        Contradiction& each = found.emplace_back();
        each.kind = ContradictionKind::NegativeStock;
        each.table = TableId::Product;
        each.root = uuidAt(*rows, 0);
        each.amount = rows->integer(1);
        name(each, std::to_string(each.amount));
    }
}

void ContradictionStore::addLimits(std::vector<Contradiction>& found)
{
    auto rows = m_db.prepare("SELECT c.id, " DURE_BALANCE " AS balance, c.credit_limit FROM customer c "
                             "LEFT JOIN customer_figures f ON f.customer_id = c.id WHERE c.credit_limit > 0 "
                             "AND c.deleted = 0 AND " DURE_BALANCE " > c.credit_limit");
    while (rows->step()) {
        Contradiction& each = found.emplace_back();
        each.kind = ContradictionKind::OverCreditLimit;
        each.table = TableId::Customer;
        each.root = uuidAt(*rows, 0);
        each.amount = rows->integer(1);
        each.limit = rows->integer(2);
        name(each, std::to_string(each.amount) + "/" + std::to_string(each.limit));
    }
}

/// Settled the same way twice, or in all of a delivered line more than it had.
void ContradictionStore::addClaims(std::vector<Contradiction>& found)
{
    struct Answer
    {
        Uuid claim, delivery;
        std::int64_t kind = 0, total = 0, quantity = 0;
    };
    struct Line
    {
        std::int64_t total = 0, quantity = 0; ///< as it was delivered; nothing if that was taken back
        std::vector<Answer> answers;
    };
    const auto tell = [&](const Uuid& claim, const std::string& kind, const std::vector<Answer>& answers) {
        Contradiction each;
        each.kind = ContradictionKind::ClaimAnsweredTwice;
        each.table = TableId::Claim;
        each.root = claim;
        std::string measure = kind;
        for (const Answer& answer : answers) {
            each.rows.push_back(answer.delivery);
            each.amount += answer.total;
            measure += "/" + answer.delivery.toString();
        }
        name(each, measure);
        found.push_back(std::move(each));
    };
    auto rows = m_db.prepare(
        "SELECT d.claim_id, ifnull(d.kind, 0), s.delivery_id, s.supply + s.tax, s.quantity, k.delivery_line_id, "
        "l.supply + l.tax, l.quantity, (SELECT count(*) FROM delivery_summary s WHERE s.delivery_id = l.delivery_id "
        "AND " DURE_DELIVERY_STANDS ") FROM delivery d JOIN claim k ON k.id = d.claim_id AND k.deleted = 0 "
        "JOIN delivery_summary s ON s.delivery_id = d.id LEFT JOIN delivery_line l ON l.id = k.delivery_line_id "
        "WHERE d.claim_id IS NOT NULL AND d.deleted = 0 AND " DURE_DELIVERY_STANDS " ORDER BY 1, 2, 3");
    std::map<Uuid, Line> lines;
    std::set<Uuid> told;
    std::vector<Answer> alike;
    const auto end = [&] {
        if (alike.size() > 1) {
            tell(alike.front().claim, std::to_string(alike.front().kind), alike);
            told.insert(alike.front().claim);
        }
        alike.clear();
    };
    while (rows->step()) {
        const Answer answer{uuidAt(*rows, 0), uuidAt(*rows, 2), rows->integer(1), rows->integer(3), rows->integer(4)};
        if (!alike.empty() && (alike.front().claim != answer.claim || alike.front().kind != answer.kind))
            end();
        alike.push_back(answer);
        if (rows->isNull(6))
            continue;
        Line& line = lines[uuidAt(*rows, 5)];
        if (rows->integer(8) > 0)
            std::tie(line.total, line.quantity) = std::pair(rows->integer(6), rows->integer(7));
        line.answers.push_back(answer);
    }
    end();
    for (const auto& [id, line] : lines) {
        std::int64_t given = 0, returned = 0;
        for (const Answer& answer : line.answers) {
            given -= answer.total;
            returned -= static_cast<DeliveryKind>(answer.kind) == DeliveryKind::Return ? answer.quantity : 0;
        }
        const std::int64_t rounded = std::ssize(line.answers); // a won of each part
        if ((given > line.total + rounded || returned > line.quantity) && !told.contains(line.answers.back().claim))
            tell(line.answers.back().claim, "line", line.answers);
    }
}

void ContradictionStore::addShared(std::vector<Contradiction>& found, Scope scope)
{
    struct Key
    {
        ContradictionKind kind;
        TableId table;
        const char* sharedSql; ///< the values that several rows have
        const char* rowsSql; ///< the rows that have one
    };
    // each groups along an index
    static constexpr Key keys[] = {
        {ContradictionKind::SameCustomerCode, TableId::Customer,
            "SELECT code FROM customer WHERE code > '' AND deleted = 0 GROUP BY code HAVING count(*) > 1",
            "SELECT id FROM customer WHERE code = ? AND deleted = 0 ORDER BY id"},
        {ContradictionKind::SameBusinessNo, TableId::Customer,
            "SELECT replace(business_no, '-', '') AS n FROM customer WHERE business_no > '' AND deleted = 0 GROUP BY n "
            "HAVING count(*) > 1",
            "SELECT id FROM customer WHERE replace(business_no, '-', '') = ? AND deleted = 0 ORDER BY id"},
        {ContradictionKind::SameProductCode, TableId::Product,
            "SELECT code FROM product WHERE code > '' AND deleted = 0 GROUP BY code HAVING count(*) > 1",
            "SELECT id FROM product WHERE code = ? AND deleted = 0 ORDER BY id"},
        {ContradictionKind::SameOrderNumber, TableId::SalesOrder,
            "SELECT number FROM order_summary WHERE number > '' GROUP BY number HAVING count(*) > 1",
            "SELECT order_id FROM order_summary WHERE number = ? ORDER BY order_id"},
        {ContradictionKind::SameDeliveryNumber, TableId::Delivery,
            "SELECT number FROM delivery_summary WHERE number > '' GROUP BY number HAVING count(*) > 1",
            "SELECT delivery_id FROM delivery_summary WHERE number = ? ORDER BY delivery_id"},
    };
    for (const Key& key : keys) {
        const bool isDocument = key.table == TableId::SalesOrder || key.table == TableId::Delivery;
        if (isDocument && scope == Scope::Quick)
            continue;
        auto shared = m_db.prepare(key.sharedSql);
        while (shared->step()) {
            Contradiction& each = found.emplace_back();
            each.kind = key.kind;
            each.table = key.table;
            each.text = shared->text(0);
            auto rows = m_db.prepare(key.rowsSql);
            rows->bind(1, each.text);
            std::string measure = each.text;
            while (rows->step()) {
                each.rows.push_back(uuidAt(*rows, 0));
                measure += "/" + each.rows.back().toString();
            }
            each.root = each.rows.front();
            name(each, measure);
        }
    }
}

void ContradictionStore::fillTime(Contradiction& contradiction)
{
    const auto newest = [&](std::string_view sql) {
        auto rows = m_db.prepare(sql);
        rows->bindBorrowed(1, blobOf(contradiction.root));
        return rows->step() ? rows->integer(0) : std::int64_t{0};
    };
    switch (contradiction.kind) {
    case ContradictionKind::OverDelivered:
    case ContradictionKind::DeliveredThoughCancelled:
        contradiction.at = newest("SELECT max(created_at) FROM delivery WHERE order_id = ? AND deleted = 0");
        break;
    case ContradictionKind::NegativeStock:
        contradiction.at = newest("SELECT created_at FROM stock_movement WHERE product_id = ? AND deleted = 0 "
                                  "ORDER BY moved_on DESC LIMIT 1");
        break;
    case ContradictionKind::OverCreditLimit:
        contradiction.at = newest("SELECT d.created_at FROM delivery_summary s JOIN delivery d ON d.id = s.delivery_id "
                                  "WHERE s.customer_id = ? ORDER BY s.delivered_on DESC, s.number DESC LIMIT 1");
        break;
    default:
        for (const Uuid& row : contradiction.rows)
            contradiction.at = std::max(contradiction.at, timeOf(row));
    }
}

std::vector<ContradictoryLine> ContradictionStore::lines(const Uuid& order)
{
    auto rows = m_db.prepareOnce(DURE_PROGRESS "WHERE s.order_id = ? ORDER BY l.position, l.id");
    rows.bindBorrowed(1, blobOf(order));
    std::vector<ContradictoryLine> found;
    while (rows.step()) {
        const OrderedLine line = lineAt(rows);
        const bool cancelled = (rows.integer(1) & DeliveredThoughCancelled) != 0;
        found.push_back({line.product, line.progress.ordered.tenThousandths, line.progress.delivered.tenThousandths,
            line.allowed(), line.isOver() || (cancelled && !line.progress.delivered.isZero())});
    }
    return found;
}

} // namespace dure::storage
