#include "core/storage/delivery_days.h"

#include "core/storage/row_store.h"

#include <algorithm>

namespace dure::storage {

namespace {

/// A reversal may be taken back in its turn; more often than this only in rows that somebody made up.
constexpr int longestChain = 8;

Date dateAt(const sqlite::Statement& row, int column) { return {static_cast<std::int32_t>(row.integer(column))}; }

} // namespace

std::optional<Date> DeliveryDays::of(const Uuid& delivery)
{
    if (!m_loaded)
        return read(delivery);
    const auto found = std::ranges::lower_bound(m_known, delivery, {}, &Known::id);
    return found != m_known.end() && found->id == delivery ? std::optional(found->day) : std::nullopt;
}

std::optional<Date> DeliveryDays::read(const Uuid& delivery)
{
    std::optional<Date> day;
    Uuid next = delivery;
    for (int step = 0; step < longestChain && !next.isNil(); ++step) {
        auto row = m_db.prepare("SELECT delivered_on, reverses_id FROM delivery WHERE id = ? AND deleted = 0");
        row->bindBorrowed(1, blobOf(next));
        if (!row->step())
            break; // what it takes back has not arrived yet
        day = dateAt(*row, 0);
        const Uuid before = next;
        next = uuidAt(*row, 1);
        if (next == before)
            break;
    }
    return day;
}

void DeliveryDays::load()
{
    m_known.clear();
    std::vector<Uuid> reversals;
    auto rows = m_db.prepareOnce("SELECT id, delivered_on, reverses_id FROM delivery WHERE deleted = 0 ORDER BY id");
    while (rows.step()) {
        m_known.push_back({uuidAt(rows, 0), dateAt(rows, 1)});
        if (!rows.isNull(2))
            reversals.push_back(m_known.back().id);
    }
    m_loaded = true;
    for (const Uuid& reversal : reversals)
        std::ranges::lower_bound(m_known, reversal, {}, &Known::id)->day = *read(reversal);
}

} // namespace dure::storage
