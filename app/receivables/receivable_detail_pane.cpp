#include "app/receivables/receivable_detail_pane.h"

#include "app/receivables/account_words.h"
#include "app/receivables/ageing_bar.h"
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

ReceivableDetailPane::ReceivableDetailPane(CompanyData& data, QWidget* parent)
    : DetailPane(parent)
    , m_data(data)
    , m_more(new KeyButton(ButtonKind::Quiet, tr("More")))
    , m_bar(new AgeingBar)
    , m_ages(new LineSheet({{{}, Qt::AlignLeft, true}, {{}, Qt::AlignRight}}))
    , m_latest(new LineSheet({{{}, Qt::AlignLeft}, {{}, Qt::AlignLeft, true}, {{}, Qt::AlignRight}}))
{
    makeHead();
    makeBody();
    auto* record = new KeyButton(ButtonKind::Primary, tr("Payment of this customer"));
    record->setKey(keyFor(KeyAction::Primary));
    setPrimary(record);
    auto* ledger = new KeyButton(ButtonKind::Plain, tr("Ledger"));
    ledger->setKeyHint(QStringLiteral("Enter"));
    addFootButton(ledger);
    connect(record, &QAbstractButton::clicked, this, &ReceivableDetailPane::recordPayment);
    connect(ledger, &QAbstractButton::clicked, this, &ReceivableDetailPane::openLedger);
    connect(m_latest, &LineSheet::opened, this, [this](int row) {
        const auto [table, id] = m_facts.value(row);
        if (!id.isNil())
            Q_EMIT showFact(table, id);
    });
}

void ReceivableDetailPane::makeHead()
{
    m_origin = new Label(LabelRole::Hint);
    m_name = new Label(LabelRole::Section);
    m_more->setOpensList(true);
    auto* second = new QHBoxLayout;
    second->addWidget(m_name, 1);
    second->addWidget(m_more);
    head()->addWidget(m_origin);
    head()->addLayout(second);
}

void ReceivableDetailPane::makeBody()
{
    const Heading owes = addHeading(tr("Owes"));
    m_balance = owes.right;
    m_balance->setRole(LabelRole::Section);
    auto* bar = new QWidget;
    auto* barLayout = new QVBoxLayout(bar);
    barLayout->addWidget(m_bar);
    body()->addWidget(bar);
    Theme::follow(
        bar, [=](const Tokens& t) { barLayout->setContentsMargins(0, t.px(Px::Space4), 0, t.px(Px::Space4)); });
    m_ages->setAccessibleName(tr("Age of what is owed"));
    body()->addWidget(m_ages);
    m_overdue = addFact(tr("Overdue"));
    m_since = addFact(tr("Unpaid since"));
    m_limit = addFact(tr("Limit"));
    m_notes = addFact(tr("Notes held"));
    m_terms = addFact(tr("Payment"));
    m_paid = addFact(tr("Last paid"));
    m_promise = addFact(tr("Promised"));
    m_phone = addFact(tr("Phone"));
    m_latestHeading = addHeading(tr("Latest"));
    m_latest->setOpens(true);
    m_latest->setAccessibleName(tr("Latest entries"));
    body()->addWidget(m_latest);
    addGap();
}

void ReceivableDetailPane::setMoreMenu(QMenu* menu)
{
    connect(m_more, &QAbstractButton::clicked, menu,
        [=, this] { menu->popup(m_more->mapToGlobal(m_more->rect().bottomLeft())); });
}

