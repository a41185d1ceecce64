#include "app/claims/claim_settlement_page.h"

#include "app/claims/claim_words.h"
#include "app/data/error_text.h"
#include "app/forms/form_sheet.h"
#include "app/widgets/choice_field.h"
#include "app/widgets/date_field.h"
#include "app/widgets/form_cell.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/label.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"

#include <QGridLayout>

namespace dure::app {
namespace {

using Col = col::Claim;

constexpr auto add = FormSheet::add;
constexpr int quantityDecimals = 4;
const QString decisionKey = QStringLiteral("decision");
const QString onKey = QStringLiteral("on");
const QString returnedKey = QStringLiteral("returned");
const QString replacedKey = QStringLiteral("replaced");
const QString creditKey = QStringLiteral("credit");

ImeLineEdit* numberField()
{
    auto* field = new ImeLineEdit;
    field->setAlignment(Qt::AlignRight | Qt::AlignVCenter);
    return field;
}

} // namespace

ClaimSettlementPage::ClaimSettlementPage(CompanyData& data, const Uuid& claim, QWidget* parent)
    : FormPage(data, "claim-settlement/" + claim.toString(), claim, parent)
    , m_about(new Label(LabelRole::Body))
    , m_outcome(new Label(LabelRole::Hint))
    , m_decision(new ChoiceField)
    , m_on(new DateField)
    , m_returned(numberField())
    , m_replaced(numberField())
    , m_credit(numberField())
    , m_decisionCell(new FormCell(tr("Decision"), m_decision))
    , m_onCell(new FormCell(tr("Settled on"), m_on))
    , m_returnedCell(new FormCell(tr("Comes back"), m_returned))
    , m_replacedCell(new FormCell(tr("Goes out for it"), m_replaced))
    , m_creditCell(new FormCell(tr("Taken off, VAT included (won)"), m_credit))
{
    makeSheet();
    open();
}

QString ClaimSettlementPage::subtitle() const { return m_detail ? toQString(m_detail->claim.number) : QString(); }

void ClaimSettlementPage::makeSheet()
{
    for (Label* text : {m_about, m_outcome}) {
        text->setWrappedText({});
        text->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    }
    add(sheet().addSection(tr("Claim")), m_about, 0, 0, FormSheet::columns);
    QGridLayout* grid = sheet().addSection(tr("What is done"));
    m_decision->addItem(tr("Replace: other goods for them"), int(ClaimDecision::Replace));
    m_decision->addItem(tr("Take back: the goods and what they cost"), int(ClaimDecision::Return));
    m_decision->addItem(tr("Credit: take an amount off"), int(ClaimDecision::Credit));
    m_decision->addItem(tr("Not accepted: nothing"), int(ClaimDecision::Refused));
    m_on->setRequired(true);
    m_on->setToday(data().today());
    add(grid, m_decisionCell, 0, 0, 6);
    add(grid, m_onCell, 0, 6, 3);
    add(grid, m_returnedCell, 1, 0, 3);
    add(grid, m_replacedCell, 1, 3, 3);
    add(grid, m_creditCell, 1, 6, 3);
    add(grid, m_outcome, 2, 0, FormSheet::columns);
    connect(m_decision, &QComboBox::currentIndexChanged, this, [this] {
        m_decisionCell->setProblem({});
        showDecision();
        touched();
    });
    connect(m_on, &DateField::dateChanged, this, [this] {
        m_onCell->setProblem({});
        touched();
    });
    connect(m_on, &DateField::rejected, m_onCell, &FormCell::setProblem);
    for (FormCell* cell : {m_returnedCell, m_replacedCell, m_creditCell}) {
        connect(qobject_cast<ImeLineEdit*>(cell->field()), &ImeLineEdit::effectiveTextChanged, this, [this, cell] {
            cell->setProblem({});
            showDecision();
            touched();
        });
    }
}

void ClaimSettlementPage::read()
{
    data().read(
        this, QStringLiteral("open"), [id = id()](Reader& reader) { return reader.claims().detail(id); },
        [this](std::optional<storage::ClaimDetail>&& detail) {
            if (!isStillOpen(detail))
                return;
            m_detail = std::move(detail);
            showStored();
            opened();
        });
}

void ClaimSettlementPage::showStored()
{
    const Claim& claim = m_detail->claim;
    QStringList parts{toQString(m_detail->customerName), claimKindText(claim.kind)};
    for (const std::string& part : {claim.productName, claim.lot, claim.reason})
        if (!part.empty())
            parts += toQString(part);
    QString about = parts.join(QStringLiteral(" · "));
    const QStringList before = answersBefore();
    if (!before.isEmpty())
        about += u'\n' + tr("Settled before: %1").arg(before.join(QStringLiteral(", ")));
    m_about->setWrappedText(about);
    const Quantity left = complainedOf();
    const QString complained = left.isZero() ? QString() : numberText(left);
    m_decision->setCurrentIndex(0);
    m_on->setDate(data().today());
    m_returned->setText(complained);
    m_replaced->setText(complained);
    m_credit->clear();
    showDecision();
}

/// What was recorded for it and stands: a claim that was opened again.
QStringList ClaimSettlementPage::answersBefore() const
{
    QStringList words;
    for (const storage::ClaimDetail::Answer& answer : m_detail->answers)
        words += answer.kind == DeliveryKind::Credit
            ? QStringLiteral("%1 %2").arg(deliveryKindText(answer.kind), wonText(answer.total))
            : QStringLiteral("%1 %2").arg(deliveryKindText(answer.kind), numberText(answer.quantity));
    return words;
}

/// Of the quantity complained of, what has not come back yet.
Quantity ClaimSettlementPage::complainedOf() const
{
    Quantity left = m_detail->claim.quantity;
    for (const storage::ClaimDetail::Answer& answer : m_detail->answers)
        if (answer.kind == DeliveryKind::Return)
            left += answer.quantity; // below 0
    return std::max(left, Quantity{});
}

ClaimDecision ClaimSettlementPage::decision() const { return ClaimDecision(m_decision->currentData().toInt()); }

Quantity ClaimSettlementPage::quantityIn(const ImeLineEdit& field) const
{
    const ParsedNumber number
        = parseNumber(field.effectiveText().trimmed().toStdString(), quantityDecimals, maxTenThousandths);
    return number.error ? Quantity{} : Quantity{number.scaled};
}

Won ClaimSettlementPage::credit() const
{
    const ParsedNumber number = parseNumber(m_credit->effectiveText().trimmed().toStdString(), 0, maxAmountWon);
    return number.error ? Won{} : Won{number.scaled};
}

/// Which fields count, and what will be recorded.
void ClaimSettlementPage::showDecision()
{
    const ClaimDecision now = decision();
    const bool isReplaced = now == ClaimDecision::Replace;
    m_returnedCell->setVisible(isReplaced || now == ClaimDecision::Return);
    m_replacedCell->setVisible(isReplaced);
    m_creditCell->setVisible(now == ClaimDecision::Credit);
    QString outcome;
    switch (now) {
    case ClaimDecision::Replace:
        outcome = tr("Recorded are a return and a replacement, both for 0 won. The stock follows.");
        break;
    case ClaimDecision::Return:
        outcome = tr("Recorded is a return at the price of sale: the customer owes that much less.");
        break;
    case ClaimDecision::Credit:
        outcome = tr("Recorded is a credit: the customer owes exactly that much less. No goods move.");
        break;
    default:
        outcome = tr("Nothing is recorded but the decision.");
    }
    m_outcome->setWrappedText(outcome);
}

bool ClaimSettlementPage::isChanged() const
{
    if (!m_detail)
        return false;
    const Quantity complained = complainedOf();
    return m_decision->currentIndex() != 0 || quantityIn(*m_returned) != complained
        || quantityIn(*m_replaced) != complained || !m_credit->effectiveText().isEmpty();
}

QJsonObject ClaimSettlementPage::typed() const
{
    return {{decisionKey, int(decision())}, {onKey, m_on->date().yyyymmdd}, {returnedKey, m_returned->text()},
        {replacedKey, m_replaced->text()}, {creditKey, m_credit->text()}};
}

void ClaimSettlementPage::resume(const QJsonObject& typed)
{
    m_decision->setCurrentIndex(qMax(0, m_decision->findData(typed[decisionKey].toInt())));
    if (const Date day{typed[onKey].toInt()}; day.isValid())
        m_on->setDate(day);
    m_returned->setText(typed[returnedKey].toString());
    m_replaced->setText(typed[replacedKey].toString());
    m_credit->setText(typed[creditKey].toString());
    showDecision();
}

bool ClaimSettlementPage::takeNumber(FormCell& cell, const ImeLineEdit& field, int decimals)
{
    if (cell.isHidden())
        return true;
    const std::string text = field.effectiveText().trimmed().toStdString();
    const ParsedNumber number = parseNumber(text, decimals, decimals == 0 ? maxAmountWon : maxTenThousandths);
    const bool mayBeEmpty = &cell == m_returnedCell && decision() == ClaimDecision::Replace;
    QString problem;
    if (text.empty() && !mayBeEmpty)
        problem = tr("It is empty. Type it.");
    else if (!text.empty() && number.error)
        problem = tr("This is not a number that can stand here.");
    else if (!text.empty() && number.scaled < 0)
        problem = tr("It must not be below 0.");
    cell.setProblem(problem);
    return problem.isEmpty();
}

bool ClaimSettlementPage::takeTyped()
{
    if (m_on->date().isNull())
        m_onCell->setProblem(tr("The day is empty. Fill it in."));
    bool readable = m_on->takeTyped();
    readable = takeNumber(*m_returnedCell, *m_returned, quantityDecimals) && readable;
    readable = takeNumber(*m_replacedCell, *m_replaced, quantityDecimals) && readable;
    return takeNumber(*m_creditCell, *m_credit, 0) && readable;
}

void ClaimSettlementPage::store()
{
    commands::ClaimSettlement settlement;
    settlement.claim = id();
    settlement.decision = decision();
    settlement.on = m_on->date();
    if (settlement.decision == ClaimDecision::Replace || settlement.decision == ClaimDecision::Return)
        settlement.returned = quantityIn(*m_returned);
    if (settlement.decision == ClaimDecision::Replace)
        settlement.replaced = quantityIn(*m_replaced);
    if (settlement.decision == ClaimDecision::Credit)
        settlement.credit = credit();
    storeBy([settlement](commands::Commands& c) { return c.settleClaim(settlement); },
        m_detail ? toQString(m_detail->claim.number) : QString());
}

void ClaimSettlementPage::showProblems(const commands::CommandError& error)
{
    for (const commands::FieldProblem& problem : error.problems) {
        FormCell* cell = problem.table != TableId::Claim && problem.table != TableId::Delivery
                && problem.table != TableId::DeliveryLine
            ? m_onCell
            : problem.problem == commands::Problem::PriceUnknown ? m_decisionCell
            : problem.problem == commands::Problem::MoreThanDelivered && problem.column == Col::quantity
            ? m_returnedCell
            : problem.column == Col::decision && problem.table == TableId::Claim ? m_creditCell
            : problem.column == Col::closedOn && problem.table == TableId::Claim ? m_onCell
            : decision() == ClaimDecision::Replace                               ? m_replacedCell
            : decision() == ClaimDecision::Credit                                ? m_creditCell
                                                                                 : m_returnedCell;
        cell->setProblem(problemText(problem));
    }
}

bool ClaimSettlementPage::focusFirstProblem()
{
    for (FormCell* cell : {m_decisionCell, m_onCell, m_returnedCell, m_replacedCell, m_creditCell}) {
        if (cell->isHidden() || cell->problem().isEmpty())
            continue;
        cell->field()->setFocus(Qt::OtherFocusReason);
        return true;
    }
    return false;
}

QWidget* ClaimSettlementPage::firstField() const { return m_decision; }

bool ClaimSettlementPage::isConcerned(const ChangeSet& changes) const
{
    return std::ranges::any_of(changes.rows, [this](const ChangeSet::Touched& row) { return row.id == id(); });
}

/// Somebody else decided meanwhile: there is nothing left to do here.
void ClaimSettlementPage::readAgain()
{
    data().read(
        this, QStringLiteral("again"), [id = id()](Reader& reader) { return reader.claims().detail(id); },
        [this](std::optional<storage::ClaimDetail>&& detail) { isStillOpen(detail); });
}

/// Says so if it is not.
bool ClaimSettlementPage::isStillOpen(const std::optional<storage::ClaimDetail>& detail)
{
    if (!detail) {
        gone();
        return false;
    }
    const Claim& claim = detail->claim;
    if (claim.decision == ClaimDecision::Open) {
        if (std::exchange(m_toldOfSettling, false)) // and opened again
            strip().clear();
        return true;
    }
    m_toldOfSettling = true;
    strip().clear();
    strip().show(Tone::Red, tr("It was settled meanwhile: %1.").arg(claimDecisionText(claim.decision)),
        tr("Close this page. In the list the claim can be opened again."));
    return false;
}

} // namespace dure::app

#include "moc_claim_settlement_page.cpp"
