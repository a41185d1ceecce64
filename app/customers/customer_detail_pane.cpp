#include "app/customers/customer_detail_pane.h"

#include "app/orders/order_list_model.h"
#include "app/relations/relation_words.h"
#include "app/widgets/date_text.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/line_sheet.h"
#include "app/widgets/number_text.h"
#include "app/widgets/terms_text.h"
#include "core/domain/business_number.h"

#include <QBoxLayout>
#include <QMenu>

namespace dure::app {
namespace {

constexpr int pricesShown = 6;
const QKeySequence relationsKey(Qt::CTRL | Qt::Key_R);

QString joined(std::initializer_list<std::string> parts, const QString& between)
{
    QStringList shown;
    for (const std::string& part : parts) {
        if (!part.empty())
            shown += toQString(part);
    }
    return shown.join(between);
}

const QString dot = QStringLiteral(" · ");

} // namespace

CustomerDetailPane::CustomerDetailPane(CompanyData& data, QWidget* parent)
    : DetailPane(parent)
    , m_data(data)
    , m_more(new KeyButton(ButtonKind::Quiet, tr("More")))
    , m_contacts(new LineSheet({{{}, Qt::AlignLeft, false, 56}, {{}, Qt::AlignLeft, true}, {{}, Qt::AlignRight}}))
    , m_sites(new LineSheet({{{}, Qt::AlignLeft, false, 80}, {{}, Qt::AlignLeft, true}}))
    , m_orders(
          new LineSheet({{{}, Qt::AlignLeft}, {{}, Qt::AlignLeft, true}, {{}, Qt::AlignLeft}, {{}, Qt::AlignRight}}))
    , m_prices(new LineSheet({{{}, Qt::AlignLeft, true}, {{}, Qt::AlignRight}, {{}, Qt::AlignRight}}))
    , m_toDo(new LineSheet({{{}, Qt::AlignLeft, false, 56}, {{}, Qt::AlignLeft, true}, {{}, Qt::AlignRight}}))
    , m_talks(new LineSheet({{{}, Qt::AlignLeft, false, 56}, {{}, Qt::AlignLeft, true}, {{}, Qt::AlignRight}}))
{
    makeHead();
    makeBody();
    auto* order = new KeyButton(ButtonKind::Primary, tr("New order"));
    order->setKey(keyFor(KeyAction::Primary));
    setPrimary(order);
    auto* edit = new KeyButton(ButtonKind::Plain, tr("Edit"));
    edit->setKeyHint(QStringLiteral("Enter"));
    addFootButton(edit);
    auto* relations = new KeyButton(ButtonKind::Plain, tr("Time line"));
    relations->setKey(relationsKey);
    addFootButton(relations);
    connect(relations, &QAbstractButton::clicked, this, &CustomerDetailPane::showRelations);
    connect(order, &QAbstractButton::clicked, this, &CustomerDetailPane::newOrder);
    connect(edit, &QAbstractButton::clicked, this, &CustomerDetailPane::openEditor);
    connect(m_orders, &LineSheet::opened, this, [this](int row) { Q_EMIT showOrder(m_orderIds.value(row)); });
}

void CustomerDetailPane::makeHead()
{
    m_origin = new Label(LabelRole::Hint);
    m_name = new Label(LabelRole::Section);
    m_firm = new Label(LabelRole::Muted);
    m_more->setOpensList(true);
    auto* second = new QHBoxLayout;
    second->addWidget(m_name, 1);
    second->addWidget(m_more);
    head()->addWidget(m_origin);
    head()->addLayout(second);
    head()->addWidget(m_firm);
}

void CustomerDetailPane::makeBody()
{
    const Heading money = addHeading(tr("Owes"));
    m_balance = money.right;
    m_balance->setRole(LabelRole::Section);
    auto* ledger = new KeyButton(ButtonKind::Link, tr("Ledger"));
    ledger->setKey(QKeySequence(Qt::CTRL | Qt::Key_L));
    connect(ledger, &QAbstractButton::clicked, this, &CustomerDetailPane::showLedger);
    body()->addWidget(ledger, 0, Qt::AlignRight);
    m_limit = addFact(tr("Limit"));
    m_terms = addFact(tr("Payment"));
    m_tax = addFact(tr("Tax"));
    m_lastPaid = addFact(tr("Last paid"));
    m_phone = addFact(tr("Phone"));
    m_email = addFact(tr("Email"));
    m_address = addFact(tr("Address"));
    m_files = addFact(tr("Files"));
    m_toDoHeading = addHeading(tr("To do"));
    body()->addWidget(m_toDo);
    m_talksHeading = addHeading(tr("Last said"));
    body()->addWidget(m_talks);
    m_contactsHeading = addHeading(tr("Contacts"));
    body()->addWidget(m_contacts);
    m_sitesHeading = addHeading(tr("Delivery sites"));
    body()->addWidget(m_sites);
    m_ordersHeading = addHeading(tr("Latest orders"));
    body()->addWidget(m_orders);
    m_orders->setOpens(true);
    m_orders->setAccessibleName(tr("Latest orders"));
    m_pricesHeading = addHeading(tr("Agreed prices"));
    body()->addWidget(m_prices);
    m_noteHeading = addHeading(tr("Good to know"));
    m_note = addRemark(Icon::MessageSquareText);
    addGap();
}

void CustomerDetailPane::setMoreMenu(QMenu* menu)
{
    connect(m_more, &QAbstractButton::clicked, menu,
        [=, this] { menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
}

void CustomerDetailPane::show(const CustomerFacts& facts)
{
    const Customer& customer = facts.detail.customer;
    m_origin->setText(joined({customer.code, formatBusinessNumber(customer.businessNo), customer.representative}, dot));
    m_name->setText(toQString(customer.name));
    m_firm->setText(joined({customer.businessType, customer.businessItem}, dot));
    m_firm->setVisible(!m_firm->text().isEmpty());
    showMoney(facts);
    showPeople(facts);
    showTalks(facts);
    showOrders(facts);
    showPrices(facts);
    m_noteHeading.row->setVisible(!customer.note.empty());
    m_note->setWrappedText(toQString(customer.note));
    m_note->parentWidget()->setVisible(!customer.note.empty());
    const auto open = facts.detail.openOrders;
    setNext(open > 0 ? tr("Open orders: %1").arg(open) : tr("No open order"), {});
}

void CustomerDetailPane::showMoney(const CustomerFacts& facts)
{
    const Customer& customer = facts.detail.customer;
    const Date today = m_data.today();
    m_balance->setText(wonText(facts.detail.balance));
    QString limit;
    if (customer.creditLimit.amount > 0) {
        const Won left = customer.creditLimit - facts.detail.balance;
        limit = left.amount >= 0 ? tr("%1, %2 left").arg(wonText(customer.creditLimit), wonText(left))
                                 : tr("%1, over by %2").arg(wonText(customer.creditLimit), wonText(-left));
    }
    setFact(m_limit, limit);
    setFact(m_terms, paymentTermsText({int(customer.closingDay), int(customer.payMonths), int(customer.payDay)}));
    setFact(m_tax, taxTermsText(customer.tax));
    const Date paid = facts.detail.lastPaidOn;
    setFact(m_lastPaid, paid.isNull() ? QString() : dateText(paid, today));
}

void CustomerDetailPane::showPeople(const CustomerFacts& facts)
{
    const Customer& customer = facts.detail.customer;
    setFact(m_phone, joined({customer.phone, customer.fax.empty() ? std::string() : "F " + customer.fax}, dot));
    setFact(m_email, toQString(customer.email));
    setFact(m_address, joined({customer.postalCode, customer.address}, QStringLiteral(" ")));
    const auto files = int(facts.detail.files);
    setFact(m_files, files == 0 ? QString() : tr("%n file(s)", nullptr, files));
    QList<QList<SheetCell>> rows;
    for (const Contact& contact : facts.detail.contacts)
        rows += {{toQString(contact.name)}, {toQString(contact.title), CellInk::Muted}, {toQString(contact.phone)}};
    m_contacts->setRows(rows);
    m_contacts->setVisible(!rows.isEmpty());
    m_contactsHeading.row->setVisible(!rows.isEmpty());
    rows.clear();
    for (const DeliverySite& site : facts.detail.sites)
        rows += {{toQString(site.name)}, {toQString(site.address), CellInk::Muted}};
    m_sites->setRows(rows);
    m_sites->setVisible(!rows.isEmpty());
    m_sitesHeading.row->setVisible(!rows.isEmpty());
}

void CustomerDetailPane::showTalks(const CustomerFacts& facts)
{
    const Date today = m_data.today();
    QList<QList<SheetCell>> rows;
    for (const Activity& each : facts.toDo) {
        const bool isPromise = each.kind == ActivityKind::Promise;
        const QString near = nearnessText(each.nextOn, today);
        const CellInk ink = each.nextOn < today ? CellInk::Red : CellInk::Normal;
        const QString what = isPromise ? tr("%1 promised").arg(wonText(each.amount)) : toQString(each.nextAction);
        rows += {{dateText(each.nextOn, today), ink}, {what}, {near, ink}};
    }
    m_toDo->setRows(rows);
    m_toDo->setVisible(!rows.isEmpty());
    m_toDoHeading.row->setVisible(!rows.isEmpty());
    rows.clear();
    for (const Activity& each : facts.latest)
        rows += {{dateText(each.on, today), CellInk::Muted}, {toQString(each.text)},
            {activityKindText(each.kind), CellInk::Muted}};
    m_talks->setRows(rows);
    m_talks->setVisible(!rows.isEmpty());
    m_talksHeading.row->setVisible(!rows.isEmpty());
}

void CustomerDetailPane::showOrders(const CustomerFacts& facts)
{
    QList<QList<SheetCell>> rows;
    m_orderIds.clear();
    for (const storage::OrderListRow& order : facts.recentOrders) {
        QString product = toQString(order.firstProduct);
        if (order.moreLines > 0)
            product += u' ' + tr("+%1", "more lines").arg(order.moreLines);
        const Status status = statusOf(order.status, order.late);
        const CellInk ink = status == Status::Late ? CellInk::Red : CellInk::Muted;
        rows += {{dateText(order.orderedOn, m_data.today()), CellInk::Muted}, {product},
            {statusWord(status), ink, false, status}, {numberText(order.supply)}};
        m_orderIds += order.id;
    }
    m_orders->setRows(rows);
    m_orders->setVisible(!rows.isEmpty());
    m_ordersHeading.row->setVisible(!rows.isEmpty());
}

void CustomerDetailPane::showPrices(const CustomerFacts& facts)
{
    QList<QList<SheetCell>> rows;
    for (const storage::CustomerPriceRow& price : facts.prices) {
        if (rows.size() == pricesShown)
            break;
        rows += {{joined({price.productName, price.productSpec}, QStringLiteral(" "))},
            {tr("from %1").arg(dateText(price.price.validFrom, m_data.today())), CellInk::Muted},
            {numberText(price.price.unitPrice)}};
    }
    m_pricesHeading.right->setText(
        facts.prices.size() > pricesShown ? tr("%1 in all").arg(facts.prices.size()) : QString());
    m_prices->setRows(rows);
    m_prices->setVisible(!rows.isEmpty());
    m_pricesHeading.row->setVisible(!rows.isEmpty());
}

} // namespace dure::app

#include "moc_customer_detail_pane.cpp"
