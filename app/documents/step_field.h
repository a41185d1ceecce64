#pragma once
#include "app/widgets/ime_line_edit.h"

namespace dure::app {

/// A small number that is typed or stepped with Up and Down: copies, millimetres. What is no number, or out of its
/// bounds, stays as typed, marked, with the reason; value() keeps the last good one.
class StepField : public ImeLineEdit
{
    Q_OBJECT
public:
    /// `decimals` 0 or 1; bounds and value count the last decimal: 15 is "1.5".
    StepField(int least, int most, int decimals, int step, QWidget* parent = nullptr);

    int value() const { return m_value; }
    void setValue(int value); ///< bounded; does not emit

Q_SIGNALS:
    void valueChanged(int value); ///< by the user
    void rejected(const QString& why); ///< empty: it is right now

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    QString textOf(int value) const;
    void takeTyped();
    void take(int value);

    int m_least, m_most, m_decimals, m_step;
    int m_value = 0;
};

} // namespace dure::app
