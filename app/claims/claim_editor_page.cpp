#include "app/claims/claim_editor_page.h"

#include "app/claims/claim_words.h"
#include "app/data/error_text.h"
#include "app/forms/form_sheet.h"
#include "app/forms/row_form.h"
#include "app/forms/row_notes.h"
#include "app/lookup/customer_field.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_text.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/number_text.h"

#include <QGridLayout>
#include <algorithm>
#include <tuple>

namespace dure::app {
namespace {

using Col = col::Claim;

constexpr auto add = FormSheet::add;
const QString customerKey = QStringLiteral("customer");
const QString lineKey = QStringLiteral("line");

std::string draftKind(const Uuid& delivery) { return delivery.isNil() ? "claim" : "claim/" + delivery.toString(); }

} // namespace

ClaimEditorPage::ClaimEditorPage(CompanyData& data, const Uuid& claim, const Uuid& delivery, QWidget* parent)
    : FormPage(data, draftKind(delivery), claim, parent)
    , m_delivery(delivery)
    , m_form(new RowForm(TableId::Claim, this))
    , m_customer(new CustomerField(data))
    , m_customerCell(new FormCell(tr("Customer"), m_customer))
    , m_delivered(new ChoiceField)
{
    makeSheet();
    connect(m_form, &RowForm::changed, this, [this] { touched(); });
    connect(m_customer, &CustomerField::customerChosen, this, [this] {
        m_customerCell->setProblem({});
        touched();
        showLines({}, {}); // nothing of another customer's, also while his are read
        dropLine();
        readLines({});
    });
    connect(m_customer, &CustomerField::settled, this, [this] {
        m_customerCell->setProblem(m_customer->toolTip());
        if (std::exchange(m_saveWhenSettled, false))
            save();
    });
    connect(m_delivered, &QComboBox::activated, this, [this](int chosen) {
        if (chosen > 0)
            takeLine();
        else
            dropLine();
        touched();
    });
    open();
}

QString ClaimEditorPage::subtitle() const { return toQString(m_before.claim.number); }

void ClaimEditorPage::makeSheet()
{
    QGridLayout* main = sheet().addSection(tr("Claim"));
    add(main, m_customerCell, 0, 0, 6);
    add(main, m_form->addDate(Col::claimedOn, tr("Claimed on"), data().today()), 0, 6, 3);
    QList<RowForm::Choice> kinds;
    for (const auto kind :
        {ClaimKind::Defect, ClaimKind::Shortage, ClaimKind::Damage, ClaimKind::WrongItem, ClaimKind::Other})
        kinds += {claimKindText(kind), std::int64_t(kind)};
    add(main, m_form->addChoice(Col::kind, tr("Kind"), kinds), 0, 9, 3);
    QGridLayout* goods = sheet().addSection(
        tr("Goods"), tr("The delivered line fills in the product, its lot and its day of production."));
    add(goods, new FormCell(tr("What was delivered"), m_delivered), 0, 0, FormSheet::columns);
    add(goods, m_form->addText(Col::productName, tr("Product")), 1, 0, 6);
    add(goods, m_form->addNumber(Col::quantity, tr("Quantity complained of"), {4, 4, 0}), 1, 6, 3);
    add(goods, m_form->addText(Col::lot, tr("Lot")), 2, 0, 3);
    add(goods, m_form->addDate(Col::producedOn, tr("Made on"), data().today()), 2, 3, 3);
    QGridLayout* rest = sheet().addSection(tr("What was said"));
    add(rest, m_form->addText(Col::reason, tr("Reason")), 0, 0, FormSheet::columns);
    add(rest, m_form->addText(Col::staff, tr("In charge")), 1, 0, 3);
    add(rest, m_form->addText(Col::memo, tr("Memo")), 1, 3, 9);
}

void ClaimEditorPage::read()
{
    data().read(
        this, QStringLiteral("open"),
        [id = id(), delivery = m_delivery, today = data().today()](Reader& reader) -> std::optional<Stored> {
            if (!id.isNil()) {
                auto detail = reader.claims().detail(id);
                if (!detail)
                    return std::nullopt;
                return Stored{std::move(detail->claim), std::move(detail->customerName)};
            }
            Stored blank;
            blank.claim.claimedOn = today;
            if (const auto of = delivery.isNil() ? std::nullopt : reader.deliveries().detail(delivery)) {
                blank.claim.customerId = of->delivery.customerId;
                blank.customerName = of->customer.name;
                blank.claim.deliveryId = delivery;
            }
            return blank;
        },
        [this](std::optional<Stored>&& stored) {
            if (!stored)
                return gone();
            m_before = std::move(*stored);
            showStored();
            opened();
        });
}

void ClaimEditorPage::showStored()
{
    m_form->show(toRow(m_before.claim));
    m_customer->setCustomer(m_before.claim.customerId, toQString(m_before.customerName));
    m_customerCell->setProblem({});
    readLines(m_before.claim.deliveryLineId);
}

bool ClaimEditorPage::isChanged() const
{
    const Claim now = claim();
    return m_form->isChanged() || now.customerId != m_before.claim.customerId
        || now.deliveryLineId != m_before.claim.deliveryLineId;
}

QJsonObject ClaimEditorPage::typed() const
{
    QJsonObject typed = m_form->typed();
    const Claim now = claim();
    const auto put = [&](const QString& key, const Uuid& id, const Uuid& before) {
        if (id != before)
            typed.insert(key, QString::fromStdString(id.toString()));
    };
    put(customerKey, now.customerId, m_before.claim.customerId);
    put(lineKey, now.deliveryLineId, m_before.claim.deliveryLineId);
    return typed;
}

void ClaimEditorPage::resume(const QJsonObject& typed)
{
    m_form->resume(typed);
    if (const auto id = Uuid::fromString(typed[customerKey].toString().toStdString()))
        m_customer->setCustomer(*id);
    readLines(Uuid::fromString(typed[lineKey].toString().toStdString()).value_or(m_before.claim.deliveryLineId));
}

bool ClaimEditorPage::takeTyped()
{
    m_customer->settle();
    return m_form->takeTyped();
}

Claim ClaimEditorPage::claim() const
{
    auto now = fromRow<Claim>(m_form->row(), m_before.claim.seq);
    now.customerId = m_customer->customer();
    const int chosen = m_delivered->currentIndex();
    if (chosen > 0 && chosen <= int(m_lines.size())) {
        const DeliveryLine& line = m_lines[std::size_t(chosen) - 1].line;
        now.deliveryId = line.deliveryId;
        now.deliveryLineId = line.id;
        now.productId = line.productId;
    } else if (now.customerId != m_before.claim.customerId) { // nothing of another customer's deliveries
        now.deliveryId = {};
        now.deliveryLineId = {};
        now.productId = {};
    } else if (m_delivered->count() > 0 && !now.deliveryLineId.isNil()) { // "not known which" was chosen
        now.deliveryLineId = {};
        now.productId = {};
    }
    return now;
}

void ClaimEditorPage::store()
{
    if (m_customer->isSettling()) { // Enter came before the list
        m_saveWhenSettled = true;
        return;
    }
    const Claim now = claim();
    storeBy([now, before = m_before.claim](
                commands::Commands& c) { return c.saveClaim(now, before.id.isNil() ? nullptr : &before); },
        m_customer->text().trimmed());
}

void ClaimEditorPage::showProblems(const commands::CommandError& error)
{
    m_form->setProblems(error.problems);
    for (const commands::FieldProblem& problem : error.problems) {
        if (problem.table == TableId::Claim && problem.column == Col::customerId)
            m_customerCell->setProblem(
                problem.problem == commands::Problem::Missing ? tr("Choose a customer.") : problemText(problem));
    }
}

bool ClaimEditorPage::focusFirstProblem()
{
    if (m_customerCell->problem().isEmpty())
        return m_form->focusFirstProblem();
    m_customer->setFocus(Qt::ShortcutFocusReason);
    return true;
}

QWidget* ClaimEditorPage::firstField() const
{
    if (id().isNil() && m_before.claim.customerId.isNil())
        return m_customer;
    return id().isNil() ? static_cast<QWidget*>(m_delivered) : m_form->field(Col::reason);
}

bool ClaimEditorPage::isConcerned(const ChangeSet& changes) const
{
    return !id().isNil()
        && std::ranges::any_of(changes.rows, [this](const ChangeSet::Touched& row) { return row.id == id(); });
}

void ClaimEditorPage::readAgain()
{
    data().read(
        this, QStringLiteral("again"), [id = id()](Reader& reader) { return reader.claims().detail(id); },
        [this](std::optional<storage::ClaimDetail>&& detail) {
            if (!detail)
                return gone();
            const bool differs = toRow(detail->claim).values != toRow(m_before.claim).values;
            const Uuid line = claim().deliveryLineId;
            const bool wasChosen = line != m_before.claim.deliveryLineId;
            m_before.claim = std::move(detail->claim);
            if (!differs) // only acknowledged by the cloud
                return;
            const QList<int> both = m_form->follow(toRow(m_before.claim));
            noteStored(*m_form, both);
            readLines(wasChosen ? line : m_before.claim.deliveryLineId);
            toldOfChange(!both.isEmpty());
        });
}

void ClaimEditorPage::readLines(const Uuid& chosen)
{
    const Uuid customer = m_customer->customer();
    if (customer.isNil())
        return showLines({}, {});
    const bool isAsOpened = customer == m_before.claim.customerId;
    data().read(
        this, QStringLiteral("lines"),
        [customer, delivery = isAsOpened ? m_delivery : Uuid{}, named = isAsOpened ? id() : Uuid{}](Reader& reader) {
            auto lines = reader.claims().deliveredLines(customer, delivery);
            if (const auto stored = named.isNil() ? std::nullopt : reader.claims().detail(named);
                stored && stored->delivered) { // however long ago it went out
                const Uuid line = stored->delivered->line.id;
                if (std::ranges::none_of(lines, [&](const auto& each) { return each.line.id == line; }))
                    lines.push_back(*stored->delivered);
            }
            return lines;
        },
        [this, customer, chosen](std::vector<storage::DeliveredLine>&& lines) {
            if (customer == m_customer->customer())
                showLines(std::move(lines), chosen);
        });
}

void ClaimEditorPage::showLines(std::vector<storage::DeliveredLine> lines, const Uuid& chosen)
{
    m_lines = std::move(lines);
    m_delivered->clear();
    m_delivered->addItem(m_customer->customer().isNil() ? tr("Choose the customer first") : tr("Not known which"));
    int current = 0;
    for (const storage::DeliveredLine& each : m_lines) {
        QStringList parts{dateText(each.deliveredOn, data().today()), toQString(each.deliveryNumber),
            toQString(each.line.productName)};
        if (!each.line.spec.empty())
            parts.last() += u' ' + toQString(each.line.spec);
        parts += numberText(each.line.quantity);
        if (!each.line.lot.empty())
            parts += toQString(each.line.lot);
        m_delivered->addItem(parts.join(QStringLiteral(" · ")));
        if (each.line.id == chosen)
            current = m_delivered->count() - 1;
    }
    const bool isOnlyOne = chosen.isNil() && !m_delivery.isNil() && m_lines.size() == 1;
    m_delivered->setCurrentIndex(isOnlyOne ? 1 : current);
    if (claim().deliveryLineId != m_before.claim.deliveryLineId)
        takeLine();
}

/// What the chosen line says, for fields that nobody has typed in.
void ClaimEditorPage::takeLine()
{
    const int chosen = m_delivered->currentIndex();
    if (chosen < 1 || chosen > int(m_lines.size()))
        return;
    const DeliveryLine& line = m_lines[std::size_t(chosen) - 1].line;
    QJsonObject typed = m_form->typed();
    Claim filled = m_before.claim;
    filled.productName = line.productName;
    filled.lot = line.lot;
    filled.producedOn = line.producedOn;
    m_form->show(toRow(filled));
    m_form->resume(typed);
}

/// Product, lot and day of a line that is no longer chosen go; what was typed stays.
void ClaimEditorPage::dropLine()
{
    const QJsonObject typed = m_form->typed();
    Claim without = m_before.claim;
    if (m_customer->customer() != without.customerId)
        std::tie(without.productName, without.lot, without.producedOn) = std::tuple<std::string, std::string, Date>();
    m_form->show(toRow(without));
    m_form->resume(typed);
}

} // namespace dure::app

#include "moc_claim_editor_page.cpp"
