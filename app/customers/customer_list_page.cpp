#include "app/customers/customer_list_page.h"

#include "app/customers/customer_detail_pane.h"
#include "app/documents/account_papers.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"
#include "app/widgets/number_text.h"
#include "app/widgets/totals_row.h"

#include <QAction>
#include <QMenu>
#include <array>

namespace dure::app {
namespace {

constexpr std::array chipIds{"active", "owing", "over", "all"}; // by storage::CustomerChip
constexpr std::int64_t recentOrders = 5, toDoShown = 3, talksShown = 3;

} // namespace

CustomerListPage::CustomerListPage(CompanyData& data, QWidget* parent)
    : ListPage(data, QStringLiteral("customers"), parent)
    , m_model(new CustomerListModel(data))
    , m_detail(new CustomerDetailPane(data))
{
    chips().addChip(QStringLiteral("active"), tr("Active"));
    chips().addChip(QStringLiteral("owing"), tr("Owing"));
    chips().addChip(QStringLiteral("over"), tr("Over the limit"), Status::Late);
    chips().addChip(QStringLiteral("all"), tr("All"));
    setModel(m_model, CustomerListModel::columns(), QStringLiteral("name"), Qt::AscendingOrder);
    setSeveralMayBeChosen();
    setDetail(m_detail);
    makeEmptyState();
    makeMenu();
    table().setEmptyText(tr("No customer fits."));

    auto* create = new KeyButton(ButtonKind::Plain, tr("New customer"));
    create->setSymbol(Icon::Plus);
    create->setKey(keyFor(KeyAction::New));
    addAction(create);
    setWrites(TableId::Customer, create);
    offerToWriters(TableId::SalesOrder, m_detail->primary());
    offerToWriters(TableId::Customer, m_detail->footButtons().front()); // anybody may read the time line behind it
    connect(create, &QAbstractButton::clicked, this, [this] { Q_EMIT openEditor({}); });
    connect(m_model, &WindowedModel::totalsChanged, this, &CustomerListPage::showTotals);
    connect(m_detail, &CustomerDetailPane::newOrder, this, [this] { Q_EMIT newOrder(currentId()); });
    connect(m_detail, &CustomerDetailPane::openEditor, this, [this] { Q_EMIT openEditor(currentId()); });
    connect(m_detail, &CustomerDetailPane::showOrder, this, &CustomerListPage::showOrder);
    connect(m_detail, &CustomerDetailPane::showLedger, this, [this] { Q_EMIT showLedger(currentId()); });
    connect(m_detail, &CustomerDetailPane::showRelations, this, [this] { Q_EMIT showRelations(currentId(), false); });
}

void CustomerListPage::makeMenu()
{
    auto* menu = new QMenu;
    const auto add = [&](const QString& text, Icon icon, auto run, TableId writes = TableId::Customer) {
        QAction* action = menu->addAction(themedIcon(icon), text);
        connect(action, &QAction::triggered, this, run);
        offerToWriters(writes, action);
        return action;
    };
    add(tr("Edit"), Icon::SquarePen, [this] { Q_EMIT openEditor(currentId()); });
    add(
        tr("New order"), Icon::Plus, [this] { Q_EMIT newOrder(currentId()); }, TableId::SalesOrder);
    add(
        tr("Write down a call or a promise…"), Icon::NotebookPen, [this] { Q_EMIT showRelations(currentId(), true); },
        TableId::Activity);
    QAction* relations = menu->addAction(themedIcon(Icon::MessageSquareText), tr("Time line"));
    connect(relations, &QAction::triggered, this, [this] { Q_EMIT showRelations(currentId(), false); });
    // anybody may read these, as the history and the files
    AccountPapers::addTo(
        *menu, this, [this] { return chosenIds(); },
        [this](const DocumentRequest& request) { Q_EMIT showDocuments(request); });
    QAction* history = menu->addAction(themedIcon(Icon::History), tr("History"));
    connect(history, &QAction::triggered, this, [this] { Q_EMIT showHistory(currentId()); });
    QAction* files = menu->addAction(themedIcon(Icon::Paperclip), tr("Files"));
    connect(files, &QAction::triggered, this, [this] { Q_EMIT showFiles(currentId()); });
    menu->addSeparator();
    QAction* rest = add(tr("Make inactive"), Icon::EyeOff, [this] { whenShown([this] { setInactive(true); }); });
    QAction* wake = add(tr("Make active"), Icon::Eye, [this] { whenShown([this] { setInactive(false); }); });
    QAction* remove = add(tr("Delete"), Icon::Trash2, [this] { whenShown([this] { deleteCustomer(); }); });
    connect(menu, &QMenu::aboutToShow, this, [=, this] {
        const bool inactive = m_shown && m_shown->detail.customer.inactive;
        rest->setVisible(!inactive);
        wake->setVisible(inactive);
    });
    setMenu(menu);
    m_detail->setMoreMenu(menu);
    addDeleteKey(remove, [this] { whenShown([this] { deleteCustomer(); }); });
    addEditKey([this] { Q_EMIT openEditor(currentId()); });
}

void CustomerListPage::makeEmptyState()
{
    auto* empty = new EmptyState(tr("There are no customers yet"), tr("Begin here."));
    auto* create = new KeyButton(ButtonKind::Primary, tr("New customer"));
    create->setKeyHint(keyText(keyFor(KeyAction::New)));
    connect(create, &QAbstractButton::clicked, this, [this] { Q_EMIT openEditor({}); });
    offerToWriters(TableId::Customer, create);
    empty->addWay(Icon::SquarePen, tr("Write the first customer"), tr("1 minute"),
        tr("A name is enough; the rest can follow."), create);
    offerImport(TableId::Customer, *empty);
    setEmptyState(empty);
}

void CustomerListPage::readCounts()
{
    data().read(
        this, QStringLiteral("counts"), [](Reader& reader) { return reader.customers().chipCounts(); },
        [this](const storage::CustomerChipCounts& counts) {
            chips().setCount(QStringLiteral("active"), counts.active);
            chips().setCount(QStringLiteral("owing"), counts.owing);
            chips().setCount(QStringLiteral("over"), counts.overLimit);
            chips().setCount(QStringLiteral("all"), counts.all);
            setNothingYet(counts.all == 0);
        });
}

void CustomerListPage::applyFilter()
{
    storage::CustomerFilter filter;
    for (std::size_t chip = 0; chip < chipIds.size(); ++chip) {
        if (chips().chosenId() == QLatin1String(chipIds.at(chip)))
            filter.chip = static_cast<storage::CustomerChip>(chip);
    }
    filter.text = filterText().toStdString();
    m_model->setFilter(filter);
}

void CustomerListPage::showTotals()
{
    const storage::CustomerTotals* sums = m_model->totals();
    totals().setCell(QStringLiteral("code"), tr("%n customer(s)", nullptr, int(sums->count)));
    totals().setCell(QStringLiteral("balance"), numberText(sums->balance));
}

void CustomerListPage::showDetail(const Uuid& id)
{
    if (!isShown(id))
        m_shown.reset();
    if (id.isNil())
        return;
    data().read(
        this, QStringLiteral("detail"),
        [id, today = data().today()](Reader& reader) -> std::optional<CustomerFacts> {
            auto detail = reader.customers().detail(id);
            if (!detail)
                return std::nullopt;
            storage::OrderFilter filter;
            filter.chip = storage::OrderChip::All;
            filter.customer = id;
            filter.today = today;
            const storage::OrderWindow window{storage::OrderSort::Ordered, true, 0, recentOrders};
            return CustomerFacts{std::move(*detail), reader.orders().list(filter, window),
                reader.customers().prices(id), reader.relations().toDo(id, toDoShown),
                reader.relations().latest(id, talksShown)};
        },
        [this](std::optional<CustomerFacts>&& facts) {
            m_shown = std::move(facts);
            m_detail->setShown(m_shown.has_value());
            if (m_shown)
                m_detail->show(*m_shown);
            noteShown(m_shown ? m_shown->detail.customer.id : Uuid{});
        });
}

bool CustomerListPage::concernsDetail(const ChangeSet& changes) const
{
    for (const TableId table : {TableId::Customer, TableId::Contact, TableId::DeliverySite, TableId::CustomerPrice,
             TableId::SalesOrder, TableId::OrderLine, TableId::Delivery, TableId::DeliveryLine, TableId::Payment,
             TableId::Attachment, TableId::Activity}) {
        if (changes.touches(table))
            return true;
    }
    return false;
}

void CustomerListPage::setInactive(bool inactive)
{
    const commands::CustomerInput before{m_shown->detail.customer, m_shown->detail.contacts, m_shown->detail.sites};
    commands::CustomerInput input = before;
    input.customer.inactive = inactive;
    const QString name = toQString(before.customer.name);
    act(inactive ? tr("%1 is inactive now.").arg(name) : tr("%1 is active again.").arg(name),
        [=](commands::Commands& c) { return c.saveCustomer(input, &before); });
}

void CustomerListPage::deleteCustomer()
{
    act(tr("%1 was deleted.").arg(toQString(m_shown->detail.customer.name)),
        [id = m_shown->detail.customer.id](commands::Commands& c) { return c.deleteCustomer(id); });
}

} // namespace dure::app

#include "moc_customer_list_page.cpp"
