#include "app/widgets/ledger_table.h"

#include "app/widgets/date_text.h"
#include "app/widgets/ledger_delegates.h"
#include "app/widgets/ledger_header.h"
#include "app/widgets/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QScrollBar>

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
    connect(m_header, &QHeaderView::sectionMoved, this, [this] {
        arrangeColumns();
        saveColumns();
    });
    connect(m_header, &QHeaderView::sectionResized, this, &LedgerTable::onSectionResized);
    connect(m_header, &QHeaderView::sortIndicatorChanged, this, &LedgerTable::arrangeColumns);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &LedgerTable::measureLater);
}

LedgerTable::~LedgerTable() = default;

void LedgerTable::applyTokens(const Tokens& t)
{
    const bool before = std::exchange(m_arranging, true); // what the head does about its new sizes is not the user's
    m_look = LedgerLook(t);
    // Both: a fixed section keeps the height it was made with.
    verticalHeader()->setMinimumSectionSize(t.px(Px::Row));
    verticalHeader()->setDefaultSectionSize(t.px(Px::Row));
    verticalScrollBar()->setSingleStep(t.px(Px::Row));
    m_header->setFixedHeight(t.px(Px::HeadRow));
    m_header->setMinimumSectionSize(t.scaled(40));
    m_widest.fill(0);
    m_suffix.fill(0);
    m_arranging = before;
    measure();
    viewport()->update();
}

void LedgerTable::setColumns(const QList<LedgerColumn>& columns)
{
    m_columns = columns;
    for (int column = 0; column < m_columns.size(); ++column) {
        delete itemDelegateForColumn(column);
        setItemDelegateForColumn(column, makeLedgerDelegate(m_columns[column].kind, this));
    }
    m_widest.fill(0, m_columns.size());
    m_suffix.fill(0, m_columns.size());
    m_ownWidths.clear();
    const bool before = std::exchange(m_arranging, true);
    for (int column = 0; column < m_header->count() && column < m_columns.size(); ++column)
        setColumnHidden(column, m_columns[column].hiddenAtFirst);
    m_arranging = before;
    measure();
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
        connect(model, &QAbstractItemModel::modelReset, this, &LedgerTable::measureLater);
        connect(model, &QAbstractItemModel::rowsInserted, this, &LedgerTable::measureLater);
        connect(model, &QAbstractItemModel::dataChanged, this, &LedgerTable::measureLater);
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
    measure();
    if (wasInSight && current.bottom() >= viewport()->height())
        scrollTo(currentIndex());
}

int LedgerTable::currentRow() const { return currentIndex().isValid() ? currentIndex().row() : -1; }

void LedgerTable::selectRow(int row)
{
    if (!model() || row < 0 || row >= model()->rowCount())
        return;
    // whatever keys are down: where several rows may be chosen, Ctrl would add this one
    selectionModel()->setCurrentIndex(model()->index(row, qMax(0, m_header->logicalIndex(0))),
        QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
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
        if (plain && currentIndex().isValid() && selectionModel()->hasSelection()) {
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
