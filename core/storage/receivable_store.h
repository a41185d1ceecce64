#pragma once
#include "core/domain/entities.h"
#include "core/reports/receivables.h"
#include "core/sqlite/database.h"

#include <optional>

/// Who owes what. A balance is the opening balance + what was delivered, VAT included − what was received; reversals
/// are negative rows and need no rule of their own.
namespace dure::storage {

/// The foot of a 거래명세서. Each statement of a customer begins where the one before it ends: a payment stands on one
/// statement of its day, the last that was made before it was recorded, or else the day's first. A delivery that was
/// taken back, and its reversal, are no statements: nobody keeps their paper.
struct StatementBalances
{
    Won previous; ///< 전잔액: before this delivery and its payments
    Won paid; ///< 입금액
    Won current; ///< 현잔액: previous + this delivery − paid
};

/// One fact of a customer's account, as core/reports/receivables.h wants it.
struct AccountFact
{
    bool isPayment = false; ///< else a delivery
    PaymentKind paymentKind = PaymentKind::Transfer;
    Uuid id;
    std::string number;
    Date on;
    Won supply, tax; ///< of a delivery
    Won received; ///< of a payment
    std::string noteNumber, memo; ///< of a payment
    std::string firstProduct; ///< of a delivery
    std::int64_t moreLines = 0;
    Date noteDueOn;
    Uuid reversesId;
    ReversalKind reversalKind = ReversalKind::Correction; ///< Dishonour: the reversal is a 부도
};

/// Facts as ledgers, bills and receipts count them, in their order. A delivery of a negative amount that takes nothing
/// back is a return; what takes a fact back stands on that fact's side with a negative amount, and what takes that back
/// again on the same side with a positive one.
std::vector<LedgerEntry> ledgerEntries(const std::vector<AccountFact>& facts);

struct AccountLine
{
    std::optional<AccountFact> fact; ///< empty: the opening balance
    Date on;
    Won debit, credit, balance;
};

/// 거래처원장 of a customer and a period.
struct AccountLedger
{
    Won carriedForward; ///< 전기 이월
    std::vector<AccountLine> lines;
    Won debits, credits, closing;
};

class ReceivableStore
{
public:
    explicit ReceivableStore(sqlite::Database& db)
        : m_db(db)
    { }

    Won balance(const Uuid& customer);
    /// At the end of `day`.
    Won balanceAt(const Uuid& customer, Date day);
    /// For a delivery that exists. Deliveries of one day stand in the order they were recorded.
    std::optional<StatementBalances> statementBalances(const Uuid& delivery);
    /// For one that is being typed: `total` is what it will come to.
    StatementBalances statementPreview(const Uuid& customer, Date day, Won total);
    /// All facts up to `to`, by date, of one day deliveries by number before payments.
    std::vector<AccountFact> facts(const Uuid& customer, Date to);
    Won openingBalance(const Uuid& customer);
    /// Both days included. An opening balance of a day in the period is a line of its own.
    AccountLedger ledger(const Uuid& customer, Date from, Date to);
    Won total(); ///< of all customers

private:
    sqlite::Database& m_db;
};

} // namespace dure::storage
