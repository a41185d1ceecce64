#include "app/attention/attention_page.h"

#include "app/attention/attention_model.h"
#include "app/attention/field_text.h"
#include "app/attention/matter_list.h"
#include "app/attention/matter_pane.h"
#include "app/attention/order_redo.h"
#include "app/data/error_text.h"
#include "app/lists/undo_offer.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_hint_bar.h"
#include "app/widgets/key_map.h"
#include "app/widgets/label.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/theme.h"
#include "core/storage/sync_state.h"

#include <QBoxLayout>
#include <QShortcut>

namespace dure::app {
namespace {

constexpr int listWidth = 330; // at 100 %

} // namespace

AttentionPage::AttentionPage(CompanyData& data, HistoryDesk& desk, QWidget* parent)
    : Page(parent)
    , m_data(data)
    , m_model(new AttentionModel(data, this))
    , m_chips(new ChipRow)
    , m_list(new MatterList)
    , m_pane(new MatterPane(data, desk))
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
    , m_undo(new UndoOffer(data, *m_strip))
    , m_hints(new KeyHintBar)
{
    m_chips->addChip(QStringLiteral("open"), tr("To do"));
    m_chips->addChip(QStringLiteral("done"), tr("Done"));
    m_list->setModel(m_model);
    auto* side = new Panel(Color::Sheet);
    side->setEdges(Qt::RightEdge);
    auto* bar = new Panel(Color::Sheet);
    bar->setEdges(Qt::BottomEdge, Color::Hair);
    auto* barLayout = new QHBoxLayout(bar);
    barLayout->addWidget(m_chips);
    barLayout->addStretch();
    auto* left = new QVBoxLayout(side);
    left->setContentsMargins(0, 0, Tokens::px(Fixed::Line), 0);
    left->setSpacing(0);
    left->addWidget(bar);
    left->addWidget(m_list, 1);
    auto* across = new QHBoxLayout;
    across->setSpacing(0);
    across->addWidget(side);
    across->addWidget(m_pane, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(across, 1);
    layout->addWidget(m_strip);
    layout->addWidget(m_hints);
    auto* where = new Label(LabelRole::Hint);
    addAction(where);
    data.read(
        this, QStringLiteral("where"),
        [](Reader& reader) { return storage::SyncState(reader.db()).epoch().empty(); }, // no cloud has it
        [where](bool alone) { where->setText(alone ? tr("On this PC alone") : tr("The same on every PC")); });
    Theme::follow(this, [=](const Tokens& t) {
        side->setFixedWidth(t.scaled(listWidth));
        barLayout->setContentsMargins(t.px(Px::Space16), t.px(Px::Space8), t.px(Px::Space8), t.px(Px::Space8));
    });
    addKeys();
    connectParts();
    showHints();
}

void AttentionPage::addKeys()
{
    const auto key = [this](KeyAction action, auto run) {
        auto* shortcut = new QShortcut(keyFor(action), this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        shortcut->setAutoRepeat(action != KeyAction::Undo); // held, it would take back a day's work
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(KeyAction::Undo, [this] { undoLast(); });
    key(KeyAction::NextPane, [this] {
        if (m_list->hasFocus())
            m_pane->focusFirst();
        else
            m_list->setFocus();
    });
}

void AttentionPage::connectParts()
{
    connect(m_chips, &ChipRow::chosen, this, [this](const QString& id) {
        m_current = {};
        m_currentRow = 0;
        m_model->setDone(id == QLatin1String("done"));
    });
    connect(m_model, &AttentionModel::counted, this, [this](const storage::AttentionCounts& counts) {
        m_chips->setCount(QStringLiteral("open"), counts.open);
        m_chips->setCount(QStringLiteral("done"), counts.done);
    });
    connect(m_model, &AttentionModel::refreshed, this, &AttentionPage::onRefreshed);
    connect(m_list, &MatterList::currentRowChanged, this, [this](int row) {
        if (!m_settingRow && row >= 0) {
            m_currentRow = row;
            setCurrent(m_model->idAt(row));
        }
    });
    connect(m_list, &MatterList::opened, this, &AttentionPage::openSubject);
    connect(m_pane, &MatterPane::kept, this, &AttentionPage::keep);
    connect(m_pane, &MatterPane::otherWanted, this, &AttentionPage::takeOther);
    connect(m_pane, &MatterPane::fieldsChosen, this, &AttentionPage::decideFields);
    connect(m_pane, &MatterPane::choosingChanged, this, &AttentionPage::showHints);
    connect(m_pane, &MatterPane::refused, this, &AttentionPage::sayReadsOnly);
    connect(&m_data, &CompanyData::roleChanged, this, &AttentionPage::showHints);
    connect(m_undo, &UndoOffer::refused, m_model, &AttentionModel::refresh);
    connect(m_undo, &UndoOffer::undone, this, [this](TableId table, const Uuid& id) {
        if (!id.isNil())
            m_undo->addShowLink(table, id);
    });
    connect(m_undo, &UndoOffer::showRequested, this, &AttentionPage::showElsewhere);
    connect(m_strip, &MessageStrip::cleared, this, [this] { m_saysRead = false; });
    connect(&m_data, &CompanyData::commandDone, this, [this] {
        m_attended = 0;
        if (m_saysRead) // it is not the last choice any more
            m_strip->clear();
    });
    const auto refresh = [this] {
        if (isVisible()) // entering it reads anyway
            m_model->refresh();
    };
    connect(&m_data, &CompanyData::changed, this, refresh);
    connect(&m_data, &CompanyData::dayChanged, this, refresh);
}

void AttentionPage::entered()
{
    m_list->setFocus();
    // What the cloud refused is no change of data, so nobody announced it.
    m_model->refresh();
}

/// The selection follows its matter. One that was decided leaves its place to the next.
void AttentionPage::onRefreshed()
{
    int row = std::exchange(m_moveOn, false) || m_current.isNil() ? -1 : m_model->rowOf(m_current);
    if (row < 0 && m_model->rowCount() > 0) {
        const int last = (m_model->openRows() > 0 ? m_model->openRows() : m_model->rowCount()) - 1;
        row = qBound(0, m_currentRow, last);
        if (m_model->idAt(row).isNil())
            row = qMin(row + 1, m_model->rowCount() - 1);
        if (!m_model->isDone() && m_model->openRows() == 0)
            row = -1; // all is decided: that is what is to be seen
    }
    m_settingRow = true;
    m_list->setCurrentIndex(m_model->index(row, 0));
    m_settingRow = false;
    if (row >= 0)
        m_currentRow = row;
    setCurrent(row < 0 ? Uuid{} : m_model->idAt(row));
}

void AttentionPage::setCurrent(const Uuid& id)
{
    if (m_current != id)
        m_facts.reset();
    m_current = id;
    if (id.isNil()) {
        m_pane->showNothing();
        showHints();
        return;
    }
    readMatter();
}

void AttentionPage::readMatter()
{
    m_data.read(
        this, QStringLiteral("matter"),
        [id = m_current, today = m_data.today()](Reader& reader) { return app::readMatter(reader, id, today); },
        [this, id = m_current](std::optional<MatterFacts>&& facts) {
            if (id != m_current)
                return;
            m_facts = std::move(facts);
            if (m_facts)
                m_pane->show(*m_facts);
            else
                m_pane->showNothing(); // put right meanwhile
            showHints();
        });
}

void AttentionPage::showHints()
{
    QList<KeyHint> hints;
    const KeyHint undo{keyText(keyFor(KeyAction::Undo)), tr("Take the last choice back")};
    if (m_pane->isChoosing()) {
        hints = {{QStringLiteral("1"), tr("Left")}, {QStringLiteral("2"), tr("Right")},
            {QStringLiteral("↑↓"), tr("Another field")}, {QStringLiteral("Enter"), tr("Save")},
            {QStringLiteral("Esc"), tr("Cancel")}};
    } else if (m_facts) {
        if (!m_pane->keepButton().isHidden())
            hints += {QStringLiteral("1"), m_pane->keepButton().text()};
        if (!m_pane->otherButton().isHidden())
            hints += {QStringLiteral("2"), m_pane->otherButton().text()};
        if (m_pane->canChooseFields())
            hints += {QStringLiteral("3"), tr("Field by field")};
        if (!m_facts->row.subject.name.empty())
            hints += {QStringLiteral("Enter"), tr("Open: %1").arg(tableText(m_facts->row.subject.table))};
        if (mayUndo())
            hints += undo;
        hints += {QStringLiteral("↓"), tr("Next")};
    } else if (mayUndo()) {
        hints = {undo};
    }
    m_hints->setHints(hints);
}

void AttentionPage::keep()
{
    if (!m_facts)
        return;
    if (m_facts->row.kind == storage::AttentionKind::Rejected)
        return attend(m_facts->row.entry, true);
    std::vector<Uuid> matters = m_facts->conflicts;
    if (matters.empty())
        matters.push_back(m_facts->row.id);
    decide(tr("Left as it is: %1.").arg(m_facts->subject),
        [matters, subject = m_facts->subject.toStdString()](
            commands::Commands& c) { return c.keepAsItIs(matters, subject); });
}

void AttentionPage::takeOther()
{
    if (!m_facts)
        return;
    if (m_facts->row.kind == storage::AttentionKind::Rejected)
        return redo();
    if (!m_facts->units.isEmpty())
        return decideFields(QList<bool>(m_facts->units.size(), true));
    decide(tr("Deleted after all: %1.").arg(m_facts->subject),
        [conflicts = m_facts->conflicts, subject = m_facts->subject.toStdString()](
            commands::Commands& c) { return c.deleteAfterAll(conflicts, subject); });
}

void AttentionPage::decideFields(const QList<bool>& restored)
{
    if (!m_facts || restored.size() != m_facts->units.size())
        return;
    if (!restored.contains(true))
        return keep();
    std::vector<commands::ConflictDecision> decisions;
    for (int i = 0; i < restored.size(); ++i) {
        const MatterUnit& unit = m_facts->units[i];
        decisions.push_back({unit.conflict, restored[i], unit.other, unit.seen});
    }
    decide(tr("Put back: %1.").arg(m_facts->subject),
        [decisions, subject = m_facts->subject.toStdString()](
            commands::Commands& c) { return c.decideConflicts(decisions, subject); });
}

void AttentionPage::decide(const QString& done, std::function<commands::Result(commands::Commands&)> command)
{
    m_data.run(this, std::move(command), [this, done](commands::Result&& result) {
        if (!result)
            return onRefused(result.error());
        m_undo->show(done, m_data.undoable());
        onDecided();
    });
}

void AttentionPage::attend(std::int64_t entry, bool attended)
{
    m_data.run(
        this, [entry, attended](commands::Commands& c) { return c.attendTo(entry, attended); },
        [this, entry, attended](std::expected<void, commands::CommandError>&& result) {
            if (!result)
                return onRefused(result.error());
            m_attended = attended ? entry : 0;
            m_strip->clear();
            if (attended) {
                m_strip->show(Tone::Info, tr("Put away as read."));
                KeyButton* back = m_strip->addAction(tr("Undo"));
                back->setKeyHint(keyText(keyFor(KeyAction::Undo)));
                connect(back, &QAbstractButton::clicked, this, [this, entry] { attend(entry, false); });
                m_saysRead = true;
                m_moveOn = true;
            } else {
                m_strip->show(Tone::Info, tr("It is to be read again."));
            }
            m_model->refresh();
            Q_EMIT decided();
        });
}

void AttentionPage::onDecided()
{
    m_moveOn = true;
    Q_EMIT decided();
}

void AttentionPage::onRefused(const commands::CommandError& error)
{
    m_strip->clear();
    const ErrorText text = errorText(error);
    m_strip->show(Tone::Red, text.what, text.wayOut);
    m_model->refresh(); // somebody was faster: what stands now is shown
}

bool AttentionPage::mayUndo() const { return m_attended != 0 || m_data.mayWrite(TableId::Resolution); }

void AttentionPage::undoLast()
{
    if (m_attended != 0) {
        m_strip->clear();
        attend(m_attended, false);
    } else if (mayUndo()) {
        m_undo->undoLast();
    } else {
        sayReadsOnly();
    }
}

void AttentionPage::sayReadsOnly()
{
    const ErrorText why = readsOnlyText();
    m_strip->clear();
    m_strip->show(Tone::Info, why.what, why.wayOut);
}

/// What was entered becomes a draft of the editor, and the rejection is put away.
void AttentionPage::redo()
{
    m_data.read(
        this, QStringLiteral("redo"),
        [id = m_facts->row.id, today = m_data.today()](Reader& reader) -> std::optional<OrderRedo> {
            const auto entry = reader.attention().rejection(id);
            return entry ? readOrderRedo(reader, *entry, today) : std::nullopt;
        },
        [this, entry = m_facts->row.entry](std::optional<OrderRedo>&& redo) {
            if (!redo)
                return onRefused(commands::CommandError::notFound());
            // An editor that is open writes or drops its own draft when it goes, which may have the same name.
            Q_EMIT editorMustGo([page = QPointer(this), redo = *redo, entry] {
                if (page)
                    page->keepRedo(redo, entry);
            });
        });
}

void AttentionPage::keepRedo(const OrderRedo& redo, std::int64_t entry)
{
    m_data.run(
        this,
        [redo, entry](commands::Commands& c) -> std::expected<bool, commands::CommandError> {
            if (c.loadDraft(redo.draftName))
                return false; // something else is being typed there
            if (auto kept = c.saveDraft(redo.draftName, redo.draft); !kept)
                return std::unexpected(kept.error());
            if (auto read = c.attendTo(entry); !read)
                return std::unexpected(read.error());
            return true;
        },
        [this, redo](std::expected<bool, commands::CommandError>&& kept) {
            if (!kept)
                return onRefused(kept.error());
            m_strip->clear();
            if (!*kept) {
                m_strip->show(Tone::Amber, tr("The editor holds another order that is not saved."),
                    tr("Save or drop that one first."));
                return;
            }
            m_model->refresh();
            Q_EMIT decided();
            Q_EMIT editOrder(redo.order, redo.forCustomer);
        });
}

void AttentionPage::openSubject()
{
    if (!m_facts || m_facts->row.subject.name.empty())
        return;
    const storage::AttentionSubject& subject = m_facts->row.subject;
    static constexpr TableId shown[]{TableId::SalesOrder, TableId::Delivery, TableId::Customer, TableId::Product};
    if (std::ranges::find(shown, subject.table) != std::end(shown))
        Q_EMIT showElsewhere(subject.table, subject.root);
}

} // namespace dure::app

#include "moc_attention_page.cpp"
