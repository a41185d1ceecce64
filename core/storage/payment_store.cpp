#include "core/storage/payment_store.h"

#include "core/reports/ageing.h"
#include "core/storage/entity_reader.h"
#include "core/storage/receivable_store.h"
#include "core/storage/search_index.h"
#include "core/storage/summaries.h"

#include <algorithm>
#include <functional>
#include <limits>
#include <unordered_set>

namespace dure::storage {

namespace {

// the kind of the reversal that stands; null: none does
#define DURE_STANDING_REVERSAL                                                                                         \
    "(SELECT ifnull(r.reversal_kind, 0) FROM payment r WHERE r.reverses_id = p.id AND r.deleted = 0 AND NOT EXISTS "   \
    "(SELECT 1 FROM payment b WHERE b.reverses_id = r.id AND b.deleted = 0) LIMIT 1)"

constexpr const char* rowSql
    = "SELECT p.id, p.number, p.received_on, p.customer_id, c.name, p.kind, p.amount, p.memo, p.note_number, "
      "p.note_due_on, p.reverses_id, ifnull(p.reversal_kind, 0), " DURE_STANDING_REVERSAL " FROM payment p "
      "LEFT JOIN customer c ON c.id = p.customer_id WHERE p.id = ? AND p.deleted = 0";

Date dateOf(const sqlite::Statement& row, int column) { return {static_cast<std::int32_t>(row.integer(column))}; }

PaymentListRow readPayment(const sqlite::Statement& s)
{
    PaymentListRow row;
    row.id = uuidAt(s, 0);
    row.number = s.text(1);
    row.receivedOn = dateOf(s, 2);
    row.customerId = uuidAt(s, 3);
    row.customerName = s.text(4);
    row.kind = static_cast<PaymentKind>(s.integer(5));
    row.amount = {s.integer(6)};
    row.memo = s.text(7);
    row.noteNumber = s.text(8);
    row.noteDueOn = dateOf(s, 9);
    row.reversalKind = static_cast<ReversalKind>(s.integer(11));
    if (!s.isNull(10))
        row.standing = PaymentStanding::TakesBack;
    else if (!s.isNull(12))
        row.standing = static_cast<ReversalKind>(s.integer(12)) == ReversalKind::Dishonour
            ? PaymentStanding::Dishonoured
            : PaymentStanding::TakenBack;
    return row;
}

std::string whereSql(const PaymentFilter& filter)
{
    std::string where = " WHERE p.deleted = 0";
    const auto between = [&](Date from, Date to) {
        where += " AND p.received_on BETWEEN " + std::to_string(from.yyyymmdd) + " AND " + std::to_string(to.yyyymmdd);
    };
    const Date today = filter.today;
    if (filter.collected)
        where += " AND ifnull(p.kind, 0) NOT IN (5, 6)"; // PaymentKind::Offset, Discount
    if (!filter.customer.isNil())
        where += " AND p.customer_id = ?1";
    if (!filter.from.isNull()) {
        between(filter.from, filter.to);
        return where;
    }
    switch (filter.chip) {
    case PaymentChip::Today:
        between(today, today);
        break;
    case PaymentChip::ThisWeek: {
        const Date monday = today.addDays(-static_cast<int>((today.weekday() + 6) % 7));
        between(monday, monday.addDays(6));
        break;
    }
    case PaymentChip::ThisMonth:
        between(Date::fromYmd(today.year(), today.month(), 1), today.monthEnd());
        break;
    case PaymentChip::All:
        break;
    }
    return where;
}

std::string sortSql(PaymentSort sort, bool descending)
{
    const std::string down = descending ? " DESC" : "";
    const auto by = [&](const std::string& first) { return " ORDER BY " + first + down + ", p.id" + down; };
    switch (sort) {
    case PaymentSort::Date:
        break;
    case PaymentSort::Number:
        return by("p.number");
    case PaymentSort::Amount:
        return by("p.amount");
    }
    return by("p.received_on" + down + ", p.number");
}

/// What a walk looks at of each payment, all of it in payment_by_day.
constexpr const char* walkSql = "SELECT p.id, p.number, p.customer_id, p.note_number, p.amount FROM payment p";

/// Every part of the text must fit the number, the customer, or the number of the 어음.
class PaymentText
{
public:
    PaymentText(sqlite::Database& db, std::string_view text)
        : m_query(text)
    {
        for (std::size_t part = 0; part < m_query.parts().size(); ++part) {
            const auto found
                = SearchIndex(db).rowsWith(m_query, part, TableId::Customer, std::numeric_limits<std::size_t>::max());
            m_customers.emplace_back();
            if (found)
                m_customers.back().insert(found->begin(), found->end());
        }
    }
    bool empty() const { return m_query.empty(); }
    bool matches(const sqlite::Statement& row) const
    {
        for (std::size_t part = 0; part < m_customers.size(); ++part)
            if (!m_query.partMatches(part, row.blob(1).view()) && !m_customers[part].contains(uuidAt(row, 2))
                && (row.isNull(3) || !m_query.partMatches(part, row.blob(3).view())))
                return false;
        return true;
    }

private:
    TextQuery m_query;
    std::vector<std::unordered_set<Uuid>> m_customers; // by part
};

void bindCustomer(sqlite::Statement& rows, const PaymentFilter& filter)
{
    if (!filter.customer.isNil())
        rows.bind(1, blobOf(filter.customer));
}

std::vector<AllocatedDelivery> allocationsOf(sqlite::Database& db, const Uuid& payment)
{
    auto rows = db.prepare("SELECT a.delivery_id, d.number, d.delivered_on, a.amount FROM payment_allocation a "
                           "LEFT JOIN delivery d ON d.id = a.delivery_id WHERE a.payment_id = ? AND a.deleted = 0 "
                           "ORDER BY d.delivered_on, d.number, a.id");
    rows->bindBorrowed(1, blobOf(payment));
    std::vector<AllocatedDelivery> allocations;
    while (rows->step())
        allocations.push_back({uuidAt(*rows, 0), std::string(rows->text(1)), dateOf(*rows, 2), Won{rows->integer(3)}});
    return allocations;
}

/// What remains of each; of one day the youngest keep it.
std::vector<OpenDebt> shared(std::vector<OpenDebt> youngestFirst, Won owed, Date openingOn)
{
    std::vector<DatedDebt> dated;
    for (const OpenDebt& each : youngestFirst)
        dated.push_back({each.on, each.open});
    std::vector<DatedDebt> days = unpaidDays(owed, dated);
    std::vector<OpenDebt> open;
    for (OpenDebt& each : youngestFirst) {
        const auto day = std::ranges::find(days, each.on, &DatedDebt::on);
        if (day == days.end())
            continue;
        each.open = std::clamp(each.open, Won{}, day->amount);
        day->amount = day->amount - each.open;
        if (each.open > Won{})
            open.push_back(std::move(each));
    }
    if (!days.empty() && days.front().on.isNull())
        open.push_back({{}, {}, openingOn, days.front().amount, days.front().amount});
    std::ranges::reverse(open);
    return open;
}

} // namespace

std::vector<PaymentListRow> PaymentStore::list(const PaymentFilter& filter, const PaymentWindow& window)
{
    const PaymentText text(m_db, filter.text);
    std::string sql = walkSql + whereSql(filter) + sortSql(window.sort, window.descending);
    if (text.empty())
        sql += " LIMIT " + std::to_string(window.limit) + " OFFSET " + std::to_string(window.offset);
    auto rows = m_db.prepareOnce(sql);
    bindCustomer(rows, filter);
    std::vector<PaymentListRow> out;
    std::int64_t toSkip = text.empty() ? 0 : window.offset;
    while (std::ssize(out) < window.limit && rows.step())
        if ((text.empty() || text.matches(rows)) && toSkip-- <= 0)
            if (auto found = row(uuidAt(rows, 0)))
                out.push_back(std::move(*found));
    return out;
}

PaymentTotals PaymentStore::totals(const PaymentFilter& filter, std::int64_t patience)
{
    PaymentTotals totals;
    const PaymentText text(m_db, filter.text);
    if (text.empty()) {
        auto rows = m_db.prepareOnce("SELECT count(*), sum(p.amount) FROM payment p" + whereSql(filter));
        bindCustomer(rows, filter);
        rows.step();
        return {rows.integer(0), {rows.integer(1)}, true};
    }
    auto rows = m_db.prepareOnce(walkSql + whereSql(filter));
    bindCustomer(rows, filter);
    for (std::int64_t looked = 0; rows.step(); ++looked) {
        if (patience > 0 && looked == patience) {
            totals.exact = false;
            break;
        }
        if (text.matches(rows)) {
            ++totals.count;
            totals.amount += Won{rows.integer(4)};
        }
    }
    return totals;
}

PaymentChipCounts PaymentStore::chipCounts(Date today)
{
    const auto count = [&](PaymentChip chip) {
        PaymentFilter filter;
        filter.chip = chip;
        filter.today = today;
        return totals(filter).count;
    };
    return {count(PaymentChip::Today), count(PaymentChip::ThisWeek), count(PaymentChip::ThisMonth),
        count(PaymentChip::All)};
}

std::optional<PaymentListRow> PaymentStore::row(const Uuid& id)
{
    auto rows = m_db.prepare(rowSql);
    rows->bindBorrowed(1, blobOf(id));
    return rows->step() ? std::optional(readPayment(*rows)) : std::nullopt;
}

std::optional<PaymentDetail> PaymentStore::detail(const Uuid& id)
{
    auto payment = findEntity<Payment>(m_db, id);
    auto listed = row(id);
    if (!payment || !listed)
        return std::nullopt;
    PaymentDetail detail;
    detail.payment = std::move(*payment);
    detail.customerName = std::move(listed->customerName);
    detail.standing = listed->standing;
    detail.balance = ReceivableStore(m_db).balance(detail.payment.customerId);
    detail.allocations = allocationsOf(m_db, id);
    detail.events = entitiesWhere<NoteEvent>(m_db, "payment_id", id, "\"on\" DESC, created_at DESC, id DESC");
    return detail;
}

std::vector<OpenDebt> PaymentStore::openDebts(const Uuid& customer)
{
    const Won owed = ReceivableStore(m_db).balance(customer);
    const auto known = findEntity<Customer>(m_db, customer);
    const Date openingOn = known ? known->openingOn : Date{};
    std::vector<OpenDebt> debts; // the youngest first; `open` is what each asks for
    auto rows = m_db.prepare("SELECT s.delivery_id, s.number, s.delivered_on, s.supply + s.tax, " DURE_ASKED
                             " FROM delivery_summary s WHERE s.customer_id = ? AND " DURE_DELIVERY_STANDS
                             " ORDER BY s.delivered_on DESC, s.number DESC, s.delivery_id DESC");
    rows->bindBorrowed(1, blobOf(customer));
    Won asked, ofDay;
    while (rows->step()) {
        OpenDebt each{uuidAt(*rows, 0), std::string(rows->text(1)), dateOf(*rows, 2), Won{rows->integer(3)},
            Won{rows->integer(4)}};
        if (debts.empty() || debts.back().on != each.on) {
            asked += std::max(std::exchange(ofDay, Won{}), Won{});
            if (asked >= owed)
                break;
        }
        ofDay += each.open;
        debts.push_back(std::move(each));
    }
    if (known && known->openingBalance > Won{} && !openingOn.isNull())
        debts.push_back({{}, {}, openingOn, known->openingBalance, known->openingBalance});
    std::ranges::stable_sort(debts, std::greater{}, &OpenDebt::on); // of one day the opening balance is the oldest
    return shared(std::move(debts), owed, openingOn);
}

} // namespace dure::storage
