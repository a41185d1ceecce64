#include "app/forms/row_list_grid.h"

#include "app/forms/row_list_model.h"
#include "app/widgets/theme.h"

#include <QHeaderView>
#include <QKeyEvent>

namespace dure::app {
namespace {

bool isRemove(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Delete && event.modifiers() == Qt::ControlModifier;
}

} // namespace

RowListGrid::RowListGrid(RowListModel& model, const QString& name, const QList<Column>& columns, QWidget* parent)
    : EntryGrid(parent)
    , m_rows(model)
{
    setAccessibleName(name);
    setPaperBelow(false);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setColumns(columns);
    setModel(&model);
    setCurrentIndex(model.index(0, 0));
    connect(&model, &QAbstractItemModel::rowsInserted, this, &RowListGrid::fitHeight);
    connect(&model, &QAbstractItemModel::rowsRemoved, this, &RowListGrid::fitHeight);
    connect(&model, &QAbstractItemModel::modelReset, this, &RowListGrid::fitHeight);
    Theme::follow(this, [this](const Tokens&) { fitHeight(); });
}

void RowListGrid::fitHeight()
{
    const Tokens& t = tokens();
    setFixedHeight(t.px(Px::HeadRow) + m_rows.rowCount() * t.px(Px::Row) + 2 * Tokens::px(Fixed::Line));
}

bool RowListGrid::wantsShortcut(const QKeyEvent& event) const { return isRemove(event); }

bool RowListGrid::cellKey(QKeyEvent* event)
{
    if (isRemove(*event)) {
        dropTyped();
        m_rows.remove(cell().row());
        return true;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool atEnd = cell().row() == m_rows.rowCount() - 1 && m_rows.isBlank(cell().row()) && !isTyping();
    if (enter && atEnd && !(event->modifiers() & ~Qt::KeypadModifier)) {
        Q_EMIT leftDownwards();
        return true;
    }
    return false;
}

} // namespace dure::app

#include "moc_row_list_grid.cpp"
