#include "app/receivables/note_list_page.h"

#include "app/receivables/payment_words.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/totals_row.h"

#include <QAction>
#include <QMenu>
#include <array>

namespace dure::app {
namespace {

constexpr std::array chipIds{"held", "week", "matured", "dishonoured", "all"}; // by storage::NoteChip

bool isOpen(const storage::NoteRow& note)
{
    return note.state != storage::NoteState::Dishonoured && note.state != storage::NoteState::TakenBack;
}

} // namespace

NoteListPage::NoteListPage(CompanyData& data, QWidget* parent)
    : ListPage(data, QStringLiteral("notes"), parent)
    , m_model(new NoteListModel(data))
{
    chips().addChip(QStringLiteral("held"), tr("Not matured"));
    chips().addChip(QStringLiteral("week"), tr("Due this week"), Status::Attention);
    chips().addChip(QStringLiteral("matured"), tr("Matured"));
    chips().addChip(QStringLiteral("dishonoured"), tr("Dishonoured"), Status::Late);
    chips().addChip(QStringLiteral("all"), tr("All"));
    setModel(m_model, NoteListModel::columns(), QStringLiteral("due"), Qt::AscendingOrder);
    makeMenu();
    table().setEmptyText(tr("No note fits."));
    setEmptyState(new EmptyState(
        tr("No notes were taken"), tr("A payment of the kind “promissory note” stands here until it matures.")));

    auto* dishonour = new KeyButton(ButtonKind::Plain, tr("Dishonoured"));
    dishonour->setSymbol(Icon::CircleAlert);
    dishonour->setKey(QKeySequence(Qt::CTRL | Qt::Key_B));
    addAction(dishonour);
    offerToWriters(TableId::Payment, dishonour);
    connect(dishonour, &QAbstractButton::clicked, this, [this] { settle(true); });
    auto* settled = new KeyButton(ButtonKind::Primary, tr("Settle"));
    settled->setKey(keyFor(KeyAction::Primary));
    addAction(settled);
    offerToWriters(TableId::NoteEvent, settled);
    connect(settled, &QAbstractButton::clicked, this, [this] { settle(false); });
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    addAction(close);
    connect(close, &QAbstractButton::clicked, this, [this] {
        if (host())
            host()->closePage(this);
    });
    connect(m_model, &WindowedModel::totalsChanged, this, [this] {
        const storage::NoteTotals* sums = m_model->totals();
        totals().setCell(QStringLiteral("state"), tr("%n note(s)", nullptr, int(sums->count)));
        totals().setCell(QStringLiteral("amount"), numberText(sums->amount));
    });
}

void NoteListPage::makeMenu()
{
    auto* menu = new QMenu;
    const auto add = [&](const QString& text, Icon icon, auto run) {
        QAction* action = menu->addAction(themedIcon(icon), text);
        connect(action, &QAction::triggered, this, run);
        return action;
    };
    QAction* done = add(tr("Collected, discounted or endorsed"), Icon::Check, [this] { settle(false); });
    offerToWriters(TableId::NoteEvent, done);
    QAction* refused = add(tr("Dishonoured"), Icon::CircleAlert, [this] { settle(true); });
    offerToWriters(TableId::Payment, refused);
    menu->addSeparator();
    add(tr("Ledger"), Icon::NotebookPen, [this] { open(currentId()); });
    add(tr("Show the customer"), Icon::Building2, [this] {
        if (m_shown)
            Q_EMIT showCustomer(m_shown->customerId);
    });
    connect(menu, &QMenu::aboutToShow, this, [=, this] {
        done->setEnabled(m_shown && isOpen(*m_shown));
        refused->setEnabled(m_shown && isOpen(*m_shown));
    });
    setMenu(menu);
}

void NoteListPage::settle(bool dishonoured)
{
    whenShown([this, dishonoured] {
        if (isOpen(*m_shown))
            return Q_EMIT settleNote(m_shown->id, dishonoured);
        strip().clear();
        strip().show(Tone::Info, tr("This note is %1 already.").arg(noteStateText(m_shown->state)));
    });
}

void NoteListPage::readCounts()
{
    data().read(
        this, QStringLiteral("counts"),
        [today = data().today()](Reader& reader) { return reader.notes().chipCounts(today); },
        [this](const storage::NoteChipCounts& counts) {
            chips().setCount(QStringLiteral("held"), counts.held);
            chips().setCount(QStringLiteral("week"), counts.thisWeek);
            chips().setCount(QStringLiteral("matured"), counts.matured);
            chips().setCount(QStringLiteral("dishonoured"), counts.dishonoured);
            chips().setCount(QStringLiteral("all"), counts.all);
            setNothingYet(counts.all == 0);
        });
}

void NoteListPage::applyFilter()
{
    storage::NoteFilter filter;
    for (std::size_t chip = 0; chip < chipIds.size(); ++chip) {
        if (chips().chosenId() == QLatin1String(chipIds.at(chip)))
            filter.chip = static_cast<storage::NoteChip>(chip);
    }
    filter.text = filterText().toStdString();
    filter.today = data().today();
    m_model->setFilter(filter);
}

void NoteListPage::showDetail(const Uuid& id)
{
    if (!isShown(id))
        m_shown.reset();
    if (id.isNil())
        return;
    data().read(
        this, QStringLiteral("detail"),
        [id, today = data().today()](Reader& reader) { return reader.notes().row(id, today); },
        [this](std::optional<storage::NoteRow>&& row) {
            m_shown = std::move(row);
            noteShown(m_shown ? m_shown->id : Uuid{});
        });
}

void NoteListPage::open(const Uuid& id)
{
    if (!id.isNil())
        whenShown([this] { Q_EMIT openLedger(m_shown->customerId); });
}

bool NoteListPage::concernsDetail(const ChangeSet& changes) const
{
    return changes.touches(TableId::Payment) || changes.touches(TableId::NoteEvent);
}

} // namespace dure::app

#include "moc_note_list_page.cpp"
