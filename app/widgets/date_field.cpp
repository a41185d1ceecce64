#include "app/widgets/date_field.h"

#include "app/widgets/calendar_popup.h"
#include "app/widgets/date_text.h"
#include "app/widgets/icons.h"
#include "app/widgets/key_map.h"
#include "app/widgets/particles.h"

#include <QAction>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QTimer>

namespace dure::app {

DateField::DateField(QWidget* parent)
    : ImeLineEdit(parent)
    , m_today(todayHere())
{
    setInputMethodHints(Qt::ImhPreferNumbers);
    auto* calendar = addAction(themedIcon(Icon::Calendar), QLineEdit::TrailingPosition);
    calendar->setText(tr("Calendar"));
    calendar->setToolTip(tr("Calendar (F4)"));
    connect(calendar, &QAction::triggered, this, &DateField::openCalendar);
    connect(this, &QLineEdit::textEdited, this, [this] { setInvalid({}); });
}

void DateField::setDate(Date date)
{
    m_date = date;
    m_rejected = false;
    setInvalid({});
    setText(date.isNull() ? QString() : dateText(date, m_today));
}

void DateField::setToday(Date today)
{
    m_today = today;
    if (!m_rejected)
        setDate(m_date);
}

void DateField::take(Date date)
{
    const bool changed = date != m_date || m_rejected; // who was told of the rejection hears that it is over
    setDate(date);
    if (changed)
        Q_EMIT dateChanged(date);
}

bool DateField::refuse(const QString& why)
{
    const QString said = withParticles(why);
    setInvalid(said);
    Q_EMIT rejected(said);
    return false;
}

bool DateField::takeTyped()
{
    commitComposition();
    const QString typed = text().trimmed();
    if (!m_rejected && isAcceptable() && typed == (m_date.isNull() ? QString() : dateText(m_date, m_today)))
        return true;
    if (typed.isEmpty()) {
        take({});
        return isAcceptable() || refuse(tr("The date is empty. Type it like 11-23 or 1123."));
    }
    if (const auto parsed = readTypedDate(typed, m_today)) {
        take(*parsed);
        return true;
    }
    m_rejected = true;
    return refuse(tr("“%1” is not a date. Type it like 11-23 or 1123.").arg(typed));
}

void DateField::step(int days)
{
    if (!takeTyped() && m_rejected)
        return;
    const Date from = m_date.isNull() ? m_today.addDays(-days) : m_date;
    if (const Date to = from.addDays(days); to.isValid())
        take(to);
    selectAll();
}

void DateField::openCalendar()
{
    if (isReadOnly())
        return;
    takeTyped();
    auto* popup = new CalendarPopup(m_date.isNull() ? m_today : m_date, m_today, this);
    connect(popup, &CalendarPopup::picked, this, [this](Date date) {
        take(date);
        selectAll();
    });
    popup->openBelow(*this);
}

void DateField::keyPressEvent(QKeyEvent* event)
{
    const bool alt = event->modifiers() & Qt::AltModifier;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (isReadOnly())
            break;
        if (alt)
            openCalendar();
        else
            step(event->key() == Qt::Key_Up ? 1 : -1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        takeTyped();
        break;
    default:
        if (QKeySequence(event->keyCombination()) != keyFor(KeyAction::Choices))
            break;
        openCalendar();
        return;
    }
    ImeLineEdit::keyPressEvent(event);
}

void DateField::focusInEvent(QFocusEvent* event)
{
    ImeLineEdit::focusInEvent(event);
    // After a mouse press the line edit would put its cursor and drop the selection again.
    QTimer::singleShot(0, this, [this] {
        if (hasFocus() && !hasSelectedText())
            selectAll();
    });
}

void DateField::focusOutEvent(QFocusEvent* event)
{
    if (event->reason() != Qt::PopupFocusReason)
        takeTyped();
    ImeLineEdit::focusOutEvent(event);
}

} // namespace dure::app
