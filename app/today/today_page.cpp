#include "app/today/today_page.h"

#include "app/data/error_text.h"
#include "app/lists/undo_offer.h"
#include "app/relations/activity_done.h"
#include "app/today/day_list.h"
#include "app/today/dispatch_sheet.h"
#include "app/widgets/date_text.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_hint_bar.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/theme.h"

#include <QBoxLayout>
#include <QKeyEvent>
#include <QShortcut>
#include <QStackedLayout>

namespace dure::app {
namespace {

constexpr int deskWidth = 430; // at 100 %
constexpr int deskPercent = 44; // of the page at most

const QKeySequence loadingListKey(Qt::CTRL | Qt::Key_P);

/// The right list takes its width, but leaves the trucks the larger part.
class Columns : public QWidget
{
public:
    Columns(QWidget* left, QWidget* right)
        : m_right(right)
    {
        auto* across = new QHBoxLayout(this);
        across->setContentsMargins(0, 0, 0, 0);
        across->setSpacing(0);
        across->addWidget(left, 1);
        across->addWidget(new HairLine(Qt::Vertical, nullptr, Color::Panel));
        across->addWidget(right);
        Theme::follow(this, [this](const Tokens&) { fit(); });
    }

protected:
    void resizeEvent(QResizeEvent*) override { fit(); }

private:
    void fit() { m_right->setFixedWidth(qMin(tokens().scaled(deskWidth), width() * deskPercent / 100)); }
    QWidget* m_right;
};

} // namespace

TodayPage::TodayPage(CompanyData& data, QWidget* parent)
    : Page(parent)
    , m_data(data)
    , m_deliveries(new DayList)
    , m_desk(new DayList)
    , m_sheet(new DispatchSheet(data))
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
    , m_undo(new UndoOffer(data, *m_strip))
    , m_hints(new KeyHintBar)
    , m_stack(new QStackedLayout(this))
    , m_active(m_deliveries)
{
    makeLists();
    makeEmptyState();
    addButtons();
    addKeys();
    const auto again = [this] {
        if (isVisible()) // entering it reads anyway
            read();
    };
    connect(&data, &CompanyData::changed, this, again);
    connect(&data, &CompanyData::dayChanged, this, [this, again] {
        Q_EMIT headerChanged();
        again();
    });
    connect(&data, &CompanyData::roleChanged, this, &TodayPage::offer);
    connect(m_undo, &UndoOffer::undone, this, [this](TableId table, const Uuid& id) {
        if (!id.isNil())
            m_undo->addShowLink(table, id);
    });
    connect(m_undo, &UndoOffer::showRequested, this, &TodayPage::showElsewhere);
    offer();
}

void TodayPage::makeLists()
{
    m_deliveries->setAccessibleName(tr("Deliveries of the day"));
    m_desk->setAccessibleName(tr("Late, money, to do"));
    auto* content = new QWidget;
    auto* layout = new QVBoxLayout(content);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(new Columns(m_deliveries, m_desk), 1);
    layout->addWidget(m_strip);
    layout->addWidget(m_sheet);
    layout->addWidget(m_hints);
    m_stack->addWidget(content);
    for (DayList* list : {m_deliveries, m_desk}) {
        connect(list, &DayList::chosen, this, &TodayPage::onChosen);
        connect(list, &DayList::opened, this, [this, list] {
            if (const DayRow* row = list->current())
                Q_EMIT rowOpened(*row);
        });
    }
    connect(m_sheet, &DispatchSheet::planned, this, [this](const QString& done) { showDone(done); });
    connect(m_sheet, &DispatchSheet::closed, this, [this] { m_active->setFocus(); });
}

void TodayPage::makeEmptyState()
{
    auto* empty = new EmptyState(tr("There is nothing for today yet"),
        tr("Here stand the day's trucks, what is late and what money should come."));
    auto* create = new KeyButton(ButtonKind::Primary, tr("New order"));
    create->setKeyHint(keyText(keyFor(KeyAction::New)));
    connect(create, &QAbstractButton::clicked, this, &TodayPage::newOrder);
    empty->addWay(Icon::SquarePen, tr("Write the first order"), tr("about 5 minutes to the statement"),
        tr("Customers and products can be made while you write."), create);
    m_stack->addWidget(empty);
}

void TodayPage::addButtons()
{
    m_new = new KeyButton(ButtonKind::Plain, tr("New order"));
    m_new->setSymbol(Icon::Plus);
    m_new->setKey(keyFor(KeyAction::New));
    m_deliver = new KeyButton(ButtonKind::Primary, tr("Deliver"));
    m_deliver->setKey(keyFor(KeyAction::Primary));
    addAction(m_new);
    addAction(m_deliver);
    connect(m_new, &QAbstractButton::clicked, this, &TodayPage::newOrder);
    connect(m_deliver, &QAbstractButton::clicked, this, [this] {
        if (const DayRow* row = current(); row && !row->order.isNil())
            Q_EMIT deliver(row->order);
    });
}

void TodayPage::addKeys()
{
    const auto key = [this](const QKeySequence& keys, auto run) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setAutoRepeat(false);
        connect(shortcut, &QShortcut::activated, this, run);
    };
    key(keyFor(KeyAction::Undo), [this] { m_undo->undoLast(); });
    key(keyFor(KeyAction::NextPane), [this] { (m_deliveries->hasFocus() ? m_desk : m_deliveries)->setFocus(); });
    key(keyFor(KeyAction::Print), [this] {
        if (const DayRow* row = current(); row && row->opens == DayRow::Opens::Delivery)
            Q_EMIT printStatement(row->id);
    });
    key(loadingListKey, [this] {
        DayRow row;
        row.opens = DayRow::Opens::LoadingList;
        Q_EMIT rowOpened(row);
    });
    for (DayList* list : {m_deliveries, m_desk}) { // in the sheet's fields that key opens their lists
        auto* choices = new QShortcut(keyFor(KeyAction::Choices), list, nullptr, nullptr, Qt::WidgetShortcut);
        connect(choices, &QShortcut::activated, this, &TodayPage::dispatch);
    }
}

