#include "app/orders/call_off_grid.h"

#include "app/orders/call_off_model.h"
#include "app/widgets/calendar_popup.h"
#include "app/widgets/date_text.h"
#include "app/widgets/ime_line_edit.h"
#include "app/widgets/key_map.h"
#include "app/widgets/theme.h"

#include <QKeyEvent>

namespace dure::app {
namespace {

constexpr int rowsShown = 4; // more of them scroll

bool isRemove(const QKeyEvent& event)
{
    return event.key() == Qt::Key_Delete && event.modifiers() == Qt::ControlModifier;
}

bool isChoices(const QKeyEvent& event)
{
    const bool down = event.key() == Qt::Key_Down && (event.modifiers() & ~Qt::KeypadModifier) == Qt::AltModifier;
    return down || QKeySequence(event.keyCombination()) == keyFor(KeyAction::Choices);
}

} // namespace

CallOffGrid::CallOffGrid(CallOffModel& model, QWidget* parent)
    : EntryGrid(parent)
    , m_parts(model)
{
    setAccessibleName(tr("Parts of the line"));
    setPaperBelow(false);
    setColumns({{116, false, {}}, {96, false, {}}, {120, true, {}}});
    setModel(&model);
    Theme::follow(this, [this](const Tokens& t) {
        setFixedHeight(t.px(Px::HeadRow) + rowsShown * t.px(Px::Row) + 2 * Tokens::px(Fixed::Line));
    });
}

bool CallOffGrid::wantsShortcut(const QKeyEvent& event) const { return isRemove(event) || isChoices(event); }

bool CallOffGrid::cellKey(QKeyEvent* event)
{
    if (isRemove(*event)) {
        dropTyped();
        const int row = cell().row();
        m_parts.remove(row);
        goTo(m_parts.index(qMin(row, m_parts.rowCount() - 1), CallOffModel::On));
        return true;
    }
    if (isChoices(*event)) {
        if (cell().column() == CallOffModel::On)
            openCalendar();
        return true;
    }
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool plain = (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier;
    const bool atEnd = m_parts.isBlank(cell().row()) && !isTyping();
    if (enter && plain && atEnd) {
        Q_EMIT finished();
        return true;
    }
    return false;
}

QModelIndex CallOffGrid::afterEnter(const QModelIndex& index) const
{
    if (index.column() == CallOffModel::On)
        return index.siblingAtColumn(CallOffModel::Amount);
    return m_parts.index(qMin(index.row() + 1, m_parts.rowCount() - 1), CallOffModel::On);
}

void CallOffGrid::openCalendar()
{
    takeCell();
    const Date today = m_parts.today();
    const auto shown = readTypedDate(cell().data(Qt::EditRole).toString(), today);
    auto* calendar = new CalendarPopup(shown.value_or(today), today, this);
    connect(calendar, &CalendarPopup::picked, this,
        [this](Date date) { m_parts.setData(cell(), QString::fromStdString(date.toIso()), Qt::EditRole); });
    calendar->openBelow(field());
}

} // namespace dure::app

#include "moc_call_off_grid.cpp"
