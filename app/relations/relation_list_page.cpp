#include "app/relations/relation_list_page.h"

#include "app/data/error_text.h"
#include "app/relations/activity_done.h"
#include "app/relations/activity_sheet.h"
#include "app/relations/relation_detail_pane.h"
#include "app/relations/relation_words.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/totals_row.h"

#include <QAction>
#include <QMenu>
#include <QShortcut>
#include <array>

namespace dure::app {
namespace {

constexpr std::array chipIds{
    "all", "contacts", "promises", "todo", "claims", "orders", "deliveries", "payments"}; // by storage::RelationChip

} // namespace

RelationListPage::RelationListPage(CompanyData& data, const Uuid& customer, QWidget* parent)
    : ListPage(data, QStringLiteral("relations"), parent)
    , m_customer(customer)
    , m_model(new RelationModel(data, customer))
    , m_detail(new RelationDetailPane(data))
    , m_sheet(new ActivitySheet(data))
{
    chips().addChip(QStringLiteral("all"), tr("All"));
    chips().addChip(QStringLiteral("contacts"), tr("Contacts"));
    chips().addChip(QStringLiteral("promises"), tr("Promises"));
    chips().addChip(QStringLiteral("todo"), tr("To do"));
    chips().addChip(QStringLiteral("claims"), tr("Claims"));
    chips().addChip(QStringLiteral("orders"), tr("Orders"));
    chips().addChip(QStringLiteral("deliveries"), tr("Deliveries"));
    chips().addChip(QStringLiteral("payments"), tr("Payments"));
    setModel(m_model, RelationModel::columns(), {}, Qt::DescendingOrder);
    table().setSortingEnabled(false); // newest first: it is a time line
    setFilterable(false);
    setDetail(m_detail);
    setSheet(m_sheet);
    makeMenu();
    table().setEmptyText(tr("Nothing is written down yet. F2 writes down a call, a visit or a promise."));
    addButtons();
    connect(m_model, &WindowedModel::totalsChanged, this,
        [this] { totals().setCell(QStringLiteral("on"), tr("%n line(s)", nullptr, int(m_model->totals()->count))); });
    connect(m_detail, &RelationDetailPane::done, this, &RelationListPage::toggleDone);
    connect(m_sheet, &ActivitySheet::closed, this, [this] { table().setFocus(); });
    connect(m_sheet, &ActivitySheet::saved, this, [this](const Uuid& id, bool isNew) {
        showRow(id);
        showDone(isNew ? tr("Written down.") : tr("The record was changed."));
    });
    auto* space = new QShortcut(Qt::Key_Space, &table(), nullptr, nullptr, Qt::WidgetShortcut);
    space->setAutoRepeat(false);
    connect(space, &QShortcut::activated, this, [this] { whenShown([this] { toggleDone(); }); });
    data.read(
        this, QStringLiteral("name"), [customer](Reader& reader) { return reader.customers().find(customer); },
        [this](const std::optional<Customer>& found) {
            m_name = found ? toQString(found->name) : QString();
            Q_EMIT headerChanged();
        });
}

void RelationListPage::addButtons()
{
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    auto* create = new KeyButton(ButtonKind::Plain, tr("Write down"));
    create->setSymbol(Icon::NotebookPen);
    create->setKey(keyFor(KeyAction::New));
    addAction(close);
    addAction(create);
    setWrites(TableId::Activity, create);
    offerToWriters(TableId::Activity, m_detail->primary());
    connect(close, &QAbstractButton::clicked, this, [this] { host()->closePage(this); });
    connect(create, &QAbstractButton::clicked, this, &RelationListPage::begin);
}

void RelationListPage::makeMenu()
{
    auto* menu = new QMenu;
    QAction* show = menu->addAction(themedIcon(Icon::Eye), tr("Open"));
    connect(show, &QAction::triggered, this, [this] { open(currentId()); });
    QAction* done = menu->addAction(themedIcon(Icon::Check), tr("Done"));
    done->setShortcut(Qt::Key_Space);
    done->setShortcutContext(Qt::WidgetShortcut); // shown by the menu; the list's own shortcut hears it
    done->setShortcutVisibleInContextMenu(true);
    connect(done, &QAction::triggered, this, [this] { whenShown([this] { toggleDone(); }); });
    QAction* change = menu->addAction(themedIcon(Icon::SquarePen), tr("Edit"));
    connect(change, &QAction::triggered, this, [this] { whenShown([this] { edit(); }); });
    menu->addSeparator();
    QAction* remove = menu->addAction(themedIcon(Icon::Trash2), tr("Delete"));
    connect(remove, &QAction::triggered, this, [this] { whenShown([this] { this->remove(); }); });
    for (QAction* action : {done, change, remove})
        offerToWriters(TableId::Activity, action);
    connect(menu, &QMenu::aboutToShow, this, [=, this] {
        show->setVisible(!isActivity());
        done->setEnabled(isActivity() && !m_shown->activity.nextOn.isNull());
        done->setText(isActivity() && !m_shown->activity.doneOn.isNull() ? tr("Not done yet") : tr("Done"));
        change->setVisible(isActivity());
        remove->setVisible(isActivity());
    });
    setMenu(menu);
    m_detail->setMoreMenu(menu);
    addDeleteKey(remove, [this] { whenShown([this] { this->remove(); }); });
    addEditKey([this] { whenShown([this] { edit(); }); });
}

bool RelationListPage::isActivity() const { return m_shown && m_shown->kind == storage::RelationKind::Activity; }

void RelationListPage::begin()
{
    if (mayWrite(TableId::Activity))
        m_sheet->begin(m_customer);
}

void RelationListPage::readCounts()
{
    data().read(
        this, QStringLiteral("counts"),
        [customer = m_customer](Reader& reader) { return reader.relations().counts(customer); },
        [this](const storage::RelationChipCounts& counts) {
            for (std::size_t chip = 0; chip < counts.size(); ++chip)
                chips().setCount(QLatin1String(chipIds.at(chip)), counts.at(chip));
        });
}

void RelationListPage::applyFilter()
{
    for (std::size_t chip = 0; chip < chipIds.size(); ++chip)
        if (chips().chosenId() == QLatin1String(chipIds.at(chip)))
            m_model->setChip(static_cast<storage::RelationChip>(chip));
}

void RelationListPage::showDetail(const Uuid& id)
{
    if (!isShown(id))
        m_shown.reset();
    if (id.isNil())
        return;
    data().read(
        this, QStringLiteral("detail"),
        [id, today = data().today()](Reader& reader) -> std::optional<storage::RelationEntry> {
            using enum storage::RelationKind;
            for (const auto kind : {Activity, Order, Delivery, Payment, Claim})
                if (auto entry = reader.relations().entry(kind, id, today))
                    return entry;
            return std::nullopt;
        },
        [this](std::optional<storage::RelationEntry>&& entry) {
            m_shown = std::move(entry);
            m_detail->setShown(m_shown.has_value());
            if (m_shown)
                m_detail->show(*m_shown);
            noteShown(m_shown ? m_shown->id : Uuid{});
        });
}

bool RelationListPage::concernsDetail(const ChangeSet& changes) const
{
    for (const TableId table : {TableId::Activity, TableId::Claim, TableId::SalesOrder, TableId::Delivery,
             TableId::DeliveryLine, TableId::Payment})
        if (changes.touches(table))
            return true;
    return false;
}

/// A document is shown where it is at home, a record is opened here.
void RelationListPage::open(const Uuid&)
{
    whenShown([this] {
        switch (m_shown->kind) {
        case storage::RelationKind::Activity:
            if (mayWrite(TableId::Activity))
                edit();
            break;
        case storage::RelationKind::Order:
            Q_EMIT showElsewhere(TableId::SalesOrder, m_shown->id);
            break;
        case storage::RelationKind::Delivery:
            Q_EMIT showElsewhere(TableId::Delivery, m_shown->id);
            break;
        case storage::RelationKind::Claim:
        case storage::RelationKind::Payment:
            break; // all there is of it stands beside the list
        }
    });
}

void RelationListPage::edit()
{
    if (isActivity())
        m_sheet->open(m_shown->activity);
}

void RelationListPage::remove()
{
    if (isActivity())
        act(tr("The record was deleted."), [id = m_shown->id](commands::Commands& c) { return c.deleteActivity(id); });
}

void RelationListPage::toggleDone()
{
    if (!isActivity() || m_shown->activity.nextOn.isNull() || !mayWrite(TableId::Activity))
        return;
    const bool done = m_shown->activity.doneOn.isNull();
    setActivityDone(data(), this, m_shown->id, done, [this, done](const commands::Result& result) {
        strip().clear();
        if (result)
            return showDone(done ? tr("Marked as done.") : tr("It is still to be done."));
        const ErrorText error = errorText(result.error());
        strip().show(Tone::Red, error.what, error.wayOut);
    });
}

} // namespace dure::app

#include "moc_relation_list_page.cpp"
