#pragma once
#include "app/widgets/ime_line_edit.h"
#include "core/domain/date.h"

class QAction;

namespace dure::app {

/// A date as people here type it: 23, 1123, 11/23, 261123. Shows "11-23 월" when left. Up and Down step a day,
/// F4 or Alt+Down opens the calendar. What is no day stays as typed, marked, with the reason below the mouse.
class DateField : public ImeLineEdit
{
    Q_OBJECT
public:
    explicit DateField(QWidget* parent = nullptr);

    Date date() const { return m_date; }
    /// A null date empties the field. Does not emit.
    void setDate(Date date);
    /// What "23" and a missing year are near to; the PC's date unless set.
    void setToday(Date today);
    /// Whether an empty field is refused.
    void setRequired(bool required) { m_required = required; }
    bool isAcceptable() const { return !m_rejected && (!m_required || m_date.isValid()); }
    /// Takes what has been typed so far; what leaving the field does. True if it is acceptable.
    bool takeTyped();

Q_SIGNALS:
    void dateChanged(dure::Date date); ///< by the user
    void rejected(const QString& why); ///< typed, and no day

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusInEvent(QFocusEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void openCalendar();
    void step(int days);
    void take(Date date);
    bool refuse(const QString& why); ///< false

    Date m_date;
    Date m_today;
    bool m_required = false;
    bool m_rejected = false;
};

} // namespace dure::app
