#include "core/storage/receivable_list.h"

#include "core/domain/payment_terms.h"
#include "core/storage/row_store.h"
#include "core/storage/search_index.h"
#include "core/storage/summaries.h"

#include <algorithm>
#include <charconv>
#include <unordered_map>
#include <unordered_set>

namespace dure::storage {

struct ReceivableListStore::Found
{
    ReceivableRow row;
    std::string sort;
};

namespace {

constexpr const char* listSql
    = "SELECT c.id, c.code, c.name, c.phone, c.staff, " DURE_CUSTOMER_SORT ", " DURE_BALANCE ", "
      "ifnull(c.credit_limit, 0), ifnull(c.closing_day, 0), ifnull(c.pay_months, 0), ifnull(c.pay_day, 0), r.unpaid, "
      "ifnull(r.last_paid_on, 0) FROM customer c LEFT JOIN customer_figures f ON f.customer_id = c.id "
      "LEFT JOIN receivable r ON r.customer_id = c.id WHERE c.deleted = 0";

Date sundayOf(Date day) { return day.addDays(static_cast<int>((7 - day.weekday()) % 7)); }

/// A number up to the next character that is none; `at` moves behind that.
std::int64_t numberAt(std::string_view& at)
{
    std::int64_t number = 0;
    const auto end = std::from_chars(at.data(), at.data() + at.size(), number).ptr;
    at.remove_prefix(std::min(at.size(), static_cast<std::size_t>(end - at.data()) + 1));
    return number;
}

bool passes(ReceivableChip chip, const ReceivableRow& row, Date today)
{
    switch (chip) {
    case ReceivableChip::All:
        break;
    case ReceivableChip::Overdue:
        return row.overdue > Won{};
    case ReceivableChip::OverLimit:
        return row.isOverLimit();
    case ReceivableChip::Promised:
        return !row.promisedOn.isNull() && row.promisedOn <= today;
    case ReceivableChip::NotesThisWeek:
        return row.notesThisWeek > Won{};
    }
    return row.balance != Won{} || row.notesHeld != Won{} || (!row.promisedOn.isNull() && row.promisedOn <= today);
}

} // namespace

/// What is read once for all customers: notes, promises, and the days on which months that closed fall due.
class ReceivableListStore::Reading
{
public:
    Reading(sqlite::Database& db, const HolidayCalendar& calendar, Date today)
        : m_calendar(calendar)
        , m_today(today)
    {
        readNotes(db);
        readPromises(db);
    }

    ReceivableListStore::Found found(const sqlite::Statement& s)
    {
        Found found;
        ReceivableRow& row = found.row;
        row.id = uuidAt(s, 0);
        row.code = s.text(1);
        row.name = s.text(2);
        row.phone = s.text(3);
        row.staff = s.text(4);
        found.sort = s.text(5);
        row.balance = {s.integer(6)};
        row.creditLimit = {s.integer(7)};
        const PaymentTerms terms{
            static_cast<int>(s.integer(8)), static_cast<int>(s.integer(9)), static_cast<int>(s.integer(10))};
        readUnpaid(row, terms, s.text(11));
        row.lastPaidOn = {static_cast<std::int32_t>(s.integer(12))};
        if (row.balance < Won{})
            row.ages.credit = -row.balance;
        if (const auto notes = m_notes.find(row.id); notes != m_notes.end()) {
            row.notesHeld = notes->second.held;
            row.notesThisWeek = notes->second.thisWeek;
        }
        if (const auto promise = m_promises.find(row.id); promise != m_promises.end()) {
            row.promisedOn = promise->second.on;
            row.promised = promise->second.amount;
        }
        return found;
    }

private:
    struct Notes
    {
        Won held, thisWeek;
    };

    /// Reversals carry the maturity of what they take back, so that they cancel it out.
    void readNotes(sqlite::Database& db)
    {
        auto rows
            = db.prepare("SELECT customer_id, note_due_on, amount FROM payment WHERE kind = 3 AND deleted = 0 AND "
                         "note_due_on > ?1 UNION ALL SELECT customer_id, 0, amount FROM payment WHERE kind = 3 "
                         "AND deleted = 0 AND note_due_on IS NULL");
        rows->bind(1, m_today.yyyymmdd);
        const std::int64_t sunday = sundayOf(m_today).yyyymmdd;
        while (rows->step()) {
            Notes& notes = m_notes[uuidAt(*rows, 0)];
            notes.held += Won{rows->integer(2)};
            if (rows->integer(1) != 0 && rows->integer(1) <= sunday)
                notes.thisWeek += Won{rows->integer(2)};
        }
        auto today
            = db.prepare("SELECT customer_id, amount FROM payment WHERE kind = 3 AND deleted = 0 AND note_due_on = ?");
        today->bind(1, m_today.yyyymmdd);
        while (today->step())
            m_notes[uuidAt(*today, 0)].thisWeek += Won{today->integer(1)};
    }

    void readPromises(sqlite::Database& db)
    {
        auto rows = db.prepare("SELECT customer_id, next_on, amount FROM activity WHERE done_on IS NULL AND next_on IS "
                               "NOT NULL AND kind = 4 AND deleted = 0 ORDER BY next_on, id");
        while (rows->step())
            m_promises.try_emplace(uuidAt(*rows, 0),
                DatedDebt{{static_cast<std::int32_t>(rows->integer(1))}, {rows->integer(2)}}); // the earliest stays
    }

