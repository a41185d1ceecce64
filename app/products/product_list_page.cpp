#include "app/products/product_list_page.h"

#include "app/products/product_detail_pane.h"
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

constexpr std::array chipIds{"active", "low", "all"}; // by storage::ProductChip

} // namespace

ProductListPage::ProductListPage(CompanyData& data, QWidget* parent)
    : ListPage(data, QStringLiteral("products"), parent)
    , m_model(new ProductListModel(data))
    , m_detail(new ProductDetailPane(data))
{
    chips().addChip(QStringLiteral("active"), tr("In use"));
    chips().addChip(QStringLiteral("low"), tr("Below safety stock"), Status::Attention);
    chips().addChip(QStringLiteral("all"), tr("All"));
    setModel(m_model, ProductListModel::columns(), QStringLiteral("code"), Qt::AscendingOrder);
    setSeveralMayBeChosen();
    setDetail(m_detail);
    makeEmptyState();
    makeMenu();
    table().setEmptyText(tr("No product fits."));

    auto* prices = new KeyButton(ButtonKind::Plain, tr("Change prices"));
    prices->setSymbol(Icon::ListChecks);
    prices->setKey(QKeySequence(Qt::CTRL | Qt::Key_U));
    addAction(prices);
    offerToWriters(TableId::CustomerPrice, prices);
    connect(prices, &QAbstractButton::clicked, this, &ProductListPage::startPriceChange);
    auto* create = new KeyButton(ButtonKind::Plain, tr("New product"));
    create->setSymbol(Icon::Plus);
    create->setKey(keyFor(KeyAction::New));
    addAction(create);
    setWrites(TableId::Product, create);
    offerToWriters(TableId::CustomerPrice, m_detail->primary());
    for (KeyButton* button : m_detail->footButtons())
        offerToWriters(TableId::Product, button);
    connect(create, &QAbstractButton::clicked, this, [this] { Q_EMIT openEditor({}); });
    connect(m_model, &WindowedModel::totalsChanged, this, [this] {
        totals().setCell(QStringLiteral("code"), tr("%n product(s)", nullptr, int(m_model->totals()->count)));
    });
    connect(m_detail, &ProductDetailPane::editPrices, this, [this] { Q_EMIT openPrices(currentId()); });
    connect(m_detail, &ProductDetailPane::openEditor, this, [this] { Q_EMIT openEditor(currentId()); });
}

void ProductListPage::makeMenu()
{
    auto* menu = new QMenu;
    const auto add = [&](const QString& text, Icon icon, auto run, TableId writes = TableId::Product) {
        QAction* action = menu->addAction(themedIcon(icon), text);
        connect(action, &QAction::triggered, this, run);
        offerToWriters(writes, action);
        return action;
    };
    add(tr("Edit"), Icon::SquarePen, [this] { Q_EMIT openEditor(currentId()); });
    add(
        tr("Agreed prices"), Icon::ReceiptText, [this] { Q_EMIT openPrices(currentId()); }, TableId::CustomerPrice);
    QAction* change = add(
        tr("Change prices"), Icon::ListChecks, [this] { startPriceChange(); }, TableId::CustomerPrice);
    QAction* history = menu->addAction(themedIcon(Icon::History), tr("History")); // anybody may read it
    connect(history, &QAction::triggered, this, [this] { Q_EMIT showHistory(currentId()); });
    QAction* files = menu->addAction(themedIcon(Icon::Paperclip), tr("Files"));
    connect(files, &QAction::triggered, this, [this] { Q_EMIT showFiles(currentId()); });
    menu->addSeparator();
    QAction* rest = add(tr("Make inactive"), Icon::EyeOff, [this] { whenShown([this] { setInactive(true); }); });
    QAction* wake = add(tr("Make active"), Icon::Eye, [this] { whenShown([this] { setInactive(false); }); });
    QAction* remove = add(tr("Delete"), Icon::Trash2, [this] { whenShown([this] { deleteProduct(); }); });
    connect(menu, &QMenu::aboutToShow, this, [=, this] {
        const bool inactive = m_shown && m_shown->product.inactive;
        const int count = chosenCount();
        change->setText(count > 1 ? tr("Change prices of %n product(s)", nullptr, count) : tr("Change prices"));
        rest->setVisible(!inactive);
        wake->setVisible(inactive);
    });
    setMenu(menu);
    m_detail->setMoreMenu(menu);
    addDeleteKey(remove, [this] { whenShown([this] { deleteProduct(); }); });
    addEditKey([this] { Q_EMIT openEditor(currentId()); });
}