void ReceivableDetailPane::show(const ReceivableFacts& facts)
{
    const Date today = m_data.today();
    const storage::ReceivableRow& row = facts.row;
    const Customer& customer = facts.customer;
    QStringList origin;
    for (const std::string& part : {row.code, customer.representative, row.staff})
        if (!part.empty())
            origin += toQString(part);
    m_origin->setText(origin.join(QStringLiteral(" · ")));
    m_name->setText(toQString(row.name));
    m_balance->setText(row.balance < Won{} ? tr("%1 in advance").arg(wonText(-row.balance)) : wonText(row.balance));
    showAges(row);
    QString overdue;
    if (row.overdue > Won{})
        overdue = row.overdueSince.isNull()
            ? wonText(row.overdue)
            : tr("%1, since %2").arg(wonText(row.overdue), dateText(row.overdueSince, today));
    setFact(m_overdue, overdue);
    setFact(m_since, row.oldestOn.isNull() ? QString() : dateText(row.oldestOn, today));
    QString limit;
    if (row.creditLimit > Won{}) {
        const Won left = row.creditLimit - row.balance;
        limit = left >= Won{} ? tr("%1, %2 left").arg(wonText(row.creditLimit), wonText(left))
                              : tr("%1, over by %2").arg(wonText(row.creditLimit), wonText(-left));
    }
    setFact(m_limit, limit);
    setFact(m_notes,
        row.notesHeld == Won{} ? QString()
                               : tr("%1, not matured yet. With them %2 is at risk.")
                                     .arg(wonText(row.notesHeld), wonText(row.balance + row.notesHeld)));
    setFact(m_terms, paymentTermsText({int(customer.closingDay), int(customer.payMonths), int(customer.payDay)}));
    setFact(m_paid, row.lastPaidOn.isNull() ? QString() : dateText(row.lastPaidOn, today));
    QString promise;
    if (!row.promisedOn.isNull()) {
        promise = dateText(row.promisedOn, today);
        if (const QString near = nearnessText(row.promisedOn, today); !near.isEmpty())
            promise += u' ' + near;
        if (row.promised > Won{})
            promise += QStringLiteral(", ") + wonText(row.promised);
    }
    setFact(m_promise, promise);
    setFact(m_phone, toQString(row.phone));
    showLatest(facts);
    showNext(row);
}

void ReceivableDetailPane::showAges(const storage::ReceivableRow& row)
{
    const bool owes = row.ages.total() > Won{};
    m_bar->parentWidget()->setVisible(owes);
    m_bar->setAges(row.ages);
    QList<QList<SheetCell>> rows;
    for (std::size_t age = 0; owes && age < debtAgeCount; ++age) {
        const Won amount = row.ages.owed[age];
        const bool isOld = static_cast<DebtAge>(age) == DebtAge::Over90 && amount > Won{};
        rows += {{debtAgeText(static_cast<DebtAge>(age)), CellInk::Muted},
            {numberOrDash(amount), isOld ? CellInk::Red : CellInk::Normal}};
    }
    m_ages->setRows(rows);
    m_ages->setVisible(owes);
}

void ReceivableDetailPane::showLatest(const ReceivableFacts& facts)
{
    QList<QList<SheetCell>> rows;
    m_facts.clear();
    for (const storage::AccountLine& line : facts.latest) {
        rows += {{dateText(line.on, m_data.today()), CellInk::Muted}, {accountLineText(line)},
            {numberText(line.debit - line.credit)}};
        m_facts += {line.fact && !line.fact->isPayment ? TableId::Delivery : TableId::Payment,
            line.fact ? line.fact->id : Uuid{}};
    }
    m_latest->setRows(rows);
    m_latest->setVisible(!rows.isEmpty());
    m_latestHeading.row->setVisible(!rows.isEmpty());
}

void ReceivableDetailPane::showNext(const storage::ReceivableRow& row)
{
    const Date today = m_data.today();
    if (!row.promisedOn.isNull() && row.promisedOn <= today)
        setNext(
            tr("Next: see whether the promised money came"), row.promised > Won{} ? wonText(row.promised) : QString());
    else if (row.overdue > Won{})
        setNext(tr("Next: ask for what is overdue"), toQString(row.phone));
    else if (row.notesThisWeek > Won{})
        setNext(tr("Next: see that the note is paid"), tr("%1 matures this week").arg(wonText(row.notesThisWeek)));
    else if (row.balance > Won{})
        setNext(tr("Next: wait for the money"), {});
    else
        setNext(tr("Nothing is owed"), {});
}

} // namespace dure::app

#include "moc_receivable_detail_pane.cpp"
