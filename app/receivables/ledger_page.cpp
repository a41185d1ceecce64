#include "app/receivables/ledger_page.h"

#include "app/widgets/chip_row.h"
#include "app/widgets/date_field.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/label.h"
#include "app/widgets/number_text.h"
#include "app/widgets/theme.h"
#include "app/widgets/totals_row.h"
#include "core/domain/period.h"

namespace dure::app {
namespace {

constexpr Date firstDay = allDays.from, lastDay = allDays.to;
constexpr int mostPercentWithWords = 120;

} // namespace

LedgerPage::LedgerPage(CompanyData& data, const Uuid& customer, QWidget* parent)
    : ListPage(data, QStringLiteral("ledger"), parent)
    , m_customer(customer)
    , m_model(new LedgerModel(data, customer))
    , m_from(new DateField)
    , m_to(new DateField)
{
    chips().addChip(QStringLiteral("three"), tr("Three months"));
    chips().addChip(QStringLiteral("month"), tr("This month"));
    chips().addChip(QStringLiteral("last"), tr("Last month"));
    chips().addChip(QStringLiteral("year"), tr("This year"));
    chips().addChip(QStringLiteral("all"), tr("All"));
    chips().addChip(QStringLiteral("dates"), tr("From … to"));
    setFilterable(false);
    setModel(m_model, LedgerModel::columns(), QStringLiteral("on"), Qt::AscendingOrder);
    table().setEmptyText(tr("Nothing happened in this period."));
    addPeriod();
    addButtons();
    connect(m_model, &WindowedModel::totalsChanged, this, [this] {
        const LedgerSums* sums = m_model->totals();
        totals().setCell(QStringLiteral("on"), tr("%n line(s)", nullptr, int(sums->count - 1)));
        totals().setCell(QStringLiteral("debit"), numberText(sums->debits));
        totals().setCell(QStringLiteral("credit"), numberText(sums->credits));
        totals().setCell(QStringLiteral("balance"), numberText(sums->closing));
    });
    data.read(
        this, QStringLiteral("name"), [customer](Reader& reader) { return reader.customers().find(customer); },
        [this](std::optional<Customer>&& found) {
            if (found)
                m_name = toQString(found->name);
            Q_EMIT headerChanged();
        });
}

void LedgerPage::addPeriod()
{
    m_from->setAccessibleName(tr("From"));
    m_to->setAccessibleName(tr("To"));
    for (DateField* field : {m_from, m_to}) {
        field->setToday(data().today());
        connect(field, &DateField::dateChanged, this, &LedgerPage::takeDates);
        connect(field, &QLineEdit::returnPressed, this, [this, field] {
            field->takeTyped();
            table().setFocus();
        });
    }
    addAction(m_from);
    addAction(new Label(LabelRole::Muted, QStringLiteral("~")));
    addAction(m_to);
    Theme::follow(this, [this](const Tokens& t) {
        for (DateField* field : {m_from, m_to})
            field->setFixedWidth(t.scaled(120));
    });
}

void LedgerPage::addButtons()
{
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, [this] {
        if (host())
            host()->closePage(this);
    });
    auto* print = new KeyButton(ButtonKind::Plain, tr("Print"));
    print->setSymbol(Icon::Printer);
    print->setKey(keyFor(KeyAction::Print));
    Theme::follow(print, [print](const Tokens& t) { // beside large letters there is no room for all the words
        print->setBrief(t.textPercent() > mostPercentWithWords);
    });
    addAction(print);
    connect(print, &QAbstractButton::clicked, this, [this] {
        const bool areDates = m_from->takeTyped() && m_to->takeTyped();
        const LedgerPeriod shown = chosenPeriod();
        if (areDates)
            Q_EMIT showDocuments({FormKind::CustomerLedger, {m_customer}, {}, shown.from, shown.to});
    });
    auto* record = new KeyButton(ButtonKind::Primary, tr("Payment"));
    record->setKey(keyFor(KeyAction::New));
    addAction(record);
    setWrites(TableId::Payment, record);
    connect(record, &QAbstractButton::clicked, this, [this] { Q_EMIT recordPayment(m_customer); });
}

LedgerPeriod LedgerPage::chosenPeriod() const
{
    const Date today = data().today();
    const Date month = Date::fromYmd(today.year(), today.month(), 1);
    const QString chip = chips().chosenId();
    if (chip == QLatin1String("month"))
        return {month, today.monthEnd()};
    if (chip == QLatin1String("last"))
        return {month.addMonths(-1), month.addDays(-1)};
    if (chip == QLatin1String("year"))
        return {Date::fromYmd(today.year(), 1, 1), Date::fromYmd(today.year(), 12, 31)};
    if (chip == QLatin1String("all"))
        return {firstDay, lastDay};
    if (chip == QLatin1String("dates"))
        return {m_from->date().isNull() ? firstDay : m_from->date(), m_to->date().isNull() ? lastDay : m_to->date()};
    return {month.addMonths(-2), today.monthEnd()};
}

void LedgerPage::takeDates()
{
    if (m_showing)
        return;
    if (chips().chosenId() == QLatin1String("dates"))
        applyFilter();
    else
        chips().choose(QStringLiteral("dates"));
}

void LedgerPage::readCounts() { }

void LedgerPage::applyFilter()
{
    const LedgerPeriod period = chosenPeriod();
    m_showing = true;
    m_from->setDate(period.from == firstDay ? Date{} : period.from);
    m_to->setDate(period.to == lastDay ? Date{} : period.to);
    m_showing = false;
    m_model->setPeriod(period);
}

void LedgerPage::showDetail(const Uuid& id) { noteShown(id); }

void LedgerPage::open(const Uuid& id)
{
    const int row = m_model->rowOf(id);
    const LedgerLine* line = row < 0 ? nullptr : m_model->rowAt(row);
    if (line && line->line.fact)
        Q_EMIT showElsewhere(line->line.fact->isPayment ? TableId::Payment : TableId::Delivery, id);
}

} // namespace dure::app

#include "moc_ledger_page.cpp"
