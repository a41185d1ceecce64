#include "app/widgets/entry_grid.h"

#include "app/widgets/cell_field.h"
#include "app/widgets/entry_grid_paint.h"
#include "app/widgets/text_fit.h"
#include "app/widgets/theme.h"

#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace dure::app {

EntryGrid::EntryGrid(QWidget* parent)
    : QTableView(parent)
    , m_field(new CellField(viewport()))
{
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setShowGrid(false); // the delegate draws the lines, in the theme's colour
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalHeader(new ColumnTitles(this));
    setVerticalHeader(new RowNumbers(this));
    setItemDelegate(new EntryDelegate(this));
    setFocusPolicy(Qt::NoFocus);
    setFocusProxy(m_field);
    viewport()->setFocusProxy(m_field);
    m_field->hide();
    m_field->installEventFilter(this);
    connect(m_field, &ImeLineEdit::effectiveTextChanged, this, &EntryGrid::fieldChanged);
    Theme::follow(this, [this](const Tokens& t) {
        verticalHeader()->setMinimumSectionSize(1);
        verticalHeader()->setDefaultSectionSize(t.px(Px::Row));
        layOutColumns();
        placeField();
    });
}

EntryGrid::~EntryGrid()
{
    m_field->removeEventFilter(this); // it dies after us, with a last loss of focus
}

void EntryGrid::setModel(QAbstractItemModel* model)
{
    QTableView::setModel(model);
    connect(model, &QAbstractItemModel::modelReset, this, [this] {
        setMode(Mode::Resting);
        m_cell = QModelIndex();
        if (const QModelIndex first = enabledFrom(0, 0, 1); first.isValid())
            setCurrentIndex(nextEditable(first.siblingAtColumn(0), 0));
        layOutColumns();
    });
    layOutColumns();
}

void EntryGrid::setColumns(const QList<Column>& columns)
{
    m_columns = columns;
    layOutColumns();
}

void EntryGrid::setPaperBelow(bool paper)
{
    m_paperBelow = paper;
    static_cast<RowNumbers*>(verticalHeader())->setPaperBelow(paper);
}

void EntryGrid::setRowNumbers(bool shown) { verticalHeader()->setVisible(shown); }

ImeLineEdit& EntryGrid::field() const { return *m_field; }

void EntryGrid::goTo(const QModelIndex& index)
{
    const QPersistentModelIndex target(index);
    takeCell();
    if (target.isValid())
        setCurrentIndex(target);
}

void EntryGrid::takeCell()
{
    if (m_mode == Mode::Resting || !m_cell.isValid())
        return;
    m_field->commitComposition();
    const QString text = m_field->text();
    setMode(Mode::Resting);
    const bool writable = m_cell.flags() & Qt::ItemIsEditable;
    if (writable)
        write(m_cell, text);
    loadCell();
}

void EntryGrid::dropTyped()
{
    if (m_mode == Mode::Resting)
        return;
    setMode(Mode::Resting);
    loadCell();
    Q_EMIT typed(m_cell, m_field->text());
}

void EntryGrid::write(const QModelIndex& index, const QString& text) { model()->setData(index, text, Qt::EditRole); }

QRect EntryGrid::cellRect() const { return m_cell.isValid() ? fieldRect(m_cell) : QRect(); }

QRect EntryGrid::fieldRect(const QModelIndex& index) const
{
    const int line = Tokens::px(Fixed::Line);
    return visualRect(index).adjusted(-line, -line, 0, 0); // the border lies on the grid's lines
}

void EntryGrid::setMode(Mode mode)
{
    const bool rests = m_mode != Mode::Resting && mode == Mode::Resting;
    m_mode = mode;
    m_field->setResting(mode == Mode::Resting);
    if (rests) // once the key that brought it here is done
        QMetaObject::invokeMethod(this, &EntryGrid::rested, Qt::QueuedConnection);
}

void EntryGrid::fieldChanged(const QString& text)
{
    if (m_loading || !m_cell.isValid())
        return;
    if (m_mode == Mode::Resting)
        setMode(Mode::Typing);
    Q_EMIT typed(m_cell, text);
}

