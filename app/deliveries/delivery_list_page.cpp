#include "app/deliveries/delivery_list_page.h"

#include "app/deliveries/delivery_detail_pane.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/number_text.h"
#include "app/widgets/totals_row.h"

#include <QMenu>
#include <array>

namespace dure::app {
namespace {

constexpr std::array chipIds{"today", "week", "month", "all"}; // by storage::DeliveryChip

} // namespace

DeliveryListPage::DeliveryListPage(CompanyData& data, QWidget* parent)
    : ListPage(data, QStringLiteral("deliveries"), parent)
    , m_model(new DeliveryListModel(data))
    , m_detail(new DeliveryDetailPane(data))
{
    chips().addChip(QStringLiteral("today"), tr("Today"));
    chips().addChip(QStringLiteral("week"), tr("This week"));
    chips().addChip(QStringLiteral("month"), tr("This month"));
    chips().addChip(QStringLiteral("all"), tr("All"));
    chips().choose(QStringLiteral("month"));
    setModel(m_model, DeliveryListModel::columns(), QStringLiteral("on"), Qt::DescendingOrder);
    setSeveralMayBeChosen();
    setDetail(m_detail);
    makeMenu();
    table().setEmptyText(tr("No delivery fits."));

    auto* empty = new EmptyState(tr("Nothing was delivered yet"), tr("Deliveries are made from orders."));
    auto* orders = new KeyButton(ButtonKind::Primary, tr("To the orders"));
    connect(orders, &QAbstractButton::clicked, this, &DeliveryListPage::goToOrders);
    empty->addWay(Icon::ClipboardList, tr("Deliver from an order"), tr("less than a minute"),
        tr("Choose an order and press Ctrl+Enter: what remains is filled in."), orders);
    auto* sample = new KeyButton(ButtonKind::Plain, tr("New delivery"));
    connect(sample, &QAbstractButton::clicked, this, &DeliveryListPage::newDelivery);
    offerToWriters(TableId::Delivery, sample);
    empty->addWay(
        Icon::Truck, tr("Deliver without an order"), tr("about 2 minutes"), tr("For samples and repairs."), sample);
    setEmptyState(empty);

    auto* create = new KeyButton(ButtonKind::Plain, tr("New delivery"));
    create->setSymbol(Icon::Plus);
    create->setKey(keyFor(KeyAction::New));
    addAction(create);
    setWrites(TableId::Delivery, create);
    connect(create, &QAbstractButton::clicked, this, &DeliveryListPage::newDelivery);
    connect(m_model, &WindowedModel::totalsChanged, this, &DeliveryListPage::showTotals);
    connect(m_detail, &DeliveryDetailPane::print, this, [this] { showPapers(FormKind::Statement); });
    connect(m_detail, &DeliveryDetailPane::showOrder, this, [this] {
        if (m_shown)
            Q_EMIT showOrder(m_shown->delivery.orderId);
    });
}

void DeliveryListPage::makeMenu()
{
    auto* menu = new QMenu;
    const auto add = [&](const QString& text, Icon icon, auto run) {
        QAction* action = menu->addAction(themedIcon(icon), text);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    addPapers(*menu);
    menu->addSeparator();
    QAction* order = add(tr("Show the order"), Icon::ClipboardList, [this] {
        if (m_shown)
            Q_EMIT showOrder(m_shown->delivery.orderId);
    });
    add(tr("Show the customer"), Icon::Building2, [this] {
        if (m_shown)
            Q_EMIT showCustomer(m_shown->delivery.customerId);
    });
    menu->addSeparator();
    QAction* claim = add(
        tr("Write down a claim"), Icon::CircleAlert, [this] { whenShown([this] { Q_EMIT newClaim(currentId()); }); });
    offerToWriters(TableId::Claim, claim);
    add(tr("All claims"), Icon::ListChecks, [this] { Q_EMIT openClaims(); });
    menu->addSeparator();
    QAction* back = add(tr("Take the delivery back"), Icon::Undo2, [this] { whenShown([this] { reverse(); }); });
    offerToWriters(TableId::Delivery, back);
    connect(menu, &QMenu::aboutToShow, this, [=, this] {
        order->setVisible(m_shown && !m_shown->delivery.orderId.isNil());
        back->setEnabled(m_shown && !m_shown->isReversed && m_shown->delivery.reversesId.isNil());
    });
    setMenu(menu);
    m_detail->setMoreMenu(menu);
}

void DeliveryListPage::addPapers(QMenu& menu)
{
    QAction* statements = menu.addAction(themedIcon(Icon::Printer), {});
    QAction* notes = menu.addAction(themedIcon(Icon::ReceiptText), {});
    connect(statements, &QAction::triggered, this, [this] { showPapers(FormKind::Statement); });
    connect(notes, &QAction::triggered, this, [this] { showPapers(FormKind::DeliveryNote); });
    connect(&menu, &QMenu::aboutToShow, this, [=, this] {
        const int count = chosenCount();
        statements->setText(count > 1 ? tr("Statements of %n delivery(s)", nullptr, count) : tr("Print the statement"));
        notes->setText(
            count > 1 ? tr("Delivery notes of %n delivery(s)", nullptr, count) : tr("Print a delivery note"));
    });
    const auto ofToday = [&](const QString& text, FormKind kind) {
        connect(menu.addAction(themedIcon(Icon::CalendarDays), text), &QAction::triggered, this,
            [this, kind] { Q_EMIT showDocuments(DocumentRequest::ofDay(kind, data().today())); });
    };
    ofToday(tr("All statements of today"), FormKind::Statement);
    ofToday(tr("All delivery notes of today"), FormKind::DeliveryNote);
}

void DeliveryListPage::showPapers(FormKind kind)
{
    if (std::vector<Uuid> ids = chosenIds(); !ids.empty())
        Q_EMIT showDocuments({kind, std::move(ids), {}, {}, {}});
}

void DeliveryListPage::readCounts()
{
    data().read(
        this, QStringLiteral("counts"),
        [today = data().today()](Reader& reader) { return reader.deliveries().chipCounts(today); },
        [this](const storage::DeliveryChipCounts& counts) {
            chips().setCount(QStringLiteral("today"), counts.today);
            chips().setCount(QStringLiteral("week"), counts.thisWeek);
            chips().setCount(QStringLiteral("month"), counts.thisMonth);
            chips().setCount(QStringLiteral("all"), counts.all);
            setNothingYet(counts.all == 0);
        });
}

void DeliveryListPage::applyFilter()
{
    storage::DeliveryFilter filter;
    for (std::size_t chip = 0; chip < chipIds.size(); ++chip) {
        if (chips().chosenId() == QLatin1String(chipIds.at(chip)))
            filter.chip = static_cast<storage::DeliveryChip>(chip);
    }
    filter.text = filterText().toStdString();
    filter.today = data().today();
    filter.from = filterDays().from;
    filter.to = filterDays().to;
    m_model->setFilter(filter);
}

void DeliveryListPage::showTotals()
{
    const storage::DeliveryTotals* sums = m_model->totals();
    totals().setCell(QStringLiteral("on"),
        sums->exact ? tr("%n delivery(s)", nullptr, int(sums->count))
                    : tr("more than %n delivery(s)", nullptr, int(sums->count)));
    const auto sum = [&](const char* column, const QString& text) {
        totals().setCell(QLatin1String(column), sums->exact ? text : QStringLiteral("…"));
    };
    sum("quantity", numberText(sums->quantity));
    sum("supply", numberText(sums->supply));
    sum("tax", numberText(sums->tax));
    sum("total", numberText(sums->supply + sums->tax));
}

void DeliveryListPage::showDetail(const Uuid& id)
{
    if (!isShown(id))
        m_shown.reset();
    if (id.isNil())
        return;
    data().read(
        this, QStringLiteral("detail"), [id](Reader& reader) { return reader.deliveries().detail(id); },
        [this](std::optional<storage::DeliveryDetail>&& detail) {
            m_shown = std::move(detail);
            m_detail->setShown(m_shown.has_value());
            if (m_shown)
                m_detail->show(*m_shown);
            noteShown(m_shown ? m_shown->delivery.id : Uuid{});
        });
}

bool DeliveryListPage::concernsDetail(const ChangeSet& changes) const
{
    return changes.touches(TableId::Delivery) || changes.touches(TableId::DeliveryLine)
        || changes.touches(TableId::Customer) || changes.touches(TableId::DeliverySite);
}

void DeliveryListPage::reverse()
{
    act(tr("Delivery %1 was taken back.").arg(toQString(m_shown->delivery.number)),
        [id = m_shown->delivery.id, today = data().today()](
            commands::Commands& c) { return c.reverseDelivery(id, today); });
}

} // namespace dure::app

#include "moc_delivery_list_page.cpp"
