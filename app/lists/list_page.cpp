#include "app/lists/list_page.h"

#include "app/data/error_text.h"
#include "app/data/windowed_model.h"
#include "app/lists/detail_pane.h"
#include "app/lists/undo_offer.h"
#include "app/widgets/chip_row.h"
#include "app/widgets/empty_state.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_button.h"
#include "app/widgets/key_cap.h"
#include "app/widgets/key_map.h"
#include "app/widgets/message_strip.h"
#include "app/widgets/theme.h"
#include "app/widgets/totals_row.h"

#include <QAction>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>
#include <QSettings>
#include <QShortcut>
#include <QStackedLayout>
#include <QTimer>

namespace dure::app {
namespace {

// Before that, a word about loading would only flicker.
constexpr int silentMs = 400;

} // namespace

ListPage::ListPage(CompanyData& data, const QString& id, QWidget* parent)
    : Page(parent)
    , m_data(data)
    , m_id(id)
    , m_table(new LedgerTable)
    , m_totals(new TotalsRow(m_table))
    , m_chips(new ChipRow)
    , m_filter(new ImeLineEdit)
    , m_strip(new MessageStrip(MessageStrip::Shape::Row))
    , m_undo(new UndoOffer(data, *m_strip))
    , m_elsewhere(new MessageStrip(MessageStrip::Shape::Row))
    , m_stack(new QStackedLayout(this))
{
    auto* content = new QWidget;
    auto* left = new QVBoxLayout;
    m_left = left;
    left->setSpacing(0);
    left->addWidget(makeBar());
    left->addWidget(m_table, 1);
    left->addWidget(m_elsewhere);
    left->addWidget(m_strip);
    left->addWidget(m_totals);
    auto* across = new QHBoxLayout(content);
    across->setContentsMargins(0, 0, 0, 0);
    across->setSpacing(0);
    across->addLayout(left, 1);
    m_stack->addWidget(content);

    connect(m_strip, &MessageStrip::cleared, this, [this] { m_refused = false; });
    m_table->installEventFilter(this);
    connect(m_table->horizontalHeader(), &QHeaderView::sectionResized, this, &ListPage::placeDetail);
    connect(m_undo, &UndoOffer::undone, this, &ListPage::onUndone);
    connect(m_undo, &UndoOffer::showRequested, this, &ListPage::showElsewhere);
    connect(m_chips, &ChipRow::chosen, this, [this] { applyFilter(); });
    connect(m_filter, &ImeLineEdit::effectiveTextChanged, this, [this] { applyFilter(); });
    connect(m_table, &LedgerTable::currentRowChanged, this, &ListPage::onRowChosen);
    connect(m_table, &LedgerTable::opened, this, [this](const QModelIndex& index) {
        if (const Uuid row = m_model->idAt(index.row()); !row.isNil())
            open(row);
    });
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, &ListPage::reportViewport);
    connect(&data, &CompanyData::changed, this, [this](const ChangeSet& changes) {
        readCounts();
        if (!m_currentId.isNil() && concernsDetail(changes))
            showDetail(m_currentId);
    });
    // what waited for a reading that failed must not be done by a later one
    connect(&data, &CompanyData::failed, this, [this] { m_whenShown = nullptr; });
    connect(&data, &CompanyData::dayChanged, this, [this] {
        m_table->setToday(m_data.today());
        readCounts();
        applyFilter();
    });
    m_table->setToday(data.today());
    m_table->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_table, &QWidget::customContextMenuRequested, this,
        [this](const QPoint& place) { showMenu(m_table->viewport()->mapToGlobal(place)); });
    addKeys();
    Theme::follow(this, [this](const Tokens&) { arrange(); });
}

