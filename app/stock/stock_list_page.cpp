#include "app/stock/stock_list_page.h"

#include "app/stock/stock_detail_pane.h"
#include "app/stock/stock_words.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/number_text.h"
#include "app/widgets/totals_row.h"

#include <QAction>
#include <QMenu>
#include <array>

namespace dure::app {
namespace {

constexpr std::array chipIds{"all", "low", "short", "negative", "unmoved"}; // by storage::StockChip

} // namespace

StockListPage::StockListPage(CompanyData& data, QWidget* parent)
    : ListPage(data, QStringLiteral("stock"), parent)
    , m_model(new StockListModel(data))
    , m_detail(new StockDetailPane(data))
{
    chips().addChip(QStringLiteral("all"), tr("All"));
    chips().addChip(QStringLiteral("low"), tr("Below safety stock"), Status::Attention);
    chips().addChip(QStringLiteral("short"), tr("Short"), Status::Attention);
    chips().addChip(QStringLiteral("negative"), tr("Negative"), Status::Late);
    chips().addChip(QStringLiteral("unmoved"), tr("Never moved"));
    setModel(m_model, StockListModel::columns(), QStringLiteral("code"), Qt::AscendingOrder);
    setDetail(m_detail);
    makeMenu();
    makeEmptyState();
    makeTools();
    table().setEmptyText(tr("No product fits."));
    offerToWriters(TableId::StockMovement, m_detail->primary());
    connect(m_model, &WindowedModel::totalsChanged, this, &StockListPage::showTotals);
    connect(m_detail, &StockDetailPane::receive, this, [this] { Q_EMIT openReceipt(currentId()); });
    connect(m_detail, &StockDetailPane::openLedger, this, [this] { Q_EMIT openLedger(currentId()); });
    connect(m_detail, &StockDetailPane::showOrder, this, &StockListPage::showOrder);
}

void StockListPage::makeTools()
{
    auto* count = new KeyButton(ButtonKind::Plain, tr("Count sheet"));
    count->setSymbol(Icon::ListChecks);
    addAction(count);
    offerToWriters(TableId::StockMovement, count);
    auto* receive = new KeyButton(ButtonKind::Plain, tr("Production receipt"));
    receive->setSymbol(Icon::Plus);
    receive->setKey(keyFor(KeyAction::New));
    addAction(receive);
    setWrites(TableId::StockMovement, receive);
    connect(count, &QAbstractButton::clicked, this, &StockListPage::openCount);
    connect(receive, &QAbstractButton::clicked, this, [this] { Q_EMIT openReceipt({}); });
}

void StockListPage::makeMenu()
{
    auto* menu = new QMenu;
    const auto add = [&](const QString& text, Icon icon, auto run) {
        QAction* action = menu->addAction(themedIcon(icon), text);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    const auto addEntry = [&](StockMovementKind kind, Icon icon) {
        offerToWriters(TableId::StockMovement,
            add(movementKindText(kind), icon, [this, kind] { Q_EMIT openEntry(currentId(), kind); }));
    };
    add(tr("Stock ledger"), Icon::ReceiptText, [this] { Q_EMIT openLedger(currentId()); });
    menu->addSeparator();
    addEntry(StockMovementKind::Adjustment, Icon::SquarePen);
    addEntry(StockMovementKind::Scrap, Icon::Trash2);
    addEntry(StockMovementKind::Purchase, Icon::Plus);
    addEntry(StockMovementKind::Opening, Icon::Plus);
    menu->addSeparator();
    add(tr("Show the product"), Icon::Package, [this] { Q_EMIT showProduct(currentId()); });
    add(tr("History"), Icon::History, [this] { Q_EMIT showHistory(currentId()); });
    add(tr("Files"), Icon::Paperclip, [this] { Q_EMIT showFiles(currentId()); });
    setMenu(menu);
    m_detail->setMoreMenu(menu);
    addEditKey([this] { Q_EMIT openEntry(currentId(), StockMovementKind::Adjustment); });
}

void StockListPage::makeEmptyState()
{
    auto* empty = new EmptyState(tr("There is no stock yet"), tr("Stock is kept of products. Begin with them."));
    auto* products = new KeyButton(ButtonKind::Primary, tr("Products"));
    connect(products, &QAbstractButton::clicked, this, [this] { host()->goTo(QStringLiteral("products")); });
    empty->addWay(Icon::Package, tr("Write the first product"), tr("1 minute"),
        tr("Then count what is there, or write down what is made."), products);
    setEmptyState(empty);
}

void StockListPage::showTotals()
{
    const storage::StockTotals& sums = *m_model->totals();
    totals().setCell(QStringLiteral("state"), tr("%n product(s)", nullptr, int(sums.count)));
    const auto sum = [&](Quantity quantity) { return sums.oneUnit ? numberText(quantity) : QString(); };
    totals().setCell(QStringLiteral("onHand"), sum(sums.onHand));
    totals().setCell(QStringLiteral("reserved"), sum(sums.reserved));
    totals().setCell(QStringLiteral("available"), sum(sums.onHand - sums.reserved));
}

void StockListPage::readCounts()
{
    data().read(
        this, QStringLiteral("counts"), [](Reader& reader) { return reader.stock().chipCounts(); },
        [this](const storage::StockChipCounts& counts) {
            chips().setCount(QStringLiteral("all"), counts.all);
            chips().setCount(QStringLiteral("low"), counts.belowSafety);
            chips().setCount(QStringLiteral("short"), counts.shortOf);
            chips().setCount(QStringLiteral("negative"), counts.negative);
            chips().setCount(QStringLiteral("unmoved"), counts.unmoved);
            setNothingYet(counts.all == 0);
        });
}

void StockListPage::applyFilter()
{
    storage::StockFilter filter;
    for (std::size_t chip = 0; chip < chipIds.size(); ++chip) {
        if (chips().chosenId() == QLatin1String(chipIds.at(chip)))
            filter.chip = static_cast<storage::StockChip>(chip);
    }
    filter.text = filterText().toStdString();
    m_model->setFilter(filter);
}

void StockListPage::showDetail(const Uuid& id)
{
    if (id.isNil())
        return;
    data().read(
        this, QStringLiteral("detail"), [id](Reader& reader) { return reader.stock().detail(id); },
        [this](const std::optional<storage::StockDetail>& detail) {
            m_detail->setShown(detail.has_value());
            if (detail)
                m_detail->show(*detail);
            noteShown(detail ? detail->row.id : Uuid{});
        });
}

bool StockListPage::concernsDetail(const ChangeSet& changes) const
{
    for (const TableId table : {TableId::Product, TableId::StockMovement, TableId::SalesOrder, TableId::OrderLine,
             TableId::Delivery, TableId::DeliveryLine, TableId::Customer}) {
        if (changes.touches(table))
            return true;
    }
    return false;
}

} // namespace dure::app

#include "moc_stock_list_page.cpp"