void EntryGrid::loadCell()
{
    m_field->setVisible(m_cell.isValid());
    if (!m_cell.isValid())
        return;
    m_loading = true;
    m_field->commitComposition(); // setText() would lose it
    m_field->setReadOnly(!(m_cell.flags() & Qt::ItemIsEditable));
    m_field->setAlignment(
        (Qt::Alignment(m_cell.data(Qt::TextAlignmentRole).toInt()) & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter);
    // What a read-only cell shows may be more than its bare value.
    m_field->setText(m_cell.data(m_field->isReadOnly() ? Qt::DisplayRole : Qt::EditRole).toString());
    m_field->selectAll();
    m_field->setProblem(m_cell.data(ProblemRole).toString());
    m_field->setAccessibleName(
        tr("%1, row %2").arg(model()->headerData(m_cell.column(), Qt::Horizontal).toString()).arg(m_cell.row() + 1));
    m_loading = false;
}

void EntryGrid::placeField()
{
    if (!m_cell.isValid())
        return;
    m_field->setGeometry(fieldRect(m_cell));
}

void EntryGrid::startTyping()
{
    if (!m_cell.isValid() || m_field->isReadOnly())
        return;
    setMode(Mode::Editing);
    m_field->deselect();
    m_field->end(false);
}

QModelIndex EntryGrid::enabledFrom(int row, int column, int step) const
{
    for (int r = row; r >= 0 && r < model()->rowCount(); r += step) {
        const QModelIndex index = model()->index(r, column);
        if ((index.flags() & Qt::ItemIsEnabled) && !isRowHidden(r))
            return index;
    }
    return {};
}

QModelIndex EntryGrid::nextEditable(const QModelIndex& from, int step) const
{
    const int columns = model()->columnCount();
    // step 0: `from` itself counts too, then onwards.
    int at = from.row() * columns + from.column() + step;
    const int direction = step < 0 ? -1 : 1;
    for (; at >= 0 && at < model()->rowCount() * columns; at += direction) {
        const QModelIndex index = model()->index(at / columns, at % columns);
        const auto wanted = Qt::ItemIsEnabled | Qt::ItemIsEditable;
        if ((index.flags() & wanted) == wanted && !isColumnHidden(index.column()))
            return index;
    }
    return {};
}

QModelIndex EntryGrid::afterEnter(const QModelIndex& index) const { return nextEditable(index, 1); }

bool EntryGrid::cellKey(QKeyEvent*) { return false; }
bool EntryGrid::wantsShortcut(const QKeyEvent&) const { return false; }

void EntryGrid::move(int rows, int columns)
{
    takeCell();
    if (!m_cell.isValid())
        return;
    int column = m_cell.column();
    for (int i = column + columns; columns != 0 && i >= 0 && i < model()->columnCount(); i += columns) {
        if (!isColumnHidden(i)) {
            column = i;
            break;
        }
    }
    const int row = qBound(0, m_cell.row() + rows, model()->rowCount() - 1);
    QModelIndex target = enabledFrom(row, column, rows < 0 ? -1 : 1);
    if (!target.isValid())
        target = enabledFrom(row, column, rows < 0 ? 1 : -1);
    moveTo(target);
}

void EntryGrid::moveTo(const QModelIndex& index)
{
    if (index.isValid())
        setCurrentIndex(index);
}

bool EntryGrid::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_field)
        return QTableView::eventFilter(watched, event);
    switch (event->type()) {
    case QEvent::ShortcutOverride:
        if (isShortcutOfCell(*static_cast<QKeyEvent*>(event))) {
            event->accept();
            return true;
        }
        return false;
    case QEvent::KeyPress:
        return keyPressed(static_cast<QKeyEvent*>(event));
    case QEvent::FocusOut: {
        const auto reason = static_cast<QFocusEvent*>(event)->reason();
        if (reason != Qt::PopupFocusReason && reason != Qt::ActiveWindowFocusReason)
            takeCell();
        verticalHeader()->viewport()->update();
        return false;
    }
    case QEvent::FocusIn:
        if (m_mode == Mode::Resting)
            m_field->selectAll();
        verticalHeader()->viewport()->update();
        return false;
    default:
        return false;
    }
}

