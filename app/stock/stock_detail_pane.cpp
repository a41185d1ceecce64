#include "app/stock/stock_detail_pane.h"

#include "app/stock/stock_words.h"
#include "app/widgets/date_text.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/line_sheet.h"
#include "app/widgets/number_text.h"
#include "app/widgets/quantity_text.h"
#include "app/widgets/theme.h"

#include <QBoxLayout>
#include <QMenu>

namespace dure::app {

StockDetailPane::StockDetailPane(CompanyData& data, QWidget* parent)
    : DetailPane(parent)
    , m_data(data)
    , m_more(new KeyButton(ButtonKind::Quiet, tr("More")))
    , m_warning(new QWidget)
    , m_warningGlyph(new StatusGlyph(Status::Attention))
    , m_warningText(new Label(LabelRole::Body))
    , m_waiting(new LineSheet(
          {{tr("Customer"), Qt::AlignLeft, true}, {tr("Due"), Qt::AlignLeft}, {tr("Quantity"), Qt::AlignRight}}))
    , m_last(new LineSheet(
          {{tr("Day"), Qt::AlignLeft}, {tr("What"), Qt::AlignLeft, true}, {tr("Quantity"), Qt::AlignRight, false, 64}}))
{
    makeHead();
    const Heading stock = addHeading(tr("On hand"));
    m_onHand = stock.right;
    m_onHand->setRole(LabelRole::Section);
    m_packed = addFact(tr("In boxes"));
    m_reserved = addFact(tr("Promised to open orders"));
    m_available = addFact(tr("Available"));
    m_safety = addFact(tr("Safety stock"));
    auto* warning = new QHBoxLayout(m_warning);
    warning->setContentsMargins(0, 0, 0, 0);
    warning->addWidget(m_warningGlyph, 0, Qt::AlignTop);
    warning->addWidget(m_warningText, 1);
    body()->addWidget(m_warning);
    m_waitingHeading = addHeading(tr("Orders that wait for it"));
    body()->addWidget(m_waiting);
    m_waiting->setOpens(true);
    m_waiting->setAccessibleName(tr("Orders that wait for it"));
    m_lastHeading = addHeading(tr("What moved last"));
    body()->addWidget(m_last);
    m_last->setAccessibleName(tr("What moved last"));
    addGap();
    auto* receive = new KeyButton(ButtonKind::Primary, tr("Receive it"));
    receive->setKey(keyFor(KeyAction::Primary));
    setPrimary(receive);
    auto* ledger = new KeyButton(ButtonKind::Plain, tr("Stock ledger"));
    ledger->setKeyHint(QStringLiteral("Enter"));
    addFootButton(ledger);
    connect(receive, &QAbstractButton::clicked, this, &StockDetailPane::receive);
    connect(ledger, &QAbstractButton::clicked, this, &StockDetailPane::openLedger);
    connect(m_waiting, &LineSheet::opened, this, [this](int row) { Q_EMIT showOrder(m_orders.value(row)); });
    Theme::follow(m_warning, [=](const Tokens& t) { warning->setSpacing(t.px(Px::Space8)); });
}

void StockDetailPane::makeHead()
{
    m_code = new Label(LabelRole::Hint);
    m_name = new Label(LabelRole::Section);
    m_spec = new Label(LabelRole::Muted);
    m_more->setOpensList(true);
    auto* second = new QHBoxLayout;
    second->addWidget(m_name, 1);
    second->addWidget(m_more);
    head()->addWidget(m_code);
    head()->addLayout(second);
    head()->addWidget(m_spec);
}

void StockDetailPane::setMoreMenu(QMenu* menu)
{
    connect(m_more, &QAbstractButton::clicked, menu,
        [=, this] { menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
}

void StockDetailPane::show(const storage::StockDetail& detail)
{
    const storage::StockListRow& row = detail.row;
    m_code->setText(toQString(row.code));
    m_code->setVisible(!row.code.empty());
    m_name->setText(toQString(row.name));
    m_spec->setText(toQString(row.spec));
    m_spec->setVisible(!row.spec.empty());
    showFigures(row);
    showWaiting(detail);
    showLast(detail);
    showNext(row);
}

void StockDetailPane::showFigures(const storage::StockListRow& row)
{
    m_onHand->setText(measured(row.onHand, row.packing));
    setFact(m_packed, packedText(row.onHand, row.packing));
    setFact(m_reserved, row.reserved.isZero() ? QString() : measured(row.reserved, row.packing));
    setFact(m_available, row.reserved.isZero() ? QString() : measured(row.available(), row.packing));
    setFact(m_safety, row.safety.isZero() ? QString() : measured(row.safety, row.packing));
    QString warning;
    if (row.isNegative())
        warning = tr("Less than nothing is in the books. Enter the receipt that is missing, or count.");
    else if (row.isShort())
        warning = tr("%1 more are promised than there are.").arg(measured(-row.available(), row.packing));
    else if (row.isBelowSafety())
        warning = tr("%1 below the safety stock.").arg(measured(row.safety - row.onHand, row.packing));
    m_warning->setVisible(!warning.isEmpty());
    m_warningGlyph->setStatus(row.isNegative() ? Status::Late : Status::Attention);
    m_warningText->setWrappedText(warning);
}

void StockDetailPane::showWaiting(const storage::StockDetail& detail)
{
    const Date today = m_data.today();
    QList<QList<SheetCell>> rows;
    m_orders.clear();
    for (const storage::StockWaitingRow& order : detail.waiting) {
        const bool late = !order.dueOn.isNull() && order.dueOn < today;
        const QString due = order.dueOn.isNull() ? QStringLiteral("–") : dateText(order.dueOn, today);
        rows += {{toQString(order.customerName.empty() ? order.number : order.customerName)},
            {due, late ? CellInk::Red : CellInk::Muted, late, late ? Status::Late : Status::None},
            {numberText(order.quantity)}};
        m_orders += order.orderId;
    }
    const auto more = detail.waitingOrders - std::ssize(detail.waiting);
    m_waitingHeading.right->setText(more > 0 ? tr("and %n more", nullptr, int(more)) : QString());
    m_waitingHeading.row->setVisible(!rows.isEmpty());
    m_waiting->setVisible(!rows.isEmpty());
    m_waiting->setRows(rows);
}

void StockDetailPane::showLast(const storage::StockDetail& detail)
{
    QList<QList<SheetCell>> rows;
    for (const storage::StockMovementRow& each : detail.last) {
        const bool undone = each.isReversed || !each.movement.reversesId.isNil();
        const CellInk ink = undone ? CellInk::Faint : CellInk::Normal;
        QString what = movementText(each);
        if (!each.customerName.empty())
            what += QStringLiteral(" · ") + toQString(each.customerName);
        rows += {{dateText(each.movement.movedOn, m_data.today()), CellInk::Muted}, {what, ink},
            {signedQuantity(each.movement.quantity), ink, !undone && each.movement.quantity > Quantity{}}};
    }
    m_lastHeading.row->setVisible(!rows.isEmpty());
    m_last->setVisible(!rows.isEmpty());
    m_last->setRows(rows);
}

void StockDetailPane::showNext(const storage::StockListRow& row)
{
    // what brings it to where it should be: all that is promised can go out, and the safety stock stays
    const Quantity wanted = row.safety - row.available();
    if (row.inactive || wanted <= Quantity{}) {
        setNext(tr("Enough is there"), {});
        return;
    }
    const QString boxes = packedText(wanted, row.packing);
    setNext(tr("Next: make %1").arg(measured(wanted, row.packing)),
        boxes.isEmpty() ? tr("for open orders and the safety stock")
                        : tr("%1, for open orders and the safety stock").arg(boxes));
}

} // namespace dure::app

#include "moc_stock_detail_pane.cpp"
