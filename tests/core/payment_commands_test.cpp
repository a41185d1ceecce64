// Money that comes in: what is refused, what is kept, what is taken back.
#include "core/storage/note_store.h"
#include "core/storage/payment_store.h"
#include "core/storage/receivable_store.h"
#include "tests/core/commands_fixture.h"

#include <QtTest>

using namespace dure;
using namespace dure::commands;
using namespace dure::storage;
using dure::test::CommandsFixture;

namespace {

using Col = col::Payment;

/// A customer with three deliveries of 11,000 won each.
struct Debtor : CommandsFixture
{
    Customer customer = makeCustomer();
    std::vector<Uuid> deliveries;
    PaymentStore payments{db()};

    Debtor()
    {
        const Product product = makeProduct();
        for (int days : {40, 20, 5}) {
            DeliveryInput input;
            input.customerId = customer.id;
            input.deliveredOn = today.addDays(-days);
            DeliveryLineInput line;
            line.productId = product.id;
            line.quantity = Quantity::fromInteger(100);
            line.unitPrice = UnitPrice::fromInteger(100);
            input.lines = {line};
            deliveries.push_back(commands.recordDelivery(input).value().id);
        }
    }
    Payment payment(std::int64_t won) const
    {
        Payment made;
        made.customerId = customer.id;
        made.receivedOn = today;
        made.amount = {won};
        return made;
    }
    Payment note(std::int64_t won, Date due) const
    {
        Payment made = payment(won);
        made.kind = PaymentKind::Note;
        made.noteNumber = "00420077";
        made.noteIssuer = "(주)다온";
        made.noteBank = "기업은행";
        made.noteIssuedOn = today;
        made.noteDueOn = due;
        return made;
    }
    std::map<Uuid, std::int64_t> open()
    {
        std::map<Uuid, std::int64_t> open;
        for (const OpenDebt& debt : payments.openDebts(customer.id))
            open[debt.delivery] = debt.open.amount;
        return open;
    }
    std::vector<FieldProblem> problemsOf(const Payment& payment, const std::vector<PaymentShare>& shares = {})
    {
        const auto result = commands.recordPayment(payment, shares);
        return result ? std::vector<FieldProblem>{} : result.error().problems;
    }
};

FieldProblem head(int column, Problem problem) { return {TableId::Payment, column, -1, problem}; }

} // namespace

