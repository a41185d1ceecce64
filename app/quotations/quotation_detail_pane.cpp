#include "app/quotations/quotation_detail_pane.h"

#include "app/widgets/date_text.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/line_sheet.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/terms_text.h"

#include <QBoxLayout>
#include <QMenu>

namespace dure::app {

QuotationDetailPane::QuotationDetailPane(CompanyData& data, QWidget* parent)
    : DetailPane(parent)
    , m_data(data)
    , m_more(new KeyButton(ButtonKind::Quiet, tr("More")))
    , m_made(new KeyButton(ButtonKind::Link, {}))
    , m_order(new KeyButton(ButtonKind::Primary, tr("Make an order")))
    , m_note(new MessageStrip(MessageStrip::Shape::Box))
    , m_lines(new LineSheet({{tr("Product"), Qt::AlignLeft, true}, {tr("Quantity"), Qt::AlignRight, false, 56},
          {tr("Price"), Qt::AlignRight, false, 40}, {tr("Supply amount"), Qt::AlignRight, false, 64}}))
{
    makeHead();
    body()->addWidget(m_note);
    body()->addWidget(m_lines);
    m_sums = addSums();
    m_factsHeading = addHeading(tr("Terms")).row;
    m_subject = addFact(tr("Subject"));
    m_delivery = addFact(tr("Delivery"));
    m_payment = addFact(tr("Payment"));
    m_staff = addFact(tr("In charge"));
    m_memo = addFact(tr("Memo"));
    addGap();
    m_order->setKey(keyFor(KeyAction::Primary));
    setPrimary(m_order);
    connect(m_order, &QAbstractButton::clicked, this, &QuotationDetailPane::makeOrder);
    connect(m_made, &QAbstractButton::clicked, this, [this] { Q_EMIT showOrder(m_madeOrder); });
}

void QuotationDetailPane::makeHead()
{
    m_number = new Label(LabelRole::Hint);
    m_customer = new Label(LabelRole::Section);
    m_when = new Label(LabelRole::Body);
    m_more->setOpensList(true);
    auto* first = new QHBoxLayout;
    first->addWidget(m_number, 1);
    first->addWidget(m_made);
    auto* second = new QHBoxLayout;
    second->addWidget(m_customer, 1);
    second->addWidget(m_more);
    head()->addLayout(first);
    head()->addLayout(second);
    head()->addWidget(m_when);
}

void QuotationDetailPane::setMoreMenu(QMenu* menu)
{
    connect(m_more, &QAbstractButton::clicked, menu,
        [=, this] { menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
}

void QuotationDetailPane::show(const storage::QuotationDetail& detail)
{
    const Date today = m_data.today();
    const Quotation& quotation = detail.quotation;
    m_number->setText(toQString(quotation.number));
    m_customer->setText(toQString(detail.customerName));
    m_made->setVisible(!detail.orders.empty());
    if (!detail.orders.empty()) {
        m_madeOrder = detail.orders.back().id;
        m_made->setText(tr("Order %1").arg(toQString(detail.orders.back().number)));
    }
    const QString quoted = tr("Quoted %1").arg(dateText(quotation.quotedOn, today));
    m_when->setText(quotation.validUntil.isNull()
            ? quoted
            : quoted + QStringLiteral(" · ") + tr("valid until %1").arg(dateText(quotation.validUntil, today)));
    m_note->clear();
    const bool isOpen = quotation.state == QuotationState::Open;
    const bool hasRunOut = isOpen && !quotation.validUntil.isNull() && quotation.validUntil < today;
    if (hasRunOut)
        m_note->show(Tone::Amber, tr("It has run out."), tr("Ask the customer, or put a new date."));
    else if (quotation.state == QuotationState::Lost)
        m_note->show(Tone::Info, tr("The customer did not order it."));
    QList<QList<SheetCell>> rows;
    for (const QuotationLine& line : detail.lines) {
        QString product = toQString(line.productName);
        if (!line.spec.empty())
            product += u' ' + toQString(line.spec);
        rows += {{product}, {numberText(line.quantity)}, {numberText(line.unitPrice), CellInk::Muted},
            {numberText(line.supply)}};
    }
    m_lines->setTitle(0, tr("Products: %1").arg(rows.size()));
    m_lines->setRows(rows);
    m_sums.supply->setText(numberText(detail.supply));
    m_sums.taxLabel->setText(taxTermsText(quotation.tax));
    m_sums.tax->setText(numberText(detail.tax));
    m_sums.total->setText(wonText(detail.supply + detail.tax));
    setFact(m_subject, toQString(quotation.subject));
    setFact(m_delivery, toQString(quotation.deliveryTerms));
    setFact(m_payment, toQString(quotation.paymentTerms));
    setFact(m_staff, toQString(quotation.staff));
    setFact(m_memo, toQString(quotation.memo));
    bool any = false;
    for (const Label* fact : {m_subject, m_delivery, m_payment, m_staff, m_memo})
        any = any || !fact->text().isEmpty();
    m_factsHeading->setVisible(any);
    setNext(isOpen ? tr("Next: the customer orders") : tr("Next: order it again"),
        tr("The lines and prices are taken over."));
}

} // namespace dure::app

#include "moc_quotation_detail_pane.cpp"
