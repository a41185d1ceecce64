#include "app/deliveries/delivery_statement.h"

#include "app/deliveries/delivery_opening.h"

namespace dure::app {

StatementParty partyOf(const CompanyProfile& company)
{
    return {company.businessNo, company.name, company.representative, company.address, company.businessType,
        company.businessItem, company.phone};
}

StatementParty partyOf(const Customer& customer)
{
    return {customer.businessNo, customer.name, customer.representative, customer.address, customer.businessType,
        customer.businessItem, customer.phone};
}

std::string statementNote(const std::string& orderNumber, std::int64_t part, const std::string& site,
    const std::string& memo, const CompanyProfile& company)
{
    // the form's own words: they are Korean whatever language the program is in
    std::string note;
    const auto add = [&](const std::string& text) {
        if (!text.empty())
            note += (note.empty() ? "" : " · ") + text;
    };
    add(orderNumber.empty() ? std::string() : "주문 " + orderNumber);
    add(part > 0 ? std::to_string(part) + "차 납품" : std::string());
    // What does not fit is cut at the end: an account that lost its last digits would be another one. People write
    // their account into the profile's note, too.
    if (company.statementNote.find(company.bankAccount) == std::string::npos)
        add(company.bankAccount);
    add(company.statementNote);
    add(memo);
    add(site);
    return note;
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
    input.seal = reader.attachments().seal().value_or(std::string());
    return input;
}

} // namespace dure::app
