#pragma once
#include "core/domain/entities.h"

/// What is noted beside a payment, which itself never changes.
namespace dure {

/// Which delivery a payment is for, where somebody said so. What no row says goes to the oldest debt.
struct PaymentAllocation : Entity
{
    static constexpr TableId table = TableId::PaymentAllocation;
    using Col = col::PaymentAllocation;
    Uuid paymentId, deliveryId;
    Won amount;

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::paymentId, s.paymentId);
        visit(Col::deliveryId, s.deliveryId);
        visit(Col::amount, s.amount);
    }
    bool operator==(const PaymentAllocation&) const = default;
};

/// What was done with an 어음.
struct NoteEvent : Entity
{
    static constexpr TableId table = TableId::NoteEvent;
    using Col = col::NoteEvent;
    Uuid paymentId;
    Date on;
    NoteEventKind kind = NoteEventKind::Collected;
    std::string counterparty; ///< the bank, or to whom it was given on
    std::string memo;
    std::int64_t createdAt = 0;

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::paymentId, s.paymentId);
        visit(Col::on, s.on);
        visit(Col::kind, s.kind);
        visit(Col::counterparty, s.counterparty);
        visit(Col::memo, s.memo);
        visit(Col::createdAt, s.createdAt);
    }
    bool operator==(const NoteEvent&) const = default;
};

} // namespace dure
