#include "app/claims/claim_words.h"

#include <QCoreApplication>

namespace dure::app {
namespace {

class Claims
{
    Q_DECLARE_TR_FUNCTIONS(Claims)
};

} // namespace

QString claimKindText(ClaimKind kind)
{
    switch (kind) {
    case ClaimKind::Defect:
        return Claims::tr("Defect");
    case ClaimKind::Shortage:
        return Claims::tr("Too few");
    case ClaimKind::Damage:
        return Claims::tr("Damaged");
    case ClaimKind::WrongItem:
        return Claims::tr("Wrong goods");
    case ClaimKind::Other:
        return Claims::tr("Other");
    }
    return {};
}

QString claimDecisionText(ClaimDecision decision)
{
    switch (decision) {
    case ClaimDecision::Open:
        return Claims::tr("Open", "a claim");
    case ClaimDecision::Replace:
        return Claims::tr("Replaced");
    case ClaimDecision::Credit:
        return Claims::tr("Credited");
    case ClaimDecision::Return:
        return Claims::tr("Taken back", "the goods");
    case ClaimDecision::Refused:
        return Claims::tr("Not accepted");
    }
    return {};
}

Status claimStatus(ClaimDecision decision)
{
    switch (decision) {
    case ClaimDecision::Open:
        return Status::Attention;
    case ClaimDecision::Refused:
        return Status::Cancelled;
    default:
        return Status::Done;
    }
}

QString deliveryKindText(DeliveryKind kind)
{
    switch (kind) {
    case DeliveryKind::Sale:
        return {};
    case DeliveryKind::Sample:
        return Claims::tr("Sample");
    case DeliveryKind::Repair:
        return Claims::tr("Repair");
    case DeliveryKind::Replacement:
        return Claims::tr("Replacement");
    case DeliveryKind::Return:
        return Claims::tr("Return", "of goods");
    case DeliveryKind::Credit:
        return Claims::tr("Credit", "an amount taken off");
    }
    return {};
}

} // namespace dure::app
