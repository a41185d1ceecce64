#include "app/outstanding/outstanding_detail_pane.h"

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
namespace {

using storage::OutstandingRow;

QString productText(const OutstandingRow& row)
{
    return toQString(row.spec.empty() ? row.productName : row.productName + ' ' + row.spec);
}

QString withUnit(Quantity quantity, const std::string& unit) { return numberText(quantity) + toQString(unit); }

QString dueText(const OutstandingRow& row, Date today)
{
    if (row.dueOn.isNull())
        return {};
    const QString near = row.held ? QString() : nearnessText(row.dueOn, today);
    return near.isEmpty() ? dateText(row.dueOn, today) : dateText(row.dueOn, today) + u' ' + near;
}

} // namespace

OutstandingDetailPane::OutstandingDetailPane(CompanyData& data, QWidget* parent)
    : DetailPane(parent)
    , m_data(data)
    , m_more(new KeyButton(ButtonKind::Quiet, tr("More")))
    , m_same(new LineSheet({{{}, Qt::AlignLeft, true}, {{}, Qt::AlignLeft}, {{}, Qt::AlignRight}}))
{
    makeHead();
    makeBody();
    auto* deliver = new KeyButton(ButtonKind::Primary, tr("Deliver"));
    deliver->setKey(keyFor(KeyAction::Primary));
    setPrimary(deliver);
    m_open = new KeyButton(ButtonKind::Plain, tr("Open the order"));
    m_open->setKeyHint(QStringLiteral("Enter"));
    addFootButton(m_open);
    connect(deliver, &QAbstractButton::clicked, this, &OutstandingDetailPane::deliver);
    connect(m_open, &QAbstractButton::clicked, this, &OutstandingDetailPane::openOrder);
}

void OutstandingDetailPane::makeHead()
{
    m_origin = new Label(LabelRole::Hint);
    m_name = new Label(LabelRole::Section);
    m_name->setWordWrap(true);
    m_more->setOpensList(true);
    auto* second = new QHBoxLayout;
    second->addWidget(m_name, 1);
    second->addWidget(m_more, 0, Qt::AlignTop);
    head()->addWidget(m_origin);
    head()->addLayout(second);
}

void OutstandingDetailPane::makeBody()
{
    m_remaining = addHeading(tr("Remaining"));
    m_remaining.right->setRole(LabelRole::Section);
    m_amount = addFact(tr("Amount"));
    m_due = addFact(tr("Due"));
    m_lines = addFact(tr("Lines"));
    m_customer = addFact(tr("Customer"));
    m_site = addFact(tr("Site"));
    m_ordered = addFact(tr("Ordered"));
    m_delivered = addFact(tr("Delivered"));
    m_onHand = addFact(tr("On hand"));
    m_available = addFact(tr("All orders"));
    m_sameHeading = addHeading(tr("Also waiting in this order"));
    m_same->setAccessibleName(tr("Also waiting in this order"));
    body()->addWidget(m_same);
    addGap();
}

void OutstandingDetailPane::setMoreMenu(QMenu* menu)
{
    connect(m_more, &QAbstractButton::clicked, menu,
        [=, this] { menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
}

void OutstandingDetailPane::setDelivers(bool delivers)
{
    primary()->setEnabled(delivers);
    m_open->setEnabled(delivers);
}

void OutstandingDetailPane::show(const OutstandingFacts& facts, storage::OutstandingView view)
{
    const OutstandingRow& row = facts.row;
    m_remaining.right->setText(row.oneUnit ? withUnit(row.remaining, row.unit) : tr("different units"));
    setFact(m_amount, tr("%1 without VAT").arg(wonText(row.supply)));
    setFact(m_due, dueText(row, m_data.today()));
    if (row.isGroup)
        showGroup(facts, view);
    else
        showLine(facts);
    showStock(facts);
    showSameOrder(facts);
    setDelivers(!row.isGroup);
}

void OutstandingDetailPane::showLine(const OutstandingFacts& facts)
{
    const OutstandingRow& row = facts.row;
    m_origin->setText(
        row.held ? tr("Order %1 · on hold").arg(toQString(row.number)) : tr("Order %1").arg(toQString(row.number)));
    m_name->setWrappedText(productText(row));
    setFact(m_lines, {});
    setFact(m_customer, toQString(row.customerName));
    setFact(m_site, toQString(facts.siteName));
    setFact(m_ordered, withUnit(row.ordered, row.unit));
    const Quantity delivered = row.ordered - row.remaining;
    setFact(m_delivered, delivered.isZero() ? tr("nothing yet") : withUnit(delivered, row.unit));
    setNext(tr("Next: deliver what remains"), tr("The delivery begins with all that waits of this order."));
}

void OutstandingDetailPane::showGroup(const OutstandingFacts& facts, storage::OutstandingView view)
{
    const OutstandingRow& row = facts.row;
    m_origin->setText(tr("Subtotal"));
    switch (view) {
    case storage::OutstandingView::Customer:
        m_name->setWrappedText(toQString(row.customerName));
        break;
    case storage::OutstandingView::Product:
        m_name->setWrappedText(productText(row));
        break;
    case storage::OutstandingView::Due:
        m_name->setWrappedText(row.dueOn.isNull() ? tr("Without a due date") : dateText(row.dueOn, m_data.today()));
        break;
    }
    const QString lines = tr("%n line(s)", nullptr, int(row.lines));
    setFact(
        m_lines, row.lateLines == 0 ? lines : tr("%1, %2 of them late").arg(lines, numberText(qint64(row.lateLines))));
    for (Label* ofLine : {m_customer, m_site, m_ordered, m_delivered})
        setFact(ofLine, {});
    setNext(tr("Choose a line to deliver"), tr("Deliveries are recorded order by order."));
}

void OutstandingDetailPane::showStock(const OutstandingFacts& facts)
{
    if (!facts.stock) {
        setFact(m_onHand, {});
        setFact(m_available, {});
        return;
    }
    const storage::StockListRow& stock = *facts.stock;
    setFact(m_onHand, measured(stock.onHand, stock.packing));
    const QString reserved = measured(stock.reserved, stock.packing);
    setFact(m_available,
        stock.isShort() ? tr("wait for %1: %2 too few").arg(reserved, measured(-stock.available(), stock.packing))
                        : tr("wait for %1: there is enough").arg(reserved));
}

void OutstandingDetailPane::showSameOrder(const OutstandingFacts& facts)
{
    QList<QList<SheetCell>> rows;
    for (const OutstandingRow& each : facts.sameOrder) {
        if (each.id == facts.row.id)
            continue;
        const SheetCell due{each.dueOn.isNull() ? QStringLiteral("–") : dateText(each.dueOn, m_data.today()),
            each.late ? CellInk::Red : CellInk::Muted};
        rows += {SheetCell{productText(each)}, due, SheetCell{withUnit(each.remaining, each.unit)}};
    }
    m_sameHeading.row->setVisible(!rows.isEmpty());
    m_same->setVisible(!rows.isEmpty());
    m_same->setRows(std::move(rows));
}

} // namespace dure::app

#include "moc_outstanding_detail_pane.cpp"
