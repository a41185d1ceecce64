#include "core/storage/receivable_store.h"

#include "core/storage/row_store.h"
#include "core/storage/summaries.h"

#include <algorithm>
#include <limits>
#include <tuple>
#include <unordered_map>

namespace dure::storage {

namespace {

Won oneSum(sqlite::Database& db, std::string_view sql, const Uuid& customer, std::int64_t day)
{
    auto rows = db.prepare(sql);
    rows->bindBorrowed(1, blobOf(customer)).bind(2, day);
    return {rows->step() ? rows->integer(0) : 0};
}

Won openingUntil(sqlite::Database& db, const Uuid& customer, Date day)
{
    return oneSum(db,
        "SELECT opening_balance FROM customer WHERE id = ? AND ifnull(opening_on, 0) <= ? AND deleted = 0", customer,
        day.yyyymmdd);
}

Won deliveredUntil(sqlite::Database& db, const Uuid& customer, Date day)
{
    return oneSum(db, "SELECT sum(supply + tax) FROM delivery_summary WHERE customer_id = ? AND delivered_on <= ?",
        customer, day.yyyymmdd);
}

Won receivedUntil(sqlite::Database& db, const Uuid& customer, Date day)
{
    return oneSum(db, "SELECT sum(amount) FROM payment WHERE customer_id = ? AND received_on <= ? AND deleted = 0",
        customer, day.yyyymmdd);
}

/// What was recorded at these times, `until` not included.
Won receivedOn(sqlite::Database& db, const Uuid& customer, Date day, std::int64_t from = 0,
    std::int64_t until = std::numeric_limits<std::int64_t>::max())
{
    auto rows = db.prepare("SELECT sum(amount) FROM payment WHERE customer_id = ? AND received_on = ? AND deleted = 0 "
                           "AND ifnull(created_at, 0) >= ? AND ifnull(created_at, 0) < ?");
    rows->bindBorrowed(1, blobOf(customer)).bind(2, std::int64_t{day.yyyymmdd}).bind(3, from).bind(4, until);
    return {rows->step() ? rows->integer(0) : 0};
}

constexpr std::string_view stands = DURE_DELIVERY_STANDS;

} // namespace

Won ReceivableStore::balance(const Uuid& customer)
{
    auto rows = m_db.prepare("SELECT ifnull(c.opening_balance, 0) + ifnull(f.delivered, 0) - ifnull(f.received, 0) "
                             "FROM customer c LEFT JOIN customer_figures f ON f.customer_id = c.id WHERE c.id = ?");
    rows->bindBorrowed(1, blobOf(customer));
    return {rows->step() ? rows->integer(0) : 0};
}

Won ReceivableStore::balanceAt(const Uuid& customer, Date day)
{
    return openingUntil(m_db, customer, day) + deliveredUntil(m_db, customer, day) - receivedUntil(m_db, customer, day);
}

std::optional<StatementBalances> ReceivableStore::statementBalances(const Uuid& delivery)
{
    auto rows
        = m_db.prepare("SELECT s.customer_id, s.delivered_on, s.number, s.supply + s.tax, ifnull(d.created_at, 0) "
                       "FROM delivery_summary s JOIN delivery d ON d.id = s.delivery_id WHERE s.delivery_id = ?");
    rows->bindBorrowed(1, blobOf(delivery));
    if (!rows->step())
        return std::nullopt;
    const Uuid customer = uuidAt(*rows, 0);
    const Date day{static_cast<std::int32_t>(rows->integer(1))};
    const Won total{rows->integer(3)};
    const std::int64_t madeAt = rows->integer(4);
    // Not by number alone: they carry the letters of their PC, and "B01" may have been printed before "A01" was made.
    auto others = m_db.prepare("SELECT s.supply + s.tax, ifnull(d.created_at, 0), "
                               "(ifnull(d.created_at, 0), s.number, s.delivery_id) < (?3, ?4, ?5), "
        + std::string(stands)
        + " FROM delivery_summary s JOIN delivery d ON d.id = s.delivery_id "
          "WHERE s.customer_id = ?1 AND s.delivered_on = ?2 AND s.delivery_id <> ?5");
    others->bindBorrowed(1, blobOf(customer)).bind(2, std::int64_t{day.yyyymmdd}).bind(3, madeAt);
    others->bind(4, rows->text(2)).bindBorrowed(5, blobOf(delivery));
    Won earlier;
    std::int64_t from = 0; // the day's first statement takes what was paid before it
    std::int64_t until = std::numeric_limits<std::int64_t>::max();
    while (others->step()) {
        const bool isEarlier = others->integer(2) != 0;
        if (isEarlier)
            earlier += Won{others->integer(0)};
        if (others->integer(3) == 0)
            continue;
        if (isEarlier)
            from = madeAt;
        else
            until = std::min(until, others->integer(1));
    }
    const Date before = day.addDays(-1);
    StatementBalances balances;
    balances.previous = openingUntil(m_db, customer, day) + deliveredUntil(m_db, customer, before) + earlier
        - receivedUntil(m_db, customer, before) - receivedOn(m_db, customer, day, 0, from);
    balances.paid = receivedOn(m_db, customer, day, from, until);
    balances.current = balances.previous + total - balances.paid;
    return balances;
}

StatementBalances ReceivableStore::statementPreview(const Uuid& customer, Date day, Won total)
{
    const Date before = day.addDays(-1);
    auto ofDay = m_db.prepare("SELECT 1 FROM delivery_summary s WHERE s.customer_id = ? AND s.delivered_on = ? AND "
        + std::string(stands) + " LIMIT 1");
    ofDay->bindBorrowed(1, blobOf(customer)).bind(2, std::int64_t{day.yyyymmdd});
    const bool isFirst = !ofDay->step();
    StatementBalances balances;
    balances.previous = openingUntil(m_db, customer, day) + deliveredUntil(m_db, customer, day)
        - receivedUntil(m_db, customer, isFirst ? before : day);
    if (isFirst)
        balances.paid = receivedOn(m_db, customer, day);
    balances.current = balances.previous + total - balances.paid;
    return balances;
}

std::vector<AccountFact> ReceivableStore::facts(const Uuid& customer, Date to)
{
    std::vector<AccountFact> facts;
    auto deliveries
        = m_db.prepare("SELECT delivery_id, number, delivered_on, supply, tax, reverses_id, "
                       "first_product, line_count FROM delivery_summary WHERE customer_id = ? AND delivered_on <= ?");
    deliveries->bindBorrowed(1, blobOf(customer)).bind(2, std::int64_t{to.yyyymmdd});
    while (deliveries->step()) {
        AccountFact& fact = facts.emplace_back();
        fact.id = uuidAt(*deliveries, 0);
        fact.number = deliveries->text(1);
        fact.on = {static_cast<std::int32_t>(deliveries->integer(2))};
        fact.supply = {deliveries->integer(3)};
        fact.tax = {deliveries->integer(4)};
        fact.reversesId = uuidAt(*deliveries, 5);
        fact.firstProduct = deliveries->text(6);
        fact.moreLines = std::max<std::int64_t>(0, deliveries->integer(7) - 1);
    }
    auto payments = m_db.prepare(
        "SELECT id, number, received_on, amount, kind, note_due_on, reverses_id, note_number, "
        "memo, ifnull(reversal_kind, 0) FROM payment WHERE customer_id = ? AND received_on <= ? AND deleted = 0");
    payments->bindBorrowed(1, blobOf(customer)).bind(2, std::int64_t{to.yyyymmdd});
    while (payments->step()) {
        AccountFact& fact = facts.emplace_back();
        fact.isPayment = true;
        fact.id = uuidAt(*payments, 0);
        fact.number = payments->text(1);
        fact.on = {static_cast<std::int32_t>(payments->integer(2))};
        fact.received = {payments->integer(3)};
        fact.paymentKind = static_cast<PaymentKind>(payments->integer(4));
        fact.noteDueOn = {static_cast<std::int32_t>(payments->integer(5))};
        fact.reversesId = uuidAt(*payments, 6);
        fact.noteNumber = payments->text(7);
        fact.memo = payments->text(8);
        fact.reversalKind = static_cast<ReversalKind>(payments->integer(9));
    }
    std::ranges::sort(facts, [](const AccountFact& a, const AccountFact& b) {
        return std::tie(a.on, a.isPayment, a.number, a.id) < std::tie(b.on, b.isPayment, b.number, b.id);
    });
    return facts;
}

std::vector<LedgerEntry> ledgerEntries(const std::vector<AccountFact>& facts)
{
    std::unordered_map<Uuid, const AccountFact*> byId;
    for (const AccountFact& fact : facts)
        if (!fact.isPayment)
            byId.emplace(fact.id, &fact);
    // Of a chain of takings back the first delivery says what it is; one that is not among the facts by its reversal.
    const auto isReturn = [&](const AccountFact& fact) {
        const AccountFact* at = &fact;
        for (std::size_t steps = 0; steps < facts.size() && !at->reversesId.isNil(); ++steps) {
            const auto before = byId.find(at->reversesId);
            if (before == byId.end())
                return at->supply + at->tax > Won{};
            at = before->second;
        }
        return at->supply + at->tax < Won{};
    };
    std::vector<LedgerEntry> entries;
    entries.reserve(facts.size());
    for (const AccountFact& fact : facts) {
        LedgerEntry& entry = entries.emplace_back(LedgerEntry{fact.on, LedgerEntryKind::Payment, fact.received, {}});
        if (!fact.isPayment) {
            const bool returns = isReturn(fact);
            const Won total = fact.supply + fact.tax;
            entry.kind = returns ? LedgerEntryKind::Return : LedgerEntryKind::Delivery;
            entry.amount = returns ? -total : total;
        } else if (fact.paymentKind == PaymentKind::Note) {
            entry.kind = LedgerEntryKind::Note;
            entry.maturesOn = fact.noteDueOn;
        }
    }
    return entries;
}

AccountLedger ReceivableStore::ledger(const Uuid& customer, Date from, Date to)
{
    Won opening;
    Date openingOn;
    {
        auto rows = m_db.prepare(
            "SELECT ifnull(opening_balance, 0), ifnull(opening_on, 0) FROM customer WHERE id = ? AND deleted = 0");
        rows->bindBorrowed(1, blobOf(customer));
        if (rows->step()) {
            opening = {rows->integer(0)};
            openingOn = {static_cast<std::int32_t>(rows->integer(1))};
        }
    }
    std::vector<AccountFact> known = facts(customer, to);
    std::vector<LedgerEntry> entries = ledgerEntries(known);
    const bool isLine = opening != Won{} && openingOn >= from;
    if (isLine) // before whatever else happened that day
        entries.insert(entries.begin(), {openingOn, LedgerEntryKind::Delivery, opening, {}});
    const CustomerLedger computed = customerLedger(isLine ? Won{} : opening, entries, from, to);
    AccountLedger ledger;
    ledger.carriedForward = computed.carriedForward;
    ledger.debits = computed.debits;
    ledger.credits = computed.credits;
    ledger.closing = computed.closing;
    for (const LedgerRow& row : computed.rows) {
        AccountLine& line = ledger.lines.emplace_back();
        line.on = entries[row.entry].on;
        line.debit = row.debit;
        line.credit = row.credit;
        line.balance = row.balance;
        if (!isLine || row.entry > 0)
            line.fact = std::move(known[row.entry - (isLine ? 1 : 0)]);
    }
    return ledger;
}

Won ReceivableStore::openingBalance(const Uuid& customer) { return openingUntil(m_db, customer, {29991231}); }

Won ReceivableStore::total()
{
    auto rows
        = m_db.prepare("SELECT sum(ifnull(c.opening_balance, 0) + ifnull(f.delivered, 0) - ifnull(f.received, 0)) "
                       "FROM customer c LEFT JOIN customer_figures f ON f.customer_id = c.id WHERE c.deleted = 0");
    rows->step();
    return {rows->integer(0)};
}

} // namespace dure::storage