    void readUnpaid(ReceivableRow& row, const PaymentTerms& terms, std::string_view unpaid)
    {
        bool isFirst = true;
        while (!unpaid.empty()) {
            const Date on{static_cast<std::int32_t>(numberAt(unpaid))};
            const Won amount{numberAt(unpaid)};
            if (std::exchange(isFirst, false))
                row.oldestOn = on;
            row.ages.owed[static_cast<std::size_t>(debtAge(on, m_today))] += amount;
            // of what is owed since nobody knows when nobody knows the due date; with terms it has passed
            const Date due = on.isNull() ? on : dueOn(terms, on);
            if (terms.closingDay <= 0 || (!on.isNull() && due >= m_today))
                continue;
            row.overdue += amount;
            if (row.overdueSince.isNull())
                row.overdueSince = due;
        }
    }

    Date dueOn(const PaymentTerms& terms, Date delivered)
    {
        if (terms.closingDay <= 0)
            return {};
        const Date closing = *closingDate(terms, delivered);
        const std::int64_t key = std::int64_t{closing.yyyymmdd} * 1'000'000 + terms.closingDay * 10'000
            + terms.payMonths * 100 + terms.payDay;
        Date& due = m_due[key];
        if (due.isNull())
            due = *dueDate(terms, delivered, m_calendar);
        return due;
    }

    const HolidayCalendar& m_calendar;
    Date m_today;
    std::unordered_map<Uuid, Notes> m_notes;
    std::unordered_map<Uuid, DatedDebt> m_promises;
    std::unordered_map<std::int64_t, Date> m_due;
};

std::vector<ReceivableListStore::Found> ReceivableListStore::gather(const ReceivableFilter& filter)
{
    std::optional<std::unordered_set<Uuid>> wanted;
    if (const TextQuery query(filter.text); !query.empty()) {
        const auto ids = SearchIndex(m_db).allMatching(query, TableId::Customer);
        wanted.emplace(ids.begin(), ids.end());
    }
    Reading reading(m_db, m_calendar, filter.today);
    std::vector<Found> found;
    auto rows = m_db.prepare(listSql);
    while (rows->step()) {
        if (wanted && !wanted->contains(uuidAt(*rows, 0)))
            continue;
        Found each = reading.found(*rows);
        if (passes(filter.chip, each.row, filter.today))
            found.push_back(std::move(each));
    }
    return found;
}

namespace {

std::strong_ordering compare(const ReceivableRow& a, const ReceivableRow& b, ReceivableSort sort)
{
    switch (sort) {
    case ReceivableSort::Name:
        break;
    case ReceivableSort::Balance:
        return a.balance <=> b.balance;
    case ReceivableSort::Overdue:
        return a.overdue <=> b.overdue;
    case ReceivableSort::Oldest:
        return a.oldestOn <=> b.oldestOn;
    case ReceivableSort::NotesHeld:
        return a.notesHeld <=> b.notesHeld;
    case ReceivableSort::LastPaid:
        return a.lastPaidOn <=> b.lastPaidOn;
    case ReceivableSort::Promised:
        return a.promisedOn <=> b.promisedOn;
    case ReceivableSort::OverNinety:
        return a.ages.owed.back() <=> b.ages.owed.back();
    }
    return std::strong_ordering::equal;
}

} // namespace

std::vector<ReceivableRow> ReceivableListStore::list(const ReceivableFilter& filter, const ReceivableWindow& window)
{
    std::vector<Found> found = gather(filter);
    std::ranges::sort(found, [&](const Found& a, const Found& b) {
        // of equal figures the names go down the alphabet either way
        if (const auto order = compare(a.row, b.row, window.sort); order != 0)
            return window.descending ? order > 0 : order < 0;
        const auto named = a.sort <=> b.sort != 0 ? a.sort <=> b.sort : a.row.id <=> b.row.id;
        return window.descending && window.sort == ReceivableSort::Name ? named > 0 : named < 0;
    });
    std::vector<ReceivableRow> out;
    const auto begin = static_cast<std::size_t>(std::max<std::int64_t>(0, window.offset));
    for (std::size_t i = begin; i < found.size() && std::ssize(out) < window.limit; ++i)
        out.push_back(std::move(found[i].row));
    return out;
}

std::vector<ReceivableRow> ReceivableListStore::all(Date today)
{
    std::vector<ReceivableRow> rows;
    for (Found& found : gather({ReceivableChip::All, {}, today}))
        rows.push_back(std::move(found.row));
    return rows;
}

ReceivableTotals ReceivableListStore::totals(const ReceivableFilter& filter)
{
    ReceivableTotals totals;
    for (const Found& found : gather(filter)) {
        ++totals.count;
        totals.balance += found.row.balance;
        totals.overdue += found.row.overdue;
        totals.notesHeld += found.row.notesHeld;
        totals.ages.credit += found.row.ages.credit;
        for (std::size_t age = 0; age < debtAgeCount; ++age)
            totals.ages.owed[age] += found.row.ages.owed[age];
    }
    return totals;
}

ReceivableChipCounts ReceivableListStore::chipCounts(Date today)
{
    ReceivableChipCounts counts;
    for (const Found& found : gather({ReceivableChip::All, {}, today})) {
        ++counts.all;
        counts.overdue += passes(ReceivableChip::Overdue, found.row, today) ? 1 : 0;
        counts.overLimit += passes(ReceivableChip::OverLimit, found.row, today) ? 1 : 0;
        counts.promised += passes(ReceivableChip::Promised, found.row, today) ? 1 : 0;
        counts.notesThisWeek += passes(ReceivableChip::NotesThisWeek, found.row, today) ? 1 : 0;
    }
    return counts;
}

std::optional<ReceivableRow> ReceivableListStore::row(const Uuid& customer, Date today)
{
    static const std::string sql = std::string(listSql) + " AND c.id = ?";
    auto rows = m_db.prepare(sql);
    rows->bindBorrowed(1, blobOf(customer));
    if (!rows->step())
        return std::nullopt;
    return Reading(m_db, m_calendar, today).found(*rows).row;
}

} // namespace dure::storage
