#pragma once
#include "core/documents/paper_form.h"
#include "core/domain/date.h"
#include "core/domain/uuid.h"

#include <vector>

namespace dure::app {

/// Which documents somebody wants to see or print; all are of one kind.
struct DocumentRequest
{
    FormKind kind = FormKind::Statement;
    /// Deliveries of a 거래명세서 or 납품서, payments of a 입금표, customers of a 청구서 or 거래처원장,
    /// quotations.
    std::vector<Uuid> ids;
    Date day; ///< instead of ids: all deliveries of that day
    /// Of a 청구서 or 거래처원장, both days included. Null: the month that is to be claimed now (claimedMonth()), or
    /// the last three months.
    Date from, to;

    static DocumentRequest of(FormKind kind, const Uuid& id) { return {kind, {id}, {}, {}, {}}; }
    static DocumentRequest ofDay(FormKind kind, Date day) { return {kind, {}, day, {}, {}}; }
    bool hasPeriod() const { return kind == FormKind::CustomerStatement || kind == FormKind::CustomerLedger; }
};

/// More than these are not laid out at once: nobody looks at them, and the printer would run all morning.
inline constexpr std::size_t mostDocumentsAtOnce = 200;

} // namespace dure::app
