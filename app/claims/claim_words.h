#pragma once
#include "app/widgets/status_glyph.h"
#include "core/domain/claim.h"

#include <QString>

namespace dure::app {

QString claimKindText(ClaimKind kind); ///< "불량"
QString claimDecisionText(ClaimDecision decision); ///< "접수", "교환"
Status claimStatus(ClaimDecision decision);
QString deliveryKindText(DeliveryKind kind); ///< "반품"; empty for a plain delivery

} // namespace dure::app
