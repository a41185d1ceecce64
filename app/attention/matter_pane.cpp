#include "app/attention/matter_pane.h"

#include "app/attention/history_view.h"
#include "app/widgets/icon_label.h"
#include "app/widgets/key_button.h"
#include "app/widgets/label.h"
#include "app/widgets/status_glyph.h"
#include "app/widgets/theme.h"

#include <QBoxLayout>
#include <QScrollArea>
#include <QShortcut>

namespace dure::app {
namespace {

// Of a conflict between values.
constexpr int nowColumn = 2;
constexpr int otherColumn = 3;

} // namespace

MatterPane::MatterPane(CompanyData& data, HistoryDesk& desk, QWidget* parent)
    : Panel(Color::Sheet, parent)
    , m_data(data)
    , m_matter(new QWidget)
    , m_nothing(new QWidget)
    , m_title(new Label(LabelRole::Section))
    , m_sentence(new Label(LabelRole::Muted))
    , m_sheet(new MatterSheet)
    , m_decided(new Label(LabelRole::Muted))
    , m_history(new HistoryView(data, desk))
{
    auto* glyph = new StatusGlyph(Status::Attention, TextStyle::Section);
    auto* top = new QHBoxLayout;
    top->addWidget(glyph, 0, Qt::AlignVCenter);
    top->addWidget(m_title, 1);
    auto* about = new QVBoxLayout;
    about->addLayout(top);
    about->addWidget(m_sentence);
    about->addWidget(m_sheet);
    about->addWidget(m_decided);
    auto* scrolled = new QWidget;
    scrolled->setProperty("scrollContent", true);
    auto* column = new QVBoxLayout(scrolled);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(about);
    auto* line = new HairLine(Qt::Horizontal, nullptr, Color::Panel);
    column->addWidget(line);
    column->addWidget(m_history);
    column->addStretch();
    auto* scroll = new QScrollArea;
    scroll->setWidget(scrolled);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto* matter = new QVBoxLayout(m_matter);
    matter->setContentsMargins(0, 0, 0, 0);
    matter->addWidget(scroll);

    auto* nothing = new QVBoxLayout(m_nothing);
    auto* fine = new Label(LabelRole::Section, tr("Nothing needs a look"));
    fine->setAlignment(Qt::AlignHCenter);
    auto* what = new Label(LabelRole::Muted);
    what->setAlignment(Qt::AlignHCenter);
    what->setWrappedText(tr("Values that two PCs set differently, deliveries beyond an order, stock below nothing and "
                            "what the cloud did not take are shown here."));
    nothing->addStretch(2);
    nothing->addWidget(fine);
    nothing->addWidget(what);
    nothing->addStretch(3);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_matter);
    layout->addWidget(m_nothing);
    makeButtons();
    makeChoosingKeys();
    makeRefusedKeys();
    connect(&data, &CompanyData::roleChanged, this, [this] {
        stopChoosing();
        if (m_facts)
            showButtons();
    });
    connect(m_history, &HistoryView::shown, line, &QWidget::setVisible);
    line->hide();
    Theme::follow(this, [=](const Tokens& t) {
        const int side = t.px(Px::Space24);
        about->setContentsMargins(side, t.px(Px::Space16), side, t.px(Px::Space24));
        about->setSpacing(t.px(Px::Space12));
        top->setSpacing(t.px(Px::Space8));
        nothing->setContentsMargins(side, side, side, side);
        nothing->setSpacing(t.px(Px::Space8));
        what->setMinimumWidth(t.scaled(300));
    });
    showNothing();
}

void MatterPane::makeButtons()
{
    const auto make = [this](const QString& text, const QKeySequence& key) {
        auto* button = new KeyButton(ButtonKind::Plain, text, m_sheet);
        button->setKey(key);
        return button;
    };
    m_keep = make(tr("Leave it as it is"), Qt::Key_1);
    m_other = make(tr("Put this value back"), Qt::Key_2);
    m_fields = make(tr("Field by field"), Qt::Key_3);
    m_fields->setKind(ButtonKind::Quiet);
    m_save = make(tr("Save what is chosen"), Qt::Key_Return);
    m_cancel = make(tr("Cancel"), Qt::Key_Escape);
    connect(m_keep, &QAbstractButton::clicked, this, &MatterPane::kept);
    connect(m_other, &QAbstractButton::clicked, this, &MatterPane::otherWanted);
    connect(m_fields, &QAbstractButton::clicked, this, &MatterPane::chooseFields);
    connect(m_cancel, &QAbstractButton::clicked, this, &MatterPane::stopChoosing);
    connect(m_save, &QAbstractButton::clicked, this, [this] {
        QList<bool> restored;
        for (const int choice : std::as_const(m_choices))
            restored += choice == otherColumn;
        stopChoosing();
        Q_EMIT fieldsChosen(restored);
    });
}

void MatterPane::makeChoosingKeys()
{
    const auto key = [this](Qt::Key which, auto run) {
        auto* shortcut = new QShortcut(QKeySequence(which), this);
        shortcut->setEnabled(false);
        connect(shortcut, &QShortcut::activated, this, run);
        m_choosingKeys += shortcut;
    };
    key(Qt::Key_1, [this] { choose(Side::Now); });
    key(Qt::Key_2, [this] { choose(Side::Other); });
    key(Qt::Key_Up, [this] { moveChoice(-1); });
    key(Qt::Key_Down, [this] { moveChoice(1); });
}