bool EntryGrid::isShortcutOfCell(const QKeyEvent& event) const
{
    if (wantsShortcut(event))
        return true;
    const Qt::KeyboardModifiers modifiers = event.modifiers() & ~Qt::KeypadModifier;
    switch (event.key()) {
    case Qt::Key_Escape:
        return m_mode != Mode::Resting;
    case Qt::Key_F2:
    case Qt::Key_Delete:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        return modifiers == Qt::NoModifier;
    case Qt::Key_Up:
        return modifiers == Qt::NoModifier || modifiers == Qt::AltModifier;
    case Qt::Key_Z:
    case Qt::Key_Y:
        return modifiers & Qt::ControlModifier;
    default:
        return false;
    }
}

bool EntryGrid::keyPressed(QKeyEvent* event)
{
    if (!m_cell.isValid() || event->key() == Qt::Key_unknown)
        return false;
    if (cellKey(event) || moveKey(event))
        return true;
    if (m_mode == Mode::Resting)
        return restingKey(event);
    if (event->key() == Qt::Key_Escape) {
        dropTyped();
        return true;
    }
    return false;
}

bool EntryGrid::moveKey(QKeyEvent* event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool plain = modifiers == Qt::NoModifier;
    const bool shift = modifiers == Qt::ShiftModifier;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!plain && !shift)
            return false;
        if (shift) {
            move(-1, 0);
        } else {
            takeCell();
            moveTo(afterEnter(m_cell));
        }
        return true;
    case Qt::Key_Tab:
    case Qt::Key_Backtab: {
        if (modifiers & Qt::ControlModifier)
            return false;
        takeCell();
        const QModelIndex next = nextEditable(m_cell, event->key() == Qt::Key_Tab ? 1 : -1);
        moveTo(next);
        return next.isValid(); // else the focus goes on its way
    }
    case Qt::Key_Up:
        if ((plain && !enabledFrom(m_cell.row() - 1, m_cell.column(), -1).isValid()) || modifiers == Qt::AltModifier) {
            takeCell();
            Q_EMIT leftUpwards();
            return true;
        }
        [[fallthrough]];
    case Qt::Key_Down:
        if (plain)
            move(event->key() == Qt::Key_Up ? -1 : 1, 0);
        return plain;
    case Qt::Key_Left:
    case Qt::Key_Right:
        if (!plain || m_mode == Mode::Editing)
            return false;
        move(0, event->key() == Qt::Key_Left ? -1 : 1);
        return true;
    case Qt::Key_PageUp:
    case Qt::Key_PageDown: {
        const int page = qMax(1, viewport()->height() / verticalHeader()->defaultSectionSize() - 1);
        move(event->key() == Qt::Key_PageUp ? -page : page, 0);
        return true;
    }
    default:
        return false;
    }
}

bool EntryGrid::restingKey(QKeyEvent* event)
{
    const Qt::KeyboardModifiers modifiers = event->modifiers() & ~Qt::KeypadModifier;
    const bool plain = modifiers == Qt::NoModifier;
    const bool control = modifiers == Qt::ControlModifier;
    const int last = model()->rowCount() - 1;
    switch (event->key()) {
    case Qt::Key_F2:
        startTyping();
        return true;
    case Qt::Key_Delete:
        if (plain && !m_field->isReadOnly()) {
            write(m_cell, {});
            loadCell();
        }
        return plain;
    case Qt::Key_Home:
        moveTo(control ? enabledFrom(0, m_cell.column(), 1) : nextEditable(m_cell.sibling(m_cell.row(), 0), 0));
        return true;
    case Qt::Key_End:
        moveTo(control ? enabledFrom(last, m_cell.column(), -1)
                       : nextEditable(m_cell.sibling(m_cell.row(), model()->columnCount() - 1), 0));
        return true;
    case Qt::Key_Z:
        if (control)
            undo();
        else if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier))
            redo();
        return modifiers & Qt::ControlModifier;
    case Qt::Key_Y:
        if (control)
            redo();
        return control;
    default:
        return false;
    }
}

