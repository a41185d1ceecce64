#include "core/storage/note_store.h"

#include "core/domain/text_query.h"
#include "core/storage/row_store.h"

#include <algorithm>
#include <tuple>

namespace dure::storage {

namespace {

#define DURE_NOTE_REVERSAL(column)                                                                                     \
    "(SELECT " column " FROM payment r WHERE r.reverses_id = p.id AND r.deleted = 0 AND NOT EXISTS (SELECT 1 FROM "    \
    "payment b WHERE b.reverses_id = r.id AND b.deleted = 0) ORDER BY r.id LIMIT 1)"

constexpr const char* listSql
    = "SELECT p.id, p.number, p.customer_id, c.name, p.note_number, p.note_issuer, p.note_bank, p.received_on, "
      "p.note_issued_on, p.note_due_on, p.amount, " DURE_NOTE_REVERSAL(
          "ifnull(r.reversal_kind, 0)") ", " DURE_NOTE_REVERSAL("r.received_on") ", e.kind, e.\"on\", e.counterparty "
                                                                                 "FROM payment p "
                                                                                 "LEFT JOIN customer c ON c.id = "
                                                                                 "p.customer_id LEFT JOIN note_event e "
                                                                                 "ON e.id = (SELECT n.id FROM "
                                                                                 "note_event n "
                                                                                 "WHERE n.payment_id = p.id AND "
                                                                                 "n.deleted = 0 ORDER BY n.\"on\" "
                                                                                 "DESC, n.created_at DESC, n.id DESC "
                                                                                 "LIMIT 1) "
                                                                                 "WHERE p.kind = 3 AND p.deleted = 0 "
                                                                                 "AND p.reverses_id IS NULL";

Date dateOf(const sqlite::Statement& row, int column) { return {static_cast<std::int32_t>(row.integer(column))}; }

NoteState stateOf(NoteEventKind kind)
{
    switch (kind) {
    case NoteEventKind::Discounted:
        return NoteState::Discounted;
    case NoteEventKind::Endorsed:
        return NoteState::Endorsed;
    case NoteEventKind::Collected:
        break;
    }
    return NoteState::Collected;
}

NoteRow readNote(const sqlite::Statement& s, Date today)
{
    NoteRow row;
    row.id = uuidAt(s, 0);
    row.receipt = s.text(1);
    row.customerId = uuidAt(s, 2);
    row.customerName = s.text(3);
    row.number = s.text(4);
    row.issuer = s.text(5);
    row.bank = s.text(6);
    row.receivedOn = dateOf(s, 7);
    row.issuedOn = dateOf(s, 8);
    row.dueOn = dateOf(s, 9);
    row.amount = {s.integer(10)};
    const bool hasMatured = !row.dueOn.isNull() && row.dueOn <= today;
    if (!s.isNull(11)) {
        row.state = static_cast<ReversalKind>(s.integer(11)) == ReversalKind::Dishonour ? NoteState::Dishonoured
                                                                                        : NoteState::TakenBack;
        row.stateOn = dateOf(s, 12);
    } else if (!s.isNull(13)) {
        row.state = stateOf(static_cast<NoteEventKind>(s.integer(13)));
        row.stateOn = dateOf(s, 14);
        row.counterparty = s.text(15);
    } else if (hasMatured) {
        row.state = NoteState::Matured;
    }
    return row;
}

bool passes(NoteChip chip, const NoteRow& row, Date today)
{
    const bool counts = row.state != NoteState::Dishonoured && row.state != NoteState::TakenBack;
    const bool hasMatured = !row.dueOn.isNull() && row.dueOn <= today;
    switch (chip) {
    case NoteChip::Held:
        return counts && !hasMatured;
    case NoteChip::ThisWeek:
        return counts && row.dueOn >= today && row.dueOn <= today.addDays(static_cast<int>((7 - today.weekday()) % 7));
    case NoteChip::Matured:
        return counts && hasMatured;
    case NoteChip::Dishonoured:
        return row.state == NoteState::Dishonoured;
    case NoteChip::All:
        break;
    }
    return true;
}

std::strong_ordering compare(const NoteRow& a, const NoteRow& b, NoteSort sort)
{
    switch (sort) {
    case NoteSort::Due:
        break;
    case NoteSort::Amount:
        return std::tie(a.amount, a.id) <=> std::tie(b.amount, b.id);
    case NoteSort::Customer:
        return std::tie(a.customerName, a.dueOn, a.id) <=> std::tie(b.customerName, b.dueOn, b.id);
    case NoteSort::Received:
        return std::tie(a.receivedOn, a.id) <=> std::tie(b.receivedOn, b.id);
    }
    return std::tie(a.dueOn, a.id) <=> std::tie(b.dueOn, b.id);
}

} // namespace

std::vector<NoteRow> NoteStore::gather(const NoteFilter& filter)
{
    const TextQuery query(filter.text);
    auto rows = m_db.prepare(listSql);
    std::vector<NoteRow> found;
    while (rows->step()) {
        NoteRow row = readNote(*rows, filter.today);
        if (!passes(filter.chip, row, filter.today))
            continue;
        if (!query.empty()) {
            const auto matches = query.matchFields({row.number, row.issuer, row.bank, row.customerName, row.receipt});
            if (std::ranges::none_of(matches, [](const TextMatch& match) { return bool(match); }))
                continue;
        }
        found.push_back(std::move(row));
    }
    return found;
}

std::vector<NoteRow> NoteStore::list(const NoteFilter& filter, const NoteWindow& window)
{
    std::vector<NoteRow> found = gather(filter);
    std::ranges::sort(found, [&](const NoteRow& a, const NoteRow& b) {
        const auto order = compare(a, b, window.sort);
        return window.descending ? order > 0 : order < 0;
    });
    std::vector<NoteRow> out;
    const auto begin = static_cast<std::size_t>(std::max<std::int64_t>(0, window.offset));
    for (std::size_t i = begin; i < found.size() && std::ssize(out) < window.limit; ++i)
        out.push_back(std::move(found[i]));
    return out;
}

NoteTotals NoteStore::totals(const NoteFilter& filter)
{
    NoteTotals totals;
    for (const NoteRow& row : gather(filter)) {
        ++totals.count;
        totals.amount += row.amount;
    }
    return totals;
}

NoteChipCounts NoteStore::chipCounts(Date today)
{
    NoteChipCounts counts;
    for (const NoteRow& row : gather({NoteChip::All, {}, today})) {
        ++counts.all;
        counts.held += passes(NoteChip::Held, row, today) ? 1 : 0;
        counts.thisWeek += passes(NoteChip::ThisWeek, row, today) ? 1 : 0;
        counts.matured += passes(NoteChip::Matured, row, today) ? 1 : 0;
        counts.dishonoured += passes(NoteChip::Dishonoured, row, today) ? 1 : 0;
    }
    return counts;
}

std::optional<NoteRow> NoteStore::row(const Uuid& payment, Date today)
{
    static const std::string sql = std::string(listSql) + " AND p.id = ?";
    auto rows = m_db.prepare(sql);
    rows->bindBorrowed(1, blobOf(payment));
    return rows->step() ? std::optional(readNote(*rows, today)) : std::nullopt;
}

} // namespace dure::storage