QString TodayPage::subtitle() const { return dateText(m_data.today(), m_data.today()); }

void TodayPage::entered()
{
    read();
    if (m_stack->currentIndex() == 1)
        Page::entered();
    else
        m_active->setFocus();
}

void TodayPage::read()
{
    m_data.read(
        this, QStringLiteral("day"), [today = m_data.today()](Reader& reader) { return readDay(reader, today); },
        [this](const DayFacts& facts) { show(facts); });
}

void TodayPage::show(const DayFacts& facts)
{
    const bool wasEmpty = m_stack->currentIndex() == 1;
    m_stack->setCurrentIndex(facts.isEmpty ? 1 : 0);
    if (wasEmpty && !facts.isEmpty && isVisible())
        m_active->setFocus();
    m_deliveries->setRows(deliveryRows(facts));
    m_desk->setRows(deskRows(facts));
    offer();
}

const DayRow* TodayPage::current() const { return m_active->current(); }

void TodayPage::onChosen()
{
    if (m_desk->hasFocus())
        m_active = m_desk;
    else if (m_deliveries->hasFocus())
        m_active = m_deliveries;
    offer();
}

/// What can be done with the chosen line, by whoever it is.
void TodayPage::offer()
{
    const bool empty = m_stack->currentIndex() == 1;
    const DayRow* row = current();
    const bool delivers = row && !row->order.isNil() && m_data.mayWrite(TableId::Delivery);
    m_new->setVisible(m_data.mayWrite(TableId::SalesOrder));
    m_deliver->setVisible(m_data.mayWrite(TableId::Delivery) && !empty);
    m_deliver->setEnabled(delivers);
    QList<KeyHint> hints{{QStringLiteral("↑↓"), tr("Choose")}};
    if (row)
        hints += {QStringLiteral("Enter"), tr("Open")};
    if (delivers)
        hints += {keyText(keyFor(KeyAction::Primary)), tr("Deliver")};
    if (row && !row->order.isNil() && m_data.mayWrite(TableId::SalesOrder))
        hints += {keyText(keyFor(KeyAction::Choices)), tr("Vehicle and time")};
    if (row && row->opens == DayRow::Opens::Delivery)
        hints += {keyText(keyFor(KeyAction::Print)), tr("Print the statement")};
    if (row && isActivity(*row) && m_data.mayWrite(TableId::Activity))
        hints += {tr("Space"), tr("Done")};
    hints += {keyText(loadingListKey), tr("Loading list")};
    hints += {keyText(keyFor(KeyAction::NextPane)),
        m_active == m_desk ? tr("To the trucks") : tr("To the list at the right")};
    m_hints->setHints(hints);
}

void TodayPage::dispatch()
{
    const DayRow* row = current();
    if (row && !row->order.isNil() && mayWrite(TableId::SalesOrder))
        m_sheet->open(row->order);
}

bool TodayPage::isActivity(const DayRow& row)
{
    return row.opens == DayRow::Opens::Promise || row.opens == DayRow::Opens::Action;
}

void TodayPage::markDone()
{
    const DayRow* row = current();
    if (!row || !isActivity(*row) || !mayWrite(TableId::Activity))
        return;
    const QString done = row->opens == DayRow::Opens::Promise ? tr("The promise of %1 is done.").arg(row->title)
                                                              : tr("Done for %1: %2.").arg(row->title, row->remark);
    setActivityDone(m_data, this, row->id, true, [this, done](const commands::Result& result) {
        m_strip->clear();
        if (result)
            return showDone(done);
        const ErrorText error = errorText(result.error());
        m_strip->show(Tone::Red, error.what, error.wayOut);
    });
}

void TodayPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier)
        return markDone();
    if (event->key() == Qt::Key_Escape && !m_strip->isHidden())
        return m_strip->clear();
    Page::keyPressEvent(event);
}

void TodayPage::showDone(const QString& done) { showDone(done, m_data.undoable()); }

void TodayPage::showDone(const QString& done, const std::optional<commands::UndoDescription>& action)
{
    m_undo->show(done, action);
}

bool TodayPage::mayWrite(TableId table)
{
    if (m_data.mayWrite(table))
        return true;
    const ErrorText why = readsOnlyText();
    m_strip->clear();
    m_strip->show(Tone::Info, why.what, why.wayOut);
    return false;
}

} // namespace dure::app

#include "moc_today_page.cpp"
