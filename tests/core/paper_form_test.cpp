// 납품서, 입금표, 청구서, 거래처원장 and 견적서 as data, against figures worked out by hand.
#include "core/documents/customer_ledger_document.h"
#include "core/documents/customer_statement.h"
#include "core/documents/delivery_note.h"
#include "core/documents/quotation_document.h"
#include "core/documents/receipt.h"
#include "core/documents/transaction_statement.h"

#include <QtTest>
#include <numeric>

using namespace dure;
using Cells = std::vector<std::string>;

namespace {

const FormParty supplier{"0008627454", "한결플라스틱(주)", "박정호", "경기도 화성시 향남읍 제약공단2길 47", "제조업",
    "플라스틱 용기", "0310001234"};
const FormParty buyer{"0001100011", "가온F&B", "이가온", "충청북도 음성군 대소면 대금로 118", "", "", "0430002740"};

DeliveryNoteInput twoLines()
{
    DeliveryNoteInput input;
    input.number = "D261125-A02";
    input.date = Date{20261125};
    input.supplier = supplier;
    input.buyer = buyer;
    input.lines = {
        {"PET 500ml 투명", "28파이", "개", "L261120", "", Quantity::fromInteger(12'000), UnitPrice::fromInteger(98),
            {Won{1'176'000}, Won{117'600}}},
        {"캡 라이너 PE 폼", "28파이", "개", "", "교체분", Quantity::fromInteger(18'000), UnitPrice{125'000},
            {Won{225'000}, Won{22'500}}},
    };
    input.site = "안성 충전공장 · 안성시 공단로 1";
    input.vehicle = "2.5톤 82가 3417, 이정호";
    input.receiver = "김수령";
    return input;
}

/// November of an account: 1,000,000 carried, 200,000 + 20,000 delivered, 11,000 returned, 500,000 paid.
CustomerStatementInput november()
{
    CustomerStatementInput input;
    input.from = Date{20261101};
    input.to = Date{20261130};
    input.date = Date{20261130};
    input.supplier = supplier;
    input.buyer = buyer;
    const auto goods = [](int on, const char* number, const char* text, int quantity, int price) {
        CustomerStatementInput::Line line{Date{on}, number, text, Quantity::fromInteger(quantity),
            UnitPrice::fromInteger(price), Won{quantity * price}, Won{quantity * price / 10}, {}, false};
        return line;
    };
    CustomerStatementInput::Line money{Date{20261120}, "R261120-A01", "계좌이체", {}, {}, {}, {}, Won{500'000}, true};
    input.lines = {goods(20261105, "D261105-A01", "PET 500ml 투명 28파이", 1'000, 100),
        goods(20261105, "D261105-A01", "PP 원터치캡 28파이", 1'000, 50),
        goods(20261110, "D261110-A01", "PET 350ml 브라운", 500, 100),
        goods(20261112, "D261112-A01", "반품: PET 350ml 브라운", -100, 100), money};
    input.previous = Won{1'000'000};
    input.supply = Won{200'000};
    input.tax = Won{20'000};
    input.returned = Won{11'000};
    input.received = Won{500'000};
    input.closing = Won{709'000};
    input.dueOn = Date{20261231};
    input.bankAccount = "기업은행 000-024157-04-011";
    return input;
}

int sharesOf(const std::vector<FormFieldRow>& rows, std::size_t row)
{
    int sum = 0;
    for (const FormField& field : rows[row])
        sum += field.captionShare + field.valueShare;
    return sum;
}

std::vector<PaperForm> oneOfEach()
{
    QuotationDocumentInput quotation;
    quotation.date = Date{20261125};
    ReceiptInput receipt;
    receipt.date = Date{20261125};
    LedgerDocumentInput ledger;
    ledger.from = ledger.to = ledger.date = Date{20261125};
    StatementInput statement;
    statement.date = Date{20261125};
    return {formOf(makeTransactionStatement(statement)), makeDeliveryNote(twoLines(), false, 12),
        makeDeliveryNote(twoLines(), true, 12), makeReceipt(receipt, 5), makeCustomerStatement(november(), true, 30),
        makeLedgerDocument(ledger, 30), makeQuotationDocument(quotation, 30)};
}

} // namespace

class PaperFormTest : public QObject
{
    Q_OBJECT

private slots:
    void every_forms_columns_and_fields_fill_its_width()
    {
        for (const PaperForm& form : oneOfEach()) {
            const int shares = std::accumulate(form.columns.begin(), form.columns.end(), 0,
                [](int sum, const FormColumn& column) { return sum + column.share; });
            QCOMPARE(shares, formWidth);
            for (const auto* rows : {&form.summary, &form.foot})
                for (std::size_t i = 0; i < rows->size(); ++i)
                    QCOMPARE(sharesOf(*rows, i), formWidth);
            for (const FormPage& page : form.pages) {
                QCOMPARE(page.sums.size(), form.columns.size());
                for (const FormRow& row : page.rows)
                    QVERIFY(row.cells.empty() || row.cells.size() == form.columns.size());
            }
            QVERIFY(form.marks.size() == 2 && !form.title.empty());
        }
    }

    void a_delivery_note_without_prices_names_no_amount_anywhere()
    {
        const PaperForm form = makeDeliveryNote(twoLines(), false, 12);
        QCOMPARE(form.pages.size(), std::size_t{1});
        QCOMPARE(form.pages[0].rows[0].cells, (Cells{"PET 500ml 투명", "28파이", "개", "12,000", "L261120", ""}));
        QCOMPARE(form.pages[0].rows[1].cells, (Cells{"캡 라이너 PE 폼", "28파이", "개", "18,000", "", "교체분"}));
        QCOMPARE(form.pages[0].rows[2].kind, FormRowKind::BlankBelow);
        QCOMPARE(form.pages[0].sums, (Cells{"", "", "", "30,000", "", ""}));
        QCOMPARE(form.headline.value, std::string("30,000"));
        QCOMPARE(form.foot[1][1].kind, FormCellKind::Signature);
        QCOMPARE(form.foot[1][1].value, std::string("김수령"));
        for (const FormRow& row : form.pages[0].rows)
            for (const std::string& cell : row.cells)
                QVERIFY(cell.find("1,176,000") == std::string::npos && cell.find("98") == std::string::npos);
    }

    void a_delivery_note_with_prices_adds_up_and_keeps_the_lot_in_the_remark()
    {
        const PaperForm form = makeDeliveryNote(twoLines(), true, 12);
        QCOMPARE(form.pages[0].rows[0].cells,
            (Cells{"PET 500ml 투명", "28파이", "개", "12,000", "98", "1,176,000", "117,600", "LOT L261120"}));
        QCOMPARE(form.pages[0].rows[1].cells[4], std::string("12.5"));
        QCOMPARE(form.pages[0].sums, (Cells{"", "", "", "30,000", "", "1,401,000", "140,100", ""}));
        QCOMPARE(form.headline.value, std::string("1,541,100원"));
        QCOMPARE(form.headline.remark, std::string("(부가세 포함)"));
    }

    void a_receipt_says_the_amount_in_figures_and_in_words()
    {
        ReceiptInput input;
        input.number = "R261120-A01";
        input.date = Date{20261120};
        input.supplier = supplier;
        input.buyer = buyer;
        input.kind = PaymentKind::Note;
        input.amount = Won{3'000'000};
        input.noteNumber = "자가12345678";
        input.noteIssuer = "가온F&B";
        input.noteBank = "기업은행";
        input.noteDueOn = Date{20270220};
        input.before = Won{6'280'450};
        input.after = Won{3'280'450};
        const PaperForm form = makeReceipt(input, 5);
        QCOMPARE(form.headline.value, std::string("3,000,000원"));
        QCOMPARE(form.headline.remark, std::string("일금 삼백만원정"));
        QCOMPARE(form.pages[0].rows[0].cells,
            (Cells{"11", "20", "어음", "어음번호 자가12345678 · 발행인 가온F&B", "3,000,000", ""}));
        QCOMPARE(form.pages[0].rows[1].cells, (Cells{"", "", "", "은행 기업은행 · 만기일 2027-02-20", "", ""}));
        QCOMPARE(form.foot[0][0].value, std::string("6,280,450"));
        QCOMPARE(form.foot[0][2].value, std::string("3,280,450"));
        QCOMPARE(form.sentence, std::string("위 금액을 정히 영수합니다."));
        QVERIFY(form.twoCopies);
        input.amount = Won{-3'000'000};
        QCOMPARE(makeReceipt(input, 5).pages[0].rows[0].cells[5], std::string("입금 취소"));
        input.before.reset();
        input.after.reset();
        QCOMPARE(makeReceipt(input, 5).foot[0][0].value, std::string());
    }

    void an_amount_in_words_names_every_digit()
    {
        QCOMPARE(wonInWords(Won{0}), std::string("영"));
        QCOMPARE(wonInWords(Won{10}), std::string("일십"));
        QCOMPARE(wonInWords(Won{1'234'567}), std::string("일백이십삼만사천오백육십칠"));
        QCOMPARE(wonInWords(Won{100'000'000}), std::string("일억"));
        QCOMPARE(wonInWords(Won{999'999'999'999}), std::string("구천구백구십구억구천구백구십구만구천구백구십구"));
        QCOMPARE(wonInWords(Won{1'000'000'000'001}), std::string("일조일"));
        QCOMPARE(wonInWords(Won{-30'500}), std::string("마이너스 삼만오백"));
        QVERIFY(!wonInWords(Won{std::numeric_limits<std::int64_t>::min()}).empty());
    }

    void a_bill_shows_what_was_carried_delivered_returned_and_paid_and_claims_what_is_left()
    {
        const PaperForm form = makeCustomerStatement(november(), true, 30);
        QCOMPARE(form.headline.value, std::string("709,000원"));
        const Cells summary{form.summary[0][0].value, form.summary[0][1].value, form.summary[0][2].value,
            form.summary[1][0].value, form.summary[1][1].value, form.summary[1][2].value};
        QCOMPARE(summary, (Cells{"1,000,000", "200,000", "20,000", "-11,000", "500,000", "709,000"}));
        const auto& rows = form.pages[0].rows;
        QCOMPARE(rows[0].cells,
            (Cells{"11", "05", "D261105-A01", "PET 500ml 투명 28파이", "1,000", "100", "100,000", "10,000", ""}));
        QCOMPARE(rows[2].kind, FormRowKind::Subtotal); // a day of two lines
        QCOMPARE(rows[2].cells, (Cells{"", "", "", "5일 계", "2,000", "", "150,000", "15,000", ""}));
        QCOMPARE(rows[3].cells[3], std::string("PET 350ml 브라운")); // a day of one has no sum
        QCOMPARE(rows[4].cells[6], std::string("-10,000"));
        QCOMPARE(rows[5].cells, (Cells{"11", "20", "R261120-A01", "계좌이체", "", "", "", "", "500,000"}));
        QCOMPARE(form.pages[0].sums, (Cells{"", "", "", "", "2,400", "", "190,000", "19,000", "500,000"}));
        QCOMPARE(form.foot[0][0].value, std::string("2026-12-31"));
        QCOMPARE(form.foot[1][0].value, std::string("기업은행 000-024157-04-011"));
    }

    void a_bill_by_delivery_has_a_row_for_each_and_the_same_sums()
    {
        const PaperForm form = makeCustomerStatement(november(), false, 30);
        const auto& rows = form.pages[0].rows;
        QCOMPARE(rows[0].cells,
            (Cells{"11", "05", "D261105-A01", "PET 500ml 투명 28파이 외 1", "2,000", "", "150,000", "15,000", ""}));
        QCOMPARE(rows[3].cells[8], std::string("500,000"));
        QCOMPARE(rows[4].kind, FormRowKind::BlankBelow);
        QCOMPARE(form.pages[0].sums, makeCustomerStatement(november(), true, 30).pages[0].sums);
    }

    void a_bill_without_terms_leaves_the_day_of_payment_blank()
    {
        CustomerStatementInput input = november();
        input.dueOn.reset();
        QCOMPARE(makeCustomerStatement(input, true, 30).foot[0][0].value, std::string());
    }

    void a_ledger_begins_with_what_was_carried_and_sums_up_each_month()
    {
        LedgerDocumentInput input;
        input.from = Date{20261001};
        input.to = Date{20261130};
        input.date = Date{20261130};
        input.supplier = supplier;
        input.buyer = buyer;
        input.carriedForward = Won{1'000'000};
        input.lines = {{Date{20261005}, "D1", "PET 외 2", Won{220'000}, {}, Won{1'220'000}},
            {Date{20261031}, "R1", "계좌이체", {}, Won{500'000}, Won{720'000}},
            {Date{20261103}, "D2", "캡", Won{11'000}, {}, Won{731'000}}};
        input.closing = Won{731'000};
        const PaperForm form = makeLedgerDocument(input, 10);
        const auto& rows = form.pages[0].rows;
        QCOMPARE(rows[0].cells, (Cells{"2026-10-01", "", "전기 이월", "", "", "1,000,000"}));
        QCOMPARE(rows[1].cells, (Cells{"2026-10-05", "D1", "PET 외 2", "220,000", "", "1,220,000"}));
        QCOMPARE(rows[3].kind, FormRowKind::Subtotal);
        QCOMPARE(rows[3].cells, (Cells{"", "", "2026년 10월 계", "220,000", "500,000", "720,000"}));
        QCOMPARE(rows[5].cells, (Cells{"", "", "2026년 11월 계", "11,000", "0", "731,000"}));
        QCOMPARE(form.pages[0].sums, (Cells{"", "", "", "231,000", "500,000", "731,000"}));
        QCOMPARE(form.headline.value, std::string("731,000원"));
    }

    void a_long_ledger_runs_over_pages_with_sums_so_far_and_the_last_balance()
    {
        LedgerDocumentInput input;
        input.from = input.date = Date{20261101};
        input.to = Date{20261130};
        Won balance;
        for (int i = 1; i <= 25; ++i) {
            balance += Won{i * 1'000};
            input.lines.push_back({Date{20261102}, "D" + std::to_string(i), "", Won{i * 1'000}, {}, balance});
        }
        input.closing = balance;
        const PaperForm form = makeLedgerDocument(input, 10); // 1 + 25 + 1 rows
        QCOMPARE(form.pages.size(), std::size_t{3});
        QCOMPARE(form.pages[0].sums[3], std::string("45,000")); // 1 to 9
        QCOMPARE(form.pages[0].sums[5], std::string("45,000"));
        QCOMPARE(form.pages[1].sums[3], std::string("190,000")); // 1 to 19
        QCOMPARE(form.pages[2].sums[3], std::string("325,000"));
        QCOMPARE(form.pages[0].sumsCaption, std::string_view("누계"));
        QCOMPARE(form.pages[2].sumsCaption, std::string_view("합계"));
        QCOMPARE(form.pages[1].pageText, std::string("2 / 3쪽"));
    }

    void a_quotation_says_until_when_it_holds_and_on_what_terms()
    {
        QuotationDocumentInput input;
        input.number = "Q261125-A01";
        input.date = Date{20261125};
        input.validUntil = Date{20261225};
        input.supplier = supplier;
        input.buyer = buyer;
        input.subject = "500ml 용기 단가 견적";
        input.deliveryTerms = "발주 후 14일, 귀사 지정 장소";
        input.paymentTerms = "말일 마감 익월말 결제";
        input.staff = "김미선";
        input.lines = {{"PET 500ml 투명", "28파이", "개", "월 10만 개", Quantity::fromInteger(10'000),
            UnitPrice::fromInteger(95), {Won{950'000}, Won{95'000}}}};
        const PaperForm form = makeQuotationDocument(input, 29);
        QCOMPARE(form.headline.value, std::string("1,045,000원"));
        QCOMPARE(form.summary[0][1].value, std::string("2026-12-25까지"));
        QCOMPARE(form.summary[1][0].value, std::string("발주 후 14일, 귀사 지정 장소"));
        QCOMPARE(form.pages[0].rows[0].cells,
            (Cells{"1", "PET 500ml 투명", "28파이", "개", "10,000", "95", "950,000", "95,000", "월 10만 개"}));
        QCOMPARE(form.pages[0].sums, (Cells{"", "", "", "", "10,000", "", "950,000", "95,000", ""}));
        input.validUntil = {};
        QCOMPARE(makeQuotationDocument(input, 29).summary[0][1].value, std::string("별도 통지 시까지"));
    }

    void exempt_goods_have_no_tax_in_any_form()
    {
        DeliveryNoteInput note = twoLines();
        note.taxKind = TaxKind::Exempt;
        QCOMPARE(makeDeliveryNote(note, true, 12).pages[0].rows[0].cells[6], std::string());
        QCOMPARE(makeDeliveryNote(note, true, 12).headline.remark, std::string("(면세)"));
    }
};

QTEST_APPLESS_MAIN(PaperFormTest)
#include "paper_form_test.moc"
