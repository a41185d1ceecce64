#include "app/orders/order_head.h"

#include "app/data/company_data.h"
#include "app/data/error_text.h"
#include "app/lookup/customer_field.h"
#include "app/lookup/suggest_field.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/head_message.h"
#include "app/widgets/number_text.h"
#include "app/widgets/terms_text.h"
#include "app/widgets/text_fit.h"
#include "app/widgets/theme.h"

#include <QApplication>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QKeyEvent>

namespace dure::app {
namespace {

using Col = col::SalesOrder;

// At 100 %; the last column takes the rest, and needs some of it.
constexpr int roomy[]{264, 200, 124, 140};
constexpr int compact[]{196, 148, 108, 122};
constexpr int stretchColumn = 4;
constexpr int leastStretch = 250;

} // namespace

OrderHead::OrderHead(CompanyData& data, QWidget* parent)
    : QWidget(parent)
    , m_data(data)
    , m_grid(new QGridLayout(this))
    , m_customer(new CustomerField(data))
    , m_site(new ChoiceField)
    , m_ordered(new DateField)
    , m_due(new DateField)
    , m_memo(new ImeLineEdit)
    , m_customerNo(new ImeLineEdit)
    , m_tax(new ChoiceField)
    , m_staff(new SuggestField)
    , m_payment(new ValueLabel)
    , m_account(new ValueLabel)
    , m_limit(new ValueLabel(LabelRole::Muted))
{
    makeFields();
    connectFields();
    Theme::follow(this, [this](const Tokens& t) {
        m_grid->setContentsMargins(t.px(Px::Space16), t.px(Px::Space12), t.px(Px::Space16), t.px(Px::Space4));
        m_grid->setHorizontalSpacing(t.px(Px::Space12));
        m_grid->setVerticalSpacing(t.px(Px::Space8));
        chooseWidths();
        showTerms();
    });
}

FormCell* OrderHead::add(const QString& label, QWidget* field, int row, int column, int declared)
{
    auto* cell = new FormCell(label, field);
    m_grid->addWidget(cell, row, column);
    if (declared >= 0)
        m_cells[declared] = cell;
    return cell;
}

void OrderHead::makeFields()
{
    add(tr("Customer"), m_customer, 0, 0, Col::customerId);
    add(tr("Delivered to"), m_site, 0, 1, Col::siteId);
    add(tr("Ordered on"), m_ordered, 0, 2, Col::orderedOn);
    add(tr("Due"), m_due, 0, 3, Col::dueOn);
    add(tr("Memo"), m_memo, 0, 4, Col::memo);
    add(tr("Customer's order number"), m_customerNo, 1, 0, Col::customerOrderNo);
    add(tr("Tax"), m_tax, 1, 1, Col::taxKind);
    add(tr("In charge"), m_staff, 1, 2, Col::staff);
    add(tr("Payment"), m_payment, 1, 3, -1);
    auto* account = new QWidget;
    auto* accountLayout = new QHBoxLayout(account);
    accountLayout->setContentsMargins(0, 0, 0, 0);
    accountLayout->addWidget(m_account);
    accountLayout->addWidget(m_limit, 1);
    Theme::follow(account, [=](const Tokens& t) { accountLayout->setSpacing(t.px(Px::Space16)); });
    add(tr("This customer"), account, 1, 4, -1);
    auto* message = new HeadMessage;
    m_grid->addWidget(message, 2, 0, 1, -1);
    for (QWidget* field : fields())
        message->follow(static_cast<FormCell*>(field->parentWidget()));
    m_grid->setColumnStretch(stretchColumn, 1);
    m_customer->setOffersNew(true);
    m_ordered->setRequired(true);
    m_ordered->setToday(m_data.today());
    m_due->setToday(m_data.today());
    m_account->setTextFormat(Qt::RichText);
    m_limit->installEventFilter(this);
    m_limit->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed); // a long text does not push the fields apart
    const QList<QWidget*> order = fields();
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    fillTax({});
    showCustomer(std::nullopt);
}

