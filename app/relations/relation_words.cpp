#include "app/relations/relation_words.h"

#include "app/orders/order_list_model.h"
#include "app/widgets/date_text.h"
#include "app/widgets/number_text.h"

#include <QCoreApplication>
#include <QStringList>

namespace dure::app {
namespace {

using storage::RelationEntry;
using storage::RelationKind;

class Relations
{
    Q_DECLARE_TR_FUNCTIONS(Relations)
};

const QString dot = QStringLiteral(" · ");

QString joined(const QStringList& parts)
{
    QStringList shown;
    for (const QString& part : parts)
        if (!part.isEmpty())
            shown += part;
    return shown.join(dot);
}

QString deliveryKindText(const RelationEntry& entry)
{
    if (entry.isReversal)
        return Relations::tr("Delivery taken back");
    switch (entry.deliveryKind) {
    case DeliveryKind::Sample:
        return Relations::tr("Sample");
    case DeliveryKind::Repair:
        return Relations::tr("Repair");
    case DeliveryKind::Replacement:
        return Relations::tr("Replacement");
    case DeliveryKind::Return:
        return Relations::tr("Goods back");
    case DeliveryKind::Credit:
        return Relations::tr("Credit");
    case DeliveryKind::Sale:
        break;
    }
    return Relations::tr("Delivery");
}

QString paymentKindText(PaymentKind kind)
{
    switch (kind) {
    case PaymentKind::Cash:
        return Relations::tr("cash");
    case PaymentKind::Cheque:
        return Relations::tr("cheque");
    case PaymentKind::Note:
        return Relations::tr("note");
    case PaymentKind::Card:
        return Relations::tr("card");
    case PaymentKind::Offset:
        return Relations::tr("offset");
    case PaymentKind::Discount:
        return Relations::tr("discount");
    case PaymentKind::Transfer:
        break;
    }
    return Relations::tr("transfer");
}

QString claimText(const RelationEntry& entry)
{
    switch (entry.claimKind) {
    case ClaimKind::Defect:
        return Relations::tr("defect");
    case ClaimKind::Shortage:
        return Relations::tr("too few");
    case ClaimKind::Damage:
        return Relations::tr("damaged");
    case ClaimKind::WrongItem:
        return Relations::tr("wrong goods");
    case ClaimKind::Other:
        break;
    }
    return {};
}

QString productText(const RelationEntry& entry)
{
    const QString product = toQString(entry.text);
    return entry.moreLines > 0 ? product + u' ' + Relations::tr("+%1", "more lines").arg(entry.moreLines) : product;
}

} // namespace

QString activityKindText(ActivityKind kind)
{
    switch (kind) {
    case ActivityKind::Call:
        return Relations::tr("Call");
    case ActivityKind::Visit:
        return Relations::tr("Visit");
    case ActivityKind::Email:
        return Relations::tr("Mail");
    case ActivityKind::Promise:
        return Relations::tr("Promise");
    case ActivityKind::Note:
        break;
    }
    return Relations::tr("Note");
}

QString relationKindText(const RelationEntry& entry)
{
    switch (entry.kind) {
    case RelationKind::Activity:
        return activityKindText(entry.activity.kind);
    case RelationKind::Claim:
        return Relations::tr("Claim");
    case RelationKind::Order:
        return Relations::tr("Order");
    case RelationKind::Delivery:
        return deliveryKindText(entry);
    case RelationKind::Payment:
        return entry.isReversal ? Relations::tr("Payment taken back") : Relations::tr("Payment");
    }
    return {};
}

QString relationText(const RelationEntry& entry)
{
    switch (entry.kind) {
    case RelationKind::Activity:
        return joined({toQString(entry.text), toQString(entry.activity.contact)});
    case RelationKind::Claim:
        return joined({toQString(entry.number), claimText(entry), toQString(entry.text)});
    case RelationKind::Payment:
        return joined({toQString(entry.number), paymentKindText(entry.paymentKind), toQString(entry.text)});
    case RelationKind::Order:
    case RelationKind::Delivery:
        return joined({toQString(entry.number), productText(entry)});
    }
    return {};
}

Status relationStatus(const RelationEntry& entry, Date today)
{
    switch (entry.kind) {
    case RelationKind::Activity:
        if (entry.activity.nextOn.isNull())
            return Status::None;
        if (!entry.activity.doneOn.isNull())
            return Status::Done;
        return entry.activity.nextOn < today ? Status::Late : Status::Received;
    case RelationKind::Claim:
        return entry.decision == ClaimDecision::Open ? Status::Attention : Status::Done;
    case RelationKind::Order:
        return statusOf(entry.orderStatus, entry.isLate);
    case RelationKind::Delivery:
    case RelationKind::Payment:
        break;
    }
    return Status::None;
}

QString nextText(const Activity& activity, Date today)
{
    if (activity.nextOn.isNull())
        return {};
    const QString near = activity.doneOn.isNull() ? nearnessText(activity.nextOn, today) : QString();
    const QString what = activity.kind == ActivityKind::Promise && activity.nextAction.empty()
        ? Relations::tr("money promised")
        : toQString(activity.nextAction);
    return joined({what, dateText(activity.nextOn, today) + (near.isEmpty() ? near : u' ' + near)});
}

} // namespace dure::app
