#include "app/customers/customer_editor_page.h"

#include "app/customers/tax_example.h"
#include "app/forms/business_number_note.h"
#include "app/forms/row_form.h"
#include "app/forms/row_list_grid.h"
#include "app/forms/row_notes.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/number_text.h"
#include "app/widgets/terms_text.h"

#include <algorithm>

namespace dure::app {
namespace {

using Col = col::Customer;

template <class E> std::vector<RowListModel::Entry> entriesOf(const std::vector<E>& list)
{
    std::vector<RowListModel::Entry> entries;
    for (const E& each : list)
        entries.push_back({toRow(each), each.seq});
    return entries;
}

template <class E> std::vector<E> listOf(const std::vector<RowListModel::Entry>& entries)
{
    std::vector<E> list;
    for (const RowListModel::Entry& entry : entries)
        list.push_back(fromRow<E>(entry.row, entry.seq));
    return list;
}

std::optional<commands::CustomerInput> readInput(Reader& reader, const Uuid& id)
{
    auto detail = reader.customers().detail(id);
    if (!detail)
        return std::nullopt;
    return commands::CustomerInput{std::move(detail->customer), std::move(detail->contacts), std::move(detail->sites)};
}

} // namespace

CustomerEditorPage::CustomerEditorPage(CompanyData& data, const Uuid& customer, const QString& name, QWidget* parent)
    : FormPage(data, "customer", customer, parent)
    , m_form(new RowForm(TableId::Customer, this))
    , m_contacts(new RowListModel(TableId::Contact,
          {{col::Contact::name, tr("Person")}, {col::Contact::title, tr("Title")},
              {col::Contact::phone, tr("Telephone"), TextForm::Phone},
              {col::Contact::email, tr("Email"), TextForm::Email}, {col::Contact::note, tr("Note")}},
          this))
    , m_sites(new RowListModel(TableId::DeliverySite,
          {{col::DeliverySite::name, tr("Site")},
              {col::DeliverySite::postalCode, tr("Postal code"), TextForm::PostalCode},
              {col::DeliverySite::address, tr("Address")}, {col::DeliverySite::phone, tr("Telephone"), TextForm::Phone},
              {col::DeliverySite::receiver, tr("Receiver")}, {col::DeliverySite::note, tr("Note")}},
          this))
    , m_name(name)
{
    makeIdentity();
    makeReach();
    makeTax();
    makePayment();
    makeLists();
    makeRest();
    connect(m_form, &RowForm::changed, this, &CustomerEditorPage::onChanged);
    connect(m_contacts, &RowListModel::changed, this, [this] { touched(); });
    connect(m_sites, &RowListModel::changed, this, [this] { touched(); });
    open();
}

QString CustomerEditorPage::subtitle() const { return toQString(m_before.customer.name); }
QString CustomerEditorPage::taxExample() const { return m_taxExample->text().remove(QChar(0x2060)); }
QString CustomerEditorPage::paymentExample() const { return m_paymentExample->text().remove(QChar(0x2060)); }

void CustomerEditorPage::read()
{
    if (id().isNil()) {
        m_before = {};
        showStored();
        if (!m_name.isEmpty())
            qobject_cast<ImeLineEdit*>(m_form->field(Col::name))->setText(m_name);
        opened();
        return;
    }
    data().read(
        this, QStringLiteral("open"), [id = id()](Reader& reader) { return readInput(reader, id); },
        [this](std::optional<commands::CustomerInput>&& input) {
            if (!input)
                return gone();
            m_before = std::move(*input);
            showStored();
            opened();
        });
}

void CustomerEditorPage::showStored()
{
    m_form->show(toRow(m_before.customer));
    m_contacts->setEntries(entriesOf(m_before.contacts));
    m_sites->setEntries(entriesOf(m_before.sites));
    showNumberNote();
    checkTwins();
    showExamples();
}

bool CustomerEditorPage::isChanged() const
{
    return m_form->isChanged() || m_contacts->isChanged() || m_sites->isChanged();
}

QJsonObject CustomerEditorPage::typed() const
{
    QJsonObject typed = m_form->typed();
    if (m_contacts->isChanged())
        typed.insert(QStringLiteral("contacts"), m_contacts->typed());
    if (m_sites->isChanged())
        typed.insert(QStringLiteral("sites"), m_sites->typed());
    return typed;
}

void CustomerEditorPage::resume(const QJsonObject& typed)
{
    m_form->resume(typed);
    if (const QJsonValue contacts = typed[QStringLiteral("contacts")]; contacts.isArray())
        m_contacts->resume(contacts.toArray());
    if (const QJsonValue sites = typed[QStringLiteral("sites")]; sites.isArray())
        m_sites->resume(sites.toArray());
    showNumberNote();
    checkTwins();
    showExamples();
}

void CustomerEditorPage::onChanged(int column)
{
    touched();
    switch (column) {
    case Col::businessNo:
        showNumberNote();
        [[fallthrough]];
    case Col::code:
        checkTwins();
        break;
    default:
        showExamples();
    }
}

void CustomerEditorPage::showExamples()
{
    const auto now = fromRow<Customer>(m_form->row());
    m_taxExample->setWrappedText(taxExampleText(now.tax));
    const PaymentTerms terms{int(now.closingDay), int(now.payMonths), int(now.payDay)};
    m_paymentExample->setWrappedText(terms.closingDay == 0
            ? tr("Without a closing day no due date is computed.")
            : tr("%1. A day that falls on a holiday moves to the next business day.").arg(paymentTermsText(terms)));
    const bool taxed = now.tax.kind == TaxKind::Taxable;
    for (const int column : {Col::priceKind, Col::taxScope, Col::roundingMode})
        m_form->field(column)->setEnabled(taxed);
    m_form->field(Col::payMonths)->setEnabled(terms.closingDay != 0);
    m_form->field(Col::payDay)->setEnabled(terms.closingDay != 0);
}

void CustomerEditorPage::showNumberNote()
{
    noteBusinessNumber(*m_form->cell(Col::businessNo), m_form->typedText(Col::businessNo), m_numberTwin);
}

void CustomerEditorPage::checkTwins()
{
    const std::string code = m_form->typedText(Col::code).trimmed().toStdString();
    const std::string number = m_form->typedText(Col::businessNo).trimmed().toStdString();
    data().read(
        this, QStringLiteral("twins"),
        [code, number, id = id()](Reader& reader) {
            auto customers = reader.customers();
            const auto nameOf = [&](const std::vector<Uuid>& others) {
                const auto other = others.empty() ? std::nullopt : customers.find(others.front());
                return other ? toQString(other->name) : QString();
            };
            return std::pair(code.empty() ? QString() : nameOf(customers.withCode(code, id)),
                number.empty() ? QString() : nameOf(customers.withBusinessNo(number, id)));
        },
        [this](const std::pair<QString, QString>& twins) {
            m_form->cell(Col::code)->setNote(Status::Attention,
                twins.first.isEmpty() ? QString()
                                      : tr("%1 has this code too. Change it, or keep it as it is.").arg(twins.first));
            m_numberTwin = twins.second;
            showNumberNote();
        });
}

bool CustomerEditorPage::takeTyped()
{
    m_contactGrid->takeCell();
    m_siteGrid->takeCell();
    const bool readable = m_form->takeTyped();
    return !isRefusedBusinessNumber(*m_form, Col::businessNo) && readable;
}

void CustomerEditorPage::store()
{
    commands::CustomerInput now;
    now.customer = fromRow<Customer>(m_form->row(), m_before.customer.seq);
    now.contacts = listOf<Contact>(m_contacts->entries());
    now.sites = listOf<DeliverySite>(m_sites->entries());
    storeBy([now, before = m_before](
                commands::Commands& c) { return c.saveCustomer(now, before.customer.id.isNil() ? nullptr : &before); },
        toQString(now.customer.name));
}

void CustomerEditorPage::showProblems(const commands::CommandError& error)
{
    m_form->setProblems(error.problems);
    m_contacts->setProblems(error.problems);
    m_sites->setProblems(error.problems);
}

bool CustomerEditorPage::focusFirstProblem()
{
    if (m_form->focusFirstProblem())
        return true;
    for (RowListGrid* grid : {m_siteGrid, m_contactGrid}) {
        const QModelIndex cell = (grid == m_siteGrid ? m_sites : m_contacts)->firstProblem();
        if (!cell.isValid())
            continue;
        grid->goTo(cell);
        grid->setFocus(Qt::ShortcutFocusReason);
        return true;
    }
    return false;
}

QWidget* CustomerEditorPage::firstField() const { return m_form->field(Col::name); }

bool CustomerEditorPage::isConcerned(const ChangeSet& changes) const
{
    return !id().isNil() && std::ranges::any_of(changes.rows, [this](const ChangeSet::Touched& row) {
        const bool ours
            = row.table == TableId::Customer || row.table == TableId::Contact || row.table == TableId::DeliverySite;
        return ours && row.root == id();
    });
}

void CustomerEditorPage::readAgain()
{
    if (id().isNil())
        return;
    data().read(
        this, QStringLiteral("again"), [id = id()](Reader& reader) { return readInput(reader, id); },
        [this](std::optional<commands::CustomerInput>&& input) {
            if (!input)
                return gone();
            const Row customer = toRow(input->customer);
            const bool differs = customer.values != toRow(m_before.customer).values
                || input->contacts != m_before.contacts || input->sites != m_before.sites;
            m_before = std::move(*input);
            if (!differs) // only acknowledged by the cloud
                return;
            m_contactGrid->takeCell();
            m_siteGrid->takeCell();
            const QList<int> both = m_form->follow(customer);
            const bool contacts = m_contacts->follow(entriesOf(m_before.contacts));
            const bool sites = m_sites->follow(entriesOf(m_before.sites));
            noteStored(*m_form, both);
            showExamples();
            toldOfChange(!both.isEmpty() || contacts || sites);
        });
}

} // namespace dure::app

#include "moc_customer_editor_page.cpp"
