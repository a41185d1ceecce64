#include "app/documents/account_reading.h"

#include "app/data/shipped_holidays.h"
#include "app/deliveries/delivery_opening.h"
#include "app/deliveries/delivery_statement.h"
#include "app/documents/company_reading.h"
#include "core/storage/entity_reader.h"

#include <algorithm>
#include <set>

namespace dure::app {
namespace {

using storage::AccountFact;

/// An account up to a day, and what it came from.
struct Account
{
    Customer customer;
    Won opening; ///< what counts from the beginning on
    std::vector<AccountFact> facts;
    std::vector<LedgerEntry> entries; ///< of the facts, one each
};

std::optional<Account> readAccount(Reader& reader, const Uuid& customer, Date to)
{
    auto found = reader.customers().find(customer);
    if (!found)
        return std::nullopt;
    Account account{std::move(*found), {}, reader.receivables().facts(customer, to), {}};
    if (account.customer.openingOn <= to) // one of a later day is not owed yet
        account.opening = account.customer.openingBalance;
    account.entries = storage::ledgerEntries(account.facts);
    return account;
}

PaymentTerms termsOf(const Customer& customer)
{
    return {
        static_cast<int>(customer.closingDay), static_cast<int>(customer.payMonths), static_cast<int>(customer.payDay)};
}

std::string moneyWords(const AccountFact& fact)
{
    std::string words(paymentKindWords(fact.paymentKind));
    if (!fact.noteDueOn.isNull())
        words += " (만기 " + fact.noteDueOn.toIso() + ")";
    return fact.reversesId.isNil() ? words : std::string(receipt_caption::takenBack) + ": " + words;
}

/// "취소: " and "반품: " before what a delivery's papers call its goods.
std::string goodsWords(const AccountFact& fact, const std::string& product)
{
    if (!fact.reversesId.isNil())
        return "취소: " + product;
    return (fact.supply + fact.tax < Won{} ? "반품: " : "") + product;
}

std::string deliverySummary(Reader& reader, const AccountFact& fact)
{
    const auto row = reader.deliveries().row(fact.id);
    std::string product = row ? row->firstProduct : std::string();
    if (row && row->moreLines > 0)
        product += " 외 " + std::to_string(row->moreLines);
    return goodsWords(fact, product);
}

/// The deliveries of the period that were taken back in it, with what took them back: a bill without them says the
/// same, and the customer has no paper of them.
std::set<Uuid> cancelledIn(const std::vector<AccountFact>& facts, Date from)
{
    std::set<Uuid> inPeriod, cancelled;
    for (const AccountFact& fact : facts)
        if (fact.on >= from)
            inPeriod.insert(fact.id);
    for (const AccountFact& fact : facts) {
        const bool takesBack = fact.on >= from && inPeriod.contains(fact.reversesId);
        if (takesBack && !cancelled.contains(fact.reversesId) && !cancelled.contains(fact.id))
            cancelled.insert({fact.id, fact.reversesId});
    }
    return cancelled;
}

void addLines(CustomerStatementInput& input, Reader& reader, const AccountFact& fact)
{
    CustomerStatementInput::Line line;
    line.on = fact.on;
    line.number = fact.number;
    line.isMoney = fact.isPayment;
    if (fact.isPayment) {
        line.text = moneyWords(fact);
        line.received = fact.received;
        input.lines.push_back(line);
        return;
    }
    const auto detail = reader.deliveries().detail(fact.id);
    for (const DeliveryLine& each : detail ? detail->lines : std::vector<DeliveryLine>{}) {
        line.text = goodsWords(fact, each.productName + (each.spec.empty() ? "" : " " + each.spec));
        line.quantity = each.quantity;
        line.unitPrice = each.unitPrice;
        line.supply = each.supply;
        line.tax = each.tax;
        input.lines.push_back(line);
    }
}

/// What moved between two days, by the ledger's own count.
void addSums(CustomerStatementInput& input, const Account& account)
{
    const AccountBalance before = accountAt(account.opening, account.entries, input.from.addDays(-1));
    const AccountBalance after = accountAt(account.opening, account.entries, input.to);
    input.previous = before.owed;
    input.closing = after.owed;
    input.returned = after.returned - before.returned;
    input.received = after.received + after.notesReceived - before.received - before.notesReceived;
    input.notesHeld = after.notesHeld;
    for (std::size_t i = 0; i < account.facts.size(); ++i) {
        const AccountFact& fact = account.facts[i];
        if (fact.on < input.from || account.entries[i].kind != LedgerEntryKind::Delivery)
            continue;
        input.supply += fact.supply;
        input.tax += fact.tax;
    }
}

} // namespace

DaySpan monthBeside(const DaySpan& period, int months)
{
    const bool endsMonth = period.to == period.to.monthEnd();
    const auto moved = [&](Date end, int by) {
        const Date there = end.addMonths(by);
        return endsMonth ? there.monthEnd() : there;
    };
    return {moved(period.to, months - 1).addDays(1), moved(period.to, months)};
}

DaySpan claimedMonth(const PaymentTerms& terms, Date today)
{
    constexpr int daysBefore = 7; // bills are made ready before the month closes
    const PaymentTerms closing{terms.closingDay == 0 ? 31 : terms.closingDay, 0, 0};
    const Date end = closingDate(closing, today).value_or(today.monthEnd());
    const auto before = [&](Date close) { // the closing before it: a day that was cut by a short month comes back
        const Date month = Date::fromYmd(close.year(), close.month(), 1).addMonths(-1);
        return closingDate(closing, month).value_or(month.monthEnd());
    };
    if (today.daysUntil(end) <= daysBefore)
        return {before(end).addDays(1), end};
    return {before(before(end)).addDays(1), before(end)};
}

std::optional<CustomerStatementInput> readCustomerStatement(
    Reader& reader, const Uuid& customer, Date from, Date to, Date today)
{
    const auto found = reader.customers().find(customer);
    if (!found)
        return std::nullopt;
    const DaySpan period = from.isNull() ? claimedMonth(termsOf(*found), today) : DaySpan{from, to};
    const auto account = readAccount(reader, customer, period.to);
    if (!account)
        return std::nullopt;
    const CompanyProfile company = reader.customers().companyProfile().value_or(CompanyProfile{});
    CustomerStatementInput input;
    input.from = period.from;
    input.to = period.to;
    input.date = today;
    input.supplier = partyOf(company);
    input.buyer = partyOf(account->customer);
    const std::set<Uuid> cancelled = cancelledIn(account->facts, period.from);
    for (const AccountFact& fact : account->facts)
        if (fact.on >= period.from && !cancelled.contains(fact.id))
            addLines(input, reader, fact);
    addSums(input, *account);
    input.dueOn = dueDate(termsOf(account->customer), period.to, shippedHolidays());
    input.bankAccount = company.bankAccount;
    input.note = company.billNote;
    input.pictures = readPictures(reader, company).pictures;
    return input;
}

std::optional<LedgerDocumentInput> readLedgerDocument(
    Reader& reader, const Uuid& customer, Date from, Date to, Date today)
{
    constexpr int monthsBefore = -2;
    if (from.isNull()) {
        from = Date::fromYmd(today.year(), today.month(), 1).addMonths(monthsBefore);
        to = today;
    }
    const auto account = reader.customers().find(customer);
    if (!account)
        return std::nullopt;
    const CompanyProfile company = reader.customers().companyProfile().value_or(CompanyProfile{});
    const storage::AccountLedger ledger = reader.receivables().ledger(customer, from, to); // as the screen has it
    LedgerDocumentInput input;
    const bool isEmpty = ledger.lines.empty();
    input.from = from > allDays.from ? from : isEmpty ? today : ledger.lines.front().on;
    input.to = to < allDays.to ? to : isEmpty ? today : std::max(today, ledger.lines.back().on);
    input.date = today;
    input.supplier = partyOf(company);
    input.buyer = partyOf(*account);
    input.carriedForward = ledger.carriedForward;
    input.closing = ledger.closing;
    for (const storage::AccountLine& line : ledger.lines) {
        LedgerDocumentInput::Line& on = input.lines.emplace_back(LedgerDocumentInput::Line{
            line.on, {}, std::string(ledger_caption::opening), line.debit, line.credit, line.balance});
        if (!line.fact)
            continue;
        on.number = line.fact->number;
        on.text = line.fact->isPayment ? moneyWords(*line.fact) : deliverySummary(reader, *line.fact);
    }
    input.pictures = readPictures(reader, company).pictures;
    return input;
}

std::optional<ReceiptInput> readReceipt(Reader& reader, const Uuid& payment)
{
    const auto paid = storage::findEntity<Payment>(reader.db(), payment);
    const auto account
        = paid ? readAccount(reader, paid->customerId, paid->receivedOn) : std::optional<Account>(std::nullopt);
    if (!account)
        return std::nullopt;
    const CompanyProfile company = reader.customers().companyProfile().value_or(CompanyProfile{});
    ReceiptInput input;
    input.number = paid->number;
    input.date = paid->receivedOn;
    input.supplier = partyOf(company);
    input.buyer = partyOf(account->customer);
    input.kind = paid->kind;
    input.amount = paid->amount;
    input.noteNumber = paid->noteNumber;
    input.noteIssuer = paid->noteIssuer;
    input.noteBank = paid->noteBank;
    input.noteIssuedOn = paid->noteIssuedOn;
    input.noteDueOn = paid->noteDueOn;
    input.memo = paid->memo;
    input.pictures = readPictures(reader, company).pictures;
    if (!isFirstSyncDone(reader))
        return input;
    const CustomerLedger day = customerLedger(account->opening, account->entries, input.date, input.date);
    for (const LedgerRow& row : day.rows) {
        if (account->facts[row.entry].id != payment)
            continue;
        input.after = row.balance;
        input.before = row.balance + row.credit;
    }
    return input;
}

} // namespace dure::app
