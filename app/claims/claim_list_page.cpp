#include "app/claims/claim_list_page.h"

#include "app/claims/claim_detail_pane.h"
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

constexpr std::array chipIds{"open", "closed", "all"}; // by storage::ClaimChip

} // namespace

ClaimListPage::ClaimListPage(CompanyData& data, QWidget* parent)
    : ListPage(data, QStringLiteral("claims"), parent)
    , m_model(new ClaimListModel(data))
    , m_detail(new ClaimDetailPane(data))
{
    chips().addChip(QStringLiteral("open"), tr("Open"));
    chips().addChip(QStringLiteral("closed"), tr("Settled"));
    chips().addChip(QStringLiteral("all"), tr("All"));
    chips().choose(QStringLiteral("open"));
    setModel(m_model, ClaimListModel::columns(), QStringLiteral("on"), Qt::DescendingOrder);
    setDetail(m_detail);
    makeMenu();
    makeEmptyState();
    table().setEmptyText(tr("No claim fits."));
    auto* create = new KeyButton(ButtonKind::Plain, tr("New claim"));
    create->setSymbol(Icon::Plus);
    create->setKey(keyFor(KeyAction::New));
    addAction(create);
    setWrites(TableId::Claim, create);
    offerToWriters(TableId::Claim, m_detail->settleButton());
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, [this] {
        if (host())
            host()->closePage(this);
    });
    connect(create, &QAbstractButton::clicked, this, [this] { Q_EMIT openEditor({}); });
    connect(m_model, &WindowedModel::totalsChanged, this,
        [this] { totals().setCell(QStringLiteral("on"), tr("%n claim(s)", nullptr, int(m_model->totals()->count))); });
    connect(m_detail, &ClaimDetailPane::settle, this, &ClaimListPage::settleShown);
    connect(m_detail, &ClaimDetailPane::showDelivery, this, &ClaimListPage::showDelivery);
}

void ClaimListPage::makeMenu()
{
    auto* menu = new QMenu;
    const auto add = [&](const QString& text, Icon icon, auto run, bool writes = false) {
        QAction* action = menu->addAction(themedIcon(icon), text);
        connect(action, &QAction::triggered, this, run);
        if (writes)
            offerToWriters(TableId::Claim, action);
        return action;
    };
    add(
        tr("Open", "the claim, in the editor"), Icon::SquarePen, [this] { Q_EMIT openEditor(currentId()); }, true);
    QAction* settle = add(
        tr("Settle"), Icon::Check, [this] { settleShown(); }, true);
    QAction* again = add(
        tr("Open it again"), Icon::Undo2, [this] { whenShown([this] { openAgain(); }); }, true);
    add(tr("Show the customer"), Icon::Building2, [this] {
        if (m_shown)
            Q_EMIT showCustomer(m_shown->claim.customerId);
    });
    add(tr("History"), Icon::History, [this] { Q_EMIT showHistory(currentId()); });
    add(tr("Photographs and files"), Icon::Paperclip, [this] { Q_EMIT showFiles(currentId()); });
    menu->addSeparator();
    QAction* gone = add(
        tr("Delete"), Icon::Trash2, [this] { whenShown([this] { remove(); }); }, true);
    connect(menu, &QMenu::aboutToShow, this, [=, this] {
        const bool isOpen = !m_shown || m_shown->claim.decision == ClaimDecision::Open;
        settle->setVisible(isOpen);
        again->setVisible(!isOpen);
    });
    setMenu(menu);
    m_detail->setMoreMenu(menu);
    addDeleteKey(gone, [this] { whenShown([this] { remove(); }); });
    addEditKey([this] { Q_EMIT openEditor(currentId()); });
}

void ClaimListPage::makeEmptyState()
{
    auto* empty
        = new EmptyState(tr("There are no claims"), tr("What customers complain of stands here, and what was done."));
    auto* create = new KeyButton(ButtonKind::Primary, tr("New claim"));
    create->setKeyHint(keyText(keyFor(KeyAction::New)));
    connect(create, &QAbstractButton::clicked, this, [this] { Q_EMIT openEditor({}); });
    offerToWriters(TableId::Claim, create);
    empty->addWay(Icon::CircleAlert, tr("Write down a claim"), tr("about a minute"),
        tr("Choose the customer and the delivery: product, lot and day of production are filled in."), create);
    setEmptyState(empty);
}

void ClaimListPage::showClaim(const Uuid& claim)
{
    chips().choose(QStringLiteral("all"));
    showRow(claim);
}

void ClaimListPage::readCounts()
{
    data().read(
        this, QStringLiteral("counts"), [](Reader& reader) { return reader.claims().chipCounts(); },
        [this](const storage::ClaimChipCounts& counts) {
            chips().setCount(QStringLiteral("open"), counts.open);
            chips().setCount(QStringLiteral("closed"), counts.closed);
            chips().setCount(QStringLiteral("all"), counts.all);
            setNothingYet(counts.all == 0);
        });
}

void ClaimListPage::applyFilter()
{
    storage::ClaimFilter filter;
    for (std::size_t chip = 0; chip < chipIds.size(); ++chip) {
        if (chips().chosenId() == QLatin1String(chipIds.at(chip)))
            filter.chip = static_cast<storage::ClaimChip>(chip);
    }
    filter.text = filterText().toStdString();
    m_model->setFilter(filter);
}

void ClaimListPage::showDetail(const Uuid& id)
{
    if (!isShown(id))
        m_shown.reset();
    if (id.isNil())
        return;
    data().read(
        this, QStringLiteral("detail"), [id](Reader& reader) { return reader.claims().detail(id); },
        [this](std::optional<storage::ClaimDetail>&& detail) {
            m_shown = std::move(detail);
            m_detail->setShown(m_shown.has_value());
            if (m_shown)
                m_detail->show(*m_shown);
            noteShown(m_shown ? m_shown->claim.id : Uuid{});
        });
}

bool ClaimListPage::concernsDetail(const ChangeSet& changes) const
{
    return changes.touches(TableId::Claim) || changes.touches(TableId::Delivery) || changes.touches(TableId::Customer);
}

void ClaimListPage::settleShown()
{
    whenShown([this] {
        if (m_shown->claim.decision == ClaimDecision::Open)
            Q_EMIT settle(m_shown->claim.id);
    });
}

/// What was recorded for it stands: deliveries are taken back one by one.
void ClaimListPage::openAgain()
{
    commands::ClaimSettlement settlement;
    settlement.claim = m_shown->claim.id;
    settlement.decision = ClaimDecision::Open;
    settlement.on = data().today();
    act(tr("Claim %1 is open again.").arg(toQString(m_shown->claim.number)),
        [settlement](commands::Commands& c) { return c.settleClaim(settlement); });
}

void ClaimListPage::remove()
{
    act(tr("Claim %1 was deleted.").arg(toQString(m_shown->claim.number)),
        [id = m_shown->claim.id](commands::Commands& c) { return c.deleteClaim(id); });
}

} // namespace dure::app

#include "moc_claim_list_page.cpp"