void ListPage::addKeys()
{
    // Heard in the whole window while this page is the one on it: what has the focus may go (a menu, a button of the
    // detail of a row that left), and the buttons in the top bar are not the page's children.
    const auto key = [this](KeyAction action, auto run) {
        auto* shortcut = new QShortcut(keyFor(action), this);
        shortcut->setAutoRepeat(action != KeyAction::Undo); // held, it would take back a day's work
        connect(shortcut, &QShortcut::activated, this, run);
        return shortcut;
    };
    m_filterKey = key(KeyAction::Filter, [this] { startFilter(); });
    m_detailKey = key(KeyAction::Detail, [this] { toggleDetail(); });
    key(KeyAction::Export, [this] { exportList(); });
    key(KeyAction::Undo, [this] { m_undo->undoLast(); });
    key(KeyAction::NextPane, [this] {
        if (m_table->hasFocus() && m_detail && m_detail->isVisible())
            m_detail->focusFirst();
        else
            m_table->setFocus();
    });
}

void ListPage::setModel(
    WindowedModel* model, const QList<LedgerColumn>& columns, const QString& sortedBy, Qt::SortOrder order)
{
    m_model = model;
    model->setParent(this);
    m_table->setColumns(columns);
    m_table->setAccessibleName(title());
    m_table->setModel(model);
    m_table->setAccessibleName(title());
    m_table->rememberColumnsAs(settingsKey("columns"));
    const QStringList kept = QSettings().value(settingsKey("sort")).toStringList();
    int column = m_table->columnOf(kept.value(0));
    if (column >= 0)
        order = kept.value(1) == QLatin1String("desc") ? Qt::DescendingOrder : Qt::AscendingOrder;
    else
        column = m_table->columnOf(sortedBy);
    m_table->sortByColumn(column, order);
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, &ListPage::rememberSort);
    // a click on the row that was current before the detail showed another one
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (m_apart && m_table->selectionModel()->hasSelection())
            onCurrentRow(m_table->currentRow());
    });
    connect(model, &WindowedModel::reloaded, this, &ListPage::onReloaded);
    connect(model, &WindowedModel::totalsChanged, this, &ListPage::lookElsewhere);
    connect(model, &WindowedModel::refreshed, this, &ListPage::onRefreshed);
    connect(model, &QAbstractItemModel::rowsInserted, this, &ListPage::reportViewport);
    connect(model, &QAbstractItemModel::dataChanged, this, [this] {
        // The selected row's page may have come only now.
        if (!m_apart)
            onCurrentRow(m_table->currentRow());
    });
    auto* patience = new QTimer(this);
    patience->setSingleShot(true);
    connect(patience, &QTimer::timeout, m_loading, &QWidget::show);
    connect(model, &WindowedModel::loadingChanged, this, [=, this](bool loading) {
        if (loading) {
            patience->start(silentMs);
            return;
        }
        patience->stop();
        m_loading->hide();
    });
}

void ListPage::setDetail(DetailPane* detail)
{
    m_detail = detail;
    detail->setParent(m_stack->widget(0));
    detail->setShown(false);
    arrange();
}

void ListPage::setEmptyState(EmptyState* empty)
{
    m_empty = empty;
    auto* nothing = new QWidget;
    m_besideEmpty = new QVBoxLayout(nothing);
    m_besideEmpty->setContentsMargins(0, 0, 0, 0);
    m_besideEmpty->setSpacing(0);
    m_besideEmpty->addWidget(empty, 1);
    m_stack->addWidget(nothing);
}

void ListPage::setFilterable(bool filterable)
{
    m_filterable = filterable;
    arrange();
}

void ListPage::setMenu(QMenu* menu)
{
    m_menu = menu;
    addExchangeItems(*menu);
    menu->setParent(this, menu->windowFlags());
    connect(menu, &QMenu::aboutToShow, this, &ListPage::hideFromReaders); // after what the page itself decides
}

void ListPage::setNothingYet(bool nothingYet)
{
    const bool wasEmpty = m_stack->currentIndex() == 1;
    const bool isEmpty = nothingYet && m_empty;
    if (isEmpty != wasEmpty) { // what was done last stands in either place, with the way back
        if (isEmpty)
            m_besideEmpty->addWidget(m_strip);
        else
            m_left->insertWidget(m_left->indexOf(m_totals), m_strip);
    }
    m_stack->setCurrentIndex(isEmpty ? 1 : 0);
    arrange();
    if (wasEmpty && !nothingYet && isVisible())
        m_table->setFocus();
}

