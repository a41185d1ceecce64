#include "app/quotations/quotation_list_page.h"

#include "app/quotations/quotation_detail_pane.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"
#include "app/widgets/number_text.h"
#include "app/widgets/totals_row.h"

#include <QMenu>
#include <array>

namespace dure::app {
namespace {

constexpr std::array chipIds{"open", "ordered", "lost", "all"}; // by storage::QuotationChip

} // namespace

QuotationListPage::QuotationListPage(CompanyData& data, QWidget* parent)
    : ListPage(data, QStringLiteral("quotations"), parent)
    , m_model(new QuotationListModel(data))
    , m_detail(new QuotationDetailPane(data))
{
    chips().addChip(QStringLiteral("open"), tr("Offered"));
    chips().addChip(QStringLiteral("ordered"), tr("Ordered"));
    chips().addChip(QStringLiteral("lost"), tr("Lost"));
    chips().addChip(QStringLiteral("all"), tr("All"));
    chips().choose(QStringLiteral("open"));
    setModel(m_model, QuotationListModel::columns(), QStringLiteral("on"), Qt::DescendingOrder);
    setDetail(m_detail);
    makeMenu();
    makeEmptyState();
    table().setEmptyText(tr("No quotation fits."));
    auto* create = new KeyButton(ButtonKind::Plain, tr("New quotation"));
    create->setSymbol(Icon::Plus);
    create->setKey(keyFor(KeyAction::New));
    addAction(create);
    setWrites(TableId::Quotation, create);
    offerToWriters(TableId::SalesOrder, m_detail->orderButton());
    connect(create, &QAbstractButton::clicked, this, [this] { Q_EMIT openEditor({}); });
    connect(m_model, &WindowedModel::totalsChanged, this, &QuotationListPage::showTotals);
    connect(m_detail, &QuotationDetailPane::makeOrder, this, [this] { Q_EMIT makeOrder(currentId()); });
    connect(m_detail, &QuotationDetailPane::showOrder, this, &QuotationListPage::showOrder);
}

void QuotationListPage::makeMenu()
{
    auto* menu = new QMenu;
    const auto add = [&](const QString& text, Icon icon, auto run, std::optional<TableId> writes = {}) {
        QAction* action = menu->addAction(themedIcon(icon), text);
        connect(action, &QAction::triggered, this, run);
        if (writes)
            offerToWriters(*writes, action);
        return action;
    };
    add(
        tr("Open", "the quotation, in the editor"), Icon::SquarePen, [this] { Q_EMIT openEditor(currentId()); },
        TableId::Quotation);
    add(
        tr("Make an order"), Icon::ClipboardList, [this] { Q_EMIT makeOrder(currentId()); }, TableId::SalesOrder);
    add(tr("Show the customer"), Icon::Building2, [this] {
        if (m_shown)
            Q_EMIT showCustomer(m_shown->quotation.customerId);
    });
    add(tr("History"), Icon::History, [this] { Q_EMIT showHistory(currentId()); });
    menu->addSeparator();
    QAction* lost = add(
        tr("The customer did not order"), Icon::X,
        [this] { setState(QuotationState::Lost, tr("Quotation %1 is marked as lost.")); }, TableId::Quotation);
    QAction* open = add(
        tr("Offer it again"), Icon::Undo2,
        [this] { setState(QuotationState::Open, tr("Quotation %1 is offered again.")); }, TableId::Quotation);
    QAction* gone = add(
        tr("Delete"), Icon::Trash2, [this] { whenShown([this] { remove(); }); }, TableId::Quotation);
    connect(menu, &QMenu::aboutToShow, this, [=, this] {
        const auto state = m_shown ? m_shown->quotation.state : QuotationState::Open;
        lost->setVisible(state == QuotationState::Open);
        open->setVisible(state == QuotationState::Lost);
    });
    setMenu(menu);
    m_detail->setMoreMenu(menu);
    addDeleteKey(gone, [this] { whenShown([this] { remove(); }); });
    addEditKey([this] { Q_EMIT openEditor(currentId()); });
}

void QuotationListPage::makeEmptyState()
{
    auto* empty
        = new EmptyState(tr("There are no quotations yet"), tr("What was offered stands here, and what came of it."));
    auto* create = new KeyButton(ButtonKind::Primary, tr("New quotation"));
    create->setKeyHint(keyText(keyFor(KeyAction::New)));
    connect(create, &QAbstractButton::clicked, this, [this] { Q_EMIT openEditor({}); });
    offerToWriters(TableId::Quotation, create);
    empty->addWay(Icon::ReceiptText, tr("Write a quotation"), tr("about 2 minutes"),
        tr("Type it as an order. Once the customer says yes it becomes one by a key."), create);
    setEmptyState(empty);
}

void QuotationListPage::readCounts()
{
    data().read(
        this, QStringLiteral("counts"), [](Reader& reader) { return reader.quotations().chipCounts(); },
        [this](const storage::QuotationChipCounts& counts) {
            chips().setCount(QStringLiteral("open"), counts.open);
            chips().setCount(QStringLiteral("ordered"), counts.ordered);
            chips().setCount(QStringLiteral("lost"), counts.lost);
            chips().setCount(QStringLiteral("all"), counts.all);
            setNothingYet(counts.all == 0);
        });
}

void QuotationListPage::applyFilter()
{
    storage::QuotationFilter filter;
    for (std::size_t chip = 0; chip < chipIds.size(); ++chip) {
        if (chips().chosenId() == QLatin1String(chipIds.at(chip)))
            filter.chip = static_cast<storage::QuotationChip>(chip);
    }
    filter.text = filterText().toStdString();
    m_model->setFilter(filter);
}

void QuotationListPage::showTotals()
{
    const storage::QuotationTotals* sums = m_model->totals();
    totals().setCell(QStringLiteral("state"), tr("%n quotation(s)", nullptr, int(sums->count)));
    totals().setCell(QStringLiteral("supply"), numberText(sums->supply));
    totals().setCell(QStringLiteral("total"), numberText(sums->supply + sums->tax));
}

void QuotationListPage::showDetail(const Uuid& id)
{
    if (!isShown(id))
        m_shown.reset();
    if (id.isNil())
        return;
    data().read(
        this, QStringLiteral("detail"), [id](Reader& reader) { return reader.quotations().detail(id); },
        [this](std::optional<storage::QuotationDetail>&& detail) {
            m_shown = std::move(detail);
            m_detail->setShown(m_shown.has_value());
            if (m_shown)
                m_detail->show(*m_shown);
            noteShown(m_shown ? m_shown->quotation.id : Uuid{});
        });
}

bool QuotationListPage::concernsDetail(const ChangeSet& changes) const
{
    return changes.touches(TableId::Quotation) || changes.touches(TableId::QuotationLine)
        || changes.touches(TableId::SalesOrder) || changes.touches(TableId::Customer);
}

void QuotationListPage::setState(QuotationState state, const QString& done)
{
    whenShown([this, state, done] {
        act(done.arg(toQString(m_shown->quotation.number)),
            [id = m_shown->quotation.id, state](commands::Commands& c) { return c.setQuotationState(id, state); });
    });
}

void QuotationListPage::remove()
{
    act(tr("Quotation %1 was deleted.").arg(toQString(m_shown->quotation.number)),
        [id = m_shown->quotation.id](commands::Commands& c) { return c.deleteQuotation(id); });
}

} // namespace dure::app

#include "moc_quotation_list_page.cpp"
