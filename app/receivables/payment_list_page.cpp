#include "app/receivables/payment_list_page.h"

#include "app/widgets/chip_row.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/number_text.h"
#include "app/widgets/totals_row.h"

#include <QAction>
#include <QMenu>
#include <QShortcut>
#include <array>

namespace dure::app {
namespace {

constexpr std::array chipIds{"today", "week", "month", "all"}; // by storage::PaymentChip

} // namespace

PaymentListPage::PaymentListPage(CompanyData& data, QWidget* parent)
    : ListPage(data, QStringLiteral("payments"), parent)
    , m_model(new PaymentListModel(data))
{
    chips().addChip(QStringLiteral("today"), tr("Today"));
    chips().addChip(QStringLiteral("week"), tr("This week"));
    chips().addChip(QStringLiteral("month"), tr("This month"));
    chips().addChip(QStringLiteral("all"), tr("All"));
    chips().choose(QStringLiteral("month"));
    setModel(m_model, PaymentListModel::columns(), QStringLiteral("on"), Qt::DescendingOrder);
    makeMenu();
    table().setEmptyText(tr("No payment fits."));

    auto* empty = new EmptyState(tr("No money came in yet"), tr("Payments stand here by day."));
    auto* first = new KeyButton(ButtonKind::Primary, tr("New payment"));
    connect(first, &QAbstractButton::clicked, this, &PaymentListPage::recordPayment);
    offerToWriters(TableId::Payment, first);
    empty->addWay(Icon::Wallet, tr("Record a payment"), tr("less than a minute"),
        tr("Choose who paid, press F4 for all that is owed, and F8."), first);
    setEmptyState(empty);

    auto* create = new KeyButton(ButtonKind::Plain, tr("New payment"));
    create->setSymbol(Icon::Plus);
    create->setKey(keyFor(KeyAction::New));
    addAction(create);
    setWrites(TableId::Payment, create);
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, [this] {
        if (host())
            host()->closePage(this);
    });
    connect(create, &QAbstractButton::clicked, this, &PaymentListPage::recordPayment);
    auto* print = new QShortcut(keyFor(KeyAction::Print), this);
    print->setContext(Qt::WidgetWithChildrenShortcut);
    connect(print, &QShortcut::activated, this, [this] {
        if (!currentId().isNil())
            Q_EMIT receiptWanted(currentId());
    });
    connect(m_model, &WindowedModel::totalsChanged, this, &PaymentListPage::showTotals);
}

void PaymentListPage::makeMenu()
{
    auto* menu = new QMenu;
    const auto add = [&](const QString& text, Icon icon, auto run) {
        QAction* action = menu->addAction(themedIcon(icon), text);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    add(tr("Ledger"), Icon::NotebookPen, [this] { open(currentId()); });
    add(tr("Show the customer"), Icon::Building2, [this] {
        if (m_shown)
            Q_EMIT showCustomer(m_shown->customerId);
    });
    menu->addSeparator();
    QAction* back = add(tr("Take the payment back"), Icon::Undo2, [this] { whenShown([this] { takeBack(); }); });
    offerToWriters(TableId::Payment, back);
    connect(menu, &QMenu::aboutToShow, this,
        [=, this] { back->setEnabled(m_shown && m_shown->standing == storage::PaymentStanding::Stands); });
    setMenu(menu);
    addDeleteKey(back, [this] { whenShown([this] { takeBack(); }); });
}

void PaymentListPage::showPayment(const Uuid& payment)
{
    chips().choose(QStringLiteral("all"));
    showRow(payment);
}

void PaymentListPage::readCounts()
{
    data().read(
        this, QStringLiteral("counts"),
        [today = data().today()](Reader& reader) { return reader.payments().chipCounts(today); },
        [this](const storage::PaymentChipCounts& counts) {
            chips().setCount(QStringLiteral("today"), counts.today);
            chips().setCount(QStringLiteral("week"), counts.thisWeek);
            chips().setCount(QStringLiteral("month"), counts.thisMonth);
            chips().setCount(QStringLiteral("all"), counts.all);
            setNothingYet(counts.all == 0);
        });
}

void PaymentListPage::applyFilter()
{
    storage::PaymentFilter filter;
    for (std::size_t chip = 0; chip < chipIds.size(); ++chip) {
        if (chips().chosenId() == QLatin1String(chipIds.at(chip)))
            filter.chip = static_cast<storage::PaymentChip>(chip);
    }
    filter.text = filterText().toStdString();
    filter.today = data().today();
    filter.from = filterDays().from;
    filter.to = filterDays().to;
    filter.collected = !filter.from.isNull(); // what the figure was that opened it
    m_model->setFilter(filter);
}

void PaymentListPage::showTotals()
{
    const storage::PaymentTotals* sums = m_model->totals();
    totals().setCell(QStringLiteral("on"),
        sums->exact ? tr("%n payment(s)", nullptr, int(sums->count))
                    : tr("more than %n payment(s)", nullptr, int(sums->count)));
    totals().setCell(QStringLiteral("amount"), sums->exact ? numberText(sums->amount) : QStringLiteral("…"));
}

void PaymentListPage::showDetail(const Uuid& id)
{
    if (!isShown(id))
        m_shown.reset();
    if (id.isNil())
        return;
    data().read(
        this, QStringLiteral("detail"), [id](Reader& reader) { return reader.payments().row(id); },
        [this](std::optional<storage::PaymentListRow>&& row) {
            m_shown = std::move(row);
            noteShown(m_shown ? m_shown->id : Uuid{});
        });
}

void PaymentListPage::open(const Uuid& id)
{
    if (!id.isNil())
        whenShown([this] { Q_EMIT openLedger(m_shown->customerId); });
}

bool PaymentListPage::concernsDetail(const ChangeSet& changes) const { return changes.touches(TableId::Payment); }

void PaymentListPage::takeBack()
{
    act(tr("Payment %1 was taken back.").arg(toQString(m_shown->number)),
        [id = m_shown->id, today = data().today()](commands::Commands& c) { return c.reversePayment(id, today); });
}

} // namespace dure::app

#include "moc_payment_list_page.cpp"
