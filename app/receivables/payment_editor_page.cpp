#include "app/receivables/payment_editor_page.h"

#include "app/data/error_text.h"
#include "app/forms/form_sheet.h"
#include "app/forms/row_form.h"
#include "app/lookup/customer_field.h"
#include "app/receivables/allocation_grid.h"
#include "app/receivables/allocation_model.h"
#include "app/receivables/payment_words.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"
#include "app/widgets/number_text.h"
#include "app/widgets/theme.h"

#include <QCheckBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QShortcut>

namespace dure::app {
namespace {

using Col = col::Payment;

constexpr NumberForm wholeWon{0, 0, 0};
constexpr auto add = FormSheet::add;
const QString customerKey = QStringLiteral("customer");
const QString sharesKey = QStringLiteral("shares");

std::string draftKind(const Uuid& customer) { return customer.isNil() ? "payment" : "payment/" + customer.toString(); }

} // namespace

PaymentEditorPage::PaymentEditorPage(CompanyData& data, const Uuid& customer, QWidget* parent)
    : FormPage(data, draftKind(customer), {}, parent)
    , m_preset(customer)
    , m_form(new RowForm(TableId::Payment, this))
    , m_customer(new CustomerField(data))
    , m_customerCell(new FormCell(tr("Customer"), m_customer))
    , m_allocation(new AllocationModel(data.today(), this))
{
    makePayment();
    makeNote();
    makeAllocation();
    connectParts();
    open();
}

void PaymentEditorPage::makePayment()
{
    QGridLayout* grid = sheet().addSection(tr("Payment"));
    add(grid, m_customerCell, 0, 0, 6);
    add(grid, m_form->addNumber(Col::amount, tr("Amount (won)"), wholeWon), 0, 6, 3);
    auto* all = new KeyButton(ButtonKind::Plain, tr("All"));
    all->setKeyHint(keyText(keyFor(KeyAction::Choices)));
    all->setFocusPolicy(Qt::NoFocus); // Enter goes from the amount to the day
    connect(all, &QAbstractButton::clicked, this, &PaymentEditorPage::takeAll);
    all->setAccessibleName(tr("All that is owed"));
    all->setToolTip(all->accessibleName());
    add(grid, new FormCell(QStringLiteral(" "), all), 0, 9, 2); // level with the amount
    add(grid, m_form->addDate(Col::receivedOn, tr("Received on"), data().today()), 1, 0, 3);
    QList<RowForm::Choice> kinds;
    for (const PaymentKind kind : paymentKinds())
        kinds += {paymentKindText(kind), std::int64_t(kind)};
    add(grid, m_form->addChoice(Col::kind, tr("Kind"), kinds), 1, 3, 3);
    add(grid, m_form->addText(Col::memo, tr("Memo")), 1, 6, 6);
    m_form->field(Col::amount)->installEventFilter(this);
}

void PaymentEditorPage::makeNote()
{
    auto* box = new QWidget;
    auto* grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->addWidget(m_form->addText(Col::noteNumber, tr("Note number")), 0, 0);
    grid->addWidget(m_form->addText(Col::noteIssuer, tr("Issuer")), 0, 1);
    grid->addWidget(m_form->addText(Col::noteBank, tr("Bank")), 0, 2);
    grid->addWidget(m_form->addDate(Col::noteIssuedOn, tr("Issued on"), data().today()), 0, 3);
    grid->addWidget(m_form->addDate(Col::noteDueOn, tr("Matures on"), data().today()), 0, 4);
    m_note = sheet().addSection(tr("Promissory note"));
    add(m_note, box, 0, 0, FormSheet::columns);
    Theme::follow(box, [grid](const Tokens& t) { grid->setHorizontalSpacing(t.px(Px::Space12)); });
}

void PaymentEditorPage::makeAllocation()
{
    QGridLayout* grid = sheet().addSection(tr("Paid deliveries"));
    m_automatic = new QCheckBox(tr("By itself: the oldest delivery first"));
    m_automatic->setChecked(true);
    add(grid, m_automatic, 0, 0, FormSheet::columns);
    m_grid = new AllocationGrid(*m_allocation);
    add(grid, m_grid, 1, 0, FormSheet::columns);
    m_rest = new Label(LabelRole::Hint);
    m_rest->setWrappedText({});
    add(grid, m_rest, 2, 0, FormSheet::columns);
}

void PaymentEditorPage::connectParts()
{
    connect(m_form, &RowForm::changed, this, [this](int column) {
        touched();
        m_saveWhenReady = false; // what is typed now is not what was to be saved
        if (column == Col::amount) {
            m_takesAll = false;
            m_allocation->setAmount(amount());
        }
        if (column == Col::kind)
            showKind();
        showRest();
    });
    connect(m_customer, &CustomerField::customerChosen, this, [this] {
        m_customerCell->setProblem({});
        m_account.reset(); // of another customer
        touched();
        readAccount();
    });
    connect(m_customer, &CustomerField::settled, this, [this] {
        m_customerCell->setProblem(m_customer->toolTip());
        if (customer().isNil())
            m_takesAll = false;
        else if (m_account && std::exchange(m_takesAll, false))
            fillAll();
        saveIfReady();
    });
    connect(m_grid, &EntryGrid::rested, this, &PaymentEditorPage::takeAccount);
    connect(&data(), &CompanyData::failed, this, &PaymentEditorPage::stopWaiting);
    connect(m_automatic, &QCheckBox::toggled, this, [this](bool automatic) {
        m_grid->takeCell();
        m_allocation->setAutomatic(automatic);
        touched();
        showRest();
    });
    connect(m_allocation, &AllocationModel::changed, this, [this] {
        touched();
        showRest();
    });
    connect(m_grid, &EntryGrid::typed, this, [this] { touched(); });
    connect(m_grid, &AllocationGrid::leftDownwards, this, [this] { walk(true); });
    connect(m_grid, &EntryGrid::leftUpwards, this, [this] { walk(false); });
    connect(this, &FormPage::saved, this, [this](const Uuid& payment) {
        if (m_prints)
            Q_EMIT receiptWanted(payment);
    });
    auto* print = new QShortcut(keyFor(KeyAction::Print), this);
    print->setContext(Qt::WidgetWithChildrenShortcut);
    connect(print, &QShortcut::activated, this, &PaymentEditorPage::saveAndPrint);
}

void PaymentEditorPage::saveAndPrint()
{
    m_prints = true;
    save();
}

Uuid PaymentEditorPage::customer() const { return m_customer->customer(); }

Won PaymentEditorPage::amount() const
{
    const ParsedNumber number = parseNumber(m_form->typedText(Col::amount).trimmed().toStdString(), 0, maxAmountWon);
    return number.error ? Won{} : Won{number.scaled};
}

void PaymentEditorPage::read()
{
    showStored();
    opened();
}

void PaymentEditorPage::showStored()
{
    Payment blank;
    blank.receivedOn = data().today();
    m_form->show(toRow(blank));
    m_customer->setCustomer(m_preset);
    m_customerCell->setProblem({});
    m_automatic->setChecked(true);
    m_allocation->resume({});
    m_allocation->setAmount({});
    showKind();
    readAccount();
}

bool PaymentEditorPage::isChanged() const
{
    return m_form->isChanged() || customer() != m_preset || !m_automatic->isChecked();
}

QJsonObject PaymentEditorPage::typed() const
{
    QJsonObject typed = m_form->typed();
    if (!customer().isNil())
        typed.insert(customerKey, QString::fromStdString(customer().toString()));
    if (!m_automatic->isChecked())
        typed.insert(sharesKey, m_allocation->typed());
    return typed;
}

void PaymentEditorPage::resume(const QJsonObject& typed)
{
    m_form->resume(typed);
    if (const auto id = Uuid::fromString(typed[customerKey].toString().toStdString()))
        m_customer->setCustomer(*id);
    m_automatic->setChecked(!typed.contains(sharesKey));
    m_allocation->resume(typed[sharesKey].toObject());
    m_allocation->setAmount(amount());
    showKind();
    readAccount();
}

bool PaymentEditorPage::takeTyped()
{
    m_grid->takeCell();
    m_customer->settle();
    for (const int column : {Col::noteIssuedOn, Col::noteDueOn})
        if (auto* date = qobject_cast<DateField*>(m_form->field(column)); !isNote() && !date->takeTyped())
            date->clear(); // hidden: nobody could put it right
    const bool readable = m_form->takeTyped();
    m_allocation->setAmount(amount());
    return m_allocation->isReadable() && readable;
}

void PaymentEditorPage::store()
{
    if (isWaiting()) {
        m_saveWhenReady = true;
        return;
    }
    auto payment = fromRow<Payment>(m_form->row());
    payment.customerId = customer();
    storeBy(
        [payment, shares = m_allocation->shares()](commands::Commands& c) { return c.recordPayment(payment, shares); },
        m_customer->text().trimmed() + u' ' + wonText(payment.amount));
}

void PaymentEditorPage::showProblems(const commands::CommandError& error)
{
    m_prints = false;
    m_form->setProblems(error.problems);
    m_allocation->setProblems(error.problems);
    for (const commands::FieldProblem& problem : error.problems) {
        if (problem.table == TableId::Payment && problem.column == Col::customerId)
            m_customerCell->setProblem(
                problem.problem == commands::Problem::Missing ? tr("Choose a customer.") : problemText(problem));
    }
}

bool PaymentEditorPage::focusFirstProblem()
{
    m_prints = false;
    if (!m_customerCell->problem().isEmpty()) {
        m_customer->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    if (m_form->focusFirstProblem())
        return true;
    const QModelIndex cell = m_allocation->firstProblem();
    if (!cell.isValid())
        return false;
    m_grid->goTo(cell);
    m_grid->setFocus(Qt::ShortcutFocusReason);
    return true;
}

QWidget* PaymentEditorPage::firstField() const
{
    return m_preset.isNil() ? static_cast<QWidget*>(m_customer) : m_form->field(Col::amount);
}

bool PaymentEditorPage::isConcerned(const ChangeSet& changes) const
{
    return changes.touches(TableId::Payment) || changes.touches(TableId::PaymentAllocation)
        || changes.touches(TableId::Delivery) || changes.touches(TableId::Customer);
}

void PaymentEditorPage::readAccount()
{
    const Uuid id = customer();
    m_read.reset();
    if (id.isNil()) {
        m_account.reset();
        m_allocation->setDebts({});
        showAccount();
        return;
    }
    data().read(
        this, QStringLiteral("account"),
        [id, today = data().today()](Reader& reader) {
            return Account{reader.receivableList().row(id, today), reader.payments().openDebts(id)};
        },
        [this, id](Account&& account) {
            if (id != customer())
                return;
            m_read = std::move(account);
            takeAccount();
        });
}

/// Never under somebody's hands, and the keyboard stays at its delivery.
void PaymentEditorPage::takeAccount()
{
    if (!m_read || m_grid->isTyping())
        return;
    Account account = *std::exchange(m_read, std::nullopt);
    const QModelIndex cell = m_grid->cell();
    const Uuid at = cell.isValid() ? m_allocation->deliveryAt(cell.row()) : Uuid{};
    m_account = std::move(account.first);
    m_allocation->setDebts(std::move(account.second));
    if (const int row = m_allocation->rowOf(at); row >= 0 && !m_automatic->isChecked())
        m_grid->goTo(m_allocation->index(row, AllocationModel::Share));
    showAccount();
    if (std::exchange(m_takesAll, false))
        fillAll();
    saveIfReady();
}

void PaymentEditorPage::stopWaiting()
{
    m_takesAll = false;
    m_saveWhenReady = false;
}

bool PaymentEditorPage::mayClose()
{
    stopWaiting();
    return FormPage::mayClose();
}

bool PaymentEditorPage::isWaiting() const { return m_customer->isSettling() || m_takesAll; }

void PaymentEditorPage::saveIfReady()
{
    if (!isWaiting() && std::exchange(m_saveWhenReady, false))
        save();
}

void PaymentEditorPage::showAccount()
{
    QString note;
    if (m_account && m_account->balance > Won{}) {
        note = tr("Owes %1").arg(wonText(m_account->balance));
        if (m_account->overdue > Won{})
            note += QStringLiteral(" · ") + tr("overdue %1").arg(wonText(m_account->overdue));
    } else if (m_account) {
        note = m_account->balance < Won{} ? tr("Paid %1 in advance").arg(wonText(-m_account->balance))
                                          : tr("Owes nothing");
    }
    m_customerCell->setNote(Status::Info, note);
    const bool owes = m_allocation->rowCount() > 0;
    m_grid->setVisible(owes);
    m_automatic->setVisible(owes);
    showRest();
}

bool PaymentEditorPage::isNote() const
{
    const auto* kind = qobject_cast<ChoiceField*>(m_form->field(Col::kind));
    return kind->currentData().toLongLong() == std::int64_t(PaymentKind::Note);
}

void PaymentEditorPage::showKind() { sheet().setSectionVisible(*m_note, isNote()); }

void PaymentEditorPage::showRest()
{
    QString text;
    if (m_allocation->rowCount() == 0)
        text = customer().isNil() ? tr("Choose a customer to see what is not paid.") : tr("All deliveries are paid.");
    else if (const Won left = amount() - m_allocation->shared(); m_allocation->isAutomatic())
        text = m_account && amount() > m_account->balance
            ? tr("%1 more than what is owed: it stays as paid in advance.").arg(wonText(amount() - m_account->balance))
            : QString();
    else if (left < Won{})
        text = tr("Together %1 more than the payment.").arg(wonText(-left));
    else
        text = tr("%1 left: it goes to the oldest delivery.").arg(wonText(left));
    m_rest->setWrappedText(text);
}

void PaymentEditorPage::takeAll()
{
    m_takesAll = m_customer->isSettling() || (!m_account && !customer().isNil()); // not read yet
    if (!m_takesAll)
        fillAll();
    m_form->field(Col::amount)->setFocus(Qt::ShortcutFocusReason);
}

/// The keyboard may be elsewhere by now.
void PaymentEditorPage::fillAll()
{
    if (!m_account || m_account->balance <= Won{})
        return;
    const bool saves = m_saveWhenReady; // our own text is not typing
    qobject_cast<ImeLineEdit*>(m_form->field(Col::amount))->setText(numberText(m_account->balance));
    m_saveWhenReady = saves;
}

bool PaymentEditorPage::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() == QEvent::KeyPress
        && QKeySequence(static_cast<QKeyEvent*>(event)->keyCombination()) == keyFor(KeyAction::Choices)) {
        takeAll();
        return true;
    }
    return FormPage::eventFilter(watched, event);
}

} // namespace dure::app

#include "moc_payment_editor_page.cpp"
