#include "app/receivables/receivable_list_page.h"

#include "app/documents/account_papers.h"
#include "app/receivables/receivable_detail_pane.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"
#include "app/widgets/number_text.h"
#include "app/widgets/theme.h"
#include "app/widgets/totals_row.h"

#include <QAction>
#include <QMenu>
#include <algorithm>
#include <array>

namespace dure::app {
namespace {

constexpr std::array chipIds{"all", "overdue", "limit", "promised", "notes"}; // by storage::ReceivableChip
constexpr std::size_t latestShown = 6;
constexpr int mostPercentWithWords = 120;

} // namespace

ReceivableListPage::ReceivableListPage(CompanyData& data, QWidget* parent)
    : ListPage(data, QStringLiteral("receivables"), parent)
    , m_model(new ReceivableListModel(data))
    , m_detail(new ReceivableDetailPane(data))
{
    chips().addChip(QStringLiteral("all"), tr("All"));
    chips().addChip(QStringLiteral("overdue"), tr("Overdue"), Status::Late);
    chips().addChip(QStringLiteral("limit"), tr("Over the limit"), Status::Attention);
    chips().addChip(QStringLiteral("promised"), tr("Promised today"));
    chips().addChip(QStringLiteral("notes"), tr("Notes due this week"));
    setModel(m_model, ReceivableListModel::columns(), QStringLiteral("balance"), Qt::DescendingOrder);
    setSeveralMayBeChosen();
    setDetail(m_detail);
    makeMenu();
    makeEmptyState();
    makeActions();
    table().setEmptyText(tr("No customer fits."));
    connect(m_model, &WindowedModel::totalsChanged, this, &ReceivableListPage::showTotals);
    connect(m_detail, &ReceivableDetailPane::recordPayment, this, [this] { Q_EMIT recordPayment(currentId()); });
    connect(m_detail, &ReceivableDetailPane::openLedger, this, [this] { Q_EMIT openLedger(currentId()); });
    connect(m_detail, &ReceivableDetailPane::showFact, this, &ListPage::showElsewhere);
}

void ReceivableListPage::makeActions()
{
    const auto add = [this](const QString& text, Icon icon, const QKeySequence& key, auto run) {
        auto* button = new KeyButton(ButtonKind::Plain, text);
        button->setSymbol(icon);
        button->setKey(key);
        addAction(button);
        connect(button, &QAbstractButton::clicked, this, run);
        return button;
    };
    KeyButton* payments
        = add(tr("Payments"), Icon::ReceiptText, QKeySequence(Qt::CTRL | Qt::Key_P), [this] { Q_EMIT openPayments(); });
    KeyButton* notes
        = add(tr("Notes"), Icon::Stamp, QKeySequence(Qt::CTRL | Qt::Key_B), [this] { Q_EMIT openNotes(); });
    KeyButton* create
        = add(tr("New payment"), Icon::Plus, keyFor(KeyAction::New), [this] { Q_EMIT recordPayment({}); });
    setWrites(TableId::Payment, create);
    Theme::follow(payments, [=](const Tokens& t) { // beside large letters there is no room for all the words
        for (KeyButton* button : {payments, notes})
            button->setBrief(t.textPercent() > mostPercentWithWords);
    });
    offerToWriters(TableId::Payment, m_detail->primary());
}

void ReceivableListPage::makeMenu()
{
    auto* menu = new QMenu;
    const auto add = [&](const QString& text, Icon icon, auto run) {
        QAction* action = menu->addAction(themedIcon(icon), text);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    QAction* record = add(tr("Record a payment"), Icon::Wallet, [this] { Q_EMIT recordPayment(currentId()); });
    offerToWriters(TableId::Payment, record);
    add(tr("Ledger"), Icon::NotebookPen, [this] { Q_EMIT openLedger(currentId()); });
    AccountPapers::addTo(
        *menu, this, [this] { return chosenIds(); },
        [this](const DocumentRequest& request) { Q_EMIT showDocuments(request); });
    add(tr("Show the customer"), Icon::Building2, [this] { Q_EMIT showCustomer(currentId()); });
    QAction* edit
        = add(tr("Edit terms and opening balance"), Icon::SquarePen, [this] { Q_EMIT editCustomer(currentId()); });
    offerToWriters(TableId::Customer, edit);
    setMenu(menu);
    m_detail->setMoreMenu(menu);
}

void ReceivableListPage::makeEmptyState()
{
    auto* empty = new EmptyState(
        tr("Nothing is owed"), tr("Here stands who owes what since when, once something was delivered."));
    auto* orders = new KeyButton(ButtonKind::Primary, tr("To the orders"));
    connect(orders, &QAbstractButton::clicked, this, &ReceivableListPage::goToOrders);
    empty->addWay(Icon::ClipboardList, tr("Deliver from an order"), tr("less than a minute"),
        tr("What is delivered is owed from that day on."), orders);
    auto* record = new KeyButton(ButtonKind::Plain, tr("New payment"));
    connect(record, &QAbstractButton::clicked, this, [this] { Q_EMIT recordPayment({}); });
    offerToWriters(TableId::Payment, record);
    empty->addWay(Icon::Wallet, tr("Record a payment"), tr("less than a minute"),
        tr("Also money that comes before the goods."), record);
    empty->setFootnote(Icon::Info, tr("What was owed before Dure stands in the customer's page, under “Payment”."));
    setEmptyState(empty);
}

void ReceivableListPage::readCounts()
{
    data().read(
        this, QStringLiteral("counts"),
        [today = data().today()](Reader& reader) { return reader.receivableList().chipCounts(today); },
        [this](const storage::ReceivableChipCounts& counts) {
            chips().setCount(QStringLiteral("all"), counts.all);
            chips().setCount(QStringLiteral("overdue"), counts.overdue);
            chips().setCount(QStringLiteral("limit"), counts.overLimit);
            chips().setCount(QStringLiteral("promised"), counts.promised);
            chips().setCount(QStringLiteral("notes"), counts.notesThisWeek);
            setNothingYet(counts.all == 0);
        });
}

void ReceivableListPage::applyFilter()
{
    storage::ReceivableFilter filter;
    for (std::size_t chip = 0; chip < chipIds.size(); ++chip) {
        if (chips().chosenId() == QLatin1String(chipIds.at(chip)))
            filter.chip = static_cast<storage::ReceivableChip>(chip);
    }
    filter.text = filterText().toStdString();
    filter.today = data().today();
    m_model->setFilter(filter);
}

void ReceivableListPage::showTotals()
{
    const storage::ReceivableTotals* sums = m_model->totals();
    totals().setCell(QStringLiteral("customer"), tr("%n customer(s)", nullptr, int(sums->count)));
    totals().setCell(QStringLiteral("balance"), numberText(sums->balance));
    totals().setCell(QStringLiteral("overdue"), numberText(sums->overdue));
    for (std::size_t age = 0; age < debtAgeCount; ++age)
        totals().setCell(QStringLiteral("age%1").arg(age), numberText(sums->ages.owed[age]));
    totals().setCell(QStringLiteral("notes"), numberText(sums->notesHeld));
}

void ReceivableListPage::showDetail(const Uuid& id)
{
    if (id.isNil())
        return;
    data().read(
        this, QStringLiteral("detail"),
        [id, today = data().today()](Reader& reader) -> std::optional<ReceivableFacts> {
            auto row = reader.receivableList().row(id, today);
            auto customer = reader.customers().find(id);
            if (!row || !customer)
                return std::nullopt;
            ReceivableFacts facts{std::move(*row), std::move(*customer), {}};
            // what is dated ahead counts in the balance, so it is shown, too
            auto lines = reader.receivables().ledger(id, {19000101}, {29991231}).lines;
            std::ranges::reverse(lines);
            lines.resize(std::min(lines.size(), latestShown));
            facts.latest = std::move(lines);
            return facts;
        },
        [this](std::optional<ReceivableFacts>&& facts) {
            m_detail->setShown(facts.has_value());
            if (facts)
                m_detail->show(*facts);
            noteShown(facts ? facts->row.id : Uuid{});
        });
}

bool ReceivableListPage::concernsDetail(const ChangeSet& changes) const
{
    return std::ranges::any_of(std::array{TableId::Payment, TableId::PaymentAllocation, TableId::Delivery,
                                   TableId::DeliveryLine, TableId::Customer, TableId::Activity},
        [&](TableId table) { return changes.touches(table); });
}

} // namespace dure::app

#include "moc_receivable_list_page.cpp"