void EntryGrid::keyPressEvent(QKeyEvent* event) { event->ignore(); } // the field has the keyboard

void EntryGrid::currentChanged(const QModelIndex& current, const QModelIndex& previous)
{
    const QPersistentModelIndex target(current);
    if (m_cell != current) {
        takeCell();
        setMode(Mode::Resting);
        m_cell = target;
        loadCell();
    }
    QTableView::currentChanged(target, previous);
    placeField();
    verticalHeader()->viewport()->update();
    Q_EMIT cellChanged(m_cell);
}

void EntryGrid::rowsInserted(const QModelIndex& parent, int first, int last)
{
    QTableView::rowsInserted(parent, first, last);
    placeField();
}

void EntryGrid::dataChanged(const QModelIndex& topLeft, const QModelIndex& bottomRight, const QList<int>& roles)
{
    QTableView::dataChanged(topLeft, bottomRight, roles);
    const bool touched = m_cell.isValid() && m_cell.row() >= topLeft.row() && m_cell.row() <= bottomRight.row();
    if (touched && m_mode == Mode::Resting && !m_loading)
        loadCell();
    if (touched)
        m_field->setProblem(m_cell.data(ProblemRole).toString());
}

void EntryGrid::paintEvent(QPaintEvent* event)
{
    QTableView::paintEvent(event);
    if (!m_paperBelow || !model())
        return;
    const Tokens& t = tokens();
    const int line = Tokens::px(Fixed::Line);
    QPainter painter(viewport());
    const int top = verticalHeader()->length() - verticalHeader()->offset();
    const int step = verticalHeader()->defaultSectionSize();
    for (int y = top + step; y < viewport()->height() + step; y += step)
        painter.fillRect(0, y - line, viewport()->width(), line, t.color(Color::Hair));
    for (int column = 0; column < model()->columnCount(); ++column) {
        if (isColumnHidden(column))
            continue;
        const int right = columnViewportPosition(column) + columnWidth(column);
        painter.fillRect(right - line, top, line, viewport()->height() - top, t.color(Color::Hair));
    }
}

void EntryGrid::mousePressEvent(QMouseEvent* event)
{
    const QPersistentModelIndex target(indexAt(event->position().toPoint()));
    if (target.isValid() && (target.flags() & Qt::ItemIsEnabled))
        goTo(target);
    else
        takeCell();
    m_field->setFocus(Qt::MouseFocusReason);
}

void EntryGrid::mouseDoubleClickEvent(QMouseEvent* event)
{
    if (indexAt(event->position().toPoint()) == m_cell)
        startTyping();
}

void EntryGrid::layOutColumns()
{
    if (!model() || m_columns.isEmpty())
        return;
    int taken = 0;
    for (int i = 0; i < m_columns.size(); ++i)
        taken += isColumnHidden(i) ? 0 : widthOf(m_columns[i]);
    const int over = qMax(0, viewport()->width() - taken);
    for (int i = 0; i < qMin(static_cast<int>(m_columns.size()), model()->columnCount()); ++i)
        setColumnWidth(i, widthOf(m_columns[i]) + (m_columns[i].stretch ? over : 0));
}

int EntryGrid::widthOf(const Column& column)
{
    const Tokens& t = tokens();
    const int text = textWidth(QFontMetrics(t.font(TextStyle::Body)), column.whole);
    return qMax(t.scaled(column.width), column.whole.isEmpty() ? 0 : text + 2 * t.px(Px::Space8));
}

void EntryGrid::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    layOutColumns();
    placeField();
}

void EntryGrid::updateGeometries()
{
    QTableView::updateGeometries();
    placeField();
}

void EntryGrid::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    placeField();
}

} // namespace dure::app
