#pragma once
#include "app/data/reader.h"
#include "core/documents/customer_ledger_document.h"
#include "core/documents/customer_statement.h"
#include "core/documents/receipt.h"
#include "core/domain/payment_terms.h"
#include "core/domain/period.h"
#include "core/reports/receivables.h"

#include <optional>

/// The documents that tell of a customer's account, on the reader's thread. What is owed is always what
/// core/reports/receivables.h makes of ReceivableStore::facts().
namespace dure::app {

/// The month by the customer's closing day that is to be claimed on `today`: the one that closes within a week, else
/// the last that has closed. Without terms it is the calendar's.
DaySpan claimedMonth(const PaymentTerms& terms, Date today);
/// The month that lies `months` after (before: negative) one that ends on `to`; the last of a month stays the last.
DaySpan monthBeside(const DaySpan& period, int months);

/// Nothing: the customer is not there. A null `from` means claimedMonth().
std::optional<CustomerStatementInput> readCustomerStatement(
    Reader& reader, const Uuid& customer, Date from, Date to, Date today);
/// A null `from` means this month and the two before it.
std::optional<LedgerDocumentInput> readLedgerDocument(
    Reader& reader, const Uuid& customer, Date from, Date to, Date today);
/// Nothing: the payment is not there.
std::optional<ReceiptInput> readReceipt(Reader& reader, const Uuid& payment);

} // namespace dure::app
