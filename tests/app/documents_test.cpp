// What documents say, read from a real space: every amount on paper is the ledger's.
#include "tests/app/firm.h"

#include <random>

using namespace dure;
using namespace dure::app;

namespace {

Won sumOf(const CustomerStatementInput& bill, Won CustomerStatementInput::Line::*what)
{
    Won sum;
    for (const auto& line : bill.lines)
        sum += line.*what;
    return sum;
}

} // namespace

class DocumentsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_bill_claims_what_the_ledger_says_is_owed()
    {
        Firm firm;
        firm.deliver(Date{20261020}, 1'000, 100); // 2 lines of 100,000 and tax: 220,000 before the month
        firm.deliver(Date{20261105}, 2'000, 100); // 440,000
        firm.deliver(Date{20261110}, 100, 50); // 11,000
        firm.deliver(Date{20261112}, -100, 100, DeliveryKind::Return); // −22,000
        firm.pay(Date{20261115}, 300'000);
        firm.pay(Date{20261118}, 200'000, PaymentKind::Note, Date{20270131});
        firm.deliver(Date{20261201}, 9, 9); // after it
        const CustomerStatementInput bill = firm.bill(Date{20261101}, Date{20261130});
        QCOMPARE(bill.previous, Won{1'220'000});
        QCOMPARE(bill.supply, Won{410'000});
        QCOMPARE(bill.tax, Won{41'000});
        QCOMPARE(bill.returned, Won{22'000});
        QCOMPARE(bill.received, Won{500'000});
        QCOMPARE(bill.closing, Won{1'149'000});
        QCOMPARE(bill.closing, firm.balanceAt(Date{20261130}));
        QCOMPARE(bill.previous, firm.balanceAt(Date{20261031}));
        QCOMPARE(bill.notesHeld, Won{200'000});
        QCOMPARE(bill.dueOn, std::optional(Date{20261231})); // a Thursday
        QCOMPARE(bill.lines.size(), std::size_t{8});
        QCOMPARE(bill.lines[0].text, std::string("PET 500ml 투명 28파이"));
        QCOMPARE(bill.lines[4].text, std::string("반품: PET 500ml 투명 28파이"));
        QCOMPARE(bill.lines[7].text, std::string("어음 (만기 2027-01-31)"));
        QCOMPARE(sumOf(bill, &CustomerStatementInput::Line::received), bill.received);
        QCOMPARE(sumOf(bill, &CustomerStatementInput::Line::supply) + sumOf(bill, &CustomerStatementInput::Line::tax),
            bill.supply + bill.tax - bill.returned);
    }

    void the_day_of_payment_is_moved_off_a_holiday()
    {
        Firm firm;
        firm.deliver(Date{20260105}, 10, 100);
        // 말일 of February 2026 is a Saturday, and Sunday and Monday (3·1절 and its substitute) follow.
        QCOMPARE(firm.bill(Date{20260101}, Date{20260131}).dueOn, std::optional(Date{20260303}));
    }

    void what_was_taken_back_within_the_month_is_on_no_bill_and_changes_no_sum()
    {
        Firm firm;
        const Uuid wrong = firm.deliver(Date{20261105}, 500, 100);
        const Uuid old = firm.deliver(Date{20261030}, 50, 100);
        firm.takeBack(wrong, Date{20261106});
        firm.takeBack(old, Date{20261107});
        const CustomerStatementInput bill = firm.bill(Date{20261101}, Date{20261130});
        QCOMPARE(bill.lines.size(), std::size_t{2}); // only what another month's bill had
        QCOMPARE(bill.lines[0].text, std::string("취소: PET 500ml 투명 28파이"));
        QCOMPARE(bill.lines[0].supply, Won{-5'000});
        QCOMPARE(bill.closing, firm.balanceAt(Date{20261130}));
        QCOMPARE(bill.previous + bill.supply + bill.tax - bill.returned - bill.received, bill.closing);
        QCOMPARE(firm.ledger(Date{20261101}, Date{20261130}).lines.size(), std::size_t{3}); // the book has all
    }

    void an_opening_balance_of_a_later_day_is_not_owed_before_it()
    {
        Firm firm;
        QCOMPARE(firm.bill(Date{20251201}, Date{20251231}).closing, Won{0});
        QCOMPARE(firm.bill(Date{20260101}, Date{20260131}).closing, Won{1'000'000});
    }

    void on_random_days_ledger_bill_and_balance_are_one()
    {
        std::mt19937 random(11);
        const auto upTo = [&](unsigned most) { return static_cast<std::int64_t>(random() % most); };
        Firm firm;
        std::vector<Uuid> deliveries;
        for (int i = 0; i < 60; ++i) {
            const Date on = Date{20260901}.addDays(static_cast<int>(upTo(90)));
            switch (upTo(5)) {
            case 0:
                firm.pay(on, 1 + upTo(900'000));
                break;
            case 1:
                firm.pay(on, 1 + upTo(900'000), PaymentKind::Note, on.addDays(60));
                break;
            case 2:
                if (!deliveries.empty()) {
                    firm.takeBack(deliveries.back(), on);
                    deliveries.pop_back();
                    break;
                }
                [[fallthrough]];
            case 3:
                firm.deliver(on, -1 - upTo(300), 1 + upTo(2'000), DeliveryKind::Return);
                break;
            default:
                deliveries.push_back(firm.deliver(on, 1 + upTo(3'000), 1 + upTo(2'000)));
            }
        }
        Won carried = firm.balanceAt(Date{20260831});
        for (const auto& [from, to] : {std::pair(Date{20260901}, Date{20260930}),
                 std::pair(Date{20261001}, Date{20261031}), std::pair(Date{20261101}, Date{20261130})}) {
            const CustomerStatementInput bill = firm.bill(from, to);
            const LedgerDocumentInput ledger = firm.ledger(from, to);
            QCOMPARE(bill.previous, carried);
            QCOMPARE(ledger.carriedForward, carried);
            carried = firm.balanceAt(to);
            QCOMPARE(bill.closing, carried);
            QCOMPARE(ledger.closing, carried);
            Won debits, credits;
            for (const auto& line : ledger.lines) {
                debits += line.debit;
                credits += line.credit;
            }
            QCOMPARE(ledger.carriedForward + debits - credits, ledger.closing);
            QCOMPARE(debits - credits,
                sumOf(bill, &CustomerStatementInput::Line::supply) + sumOf(bill, &CustomerStatementInput::Line::tax)
                    - sumOf(bill, &CustomerStatementInput::Line::received));
            QVERIFY(ledger.lines.empty() || ledger.lines.back().balance == ledger.closing);
            // and so on paper
            const PaperForm paper = makeForm(ledger, {});
            QCOMPARE(paper.pages.back().sums[3], toText(debits));
            QCOMPARE(paper.pages.back().sums[5], toText(ledger.closing));
            QCOMPARE(makeForm(bill, {}).headline.value, toText(carried) + "원");
        }
    }

    void the_book_on_paper_is_the_book_on_the_screen()
    {
        Firm firm; // it owes 1,000,000 since the first of January
        const Uuid delivery = firm.deliver(Date{20260105}, 100, 500);
        firm.takeBack(delivery, Date{20260106});
        QVERIFY(firm.company.run([](commands::Commands& c) { return c.undo(Date{20260107}); }).has_value());
        const LedgerDocumentInput paper = firm.ledger(Date{20260101}, Date{20260131});
        QCOMPARE(paper.carriedForward, Won{0});
        QCOMPARE(paper.lines.size(), std::size_t{4});
        QCOMPARE(paper.lines[0].text, std::string("기초 미수"));
        const auto screen = firm.company.read(
            [&](Reader& r) { return r.receivables().ledger(firm.customer, Date{20260101}, Date{20260131}); });
        const std::int64_t debits[]{1'000'000, 110'000, -110'000, 110'000}; // what stands again is no payment
        for (std::size_t i = 0; i < paper.lines.size(); ++i) {
            QCOMPARE(paper.lines[i].debit, Won{debits[i]});
            QCOMPARE(screen.lines[i].debit, Won{debits[i]});
            QCOMPARE(paper.lines[i].credit, Won{0});
            QCOMPARE(paper.lines[i].balance, screen.lines[i].balance);
        }
        QCOMPARE(paper.closing, Won{1'110'000});
        QCOMPARE(screen.carriedForward, paper.carriedForward);
    }

    void a_receipt_stands_between_the_balances_of_its_ledger()
    {
        Firm firm;
        firm.deliver(Date{20261110}, 1'000, 100); // 220,000
        const Uuid first = firm.pay(Date{20261120}, 300'000);
        const Uuid second = firm.pay(Date{20261120}, 100'000, PaymentKind::Cash);
        const auto receipt = [&](const Uuid& id) {
            return std::get<ReceiptInput>(firm.read(DocumentRequest::of(FormKind::Receipt, id)).inputs.front());
        };
        QCOMPARE(receipt(first).before, std::optional(Won{1'220'000}));
        QCOMPARE(receipt(first).after, std::optional(Won{920'000}));
        QCOMPARE(receipt(second).before, std::optional(Won{920'000}));
        QCOMPARE(receipt(second).after, std::optional(firm.balanceAt(Date{20261120})));
    }

    void a_delivery_note_says_what_was_recorded()
    {
        Firm firm;
        const Uuid delivery = firm.deliver(Date{20261110}, 1'000, 100);
        const auto note = firm.company.read([=](Reader& r) { return *readDeliveryNote(r, delivery); });
        QCOMPARE(note.lines.size(), std::size_t{2});
        QCOMPARE(note.lines[1].name, std::string("PP 원터치캡"));
        QCOMPARE(note.lines[1].amounts, (LineAmounts{Won{100'000}, Won{10'000}}));
    }

    void a_quotation_is_read_with_its_lines_terms_and_the_companys_text()
    {
        Firm firm;
        CompanyProfile profile;
        profile.name = "한결플라스틱(주)";
        profile.quotationNote = "금형비 별도";
        QVERIFY(
            firm.company.run([profile](commands::Commands& c) { return c.saveCompanyProfile(profile); }).has_value());
        commands::QuotationInput input;
        input.quotation.customerId = firm.customer;
        input.quotation.quotedOn = Date{20261123};
        input.quotation.validUntil = Date{20261223};
        input.quotation.paymentTerms = "익월말";
        QuotationLine line;
        line.productName = "PET 500ml 투명";
        line.quantity = Quantity::fromInteger(10);
        line.unitPrice = UnitPrice::fromInteger(95);
        input.lines.push_back(line);
        const Uuid id = firm.company.run([input](commands::Commands& c) { return c.saveQuotation(input); }).value().id;
        const auto read = firm.read(DocumentRequest::of(FormKind::Quotation, id));
        const auto& quotation = std::get<QuotationDocumentInput>(read.inputs.front());
        QCOMPARE(quotation.lines.front().amounts, (LineAmounts{Won{950}, Won{95}}));
        QCOMPARE(quotation.validUntil, Date{20261223});
        QCOMPARE(quotation.note, std::string("금형비 별도"));
        QCOMPARE(quotation.buyer.name, std::string("(주)다온코스메틱"));
    }

    void all_of_a_day_are_read_without_those_that_were_taken_back()
    {
        Firm firm;
        firm.deliver(thatDay, 10, 100);
        const Uuid wrong = firm.deliver(thatDay, 20, 100);
        firm.deliver(thatDay, 30, 100);
        firm.deliver(Date{20261122}, 40, 100);
        firm.takeBack(wrong, thatDay);
        const auto read = firm.read(DocumentRequest::ofDay(FormKind::Statement, thatDay));
        QCOMPARE(read.inputs.size(), std::size_t{2});
        QCOMPARE(std::get<StatementInput>(read.inputs[0]).lines[0].quantity, Quantity::fromInteger(10));
        QVERIFY(firm.read(DocumentRequest::ofDay(FormKind::Statement, Date{20261101})).inputs.empty());
    }

    void what_is_gone_is_counted_and_a_seal_on_its_way_is_told()
    {
        Firm firm;
        const Uuid delivery = firm.deliver(thatDay, 10, 100);
        DocumentRequest request = DocumentRequest::of(FormKind::Statement, delivery);
        request.ids.push_back(Uuid{});
        QCOMPARE(firm.read(request).gone, std::size_t{1});
        QCOMPARE(firm.read(request).seal, SealState::None);
        QVERIFY(!firm.read(request).isSupplierComplete);
    }

    void the_month_to_claim_follows_the_customers_closing_day()
    {
        QCOMPARE(claimedMonth({}, Date{20261123}), (DaySpan{Date{20261101}, Date{20261130}})); // closes in a week
        QCOMPARE(claimedMonth({}, Date{20261122}), (DaySpan{Date{20261001}, Date{20261031}}));
        QCOMPARE(claimedMonth({31, 1, 31}, Date{20261130}), (DaySpan{Date{20261101}, Date{20261130}}));
        QCOMPARE(claimedMonth({25, 1, 10}, Date{20261120}), (DaySpan{Date{20261026}, Date{20261125}}));
        QCOMPARE(claimedMonth({25, 1, 10}, Date{20261126}), (DaySpan{Date{20261026}, Date{20261125}}));
        QCOMPARE(claimedMonth({31, 1, 31}, Date{20260303}), (DaySpan{Date{20260201}, Date{20260228}}));
    }

    void the_month_beside_keeps_month_ends_and_closing_days()
    {
        const DaySpan november{Date{20261101}, Date{20261130}};
        QCOMPARE(monthBeside(november, -1), (DaySpan{Date{20261001}, Date{20261031}}));
        QCOMPARE(monthBeside(november, 3), (DaySpan{Date{20270201}, Date{20270228}}));
        QCOMPARE(monthBeside({Date{20261026}, Date{20261125}}, -1), (DaySpan{Date{20260926}, Date{20261025}}));
    }
};

QTEST_MAIN(DocumentsTest)
#include "documents_test.moc"
