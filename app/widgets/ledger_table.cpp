#include "app/widgets/ledger_table.h"

#include "app/widgets/date_text.h"
#include "app/widgets/ledger_delegates.h"
#include "app/widgets/ledger_header.h"
#include "app/widgets/theme.h"

#include <QKeyEvent>
#include <QMenu>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>
#include <QSettings>

namespace dure::app {

LedgerLook::LedgerLook(const Tokens& t)
    : body(t.font(TextStyle::Body))
    , bold(t.font(TextStyle::Body, Weight::Bold))
    , hint(t.font(TextStyle::Hint))
    , hintBold(t.font(TextStyle::Hint, Weight::Bold))
    , bodyMetrics(body)
    , boldMetrics(bold)
{ }

LedgerTable::LedgerTable(QWidget* parent)
    : QTableView(parent)
    , m_look(tokens())
    , m_header(new LedgerHeader(this))
    , m_today(todayHere())
{
    setHorizontalHeader(m_header);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setSelectionBehavior(SelectRows);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setSortingEnabled(true);
    m_header->setSortIndicator(-1, Qt::AscendingOrder);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    viewport()->setMouseTracking(true);
    viewport()->setAttribute(Qt::WA_Hover);
    Theme::follow(this, [this](const Tokens& t) { applyTokens(t); });
    connect(this, &QTableView::doubleClicked, this, &LedgerTable::opened);
    connect(m_header, &QHeaderView::sectionMoved, this, &LedgerTable::saveColumns);
    connect(m_header, &QHeaderView::sectionResized, this, &LedgerTable::saveColumns);
}

LedgerTable::~LedgerTable() = default;

void LedgerTable::applyTokens(const Tokens& t)
{
    m_look = LedgerLook(t);
    // Both: a fixed section keeps the height it was made with.
    verticalHeader()->setMinimumSectionSize(t.px(Px::Row));
    verticalHeader()->setDefaultSectionSize(t.px(Px::Row));
    verticalScrollBar()->setSingleStep(t.px(Px::Row));
    m_header->setFixedHeight(t.px(Px::HeadRow));
    m_header->setMinimumSectionSize(t.scaled(40));
    applyColumns();
    restoreColumns();
    viewport()->update();
}

void LedgerTable::setColumns(const QList<LedgerColumn>& columns)
{
    m_columns = columns;
    for (int column = 0; column < m_columns.size(); ++column) {
        delete itemDelegateForColumn(column);
        setItemDelegateForColumn(column, makeLedgerDelegate(m_columns[column].kind, this));
    }
    applyColumns();
    for (int column = 0; column < m_header->count() && column < m_columns.size(); ++column)
        setColumnHidden(column, m_columns[column].hiddenAtFirst);
}

void LedgerTable::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    const auto columns = m_columns;
    if (!columns.isEmpty())
        setColumns(columns);
    restoreColumns();
    if (model) {
        connect(model, &QAbstractItemModel::modelReset, this, [this] { viewport()->update(); });
        connect(model, &QAbstractItemModel::rowsInserted, this, [this] { viewport()->update(); });
    }
}

int LedgerTable::columnOf(const QString& id) const
{
    for (int column = 0; column < m_columns.size(); ++column) {
        if (m_columns[column].id == id)
            return column;
    }
    return -1;
}

int LedgerTable::firstWidth(int column) const
{
    const auto* delegate = qobject_cast<LedgerDelegate*>(itemDelegateForColumn(column));
    const int least = delegate ? delegate->leastContentWidth() : 0;
    const int padding = tokens().px(column == 0 ? Px::Space24 : Px::Space16);
    return qMax(tokens().scaled(m_columns[column].width), least == 0 ? 0 : least + padding);
}

void LedgerTable::applyColumns()
{
    const bool before = std::exchange(m_arranging, true);
    for (int column = 0; column < m_header->count() && column < m_columns.size(); ++column) {
        const LedgerColumn& wanted = m_columns[column];
        m_header->setSectionResizeMode(column, wanted.stretch ? QHeaderView::Stretch : QHeaderView::Interactive);
        if (!wanted.stretch)
            m_header->resizeSection(column, firstWidth(column));
    }
    m_arranging = before;
}

void LedgerTable::setToday(Date today)
{
    m_today = today;
    viewport()->update();
}

void LedgerTable::setEmptyText(const QString& text)
{
    m_emptyText = text;
    viewport()->update();
}

void LedgerTable::resizeEvent(QResizeEvent* event)
{
    const QRect current = visualRect(currentIndex());
    const bool wasInSight = current.isValid() && current.top() >= 0 && current.top() < event->oldSize().height();
    QTableView::resizeEvent(event);
    if (wasInSight && current.bottom() >= viewport()->height())
        scrollTo(currentIndex());
}

int LedgerTable::currentRow() const { return currentIndex().isValid() ? currentIndex().row() : -1; }

void LedgerTable::selectRow(int row)
{
    if (!model() || row < 0 || row >= model()->rowCount())
        return;
    setCurrentIndex(model()->index(row, qMax(0, m_header->logicalIndex(0))));
    scrollTo(currentIndex());
}

bool LedgerTable::isFirstVisible(int logicalColumn) const
{
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int logical = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(logical))
            return logical == logicalColumn;
    }
    return false;
}

