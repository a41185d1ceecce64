#pragma once
#include "core/domain/date.h"
#include "core/domain/fixed_point.h"

#include <span>
#include <vector>

namespace dure {

enum class LedgerEntryKind : std::uint8_t {
    Delivery, ///< goods out, VAT included: the customer owes more
    Return, ///< goods back, VAT included: the customer owes less
    Payment, ///< money in
    Note, ///< an 어음 taken in payment
};

/// One fact in a customer's account. `amount` is positive; a reversal is the same entry with a negative amount, dated
/// when it was made. A dishonoured note (부도) is the reversal of its Note entry, with the same maturity.
struct LedgerEntry
{
    Date on;
    LedgerEntryKind kind = LedgerEntryKind::Delivery;
    Won amount;
    Date maturesOn; ///< of a note; null: not known, so it never matures by itself
};

/// A customer's account at the end of one day.
struct AccountBalance
{
    Won opening;
    Won delivered;
    Won returned;
    Won received; ///< without notes
    Won notesReceived;
    /// 미수잔액: opening + delivered − returned − received − notesReceived. A note settles the account when it is
    /// taken; its dishonour brings the debt back.
    Won owed;
    /// 미도래 어음: notes taken that mature after that day. They stand apart: no longer owed, not yet money.
    Won notesHeld;

    /// What would be lost if the customer failed that day; a credit limit is compared with this.
    Won exposure() const { return owed + notesHeld; }
    bool operator==(const AccountBalance&) const = default;
};

/// The account at the end of `asOf`: entries dated later are left out. Any order of entries.
AccountBalance accountAt(Won opening, std::span<const LedgerEntry> entries, Date asOf);

struct LedgerRow
{
    std::size_t entry = 0; ///< index into the entries given
    Won debit; ///< owed more by this (negative: a reversal)
    Won credit; ///< owed less by this
    Won balance; ///< owed after it
};

/// 거래처원장 of a period, both days included.
struct CustomerLedger
{
    Won carriedForward; ///< 전기 이월: owed before `from`
    std::vector<LedgerRow> rows; ///< by date; entries of one day stay in the order given
    Won debits;
    Won credits;
    Won closing; ///< carriedForward + debits − credits
};

CustomerLedger customerLedger(Won opening, std::span<const LedgerEntry> entries, Date from, Date to);

} // namespace dure
