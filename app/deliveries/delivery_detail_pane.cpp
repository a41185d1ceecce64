#include "app/deliveries/delivery_detail_pane.h"

#include "app/widgets/date_text.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/line_sheet.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/terms_text.h"
#include "app/widgets/theme.h"

#include <QBoxLayout>
#include <QMenu>

namespace dure::app {

DeliveryDetailPane::DeliveryDetailPane(CompanyData& data, QWidget* parent)
    : DetailPane(parent)
    , m_data(data)
    , m_more(new KeyButton(ButtonKind::Quiet, tr("More")))
    , m_order(new KeyButton(ButtonKind::Link, {}))
    , m_note(new MessageStrip(MessageStrip::Shape::Box))
    , m_lines(new LineSheet({{tr("Product"), Qt::AlignLeft, true}, {tr("Quantity"), Qt::AlignRight, false, 56},
          {tr("Price"), Qt::AlignRight, false, 40}, {tr("Supply amount"), Qt::AlignRight, false, 64}}))
{
    makeHead();
    body()->addWidget(m_note);
    body()->addWidget(m_lines);
    m_sums = addSums();
    m_factsHeading = addHeading(tr("Good to know")).row;
    m_site = addFact(tr("Delivered to"));
    m_vehicle = addFact(tr("Vehicle"));
    m_receiver = addFact(tr("Received by"));
    m_lot = addFact(tr("Lot"));
    m_memo = addFact(tr("Memo"));
    addGap();
    auto* printing = new KeyButton(ButtonKind::Primary, tr("Print the statement"));
    printing->setKey(keyFor(KeyAction::Print));
    setPrimary(printing);
    setNext({}, {});
    connect(printing, &QAbstractButton::clicked, this, &DeliveryDetailPane::print);
    connect(m_order, &QAbstractButton::clicked, this, &DeliveryDetailPane::showOrder);
}

void DeliveryDetailPane::makeHead()
{
    m_origin = new Label(LabelRole::Hint);
    m_customer = new Label(LabelRole::Section);
    m_when = new Label(LabelRole::Body);
    m_more->setOpensList(true);
    auto* first = new QHBoxLayout;
    first->addWidget(m_origin, 1);
    first->addWidget(m_order);
    auto* second = new QHBoxLayout;
    second->addWidget(m_customer, 1);
    second->addWidget(m_more);
    head()->addLayout(first);
    head()->addLayout(second);
    head()->addWidget(m_when);
}

void DeliveryDetailPane::setMoreMenu(QMenu* menu)
{
    connect(m_more, &QAbstractButton::clicked, menu,
        [=, this] { menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
}

void DeliveryDetailPane::show(const storage::DeliveryDetail& detail)
{
    const Date today = m_data.today();
    QString origin = toQString(detail.delivery.number);
    if (detail.part > 0)
        origin += QStringLiteral(" · ") + tr("no. %1", "part of an order").arg(detail.part);
    m_origin->setWrappedText(origin);
    m_order->setText(tr("Order %1").arg(toQString(detail.orderNumber)));
    m_order->setVisible(!detail.orderNumber.empty());
    m_customer->setText(toQString(detail.customer.name));
    m_when->setText(tr("Delivered %1").arg(dateText(detail.delivery.deliveredOn, today)));
    m_note->clear();
    if (!detail.delivery.reversesId.isNil())
        m_note->show(Tone::Info, tr("This takes another delivery back."));
    else if (detail.isReversed)
        m_note->show(Tone::Amber, tr("This delivery was taken back."));

    QList<QList<SheetCell>> rows;
    for (const DeliveryLine& line : detail.lines) {
        QString product = toQString(line.productName);
        if (!line.spec.empty())
            product += u' ' + toQString(line.spec);
        rows += {{product}, {numberText(line.quantity)}, {numberText(line.unitPrice), CellInk::Muted},
            {numberText(line.supply)}};
    }
    m_lines->setTitle(0, tr("Products: %1").arg(rows.size()));
    m_lines->setRows(rows);
    m_sums.supply->setText(numberText(detail.supply));
    m_sums.taxLabel->setText(taxTermsText(detail.delivery.tax));
    m_sums.tax->setText(numberText(detail.tax));
    m_sums.total->setText(wonText(detail.supply + detail.tax));
    showFacts(detail);
}

void DeliveryDetailPane::showFacts(const storage::DeliveryDetail& detail)
{
    const Delivery& delivery = detail.delivery;
    const auto joined = [](std::initializer_list<std::string> parts) {
        QStringList shown;
        for (const std::string& part : parts) {
            if (!part.empty())
                shown += toQString(part);
        }
        return shown.join(QStringLiteral(", "));
    };
    setFact(
        m_site, detail.site ? joined({detail.site->name, detail.site->address}) : toQString(detail.customer.address));
    setFact(m_vehicle, joined({delivery.vehicle, delivery.driver}));
    setFact(m_receiver, toQString(delivery.receiver));
    QStringList lots;
    for (const DeliveryLine& line : detail.lines) {
        if (!line.lot.empty() && !lots.contains(toQString(line.lot)))
            lots += toQString(line.lot);
    }
    setFact(m_lot, lots.join(QStringLiteral(", ")));
    setFact(m_memo, toQString(delivery.memo));
    bool any = false;
    for (const Label* fact : {m_site, m_vehicle, m_receiver, m_lot, m_memo})
        any = any || !fact->text().isEmpty();
    m_factsHeading->setVisible(any);
}

} // namespace dure::app

#include "moc_delivery_detail_pane.cpp"
