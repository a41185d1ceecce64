#include "app/deliveries/delivery_head.h"

#include "app/data/company_data.h"
#include "app/data/error_text.h"
#include "app/lookup/customer_field.h"
#include "app/lookup/suggest_field.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/date_text.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/head_message.h"
#include "app/widgets/number_text.h"
#include "app/widgets/theme.h"

#include <QGridLayout>
#include <QKeyEvent>

namespace dure::app {
namespace {

using Col = col::Delivery;

} // namespace

DeliveryHead::DeliveryHead(CompanyData& data, bool withOrder, QWidget* parent)
    : QWidget(parent)
    , m_grid(new QGridLayout(this))
    , m_on(new DateField)
    , m_site(new ChoiceField)
    , m_vehicle(new SuggestField)
    , m_receiver(new ImeLineEdit)
    , m_memo(new ImeLineEdit)
{
    if (withOrder) {
        m_customerName = new ValueLabel(LabelRole::Strong);
        m_orderText = new ValueLabel;
        m_orderText->setTextFormat(Qt::RichText);
        add(tr("Customer"), m_customerName, 0, 0, 1, -1);
        add(tr("Order"), m_orderText, 0, 1, 1, -1);
    } else {
        m_customer = new CustomerField(data);
        add(tr("Customer"), m_customer, 0, 0, 2, Col::customerId);
        connect(m_customer, &CustomerField::customerChosen, this, [this](const Uuid& id) {
            m_cells[Col::customerId]->setProblem({});
            Q_EMIT customerChosen(id);
            Q_EMIT changed();
        });
        connect(m_customer, &CustomerField::settled, this,
            [this] { m_cells[Col::customerId]->setProblem(m_customer->toolTip()); });
    }
    add(tr("Delivered on"), m_on, 0, 2, 1, Col::deliveredOn);
    add(tr("Delivered to"), m_site, 1, 0, 1, Col::siteId);
    add(tr("Vehicle, driver"), m_vehicle, 1, 1, 1, Col::vehicle);
    add(tr("Received by"), m_receiver, 1, 2, 1, Col::receiver);
    m_cells[Col::memo] = new FormCell(tr("Memo"), m_memo);
    connect(m_memo, &QLineEdit::returnPressed, this, &DeliveryHead::left);
    auto* message = new HeadMessage;
    m_grid->addWidget(message, 2, 0, 1, -1);
    for (const int column : {Col::customerId, Col::deliveredOn, Col::siteId, Col::vehicle, Col::receiver}) {
        if (FormCell* cell = m_cells.value(column))
            message->follow(cell);
    }
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed); // a form that is pressed together cannot be read
    for (int column = 0; column < 3; ++column)
        m_grid->setColumnStretch(column, 1);
    m_on->setRequired(true);
    m_on->setToday(data.today());
    const auto tell = [this] {
        if (!m_showing)
            Q_EMIT changed();
    };
    connect(m_on, &DateField::dateChanged, this, [=, this] {
        m_cells[Col::deliveredOn]->setProblem({});
        tell();
        Q_EMIT dayChanged();
    });
    // also typed back to the day that it was
    connect(m_on, &ImeLineEdit::effectiveTextChanged, this, [this] { m_cells[Col::deliveredOn]->setProblem({}); });
    connect(m_on, &DateField::rejected, m_cells[Col::deliveredOn], &FormCell::setProblem);
    connect(m_site, &QComboBox::currentIndexChanged, this, tell);
    for (ImeLineEdit* field : {static_cast<ImeLineEdit*>(m_vehicle), m_receiver, m_memo})
        connect(field, &QLineEdit::textChanged, this, tell);
    const QList<QWidget*> order = fields();
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    Theme::follow(this, [this](const Tokens& t) {
        m_grid->setContentsMargins(t.px(Px::Space16), t.px(Px::Space12), t.px(Px::Space16), t.px(Px::Space4));
        m_grid->setHorizontalSpacing(t.px(Px::Space12));
        m_grid->setVerticalSpacing(t.px(Px::Space8));
    });
}

FormCell* DeliveryHead::add(const QString& label, QWidget* field, int row, int column, int span, int declared)
{
    auto* cell = new FormCell(label, field);
    m_grid->addWidget(cell, row, column, 1, span);
    field->setMinimumWidth(Tokens::px(Fixed::Line)); // a long name does not push the fields apart
    if (declared >= 0)
        m_cells[declared] = cell;
    return cell;
}

QList<QWidget*> DeliveryHead::fields() const
{
    QList<QWidget*> fields;
    if (m_customer)
        fields += m_customer;
    return fields + QList<QWidget*>{m_on, m_site, m_vehicle, m_receiver};
}

void DeliveryHead::show(const DeliveryOpening& opening, Date today)
{
    m_showing = true;
    m_on->setDate(today);
    showOrder(opening, today);
    showSites(opening.sites, opening.order ? opening.order->siteId : Uuid{});
    m_vehicle->setSuggestions(opening.vehicles);
    if (!opening.vehicles.isEmpty())
        m_vehicle->setPlaceholderText(
            tr("such as %1").arg(toQString(vehicleAndDriver(opening.vehicles.first()).first)));
    m_showing = false;
}