void ListPage::entered()
{
    if (!std::exchange(m_entered, true)) {
        arrange();
        readCounts();
        applyFilter();
    }
    if (m_stack->currentIndex() == 0)
        m_table->setFocus();
    else
        Page::entered();
}

QString ListPage::settingsKey(const char* what) const
{
    return QStringLiteral("lists/%1/%2").arg(m_id, QLatin1String(what));
}

void ListPage::rememberSort() const
{
    const QHeaderView* header = m_table->horizontalHeader();
    const int column = header->sortIndicatorSection();
    if (column < 0 || column >= m_table->columns().size())
        return;
    const bool descending = header->sortIndicatorOrder() == Qt::DescendingOrder;
    QSettings().setValue(settingsKey("sort"),
        QStringList{m_table->columns()[column].id, descending ? QStringLiteral("desc") : QStringLiteral("asc")});
}

QString ListPage::filterText() const { return m_filter->isHidden() ? QString() : m_filter->effectiveText().trimmed(); }

void ListPage::onReloaded()
{
    const int kept = m_currentId.isNil() ? -1 : m_model->rowOf(m_currentId);
    if (kept < 0)
        m_apart = false;
    m_keepingRow = true;
    if (m_model->rowCount() > 0)
        m_table->selectRow(std::max(kept, 0));
    m_keepingRow = false;
    onCurrentRow(m_table->currentRow());
    reportViewport();
}

void ListPage::onRefreshed()
{
    dropMovedChoice();
    // Rows may have moved: the selection follows its row. One that left the list leaves its place to the next.
    const int row = m_currentId.isNil() ? -1 : m_model->rowOf(m_currentId);
    if (row >= 0 && row < m_model->rowCount())
        selectQuietly(row);
    else if (!m_apart)
        onCurrentRow(m_table->currentRow());
    // The first rows of a list that was empty: Enter and the detail need one to speak of.
    if (!m_apart && m_table->currentRow() < 0 && m_model->isRead(0))
        m_table->selectRow(0);
}

void ListPage::selectQuietly(int row)
{
    m_apart = false;
    m_keepingRow = true;
    if (row != m_table->currentRow() || !m_table->selectionModel()->hasSelection())
        m_table->selectRow(row);
    m_keepingRow = false;
}

/// The user moved. Of a row that is not read yet nobody knows which it is: until it comes, keys are for none, and not
/// for the one before.
void ListPage::onRowChosen(int row)
{
    if (m_keepingRow)
        return;
    if (row >= 0 && row < m_model->rowCount() && !m_model->isRead(row)) {
        m_apart = false;
        m_currentId = {};
        m_shownId = {};
        m_whenShown = nullptr;
        return;
    }
    onCurrentRow(row);
}

void ListPage::onCurrentRow(int row)
{
    if (m_keepingRow)
        return;
    if (m_model->rowCount() == 0) {
        if (!m_apart)
            setCurrent({});
    } else if (m_model->isRead(row)) {
        m_apart = false;
        setCurrent(m_model->idAt(row));
    }
}

void ListPage::setCurrent(const Uuid& id)
{
    if (std::exchange(m_currentId, id) == id)
        return;
    m_shownId = {};
    m_whenShown = nullptr;
    if (id.isNil() && m_detail)
        m_detail->setShown(false);
    if (m_refused)
        m_strip->clear(); // it was about the row before
    showDetail(id);
}

void ListPage::noteShown(const Uuid& id)
{
    m_shownId = id;
    if (id.isNil())
        m_whenShown = nullptr; // the row is gone
    if (!id.isNil() && id == m_currentId)
        if (const auto run = std::exchange(m_whenShown, nullptr))
            run();
}

void ListPage::whenShown(std::function<void()> run)
{
    if (m_currentId.isNil())
        return;
    if (isShown(m_currentId))
        run();
    else
        m_whenShown = std::move(run);
}

/// A key of the pane's buttons, pressed before the pane has read its row: a hidden button does not hear its key.
bool ListPage::pressInPane(const QKeySequence& pressed)
{
    QList<KeyButton*> buttons = m_detail->footButtons();
    buttons.prepend(m_detail->primary());
    for (KeyButton* button : buttons) {
        if (!button || button->isHidden() || !button->isKey(pressed)) // hidden: from those who may not
            continue;
        whenShown([button] { button->click(); });
        return true;
    }
    return false;
}

