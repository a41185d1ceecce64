#pragma once
#include "core/domain/entities.h"
#include "core/sqlite/database.h"

#include <optional>

/// Who owes what. A balance is the opening balance + what was delivered, VAT included − what was received; reversals
/// are negative rows and need no rule of their own.
namespace dure::storage {

/// The foot of a 거래명세서.
struct StatementBalances
{
    Won previous; ///< 전잔액: before this delivery, this day's payments not yet taken off
    Won paid; ///< 입금액: received on the delivery's day
    Won current; ///< 현잔액: previous + this delivery − paid
};

/// One line of a customer's ledger (거래처원장).
struct LedgerEntry
{
    enum class Kind : std::uint8_t { Delivery, Payment };
    Kind kind = Kind::Delivery;
    Uuid id;
    std::string number;
    Date on;
    Won supply, tax; ///< of a delivery
    Won received;
    Won balance; ///< after this entry
    bool isReversal = false;
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
    /// For a delivery that exists. Deliveries of one day stand in the order of their numbers.
    std::optional<StatementBalances> statementBalances(const Uuid& delivery);
    /// For one that is being typed: `total` is what it will come to.
    StatementBalances statementPreview(const Uuid& customer, Date day, Won total);
    /// From `from` to `to`, oldest first; the balance before it is balanceAt(the day before).
    std::vector<LedgerEntry> ledger(const Uuid& customer, Date from, Date to);
    Won total(); ///< of all customers

private:
    sqlite::Database& m_db;
};

} // namespace dure::storage
