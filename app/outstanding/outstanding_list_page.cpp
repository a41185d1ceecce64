#include "app/outstanding/outstanding_list_page.h"

#include "app/outstanding/outstanding_detail_pane.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"
#include "app/widgets/number_text.h"
#include "app/widgets/segmented_control.h"
#include "app/widgets/totals_row.h"
#include "core/storage/entity_reader.h"

#include <QAction>
#include <QHeaderView>
#include <QMenu>
#include <QSettings>
#include <array>

namespace dure::app {
namespace {

using storage::OutstandingRow;
using storage::OutstandingStore;
using storage::OutstandingView;

constexpr std::array chipIds{"late", "week", "all"}; // by storage::OutstandingChip
constexpr std::array viewIds{"customer", "product", "due"}; // by storage::OutstandingView; columns are called so, too
const QString viewKey = QStringLiteral("lists/outstanding/view");

template <class Enum, std::size_t n> Enum enumOf(const std::array<const char*, n>& ids, const QString& id, Enum other)
{
    for (std::size_t at = 0; at < n; ++at) {
        if (id == QLatin1String(ids.at(at)))
            return static_cast<Enum>(at);
    }
    return other;
}

std::optional<OutstandingFacts> readFacts(Reader& reader, const std::shared_ptr<storage::OutstandingMemory>& memory,
    const storage::OutstandingFilter& filter, const Uuid& id)
{
    OutstandingStore store(reader.db(), memory);
    auto row = store.find(filter, id);
    if (!row)
        return std::nullopt;
    OutstandingFacts facts{std::move(*row), {}, {}, {}};
    if (!facts.row.orderId.isNil()) {
        facts.sameOrder = store.ofOrder(facts.row.orderId, filter.today);
        const auto order = storage::findEntity<SalesOrder>(reader.db(), facts.row.orderId);
        const auto site
            = order ? storage::findEntity<DeliverySite>(reader.db(), order->siteId) : std::optional<DeliverySite>();
        facts.siteName = site ? site->name : std::string();
    }
    if (!facts.row.productId.isNil())
        facts.stock = reader.stock().row(facts.row.productId);
    return facts;
}

} // namespace

OutstandingListPage::OutstandingListPage(CompanyData& data, QWidget* parent)
    : ListPage(data, QStringLiteral("outstanding"), parent)
    , m_model(new OutstandingListModel(data))
    , m_detail(new OutstandingDetailPane(data))
    , m_views(new SegmentedControl(tr("Gathered by")))
{
    chips().addChip(QStringLiteral("late"), statusWord(Status::Late), Status::Late);
    chips().addChip(QStringLiteral("week"), tr("Due this week"));
    chips().addChip(QStringLiteral("all"), tr("All"));
    chips().choose(QStringLiteral("all"));
    makeViews();
    setModel(m_model, OutstandingListModel::columns(), QStringLiteral("customer"), Qt::AscendingOrder);
    setDetail(m_detail);
    makeMenu();
    makeEmptyState();
    makeActions();
    table().setEmptyText(tr("Nothing that waits fits."));
    connect(m_model, &WindowedModel::totalsChanged, this, &OutstandingListPage::showTotals);
    // a subtotal has the same id in every list, and another sum
    connect(m_model, &WindowedModel::reloaded, this, [this] { showDetail(currentId()); });
    connect(m_detail, &OutstandingDetailPane::deliver, this, &OutstandingListPage::deliverShown);
    connect(m_detail, &OutstandingDetailPane::openOrder, this, &OutstandingListPage::openShown);
}

void OutstandingListPage::makeViews()
{
    m_view = enumOf(viewIds, QSettings().value(viewKey).toString(), OutstandingView::Customer);
    m_views->addSegment(QStringLiteral("customer"), tr("By customer"));
    m_views->addSegment(QStringLiteral("product"), tr("By product"));
    m_views->addSegment(QStringLiteral("due"), tr("By date"));
    m_views->setChosen(QLatin1String(viewIds.at(std::size_t(m_view))));
    connect(m_views, &SegmentedControl::chosen, this,
        [this](const QString& id) { setView(enumOf(viewIds, id, OutstandingView::Customer)); });
    addAction(m_views);
    const QKeySequence key = keyFor(KeyAction::Choices);
    addAction(new KeyCap(keyText(key)));
    auto* next = new QAction(tr("Gather by customer, by product or by date"), this);
    next->setShortcut(key);
    next->setShortcutContext(Qt::WindowShortcut); // the segments in the top bar are not the page's children
    QWidget::addAction(next);
    connect(next, &QAction::triggered, this,
        [this] { setView(static_cast<OutstandingView>((std::size_t(m_view) + 1) % viewIds.size())); });
}

void OutstandingListPage::makeActions()
{
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, [this] {
        if (host())
            host()->closePage(this);
    });
    offerToWriters(TableId::Delivery, m_detail->primary());
    connect(&data(), &CompanyData::roleChanged, this,
        [this] { m_detail->primary()->setVisible(data().mayWrite(TableId::Delivery)); });
}

