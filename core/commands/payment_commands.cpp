#include "core/commands/command_state.h"
#include "core/commands/reversals.h"

#include <set>

namespace dure::commands {

namespace {

using Col = col::Payment;

FieldProblem at(int column, Problem problem) { return {TableId::Payment, column, -1, problem}; }

/// Of money the kinds other than 어음 have no papers: what was typed before the kind was changed goes.
void dropNote(Payment& payment)
{
    payment.noteNumber.clear();
    payment.noteIssuer.clear();
    payment.noteBank.clear();
    payment.noteIssuedOn = {};
    payment.noteDueOn = {};
}

void checkPayment(const Payment& payment, std::vector<FieldProblem>& problems)
{
    checkEntity(payment, -1, problems);
    if (payment.amount <= Won{})
        problems.push_back(at(Col::amount, Problem::NotPositive));
    if (payment.kind != PaymentKind::Note)
        return;
    if (payment.noteDueOn.isNull())
        problems.push_back(at(Col::noteDueOn, Problem::Missing));
    else if (!payment.noteIssuedOn.isNull() && payment.noteDueOn < payment.noteIssuedOn)
        problems.push_back(at(Col::noteDueOn, Problem::BeforeItsBegin));
}

} // namespace

/// Shares of 0 are left out.
std::vector<PaymentAllocation> Commands::State::allocationsOf(
    const Payment& payment, std::span<const PaymentShare> shares, std::vector<FieldProblem>& problems)
{
    std::vector<PaymentAllocation> allocations;
    std::set<Uuid> named;
    Won sum;
    for (std::size_t i = 0; i < shares.size(); ++i) {
        if (shares[i].amount == Won{})
            continue;
        const auto problem = [&](int column, Problem what) {
            problems.push_back({TableId::PaymentAllocation, column, static_cast<int>(i), what});
        };
        PaymentAllocation each;
        each.paymentId = payment.id;
        each.deliveryId = shares[i].delivery;
        each.amount = shares[i].amount;
        checkEntity(each, static_cast<int>(i), problems);
        const auto delivery = find<Delivery>(each.deliveryId);
        if (!delivery || delivery->customerId != payment.customerId)
            problem(PaymentAllocation::Col::deliveryId, Problem::UnknownRow);
        if (each.amount < Won{})
            problem(PaymentAllocation::Col::amount, Problem::NotPositive);
        if (!named.insert(each.deliveryId).second)
            problem(PaymentAllocation::Col::deliveryId, Problem::Duplicate);
        if (each.amount > payment.amount - sum)
            problem(PaymentAllocation::Col::amount, Problem::MoreThanThePayment);
        else
            sum += each.amount;
        allocations.push_back(std::move(each));
    }
    return allocations;
}

Result Commands::recordPayment(const Payment& payment, std::span<const PaymentShare> shares)
{
    return m->run("record_payment", [&](Action& action) -> Result {
        Payment now = payment;
        now.id = action.newId();
        now.number = "-";
        now.postedOn = {};
        now.reversesId = {};
        now.reversalKind = ReversalKind::Correction;
        now.createdAt = action.now();
        if (now.kind != PaymentKind::Note)
            dropNote(now);
        std::vector<FieldProblem> problems;
        checkPayment(now, problems);
        if (!now.customerId.isNil() && !m->exists<Customer>(now.customerId))
            problems.push_back(at(Col::customerId, Problem::UnknownRow));
        auto allocations = m->allocationsOf(now, shares, problems);
        if (!problems.empty())
            return std::unexpected(CommandError::invalid(std::move(problems)));
        now.number = action.takeNumber(DocumentKind::Receipt, now.receivedOn);
        action.setSubject(now.number);
        action.create(now);
        for (PaymentAllocation& each : allocations) {
            each.id = action.newId();
            action.create(each);
        }
        return Done{{}, now.id, now.number};
    });
}

Result Commands::reversePayment(const Uuid& id, Date on)
{
    return m->run("reverse_payment", [&](Action& action) -> Result {
        const auto payment = m->find<Payment>(id);
        if (payment && !payment->reversesId.isNil())
            return std::unexpected(CommandError::refused(Refusal::IsReversal));
        return m->takeBackPayment(action, id, on);
    });
}

Result Commands::dishonourNote(const Uuid& id, Date on, const std::string& memo)
{
    return m->run("dishonour_note", [&](Action& action) -> Result {
        const auto payment = m->find<Payment>(id);
        if (!payment)
            return std::unexpected(CommandError::notFound());
        if (!payment->reversesId.isNil() || payment->kind != PaymentKind::Note)
            return std::unexpected(CommandError::refused(Refusal::IsNoNote));
        if (on.isValid() && on < payment->receivedOn)
            return std::unexpected(CommandError::invalid({at(Col::receivedOn, Problem::BeforeItsBegin)}));
        return m->takeBackPayment(action, id, on, {ReversalKind::Dishonour, memo});
    });
}

Result Commands::State::takeBackPayment(Action& action, const Uuid& id, Date on, const ReversalReason& why)
{
    const auto payment = find<Payment>(id);
    if (!payment)
        return std::unexpected(CommandError::notFound());
    if (!on.isValid())
        return std::unexpected(CommandError::invalid({at(Col::receivedOn, Problem::Missing)}));
    const ReversalState state = reversalState<Payment>(context, id);
    if (state.isReversed)
        return std::unexpected(CommandError::refused(Refusal::AlreadyReversed));
    Payment reversal = *payment;
    reversal.id = state.nextId;
    reversal.extra.clear();
    reversal.reversesId = id;
    reversal.reversalKind = why.kind;
    reversal.receivedOn = on;
    reversal.postedOn = {};
    reversal.amount = -payment->amount;
    if (!why.memo.empty())
        reversal.memo = why.memo;
    reversal.createdAt = action.now();
    reversal.number = "-";
    std::vector<FieldProblem> problems;
    checkEntity(reversal, -1, problems);
    if (!problems.empty())
        return std::unexpected(CommandError::invalid(std::move(problems)));
    reversal.number = action.takeNumber(DocumentKind::Receipt, on);
    action.setSubject(reversal.number);
    action.create(reversal);
    return Done{{}, reversal.id, reversal.number};
}

Result Commands::recordNoteEvent(const NoteEvent& event)
{
    return m->run("record_note_event", [&](Action& action) -> Result {
        const auto payment = m->find<Payment>(event.paymentId);
        if (!payment)
            return std::unexpected(CommandError::notFound());
        if (!payment->reversesId.isNil() || payment->kind != PaymentKind::Note)
            return std::unexpected(CommandError::refused(Refusal::IsNoNote));
        if (reversalState<Payment>(m->context, event.paymentId).isReversed)
            return std::unexpected(CommandError::refused(Refusal::AlreadyReversed));
        NoteEvent now = event;
        now.id = action.newId();
        now.createdAt = action.now();
        std::vector<FieldProblem> problems;
        checkEntity(now, -1, problems);
        if (now.on.isValid() && now.on < payment->receivedOn)
            problems.push_back({TableId::NoteEvent, NoteEvent::Col::on, -1, Problem::BeforeItsBegin});
        if (!problems.empty())
            return std::unexpected(CommandError::invalid(std::move(problems)));
        action.setSubject(payment->noteNumber.empty() ? payment->number : payment->noteNumber);
        action.create(now);
        return Done{{}, now.paymentId, payment->number};
    });
}

} // namespace dure::commands
