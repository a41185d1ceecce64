#pragma once
#include "core/domain/entities.h"

namespace dure {

/// One thing between a customer and us: a call, a visit, a promise of money; with what is to be done next, and when.
struct Activity : Entity
{
    static constexpr TableId table = TableId::Activity;
    using Col = col::Activity;
    Uuid customerId;
    Date on;
    ActivityKind kind = ActivityKind::Note;
    std::string contact; ///< with whom
    std::string text;
    Won amount; ///< of a promise
    std::string nextAction;
    Date nextOn; ///< of the next action or the promise
    Date doneOn; ///< null: the next action is still to be done
    std::string staff;
    Uuid orderId;
    std::int64_t createdAt = 0;

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::customerId, s.customerId);
        visit(Col::on, s.on);
        visit(Col::kind, s.kind);
        visit(Col::contact, s.contact);
        visit(Col::text, s.text);
        visit(Col::amount, s.amount);
        visit(Col::nextAction, s.nextAction);
        visit(Col::nextOn, s.nextOn);
        visit(Col::doneOn, s.doneOn);
        visit(Col::staff, s.staff);
        visit(Col::orderId, s.orderId);
        visit(Col::createdAt, s.createdAt);
    }
    bool operator==(const Activity&) const = default;
};

} // namespace dure
