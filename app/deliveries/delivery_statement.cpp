#include "app/deliveries/delivery_statement.h"

#include "app/deliveries/delivery_opening.h"
#include "app/documents/company_reading.h"

namespace dure::app {

namespace {

// the form's own words: they are Korean whatever language the program is in
std::string orderWords(const std::string& orderNumber) { return orderNumber.empty() ? "" : "주문 " + orderNumber; }
std::string partWords(std::int64_t part) { return part > 0 ? std::to_string(part) + "차 납품" : ""; }

} // namespace

std::string deliveryWords(const std::string& orderNumber, std::int64_t part, const std::string& memo)
{
    return noteWords({orderWords(orderNumber), partWords(part), memo});
}

std::string statementNote(const std::string& orderNumber, std::int64_t part, const std::string& site,
    const std::string& memo, const CompanyProfile& company)
{
    // What does not fit is cut at the end: an account that lost its last digits would be another one. People write
    // their account into the profile's note, too.
    const bool named = company.statementNote.find(company.bankAccount) != std::string::npos;
    return noteWords({orderWords(orderNumber), partWords(part), named ? std::string() : company.bankAccount,
        company.statementNote, memo, site});
}

std::optional<StatementInput> readStatement(Reader& reader, const Uuid& delivery)
{
    const auto detail = reader.deliveries().detail(delivery);
    if (!detail)
        return std::nullopt;
    const CompanyProfile company = reader.customers().companyProfile().value_or(CompanyProfile{});
    StatementInput input;
    input.number = detail->delivery.number;
    input.date = detail->delivery.deliveredOn;
    input.supplier = partyOf(company);
    input.buyer = partyOf(detail->customer);
    input.taxKind = detail->delivery.tax.kind;
    input.priceKind = detail->delivery.tax.priceKind;
    for (const DeliveryLine& line : detail->lines)
        input.lines.push_back(
            {{}, line.productName, line.spec, line.quantity, line.unitPrice, {line.supply, line.tax}, line.note});
    const bool isKnown = isFirstSyncDone(reader);
    if (const auto balances = reader.receivables().statementBalances(delivery); balances && isKnown) {
        input.previousBalance = balances->previous;
        input.paid = balances->paid;
    }
    input.note = statementNote(detail->orderNumber, detail->part, detail->site ? detail->site->name : std::string(),
        detail->delivery.memo, company);
    input.receiver = detail->delivery.receiver;
    input.pictures = readPictures(reader, company).pictures;
    return input;
}

} // namespace dure::app
