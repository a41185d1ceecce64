#include "app/orders/order_detail_pane.h"

#include "app/orders/order_list_model.h"
#include "app/widgets/date_text.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/line_sheet.h"
#include "app/widgets/number_text.h"
#include "app/widgets/terms_text.h"
#include "app/widgets/theme.h"

#include <QBoxLayout>
#include <QMenu>

namespace dure::app {
namespace {

QString productText(const std::string& name, const std::string& spec)
{
    return spec.empty() ? toQString(name) : toQString(name) + u' ' + toQString(spec);
}

} // namespace

OrderDetailPane::OrderDetailPane(CompanyData& data, QWidget* parent)
    : DetailPane(parent)
    , m_data(data)
    , m_lines(new LineSheet({{tr("Product"), Qt::AlignLeft, true}, {tr("Ordered"), Qt::AlignRight, false, 56},
          {tr("Delivered"), Qt::AlignRight, false, 56}, {tr("Remaining"), Qt::AlignRight, false, 56}}))
    , m_deliveries(new LineSheet({{{}, Qt::AlignLeft, false, 36}, {{}, Qt::AlignLeft, false, 60},
          {{}, Qt::AlignLeft, true}, {{}, Qt::AlignRight}}))
    , m_memo(nullptr)
    , m_balance(nullptr)
    , m_files(nullptr)
    , m_deliver(new KeyButton(ButtonKind::Primary, tr("Deliver")))
    , m_more(new KeyButton(ButtonKind::Quiet, tr("More")))
{
    makeHead();
    body()->addWidget(m_lines);
    m_sums = addSums();
    m_deliveriesHeading = addHeading({});
    body()->addWidget(m_deliveries);
    m_deliveries->setOpens(true);
    m_deliveries->setAccessibleName(tr("Deliveries of this order"));
    m_notesHeading = addHeading(tr("Good to know"));
    m_memo = addRemark(Icon::MessageSquareText);
    m_balance = addRemark(Icon::Wallet);
    m_files = addRemark(Icon::Paperclip);
    addGap();
    m_deliver->setKey(keyFor(KeyAction::Primary));
    setPrimary(m_deliver);
    auto* open = new KeyButton(ButtonKind::Plain, tr("Open"));
    open->setKeyHint(QStringLiteral("Enter"));
    addFootButton(open);
    connect(m_deliver, &QAbstractButton::clicked, this, [this] {
        if (m_nextIsReopen)
            Q_EMIT reopen();
        else
            Q_EMIT deliver();
    });
    connect(open, &QAbstractButton::clicked, this, &OrderDetailPane::openEditor);
    connect(m_deliveries, &LineSheet::opened, this, [this](int row) { Q_EMIT showDelivery(m_deliveryIds.value(row)); });
}

void OrderDetailPane::makeHead()
{
    m_origin = new Label(LabelRole::Hint);
    m_glyph = new StatusGlyph(Status::None, TextStyle::Hint);
    m_status = new Label(LabelRole::Body);
    m_customer = new Label(LabelRole::Section);
    m_due = new Label(LabelRole::Body);
    m_site = new Label(LabelRole::Body);
    m_due->setTextFormat(Qt::RichText);
    m_more->setOpensList(true);
    auto* first = new QHBoxLayout;
    first->addWidget(m_origin, 1);
    first->addWidget(m_glyph);
    first->addWidget(m_status);
    auto* second = new QHBoxLayout;
    second->addWidget(m_customer, 1);
    second->addWidget(m_more);
    auto* third = new QHBoxLayout;
    third->addWidget(m_due);
    third->addWidget(m_site, 1);
    head()->addLayout(first);
    head()->addLayout(second);
    head()->addLayout(third);
    Theme::follow(this, [=](const Tokens& t) {
        first->setSpacing(t.px(Px::Space4));
        third->setSpacing(t.px(Px::Space16));
    });
}

void OrderDetailPane::setMoreMenu(QMenu* menu)
{
    connect(m_more, &QAbstractButton::clicked, menu,
        [=, this] { menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
}

void OrderDetailPane::show(const storage::OrderDetail& detail, qint64 nextPart)
{
    showHead(detail);
    showLines(detail);
    showDeliveries(detail);
    showNext(detail, nextPart);
    m_sums.supply->setText(numberText(detail.supply));
    m_sums.taxLabel->setText(taxTermsText(detail.order.tax));
    m_sums.tax->setText(numberText(detail.tax));
    m_sums.total->setText(wonText(detail.supply + detail.tax));
    const QString memo = toQString(detail.order.memo);
    m_memo->setWrappedText(memo);
    m_memo->parentWidget()->setVisible(!memo.isEmpty());
    const bool owes = detail.customerBalance.amount > 0;
    QString balance = tr("Owes %1").arg(wonText(detail.customerBalance));
    if (detail.customerCreditLimit.amount > 0)
        balance += QStringLiteral(" · ") + tr("limit %1").arg(wonText(detail.customerCreditLimit));
    m_balance->setWrappedText(balance);
    m_balance->parentWidget()->setVisible(owes);
    m_files->setText(tr("%n file(s)", nullptr, int(detail.files)));
    m_files->parentWidget()->setVisible(detail.files > 0);
    m_notesHeading.row->setVisible(owes || !memo.isEmpty() || detail.files > 0);
}

void OrderDetailPane::showHead(const storage::OrderDetail& detail)
{
    const Date today = m_data.today();
    const SalesOrder& order = detail.order;
    QStringList origin{toQString(order.number), tr("taken %1").arg(dateText(order.orderedOn, today))};
    if (!order.staff.empty())
        origin += toQString(order.staff);
    m_origin->setWrappedText(origin.join(QStringLiteral(" · "))); // large text needs two lines
    const Status status = statusOf(detail.progress.status, detail.progress.late);
    m_glyph->setStatus(status);
    m_status->setText(statusWord(status));
    m_customer->setText(toQString(detail.customerName));
    const QString near = nearnessText(order.dueOn, today);
    const bool settled = status == Status::Done || status == Status::Cancelled;
    const QString due
        = dateText(order.dueOn, today) + (near.isEmpty() || settled ? QString() : QStringLiteral(" · ") + near);
    m_due->setText(tr("Due %1").arg(QStringLiteral("<b>%1</b>").arg(due.toHtmlEscaped())));
    m_site->setWrappedText(detail.siteName.empty() ? QString() : tr("to %1").arg(toQString(detail.siteName)));
}

void OrderDetailPane::showLines(const storage::OrderDetail& detail)
{
    QList<QList<SheetCell>> rows;
    for (const storage::OrderLineDetail& line : detail.lines) {
        const bool done = isLineDone(line.progress(), detail.tolerance);
        SheetCell left{numberText(line.remaining()), CellInk::Normal, true};
        if (done)
            left = {tr("done"), CellInk::Muted, false, Status::Done};
        rows += {{productText(line.line.productName, line.line.spec)}, {numberText(line.line.quantity)},
            {numberOrDash(line.delivered), CellInk::Muted}, left};
    }
    m_lines->setTitle(0, tr("Products: %1").arg(rows.size()));
    m_lines->setRows(rows);
}

void OrderDetailPane::showDeliveries(const storage::OrderDetail& detail)
{
    QList<QList<SheetCell>> rows;
    m_deliveryIds.clear();
    int standing = 0; // not taken back
    for (const storage::OrderDeliveryRow& delivery : detail.deliveries) {
        QString what = toQString(delivery.firstProduct);
        if (delivery.lineCount > 1)
            what += u' ' + tr("+%1", "more lines").arg(delivery.lineCount - 1);
        const bool undone = delivery.isReversal || delivery.isReversed;
        standing += undone ? 0 : 1;
        const QString name = delivery.isReversal ? tr("reversal") : tr("no. %1", "part of an order").arg(delivery.part);
        const CellInk ink = undone ? CellInk::Faint : CellInk::Muted;
        rows += {{name, ink}, {dateText(delivery.deliveredOn, m_data.today()), undone ? ink : CellInk::Normal},
            {what + u' ' + numberText(delivery.quantity), undone ? ink : CellInk::Normal},
            {numberText(delivery.supply), undone ? ink : CellInk::Normal}};
        m_deliveryIds += delivery.id;
    }
    m_deliveriesHeading.title->setText(tr("Deliveries: %1").arg(standing));
    m_deliveriesHeading.right->setText(tr("Sum (VAT excluded) %1").arg(wonText(detail.deliveredSupply)));
    m_deliveriesHeading.row->setVisible(!rows.isEmpty());
    m_deliveries->setVisible(!rows.isEmpty());
    m_deliveries->setRows(rows);
}

void OrderDetailPane::showNext(const storage::OrderDetail& detail, qint64 nextPart)
{
    const OrderState state = detail.order.state;
    m_nextIsReopen = state != OrderState::Open;
    const bool done = !m_nextIsReopen && detail.progress.status == OrderStatus::Delivered;
    m_deliver->setText(m_nextIsReopen ? tr("Reopen") : tr("Deliver"));
    m_deliver->setVisible(!done && m_data.mayWrite(m_nextIsReopen ? TableId::SalesOrder : TableId::Delivery));
    if (m_nextIsReopen) {
        setNext(state == OrderState::OnHold ? tr("Next: take it off hold") : tr("Cancelled"), {});
        return;
    }
    if (done) {
        setNext(tr("Everything is delivered"), {});
        return;
    }
    QStringList remaining;
    for (const storage::OrderLineDetail& line : detail.lines) {
        if (!isLineDone(line.progress(), detail.tolerance))
            remaining += toQString(line.line.productName) + u' ' + numberText(line.remaining());
    }
    const auto more = remaining.size() - 2;
    QString what = remaining.mid(0, 2).join(QStringLiteral(", "));
    if (more > 0)
        what += u' ' + tr("+%1", "more lines").arg(more);
    setNext(tr("Next: delivery no. %1").arg(nextPart), what);
}

} // namespace dure::app

#include "moc_order_detail_pane.cpp"