void ProductListPage::makeEmptyState()
{
    auto* empty = new EmptyState(tr("There are no products yet"), tr("Begin here."));
    auto* create = new KeyButton(ButtonKind::Primary, tr("New product"));
    create->setKeyHint(keyText(keyFor(KeyAction::New)));
    connect(create, &QAbstractButton::clicked, this, [this] { Q_EMIT openEditor({}); });
    offerToWriters(TableId::Product, create);
    empty->addWay(Icon::SquarePen, tr("Write the first product"), tr("1 minute"),
        tr("A name is enough; the rest can follow."), create);
    offerImport(TableId::Product, *empty);
    setEmptyState(empty);
}

void ProductListPage::readCounts()
{
    data().read(
        this, QStringLiteral("counts"), [](Reader& reader) { return reader.products().chipCounts(); },
        [this](const storage::ProductChipCounts& counts) {
            chips().setCount(QStringLiteral("active"), counts.active);
            chips().setCount(QStringLiteral("low"), counts.belowSafety);
            chips().setCount(QStringLiteral("all"), counts.all);
            setNothingYet(counts.all == 0);
        });
}

storage::ProductFilter ProductListPage::filter() const
{
    storage::ProductFilter filter;
    for (std::size_t chip = 0; chip < chipIds.size(); ++chip) {
        if (chips().chosenId() == QLatin1String(chipIds.at(chip)))
            filter.chip = static_cast<storage::ProductChip>(chip);
    }
    filter.text = filterText().toStdString();
    return filter;
}

void ProductListPage::applyFilter() { m_model->setFilter(filter()); }

/// The current row alone is not a choice: one always is current.
void ProductListPage::startPriceChange()
{
    PriceChangeStart start{chosenIds(), filter()};
    if (start.products.size() < 2)
        start.products.clear();
    Q_EMIT changePrices(start);
}

void ProductListPage::showDetail(const Uuid& id)
{
    if (!isShown(id))
        m_shown.reset();
    if (id.isNil())
        return;
    data().read(
        this, QStringLiteral("detail"), [id](Reader& reader) { return reader.products().detail(id); },
        [this](std::optional<storage::ProductDetail>&& detail) {
            m_shown = std::move(detail);
            m_detail->setShown(m_shown.has_value());
            if (m_shown)
                m_detail->show(*m_shown);
            noteShown(m_shown ? m_shown->product.id : Uuid{});
        });
}

bool ProductListPage::concernsDetail(const ChangeSet& changes) const
{
    for (const TableId table : {TableId::Product, TableId::CustomerPrice, TableId::StockMovement, TableId::OrderLine,
             TableId::DeliveryLine, TableId::Customer, TableId::Attachment}) {
        if (changes.touches(table))
            return true;
    }
    return false;
}

void ProductListPage::setInactive(bool inactive)
{
    const Product before = m_shown->product;
    Product after = before;
    after.inactive = inactive;
    const QString name = toQString(before.name);
    act(inactive ? tr("%1 is inactive now.").arg(name) : tr("%1 is active again.").arg(name),
        [=](commands::Commands& c) { return c.saveProduct(after, &before); });
}

void ProductListPage::deleteProduct()
{
    act(tr("%1 was deleted.").arg(toQString(m_shown->product.name)),
        [id = m_shown->product.id](commands::Commands& c) { return c.deleteProduct(id); });
}

} // namespace dure::app

#include "moc_product_list_page.cpp"