class PaymentCommandsTest : public QObject
{
    Q_OBJECT

private slots:
    void what_cannot_be_a_payment_is_told_at_its_field()
    {
        Debtor f;
        QCOMPARE(f.problemsOf(f.payment(0)), (std::vector{head(Col::amount, Problem::NotPositive)}));
        QCOMPARE(f.problemsOf(f.payment(-5'000)), (std::vector{head(Col::amount, Problem::NotPositive)}));
        QCOMPARE(f.problemsOf(f.payment(maxAmountWon + 1)), (std::vector{head(Col::amount, Problem::OutOfRange)}));
        Payment impossible = f.payment(1'000);
        impossible.receivedOn = {20260230};
        QCOMPARE(f.problemsOf(impossible), (std::vector{head(Col::receivedOn, Problem::OutOfRange)}));
        Payment nobodys = f.payment(1'000);
        nobodys.customerId = f.newId();
        QCOMPARE(f.problemsOf(nobodys), (std::vector{head(Col::customerId, Problem::UnknownRow)}));
        QCOMPARE(f.problemsOf(f.note(1'000, {})), (std::vector{head(Col::noteDueOn, Problem::Missing)}));
        QCOMPARE(f.problemsOf(f.note(1'000, f.today.addDays(-1))),
            (std::vector{head(Col::noteDueOn, Problem::BeforeItsBegin)}));
        QCOMPARE(f.payments.chipCounts(f.today).all, 0);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void money_that_is_no_note_keeps_nothing_of_one()
    {
        Debtor f;
        Payment changed = f.note(1'000, f.today.addDays(60));
        changed.kind = PaymentKind::Transfer;
        const auto done = f.commands.recordPayment(changed);
        const Payment stored = f.payments.detail(done->id)->payment;
        QVERIFY(stored.noteNumber.empty() && stored.noteBank.empty() && stored.noteDueOn.isNull());
    }

    void without_a_word_the_oldest_delivery_is_paid_first()
    {
        Debtor f;
        QVERIFY(f.commands.recordPayment(f.payment(15'000)));
        QCOMPARE(f.open(), (std::map<Uuid, std::int64_t>{{f.deliveries[1], 7'000}, {f.deliveries[2], 11'000}}));
    }

    void an_allocation_says_which_delivery_is_paid_and_the_rest_goes_to_the_oldest()
    {
        Debtor f;
        const auto done
            = f.commands.recordPayment(f.payment(15'000), std::vector<PaymentShare>{{f.deliveries[2], {9'000}}});
        QVERIFY(done);
        QCOMPARE(f.open(),
            (std::map<Uuid, std::int64_t>{
                {f.deliveries[0], 5'000}, {f.deliveries[1], 11'000}, {f.deliveries[2], 2'000}}));
        const auto allocations = f.payments.detail(done->id)->allocations;
        QCOMPARE(allocations.size(), std::size_t{1});
        QCOMPARE(allocations[0].amount, Won{9'000});
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void a_payment_that_is_taken_back_takes_its_allocation_along()
    {
        Debtor f;
        const auto done
            = f.commands.recordPayment(f.payment(9'000), std::vector<PaymentShare>{{f.deliveries[2], {9'000}}});
        QVERIFY(f.commands.reversePayment(done->id, f.today));
        const std::map<Uuid, std::int64_t> all{
            {f.deliveries[0], 11'000}, {f.deliveries[1], 11'000}, {f.deliveries[2], 11'000}};
        QCOMPARE(f.open(), all);
        QVERIFY(f.commands.undo(f.today)); // the taking back did not happen
        QCOMPARE(f.open()[f.deliveries[2]], 2'000);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void undoing_a_payment_leaves_no_allocation()
    {
        Debtor f;
        const auto done
            = f.commands.recordPayment(f.payment(9'000), std::vector<PaymentShare>{{f.deliveries[2], {9'000}}});
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(f.open()[f.deliveries[2]], 11'000);
        QVERIFY(f.payments.detail(done->id)->allocations.empty());
        QCOMPARE(f.payments.row(done->id)->standing, PaymentStanding::TakenBack);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void shares_that_cannot_be_are_told_line_by_line_and_nothing_is_written()
    {
        Debtor f;
        using A = col::PaymentAllocation;
        const auto line = [](int column, int at, Problem problem) {
            return std::vector{FieldProblem{TableId::PaymentAllocation, column, at, problem}};
        };
        const Payment paid = f.payment(10'000);
        QCOMPARE(f.problemsOf(paid, {{f.deliveries[0], {6'000}}, {f.deliveries[1], {4'001}}}),
            line(A::amount, 1, Problem::MoreThanThePayment));
        QCOMPARE(f.problemsOf(paid, {{f.deliveries[0], {-1}}}), line(A::amount, 0, Problem::NotPositive));
        QCOMPARE(f.problemsOf(paid, {{f.newId(), {1}}}), line(A::deliveryId, 0, Problem::UnknownRow));
        QCOMPARE(f.problemsOf(paid, {{f.deliveries[0], {1}}, {f.deliveries[0], {1}}}),
            line(A::deliveryId, 1, Problem::Duplicate));
        const Customer other = f.makeCustomer("다른 곳");
        Payment others = paid;
        others.customerId = other.id;
        QCOMPARE(f.problemsOf(others, {{f.deliveries[0], {1}}}), line(A::deliveryId, 0, Problem::UnknownRow));
        QCOMPARE(f.payments.chipCounts(f.today).all, 0);
        QVERIFY(f.commands.recordPayment(
            paid, std::vector<PaymentShare>{{f.deliveries[0], {10'000}}, {f.deliveries[1], {0}}}));
    }

    void a_note_settles_when_it_is_taken_and_its_dishonour_brings_the_debt_back()
    {
        Debtor f;
        NoteStore notes(f.db());
        ReceivableStore receivables(f.db());
        const auto taken = f.commands.recordPayment(f.note(33'000, f.today.addDays(60)));
        QCOMPARE(receivables.balance(f.customer.id), Won{});
        QCOMPARE(notes.row(taken->id, f.today)->state, NoteState::Held);
        QCOMPARE(notes.row(taken->id, f.today.addDays(60))->state, NoteState::Matured);
        const Date day = f.today.addDays(61);
        QVERIFY(!f.commands.dishonourNote(taken->id, f.today.addDays(-1), "일찍"));
        const auto dishonoured = f.commands.dishonourNote(taken->id, day, "잔액 부족");
        QVERIFY(dishonoured);
        const NoteRow row = *notes.row(taken->id, day);
        QCOMPARE(row.state, NoteState::Dishonoured);
        QCOMPARE(row.stateOn, day);
        QCOMPARE(receivables.balanceAt(f.customer.id, day.addDays(-1)), Won{});
        QCOMPARE(receivables.balance(f.customer.id), Won{33'000});
        const PaymentListRow reversal = *f.payments.row(dishonoured->id);
        QCOMPARE(reversal.standing, PaymentStanding::TakesBack);
        QCOMPARE(reversal.reversalKind, ReversalKind::Dishonour);
        QCOMPARE(reversal.memo, std::string("잔액 부족"));
        QCOMPARE(f.payments.row(taken->id)->standing, PaymentStanding::Dishonoured);
        QCOMPARE(f.commands.dishonourNote(taken->id, day, {}).error().refusal, Refusal::AlreadyReversed);
        const auto ledger = receivables.ledger(f.customer.id, day, day);
        QCOMPARE(ledger.lines.size(), std::size_t{1});
        QCOMPARE(ledger.lines[0].fact->reversalKind, ReversalKind::Dishonour);
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(receivables.balance(f.customer.id), Won{});
        QCOMPARE(notes.row(taken->id, f.today)->state, NoteState::Held);
        QCOMPARE(f.whatIsWrong(), std::string());
    }

    void only_a_note_is_dishonoured_or_discounted()
    {
        Debtor f;
        const auto cash = f.commands.recordPayment(f.payment(1'000));
        QCOMPARE(f.commands.dishonourNote(cash->id, f.today, {}).error().refusal, Refusal::IsNoNote);
        NoteEvent event;
        event.paymentId = cash->id;
        event.on = f.today;
        QCOMPARE(f.commands.recordNoteEvent(event).error().refusal, Refusal::IsNoNote);
        event.paymentId = f.newId();
        QCOMPARE(f.commands.recordNoteEvent(event).error().kind, ErrorKind::NotFound);
    }

    void what_was_done_with_a_note_is_its_state_until_undone()
    {
        Debtor f;
        NoteStore notes(f.db());
        const auto taken = f.commands.recordPayment(f.note(33'000, f.today.addDays(60)));
        NoteEvent event;
        event.paymentId = taken->id;
        event.kind = NoteEventKind::Discounted;
        event.counterparty = "기업은행";
        QCOMPARE(f.commands.recordNoteEvent(event).error().problems.front().problem, Problem::Missing); // its day
        event.on = f.today.addDays(-3);
        QCOMPARE(f.commands.recordNoteEvent(event).error().problems.front().problem, Problem::BeforeItsBegin);
        event.on = f.today.addDays(3);
        QVERIFY(f.commands.recordNoteEvent(event));
        QCOMPARE(notes.row(taken->id, f.today)->state, NoteState::Discounted);
        QCOMPARE(notes.row(taken->id, f.today)->counterparty, std::string("기업은행"));
        QVERIFY(f.commands.undo(f.today));
        QCOMPARE(notes.row(taken->id, f.today)->state, NoteState::Held);
        QVERIFY(f.commands.reversePayment(taken->id, f.today));
        QCOMPARE(f.commands.recordNoteEvent(event).error().refusal, Refusal::AlreadyReversed);
        QCOMPARE(f.whatIsWrong(), std::string());
    }
};

QTEST_APPLESS_MAIN(PaymentCommandsTest)
#include "payment_commands_test.moc"
