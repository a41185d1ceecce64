#pragma once
#include "app/widgets/status_glyph.h"
#include "core/storage/note_store.h"
#include "core/storage/payment_store.h"

#include <QList>

namespace dure::app {

/// "계좌이체", "어음" …
QString paymentKindText(PaymentKind kind);
/// In the order in which they are offered.
QList<PaymentKind> paymentKinds();
/// "보유", "부도" …
QString noteStateText(storage::NoteState state);
Status noteStatus(storage::NoteState state);
/// What a payment is beside money: "취소됨", "부도"; empty for one that stands.
QString standingText(storage::PaymentStanding standing, ReversalKind kind);

} // namespace dure::app
