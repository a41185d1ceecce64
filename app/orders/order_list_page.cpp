#include "app/orders/order_list_page.h"

#include "app/orders/order_detail_pane.h"
#include "app/orders/order_draft.h"
#include "app/today/dispatch_sheet.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/theme.h"
#include "app/widgets/totals_row.h"

#include <QAction>
#include <QMenu>
#include <array>

namespace dure::app {
namespace {

constexpr int mostPercentWithWords = 120;
constexpr std::array chipIds{"today", "late", "open", "all"}; // by storage::OrderChip

storage::OrderChip chipOf(const QString& id)
{
    for (std::size_t chip = 0; chip < chipIds.size(); ++chip) {
        if (id == QLatin1String(chipIds.at(chip)))
            return static_cast<storage::OrderChip>(chip);
    }
    return storage::OrderChip::Open;
}

} // namespace

OrderListPage::OrderListPage(CompanyData& data, QWidget* parent)
    : ListPage(data, QStringLiteral("orders"), parent)
    , m_model(new OrderListModel(data))
    , m_detail(new OrderDetailPane(data))
    , m_dispatch(new DispatchSheet(data))
{
    chips().addChip(QStringLiteral("today"), tr("Due today"));
    chips().addChip(QStringLiteral("late"), statusWord(Status::Late), Status::Late);
    chips().addChip(QStringLiteral("open"), tr("Open", "orders that are not delivered in full"));
    chips().addChip(QStringLiteral("all"), tr("All"));
    chips().choose(QStringLiteral("open"));
    setModel(m_model, OrderListModel::columns(), QStringLiteral("due"), Qt::AscendingOrder);
    setDetail(m_detail);
    setSheet(m_dispatch);
    connect(m_dispatch, &DispatchSheet::planned, this, [this](const QString& done) { showDone(done); });
    connect(m_dispatch, &DispatchSheet::closed, this, [this] { table().setFocus(); });
    makeEmptyState();
    makeMenu();
    table().setEmptyText(tr("No order fits."));

    makeActions();
    connect(m_model, &WindowedModel::totalsChanged, this, &OrderListPage::showTotals);
    connect(m_detail, &OrderDetailPane::deliver, this, [this] { Q_EMIT openDelivery(currentId()); });
    connect(m_detail, &OrderDetailPane::reopen, this, [this] { setShownState(OrderState::Open); });
    connect(m_detail, &OrderDetailPane::openEditor, this, [this] { Q_EMIT openEditor(currentId()); });
    connect(m_detail, &OrderDetailPane::showDelivery, this, &OrderListPage::showDelivery);
}

void OrderListPage::makeActions()
{
    auto* outstanding = new KeyButton(ButtonKind::Plain, tr("Outstanding"));
    outstanding->setSymbol(Icon::ListChecks);
    outstanding->setKey(QKeySequence(Qt::CTRL | Qt::Key_M));
    addAction(outstanding);
    connect(outstanding, &QAbstractButton::clicked, this, &OrderListPage::openOutstanding);
    auto* create = new KeyButton(ButtonKind::Plain, tr("New order"));
    create->setSymbol(Icon::Plus);
    create->setKey(keyFor(KeyAction::New));
    addAction(create);
    setWrites(TableId::SalesOrder, create);
    for (KeyButton* button : m_detail->footButtons())
        offerToWriters(TableId::SalesOrder, button);
    connect(create, &QAbstractButton::clicked, this, [this] { Q_EMIT openEditor({}); });
    Theme::follow(outstanding, [=](const Tokens& t) { // beside large letters there is no room for all the words
        outstanding->setBrief(t.textPercent() > mostPercentWithWords);
    });
}

void OrderListPage::makeMenu()
{
    auto* menu = new QMenu;
    const auto add = [&](const QString& text, Icon icon, auto run, TableId writes = TableId::SalesOrder) {
        QAction* action = menu->addAction(themedIcon(icon), text);
        connect(action, &QAction::triggered, this, run);
        offerToWriters(writes, action);
        return action;
    };
    add(tr("Open", "the order, in the editor"), Icon::SquarePen, [this] { Q_EMIT openEditor(currentId()); });
    QAction* copy
        = add(tr("Copy to a new order"), Icon::ClipboardPaste, [this] { whenShown([this] { copyShown(); }); });
    addRowKey(keyFor(KeyAction::AsAbove), copy, [this] { whenShown([this] { copyShown(); }); });
    QAction* deliver = add(
        tr("Deliver"), Icon::Truck, [this] { Q_EMIT openDelivery(currentId()); }, TableId::Delivery);
    QAction* dispatch = add(tr("Vehicle and time…"), Icon::CalendarDays, [this] { m_dispatch->open(currentId()); });
    QAction* customer = menu->addAction(themedIcon(Icon::Building2), tr("Show the customer"));
    connect(customer, &QAction::triggered, this, [this] {
        if (m_shown)
            Q_EMIT showCustomer(m_shown->order.customerId);
    });
    add(tr("History"), Icon::History, [this] { Q_EMIT showHistory(currentId()); });
    QAction* files = menu->addAction(themedIcon(Icon::Paperclip), tr("Files"));
    connect(files, &QAction::triggered, this, [this] { Q_EMIT showFiles(currentId()); });
    menu->addSeparator();
    QAction* hold = add(tr("Put on hold"), Icon::Undo2, [this] { setShownState(OrderState::OnHold); });
    QAction* reopen = add(tr("Reopen"), Icon::Undo2, [this] { setShownState(OrderState::Open); });
    QAction* cancel = add(tr("Cancel the order"), Icon::X, [this] { setShownState(OrderState::Cancelled); });
    QAction* remove = add(tr("Delete"), Icon::Trash2, [this] { whenShown([this] { deleteOrder(); }); });
    connect(menu, &QMenu::aboutToShow, this, [=, this] {
        const auto state = m_shown ? m_shown->order.state : OrderState::Open;
        dispatch->setEnabled(m_shown && state != OrderState::Cancelled);
        deliver->setEnabled(m_shown && state != OrderState::Cancelled);
        hold->setVisible(state == OrderState::Open);
        reopen->setVisible(state != OrderState::Open);
        cancel->setVisible(state != OrderState::Cancelled);
    });
    setMenu(menu);
    m_detail->setMoreMenu(menu);
    addDeleteKey(remove, [this] { whenShown([this] { deleteOrder(); }); });
    addEditKey([this] { Q_EMIT openEditor(currentId()); });
}

void OrderListPage::copyShown() { Q_EMIT copyOrder(m_shown->order.id, m_shown->order.customerId); }

void OrderListPage::makeEmptyState()
{
    auto* empty = new EmptyState(tr("There are no orders yet"), tr("Begin here."));
    auto* create = new KeyButton(ButtonKind::Primary, tr("New order"));
    create->setKeyHint(keyText(keyFor(KeyAction::New)));
    connect(create, &QAbstractButton::clicked, this, [this] { Q_EMIT openEditor({}); });
    offerToWriters(TableId::SalesOrder, create);
    empty->addWay(Icon::SquarePen, tr("Write the first order"), tr("about 5 minutes to the statement"),
        tr("Customers and products can be made while you write."), create);
    offerImport(TableId::SalesOrder, *empty);
    setEmptyState(empty);
}

void OrderListPage::entered()
{
    ListPage::entered();
    if (std::exchange(m_askedForDraft, true))
        return;
    // What was typed when the program ended: nobody would look for it in an editor that was closed.
    data().run(
        this, [](commands::Commands& c) { return c.loadDraft(draftName({}, {})).has_value(); },
        [this](bool waits) {
            if (!waits || !strip().isHidden())
                return;
            strip().show(Tone::Info, tr("A new order that was begun is kept on this PC."));
            connect(strip().addAction(tr("Go on with it")), &QAbstractButton::clicked, this,
                [this] { Q_EMIT openEditor({}); });
        });
}

void OrderListPage::readCounts()
{
    data().read(
        this, QStringLiteral("counts"),
        [today = data().today()](Reader& reader) { return reader.orders().chipCounts(today); },
        [this](const storage::OrderChipCounts& counts) {
            for (std::size_t chip = 0; chip < counts.size(); ++chip)
                chips().setCount(QLatin1String(chipIds.at(chip)), counts.at(chip));
            setNothingYet(counts.back() == 0);
        });
}

void OrderListPage::applyFilter()
{
    storage::OrderFilter filter;
    filter.chip = chipOf(chips().chosenId());
    filter.text = filterText().toStdString();
    filter.today = data().today();
    filter.orderedFrom = filterDays().from;
    filter.orderedTo = filterDays().to;
    filter.standing = !filterDays().from.isNull(); // what the figure was that opened it
    m_model->setFilter(filter);
}

void OrderListPage::showTotals()
{
    const storage::OrderTotals* sums = m_model->totals();
    const QString count = sums->exact ? tr("%n order(s)", nullptr, int(sums->count))
                                      : tr("more than %n order(s)", nullptr, int(sums->count));
    QStringList parts;
    const auto part = [&](Status status, std::int64_t number) {
        if (number > 0)
            parts += QStringLiteral("%1 %2").arg(statusWord(status), numberText(number));
    };
    part(Status::Late, sums->statuses.late);
    part(Status::Partial, sums->statuses.partlyDelivered);
    part(Status::Received, sums->statuses.received);
    part(Status::Held, sums->statuses.onHold);
    part(Status::Done, sums->statuses.delivered);
    part(Status::Cancelled, sums->statuses.cancelled);
    totals().setCell(QStringLiteral("status"), count);
    totals().setCell(QStringLiteral("due"), parts.join(QStringLiteral(" · ")), Weight::Regular);
    // A sum of a part would look like the sum of all.
    const auto sum = [&](const char* column, const QString& text) {
        totals().setCell(QLatin1String(column), sums->exact ? text : QStringLiteral("…"));
    };
    sum("remaining", numberText(sums->remaining));
    sum("ordered", numberText(sums->ordered));
    sum("supply", numberText(sums->supply));
}

void OrderListPage::showDetail(const Uuid& id)
{
    if (!isShown(id))
        m_shown.reset();
    if (id.isNil())
        return;
    data().read(
        this, QStringLiteral("detail"),
        [id, today = data().today()](Reader& reader) {
            auto detail = reader.orders().detail(id, today);
            const auto part = detail ? nextDeliveryPart(reader.deliveries().parts(id), today) : 0;
            return std::pair(std::move(detail), part);
        },
        [this](auto&& read) {
            m_shown = std::move(read.first);
            m_detail->setShown(m_shown.has_value());
            if (m_shown)
                m_detail->show(*m_shown, read.second);
            noteShown(m_shown ? m_shown->order.id : Uuid{});
        });
}

bool OrderListPage::concernsDetail(const ChangeSet& changes) const
{
    if (changes.everything || !m_shown)
        return true;
    return std::ranges::any_of(changes.rows, [this](const ChangeSet::Touched& row) {
        return row.root == currentId() || row.root == m_shown->order.customerId || row.table == TableId::Delivery
            || row.table == TableId::DeliveryLine || row.table == TableId::Payment || row.table == TableId::Attachment;
    });
}

void OrderListPage::setShownState(OrderState state)
{
    whenShown([this, state] { setState(m_shown->order.id, toQString(m_shown->order.number), state); });
}

void OrderListPage::setState(const Uuid& id, const QString& number, OrderState state)
{
    const QString done = state == OrderState::Cancelled ? tr("Order %1 was cancelled.").arg(number)
        : state == OrderState::OnHold                   ? tr("Order %1 is on hold.").arg(number)
                                                        : tr("Order %1 is open again.").arg(number);
    act(done, [id, state](commands::Commands& c) { return c.setOrderState(id, state); });
}

void OrderListPage::deleteOrder()
{
    const Uuid id = m_shown->order.id;
    const QString number = toQString(m_shown->order.number);
    const bool mayCancel = m_shown->order.state != OrderState::Cancelled
        && std::ranges::all_of(m_shown->lines, [](const auto& line) { return line.delivered.isZero(); });
    act(
        tr("Order %1 was deleted.").arg(number), [id](commands::Commands& c) { return c.deleteOrder(id); },
        [this, id, number, mayCancel](const commands::CommandError& error) {
            if (error.refusal != commands::Refusal::HasDeliveries)
                return false;
            // Also those that were taken back: what was recorded stays, and names its order.
            strip().show(Tone::Red, tr("Deliveries are recorded for it, so it cannot be deleted."),
                mayCancel ? tr("It can be cancelled.") : tr("Take them back; then it can be cancelled."));
            if (mayCancel) { // this order, whichever is the current one by then
                connect(strip().addAction(tr("Cancel the order")), &QAbstractButton::clicked, this,
                    [this, id, number] { setState(id, number, OrderState::Cancelled); });
            }
            return true;
        });
}

} // namespace dure::app

#include "moc_order_list_page.cpp"
