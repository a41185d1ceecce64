#include "core/storage/claim_store.h"

#include "core/domain/text_query.h"
#include "core/storage/entity_reader.h"
#include "core/storage/summaries.h"

#include <algorithm>

namespace dure::storage {

namespace {

// Claims are few: what is typed is tested row by row.
constexpr const char* listSql
    = "SELECT k.id, k.number, k.claimed_on, k.closed_on, ifnull(k.kind, 0), ifnull(k.decision, 0), k.customer_id, "
      "c.name, k.product_name, k.lot, ifnull(k.quantity, 0), k.reason FROM claim k "
      "LEFT JOIN customer c ON c.id = k.customer_id WHERE k.deleted = 0";

std::string chipSql(ClaimChip chip)
{
    switch (chip) {
    case ClaimChip::Open:
        return " AND ifnull(k.decision, 0) = 0";
    case ClaimChip::Closed:
        return " AND k.decision <> 0";
    case ClaimChip::All:
        break;
    }
    return {};
}

std::string sortSql(const ClaimWindow& window)
{
    const std::string down = window.descending ? " DESC" : "";
    const std::string last = "k.number" + down + ", k.id" + down;
    switch (window.sort) {
    case ClaimSort::Date:
        return " ORDER BY k.claimed_on" + down + ", " + last;
    case ClaimSort::Customer:
        return " ORDER BY " DURE_CUSTOMER_SORT + down + ", " + last;
    case ClaimSort::Number:
        break;
    }
    return " ORDER BY " + last;
}

constexpr const char* deliveredSql
    = "SELECT l.id, s.number, s.delivered_on FROM delivery_summary s JOIN delivery_line l ON l.delivery_id = "
      "s.delivery_id AND l.deleted = 0 WHERE s.customer_id = ?1 AND (?2 IS NULL OR s.delivery_id = ?2) AND "
      "l.quantity > 0 AND " DURE_DELIVERY_STANDS " "
      "ORDER BY s.delivered_on DESC, s.number DESC, l.position LIMIT ?3";

} // namespace

std::vector<ClaimListRow> ClaimStore::matching(const ClaimFilter& filter, const std::string& orderBy)
{
    const TextQuery query(filter.text);
    auto rows = m_db.prepareOnce(listSql + chipSql(filter.chip) + orderBy);
    std::vector<ClaimListRow> found;
    while (rows.step()) {
        ClaimListRow row;
        row.id = uuidAt(rows, 0);
        row.number = rows.text(1);
        row.claimedOn = {static_cast<std::int32_t>(rows.integer(2))};
        row.closedOn = {static_cast<std::int32_t>(rows.integer(3))};
        row.kind = static_cast<ClaimKind>(rows.integer(4));
        row.decision = static_cast<ClaimDecision>(rows.integer(5));
        row.customerId = uuidAt(rows, 6);
        row.customerName = rows.text(7);
        row.productName = rows.text(8);
        row.lot = rows.text(9);
        row.quantity = {rows.integer(10)};
        const auto fits = [&] {
            const auto fields
                = query.matchFields({row.number, row.customerName, row.productName, row.lot, rows.text(11)});
            return std::ranges::any_of(fields, [](const TextMatch& match) { return static_cast<bool>(match); });
        };
        if (query.empty() || fits())
            found.push_back(std::move(row));
    }
    return found;
}

std::vector<ClaimListRow> ClaimStore::list(const ClaimFilter& filter, const ClaimWindow& window)
{
    auto found = matching(filter, sortSql(window));
    const auto begin = std::min(std::ssize(found), window.offset);
    const auto end = std::min(std::ssize(found), window.offset + window.limit);
    return {std::make_move_iterator(found.begin() + begin), std::make_move_iterator(found.begin() + end)};
}

ClaimTotals ClaimStore::totals(const ClaimFilter& filter) { return {std::ssize(matching(filter, {}))}; }

ClaimChipCounts ClaimStore::chipCounts()
{
    auto rows = m_db.prepare("SELECT count(*) FILTER (WHERE ifnull(decision, 0) = 0), count(*) FROM claim "
                             "WHERE deleted = 0");
    rows->step();
    return {rows->integer(0), rows->integer(1) - rows->integer(0), rows->integer(1)};
}

std::vector<DeliveredLine> ClaimStore::deliveredLines(const Uuid& customer, const Uuid& delivery, std::size_t limit)
{
    auto rows = m_db.prepareOnce(deliveredSql);
    rows.bind(1, blobOf(customer)).bind(3, static_cast<std::int64_t>(limit));
    if (!delivery.isNil())
        rows.bind(2, blobOf(delivery));
    std::vector<DeliveredLine> found;
    while (rows.step())
        if (auto line = findEntity<DeliveryLine>(m_db, uuidAt(rows, 0)))
            found.push_back(
                {std::move(*line), std::string(rows.text(1)), {static_cast<std::int32_t>(rows.integer(2))}});
    return found;
}

std::optional<ClaimDetail> ClaimStore::detail(const Uuid& id)
{
    auto claim = findEntity<Claim>(m_db, id);
    if (!claim)
        return std::nullopt;
    ClaimDetail detail;
    detail.claim = std::move(*claim);
    if (const auto customer = findEntity<Customer>(m_db, detail.claim.customerId))
        detail.customerName = customer->name;
    if (auto line = findEntity<DeliveryLine>(m_db, detail.claim.deliveryLineId))
        if (const auto delivery = findEntity<Delivery>(m_db, line->deliveryId))
            detail.delivered = DeliveredLine{std::move(*line), delivery->number, delivery->deliveredOn};
    auto rows = m_db.prepare(
        "SELECT s.delivery_id, s.number, ifnull(d.kind, 0), s.delivered_on, s.quantity, s.supply + s.tax FROM "
        "delivery d JOIN delivery_summary s ON s.delivery_id = d.id WHERE d.claim_id = ? AND d.deleted = 0 "
        "AND " DURE_DELIVERY_STANDS " ORDER BY s.delivered_on, s.number");
    rows->bindBorrowed(1, blobOf(id));
    while (rows->step())
        detail.answers.push_back(
            {uuidAt(*rows, 0), std::string(rows->text(1)), static_cast<DeliveryKind>(rows->integer(2)),
                {static_cast<std::int32_t>(rows->integer(3))}, {rows->integer(4)}, {rows->integer(5)}});
    return detail;
}

LineAnswers ClaimStore::answersOf(const Uuid& deliveryLine)
{
    LineAnswers answers;
    auto rows = m_db.prepare("SELECT ifnull(d.kind, 0), s.quantity, s.supply, s.tax FROM claim k JOIN delivery d ON "
                             "d.claim_id = k.id AND d.deleted = 0 JOIN delivery_summary s ON s.delivery_id = d.id "
                             "WHERE k.delivery_line_id = ? AND k.deleted = 0 AND " DURE_DELIVERY_STANDS);
    rows->bindBorrowed(1, blobOf(deliveryLine));
    while (rows->step()) {
        if (static_cast<DeliveryKind>(rows->integer(0)) == DeliveryKind::Return)
            answers.returned += Quantity{-rows->integer(1)};
        answers.supply += Won{-rows->integer(2)};
        answers.tax += Won{-rows->integer(3)};
        ++answers.count;
    }
    return answers;
}

} // namespace dure::storage
