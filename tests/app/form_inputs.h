#pragma once
// One document of each kind, as KOREA.md has their fields.
#include "app/printing/form_input.h"

namespace dure::app {

inline const FormParty testSupplier{"0008627454", "한결플라스틱(주)", "박정호", "경기도 화성시 향남읍 제약공단2길 47",
    "제조업", "플라스틱 용기", "0310001234"};
inline const FormParty testBuyer{
    "0001100011", "가온F&B", "이가온", "충청북도 음성군 대소면 대금로 118", "", "", "0430002740"};

inline StatementInput statementOf(int lines)
{
    StatementInput input;
    input.number = "D261125-A02";
    input.date = Date{20261125};
    input.supplier = testSupplier;
    input.buyer = testBuyer;
    for (int i = 1; i <= lines; ++i)
        input.lines.push_back({{}, "PET " + std::to_string(100 + i) + "ml", "28파이", Quantity::fromInteger(1'000 + i),
            UnitPrice::fromInteger(100), {Won{100'000 + 100 * i}, Won{10'000 + 10 * i}}, ""});
    input.previousBalance = Won{6'280'450};
    input.paid = Won{3'000'000};
    input.note = "주문 O261111-A02";
    input.receiver = "김수령";
    return input;
}

inline DeliveryNoteInput deliveryNoteOf(int lines)
{
    DeliveryNoteInput input;
    input.number = "D261125-A02";
    input.date = Date{20261125};
    input.supplier = testSupplier;
    input.buyer = testBuyer;
    for (int i = 1; i <= lines; ++i)
        input.lines.push_back({"PET " + std::to_string(100 + i) + "ml", "28파이", "개", "L26112" + std::to_string(i),
            "", Quantity::fromInteger(1'000 + i), UnitPrice::fromInteger(100),
            {Won{100'000 + 100 * i}, Won{10'000 + 10 * i}}});
    input.site = "안성 충전공장 · 안성시 공단로 1";
    input.vehicle = "2.5톤 82가 3417, 이정호";
    input.note = "팔레트 반납";
    input.receiver = "김수령";
    return input;
}

inline ReceiptInput receiptOf()
{
    ReceiptInput input;
    input.number = "R261120-A01";
    input.date = Date{20261120};
    input.supplier = testSupplier;
    input.buyer = testBuyer;
    input.kind = PaymentKind::Note;
    input.amount = Won{3'000'000};
    input.noteNumber = "자가12345678";
    input.noteBank = "기업은행";
    input.noteDueOn = Date{20270220};
    input.before = Won{6'280'450};
    input.after = Won{3'280'450};
    input.memo = "10월분";
    return input;
}

inline CustomerStatementInput billOf(int lines)
{
    CustomerStatementInput input;
    input.from = Date{20261101};
    input.to = input.date = Date{20261130};
    input.supplier = testSupplier;
    input.buyer = testBuyer;
    for (int i = 1; i <= lines; ++i) {
        CustomerStatementInput::Line line;
        line.on = Date{20261100 + 1 + i % 28};
        line.number = "D2611-A" + std::to_string(100 + i);
        line.text = "PET " + std::to_string(100 + i) + "ml 28파이";
        line.quantity = Quantity::fromInteger(1'000 + i);
        line.unitPrice = UnitPrice::fromInteger(100);
        line.supply = Won{100'000 + 100 * i};
        line.tax = Won{10'000 + 10 * i};
        input.supply += line.supply;
        input.tax += line.tax;
        input.lines.push_back(line);
    }
    input.previous = Won{1'000'000};
    input.received = Won{500'000};
    CustomerStatementInput::Line money;
    money.on = Date{20261130};
    money.number = "R261130-A01";
    money.text = "계좌이체";
    money.received = Won{500'000};
    money.isMoney = true;
    input.lines.push_back(money);
    input.closing = input.previous + input.supply + input.tax - input.received;
    input.dueOn = Date{20261231};
    input.bankAccount = "기업은행 000-024157-04-011";
    input.note = "세금계산서는 말일에 발행합니다.";
    input.notesHeld = Won{2'000'000};
    return input;
}

inline LedgerDocumentInput ledgerOf(int lines)
{
    LedgerDocumentInput input;
    input.from = Date{20260901};
    input.to = input.date = Date{20261130};
    input.supplier = testSupplier;
    input.buyer = testBuyer;
    input.carriedForward = Won{1'000'000};
    Won balance = input.carriedForward;
    for (int i = 1; i <= lines; ++i) {
        const bool isMoney = i % 5 == 0;
        const Won amount{isMoney ? 300'000 : 110'000 + i};
        balance = isMoney ? balance - amount : balance + amount;
        input.lines.push_back({Date{i <= lines / 2 ? 20261015 : 20261116},
            (isMoney ? "R-A" : "D-A") + std::to_string(i), isMoney ? "계좌이체" : "PET 500ml 투명 외 2",
            isMoney ? Won{} : amount, isMoney ? amount : Won{}, balance});
    }
    input.closing = balance;
    return input;
}

inline QuotationDocumentInput quotationOf(int lines)
{
    QuotationDocumentInput input;
    input.number = "Q261125-A01";
    input.date = Date{20261125};
    input.validUntil = Date{20261225};
    input.supplier = testSupplier;
    input.buyer = testBuyer;
    input.subject = "500ml 용기 단가 견적";
    input.deliveryTerms = "발주 후 14일, 귀사 지정 장소";
    input.paymentTerms = "말일 마감 익월말 결제";
    input.staff = "김미선";
    for (int i = 1; i <= lines; ++i)
        input.lines.push_back({"PET " + std::to_string(100 + i) + "ml", "28파이", "개", "",
            Quantity::fromInteger(1'000 + i), UnitPrice::fromInteger(95), {Won{95'000 + 95 * i}, Won{9'500 + 9 * i}}});
    input.note = "금형비 별도";
    return input;
}

inline std::vector<FormInput> oneOfEachForm(int lines)
{
    return {statementOf(lines), deliveryNoteOf(lines), receiptOf(), billOf(lines), ledgerOf(lines), quotationOf(lines)};
}

} // namespace dure::app