void DeliveryHead::showOrder(const DeliveryOpening& opening, Date today)
{
    if (!m_customerName)
        return;
    m_customerName->setText(opening.customerName);
    m_orderText->setText(
        QStringLiteral("%1 <span>%2</span>")
            .arg(toQString(opening.order->number).toHtmlEscaped(), dateText(opening.order->orderedOn, today)));
}

bool DeliveryHead::follow(const DeliveryOpening& opening, const Uuid& site, Date today)
{
    showOrder(opening, today);
    if (site != this->site() || !showsSites(opening.sites)) // an open list stays as it is
        showSites(opening.sites, site);
    return this->site() == site;
}

bool DeliveryHead::showsSites(const std::vector<DeliverySite>& sites) const
{
    if (m_site->count() != static_cast<int>(sites.size()) + 1)
        return false;
    for (std::size_t i = 0; i < sites.size(); ++i) {
        const int at = static_cast<int>(i) + 1;
        if (m_site->itemData(at).value<Uuid>() != sites[i].id || m_site->itemText(at) != toQString(sites[i].name))
            return false;
    }
    return true;
}

void DeliveryHead::clear()
{
    m_showing = true;
    if (m_customer)
        m_customer->setCustomer({});
    for (ImeLineEdit* field : {static_cast<ImeLineEdit*>(m_vehicle), m_receiver, m_memo})
        field->clear();
    m_showing = false;
    setProblems({});
}

void DeliveryHead::showSites(const std::vector<DeliverySite>& sites, const Uuid& chosen)
{
    const bool showing = std::exchange(m_showing, true);
    m_site->clear();
    m_site->addItem(tr("The customer's address"), QVariant::fromValue(Uuid{}));
    for (const DeliverySite& site : sites) {
        m_site->addItem(toQString(site.name), QVariant::fromValue(site.id));
        if (site.id == chosen)
            m_site->setCurrentIndex(m_site->count() - 1);
    }
    m_showing = showing;
}

void DeliveryHead::resume(
    const Uuid& site, Date on, const QString& vehicle, const QString& receiver, const QString& memo)
{
    m_showing = true;
    for (int i = 0; i < m_site->count(); ++i) {
        if (m_site->itemData(i).value<Uuid>() == site)
            m_site->setCurrentIndex(i);
    }
    if (on.isValid())
        m_on->setDate(on);
    m_vehicle->setText(vehicle);
    m_receiver->setText(receiver);
    m_memo->setText(memo);
    m_showing = false;
}

QWidget* DeliveryHead::memoCell() const { return m_cells[Col::memo]; }

Uuid DeliveryHead::customer() const { return m_customer ? m_customer->customer() : Uuid{}; }
Uuid DeliveryHead::site() const { return m_site->currentData().value<Uuid>(); }
QString DeliveryHead::siteName() const { return m_site->currentIndex() > 0 ? m_site->currentText() : QString(); }
Date DeliveryHead::deliveredOn() const { return m_on->date(); }
QString DeliveryHead::vehicle() const { return m_vehicle->effectiveText().trimmed(); }
QString DeliveryHead::receiver() const { return m_receiver->effectiveText().trimmed(); }
QString DeliveryHead::memo() const { return m_memo->effectiveText().trimmed(); }

void DeliveryHead::takeTyped()
{
    for (QWidget* field : fields()) {
        if (auto* edit = qobject_cast<ImeLineEdit*>(field))
            edit->commitComposition();
    }
    m_memo->commitComposition();
    if (m_customer)
        m_customer->settle();
    m_on->takeTyped();
}

bool DeliveryHead::hasRejected() const { return !m_on->isAcceptable(); }

void DeliveryHead::setProblems(const std::vector<commands::FieldProblem>& problems)
{
    for (FormCell* cell : std::as_const(m_cells))
        cell->clearProblem();
    for (const commands::FieldProblem& problem : problems) {
        FormCell* cell
            = problem.table == TableId::Delivery && problem.line < 0 ? m_cells.value(problem.column) : nullptr;
        if (!cell)
            continue;
        const bool noCustomer = problem.column == Col::customerId && problem.problem == commands::Problem::Missing;
        cell->setProblem(noCustomer ? tr("Choose a customer.") : problemText(problem));
    }
}

bool DeliveryHead::focusFirstProblem()
{
    for (QWidget* field : fields()) {
        if (field->accessibleDescription().isEmpty())
            continue;
        field->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return false;
}

void DeliveryHead::focusFirst() { fields().first()->setFocus(Qt::OtherFocusReason); }

void DeliveryHead::keyPressEvent(QKeyEvent* event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (!enter || event->modifiers() & ~Qt::KeypadModifier) {
        QWidget::keyPressEvent(event);
        return;
    }
    const QList<QWidget*> order = fields();
    const qsizetype next = order.indexOf(focusWidget()) + 1;
    if (next > 0 && next < order.size())
        order[next]->setFocus(Qt::TabFocusReason);
    else
        Q_EMIT left();
}

} // namespace dure::app

#include "moc_delivery_head.cpp"
