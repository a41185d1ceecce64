#pragma once
#include "core/domain/entities.h"

namespace dure {

/// 클레임: what a customer complains of, tied to what was delivered. What is done about it are deliveries that name it
/// (Delivery::claimId): goods back, goods for them, or an amount taken off.
struct Claim : Entity
{
    static constexpr TableId table = TableId::Claim;
    using Col = col::Claim;
    std::string number; ///< never changes once given
    Uuid customerId;
    Date claimedOn;
    ClaimKind kind = ClaimKind::Defect;
    Uuid deliveryId, deliveryLineId; ///< nil: not known which
    Uuid productId;
    std::string productName;
    Quantity quantity; ///< complained of; 0: not counted
    std::string lot;
    Date producedOn;
    std::string reason;
    ClaimDecision decision = ClaimDecision::Open;
    Date closedOn; ///< null: still open
    std::string staff, memo;
    std::int64_t createdAt = 0;

    template <class Self, class Visit> static void columns(Self& s, Visit&& visit)
    {
        visit(Col::number, s.number);
        visit(Col::customerId, s.customerId);
        visit(Col::claimedOn, s.claimedOn);
        visit(Col::kind, s.kind);
        visit(Col::deliveryId, s.deliveryId);
        visit(Col::deliveryLineId, s.deliveryLineId);
        visit(Col::productId, s.productId);
        visit(Col::productName, s.productName);
        visit(Col::quantity, s.quantity);
        visit(Col::lot, s.lot);
        visit(Col::producedOn, s.producedOn);
        visit(Col::reason, s.reason);
        visit(Col::decision, s.decision);
        visit(Col::closedOn, s.closedOn);
        visit(Col::staff, s.staff);
        visit(Col::memo, s.memo);
        visit(Col::createdAt, s.createdAt);
    }
    bool operator==(const Claim&) const = default;
};

} // namespace dure
