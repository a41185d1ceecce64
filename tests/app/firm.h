#pragma once
// A firm with one customer, and what documents say of it.
#include "app/documents/account_reading.h"
#include "app/documents/document_reading.h"
#include "core/commands/commands.h"
#include "tests/app/small_company.h"

namespace dure::app {

inline constexpr Date thatDay = Date::fromYmd(2026, 11, 23);

/// A firm with one customer: 말일 마감 익월말 결제.
struct Firm
{
    SmallCompany company;
    Uuid customer;
    int delivered = 0;

    Firm()
    {
        commands::CustomerInput input;
        input.customer.name = "(주)다온코스메틱";
        input.customer.closingDay = 31;
        input.customer.payMonths = 1;
        input.customer.payDay = 31;
        input.customer.openingBalance = Won{1'000'000};
        input.customer.openingOn = Date{20260101};
        customer = company.run([input](commands::Commands& c) { return c.saveCustomer(input); }).value().id;
    }
    Uuid deliver(Date on, std::int64_t quantity, std::int64_t priceWon, DeliveryKind kind = DeliveryKind::Sale)
    {
        commands::DeliveryInput input;
        input.customerId = customer;
        input.deliveredOn = on;
        input.kind = kind;
        for (const char* name : {"PET 500ml 투명", "PP 원터치캡"}) {
            commands::DeliveryLineInput line;
            line.productName = name;
            line.spec = "28파이";
            line.quantity = Quantity::fromInteger(quantity);
            line.unitPrice = UnitPrice::fromInteger(priceWon);
            input.lines.push_back(line);
        }
        return company.run([input](commands::Commands& c) { return c.recordDelivery(input); }).value().id;
    }
    Uuid pay(Date on, std::int64_t won, PaymentKind kind = PaymentKind::Transfer, Date dueOn = {})
    {
        Payment payment;
        payment.customerId = customer;
        payment.receivedOn = on;
        payment.amount = Won{won};
        payment.kind = kind;
        if (kind == PaymentKind::Note) {
            payment.noteNumber = "자가0001";
            payment.noteIssuedOn = on;
            payment.noteDueOn = dueOn;
        }
        return company.run([payment](commands::Commands& c) { return c.recordPayment(payment); }).value().id;
    }
    void takeBack(const Uuid& delivery, Date on)
    {
        QVERIFY(company.run([=](commands::Commands& c) { return c.reverseDelivery(delivery, on); }).has_value());
    }
    Won balanceAt(Date day)
    {
        return company.read([=, this](Reader& r) { return r.receivables().balanceAt(customer, day); });
    }
    CustomerStatementInput bill(Date from, Date to)
    {
        return company.read([=, this](Reader& r) { return *readCustomerStatement(r, customer, from, to, thatDay); });
    }
    LedgerDocumentInput ledger(Date from, Date to)
    {
        return company.read([=, this](Reader& r) { return *readLedgerDocument(r, customer, from, to, thatDay); });
    }
    DocumentsRead read(const DocumentRequest& request)
    {
        return company.read([=](Reader& r) { return readDocuments(r, request, thatDay); });
    }
};

} // namespace dure::app
