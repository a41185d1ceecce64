#include "app/claims/claim_detail_pane.h"

#include "app/claims/claim_words.h"
#include "app/widgets/date_text.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/line_sheet.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"

#include <QBoxLayout>
#include <QMenu>

namespace dure::app {

ClaimDetailPane::ClaimDetailPane(CompanyData& data, QWidget* parent)
    : DetailPane(parent)
    , m_data(data)
    , m_more(new KeyButton(ButtonKind::Quiet, tr("More")))
    , m_delivery(new KeyButton(ButtonKind::Link, {}))
    , m_settle(new KeyButton(ButtonKind::Primary, tr("Settle")))
    , m_note(new MessageStrip(MessageStrip::Shape::Box))
    , m_answers(new LineSheet({{tr("What was done"), Qt::AlignLeft, true}, {tr("On"), Qt::AlignLeft, false, 64},
          {tr("Quantity"), Qt::AlignRight, false, 56}, {tr("Amount"), Qt::AlignRight, false, 64}}))
{
    makeHead();
    body()->addWidget(m_note);
    m_product = addFact(tr("Product"));
    m_quantity = addFact(tr("Quantity"));
    m_lot = addFact(tr("Lot"));
    m_produced = addFact(tr("Made on"));
    m_reason = addFact(tr("Reason"));
    m_staff = addFact(tr("In charge"));
    m_memo = addFact(tr("Memo"));
    body()->addWidget(m_answers);
    addGap();
    m_settle->setKey(keyFor(KeyAction::Primary));
    setPrimary(m_settle);
    setNext(tr("Next: decide"), tr("Goods back, goods for them, or an amount off."));
    connect(m_settle, &QAbstractButton::clicked, this, &ClaimDetailPane::settle);
    connect(m_delivery, &QAbstractButton::clicked, this, [this] { Q_EMIT showDelivery(m_deliveryId); });
}

void ClaimDetailPane::makeHead()
{
    m_number = new Label(LabelRole::Hint);
    m_customer = new Label(LabelRole::Section);
    m_when = new Label(LabelRole::Body);
    m_more->setOpensList(true);
    auto* first = new QHBoxLayout;
    first->addWidget(m_number, 1);
    first->addWidget(m_delivery);
    auto* second = new QHBoxLayout;
    second->addWidget(m_customer, 1);
    second->addWidget(m_more);
    head()->addLayout(first);
    head()->addLayout(second);
    head()->addWidget(m_when);
}

void ClaimDetailPane::setMoreMenu(QMenu* menu)
{
    connect(m_more, &QAbstractButton::clicked, menu,
        [=, this] { menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
}

void ClaimDetailPane::show(const storage::ClaimDetail& detail)
{
    const Date today = m_data.today();
    const Claim& claim = detail.claim;
    m_number->setText(toQString(claim.number));
    m_customer->setText(toQString(detail.customerName));
    m_when->setText(
        claimKindText(claim.kind) + QStringLiteral(" · ") + tr("claimed %1").arg(dateText(claim.claimedOn, today)));
    m_delivery->setVisible(detail.delivered.has_value());
    if (detail.delivered) {
        m_deliveryId = detail.delivered->line.deliveryId;
        m_delivery->setText(tr("Delivery %1").arg(toQString(detail.delivered->deliveryNumber)));
    }
    m_note->clear();
    const bool isOpen = claim.decision == ClaimDecision::Open;
    if (!isOpen)
        m_note->show(
            Tone::Info, tr("%1 on %2.").arg(claimDecisionText(claim.decision), dateText(claim.closedOn, today)));
    setFact(m_product, toQString(claim.productName));
    setFact(m_quantity, claim.quantity.isZero() ? QString() : numberText(claim.quantity));
    setFact(m_lot, toQString(claim.lot));
    setFact(m_produced, claim.producedOn.isNull() ? QString() : dateText(claim.producedOn, today));
    setFact(m_reason, toQString(claim.reason));
    setFact(m_staff, toQString(claim.staff));
    setFact(m_memo, toQString(claim.memo));
    QList<QList<SheetCell>> rows;
    for (const auto& answer : detail.answers)
        rows += {{deliveryKindText(answer.kind)}, {dateText(answer.on, today), CellInk::Muted},
            {numberText(answer.quantity)}, {numberText(answer.total)}};
    m_answers->setVisible(!rows.isEmpty());
    m_answers->setRows(rows);
    setFootVisible(isOpen);
}

} // namespace dure::app

#include "moc_claim_detail_pane.cpp"