void OutstandingListPage::makeMenu()
{
    auto* menu = new QMenu;
    const auto add = [&](const QString& text, Icon icon, auto run) {
        QAction* action = menu->addAction(themedIcon(icon), text);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    QAction* deliver = add(tr("Deliver"), Icon::Truck, [this] { deliverShown(); });
    offerToWriters(TableId::Delivery, deliver);
    QAction* order = add(tr("Open the order"), Icon::SquarePen, [this] { openShown(); });
    QAction* customer = add(tr("Show the customer"), Icon::Building2, [this] {
        if (m_shown)
            Q_EMIT showElsewhere(TableId::Customer, m_shown->row.customerId);
    });
    QAction* product = add(tr("Show the product"), Icon::Package, [this] {
        if (m_shown)
            Q_EMIT showElsewhere(TableId::Product, m_shown->row.productId);
    });
    connect(menu, &QMenu::aboutToShow, this, [=, this] {
        deliver->setEnabled(m_shown && !m_shown->row.isGroup);
        order->setEnabled(m_shown && !m_shown->row.isGroup);
        customer->setEnabled(m_shown && !m_shown->row.customerId.isNil());
        product->setEnabled(m_shown && !m_shown->row.productId.isNil());
    });
    setMenu(menu);
    m_detail->setMoreMenu(menu);
}

void OutstandingListPage::makeEmptyState()
{
    auto* empty = new EmptyState(
        tr("Nothing waits to be delivered"), tr("Here stands what was ordered and has not gone out yet."));
    auto* orders = new KeyButton(ButtonKind::Primary, tr("To the orders"));
    connect(orders, &QAbstractButton::clicked, this, [this] {
        if (host())
            host()->closePage(this);
    });
    empty->addWay(Icon::ClipboardList, tr("Take down an order"), tr("about a minute"),
        tr("Its lines stand here until they are delivered."), orders);
    setEmptyState(empty);
}

void OutstandingListPage::setView(OutstandingView view)
{
    if (std::exchange(m_view, view) == view)
        return;
    const QString id = QLatin1String(viewIds.at(std::size_t(view)));
    m_views->setChosen(id);
    QSettings().setValue(viewKey, id);
    applyFilter();
    // a view that is sorted by name or day is sorted by its own
    const int sorted = table().horizontalHeader()->sortIndicatorSection();
    if (std::ranges::any_of(
            viewIds, [&](const char* column) { return table().columnOf(QLatin1String(column)) == sorted; }))
        table().sortByColumn(table().columnOf(id), Qt::AscendingOrder);
}

storage::OutstandingFilter OutstandingListPage::filter() const
{
    return {m_view, enumOf(chipIds, chips().chosenId(), storage::OutstandingChip::All), filterText().toStdString(),
        data().today()};
}

void OutstandingListPage::readCounts()
{
    data().read(
        this, QStringLiteral("counts"),
        [today = data().today(), memory = m_model->memory()](
            Reader& reader) { return OutstandingStore(reader.db(), memory).chipCounts(today); },
        [this](const storage::OutstandingChipCounts& counts) {
            chips().setCount(QStringLiteral("late"), counts.late);
            chips().setCount(QStringLiteral("week"), counts.thisWeek);
            chips().setCount(QStringLiteral("all"), counts.all);
            setNothingYet(counts.all == 0);
        });
}

void OutstandingListPage::applyFilter() { m_model->setFilter(filter()); }

void OutstandingListPage::showTotals()
{
    const storage::OutstandingTotals* sums = m_model->totals();
    const QString lines = tr("%n line(s)", nullptr, int(sums->lines));
    totals().setCell(QStringLiteral("status"),
        sums->lateLines == 0 ? lines : tr("%1, %n late", nullptr, int(sums->lateLines)).arg(lines));
    totals().setCell(QStringLiteral("remaining"), sums->oneUnit ? numberText(sums->remaining) : QStringLiteral("–"));
    totals().setCell(QStringLiteral("supply"), numberText(sums->supply));
}

void OutstandingListPage::showDetail(const Uuid& id)
{
    if (!isShown(id))
        m_shown.reset();
    if (id.isNil())
        return;
    // keys are faster than reading: the pane may still show a subtotal, which is not delivered
    if (const int row = m_model->rowOf(id); row >= 0 && m_model->rowAt(row))
        m_detail->setDelivers(!m_model->rowAt(row)->isGroup);
    data().read(
        this, QStringLiteral("detail"),
        [id, filter = filter(), memory = m_model->memory()](
            Reader& reader) { return readFacts(reader, memory, filter, id); },
        [this, view = m_view](std::optional<OutstandingFacts>&& facts) {
            m_shown = std::move(facts);
            m_detail->setShown(m_shown.has_value());
            if (m_shown)
                m_detail->show(*m_shown, view);
            noteShown(m_shown ? m_shown->row.id : Uuid{});
        });
}

bool OutstandingListPage::concernsDetail(const ChangeSet& changes) const
{
    return std::ranges::any_of(std::array{TableId::SalesOrder, TableId::OrderLine, TableId::Delivery,
                                   TableId::DeliveryLine, TableId::Customer, TableId::Product, TableId::StockMovement},
        [&](TableId table) { return changes.touches(table); });
}

/// A line opens its order; a subtotal what it is of.
void OutstandingListPage::open(const Uuid&)
{
    whenShown([this] { openShown(); });
}

void OutstandingListPage::openShown()
{
    if (!m_shown)
        return;
    const OutstandingRow& row = m_shown->row;
    if (!row.isGroup)
        Q_EMIT openOrder(row.orderId);
    else if (!row.customerId.isNil())
        Q_EMIT showElsewhere(TableId::Customer, row.customerId);
    else if (!row.productId.isNil())
        Q_EMIT showElsewhere(TableId::Product, row.productId);
}

void OutstandingListPage::deliverShown()
{
    whenShown([this] {
        if (m_shown && !m_shown->row.isGroup)
            Q_EMIT deliver(m_shown->row.orderId);
    });
}

} // namespace dure::app

#include "moc_outstanding_list_page.cpp"