void OrderHead::connectFields()
{
    const auto tell = [this] {
        if (!m_showing)
            Q_EMIT changed();
    };
    connect(m_customer, &CustomerField::customerChosen, this, [this](const Uuid& id) {
        m_cells[Col::customerId]->setProblem({});
        Q_EMIT customerChosen(id);
        Q_EMIT changed();
    });
    connect(m_customer, &CustomerField::settled, this,
        [this] { m_cells[Col::customerId]->setProblem(m_customer->toolTip()); });
    for (const auto& [field, column] : {std::pair(m_ordered, Col::orderedOn), std::pair(m_due, Col::dueOn)}) {
        connect(field, &DateField::dateChanged, this, tell);
        connect(field, &DateField::rejected, m_cells[column], &FormCell::setProblem);
    }
    for (ImeLineEdit* field : {m_memo, m_customerNo, static_cast<ImeLineEdit*>(m_staff)})
        connect(field, &QLineEdit::textChanged, this, tell);
    for (ChoiceField* field : {m_site, m_tax})
        connect(field, &QComboBox::currentIndexChanged, this, tell);
    for (auto cell = m_cells.begin(); cell != m_cells.end(); ++cell) {
        if (auto* field = qobject_cast<ImeLineEdit*>(cell.value()->field()))
            connect(field, &ImeLineEdit::effectiveTextChanged, cell.value(),
                [cell = cell.value()] { cell->setProblem({}); });
    }
}

QList<QWidget*> OrderHead::fields() const
{
    return {m_customer, m_site, m_ordered, m_due, m_memo, m_customerNo, m_tax, m_staff};
}

void OrderHead::setOrder(const SalesOrder& order)
{
    m_showing = true;
    m_order = order;
    m_ordered->setDate(order.orderedOn);
    m_due->setDate(order.dueOn);
    m_memo->setText(toQString(order.memo));
    m_customerNo->setText(toQString(order.customerOrderNo));
    m_staff->setText(toQString(order.staff));
    if (m_customer->customer() != order.customerId)
        m_customer->setCustomer(order.customerId);
    setTax(order.tax);
    setSite(order.siteId);
    m_showing = false;
}

SalesOrder OrderHead::order() const
{
    SalesOrder order = m_order;
    order.customerId = m_customer->customer();
    const QVariant site = m_site->currentData();
    order.siteId = site.isValid() ? site.value<Uuid>() : Uuid{};
    order.orderedOn = m_ordered->date();
    order.dueOn = m_due->date();
    order.memo = m_memo->effectiveText().trimmed().toStdString();
    order.customerOrderNo = m_customerNo->effectiveText().trimmed().toStdString();
    order.staff = m_staff->effectiveText().trimmed().toStdString();
    order.tax = m_taxChoices.value(m_tax->currentIndex());
    return order;
}

void OrderHead::fillTax(const TaxTerms& tax)
{
    // Rounding and scope are the customer's; only what people decide for one order is offered.
    m_taxChoices.clear();
    TaxTerms choice = tax;
    choice.kind = TaxKind::Taxable;
    for (const PriceKind kind : {PriceKind::Exclusive, PriceKind::Inclusive}) {
        choice.priceKind = kind;
        m_taxChoices += choice;
    }
    for (const TaxKind kind : {TaxKind::ZeroRated, TaxKind::Exempt}) {
        choice = tax;
        choice.kind = kind;
        m_taxChoices += choice;
    }
    m_tax->clear();
    m_tax->addItems({tr("Taxed, VAT on top"), tr("Taxed, VAT included"), tr("Zero-rated"), tr("Exempt")});
}

void OrderHead::setTax(const TaxTerms& tax)
{
    const bool showing = std::exchange(m_showing, true);
    m_order.tax = tax;
    fillTax(tax);
    m_tax->setCurrentIndex(int(m_taxChoices.indexOf(tax)));
    m_showing = showing;
}

void OrderHead::setSite(const Uuid& site)
{
    const bool showing = std::exchange(m_showing, true);
    m_order.siteId = site;
    for (int i = 0; i < m_site->count(); ++i) {
        if (m_site->itemData(i).value<Uuid>() == site)
            m_site->setCurrentIndex(i);
    }
    m_showing = showing;
}

void OrderHead::setStaff(const QString& staff)
{
    const bool showing = std::exchange(m_showing, true);
    m_staff->setText(staff);
    m_showing = showing;
}

void OrderHead::setStaffNames(const QStringList& names) { m_staff->setSuggestions(names); }

void OrderHead::setCustomerFixed(bool fixed) { m_customer->setReadOnly(fixed); }