QRect LedgerTable::contentRect(const QRect& cell, int logicalColumn) const
{
    const int inside = tokens().px(Px::Space8);
    const int edge = tokens().px(Px::Space16);
    bool last = true;
    for (int visual = m_header->visualIndex(logicalColumn) + 1; visual < m_header->count() && last; ++visual)
        last = m_header->isSectionHidden(m_header->logicalIndex(visual));
    return cell.adjusted(isFirstVisible(logicalColumn) ? edge : inside, 0, last ? -edge : -inside, 0);
}

QMenu* LedgerTable::makeColumnsMenu(QWidget* parent)
{
    auto* menu = new QMenu(parent);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] {
        menu->clear();
        const int shown = m_header->count() - m_header->hiddenSectionCount();
        for (int column = 0; column < m_columns.size(); ++column) {
            QAction* action = menu->addAction(m_columns[column].title);
            action->setCheckable(true);
            action->setChecked(!isColumnHidden(column));
            action->setEnabled(isColumnHidden(column) || shown > 1);
            connect(action, &QAction::toggled, this, [this, column](bool on) {
                setColumnHidden(column, !on);
                saveColumns();
            });
        }
        menu->addSeparator();
        connect(menu->addAction(tr("As at first")), &QAction::triggered, this, [this] {
            for (int column = 0; column < m_columns.size(); ++column)
                m_header->moveSection(m_header->visualIndex(column), column);
            setColumns(QList<LedgerColumn>(m_columns));
            saveColumns();
        });
    });
    return menu;
}

void LedgerTable::rememberColumnsAs(const QString& settingsKey)
{
    m_settingsKey = settingsKey;
    restoreColumns();
}

void LedgerTable::saveColumns() const
{
    if (m_settingsKey.isEmpty() || m_arranging || m_header->count() < m_columns.size())
        return;
    // By id and at 100 %: neither another text size nor a later version's new column upsets it.
    QStringList kept;
    for (int visual = 0; visual < m_header->count(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (column >= m_columns.size())
            continue;
        const int width = isColumnHidden(column) || m_columns[column].stretch
            ? m_columns[column].width
            : m_header->sectionSize(column) * 100 / tokens().textPercent();
        kept += QStringLiteral("%1:%2:%3").arg(m_columns[column].id).arg(width).arg(isColumnHidden(column) ? 0 : 1);
    }
    QSettings().setValue(m_settingsKey, kept);
}

void LedgerTable::restoreColumns()
{
    if (m_settingsKey.isEmpty() || m_header->count() < m_columns.size())
        return;
    const bool before = std::exchange(m_arranging, true);
    const QStringList kept = QSettings().value(m_settingsKey).toStringList();
    int place = 0;
    for (const QString& entry : kept) {
        const QStringList parts = entry.split(u':');
        const int column = parts.size() == 3 ? columnOf(parts[0]) : -1;
        if (column < 0)
            continue;
        m_header->moveSection(m_header->visualIndex(column), place++);
        setColumnHidden(column, parts[2] == QLatin1String("0"));
        const int width = parts[1].toInt();
        if (!m_columns[column].stretch && width > 0)
            m_header->resizeSection(column, tokens().scaled(width));
    }
    m_arranging = before;
}

void LedgerTable::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (m_emptyText.isEmpty() || (model() && model()->rowCount() > 0))
        return;
    QPainter painter(viewport());
    painter.setFont(m_look.body);
    painter.setPen(tokens().color(Color::Text2));
    const int top = tokens().px(Px::Row);
    painter.drawText(QRect(0, top, viewport()->width(), tokens().px(Px::Row)), Qt::AlignCenter, m_emptyText);
}

void LedgerTable::keyPressEvent(QKeyEvent* event)
{
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (plain && currentIndex().isValid()) {
            Q_EMIT opened(currentIndex());
            return;
        }
        event->ignore();
        return;
    case Qt::Key_Home:
        selectRow(0);
        return;
    case Qt::Key_End:
        selectRow(model() ? model()->rowCount() - 1 : -1);
        return;
    default:
        QTableView::keyPressEvent(event);
    }
}

void LedgerTable::focusInEvent(QFocusEvent* event)
{
    QTableView::focusInEvent(event);
    if (!currentIndex().isValid())
        selectRow(0);
    viewport()->update();
}

void LedgerTable::focusOutEvent(QFocusEvent* event)
{
    QTableView::focusOutEvent(event);
    viewport()->update();
}

void LedgerTable::setHoveredRow(int row)
{
    if (row == m_hoveredRow)
        return;
    const int before = std::exchange(m_hoveredRow, row);
    for (const int changed : {before, row}) {
        if (changed >= 0)
            viewport()->update(0, rowViewportPosition(changed), viewport()->width(), rowHeight(changed));
    }
}

bool LedgerTable::viewportEvent(QEvent* event)
{
    switch (event->type()) {
    case QEvent::MouseMove:
        setHoveredRow(rowAt(static_cast<QMouseEvent*>(event)->position().toPoint().y()));
        break;
    case QEvent::Leave:
    case QEvent::Wheel:
        setHoveredRow(-1);
        break;
    default:
        break;
    }
    return QTableView::viewportEvent(event);
}

void LedgerTable::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    QTableView::currentChanged(current, previous);
    if (current.row() != previous.row())
        Q_EMIT currentRowChanged(current.row());
}

void LedgerTable::keyboardSearch(const QString&) { }

} // namespace dure::app
