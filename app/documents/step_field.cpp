#include "app/documents/step_field.h"

#include "core/domain/fixed_point.h"

#include <QKeyEvent>

namespace dure::app {

StepField::StepField(int least, int most, int decimals, int step, QWidget* parent)
    : ImeLineEdit(parent)
    , m_least(least)
    , m_most(most)
    , m_decimals(decimals)
    , m_step(step)
{
    setAlignment(Qt::AlignRight);
    setValue(0);
    connect(this, &QLineEdit::textEdited, this, &StepField::takeTyped);
}

QString StepField::textOf(int value) const { return QString::fromStdString(formatNumber(value, m_decimals)); }

void StepField::setValue(int value)
{
    m_value = qBound(m_least, value, m_most);
    setText(textOf(m_value));
    setInvalid({});
}

void StepField::takeTyped()
{
    const QString typed = text().trimmed();
    if (typed.isEmpty() || typed == QStringLiteral("-"))
        return; // on the way to a number; leaving the field shows the last one
    const ParsedNumber number = parseNumber(typed.toStdString(), m_decimals, maxAmountWon);
    if (number.error || number.scaled < m_least || number.scaled > m_most) {
        const QString why = tr("From %1 to %2.").arg(textOf(m_least), textOf(m_most));
        setInvalid(why);
        Q_EMIT rejected(why);
        return;
    }
    setInvalid({});
    Q_EMIT rejected({});
    take(static_cast<int>(number.scaled));
}

void StepField::take(int value)
{
    if (value == m_value)
        return;
    m_value = value;
    Q_EMIT valueChanged(value);
}

void StepField::keyPressEvent(QKeyEvent* event)
{
    const int direction = event->key() == Qt::Key_Up ? 1 : event->key() == Qt::Key_Down ? -1 : 0;
    if (direction == 0) {
        ImeLineEdit::keyPressEvent(event);
        return;
    }
    const int stepped = qBound(m_least, m_value + direction * m_step, m_most);
    setText(textOf(stepped));
    setInvalid({});
    Q_EMIT rejected({});
    take(stepped);
    selectAll();
}

void StepField::focusOutEvent(QFocusEvent* event)
{
    ImeLineEdit::focusOutEvent(event);
    if (!text().trimmed().isEmpty() && text() != QStringLiteral("-"))
        return;
    setText(textOf(m_value));
}

} // namespace dure::app

#include "moc_step_field.cpp"
