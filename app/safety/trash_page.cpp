#include "app/safety/trash_page.h"

#include "app/attention/history_view.h"
#include "app/data/error_text.h"
#include "app/lists/undo_offer.h"
#include "app/safety/trash_model.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_map.h"
#include "app/widgets/ledger_table.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/number_text.h"
#include "app/widgets/panel.h"
#include "app/widgets/theme.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QShortcut>

namespace dure::app {
namespace {

constexpr int mostRows = 1000; // nobody reads further; what is older is found by its history
constexpr int historyWidth = 340;

} // namespace

TrashPage::TrashPage(CompanyData& data, HistoryDesk& history, QWidget* parent)
    : Page(parent)
    , m_data(data)
    , m_model(new TrashModel(this))
    , m_table(new LedgerTable)
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
    , m_undo(new UndoOffer(data, *m_strip))
    , m_history(new HistoryView(data, history))
{
    m_table->setColumns(TrashModel::columns());
    m_table->setModel(m_model);
    m_table->setAccessibleName(tr("Trash"));
    m_table->setEmptyText(tr("Nothing was deleted."));
    auto* list = new QVBoxLayout;
    list->setSpacing(0);
    list->addWidget(m_table, 1);
    list->addWidget(m_strip);
    auto* scrolled = new QWidget;
    scrolled->setProperty("scrollContent", true);
    auto* column = new QVBoxLayout(scrolled);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_history);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidget(scrolled);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(list, 1);
    layout->addWidget(new HairLine(Qt::Vertical, nullptr, Color::Panel));
    layout->addWidget(scroll);
    Theme::follow(scroll, [scroll](const Tokens& t) { scroll->setFixedWidth(t.scaled(historyWidth)); });
    addButtons();
    connect(m_table, &LedgerTable::currentRowChanged, this, &TrashPage::showCurrent);
    connect(m_table, &LedgerTable::opened, this, &TrashPage::restore);
    connect(&data, &CompanyData::changed, this, [this](const ChangeSet& changes) {
        static constexpr TableId tables[]{TableId::Customer, TableId::Product, TableId::SalesOrder, TableId::Quotation,
            TableId::Claim, TableId::Activity};
        if (std::ranges::any_of(tables, [&](TableId table) { return changes.touches(table); }))
            read();
    });
    connect(&data, &CompanyData::roleChanged, this, &TrashPage::offer);
    read();
}

void TrashPage::addButtons()
{
    auto* close = new KeyButton(ButtonKind::Plain, tr("Close"));
    close->setKey(keyFor(KeyAction::Close));
    m_restore = new KeyButton(ButtonKind::Primary, tr("Bring back"));
    m_restore->setKey(keyFor(KeyAction::Primary));
    for (KeyButton* button : {close, m_restore})
        addAction(button);
    connect(close, &QAbstractButton::clicked, this, [this] { host()->closePage(this); });
    connect(m_restore, &QAbstractButton::clicked, this, &TrashPage::restore);
    auto* undo = new QShortcut(keyFor(KeyAction::Undo), this);
    undo->setContext(Qt::WidgetWithChildrenShortcut);
    connect(undo, &QShortcut::activated, m_undo, &UndoOffer::undoLast);
}

void TrashPage::entered() { m_table->setFocus(); }

void TrashPage::read()
{
    m_data.read(
        this, QStringLiteral("trash"), [](Reader& reader) { return storage::TrashStore(reader.db()).list(mostRows); },
        [this](std::vector<storage::TrashRow>&& rows) { showRows(std::move(rows)); });
}

void TrashPage::showRows(std::vector<storage::TrashRow>&& rows)
{
    const int before = m_table->currentIndex().row();
    const Uuid chosen = m_shown;
    m_model->setRows(std::move(rows), m_data.today(), m_data.author().user, toQString(m_data.author().name));
    const int same = m_model->rowOf(chosen);
    const int last = m_model->rowCount() - 1;
    if (last >= 0)
        m_table->selectRow(std::clamp(same >= 0 ? same : before, 0, last));
    showCurrent();
}

void TrashPage::showCurrent()
{
    const storage::TrashRow* row = m_model->row(m_table->currentIndex().row());
    offer();
    const Uuid id = row ? row->id : Uuid();
    if (std::exchange(m_shown, id) == id)
        return;
    if (row)
        m_history->setRows(toQString(row->name), {{row->table, row->id, {}}});
    else
        m_history->setRows({}, {});
}

void TrashPage::offer()
{
    const storage::TrashRow* row = m_model->row(m_table->currentIndex().row());
    m_restore->setEnabled(row && m_data.mayWrite(row->table));
}

void TrashPage::restore()
{
    const storage::TrashRow* row = m_model->row(m_table->currentIndex().row());
    if (!row)
        return;
    m_strip->clear();
    if (!m_data.mayWrite(row->table)) {
        const ErrorText why = readsOnlyText();
        m_strip->show(Tone::Info, why.what, why.wayOut);
        return;
    }
    m_data.run(
        this,
        [table = row->table, id = row->id](commands::Commands& commands) { return commands.restoreDeleted(table, id); },
        [this, name = toQString(row->name)](const commands::Result& result) {
            if (!result) {
                const ErrorText why = errorText(result.error());
                m_strip->show(Tone::Red, why.what, why.wayOut);
                return;
            }
            m_undo->show(tr("%1 is back.").arg(name), m_data.undoable());
        });
}

} // namespace dure::app

#include "moc_trash_page.cpp"
