#include "app/receivables/payment_words.h"

#include <QCoreApplication>

namespace dure::app {
namespace {

class Payments
{
    Q_DECLARE_TR_FUNCTIONS(Payments)
};

} // namespace

QString paymentKindText(PaymentKind kind)
{
    switch (kind) {
    case PaymentKind::Transfer:
        return Payments::tr("Transfer");
    case PaymentKind::Cash:
        return Payments::tr("Cash");
    case PaymentKind::Cheque:
        return Payments::tr("Cheque");
    case PaymentKind::Note:
        return Payments::tr("Promissory note");
    case PaymentKind::Card:
        return Payments::tr("Card");
    case PaymentKind::Offset:
        return Payments::tr("Offset");
    case PaymentKind::Discount:
        return Payments::tr("Discount");
    }
    return {};
}

QList<PaymentKind> paymentKinds()
{
    return {PaymentKind::Transfer, PaymentKind::Cash, PaymentKind::Cheque, PaymentKind::Note, PaymentKind::Card,
        PaymentKind::Offset, PaymentKind::Discount};
}

QString noteStateText(storage::NoteState state)
{
    using storage::NoteState;
    switch (state) {
    case NoteState::Held:
        return Payments::tr("Held");
    case NoteState::Discounted:
        return Payments::tr("Discounted");
    case NoteState::Endorsed:
        return Payments::tr("Endorsed");
    case NoteState::Collected:
        return Payments::tr("Collected");
    case NoteState::Matured:
        return Payments::tr("Matured");
    case NoteState::Dishonoured:
        return Payments::tr("Dishonoured");
    case NoteState::TakenBack:
        return Payments::tr("Taken back");
    }
    return {};
}

Status noteStatus(storage::NoteState state)
{
    using storage::NoteState;
    switch (state) {
    case NoteState::Held:
        return Status::Received;
    case NoteState::Discounted:
    case NoteState::Endorsed:
        return Status::Partial;
    case NoteState::Collected:
        return Status::Done;
    case NoteState::Matured:
        return Status::Attention;
    case NoteState::Dishonoured:
        return Status::Late;
    case NoteState::TakenBack:
        break;
    }
    return Status::Cancelled;
}

QString standingText(storage::PaymentStanding standing, ReversalKind kind)
{
    using storage::PaymentStanding;
    switch (standing) {
    case PaymentStanding::Stands:
        break;
    case PaymentStanding::TakenBack:
        return Payments::tr("Taken back");
    case PaymentStanding::Dishonoured:
        return Payments::tr("Dishonoured");
    case PaymentStanding::TakesBack:
        return kind == ReversalKind::Dishonour ? Payments::tr("Dishonour") : Payments::tr("Reversal");
    }
    return {};
}

} // namespace dure::app
