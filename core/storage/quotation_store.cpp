#include "core/storage/quotation_store.h"

#include "core/domain/text_query.h"
#include "core/storage/entity_reader.h"
#include "core/storage/summaries.h"

#include <algorithm>

namespace dure::storage {

namespace {

// A company makes thousands of quotations, not millions: their lines are looked at where they lie. A year of both
// scripts of a name is folded by TextQuery, so what is typed is tested here and not in SQL.
constexpr const char* listSql
    = "SELECT q.id, q.number, q.subject, q.quoted_on, q.valid_until, ifnull(q.state, 0), q.customer_id, c.name, "
      "(SELECT l.product_name FROM quotation_line l WHERE l.quotation_id = q.id AND l.deleted = 0 "
      "ORDER BY l.position, l.id LIMIT 1), count(l.id), ifnull(sum(l.supply), 0) AS supply, ifnull(sum(l.tax), 0), "
      "group_concat(l.product_name || ' ' || ifnull(l.spec, ''), char(31)) FROM quotation q "
      "LEFT JOIN customer c ON c.id = q.customer_id "
      "LEFT JOIN quotation_line l ON l.quotation_id = q.id AND l.deleted = 0 WHERE q.deleted = 0";

std::string chipSql(QuotationChip chip)
{
    switch (chip) {
    case QuotationChip::Open:
        return " AND ifnull(q.state, 0) = 0";
    case QuotationChip::Ordered:
        return " AND q.state = 1";
    case QuotationChip::Lost:
        return " AND q.state = 2";
    case QuotationChip::All:
        break;
    }
    return {};
}

std::string sortSql(const QuotationWindow& window)
{
    const std::string down = window.descending ? " DESC" : "";
    const auto by = [&](const char* first) {
        return " ORDER BY " + std::string(first) + down + ", q.number" + down + ", q.id" + down;
    };
    switch (window.sort) {
    case QuotationSort::Date:
        return by("q.quoted_on");
    case QuotationSort::Customer:
        return by(DURE_CUSTOMER_SORT);
    case QuotationSort::ValidUntil:
        return by("ifnull(q.valid_until, 99999999)");
    case QuotationSort::Total:
        return by("supply");
    case QuotationSort::Number:
        break;
    }
    return " ORDER BY q.number" + down + ", q.id" + down;
}

QuotationListRow readRow(const sqlite::Statement& s)
{
    QuotationListRow row;
    row.id = uuidAt(s, 0);
    row.number = s.text(1);
    row.subject = s.text(2);
    row.quotedOn = {static_cast<std::int32_t>(s.integer(3))};
    row.validUntil = {static_cast<std::int32_t>(s.integer(4))};
    row.state = static_cast<QuotationState>(s.integer(5));
    row.customerId = uuidAt(s, 6);
    row.customerName = s.text(7);
    row.firstProduct = s.text(8);
    row.moreLines = std::max<std::int64_t>(0, s.integer(9) - 1);
    row.supply = {s.integer(10)};
    row.tax = {s.integer(11)};
    return row;
}

} // namespace

std::vector<QuotationListRow> QuotationStore::matching(const QuotationFilter& filter, const std::string& orderBy)
{
    const TextQuery query(filter.text);
    auto rows = m_db.prepareOnce(listSql + chipSql(filter.chip) + " GROUP BY q.id" + orderBy);
    std::vector<QuotationListRow> found;
    while (rows.step()) {
        QuotationListRow row = readRow(rows);
        const auto fits = [&] {
            const auto fields = query.matchFields({row.number, row.subject, row.customerName, rows.text(12)});
            return std::ranges::any_of(fields, [](const TextMatch& match) { return static_cast<bool>(match); });
        };
        if (query.empty() || fits())
            found.push_back(std::move(row));
    }
    return found;
}

std::vector<QuotationListRow> QuotationStore::list(const QuotationFilter& filter, const QuotationWindow& window)
{
    if (!TextQuery(filter.text).empty()) {
        auto found = matching(filter, sortSql(window));
        const auto begin = std::min(std::ssize(found), window.offset);
        const auto end = std::min(std::ssize(found), window.offset + window.limit);
        return {std::make_move_iterator(found.begin() + begin), std::make_move_iterator(found.begin() + end)};
    }
    auto rows
        = m_db.prepareOnce(listSql + chipSql(filter.chip) + " GROUP BY q.id" + sortSql(window) + " LIMIT ? OFFSET ?");
    rows.bind(1, window.limit).bind(2, window.offset);
    std::vector<QuotationListRow> found;
    while (rows.step())
        found.push_back(readRow(rows));
    return found;
}

QuotationTotals QuotationStore::totals(const QuotationFilter& filter)
{
    QuotationTotals totals;
    for (const QuotationListRow& row : matching(filter, {})) {
        ++totals.count;
        totals.supply += row.supply;
        totals.tax += row.tax;
    }
    return totals;
}

QuotationChipCounts QuotationStore::chipCounts()
{
    auto rows = m_db.prepare("SELECT ifnull(state, 0), count(*) FROM quotation WHERE deleted = 0 GROUP BY 1");
    QuotationChipCounts counts;
    while (rows->step()) {
        const std::int64_t count = rows->integer(1);
        counts.all += count;
        switch (static_cast<QuotationState>(rows->integer(0))) {
        case QuotationState::Open:
            counts.open = count;
            break;
        case QuotationState::Ordered:
            counts.ordered = count;
            break;
        case QuotationState::Lost:
            counts.lost = count;
            break;
        }
    }
    return counts;
}

std::optional<QuotationDetail> QuotationStore::detail(const Uuid& id)
{
    auto quotation = findEntity<Quotation>(m_db, id);
    if (!quotation)
        return std::nullopt;
    QuotationDetail detail;
    detail.quotation = std::move(*quotation);
    detail.lines = entitiesWhere<QuotationLine>(m_db, "quotation_id", id, "position, id");
    for (const QuotationLine& line : detail.lines) {
        detail.supply += line.supply;
        detail.tax += line.tax;
    }
    if (const auto customer = findEntity<Customer>(m_db, detail.quotation.customerId))
        detail.customerName = customer->name;
    // by the customer, whose orders have an index
    auto orders = m_db.prepare("SELECT id, number FROM sales_order WHERE customer_id = ? AND quotation_id = ? AND "
                               "deleted = 0 ORDER BY ordered_on, number");
    orders->bindBorrowed(1, blobOf(detail.quotation.customerId)).bindBorrowed(2, blobOf(id));
    while (orders->step())
        detail.orders.push_back({uuidAt(*orders, 0), std::string(orders->text(1))});
    return detail;
}

} // namespace dure::storage
