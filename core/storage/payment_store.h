#pragma once
#include "core/domain/payment_papers.h"
#include "core/sqlite/database.h"

#include <optional>

/// What the payment screens read. Any connection will do; nothing here writes.
namespace dure::storage {

enum class PaymentChip : std::uint8_t { Today, ThisWeek, ThisMonth, All }; ///< a week begins on Monday

struct PaymentFilter
{
    PaymentChip chip = PaymentChip::ThisMonth;
    std::string text; ///< number, customer, number of the 어음
    Uuid customer; ///< nil: all
    Date today; ///< never null
    Date from, to; ///< both or neither null; then the chip says nothing
    bool collected = false; ///< what brings money alone: no 상계, no 에누리
};

enum class PaymentSort : std::uint8_t { Date, Number, Amount };

struct PaymentWindow
{
    PaymentSort sort = PaymentSort::Date;
    bool descending = true;
    std::int64_t offset = 0;
    std::int64_t limit = 100;
};

/// Whether a payment counts.
enum class PaymentStanding : std::uint8_t {
    Stands,
    TakenBack, ///< by a reversal that stands
    Dishonoured, ///< the same: the 어음 was not paid
    TakesBack, ///< it is a reversal itself
};

struct PaymentListRow
{
    Uuid id;
    std::string number;
    Date receivedOn;
    Uuid customerId;
    std::string customerName;
    PaymentKind kind = PaymentKind::Transfer;
    Won amount; ///< negative: a reversal
    std::string memo, noteNumber;
    Date noteDueOn;
    PaymentStanding standing = PaymentStanding::Stands;
    ReversalKind reversalKind = ReversalKind::Correction; ///< of what TakesBack
};

struct PaymentTotals
{
    std::int64_t count = 0;
    Won amount;
    bool exact = true;

    bool operator==(const PaymentTotals&) const = default;
};

struct PaymentChipCounts
{
    std::int64_t today = 0, thisWeek = 0, thisMonth = 0, all = 0;
};

/// A delivery that a payment was allocated to explicitly.
struct AllocatedDelivery
{
    Uuid delivery;
    std::string number;
    Date deliveredOn;
    Won amount;
};

struct PaymentDetail
{
    Payment payment;
    std::string customerName;
    Won balance; ///< of the customer, now
    PaymentStanding standing = PaymentStanding::Stands;
    std::vector<AllocatedDelivery> allocations; ///< the oldest first
    std::vector<NoteEvent> events; ///< of an 어음, the latest first
};

/// A delivery that is not paid in full, or the opening balance.
struct OpenDebt
{
    Uuid delivery; ///< nil: owed since before the first delivery that is known
    std::string number;
    Date on;
    Won total; ///< VAT included
    Won open; ///< what remains after all payments; never 0
    bool operator==(const OpenDebt&) const = default;
};

class PaymentStore
{
public:
    explicit PaymentStore(sqlite::Database& db)
        : m_db(db)
    { }

    std::vector<PaymentListRow> list(const PaymentFilter& filter, const PaymentWindow& window);
    /// A text is looked for in `patience` payments, 0: in all.
    PaymentTotals totals(const PaymentFilter& filter, std::int64_t patience = 0);
    PaymentChipCounts chipCounts(Date today);
    std::optional<PaymentListRow> row(const Uuid& id);
    std::optional<PaymentDetail> detail(const Uuid& id);
    /// What a customer has not paid, the oldest first: the balance goes to the youngest deliveries, as unpaidDays()
    /// has it, less what was allocated to them explicitly. Sums to the balance if that is positive.
    std::vector<OpenDebt> openDebts(const Uuid& customer);

private:
    sqlite::Database& m_db;
};

} // namespace dure::storage