void OrderHead::showCustomer(const std::optional<OrderCustomer>& customer)
{
    const bool showing = std::exchange(m_showing, true);
    const Uuid site = m_site->count() > 0 ? m_site->currentData().value<Uuid>() : m_order.siteId;
    m_site->clear();
    m_paymentText = QStringLiteral("–");
    m_account->setText(QStringLiteral("–"));
    m_limitText.clear();
    if (customer) {
        m_site->addItem(tr("The customer's address"), QVariant::fromValue(Uuid{}));
        for (const DeliverySite& each : customer->sites)
            m_site->addItem(toQString(each.name), QVariant::fromValue(each.id));
        const PaymentTerms terms{
            int(customer->customer.closingDay), int(customer->customer.payMonths), int(customer->customer.payDay)};
        if (terms.closingDay != 0)
            m_paymentText = paymentTermsText(terms);
        m_account->setText(tr("Owes %1").arg(QStringLiteral("<b>%1</b>").arg(wonText(customer->balance))));
        if (const Won limit = customer->customer.creditLimit; limit.amount > 0)
            m_limitText = tr("limit %1").arg(wonText(limit));
    }
    m_account->setToolTip(m_limitText);
    m_site->setEnabled(customer.has_value());
    setSite(site);
    showTerms();
    showLimit();
    m_showing = showing;
}

void OrderHead::showTerms()
{
    const QFontMetrics metrics(tokens().font(TextStyle::Body));
    const int room = m_payment->width() > 1 ? m_payment->width() : tokens().scaled(compact[3]);
    m_payment->setText(fitText(metrics, m_paymentText, room));
    m_payment->setToolTip(m_paymentText);
}

void OrderHead::showLimit()
{
    const bool fits = QFontMetrics(m_limit->font()).horizontalAdvance(m_limitText) <= m_limit->width();
    m_limit->setText(fits ? m_limitText : QString());
}

bool OrderHead::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_limit && event->type() == QEvent::Resize)
        showLimit();
    return QWidget::eventFilter(watched, event);
}

void OrderHead::takeTyped()
{
    for (QWidget* field : fields()) {
        if (auto* edit = qobject_cast<ImeLineEdit*>(field))
            edit->commitComposition();
    }
    m_customer->settle(true);
    m_ordered->takeTyped();
    m_due->takeTyped();
}

bool OrderHead::hasRejected() const { return !m_ordered->isAcceptable() || !m_due->isAcceptable(); }

void OrderHead::setProblems(const std::vector<commands::FieldProblem>& problems)
{
    for (FormCell* cell : std::as_const(m_cells))
        cell->clearProblem();
    for (const commands::FieldProblem& problem : problems) {
        if (problem.table != TableId::SalesOrder || problem.line >= 0)
            continue;
        if (FormCell* cell = m_cells.value(problem.column)) {
            cell->setProblem(problem.column == Col::customerId && problem.problem == commands::Problem::Missing
                    ? tr("Choose a customer.")
                    : problemText(problem));
        }
    }
}

bool OrderHead::focusFirstProblem()
{
    for (QWidget* field : fields()) {
        if (field->accessibleDescription().isEmpty() && !field->property("invalid").toBool())
            continue;
        field->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return false;
}

void OrderHead::focusFirst() { m_customer->setFocus(Qt::OtherFocusReason); }

void OrderHead::focusLast()
{
    if (QWidget* last = focusWidget())
        last->setFocus(Qt::ShortcutFocusReason);
    else
        focusFirst();
}

void OrderHead::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || event->modifiers() & ~Qt::KeypadModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    const QList<QWidget*> order = fields();
    qsizetype next = order.indexOf(focusWidget()) + 1;
    while (next > 0 && next < order.size() && !order[next]->isEnabled())
        ++next;
    if (next > 0 && next < order.size())
        order[next]->setFocus(Qt::TabFocusReason);
    else
        Q_EMIT left();
}

void OrderHead::chooseWidths()
{
    int needed = leastStretch;
    for (const int each : roomy)
        needed += each;
    const bool isRoomy = tokens().scaled(needed) <= width();
    for (int i = 0; i < m_grid->count(); ++i) {
        int row, column, rows, columns;
        m_grid->getItemPosition(i, &row, &column, &rows, &columns);
        if (column < stretchColumn && columns == 1)
            m_grid->itemAt(i)->widget()->setFixedWidth(tokens().scaled((isRoomy ? roomy : compact)[column]));
    }
}

void OrderHead::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    chooseWidths();
    showTerms();
}

} // namespace dure::app

#include "moc_order_head.cpp"