void ListPage::showRow(const Uuid& id)
{
    m_detailAsked = true;
    arrange();
    selectSoon(id);
}

void ListPage::selectSoon(const Uuid& id)
{
    m_apart = true;
    m_table->clearSelection();
    setCurrent(id);
    m_model->locate(id, [this, id](int row) {
        if (row >= 0 && row < m_model->rowCount() && m_currentId == id)
            selectQuietly(row);
    });
}

/// What came back is chosen, so that Enter acts on it.
void ListPage::onUndone(TableId table, const Uuid& id)
{
    if (id.isNil())
        return;
    if (isOfThisList(table))
        selectSoon(id);
    else
        m_undo->addShowLink(table, id);
}

void ListPage::reportViewport()
{
    if (!m_model)
        return;
    const int first = m_table->rowAt(0);
    const int last = m_table->rowAt(m_table->viewport()->height() - 1);
    m_model->setViewport(std::max(first, 0), last < 0 ? m_model->rowCount() - 1 : last);
}

void ListPage::resizeEvent(QResizeEvent* event)
{
    Page::resizeEvent(event);
    arrange();
    reportViewport();
}

void ListPage::hideEvent(QHideEvent* event)
{
    Page::hideEvent(event);
    if (event->spontaneous())
        return;
    m_whenShown = nullptr; // the page was left
    if (m_refused)
        m_strip->clear();
}

void ListPage::showMenu(const QPoint& globalPlace)
{
    if (m_menu) // it says what can be done with this row
        whenShown([this, globalPlace] { m_menu->popup(globalPlace); });
}

void ListPage::act(const QString& done, std::function<commands::Result(commands::Commands&)> command,
    std::function<bool(const commands::CommandError&)> refused)
{
    m_data.run(this, std::move(command), [this, done, refused = std::move(refused)](commands::Result&& result) {
        m_strip->clear();
        if (!result) {
            if (!refused || !refused(result.error())) {
                const ErrorText error = errorText(result.error());
                m_strip->show(Tone::Red, error.what, error.wayOut);
            }
            m_refused = true; // until the page is left or another row is chosen
            return;
        }
        showDone(done);
    });
}

void ListPage::showDone(const QString& done) { showDone(done, m_data.undoable()); }

void ListPage::showDone(const QString& done, const std::optional<commands::UndoDescription>& action)
{
    m_undo->show(done, action);
}

bool ListPage::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_bar && (event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest))
        fitBar();
    if (watched == m_table && event->type() == QEvent::Resize) // after its columns know
        QMetaObject::invokeMethod(this, &ListPage::placeDetail, Qt::QueuedConnection);
    // of a page over another one the key is also that of its button "Close"
    if (watched == m_filter && event->type() == QEvent::ShortcutOverride
        && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Escape) {
        event->accept();
        return true;
    }
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Escape) {
            endFilter();
            return true;
        }
        if (key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_filter->commitComposition();
            m_table->setFocus();
            return true;
        }
    }
    return Page::eventFilter(watched, event);
}

void ListPage::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape && (m_detailAsked || !m_strip->isHidden() || !m_filter->isHidden())) {
        if (m_detailAsked && m_narrow)
            toggleDetail();
        else if (!m_strip->isHidden())
            m_strip->clear();
        else
            endFilter();
        return;
    }
    // the detail may show what the list does not hold
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const QWidget* focus = QApplication::focusWidget();
    const bool isForRow
        = focus == m_table || focus == this || (focus && m_detail && m_detail->isAncestorOf(focus)) || !focus;
    if (enter && plain && !m_currentId.isNil() && isForRow)
        return open(m_currentId);
    if (isForRow && m_detail && !m_detail->isShown() && pressInPane(QKeySequence(event->keyCombination())))
        return;
    Page::keyPressEvent(event);
}

} // namespace dure::app

#include "moc_list_page.cpp"