void MatterPane::makeRefusedKeys()
{
    for (const Qt::Key key : {Qt::Key_1, Qt::Key_2, Qt::Key_3}) {
        auto* shortcut = new QShortcut(QKeySequence(key), this);
        shortcut->setEnabled(false);
        connect(shortcut, &QShortcut::activated, this, &MatterPane::refused);
        m_refusedKeys += shortcut;
    }
}

void MatterPane::showNothing()
{
    stopChoosing();
    m_facts.reset();
    for (QShortcut* key : std::as_const(m_refusedKeys))
        key->setEnabled(false);
    m_history->setRows({}, {});
    m_matter->hide();
    m_nothing->show();
}

void MatterPane::show(const MatterFacts& facts)
{
    const bool isSame = m_facts && m_facts->row.id == facts.row.id && m_facts->history.size() == facts.history.size();
    stopChoosing();
    m_facts = facts;
    m_title->setWrappedText(facts.title);
    m_sentence->setWrappedText(facts.sentence);
    m_sheet->setContents(facts.heads, facts.rows);
    m_sheet->setVisible(!facts.rows.isEmpty());
    const bool isConflict = facts.row.kind == storage::AttentionKind::Conflict;
    m_sheet->setHighlighted(!isConflict ? -1 : facts.units.isEmpty() ? nowColumn - 1 : nowColumn);
    m_decided->setText(facts.decided);
    m_decided->setVisible(!facts.decided.isEmpty());
    showButtons();
    if (!isSame)
        m_history->setRows(tr("History: %1").arg(facts.subject), facts.history);
    m_nothing->hide();
    m_matter->show();
}

/// What was refused is put away on this PC alone; everything else is a decision for all.
bool MatterPane::mayKeep() const
{
    return m_facts->row.kind == storage::AttentionKind::Rejected || m_data.mayWrite(TableId::Resolution);
}

bool MatterPane::mayTakeOther() const { return mayKeep() && m_data.mayWrite(m_facts->row.subject.table); }

bool MatterPane::hasOther() const
{
    using storage::AttentionKind;
    const AttentionKind kind = m_facts->row.kind;
    return kind == AttentionKind::Rejected ? m_facts->canRedo : kind == AttentionKind::Conflict && !m_facts->isGone;
}

bool MatterPane::hasFields() const
{
    return m_facts && m_facts->units.size() > 1 && !m_facts->isGone && !m_facts->row.isDone();
}

bool MatterPane::canChooseFields() const { return hasFields() && mayTakeOther(); }

void MatterPane::showButtons()
{
    using storage::AttentionKind;
    const bool open = !m_facts->row.isDone();
    const AttentionKind kind = m_facts->row.kind;
    const bool betweenValues = !m_facts->units.isEmpty();
    const bool choosing = isChoosing();
    const bool keeps = open && !choosing;
    const bool takes = keeps && hasOther();
    m_keep->setText(kind == AttentionKind::Rejected ? tr("Read") : tr("Leave it as it is"));
    m_other->setText(kind == AttentionKind::Rejected ? tr("Do it again")
            : betweenValues                          ? tr("Put this value back")
                                                     : tr("Delete after all"));
    m_keep->setVisible(keeps && mayKeep());
    m_other->setVisible(takes && mayTakeOther());
    m_refusedKeys[0]->setEnabled(keeps && !mayKeep());
    m_refusedKeys[1]->setEnabled(takes && !mayTakeOther());
    m_refusedKeys[2]->setEnabled(hasFields() && !mayTakeOther());
    m_fields->setVisible(!choosing && canChooseFields());
    m_save->setVisible(choosing);
    m_save->setEnabled(choosing && !m_choices.contains(-1));
    m_cancel->setVisible(choosing);
    const int keepAt = kind != AttentionKind::Conflict ? -1 : betweenValues ? nowColumn : nowColumn - 1;
    const int otherAt = keepAt < 0 ? -1 : keepAt + 1;
    m_sheet->setFoot(
        {{m_fields, keepAt < 0 ? -1 : 0}, {m_keep, keepAt}, {m_other, otherAt}, {m_save, keepAt}, {m_cancel, otherAt}});
}

void MatterPane::chooseFields()
{
    if (!canChooseFields())
        return;
    m_choices = QList<int>(m_facts->units.size(), -1);
    m_current = 0;
    for (QShortcut* key : std::as_const(m_choosingKeys))
        key->setEnabled(true);
    showChoices();
    Q_EMIT choosingChanged();
}

void MatterPane::stopChoosing()
{
    if (!isChoosing())
        return;
    m_current = -1;
    m_choices.clear();
    for (QShortcut* key : std::as_const(m_choosingKeys))
        key->setEnabled(false);
    showChoices();
    Q_EMIT choosingChanged();
}

void MatterPane::choose(Side side)
{
    if (!isChoosing())
        return;
    m_choices[m_current] = side == Side::Now ? nowColumn : otherColumn;
    if (m_current + 1 < m_choices.size())
        ++m_current;
    showChoices();
}

void MatterPane::moveChoice(int by)
{
    m_current = qBound(0, m_current + by, int(m_choices.size()) - 1);
    showChoices();
}

void MatterPane::showChoices()
{
    m_sheet->setChoices(m_choices, m_current);
    showButtons();
}

void MatterPane::focusFirst()
{
    for (KeyButton* button : {m_keep, m_other, m_save}) {
        if (button->isVisible() && button->isEnabled()) {
            button->setFocus();
            return;
        }
    }
}

} // namespace dure::app

#include "moc_matter_pane.cpp"
